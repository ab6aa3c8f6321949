//! `zh.number.approx`: enumeration commas in approximate numbers.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.number.approx",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "概数里的顿号",
    en: "Enumeration commas in approximate numbers",
    basis: &["GB15834", "GB15835"],
    documentation: "\
## 查什么
“七、八个”“三、四十”“4、5个”这样在相邻两数之间加了顿号的概数。

## 为什么
加了顿号就是并列：“七、八个”读作“七个和八个”，与“七八个”不是一个意思。

## 依据
《标点符号用法》（GB/T 15834—2011，2012-06-01 起实施，推荐性标准）第 4.5.3.4 条；《出版物上数字用法》（GB/T 15835—2011，2011-11-01 起实施，推荐性标准）。

## 反例
来了七、八个人，等了4、5天。

## 正例
来了七八个人，等了四五天。

## 怎么改
删去顿号；概数用汉字。check --fix 可以代劳。

## 例外
“第一、二章”“三、四年级”“一、二”这样的并列和编号不是概数，不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
