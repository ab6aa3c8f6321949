//! `promo.condition`: price promotions name their conditions and their end, see `terms/promo-condition.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.condition",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "促销没有写明条件或期限",
    en: "Promotions without conditions or end",
    basis: &["PROMO-20"],
    documentation: "\
## 查什么
“限时特惠”“全场五折”“满减”“第二件半价”“买一送一”所在的段落里，有没有起止时间、门槛、适用的商品。广告和活动计划里算警告，别处只提示。

## 为什么
降价、打折有附加条件或者期限的，要显著标明。到店才知道“仅限指定款”，读者可以投诉，市场监管部门可以处罚。

## 依据
规范促销行为暂行规定第二十条（2020-12-01 起）。

## 反例
“限时特惠，全场五折，赶快下单。”

## 正例
“2026 年 12 月 1 日至 7 日，冬装系列五折，特价款除外，每人限购 2 件。”

## 怎么改
在同一段里补上起止的日期、适用的商品、门槛和例外。

## 例外
同一段里已经写了日期、门槛或适用范围的不算；“考试倒计时”“打折线”不是促销。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::bare_promotion(term), context, document, findings);
}
