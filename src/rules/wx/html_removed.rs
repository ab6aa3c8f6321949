//! `wx.html-removed`: raw HTML that does not reach readers.

use crate::base::message::render as say;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::markup;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::ReferenceKind;
use crate::wechat::html::author::Loss;
use crate::wechat::html::spacer::is_spacer;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.html-removed",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "会被去掉的 HTML",
    en: "HTML that readers will not get",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
正文里手写的 HTML：平台不收的标签（script、iframe、video 等）、属性（onclick 等）和样式（position、float、var() 等）。

## 为什么
平台保存时会删掉它们，有的连内容一起删；读者看到的与你看到的不一样。

## 依据
微信公众平台接口文档 draft/add：会去除 JS；其余为实测。

## 反例
<iframe src='https://…'></iframe>

## 正例
把视频换成一张截图和一句说明。

## 怎么改
改用 Markdown 写法，或平台保留的标签和行内样式。

## 例外
意思不变的标签（div、center、font 等）会换成平台认得的，不报告。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    markup::losses(document, |loss, range| {
        let message = match loss {
            Loss::Content(name) => say::html_removed(name),
            Loss::Tag(name) => say::html_unwrapped(name),
            Loss::Parts(name, parts) => say::html_attributes(name, parts.join(", ")),
            Loss::Spacer => {
                let place = Place::new(&article.file, range);
                findings.push(META.finding(place, say::html_spacer()).help(say::html_spacer_help()));
                return;
            }
        };
        let place = Place::new(&article.file, range);
        findings.push(META.finding(place, message).help(say::html_removed_help()));
    });
    let images = document.plain.references.iter().filter(|image| image.kind == ReferenceKind::Image);
    for spacer in images.filter(|image| is_spacer(&image.target)) {
        let place = Place::new(&article.file, spacer.source.clone());
        findings.push(META.finding(place, say::html_spacer()).help(say::html_spacer_help()));
    }
    markup::each(document, |markup| {
        if let Some(range) = markup.open_comment() {
            let place = Place::new(&article.file, range);
            findings.push(META.finding(place, say::html_comment_open()).help(say::html_comment_help()));
        }
    });
}
