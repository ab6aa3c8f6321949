//! `campaign.schedule`: the dates of a campaign.

use crate::base::message::campaign as text;
use crate::finding::Place;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::promo::prize_info::is_instant;
use crate::site::{Campaign, Located, Task};
use crate::source::yaml::{Node, Value};

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "campaign.schedule",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "活动的日期排不通",
    en: "Dates of a campaign that cannot work",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
开奖不早于活动结束、领奖截止不早于开奖；任务的 due 不早于 start；after 里的任务存在、不互相等待、先做完再开始；写了 lead 的任务按提前量开始；双 11、618 一类的大促提前 90 天对接平台资源；法务、物料在活动开始前完成；复盘不早于结束。

## 为什么
排期上的矛盾在计划里只是两个数字，到了那天就是开不了奖、物料没到、规则没审。

## 依据
本站约定（活动计划的结构检查）。

## 反例
window.end: 2026-03-31，draw.at: 2026-03-20。

## 正例
draw.at: 2026-04-01，claim.until: 2026-04-15，法务审核 due: 2026-03-02，window.start: 2026-03-10。

## 怎么改
改正其中一个日期，或推迟活动。

## 例外
没有写日期的不查；现场即开的不查开奖时刻；提前量不够的是警告。
",
};

/// Sales festivals that platforms are approached for long before.
const FESTIVALS: &[&str] = &["双11", "双十一", "双 11", "11.11", "618", "6.18", "年货节", "双12", "双十二"];
/// Days before them.
const FESTIVAL_LEAD: i64 = 90;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    draw(context, campaign, findings);
    let tasks: HashMap<&str, &Located<Task>> =
        campaign.timeline.iter().map(|task| (task.id.value.as_str(), task)).collect();
    for task in &campaign.timeline {
        examine(task, &tasks, findings);
    }
    circles(campaign, &tasks, findings);
    let Some(window) = &campaign.window else { return };
    let start = plan::day(context, window.start);
    leads(campaign, start, findings);
    before_start(campaign, start, findings);
    let due = campaign.value().find(&["recap", "due"]);
    let end = plan::day(context, window.end);
    if let Some(due) = due.and_then(|due| due.date(&mut Findings::new())).filter(|due| due.value < end) {
        findings.push(warn(due.place, text::recap_early()));
    }
}

fn warn(place: Place, message: crate::base::message::Message) -> crate::finding::Finding {
    plan::weighing(&META, Severity::Warning, place, message, text::schedule_help())
}

/// End, draw, claim: in this order.
fn draw(context: &Context<'_>, campaign: &Campaign, findings: &mut Findings) {
    let at = campaign.draw.as_ref().and_then(|draw| draw.at.as_ref());
    let instant =
        campaign.draw.as_ref().and_then(|draw| draw.method.as_ref()).is_some_and(|way| is_instant(way));
    if let (Some(at), Some(window)) = (at, &campaign.window)
        && !instant
        // A draw on the closing day is what many plans mean by its date.
        && plan::day(context, at.value) < plan::day(context, window.end)
    {
        let finding = META.finding(at.place.clone(), text::draw_early()).help(text::schedule_help());
        findings.push(finding.label(window.place.clone(), text::other_date()));
    }
    let claims = campaign
        .claim_until
        .iter()
        .chain(campaign.prizes.iter().filter_map(|prize| prize.claim_until.as_ref()));
    let last = at.map(|at| at.value).or_else(|| campaign.window.as_ref().map(|window| window.start));
    for claim in claims {
        if last.is_some_and(|last| claim.value < last) {
            findings.push(META.finding(claim.place.clone(), text::claim_early()).help(text::schedule_help()));
        }
    }
}

/// A task on its own and against those before it.
fn examine(task: &Task, tasks: &HashMap<&str, &Located<Task>>, findings: &mut Findings) {
    if let (Some(start), Some(due)) = (&task.start, &task.due)
        && due.value < start.value
    {
        let finding = META.finding(due.place.clone(), text::task_backwards(&task.name.value));
        findings.push(finding.help(text::schedule_help()));
    }
    for id in &task.after {
        let Some(before) = tasks.get(id.as_str()) else {
            findings
                .push(META.finding(id.place.clone(), text::no_task(&id.value)).help(text::schedule_help()));
            continue;
        };
        let done = before.due.as_ref().or(before.start.as_ref());
        // A task of which only the end is known cannot end before those it waits for.
        let first = task.start.as_ref().or(task.due.as_ref());
        if let (Some(first), Some(done)) = (first, done)
            && first.value < done.value
        {
            let message = text::task_order(&task.name.value, &before.name.value);
            findings.push(warn(first.place.clone(), message).label(done.place.clone(), text::other_date()));
        }
    }
}

