//! `wx.induce-like`: a list of words, see `terms/wx-induce-like.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.induce-like",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "诱导点赞、在看、留言或点广告",
    en: "Induced likes, comments or ad clicks",
    basis: &["WX-OPS", "NETAUCL-9.5"],
    documentation: "\
## 查什么
以奖励换点赞、在看、留言，或请读者点击文末广告。

## 为什么
平台视为诱导互动和流量作弊，会收回广告收入、限制功能。

## 依据
微信公众平台运营规范；网络反不正当竞争暂行规定第九条第五项。

## 反例
“点在看领资料，点一下广告支持小编。”

## 正例
“喜欢就点个在看。”

## 怎么改
去掉奖励，不提广告。

## 例外
没有奖励的“喜欢就点个在看”不算；引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::induced_like(term), context, document, findings);
}
