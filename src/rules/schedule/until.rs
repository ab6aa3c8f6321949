//! `schedule.until`: times that contradict each other.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Slot;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "schedule.until",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "永远发不出去的排期",
    en: "Articles that can never go out",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
publish.until 是否晚于发布时间；embargo 是否早于发布时间。

## 为什么
矛盾的时间会让文章到点被扣下，而没人知道为什么。

## 依据
本站约定；禁发期来自与供稿方的约定。

## 反例
publish: {at: 2026-12-21 20:00, until: 2026-12-21 12:00}

## 正例
publish: {at: 2026-12-21 20:00, until: 2026-12-22 12:00}

## 怎么改
改其中一个时间。

## 例外
没有排期的文章不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let publish = &article.front.publish;
    let Some(at) = &publish.at else { return };
    let zone = &context.site.config.zone;
    // The earliest and the latest moment at which it may be meant to go out.
    let (first, last) = match at.value {
        Slot::At(instant) => (instant, instant),
        Slot::Day(day) => {
            let begin = day.to_zoned(zone.clone());
            let end = day.tomorrow().and_then(|day| day.to_zoned(zone.clone()));
            let (Ok(begin), Ok(end)) = (begin, end) else { return };
            (begin.timestamp(), end.timestamp())
        }
        Slot::Next => return,
    };
    if let Some(until) = &publish.until
        && until.value <= first
    {
        findings.push(
            META.finding(until.place.clone(), text::until_before())
                .help(text::until_help())
                .label(at.place.clone(), text::scheduled_here()),
        );
    }
    if let Some(embargo) = &article.front.embargo
        && embargo.value > last
    {
        findings.push(
            META.finding(at.place.clone(), text::embargo_after())
                .help(text::embargo_help())
                .label(embargo.place.clone(), text::scheduled_here()),
        );
    }
}
