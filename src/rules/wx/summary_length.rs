//! `wx.summary-length`: how long a summary may be.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::wechat::limits::DIGEST;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.summary-length",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "摘要太长",
    en: "Summaries that are too long",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
摘要的字数：超过 120 字被接口拒绝（错误）；超过 54 字的部分读者看不到（提示）。

## 为什么
超过上限整期都发不出去。

## 依据
微信公众平台接口文档 draft/add 的 digest；实测 120 字通过、121 字返回 45004。

## 反例
把第一段整个贴进摘要。

## 正例
“五分钟读懂冬至的三件小事。”

## 怎么改
缩短成一句话。

## 例外
不写摘要时，平台自动取正文前 54 字。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let Some(value) = article.front.summary.as_ref() else { return };
    let bound = DIGEST;
    // The platform counts characters, not bytes.
    let count = value.value.chars().count();
    if count > bound.reject {
        let message = text::summary_over(count, bound.reject);
        findings.push(META.finding(value.place.clone(), message).help(text::shorten(bound.reject)));
    } else if count > bound.warn {
        let mut finding = META
            .finding(value.place.clone(), text::summary_long(count, bound.warn))
            .help(text::shorten(bound.warn));
        finding.severity = Severity::Info;
        findings.push(finding);
    }
}
