//! `wx.ad-click`: readers are not asked to click advertisements, see `terms/wx-ad-click.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.ad-click",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "请读者点击广告",
    en: "Asking readers to click advertisements",
    basis: &["WX-OPS"],
    documentation: "\
## 查什么
正文、摘要、自动回复里请读者点击文末或文中广告的说法：“点一下广告支持小编”“看完广告就是鼓励”“帮忙戳下广告”。

## 为什么
流量主的广告收入按真实的兴趣结算。引导点击算流量作弊，平台会扣除收入、暂停流量主，屡次违规的永久关闭，涨来的收入一分也拿不到。

## 依据
微信公众平台运营规范与流量主协议（平台规则，版本随时更新）。

## 反例
“码字不易，麻烦大家点一下文末的广告，就是对我们最大的支持。”

## 正例
“觉得有用，欢迎留言说说你的想法。”

## 怎么改
整句删去。想要支持，可以请读者分享给需要的人，或者开通赞赏，都不提广告。

## 例外
讲广告怎样投放、统计“点击广告的人数”、提醒读者不要误点广告的句子不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::ad_click(term), context, document, findings);
}
