//! `promo.budget`: the sums of a campaign's budget.

use crate::base::message::{campaign, rules as text};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::site::{Budget, Campaign};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.budget",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "活动预算不平",
    en: "Budgets that do not add up",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
预算各项的计划数合计不超过 cap；已有实际支出的，实际加上其余计划也不超过 cap；奖品单价乘数量的合计等于 kind: prize 的各项合计。

## 为什么
超支和少算奖品，往往在开奖那天才发现。

## 依据
本站约定（活动计划的结构检查）。

## 反例
cap: 10000，而各项合计 12000。

## 正例
奖品 399 × 20 = 7980，预算里 prize 一项也是 7980。

## 怎么改
调整各项，或经审批后提高 cap；让奖品清单与预算一致。

## 例外
没有写 cap、没有 prize 一项、或有奖品没写单价和数量的，不查对应的一条。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign() else { return };
    let Some(budget) = &campaign.budget else { return };
    let sum: i64 = budget
        .value
        .lines
        .iter()
        .filter_map(|line| Some(line.plan.as_ref()?.value))
        .fold(0, i64::saturating_add);
    if let Some(cap) = &budget.value.cap
        && sum > cap.value
    {
        let message = text::budget_over(plan::yuan(sum), plan::yuan(cap.value));
        findings.push(META.finding(cap.place.clone(), message).help(text::budget_over_help()));
    }
    spent(&budget.value, findings);
    let (Some(prizes), Some(line)) = (prizes(campaign), prize_lines(&budget.value)) else { return };
    if prizes != line {
        let place = budget.value.lines.iter().find(|line| is_prize(line)).map(|line| line.place.clone());
        let message = text::budget_prizes(plan::yuan(prizes), plan::yuan(line));
        let place = place.unwrap_or_else(|| budget.place.clone());
        findings.push(META.finding(place, message).help(text::budget_prizes_help()));
    }
}

/// What was spent, against the cap; a line without a figure of its own counts as planned.
fn spent(budget: &Budget, findings: &mut Findings) {
    let Some(cap) = &budget.cap else { return };
    let last = budget.lines.iter().rev().find_map(|line| line.actual.as_ref());
    let Some(last) = last else { return };
    let actual = budget.lines.iter().filter_map(|line| line.actual.as_ref().or(line.plan.as_ref()));
    let sum = actual.map(|actual| actual.value).fold(0, i64::saturating_add);
    let planned = budget.lines.iter().filter_map(|line| line.plan.as_ref()).map(|plan| plan.value);
    // Too much was planned already: that has been said.
    if sum > cap.value && planned.fold(0, i64::saturating_add) <= cap.value {
        let message = campaign::spent_over(plan::yuan(sum), plan::yuan(cap.value));
        findings.push(META.finding(last.place.clone(), message).help(text::budget_over_help()));
    }
}

fn is_prize(line: &crate::site::BudgetLine) -> bool {
    line.kind.as_ref().is_some_and(|kind| kind.value == "prize")
}

/// What all prizes cost; `None` when that is not said of each.
fn prizes(campaign: &Campaign) -> Option<i64> {
    let cost = |prize: &crate::site::Prize| {
        Some(prize.unit_value.as_ref()?.value.saturating_mul(prize.quantity.as_ref()?.value))
    };
    let costs: Option<Vec<i64>> = campaign.prizes.iter().map(|prize| cost(&prize.value)).collect();
    let costs = costs.filter(|costs| !costs.is_empty())?;
    Some(costs.into_iter().fold(0, i64::saturating_add))
}

/// What the budget plans for prizes; `None` when it has no such line.
fn prize_lines(budget: &Budget) -> Option<i64> {
    let plans: Vec<i64> = budget
        .lines
        .iter()
        .filter(|line| is_prize(line))
        .filter_map(|line| Some(line.plan.as_ref()?.value))
        .collect();
    (!plans.is_empty()).then(|| plans.into_iter().fold(0, i64::saturating_add))
}
