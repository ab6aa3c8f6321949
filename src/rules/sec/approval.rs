//! `sec.approval`: approval rules that would stop nobody.

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::paper::{self, APPROVALS};
use crate::source::yaml::{Node, Value};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "sec.approval",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "签发规则拦不住作者自己",
    en: "Approval rules that let authors sign",
    basis: &["ACCT-16", "HOUSE"],
    documentation: "\
## 查什么
policy/approvals.yaml 里：没有一条覆盖全部内容的规则（match: {all: true}）；strict_authors: false（作者也能签自己的稿子）；one_person_one_role: false（一个人顶几个角色）。签名与内容摘要的绑定由 sign、approvals 逐篇核对。

## 为什么
不经主管同意不得发布，是内容安全的底线；自己写自己签，等于没有审核。

## 依据
互联网用户公众账号信息服务管理规定第十六条；本站约定（四眼原则）。

## 反例
rules 里只有 match: {kind: ad}，其他文章没有人签也能发。

## 正例
rules: [{id: base, match: {all: true}, require: [{role: supervisor, count: 1}]}]

## 怎么改
加一条 match: {all: true} 的规则，由写稿人以外的角色签；strict_authors 和 one_person_one_role 保持 true。

## 例外
没有 policy/approvals.yaml 的由 gov.review 查；两人小号确实忙不开的，写在 policy/rules 里把本规则调成 info。
",
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    if !context.tree.contains(APPROVALS) {
        return;
    }
    let Some((node, place)) = paper::read(context.tree, APPROVALS) else { return };
    let policy = Value { name: "", node: &node, place: &place };
    let mut tell = |place: &Place, severity, message, help| {
        let mut finding = META.finding(place.clone(), message).help(help);
        finding.severity = severity;
        findings.push(finding);
    };
    if let Some(defaults) = policy.get("defaults") {
        for key in ["strict_authors", "one_person_one_role"] {
            let off = defaults.get(key).filter(|value| matches!(value.node, Node::Bool(false)));
            if let Some(off) = off {
                tell(off.place, Severity::Warning, text::approval_off(key), text::approval_off_help());
            }
        }
    }
    let Some(rules) = policy.get("rules") else { return };
    let Node::Seq(list) = rules.node else { return };
    let covers = |(node, place): &(Node, Place)| {
        let rule = Value { name: "", node, place };
        let all = rule.get("match").and_then(|what| what.get("all"));
        all.is_some_and(|all| matches!(all.node, Node::Bool(true)))
            && rule
                .get("require")
                .is_some_and(|need| matches!(need.node, Node::Seq(roles) if !roles.is_empty()))
    };
    if !list.iter().any(covers) {
        tell(rules.place, Severity::Error, text::approval_gap(), text::approval_gap_help());
    }
}
