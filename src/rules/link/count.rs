//! `link.count`: how many references an article gets.

use crate::base::message::lint as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference;
use crate::source::plain::ReferenceKind;
use crate::wechat::html::address::{LinkKind, kind_of, visible_address};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "link.count",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "外部链接太多",
    en: "Too many links that lead away",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
一篇文章里不同的外部网址超过 20 个。

## 为什么
站外链接在公众号里点不开，只能编号列在文末；列表太长没有人看，还占正文的字数。

## 依据
微信公众平台接口文档 draft/add：正文里只有公众号文章的链接可以点开。

## 反例
导航式的文章：列出 40 个网站。

## 正例
正文留最重要的几个，其余放进“阅读原文”的页面。

## 怎么改
删去不重要的链接，或把清单放到“阅读原文”。

## 例外
公众号文章的链接、重复的网址、文字就是网址的链接都不计数。
",
};

/// References at the end of an article that readers still look at.
const READ: usize = 20;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    let mut seen = std::collections::HashSet::new();
    let mut first_too_many = None;
    for link in references.iter().filter(|reference| reference.kind == ReferenceKind::Link) {
        let address = visible_address(&link.target);
        if kind_of(&address) == LinkKind::External
            && link.words.trim() != address
            && seen.insert(address)
            && seen.len() > READ
        {
            first_too_many.get_or_insert(link);
        }
    }
    if let Some(link) = first_too_many {
        let place = reference::place(&article.file, link);
        findings.push(META.finding(place, text::many_links(seen.len(), READ)).help(text::many_links_help()));
    }
}
