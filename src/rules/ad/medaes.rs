//! `ad.medaes`: words of the pack `terms/ad-medaes.yaml`.

use std::ops::Range;

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.medaes",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "医疗美容广告制造焦虑、保证效果或用案例作证",
    en: "Medical aesthetics",
    basis: &["MEDAES-GUIDE", "AD-16", "AD-46"],
    documentation: "\
## 查什么
医疗美容（双眼皮、注射、植发等）的广告：把外貌和成败、品行相联系；保证效果、安全；术前术后对比和案例；招募“体验官”；没有《医疗广告审查证明》编号（ad_review_no）；图片记录同时标了 before 和 after。

## 为什么
医疗美容广告就是医疗广告，要先审查；制造容貌焦虑、用对比照作证是执法重点。罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
医疗美容广告执法指南（2021-11-02）；广告法第十六条、第四十六条、第五十八条。

## 反例
“变美改变命运，术前术后对比看得见，招募体验官。”

## 正例
“某某医疗美容诊所，诊疗科目：美容皮肤科。（京）医广〔2026〕第 01-01-001 号。”

## 怎么改
删掉焦虑、保证和案例，先取得审查证明，把编号写进正文和 ad_review_no，按批准的成品样件发布。

## 例外
讲监管、讲风险的文章不是广告，不报；反对容貌焦虑的句子不算；没有医美线索的广告（装修前后对比图）不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let cues = document.scan().cue("trade-medaes");
    if !document.verdict.ad || cues.is_empty() && !document.is_of("medical") {
        return;
    }
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        Some(Verdict { severity, message: text::medaes(shown) })
    });
    certificate(document, cues, findings);
    let records: Vec<_> = shown::records(document).collect();
    if records.iter().any(|record| record.shows("before"))
        && let Some(after) = records.iter().find(|record| record.shows("after"))
    {
        let mut finding = META.finding(after.place.clone(), text::medaes_pair(&after.file));
        finding.severity = Severity::Error;
        findings.push(finding.help(text::medaes_pair_help()));
    }
}

/// Medical aesthetics may be advertised only with the certificate of examination. `ad.review-number` asks for it when
/// the front matter names the industry; here the words do.
fn certificate(document: &Document<'_>, cues: &[Range<usize>], findings: &mut Findings) {
    let Some(front) = document.front() else { return };
    if front.ad_review_no.is_some() || cues.len() < 2 || document.is_of("medical") {
        return;
    }
    let Some(place) = cues.first().and_then(|cue| document.place(cue.clone())) else { return };
    let mut finding = META.finding(place, text::medaes_certificate()).help(text::medaes_certificate_help());
    finding.severity = if document.verdict.declared { Severity::Error } else { Severity::Warning };
    findings.push(finding);
}
