//! `gov.group`: who answers for a group, and by what rules.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::paper;
use crate::site::PaperKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.group",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "社群没有负责人和规则",
    en: "Groups without owner and rules",
    basis: &["GROUP-9"],
    documentation: "\
## 查什么
desk/community.yaml（社群公约）要写明群主或负责人（owner）、禁止的内容（bans 或 rules）、处置步骤（ladder，最后一步能移出群）。

## 为什么
群组建立者、管理者要履行管理责任，群里传播违法信息，群主可能被追责；没有规则就移人，会起纠纷。

## 依据
互联网群组信息服务管理规定第九条（2017-10-08 起）。

## 反例
只有一句“欢迎入群”，没写谁负责、什么不能发。

## 正例
owner: 运营 小陈；bans: [广告刷屏, 谣言]；ladder: [{count: 1, do: [private_warning]}, {count: 2, do: [remove]}]

## 怎么改
在 desk/community.yaml 里补上 owner、bans 和 ladder。

## 例外
没有 desk/community.yaml 的站点不查；其余必备项由 desk.community 查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(paper) = document.paper().filter(|paper| paper.kind == PaperKind::Community) else { return };
    let plan = paper.value();
    let removes = plan.get("ladder").is_some_and(|ladder| {
        paper::words(ladder.node).iter().any(|word| word.contains("remove") || word.contains('移'))
    });
    let keys = [
        ("owner", plan.get("owner").is_some()),
        ("bans", plan.get("bans").is_some() || plan.get("rules").is_some()),
        ("ladder", removes),
    ];
    let missing: Vec<&str> = keys.into_iter().filter_map(|(key, there)| (!there).then_some(key)).collect();
    if !missing.is_empty() {
        let message = text::group_thin(missing.join(", "));
        findings.push(META.finding(paper::top(paper), message).help(text::group_help()));
    }
}
