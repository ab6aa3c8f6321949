//! `wx.read-more`: the address of 阅读原文.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::advertisement::host;
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::wechat::limits::SOURCE_URL_BYTES;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.read-more",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "阅读原文的网址",
    en: "The read-more address",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
read_more 是不是完整的网址，有没有加密（https），是否超过 1024 字节。

## 为什么
不是网址的点了没有反应；超过长度整期都发不出去（45005）。

## 依据
微信公众平台接口文档 draft/add 的 content_source_url。

## 反例
read_more: www.example.com

## 正例
read_more: https://www.example.com/winter

## 怎么改
写完整的 https:// 网址；太长的先缩短追踪参数。

## 例外
http:// 的只警告。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let Some(address) = &article.front.read_more else { return };
    let value = address.value.trim();
    let bytes = value.len();
    let web = value.starts_with("https://") || value.starts_with("http://");
    if !web || host(value).is_none() || value.chars().any(char::is_whitespace) {
        let message = text::read_more_form(value);
        findings.push(META.finding(address.place.clone(), message).help(text::read_more_help()));
    } else if value.starts_with("http://") {
        let mut finding = META.finding(address.place.clone(), text::read_more_plain(value));
        finding.severity = Severity::Warning;
        findings.push(finding.help(text::read_more_help()));
    }
    if bytes > SOURCE_URL_BYTES {
        let message = text::read_more_over(bytes, SOURCE_URL_BYTES);
        findings.push(META.finding(address.place.clone(), message));
    }
}
