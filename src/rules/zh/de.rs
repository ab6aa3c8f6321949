//! `zh.de`: the particles 的, 地 and 得.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.de",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "的、地、得",
    en: "The particles 的, 地 and 得",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
只查几种有把握的写法：动词后面接“的很快”“的非常清楚”，“慢慢的走”，“悄悄地的”。

## 为什么
三个字读音一样，输入法最容易选错，读者却看得出来。

## 依据
《现代汉语词典》；本站约定。

## 反例
他跑的很快，然后慢慢的走回来。

## 正例
他跑得很快，然后慢慢地走回来。

## 怎么改
动词后面说结果和程度，用“得”；动词前面说样子，用“地”；名词前面用“的”。拿不准就把句子改短。

## 例外
“写的非常好的文章”里的“的”不查；歌词、诗句按原文。只提示，不代改。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
