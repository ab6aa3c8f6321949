//! `wx.clickbait`: a list of words, see `terms/wx-clickbait.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.clickbait",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "标题党",
    en: "Clickbait titles",
    basis: &["ECO-7", "WX-TITLE-2024"],
    documentation: "\
## 查什么
标题里的“震惊”“速看”“紧急通知”“99%的人不知道”等词。假冒官方通知的算错误。

## 为什么
平台按夸大营销处理：限制推荐、删除内容。

## 依据
网络信息内容生态治理规定第七条；微信公众平台关于规范公众号标题夸大营销的公告（2024-02-28）。

## 反例
“紧急通知，今晚起全部取消，速看”

## 正例
“3 月 1 日起，地铁 2 号线末班车提前到 22:30”

## 怎么改
直接写事实：谁、什么时候、怎么变。

## 例外
只查标题。真实的官方通知可以写 qianfa 的例外（sensitive_ok），注明发文机关和文号。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::clickbait(term), context, document, findings);
}
