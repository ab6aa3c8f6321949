//! `price.currency`: prices are written in digits and yuan, see `terms/price-currency.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "price.currency",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "价格没有单位或不是人民币",
    en: "Prices without yuan",
    basis: &["PRICE-7"],
    documentation: "\
## 查什么
广告和活动计划里“只要 99”“现价 199”后面没有“元”，价格用汉字写，或者只标美元、欧元。

## 为什么
明码标价要用人民币和阿拉伯数字，写清计价单位。读者把“99”理解成别的单位，纠纷由商家承担。

## 依据
明码标价和禁止价格欺诈规定第七条、第九条（2022-07-01 起）。

## 反例
“现价只要 99，约 14 美元。”

## 正例
“现价 99 元/盒（约 14 美元）。”

## 怎么改
数字后面写“元”和单位，外币只作补充。

## 例外
同一段里有人民币价格的外币不算；数字前面有“¥”的不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::bare_price(term), context, document, findings);
}
