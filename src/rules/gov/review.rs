//! `gov.review`: that somebody reviews what goes out.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::paper::APPROVALS;
use crate::site::Status;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "gov.review",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "没有审核制度",
    en: "No review before publishing",
    basis: &["ACCT-16"],
    documentation: "\
## 查什么
站点有待发的文章（status: ready），却没有 policy/approvals.yaml：谁审选题、谁审内容、几个人签，都没有规定。签发是否齐全由 sign、plan 在发布前逐篇核对。

## 为什么
公众账号要建立选题、编辑、发布、留言全过程的审核制度；没有人签字就发出去的稿子，出了事说不清。

## 依据
互联网用户公众账号信息服务管理规定第十六条（2021-02-22 起）。

## 反例
十几篇 ready 的文章，policy/ 里只有词表。

## 正例
policy/approvals.yaml 写明责编、主管、法务各签什么。

## 怎么改
照 docs/signoff.md 写一份 policy/approvals.yaml，至少一个角色、一条规则。

## 例外
只有草稿的站点不查。
",
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let site = context.site;
    let ready = site.articles.iter().any(|article| article.front.status == Status::Ready);
    if !ready || context.tree.contains(APPROVALS) {
        return;
    }
    let place = site.config.name.place.clone();
    findings.push(META.finding(place, text::no_review()).help(text::no_review_help()));
}
