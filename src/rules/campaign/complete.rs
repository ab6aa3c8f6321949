//! `campaign.complete`: what a plan needs before it is reviewed.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::site::Campaign;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "campaign.complete",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "活动计划不完整",
    en: "Campaign plans with gaps",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
送审以后的计划：负责人 owner、活动时间 window、目标 goal.statement 和指标 goal.kpi、预案（plan_b 或 risk_plan）、任务时间线；批准以后有奖品、价格或个人信息的，要有法务审核人；金融、招商加盟类要有风险提示。

## 为什么
缺负责人和预案的活动，出事时没有人拍板；没有指标的活动，复盘时各说各话。

## 依据
本站约定；风险提示依据广告法第二十五条。

## 反例
status: review，没有 owner，没有 goal.kpi，也没有 plan_b。

## 正例
owner: liu.yang，goal: {statement: …, kpi: […]}，plan_b: 库存不足时等值替换并公告。

## 怎么改
按提示补齐再送审。

## 例外
还在起草的（idea、draft）只提示；已取消的不查。
",
};

/// Industries whose campaigns have to warn of risks.
const RISKY: &[&str] = &["finance", "franchise"];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    let severity = if campaign.is_submitted() { Severity::Warning } else { Severity::Info };
    let missing = missing(campaign);
    if !missing.is_empty() {
        let place = campaign.title.place.clone();
        let message = text::plan_missing(missing.join("、"));
        findings.push(plan::weighing(&META, severity, place, message, text::plan_help()));
    }
    let approved = matches!(campaign.status.as_str(), "approved" | "running" | "ended" | "recapped");
    let weighty = !campaign.prizes.is_empty() || !campaign.prices.is_empty() || !campaign.collects.is_empty();
    if approved && weighty && !plan::has(campaign, &["legal", "reviewed_by"]) {
        let place = plan::lack(campaign, &["legal", "reviewed_by"]);
        let place = if plan::has(campaign, &["legal"]) { place } else { campaign.status.place.clone() };
        findings.push(plan::weighing(
            &META,
            Severity::Error,
            place,
            text::not_reviewed(),
            text::not_reviewed_help(),
        ));
    }
    if plan::has(campaign, &["risk_notice"]) {
        return;
    }
    if let Some(industry) = RISKY.iter().find(|industry| document.is_of(industry)) {
        let place = plan::lack(campaign, &["industry"]);
        let message = text::no_risk_notice(industry);
        findings.push(plan::weighing(&META, Severity::Error, place, message, text::no_risk_notice_help()));
    }
}

fn missing(campaign: &Campaign) -> Vec<&'static str> {
    let has = |keys: &[&str]| plan::has(campaign, keys);
    let checks = [
        ("owner", campaign.owner.is_some()),
        ("window", campaign.window.is_some()),
        ("goal.statement", has(&["goal", "statement"])),
        ("goal.kpi", has(&["goal", "kpi"])),
        ("plan_b / risk_plan", has(&["plan_b"]) || has(&["risk_plan"])),
        ("timeline", !campaign.timeline.is_empty()),
    ];
    checks.iter().filter(|(_, told)| !told).map(|(key, _)| *key).collect()
}
