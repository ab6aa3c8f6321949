//! `promo.prize.traffic`: draws to win followers.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.traffic",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "不用购买也是有奖销售",
    en: "Draws to win followers are prize promotions",
    basis: &["PROMO-11"],
    documentation: "\
## 查什么
目标是涨粉、引流、提升知名度（goal.kind 为 followers、traffic、awareness，或 type 有 acquisition）而又有抽奖的活动。

## 为什么
很多人以为不买东西就不算有奖销售，于是不公示、不封顶、不存档，到被投诉时才知道一样要罚。

## 依据
规范促销行为暂行规定第十一条、第十二条：为推广、吸引流量、提高知名度而附带奖品的，也是有奖销售。

## 反例
goal: {kind: followers}，送手机三部，没有写规则。

## 正例
goal: {kind: followers}，规则、奖品、开奖、兑奖、存档写齐。

## 怎么改
照有奖销售的要求做；本条只是提醒，不拦发布。

## 例外
只有人人可得的赠品、没有抽奖的活动不提示。
",
};

/// Aims that need no purchase.
const AIMS: &[&str] = &["followers", "traffic", "awareness"];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    if plan::drawn(campaign).next().is_none() {
        return;
    }
    let aim = campaign.goal.iter().find(|goal| AIMS.contains(&goal.as_str()));
    let aim = aim.or_else(|| campaign.kinds.iter().find(|kind| kind.value == "acquisition"));
    if let Some(aim) = aim {
        findings.push(META.finding(aim.place.clone(), text::traffic(&aim.value)).help(text::traffic_help()));
    }
}
