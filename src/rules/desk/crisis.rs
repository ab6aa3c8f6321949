//! `desk.crisis`: the parts that a crisis plan needs.

use crate::base::message::desk_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::paper;
use crate::site::PaperKind;
use crate::source::yaml::{Node, Value};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "desk.crisis",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "危机预案缺必备的部分",
    en: "Crisis plans that lack parts",
    basis: &["INCIDENT-4", "PIPL-57", "CIVIL-1195", "CIVIL-1028", "HOUSE"],
    documentation: "\
## 查什么
desk/crisis.yaml 要有：分级（levels）、负责人（owner）、发言人（spokesperson）、电话树或值班表（phone_tree、on_call）、先行声明（holding_statements）、停发开关（freeze）、信息泄露告知的五项（leak_notice：kinds、cause、harm、measures、contact）、更正模板（correction）、侵权通知的受理人（infringement）、投诉材料的准备（complaints）、监管机关的联系方式（authorities）。
首次响应（first_response_minutes 或 start_within）不超过一小时；网络安全事件报告（authorities 的 within）不超过四小时。

## 为什么
危机的头一个小时决定走向；网络安全事件较大以上须在四小时内报告，信息泄露要立即补救并告知五项内容，超时另有处罚。

## 依据
国家网络安全事件报告管理办法第四条（2025-11-01 起）；个人信息保护法第五十七条；民法典第一千一百九十五条、第一千零二十八条；广告法第五十三条；本站约定。

## 反例
只有一张电话表，没写几级、谁发言、多久响应。

## 正例
start_within: 1h；levels 三级；authorities: [{name: 省网信办, contact: …, within: 4h}]；leak_notice 五项齐全。

## 怎么改
照结果里列出的键补齐，每季度演练一次（drill）。

## 例外
没有 desk/crisis.yaml 的站点不查。
",
};

/// Keys, any one of each group.
const PARTS: &[&[&str]] = &[
    &["levels"],
    &["owner"],
    &["spokesperson"],
    &["phone_tree", "on_call"],
    &["holding_statements"],
    &["freeze"],
    &["leak_notice"],
    &["correction"],
    &["infringement"],
    &["complaints"],
    &["authorities"],
    &["first_response_minutes", "start_within"],
];
/// What those whose data leaked are told.
const LEAK: &[&[&str]] = &[&["kinds"], &["cause"], &["harm"], &["measures"], &["contact"]];
/// Minutes until the plan starts, and until an incident is reported.
const START: i64 = 60;
const REPORT: i64 = 4 * 60;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(paper) = document.paper().filter(|paper| paper.kind == PaperKind::Crisis) else { return };
    let plan = paper.value();
    let mut tell = |place: &Place, message| {
        findings.push(META.finding(place.clone(), message).help(text::crisis_help()));
    };
    if let Some(missing) = paper::missing(&plan, PARTS) {
        tell(&paper::top(paper), text::crisis(missing));
    }
    for key in ["first_response_minutes", "start_within"] {
        if let Some(limit) = plan.get(key)
            && let Some(minutes) = paper::minutes(limit.node).filter(|minutes| *minutes > START)
        {
            tell(limit.place, text::crisis_slow(minutes, START));
        }
    }
    if let Some(notice) = plan.get("leak_notice")
        && let Some(missing) = paper::missing(&notice, LEAK)
    {
        tell(notice.place, text::crisis_leak(missing));
    }
    if let Some(authorities) = plan.get("authorities")
        && let Node::Seq(list) = authorities.node
    {
        for (node, place) in list {
            let authority = Value { name: "", node, place };
            let name = authority.get("name").and_then(|name| name.as_str()).unwrap_or_default();
            let within = authority.get("within");
            let minutes = within.and_then(|within| paper::minutes(within.node));
            let cyber = name.contains("网信") || name.contains("公安");
            if let (true, Some(minutes), Some(within)) = (cyber, minutes, within)
                && minutes > REPORT
            {
                tell(within.place, text::crisis_report(name, minutes));
            }
        }
    }
}
