//! `zh.repeat`: words that stand twice.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.repeat",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "多打的字",
    en: "Words that stand twice",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
连写两次的虚词（的的、了了、是是、在在），连写两次的词和短语（我们我们），连写两个的逗号、顿号。

## 为什么
打字和粘贴最常留下的错；眼睛会自动跳过，念一遍才发现。

## 依据
本站约定。

## 反例
这是我们的的产品，因为因为天冷。

## 正例
这是我们的产品，因为天冷。

## 怎么改
念一遍，多打的删去。工具不代删：删哪一个由你定。

## 例外
“的的确确”“不了了之”“是是非非”“目的的”，慢慢、天天、谢谢这样的叠词，“研究研究”这样的动词重叠，拟声词和人名不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
