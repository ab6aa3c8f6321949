//! `zh.range`: ranges of numbers.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.range",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "数的范围",
    en: "Ranges of numbers",
    basis: &["GB15835", "GB15834"],
    documentation: "\
## 查什么
“5-10%”前一个数缺百分号，“3～5万”前一个数可以有两种读法，起止之间用了“-”或“~”。

## 为什么
“3～5万元”可以读成 3 元到 5 万元；报价、任务量上的歧义会变成争议。

## 依据
《出版物上数字用法》（GB/T 15835—2011，2011-11-01 起实施，推荐性标准）第 5.1.4 条；《标点符号用法》（GB/T 15834—2011，2012-06-01 起实施，推荐性标准）第 4.13.3.2 条。

## 反例
增长 5-10%，费用 3～5万元，大约 3-5天。

## 正例
增长 5%～10%，费用 3万～5万元，大约 3～5天。

## 怎么改
两端都写百分号、万、亿；数的范围用浪纹“～”。百分号与连接号 check --fix 代劳，万、亿由你定。

## 例外
日期 2026-03-15、电话、型号、比分、页码不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