/// Tasks that wait for each other: each circle once.
fn circles(campaign: &Campaign, tasks: &HashMap<&str, &Located<Task>>, findings: &mut Findings) {
    // How far each task has been followed: the number of the walk that met it.
    let mut met: HashMap<&str, usize> = HashMap::with_capacity(tasks.len());
    for (walk, first) in campaign.timeline.iter().enumerate() {
        // Each entry: a task and how many of those before it have been followed.
        let mut way: Vec<(&Located<Task>, usize)> = Vec::new();
        if !met.contains_key(first.id.value.as_str()) {
            met.insert(&first.id.value, walk);
            way.push((first, 0));
        }
        while let Some((task, next)) = way.last_mut() {
            let Some(id) = task.after.get(*next) else {
                way.pop();
                continue;
            };
            *next += 1;
            if let Some(at) = way.iter().position(|(task, _)| task.id == *id) {
                let ids: Vec<&str> = way.iter().skip(at).map(|(task, _)| task.id.value.as_str()).collect();
                let finding = META.finding(id.place.clone(), text::circle(ids.join(" → ")));
                findings.push(finding.help(text::schedule_help()));
            } else if let Some(before) = tasks.get(id.as_str())
                && !met.contains_key(before.id.value.as_str())
            {
                met.insert(&before.id.value, walk);
                way.push((before, 0));
            }
        }
    }
}

/// Tasks that need time before the start.
fn leads(campaign: &Campaign, start: Date, findings: &mut Findings) {
    for task in &campaign.timeline {
        let (Some(lead), Some(begun)) = (&task.lead, task.start.as_ref().or(task.due.as_ref())) else {
            continue;
        };
        let Ok(lead) = SignedDuration::try_from(lead.value) else { continue };
        let Ok(last) = start.checked_sub(lead) else { continue };
        if begun.value > last {
            let message = text::late_lead(&task.name.value, last);
            let place = begun.place.clone();
            findings.push(plan::weighing(&META, Severity::Warning, place, message, text::lead_help()));
        }
    }
    let trigger = campaign.value().find(&["trigger", "ref"]);
    let named = trigger.and_then(|named| Some((named.as_str()?, named.place)));
    let title = (campaign.title.value.as_str(), &campaign.title.place);
    let festival = named.into_iter().chain([title]).find_map(|(words, place)| {
        FESTIVALS.iter().find(|name| words.contains(**name)).map(|name| (*name, place))
    });
    let Some((name, place)) = festival else { return };
    let Ok(last) = start.checked_sub(FESTIVAL_LEAD.days()) else { return };
    let prepared = |task: &Located<Task>| {
        let about = ["平台", "资源", "对接"].iter().filter(|word| task.name.contains(**word)).count() >= 2;
        about && task.start.as_ref().or(task.due.as_ref()).is_some_and(|begun| begun.value <= last)
    };
    if !campaign.timeline.iter().any(prepared) {
        let message = text::festival_lead(name, FESTIVAL_LEAD, last);
        findings.push(plan::weighing(&META, Severity::Warning, place.clone(), message, text::lead_help()));
    }
}

/// Reviews and materials that come too late.
fn before_start(campaign: &Campaign, start: Date, findings: &mut Findings) {
    for task in &campaign.timeline {
        let review = ["法务", "审核", "合规", "物料"].iter().any(|word| task.name.contains(word));
        if let Some(due) = task.due.as_ref().filter(|due| review && due.value > start) {
            findings.push(warn(due.place.clone(), text::after_start(&task.name.value)));
        }
    }
    let Some(Node::Seq(materials)) = campaign.value().get("materials").map(|materials| materials.node) else {
        return;
    };
    for (node, place) in materials {
        let material = Value { name: "", node, place };
        let due = material.get("due").and_then(|due| due.date(&mut Findings::new()));
        if let Some(due) = due.filter(|due| due.value > start) {
            let id = material.get("id").and_then(|id| id.as_str()).unwrap_or_default();
            findings.push(warn(due.place, text::after_start(id)));
        }
    }
}
