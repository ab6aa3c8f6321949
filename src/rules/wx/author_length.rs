//! `wx.author-length`: how long an author may be.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::wechat::limits::AUTHOR;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.author-length",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "作者太长",
    en: "Authors that are too long",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
作者的字数：超过 16 字被接口拒绝（错误）；超过 8 字容易被截断（警告）。

## 为什么
超过上限整期都发不出去。

## 依据
微信公众平台接口文档 draft/add 的 author，返回码 45110。

## 反例
把三个人的名字和职务都写进作者。

## 正例
“编辑部”

## 怎么改
写一个名字或部门，其余写在文末。

## 例外
没有。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let Some(value) = article.front.author.as_ref() else { return };
    let bound = AUTHOR;
    // The platform counts characters, not bytes.
    let count = value.value.chars().count();
    if count > bound.reject {
        let message = text::author_over(count, bound.reject);
        findings.push(META.finding(value.place.clone(), message).help(text::shorten(bound.reject)));
    } else if count > bound.warn {
        let mut finding = META
            .finding(value.place.clone(), text::author_long(count, bound.warn))
            .help(text::shorten(bound.warn));
        finding.severity = Severity::Warning;
        findings.push(finding);
    }
}
