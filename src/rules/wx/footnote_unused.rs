//! `wx.footnote-unused`: footnotes that no text refers to.

use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use std::collections::HashSet;

use crate::base::message::render as say;
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.footnote-unused",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "没有用到的脚注",
    en: "Footnotes that nobody uses",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
定义了“[^名字]: 注文”，正文里却没有 [^名字]；或同一个名字定义了两次。

## 为什么
没有用到的脚注不会显示，多半是记号写错了，或改稿时删漏了。

## 依据
本站约定。

## 反例
文末有 [^2]: 开头的一行，正文只用了 [^1]。

## 正例
每条脚注在正文里都有记号。

## 怎么改
在正文里加上记号，或删去这条脚注。

## 例外
没有。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let forms = &document.plain.forms;
    let used: HashSet<String> = forms
        .iter()
        .filter_map(|form| match &form.kind {
            FormKind::FootnoteUse(name) => Some(name.to_lowercase()),
            _ => None,
        })
        .collect();
    let mut defined = HashSet::new();
    for form in forms {
        let FormKind::FootnoteText(name) = &form.kind else { continue };
        let first = defined.insert(name.to_lowercase());
        if first && used.contains(&name.to_lowercase()) {
            continue;
        }
        let line = article.file.text().get(form.source.clone()).and_then(|text| text.lines().next());
        let end = form.source.start + line.map_or(0, str::len);
        let place = Place::new(&article.file, form.source.start..end);
        findings.push(if first {
            META.finding(place, say::footnote_unused(name)).help(say::footnote_unused_help(name))
        } else {
            META.finding(place, say::footnote_twice(name)).help(say::footnote_twice_help())
        });
    }
}
