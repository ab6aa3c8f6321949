//! `zh.link-text`: the words of links.

use crate::base::message::zh_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.link-text",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "链接的文字",
    en: "The words of links",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
“点击这里”“详情”“戳我”这样离开上下文就没有意思的链接文字，直接露出来的网址。

## 为什么
读屏软件会单念链接；“点击这里”连念五个，听的人不知道各去哪里。露出的长网址在手机上会断成好几行。

## 依据
本站约定。

## 反例
报名方法[点击这里](https://example.com/join)。

## 正例
见[冬季读书会报名方法](https://example.com/join)。

## 怎么改
用对方页面的名字做链接文字。

## 例外
只查链接本身的文字；代码里的网址不查。
",
};

/// Words that say nothing about where a link leads.
const EMPTY: &[&str] = &[
    "点击这里",
    "点这里",
    "点击此处",
    "点此",
    "点击",
    "这里",
    "此处",
    "戳这里",
    "戳我",
    "点我",
    "链接",
    "点击链接",
    "点击查看",
    "查看",
    "查看详情",
    "详情",
    "更多",
    "查看更多",
    "了解更多",
    "阅读更多",
    "点击进入",
    "点击了解",
    "点击阅读",
    "点击报名",
    "猛戳这里",
    "here",
    "click here",
    "link",
    "more",
    "read more",
    "this",
    "网址",
    "传送门",
    "点开",
    "点击打开",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let links = document.plain.references.iter().filter(|link| link.kind == ReferenceKind::Link);
    for link in links {
        let words = link.words.trim();
        let place = || Place::new(&article.file, link.source.clone());
        let bare = words
            .strip_prefix("http")
            .is_some_and(|rest| rest.starts_with("://") || rest.starts_with("s://"));
        let message = if bare {
            text::link_bare(words)
        } else {
            let core = words.trim_matches(|c: char| !c.is_alphanumeric());
            if !EMPTY.iter().any(|empty| core.eq_ignore_ascii_case(empty)) {
                continue;
            }
            text::link_words(words)
        };
        findings.push(META.finding(place(), message).help(text::link_help()));
    }
}
