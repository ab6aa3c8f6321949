//! `md.marker`: marks of headings and lists that Markdown does not see.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trapped;
use crate::source::trap;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: trap::MARKER,
    severity: Severity::Info,
    since: "0.1.0",
    zh: "没有生效的 Markdown 记号",
    en: "Marks that do nothing",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
行首的标题和列表记号：后面少了空格（##标题、1.文字、连着几行 -文字），后面跟着不换行空格或全角空格，或者写成了全角（＃、－、＞）。

## 为什么
少一个空格或用了全角，Markdown 就不认，读者会看到 ## 和 1. 这些符号，列表也挤成一段。

## 依据
CommonMark：标题和列表的记号后面要有空格。

## 反例
`##为什么是今天`

## 正例
`## 为什么是今天`

## 怎么改
补上空格，或换成半角。check --fix 可以代劳意思确定的。

## 例外
话题标签（#冬至）、小数、单独一行以 - 开头的落款不算；全角的１．可以是正文，只提示不改。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trapped::report(&META, document, findings);
}
