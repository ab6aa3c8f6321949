//! `zh.sentence`: long sentences and paragraphs.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.sentence",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "太长的句子和段落",
    en: "Long sentences and paragraphs",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
超过 120 个字的句子，超过 300 个字的段落，一句里三个以上的“被”。

## 为什么
手机一行放不下二十个字，120 个字就是六七行；读者读到一半会忘了开头。

## 依据
本站约定。

## 反例
一段从头到尾只有逗号的话。

## 正例
一句只说一件事，三四句一段。

## 怎么改
在意思停顿的地方断开；把“被”改成谁做了什么。

## 例外
引用块不查，法条原文放进引用块；网址和书名不计字数。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
