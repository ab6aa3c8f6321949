//! `desk.reply`: how soon readers get an answer.

use crate::base::message::desk_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::paper;
use crate::site::PaperKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "desk.reply",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "回复时限",
    en: "Time to reply",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
desk/community.yaml 的 reply_sla_minutes 要写明，不超过 120 分钟；要写服务时间（hours）和替班的人（stand_in）。

## 为什么
运营岗位约定服务时间内两小时回复；没有替班，节假日就没人应，小问题拖成投诉。

## 依据
本站约定（岗位职责：评论和私信两小时内回复）。

## 反例
reply_sla_minutes: 480，没有 hours。

## 正例
reply_sla_minutes: 120；hours: 工作日 9:00–21:00，休息日 10:00–20:00；stand_in: 小李

## 怎么改
把时限改到 120 以内，补上 hours 和 stand_in。

## 例外
没有 desk/community.yaml 的站点不查；时限更严的另有约定时把本规则调成 info。
",
};

/// The house's limit.
const MOST: i64 = 120;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(paper) = document.paper().filter(|paper| paper.kind == PaperKind::Community) else { return };
    let plan = paper.value();
    if let Some(limit) = plan.get("reply_sla_minutes")
        && let Some(minutes) = paper::minutes(limit.node)
        && minutes > MOST
    {
        let message = text::reply_slow(minutes, MOST);
        findings.push(META.finding(limit.place.clone(), message).help(text::reply_help()));
    }
    let keys = ["reply_sla_minutes", "hours", "stand_in"];
    let missing: Vec<&str> = keys.into_iter().filter(|key| plan.get(key).is_none()).collect();
    if !missing.is_empty() {
        let message = text::reply_missing(missing.join(", "));
        findings.push(META.finding(paper::top(paper), message).help(text::reply_help()));
    }
}
