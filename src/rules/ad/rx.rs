//! `ad.rx`: no prescription drug is advertised on the internet; words of `terms/ad-rx.yaml` and records of goods.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::site::Product;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.rx",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "在公众号推广处方药",
    en: "Prescription drugs",
    basis: &["AD-15", "IAD-6"],
    documentation: "\
## 查什么
处方药：front matter 的 products 写了 rx: true 的商品，广告里出现 policy/facts.yaml 中标了 rx 的名字，以及“司美格鲁肽”“肉毒毒素”一类常见处方药名和网售处方药的说法。

## 为什么
处方药只能在专业医药期刊上做广告，互联网上一律不行；罚二十万到一百万元，还可能吊销批准文件。

## 依据
广告法第十五条、第五十七条；互联网广告管理办法第六条。

## 反例
“减肥针司美格鲁肽现货，私信下单。”

## 正例
“体重管理请到正规医院就诊，由医生评估。”

## 怎么改
删掉药名和购买方式；确有必要谈药物时，写成不带商品的科普。

## 例外
不是广告的科普、新闻提到药名不算；“处方药须凭处方购买”的提示不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::rx(term), context, document, findings);
    let Some(front) = document.front() else { return };
    let is_rx = |product: &Product| product.rx.as_ref().is_some_and(|rx| rx.value);
    for product in front.details.products.iter().filter(|product| is_rx(product)) {
        let message = text::rx(&*product.name);
        findings.push(META.finding(product.place.clone(), message).help(text::rx_help()));
    }
    if !document.verdict.ad {
        return;
    }
    for product in context.site.project.facts.products.iter().filter(|product| is_rx(product)) {
        let names = std::iter::once(&product.name).chain(&product.aliases).map(|name| fold(name));
        for name in names.filter(|name| !name.is_empty()) {
            let Some(at) = document.folded().find(&name) else { continue };
            let Some(place) = document.place(at..at + name.len()) else { continue };
            findings.push(META.finding(place, text::rx(name)).help(text::rx_help()));
        }
    }
}
