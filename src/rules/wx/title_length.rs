//! `wx.title-length`: how long a title may be.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Format;
use crate::wechat::limits::{TITLE, TITLE_PICTURES};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.title-length",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "标题太长",
    en: "Titles that are too long",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
标题的字数：图文超过 64 字被接口拒绝（错误），超过 32 字超出文档（警告）；图片消息是 20 字和 18 字。

## 为什么
超过上限整期都发不出去；列表里更早就会截断。

## 依据
微信公众平台接口文档 draft/add 的 title；实测 64 字通过、65 字返回 45003。

## 反例
七十个字的标题。

## 正例
“冬至，为什么要喝一碗热的？”

## 怎么改
缩短，把次要信息放进摘要。

## 例外
按字符数计，一个汉字和一个字母都算一。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let Some(value) = Some(&article.front.title) else { return };
    let bound = if article.front.format == Format::Pictures { TITLE_PICTURES } else { TITLE };
    // The platform counts characters, not bytes.
    let count = value.value.chars().count();
    if count > bound.reject {
        let message = text::title_over(count, bound.reject);
        findings.push(META.finding(value.place.clone(), message).help(text::shorten(bound.reject)));
    } else if count > bound.warn {
        let mut finding = META
            .finding(value.place.clone(), text::title_long(count, bound.warn))
            .help(text::shorten(bound.warn));
        finding.severity = Severity::Warning;
        findings.push(finding);
    }
}
