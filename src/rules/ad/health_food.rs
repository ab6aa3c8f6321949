//! `ad.health-food`: words of the pack `terms/ad-health-food.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.health-food",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "保健食品广告断言功效、代替药物或作推荐",
    en: "Assertions in health-food advertising",
    basis: &["AD-18", "FOOD-79"],
    documentation: "\
## 查什么
保健食品、特殊医学用途配方食品广告里，疾病的预防和治疗功能，“代替药物”“不用吃药”“停药”，“人体必需”，功效和安全的断言、保证，与药品或其他保健食品比较，以及推荐、代言、用户证明。

## 为什么
保健食品不是药。把它当药吃会耽误病情，老人受害最多；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第十八条、第五十八条；食品安全法第七十三条、第七十九条。

## 反例
industry: [health-food] 的文章写“逆转糖尿病，从此不用吃药，医生推荐”。

## 正例
“批准的保健功能：有助于维持血糖健康水平。保健食品不是药物，不能代替药物治疗疾病。”

## 怎么改
只写批准证书上的功能和适宜人群，保留法定警示语，删掉其余功效、比较和见证。

## 例外
法定警示语“不能代替药物”本身不算；“不要擅自停药”是提醒，不算；“有助于维持血糖健康水平”是批准的写法，不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::HEALTH_FOOD, |term| text::health_food(term), context, document, findings);
}
