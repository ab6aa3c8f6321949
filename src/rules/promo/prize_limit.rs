//! `promo.prize.limit`: the cap on prizes of draws.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Campaign;
use crate::source::yaml::Node;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.limit",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "抽奖奖品超过五万元",
    en: "Prizes of draws above the cap",
    basis: &["AUCL-11", "PROMO-17", "PROMO-18"],
    documentation: "\
## 查什么
活动计划里每种奖品的单价；一次参与能中多份的（mechanics.max_wins_per_entry），按合计算。

## 为什么
抽奖式有奖销售，最高奖的金额不得超过五万元；使用权、虚拟物品、折扣按市场价算。

## 依据
反不正当竞争法第十一条；规范促销行为暂行规定第十七条、第十八条。

## 反例
prizes: [{name: 一年用车权, unit_value: 60000, quantity: 1}]

## 正例
prizes: [{name: 春季套装, unit_value: 399, quantity: 20}]

## 怎么改
降低单份价值，或改成人人都有的赠品。

## 例外
附赠（数量覆盖全部参与者、不抽取）没有上限，kind 写 gift。
",
};

/// The cap in fen: 50,000 yuan.
const CAP: i64 = 50_000 * 100;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign() else { return };
    let times = wins(campaign);
    for prize in &campaign.prizes {
        let Some(value) = &prize.unit_value else { continue };
        if prize.kind.as_ref().is_some_and(|kind| kind.value == "gift") {
            continue;
        }
        let total = value.value.saturating_mul(times);
        let message = if value.value > CAP {
            text::prize_over(&prize.name.value, yuan(value.value), yuan(CAP))
        } else if total > CAP {
            text::prize_total_over(&prize.name.value, times, yuan(total), yuan(CAP))
        } else {
            continue;
        };
        findings.push(META.finding(value.place.clone(), message).help(text::prize_help()));
    }
}

/// How often one entry can win.
fn wins(campaign: &Campaign) -> i64 {
    let get = |node: &Node, key: &str| match node {
        Node::Map(entries) => {
            entries.iter().find(|(name, ..)| name == key).map(|(_, _, value, _)| value.clone())
        }
        _ => None,
    };
    let mechanics = get(&campaign.root.value, "mechanics");
    match mechanics.and_then(|mechanics| get(&mechanics, "max_wins_per_entry")) {
        Some(Node::Int(times)) => times.max(1),
        _ => 1,
    }
}

/// Fen as yuan.
fn yuan(fen: i64) -> String {
    if fen % 100 == 0 {
        format!("{}", fen / 100)
    } else {
        format!("{}.{:02}", fen / 100, fen.rem_euclid(100))
    }
}
