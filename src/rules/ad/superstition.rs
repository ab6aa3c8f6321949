//! `ad.superstition`: words of the pack `terms/ad-superstition.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.superstition",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "迷信、赌博、低俗、歧视内容",
    en: "Superstition, gambling, obscenity, discrimination",
    basis: &["AD-9.8", "AD-9.9", "WOMEN-LAW"],
    documentation: "\
## 查什么
广告里的“转运”“招财”“开光”“算命”等迷信说法，赌博，淫秽暴力，以及性别、民族、地域、健康状况的歧视（“仅限男性应聘”）。本站还可以在 policy/rules 里给这条规则加词。

## 为什么
这是广告法第九条的绝对禁止，小广告也罚二十万到一百万元。

## 依据
广告法第九条第八项、第九项、第五十七条；妇女权益保障法第四十三条。

## 反例
“大师开光手串，旺财转运，戴上就改命。”

## 正例
“小叶紫檀手串，直径 12 毫米，手工打磨。”

## 怎么改
改写材质、工艺、尺寸和产地；招聘只写与岗位有关的要求。

## 例外
“招财猫”“转运中心”“公开运动会成绩”不算；民俗介绍、揭露骗局、不是广告的文章不报。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::superstition(term), context, document, findings);
}
