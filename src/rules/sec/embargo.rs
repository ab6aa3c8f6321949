//! `sec.embargo`: when an embargo ends.

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Slot;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.embargo",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "早于解禁时间发布",
    en: "Published before the embargo ends",
    basis: &["SEC-53", "AUCL-10"],
    documentation: "\
## 查什么
publish.at 早于 embargo（按站点时区比较，只写日期的 slot 按那天零点算）；publish.until 早于 embargo（永远发不出去）。排期时程序也会再拦一次。

## 为什么
提前发布会违反保密合同；涉及上市公司的还可能构成内幕信息泄露。

## 依据
证券法第五十三条、第八十三条；反不正当竞争法第十条；与信息提供方的保密约定。

## 反例
embargo: 2026-12-20 09:00，publish: {at: 2026-12-19 20:00}

## 正例
publish: {at: 2026-12-20 09:30}

## 怎么改
把 publish.at 改到 embargo 之后，或与提供方确认后修改 embargo。

## 例外
没有排期的文章不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let Some(embargo) = &article.front.embargo else { return };
    let zone = &context.site.config.zone;
    let until = embargo.value.to_zoned(zone.clone());
    let publish = &article.front.publish;
    if let Some(at) = &publish.at {
        let early = match at.value {
            Slot::At(instant) => instant < embargo.value,
            Slot::Day(day) => day < until.date(),
            Slot::Next => false,
        };
        if early {
            let message = text::embargo(until.strftime("%Y-%m-%d %H:%M").to_string());
            findings.push(META.finding(at.place.clone(), message).help(text::embargo_help()));
        }
    }
    if let Some(last) = publish.until.as_ref().filter(|last| last.value < embargo.value) {
        let message = text::embargo_never(until.strftime("%Y-%m-%d %H:%M").to_string());
        findings.push(META.finding(last.place.clone(), message).help(text::embargo_help()));
    }
}
