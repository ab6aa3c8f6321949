//! `pii.consent`: the notice and consent behind collected data.

use crate::base::message::{Message, campaign as text};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan::{self, Datum};
use crate::rules::word::{self, Verdict};
use crate::site::{Campaign, Collected, Located};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.consent",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "收集个人信息没有告知同意",
    en: "Personal data without notice and consent",
    basis: &["PII-17", "PII-25", "NETDATA-21"],
    documentation: "\
## 查什么
活动计划收集个人信息（collects，或 legal.checklist.personal_data）时：每个字段的目的和保存期限；处理者、联系方式、告知页、撤回办法；敏感信息或提供给别人的要单独同意；涉及儿童的要监护人同意。参加办法里要人填表、留电话、扫码进群而没有写 collects 的也查。文章里查明显越界的：当众接龙身份证和住址，发张券就要证件，把电话转给商家，“留下电话即视为同意”。

## 为什么
没有告知就收集，最高可罚一百万元，情节严重的五千万元或上年营业额百分之五；活动表单是投诉最集中的地方。

## 依据
个人信息保护法第十七条、第二十三条、第二十九条、第三十一条；网络数据安全管理条例第二十一条。

## 反例
collects: [{field: phone}]，没有目的，没有期限，也没有 consent。

## 正例
collects: [{field: phone, purpose: 通知领奖, retention: 30d}]，consent: {notice: content/privacy, withdraw: 回复“撤回”, handler: 某某公司, contact: 400-000-0000}

## 怎么改
逐项补齐，字段压到最少；敏感字段能不收就不收。

## 例外
处理者和联系方式写在 rules.organiser 里也算；不收集任何个人信息的匿名投票不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.article().is_some() {
        report(|words| text::collecting(words), text::collecting_help, context, document, findings);
        return;
    }
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    let listed = campaign.value().find(&["legal", "checklist", "personal_data", "collected"]);
    if campaign.collects.is_empty() && listed.is_none() {
        report(|words| text::undeclared(words), text::undeclared_help, context, document, findings);
        return;
    }
    let missing = missing(campaign);
    if !missing.is_empty() {
        let keys: &[&str] = if plan::has(campaign, &["consent"]) { &["consent"] } else { &["collects"] };
        let place = if plan::has(campaign, keys) {
            plan::lack(campaign, keys)
        } else {
            plan::lack(campaign, &["legal", "checklist", "personal_data"])
        };
        let message = text::consent_missing(missing.join("、"));
        findings.push(META.finding(place, message).help(text::consent_help()));
    }
    for field in &campaign.collects {
        examine(campaign, field, findings);
    }
}

/// Reports the words of the pack.
fn report(
    message: fn(&str) -> Message,
    help: fn() -> Message,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
) {
    let mut said = Findings::new();
    word::report_with(&META, context, document, &mut said, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        Some(Verdict { severity, message: message(shown) })
    });
    findings.extend(said.into_iter().map(|finding| finding.help(help())));
}

/// What the notice as a whole lacks.
fn missing(campaign: &Campaign) -> Vec<&'static str> {
    let has = |keys: &[&str]| plan::has(campaign, keys);
    let data = |key: &str| has(&["legal", "checklist", "personal_data", key]);
    let shared = campaign.collects.iter().any(|field| !field.shared_with.is_empty());
    let only_listed = campaign.collects.is_empty();
    let checks = [
        ("consent.notice", has(&["consent", "notice"]) || data("notice")),
        ("consent.handler", has(&["consent", "handler"]) || has(&["rules", "organiser", "name"])),
        ("consent.contact", has(&["consent", "contact"]) || has(&["rules", "organiser", "contact"])),
        ("consent.withdraw", has(&["consent", "withdraw"])),
        ("consent.third_parties", !shared || has(&["consent", "third_parties"])),
        ("legal.checklist.personal_data.purpose", !only_listed || data("purpose")),
        ("legal.checklist.personal_data.keep", !only_listed || data("keep")),
    ];
    checks.iter().filter(|(_, told)| !told).map(|(key, _)| *key).collect()
}

fn examine(campaign: &Campaign, field: &Located<Collected>, findings: &mut Findings) {
    let name = &field.field.value;
    let data = |key: &str| plan::has(campaign, &["legal", "checklist", "personal_data", key]);
    let mut missing = Vec::new();
    if field.purpose.is_none() && !data("purpose") {
        missing.push("purpose");
    }
    if field.retention.is_none() && !data("keep") {
        missing.push("retention");
    }
    if !missing.is_empty() {
        let message = text::field_missing(name, missing.join("、"));
        findings.push(META.finding(field.place.clone(), message).help(text::consent_help()));
    }
    let datum = Datum::of(name);
    let given = |key: &str| {
        let flag = campaign.value().find(&["consent", key]);
        flag.is_some_and(|flag| matches!(flag.node, crate::source::yaml::Node::Bool(true)))
    };
    let declared = field.sensitive.as_ref().is_some_and(|sensitive| sensitive.value);
    if (datum.is_sensitive() || declared || !field.shared_with.is_empty()) && !given("separate") {
        let place = field.field.place.clone();
        findings.push(META.finding(place, text::separate(name)).help(text::separate_help()));
    }
    if datum == Datum::Child && !given("guardian") {
        let place = field.field.place.clone();
        findings.push(META.finding(place, text::guardian(name)).help(text::guardian_help()));
    }
}
