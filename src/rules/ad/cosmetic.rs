//! `ad.cosmetic`: words of the pack `terms/ad-cosmetic.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;
use crate::rules::word::{self, Verdict};
use crate::site::Front;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.cosmetic",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "化妆品宣称医疗作用、未注册功效或保证效果",
    en: "Medical and unregistered claims for cosmetics",
    basis: &["COSM-43", "COSM-37"],
    documentation: "\
## 查什么
化妆品广告里的医疗作用（消炎、祛疤、修复细胞）、时限和程度保证（“七天美白”“永久脱毛”），以及祛斑美白、防晒、染发、烫发、防脱发等特殊功效没有注册证编号。

## 为什么
化妆品不得明示或暗示医疗作用；特殊化妆品要先注册。罚广告费用一到三倍，另有条例第六十一条、第六十九条的处罚。

## 依据
化妆品监督管理条例第十六条、第三十七条、第四十三条；广告法第十七条。

## 反例
“七天美白，一抹祛疤，孕妇放心用。”

## 正例
“帮助淡化干燥引起的暗沉，功效依据摘要见药监局网站。国妆特字 20260001。”

## 怎么改
按备案的功效宣称依据摘要写；特殊功效写出“国妆特字”编号，或在 products 里填 registration_no。

## 例外
“医生发现”“学生发言”“发生发展”不是生发；防晒衣、牙齿美白不算；写了国妆特字编号的特殊功效不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let registered = is_registered(document);
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let is_special = SPECIAL.contains(&&*term.shown);
        if is_special && registered {
            return None;
        }
        let severity = trade::COSMETIC.weigh(context, document, hit, term)?;
        let message = if is_special { text::cosmetic_special(shown) } else { text::cosmetic(shown) };
        Some(Verdict { severity, message })
    });
}

/// Effects that need a registration as a special cosmetic.
const SPECIAL: &[&str] = &[
    "生发",
    "防脱",
    "防脱发",
    "防脱生发",
    "育发",
    "固发",
    "防脱固发",
    "养发生发",
    "祛斑",
    "淡斑",
    "美白",
    "焕白",
    "亮白祛斑",
    "美白祛斑",
    "祛斑美白",
    "防晒",
    "染发",
    "盖白",
    "烫发",
];

/// Whether text or front matter gives the number of a registration.
fn is_registered(document: &Document<'_>) -> bool {
    let numbered =
        |front: &Front| front.details.products.iter().any(|product| product.registration_no.is_some());
    !document.scan().cue("cosmetic-registration").is_empty() || document.front().is_some_and(numbered)
}
