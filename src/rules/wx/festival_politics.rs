//! `wx.festival-politics`: marketing on days of mourning and remembrance.

use crate::base::message::campaign as text;
use crate::finding::Place;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::word;
use crate::site::{Campaign, Slot};

use jiff::civil::Date;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.festival-politics",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "纪念日、哀悼日做营销",
    en: "Marketing on days of mourning and remembrance",
    basis: &["ECO-7", "WX-OPS"],
    documentation: "\
## 查什么
广告文章的发布日、活动的开始和开奖日、有推文的任务日，是不是 desk/calendar.yaml 里的纪念日（history）、哀悼日（mourning）、灾难日（disaster），或每年固定的国家公祭日、烈士纪念日、九一八、七七、五一二；文字是不是借革命历史、烈士、灾难来促销（“公祭日特惠”“缅怀先烈，下单立减”）。

## 为什么
在公祭日促销、借灾难蹭热点，平台会删文，读者更不会原谅；这类事每年都有品牌道歉。

## 依据
网络信息内容生态治理规定第七条；微信公众平台 2018 年关于历史题材营销的公告。

## 反例
12 月 13 日上午推“双十二返场，全场五折”。

## 正例
12 月 13 日不发促销；或发不带购买入口的纪念文章。

## 怎么改
改期；纪念内容去掉促销和购买入口。

## 例外
不是广告的纪念文章不算；活动期只是跨过那一天、当天没有安排的不算。
",
};

/// Days of every year: month, day, name.
const YEARLY: &[(i8, i8, &str)] = &[
    (5, 12, "五一二纪念日"),
    (7, 7, "七七纪念日"),
    (9, 18, "九一八纪念日"),
    (9, 30, "烈士纪念日"),
    (12, 13, "国家公祭日"),
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(
        &META,
        |words| crate::base::message::truth::sold_history(words),
        context,
        document,
        findings,
    );
    let mut days: Vec<(Date, Place)> = Vec::new();
    if let Some(front) = document.front().filter(|_| document.verdict.ad) {
        if let Some(at) = &front.publish.at {
            match at.value {
                Slot::At(instant) => days.push((plan::day(context, instant), at.place.clone())),
                Slot::Day(day) => days.push((day, at.place.clone())),
                Slot::Next => {}
            }
        }
    } else if let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) {
        days = marked(context, campaign);
    }
    for (day, place) in days {
        if let Some(name) = solemn(context, day) {
            findings.push(META.finding(place, text::solemn(day, name)).help(text::solemn_help()));
        }
    }
}

/// Days on which a campaign speaks up.
fn marked(context: &Context<'_>, campaign: &Campaign) -> Vec<(Date, Place)> {
    let mut days = Vec::new();
    if let Some(window) = &campaign.window {
        let start = campaign.value().find(&["window", "start"]);
        let place = start.map_or_else(|| window.place.clone(), |start| start.place.clone());
        days.push((plan::day(context, window.start), place));
    }
    if let Some(at) = campaign.draw.as_ref().and_then(|draw| draw.at.as_ref()) {
        days.push((plan::day(context, at.value), at.place.clone()));
    }
    let tasks = campaign.timeline.iter().filter(|task| !task.units.is_empty());
    days.extend(tasks.filter_map(|task| task.start.as_ref()).map(|start| (start.value, start.place.clone())));
    days
}

fn solemn<'c>(context: &'c Context<'_>, day: Date) -> Option<&'c str> {
    let known = context.site.desk.days.iter();
    let known = known.filter(|known| known.kind.is_solemn() && (known.from.value..=known.to).contains(&day));
    let listed = known.map(|known| known.name.value.as_str()).next();
    let yearly = || YEARLY.iter().find(|(month, of, _)| (day.month(), day.day()) == (*month, *of));
    listed.or_else(|| yearly().map(|(_, _, name)| *name))
}
