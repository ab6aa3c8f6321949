//! `wx.gambling`: a list of words, see `terms/wx-gambling.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.gambling",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "赌博与彩票预测",
    en: "Gambling and lottery prediction",
    basis: &["AD-9.8", "WX-LOTTERY-2022"],
    documentation: "\
## 查什么
彩票预测、跟单、返水、“盲盒必中”一类说法。

## 为什么
平台禁止彩票预测类内容，广告里出现赌博内容从二十万元起罚。

## 依据
广告法第九条第八项；微信公众平台彩票预测类内容规范公告（2022-11-14）。

## 反例
“加入会员，彩票预测天天更新。”

## 正例
“本周福利彩票开奖结果以发行机构公告为准。”

## 怎么改
删除。

## 例外
揭露骗局的文章不算；引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::gambling(term), context, document, findings);
}
