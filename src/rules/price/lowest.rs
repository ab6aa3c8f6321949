//! `price.lowest`: “the lowest price anywhere” cannot be shown, see `terms/price-lowest.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "price.lowest",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "“全网最低”一类的价格",
    en: "Lowest-price claims",
    basis: &["AD-9.3", "PRICE-19"],
    documentation: "\
## 查什么
“全网最低价”“史上最低”“击穿底价”“比双 11 还便宜”。广告和活动计划里是错误，别处是警告。

## 为什么
一是绝对化用语，二是无法比较的价格，两部法规都管。广告法的罚款从二十万元起，小店也一样。

## 依据
广告法第九条第三项、第五十七条；明码标价和禁止价格欺诈规定第十九条（2022-07-01 起）。

## 反例
“全网最低价，没有比这更便宜的了。”

## 正例
“活动价 99 元，2026 年 12 月 1 日至 7 日；本店 11 月成交价 129 元。”

## 怎么改
写实际的价格、期限，要比就写清跟谁比、哪一天、什么规格。

## 例外
“前七日最低成交价”的说明、最低气温、最低工资、楼市和股市行情、教人比价的文章不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::lowest_price(term), context, document, findings);
}
