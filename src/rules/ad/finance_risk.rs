//! `ad.finance.risk`: advertising with a hope of return warns of the risk.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.finance.risk",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "投资、招商广告没有风险提示",
    en: "Risk notice missing",
    basis: &["AD-25", "FIN-316"],
    documentation: "\
## 查什么
industry 为 finance、franchise 的广告，正文或图片文字里有没有风险提示和风险由谁承担：“投资有风险”“风险自担”等。

## 为什么
有投资回报预期的广告应当对可能存在的风险以及风险责任承担有合理提示或者警示；缺了罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第二十五条、第五十八条；银发〔2019〕316 号文。

## 反例
整篇只讲收益和优惠，没有一句风险。

## 正例
“投资有风险，入市需谨慎；本产品的投资风险由投资者自行承担。”

## 怎么改
在正文里单独成段写风险提示，不要藏进图里的小字。

## 例外
没有写 industry、只凭文中线索推断的，降为警告；理财知识的科普不是广告，不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front().filter(|_| document.verdict.ad) else { return };
    let declared = front.industry.iter().find(|industry| FINANCE.contains(&industry.value.as_str()));
    if declared.is_none() && !trade::FINANCE.is_promoted(document) {
        return;
    }
    let warned = |text: &str| NOTICES.iter().any(|notice| text.contains(notice));
    let in_picture =
        |record: &crate::site::Record| record.details.text.as_ref().is_some_and(|text| warned(&fold(text)));
    if warned(document.folded()) || shown::records(document).any(in_picture) {
        return;
    }
    let place = declared.map_or(&front.title.place, |industry| &industry.place);
    let mut finding = META.finding(place.clone(), text::no_risk_notice()).help(text::no_risk_notice_help());
    if declared.is_none() {
        finding.severity = Severity::Warning;
    }
    findings.push(finding);
}

const FINANCE: &[&str] = &["finance", "franchise"];

/// Words of a warning, folded.
const NOTICES: &[&str] = &[
    "有风险",
    "风险自担",
    "自担风险",
    "风险自负",
    "风险提示",
    "风险揭示",
    "自行承担风险",
    "承担投资风险",
    "谨慎投资",
    "投资需谨慎",
    "入市需谨慎",
    "可能损失本金",
    "本金可能",
    "可能亏损",
    "存在亏损",
];
