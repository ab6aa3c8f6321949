//! `ad.absolute.evidence`: a rank in time and place that an advertisement claims needs proof on file.

use crate::base::message::ad as text;
use crate::finding::{Findings, Severity};
use crate::rules::absolute::{Claim, PACK, claim};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.absolute.evidence",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "排名要有依据",
    en: "Ranks need evidence",
    basis: &["ABS-GUIDE", "AD-11"],
    documentation: "\
## 查什么
广告里写了年份和地域的排名，如“2025 年华东地区销量第一”：front matter 的 evidence 里有没有对应的一条，写没写出具机构、日期和凭证。

## 为什么
写全时间、地域、品类而且属实的排名不按绝对化用语处理；拿不出依据，就按引证不真实或虚假广告处理，罚款可到广告费用的五倍。

## 依据
《广告绝对化用语执法指南》（市场监管总局公告 2023 年第 6 号）第四条、第六条；广告法第十一条第二款（2015-09-01 起施行）。

## 反例
“2025 年华东地区销量第一”，evidence 里什么也没有。

## 正例
正文写明“来源：某统计机构 2026 年 1 月报告”，evidence 里有同一句话、机构、日期和报告文件。

## 怎么改
在 evidence 里加一条：claim 照抄正文的说法，写 issuer、date，附 file 或 url；正文里也注明出处。

## 例外
依据写全的只提示一次；等级、奖项、专利和商标的名称不在此列。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_pack(&META, PACK, context, document, findings, |hit, term, shown| {
        let Some(Claim::Rank(evidence)) = claim(document, hit, term) else { return None };
        let verdict = |severity, message| Some(Verdict { severity, message });
        match evidence {
            None => verdict(Severity::Warning, text::rank_unproven(shown)),
            Some(evidence) => {
                let mut missing = Vec::new();
                if evidence.issuer.is_none() {
                    missing.push("issuer");
                }
                if evidence.date.is_none() {
                    missing.push("date");
                }
                if evidence.file.is_none() && evidence.url.is_none() && evidence.issuer.is_none() {
                    missing.push("file");
                }
                if missing.is_empty() {
                    verdict(Severity::Info, text::absolute_proven(shown))
                } else {
                    verdict(Severity::Warning, text::rank_thin(shown, missing.join(", ")))
                }
            }
        }
    });
}
