//! `ad.disparage`: other firms are not belittled.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::stance::Stance;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.disparage",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "贬低其他经营者",
    en: "Disparaging other firms",
    basis: &["AD-13", "AUCL-12"],
    documentation: "\
## 查什么
广告里“吊打同行”“别家都是智商税”“碾压竞品”一类的话；policy/brands.yaml 里登记的竞争对手的名字和贬义词出现在同一句里，也算。

## 为什么
广告不得贬低其他经营者的商品和服务，罚款可到十万元；编造、散布误导性信息损害对手商誉的，罚款十万到一百万元，严重的到五百万元。

## 依据
广告法第十三条、第五十九条；反不正当竞争法第十二条（2025-10-15 起的修订版）。

## 反例
“吊打所有大牌，别家用的都是添加剂。”

## 正例
“按同一标准（GB/T 某号）送检，本品保温 6 小时 55℃（某检测中心，2026 年 3 月）。”

## 怎么改
只写自己的事实。确要比较，用同样的指标和条件，注明测试机构、日期，不点评对方。

## 例外
有来源、参数相同的中性比较不算；不是广告的文章不查。
",
};

/// Words that belittle, beside the name of a competitor.
const BAD: &[&str] = &[
    "不如",
    "比不上",
    "坑",
    "骗",
    "差劲",
    "太差",
    "质量差",
    "垃圾",
    "智商税",
    "黑心",
    "劣质",
    "假货",
    "山寨",
    "割韭菜",
    "翻车",
    "落后",
    "淘汰",
    "被吊打",
    "弱爆",
    "不靠谱",
    "偷工减料",
    "有毒",
    "烂",
    "完败",
    "秒杀",
    "吊打",
    "碾压",
    "忽悠",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        Some(Verdict { severity, message: text::disparaging(shown) })
    });
    if document.verdict.ad || document.campaign().is_some() {
        competitors(context, document, findings);
    }
}

/// Names of competitors with a bad word in the same sentence.
fn competitors(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let brands = &context.site.project.brands.competitors;
    for brand in brands {
        for name in std::iter::once(&brand.name).chain(&brand.aliases) {
            let folded = fold(name.value.trim());
            if folded.is_empty() {
                continue;
            }
            for (at, _) in document.folded().match_indices(folded.as_str()) {
                let range = at..at + folded.len();
                let sentence = document.sentence_text(range.clone());
                let Some(bad) = BAD.iter().find(|bad| sentence.contains(**bad)) else { continue };
                if document.stance(&range) != Stance::Claimed {
                    continue;
                }
                let Some(place) = document.place(range) else { continue };
                let message = text::disparaged(&name.value, bad);
                findings.push(META.finding(place, message).help(text::disparage_help()));
            }
        }
    }
}
