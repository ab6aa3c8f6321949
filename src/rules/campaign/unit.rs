//! `campaign.unit`: articles that a campaign's timeline names.

use jiff::civil::Date;

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::{Article, Campaign, Slot, Task};
use crate::source::Located;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "campaign.unit",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "时间线里的文章对不上",
    en: "Articles of a timeline that do not fit",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
活动时间线 units 里的文章：存在；front matter 写了这个活动；排期在任务的起止之内，没写起止的在活动期之内。

## 为什么
上线那天才发现文章没写、写错了活动、或排到了活动结束之后。

## 依据
本站约定（活动计划的结构检查）。

## 反例
units: [content/spring/guide]，而文章写的是 campaign: winter-2026。

## 正例
文章 front matter 写 campaign: spring-2026，publish.at 在任务的 start 与 due 之间。

## 怎么改
改文章的 campaign 或 publish.at，或改时间线。

## 例外
没有排期的文章不查时间；只写了 start 的任务，不限结束。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign() else { return };
    for task in &campaign.timeline {
        for unit in &task.value.units {
            match context.article(unit) {
                None => {
                    findings.push(META.finding(unit.place.clone(), text::no_unit(&unit.value)));
                }
                Some(article) => examine(context, campaign, &task.value, unit, article, findings),
            }
        }
    }
}

fn examine(
    context: &Context<'_>,
    campaign: &Campaign,
    task: &Task,
    unit: &Located<String>,
    article: &Article,
    findings: &mut Findings,
) {
    let id = &campaign.id.value;
    if article.front.campaign.as_ref().is_none_or(|named| named.value != *id) {
        let message = text::foreign_unit(&unit.value, id);
        let place = article.front.campaign.as_ref().map_or(&article.front.title.place, |named| &named.place);
        findings.push(
            META.finding(unit.place.clone(), message)
                .help(text::foreign_unit_help(id))
                .label(place.clone(), text::scheduled_here()),
        );
    }
    let Some(at) = &article.front.publish.at else { return };
    let zone = &context.site.config.zone;
    let day = match at.value {
        Slot::At(instant) => instant.to_zoned(zone.clone()).date(),
        Slot::Day(day) => day,
        Slot::Next => return,
    };
    let message = match (bound(task.start.as_ref()), bound(task.due.as_ref())) {
        (None, None) => {
            let Some(window) = &campaign.window else { return };
            let first = window.value.start.to_zoned(zone.clone()).date();
            let last = window.value.end.to_zoned(zone.clone()).date();
            if (first..=last).contains(&day) {
                return;
            }
            text::unit_outside_window(&unit.value, day)
        }
        (first, last) => {
            if first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last) {
                return;
            }
            text::unit_outside(&unit.value, day, &task.name.value)
        }
    };
    findings.push(
        META.finding(unit.place.clone(), message)
            .help(text::unit_outside_help())
            .label(at.place.clone(), text::scheduled_here()),
    );
}

fn bound(day: Option<&Located<Date>>) -> Option<Date> {
    day.map(|day| day.value)
}
