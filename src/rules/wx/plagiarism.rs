//! `wx.plagiarism`: the same text does not flood many accounts.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Kind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.plagiarism",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "同一篇文章铺满多个账号",
    en: "The same text on many accounts",
    basis: &["WX-OPS", "ACCT-18.4"],
    documentation: "\
## 查什么
同一篇文章在同一天发给三个以上账号。

## 为什么
平台打击批量、重复的内容，会限制推荐、取消原创声明；操纵多个账号发布高度相似的内容，也为公众账号管理规定所禁止。

## 依据
微信公众平台运营规范；互联网用户公众账号信息服务管理规定第十八条第四项（2021-02-22 起）。

## 反例
accounts: [main, city, campus, shop]，四个号同日同文。

## 正例
主号发全文，分号各写本地的一段，文首注明“转自主号”。

## 怎么改
各账号写出自己的角度；确是同一份通知，kind 写 notice。

## 例外
通知（kind: notice）、写明转载来源（repost）的不算。
",
};

/// Accounts on one day from which on the same text is a flood.
const MANY: usize = 3;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front() else { return };
    let count = front.accounts.len();
    if count < MANY || front.kind == Kind::Notice || front.repost.is_some() {
        return;
    }
    if let Some(second) = front.accounts.get(1) {
        let message = text::same_text_everywhere(count);
        findings.push(META.finding(second.place.clone(), message).help(text::same_text_help()));
    }
}
