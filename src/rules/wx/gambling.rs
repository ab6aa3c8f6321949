//! `wx.gambling`: gambling and lottery prediction, see `terms/wx-gambling.yaml`.

use crate::base::message::truth as text;
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
彩票预测、荐号、跟单带单、“稳中必红”、网络赌博平台的上分返水、赛事押注推荐。

## 为什么
平台禁止彩票预测类内容，一经发现删除文章、封禁账号；广告里出现赌博内容罚款从二十万元起；替赌博平台推广可能构成犯罪。

## 依据
广告法第九条第八项、第五十七条；微信公众平台彩票预测类内容规范公告（2022-11-14）。

## 反例
“加入会员，双色球预测天天更新，跟单包中。”

## 正例
“本周福利彩票开奖结果，以发行机构的公告为准。”

## 怎么改
删除。发布开奖结果，只写号码和出处，不写下一期。

## 例外
发行机构的开奖公告、警方打击赌博的报道、揭露骗局的文章、讲戒赌的科普不算；“返水管”“采购跟单”不是赌博。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::gambling(term), context, document, findings);
}
