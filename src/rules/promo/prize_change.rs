//! `promo.prize.change`: prizes and rules as they were when the campaign began.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::word;
use crate::site::{Campaign, Change, LIMITS};
use crate::source::yaml::{self, Node, Value};
use crate::source::{Located, SourceFile};

use std::sync::Arc;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.change",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "活动开始后改了奖品或规则",
    en: "Prizes or rules changed after the start",
    basis: &["AUCL-11", "PROMO-13"],
    documentation: "\
## 查什么
活动开始以后，计划里的奖品、数量、概率、参加条件、开奖和兑奖办法，与开始那一刻提交的版本相比有没有变。“规则随时调整”“主办方有权更改奖品”一类的话也查。

## 为什么
2025 年修订的反不正当竞争法新增：有奖销售开始后，无正当理由不得变更奖品种类、兑奖条件等信息。罚款五万至五十万元。

## 依据
反不正当竞争法第十一条第二项（2025-10-15 起）；规范促销行为暂行规定第十三条。

## 反例
活动开始两天后，把“一等奖 手机 3 部”改成“1 部”。

## 正例
把奖品从 3 部加到 5 部，或把截止时间延后；在 changes 里写明日期和理由。

## 怎么改
改回原样。确有正当理由的，在 changes 里写 date、what、reason，并在原渠道公告。

## 例外
对参加者有利的改动（加奖、提价值、延长期限）不算；changes 里写了理由的降为提示；没有版本历史可查的不查。
",
};

/// Parts of a plan that people relied on when they took part.
const PROMISED: &[&[&str]] = &[
    &["rules", "eligibility"],
    &["rules", "participation"],
    &["rules", "limits"],
    &["rules", "draw"],
    &["rules", "claim"],
    &["mechanics"],
    &["forfeiture"],
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |word| text::change_phrase(word), context, document, findings);
    let Some(campaign) = document.campaign().filter(|campaign| campaign.has_draw()) else { return };
    let (Some(now), Some(window)) = (context.now, &campaign.window) else { return };
    if now <= window.start {
        return;
    }
    let past = context.tree.as_of(campaign.file.path(), window.start, LIMITS.yaml);
    let Some(past) = past.and_then(|bytes| String::from_utf8(bytes).ok()) else { return };
    let file = Arc::new(SourceFile::new(campaign.file.path(), past));
    let (Some((node, place)), _) = yaml::parse(&file, 0..file.text().len()) else { return };
    let then = Value { name: "", node: &node, place: &place };
    let start = plan::day(context, window.start);
    let explained = campaign.changes.iter().any(|change: &Located<Change>| change.date.value >= start);
    let severity = if explained { Severity::Info } else { Severity::Error };
    compare_prizes(campaign, then, severity, findings);
    for keys in PROMISED {
        compare(campaign, then, keys, severity, findings);
    }
}

fn compare(campaign: &Campaign, then: Value<'_>, keys: &[&str], severity: Severity, findings: &mut Findings) {
    let (now, before) = (campaign.value().find(keys), then.find(keys));
    let Some(before) = before else { return };
    if now.is_some_and(|now| same(now.node, before.node) || is_later(keys, now, before)) {
        return;
    }
    let place = now.map_or_else(|| plan::lack(campaign, keys), |now| now.place.clone());
    let message = text::changed(keys.join("."));
    let finding = plan::weighing(&META, severity, place, message, text::changed_help());
    findings.push(finding.label(campaign.title.place.clone(), text::was(shown(before.node))));
}

/// Whether the only difference is a longer time to claim.
fn is_later(keys: &[&str], now: Value<'_>, before: Value<'_>) -> bool {
    if keys != ["rules", "claim"] {
        return false;
    }
    let until = |value: Value<'_>| value.get("until").and_then(|until| until.as_str().map(str::to_owned));
    let how = |value: Value<'_>| value.get("how").and_then(|how| how.as_str().map(str::to_owned));
    matches!((until(now), until(before)), (Some(now), Some(before)) if now > before)
        && how(now) == how(before)
}

fn compare_prizes(campaign: &Campaign, then: Value<'_>, severity: Severity, findings: &mut Findings) {
    let Some(Node::Seq(prizes)) = then.get("prizes").map(|prizes| prizes.node) else { return };
    for (node, place) in prizes {
        let before = Value { name: "", node, place };
        let Some(name) = before.get("name").and_then(|name| name.as_str()) else { continue };
        let Some(prize) = campaign.prizes.iter().find(|prize| prize.name.value.trim() == name.trim()) else {
            let place = plan::lack(campaign, &["prizes"]);
            let message = text::prize_gone(name);
            findings.push(plan::weighing(&META, severity, place, message, text::changed_help()));
            continue;
        };
        let fewer = prize.quantity.as_ref().map(|now| (now.value * 100, &now.place, "quantity"));
        let cheaper = prize.unit_value.as_ref().map(|now| (now.value, &now.place, "unit_value"));
        for (now, place, key) in fewer.into_iter().chain(cheaper) {
            let Some(old) = before.get(key).and_then(|old| old.money(&mut Findings::new())) else { continue };
            if now < old.value {
                let message = text::changed(format_args!("“{name}” {key}"));
                let finding = plan::weighing(&META, severity, place.clone(), message, text::changed_help());
                findings.push(finding.label(prize.name.place.clone(), text::was(old.place.text())));
            }
        }
        if let (Some(now), Some(old)) = (&prize.odds, before.get("odds"))
            && now.value != old.place.text()
        {
            let message = text::changed(format_args!("“{name}” odds"));
            let finding = plan::weighing(&META, severity, now.place.clone(), message, text::changed_help());
            findings.push(finding.label(prize.name.place.clone(), text::was(old.place.text())));
        }
    }
}

/// Whether two values say the same, wherever they stand; blanks within texts do not matter.
fn same(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Str(one), Node::Str(other)) => one.split_whitespace().eq(other.split_whitespace()),
        (Node::Seq(one), Node::Seq(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|((one, _), (other, _))| same(one, other))
        }
        (Node::Map(one), Node::Map(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, _, value, _)| {
                    other.iter().any(|(known, _, old, _)| known == key && same(value, old))
                })
        }
        (Node::Null, Node::Null) => true,
        (Node::Bool(one), Node::Bool(other)) => one == other,
        (Node::Int(one), Node::Int(other)) => one == other,
        (Node::Float(one), Node::Float(other)) => one.to_bits() == other.to_bits(),
        _ => false,
    }
}

/// A value in a line.
fn shown(node: &Node) -> String {
    match node {
        Node::Str(text) => text.clone(),
        Node::Int(number) => number.to_string(),
        Node::Float(number) => number.to_string(),
        Node::Bool(flag) => flag.to_string(),
        Node::Null => String::new(),
        Node::Seq(items) => items.iter().map(|(item, _)| shown(item)).collect::<Vec<_>>().join("、"),
        Node::Map(entries) => entries
            .iter()
            .map(|(key, _, value, _)| format!("{key}: {}", shown(value)))
            .collect::<Vec<_>>()
            .join("，"),
    }
}
