//! `ad.minor.persuade`: words of the pack `terms/ad-minor-persuade.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.minor.persuade",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "劝诱未成年人要求家长购买或模仿危险行为",
    en: "Persuading minors",
    basis: &["AD-40", "MIN-LAW"],
    documentation: "\
## 查什么
广告里叫孩子去求家长买（“快让妈妈下单”“用压岁钱买”）、制造攀比（“全班就你没有”）、鼓励瞒着家长付款，以及可能引发模仿的危险动作。

## 为什么
面向不满十四周岁未成年人的商品广告，不得劝诱其要求家长购买，不得引发不安全行为的模仿；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第四十条第二款、第五十八条；未成年人保护法；未成年人网络保护条例。

## 反例
“小朋友快让妈妈买一套，全班同学都有就你没有。”

## 正例
“适合 6 岁以上；含小零件，请家长陪同使用。”

## 怎么改
把话说给家长：写适用年龄、材质、安全提示和价格。

## 例外
“请家长陪同”“给妈妈买束花”不算；提醒孩子不要模仿的不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::minor_persuade(term), context, document, findings);
}
