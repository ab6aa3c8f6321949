//! `wx.induce-like`: a list of words, see `terms/wx-induce-like.yaml`.

use crate::base::message::truth as text;
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
    zh: "诱导点赞、在看、留言或投票",
    en: "Induced likes, comments or votes",
    basis: &["WX-OPS", "NETAUCL-9.5"],
    documentation: "\
## 查什么
以奖励换点赞、在看、投票；点赞过多少才更新、才公布；“评论后可见”。以奖励换留言、收藏的，只算警告：留言抽奖写全规则、不比互动数量，可以做。

## 为什么
平台视为诱导互动，会限制功能、删除内容；利诱用户点赞、定向投票，也是法律禁止的虚假宣传，罚款可到一百万元。

## 依据
微信公众平台运营规范；网络反不正当竞争暂行规定第九条第五项。

## 反例
“点在看并截图，即可领取资料；点赞过百马上更新下一集。”

## 正例
“喜欢就点个在看。”

## 怎么改
去掉奖励。想听意见，就请读者留言，精选展示即可。

## 例外
没有奖励的“喜欢就点个在看”不算；引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::induced_like(term), context, document, findings);
}
