//! `price.raise-first`: marked prices before a discount, and what a discount is measured by.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::site::project::PriceHistory;
use crate::site::{Located, Price};

use jiff::ToSpan;
use jiff::civil::Date;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "price.raise-first",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "先涨价再打折，或折扣没有依据",
    en: "Prices raised before a discount, or a base without proof",
    basis: &["PRICE-17", "PRICE-16"],
    documentation: "\
## 查什么
活动计划和文章 price 里的对比价：policy/prices.yaml 的记录里，活动前三十天内有没有涨过标价；对比价是不是高于前七日最低成交价；没有记录又没说明是什么价的。

## 为什么
先提价再打折、折扣没有依据，是典型的价格欺诈，可处违法所得五倍以下罚款，没有违法所得的最高五十万元。

## 依据
明码标价和禁止价格欺诈规定第十六条、第十七条（2022-07-01 起）。

## 反例
3 月 1 日标价从 299 元改到 399 元，3 月 10 日起“原价 399，现价 299”。

## 正例
reference_price: 299, reference_meaning: 前七日最低成交价，记录里查得到。

## 怎么改
以涨价前的价格为基准；对比价写明含义，并把成交价记进 policy/prices.yaml。成本上涨确有依据的，写 reason。

## 例外
写了 reason 的涨价不报；reference_meaning 写明是厂商建议零售价等别的价的，不与成交价比。
",
};

/// Days before a discount in which a rise is looked for.
const BEFORE: i64 = 30;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let prices = match (document.campaign(), document.front()) {
        (Some(campaign), _) if plan::counts(campaign) => &campaign.prices,
        (None, Some(front)) => &front.details.prices,
        _ => return,
    };
    for price in prices {
        examine(context, price, document.day, findings);
    }
}

fn examine(context: &Context<'_>, price: &Located<Price>, day: Option<Date>, findings: &mut Findings) {
    let Some(reference) = &price.reference_price else { return };
    let item = &price.item.value;
    if let Some(now) = price.price.as_ref().filter(|now| now.value >= reference.value) {
        let message = text::no_discount(item);
        findings.push(META.finding(now.place.clone(), message).help(text::no_discount_help()));
        return;
    }
    let named = price.history_ref.as_ref().map_or(item, |name| &name.value);
    let Some(history) = context.site.project.history(named) else {
        if price.reference_meaning.is_none() {
            let message = text::no_basis(item);
            let finding = plan::weighing(
                &META,
                Severity::Warning,
                reference.place.clone(),
                message,
                text::no_basis_help(),
            );
            findings.push(finding);
        }
        return;
    };
    let Some(day) = day else { return };
    if let Some((on, before, after)) = rise(history, day)
        && reference.value > before
    {
        let message = text::raised(item, on, plan::yuan(before), plan::yuan(after));
        findings.push(META.finding(reference.place.clone(), message).help(text::raised_help()));
        return;
    }
    let former = price.reference_meaning.as_ref().is_none_or(|meaning| is_former(meaning));
    if let Some(lowest) = history.lowest_paid(day)
        && former
        && reference.value > lowest
    {
        let message = text::above_paid(item, plan::yuan(reference.value), plan::yuan(lowest));
        let help = text::above_paid_help(plan::yuan(lowest));
        findings.push(META.finding(reference.place.clone(), message).help(help));
    }
}

/// Whether a reference price claims to have been one's own.
fn is_former(meaning: &str) -> bool {
    ["原价", "日常价", "平时", "成交", "七日", "7日", "7天", "七天", "划线"]
        .iter()
        .any(|word| meaning.contains(word))
}

/// A rise of the marked price, without a reason, shortly before `day`: when, from, to.
fn rise(history: &PriceHistory, day: Date) -> Option<(Date, i64, i64)> {
    let first = day.checked_sub(BEFORE.days()).ok()?;
    let marked = history.records.iter().filter_map(|record| Some((record, record.marked.as_ref()?.value)));
    let pairs = marked.clone().zip(marked.skip(1));
    let mut rises = pairs.filter(|((_, before), (record, after))| {
        let on = record.date.value;
        after > before && record.reason.is_none() && (first..day).contains(&on)
    });
    rises.next().map(|((_, before), (record, after))| (record.date.value, before, after))
}
