//! `desk.community`: the parts that rules of a group need.

use crate::base::message::desk_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::paper;
use crate::site::PaperKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "desk.community",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "社群公约缺必备的部分",
    en: "Rules of a group that lack parts",
    basis: &["GROUP-9", "HOUSE"],
    documentation: "\
## 查什么
desk/community.yaml 要有：目的（purpose）、群主（owner）和管理员（moderators）、实名与信息收集的说明（real_name、consent）、禁止内容（bans 或 rules）、举报方式（report）、处置步骤（ladder）、申诉（appeal）、资料保留期限（retention）、生效日期和版本（effective、version）。

## 为什么
出了纠纷，公约是唯一的依据；少了申诉和期限，移人、留存个人信息都站不住脚。

## 依据
互联网群组信息服务管理规定第九条（2017-10-08 起）；个人信息保护法第十七条；本站约定。

## 反例
公约只有 bans 一项。

## 正例
purpose、owner、moderators、real_name、consent、bans、ladder、report、appeal、retention、effective、version 都写了。

## 怎么改
照结果里列出的键补齐。

## 例外
没有 desk/community.yaml 的站点不查。
",
};

/// Keys, any one of each group.
const PARTS: &[&[&str]] = &[
    &["purpose"],
    &["owner"],
    &["moderators"],
    &["real_name"],
    &["consent"],
    &["bans", "rules"],
    &["report"],
    &["ladder"],
    &["appeal"],
    &["retention"],
    &["effective"],
    &["version"],
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(paper) = document.paper().filter(|paper| paper.kind == PaperKind::Community) else { return };
    if let Some(missing) = paper::missing(&paper.value(), PARTS) {
        let message = text::community(missing);
        findings.push(META.finding(paper::top(paper), message).help(text::community_help()));
    }
}
