//! `zh.number.form`: how numbers are written.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.number.form",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "数字的写法",
    en: "How numbers are written",
    basis: &["GB15835"],
    documentation: "\
## 查什么
用阿拉伯数字写的农历日期和成语，用汉字数字配单位符号（“三十kg”），年份里的“零”，以及同一篇里公历日期一处用汉字、一处用阿拉伯数字。

## 为什么
同一类数在一篇里忽汉忽阿，读者要在两套数字之间换算；成语写成数字一眼就是错。

## 依据
《出版物上数字用法》（GB/T 15835—2011，2011-11-01 起实施，推荐性标准）第 4、5 条。

## 反例
正月15 那天，他3心2意地搬了三十kg 米。

## 正例
正月十五那天，他三心二意地搬了 30 kg 米。

## 怎么改
计量、统计、公历日期用阿拉伯数字；农历、成语、概数用汉字。

## 例外
十五五规划、五四运动、一带一路、第一章这类固定写法不查。只提示，不代改。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
