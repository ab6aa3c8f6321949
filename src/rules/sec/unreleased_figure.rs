//! `sec.unreleased-figure`: figures that are not public yet.

use jiff::Timestamp;
use std::ops::Range;

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::roster::Listed;
use crate::rules::sentence;
use crate::rules::word;
use crate::site::Slot;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.unreleased-figure",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "数字还没到公布时间",
    en: "Figures before their release",
    basis: &["SEC-53", "STAT-27"],
    documentation: "\
## 查什么
policy/figures.yaml 里的指标（metric、aliases）在正文出现，二十个字以内有同一个数值（1.2亿、120,000,000、1.2 亿元算同一个），而 release_at 晚于文章的发布时间。没有排期的文章按检查的时刻算。没有登记指标也查：句子自己说数字还没公布、还没披露、还在审计的，给警告。

## 为什么
财务、统计数字提前流出，可能构成泄露内幕信息或违法公布统计资料。

## 依据
证券法第五十二条、第五十三条、第七十八条至第八十条、第八十三条；统计法第二十七条。

## 反例
三季报十月二十八日公布，十月二十日的推文写“营收 1.2 亿元”。

## 正例
改写为已公布的上半年数字，或推迟到公布之后发。

## 怎么改
等公布之后再发，或删去数字。

## 例外
只有数值相同而没有指标名的不算；release_at 早于发布时间的不查。
",
};

/// Characters between a metric and its value.
const NEAR: usize = 20;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |shown| text::unreleased_told(shown), context, document, findings);
    let figures = &context.site.project.figures;
    if figures.is_empty() {
        return;
    }
    let published = published(context, document);
    let mut last = 0;
    for named in document.named(context) {
        let Listed::Figure(index) = named.who else { continue };
        let Some(figure) = figures.get(index).map(|figure| &figure.value) else { continue };
        if published.is_some_and(|published| figure.release_at.value <= published) {
            continue;
        }
        let unit = figure.unit.as_ref().map_or("", |unit| unit.value.as_str());
        let Some(wanted) = value(&fold(&format!("{}{unit}", figure.value.value))) else { continue };
        let Some(range) = near(document, &named.range, wanted).filter(|range| range.end > last) else {
            continue;
        };
        last = range.end;
        let zone = context.site.config.zone.clone();
        let release = figure.release_at.value.to_zoned(zone).strftime("%Y-%m-%d %H:%M").to_string();
        let whole = range.start.min(named.range.start)..range.end.max(named.range.end);
        let message = text::unreleased(&figure.metric.value, release);
        sentence::report(
            &META,
            document,
            &whole,
            (META.severity, message, text::unreleased_help()),
            findings,
        );
    }
}

/// When readers get to see it, if that is known.
fn published(context: &Context<'_>, document: &Document<'_>) -> Option<Timestamp> {
    let at = document.article().and_then(|article| article.front.publish.at.as_ref()).map(|at| at.value);
    match at {
        Some(Slot::At(instant)) => Some(instant),
        // Sometime on that day: its beginning, so that nothing slips through.
        Some(Slot::Day(day)) => {
            day.to_zoned(context.site.config.zone.clone()).ok().map(|start| start.timestamp())
        }
        Some(Slot::Next) | None => context.now,
    }
}

/// Where the value stands near a metric.
fn near(document: &Document<'_>, metric: &Range<usize>, wanted: (f64, bool)) -> Option<Range<usize>> {
    let text = document.folded();
    let figures = document.figures();
    let first = figures.partition_point(|figure| figure.range.end + 4 * NEAR < metric.start);
    let around = figures.get(first..).unwrap_or_default();
    let mut around = around.iter().take_while(|figure| figure.range.start <= metric.end + 4 * NEAR);
    let fits = |range: &Range<usize>| {
        let gap = if range.start >= metric.end {
            text.get(metric.end..range.start)
        } else {
            text.get(range.end..metric.start)
        };
        let close = gap.is_some_and(|gap| gap.chars().count() <= NEAR && !gap.contains(['。', '\n', ';']));
        // The unit may stand behind a blank: 1.2 亿元.
        let end = text.floor_char_boundary((range.end + 8).min(text.len()));
        close
            && value(text.get(range.start..end).unwrap_or_default()).is_some_and(|known| same(known, wanted))
    };
    around.find(|figure| fits(&figure.range)).map(|figure| figure.range.clone())
}

fn same(first: (f64, bool), second: (f64, bool)) -> bool {
    first.1 == second.1 && (first.0 - second.0).abs() <= second.0.abs() * 1e-9
}

/// The number that a folded text says, and whether it is a percentage: `1.2亿元`, `120,000,000`, `37%`, `百分之37`.
fn value(text: &str) -> Option<(f64, bool)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let digits: String = rest.get(..end)?.trim_end_matches(['.', ',']).replace(',', "");
    let mut number: f64 = digits.parse().ok()?;
    let behind = rest.get(end..)?.trim_start();
    let percent = behind.starts_with('%') || text.get(..start)?.ends_with("百分之");
    for c in behind.chars() {
        number *= match c {
            '万' => 1e4,
            '亿' => 1e8,
            '千' => 1e3,
            '百' => 1e2,
            _ => break,
        };
    }
    Some((number, percent))
}
