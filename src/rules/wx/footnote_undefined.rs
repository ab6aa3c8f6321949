//! `wx.footnote-undefined`: footnotes that nobody defined.

use memchr::memmem;

use crate::base::message::render as say;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::OBJECT;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.footnote-undefined",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "没有定义的脚注",
    en: "Footnotes without text",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
正文里的 [^名字] 没有对应的“[^名字]: 注文”。

## 为什么
没有定义的脚注会原样显示给读者。

## 依据
本站约定。

## 反例
天气变冷[^1]，而全文没有 [^1]: 开头的一行。

## 正例
天气变冷[^1]，文末写“[^1]: 数据来自气象局”。

## 怎么改
补上定义，或删去这个记号。

## 例外
没有。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.article().is_none() {
        return;
    }
    let words = document.plain.text();
    let mut from = 0;
    while let Some(open) = memmem::find(&words.as_bytes()[from..], b"[^").map(|at| from + at) {
        from = open + 2;
        let Some(length) = words[from..].find([']', ' ', '\n', '[', OBJECT]) else { return };
        if length == 0 || !words[from + length..].starts_with(']') {
            continue;
        }
        let range = open..from + length + 1;
        let Some(place) = document.plain.place(range.clone()) else { continue };
        if is_literal(&place, &words[range]) {
            let label = &words[from..from + length];
            let help = say::footnote_undefined_help(label);
            findings.push(META.finding(place, say::footnote_undefined(label)).help(help));
        }
    }
}

/// Whether the mark stands in the file as it shows, and not behind a backslash.
fn is_literal(place: &Place, shown: &str) -> bool {
    let before = &place.file().text()[..place.range().start];
    place.text() == shown && !before.ends_with('\\')
}
