//! `md.depth`: how deep lists and quotations go.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.depth",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "嵌套太深",
    en: "Lists and quotations inside each other",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
列表超过 3 层，引用超过 4 层。

## 为什么
每一层都要缩进，手机上到第四层每行只剩十来个字；编辑器重新保存时，太深的列表标记会错位。

## 依据
本站约定；多个工具报告第三层以后标记不可靠。

## 反例
列表套列表套列表套列表。

## 正例
用小标题分段，每段一个两层的列表。

## 怎么改
拆成几个列表，或把最里层改成普通段落。

## 例外
没有。
",
};

/// Lists inside each other at most.
const LISTS: usize = 3;
/// Quotations inside each other at most.
const QUOTATIONS: usize = 4;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        // What lies deeper still stands inside of one that is reported.
        let message = match form.kind {
            FormKind::List(depth) if depth == LISTS + 1 => text::deep_list(LISTS),
            FormKind::Quote(depth) if depth == QUOTATIONS + 1 => text::deep_quotation(QUOTATIONS),
            _ => continue,
        };
        let line = article.file.text().get(form.source.clone()).and_then(|text| text.lines().next());
        let end = form.source.start + line.map_or(0, |line| line.trim_end().len());
        let place = Place::new(&article.file, form.source.start..end);
        findings.push(META.finding(place, message).help(text::deep_help()));
    }
}
