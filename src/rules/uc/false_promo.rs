//! `uc.false-promo`: what the house says of its goods agrees with the facts on file.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fact;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "uc.false-promo",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "宣传与登记的事实不符",
    en: "Statements against the facts on file",
    basis: &["AUCL-9", "ECOM-17"],
    documentation: "\
## 查什么
不是广告的文章和活动计划里，商品的价格、规格、指标与 policy/facts.yaml 登记的值是否一致。

## 为什么
不只是广告：在自己的公众号里介绍商品，说错性能、销量、荣誉，就可能是引人误解的商业宣传，罚款可到一百万元，严重的到二百万元。

## 依据
反不正当竞争法第九条、第二十五条（2025-10-15 起的修订版）；电子商务法第十七条。

## 反例
facts.yaml 写着“暖冬杯 129 元”，文章写“暖冬杯只卖 99 元”。

## 正例
“暖冬杯 129 元（2026 年 12 月 1 日起）。”

## 怎么改
改成登记的值；登记的过时了，先改 policy/facts.yaml。

## 例外
登记里没有的不查；在 tolerance 之内的不算；广告由 ad.false 检查；活动价另在 policy/facts.yaml 写有效期。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.verdict.ad {
        return;
    }
    for wrong in fact::contradictions(context, document) {
        findings.push(META.finding(wrong.place, wrong.message).help(text::facts_help()));
    }
}
