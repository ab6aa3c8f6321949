//! `promo.prize.publish-500`: prizes that are drawn on the spot.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::promo::prize_info::is_instant;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.publish-500",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "现场即开的大额奖品没有随时公示",
    en: "Instant prizes over 500 yuan without announcements",
    basis: &["PROMO-13"],
    documentation: "\
## 查什么
即开即兑的活动（rules.draw.method: instant、刮刮卡、现场转盘等）里，单价超过五百元的奖品，有没有写怎样随时公示兑奖情况（rules.draw.announce）。

## 为什么
现场即开最容易被质疑“大奖早没了还在让人抽”，规定要求超过五百元的奖项在现场随时公示兑奖情况。

## 依据
规范促销行为暂行规定第十三条。

## 反例
draw: {method: instant}，一等奖平板电脑 2999 元，没有写公示办法。

## 正例
draw: {method: instant, announce: 现场屏幕每兑出一份更新一次}。

## 怎么改
在 announce 里写在哪里公示、多久更新一次。

## 例外
统一时间开奖的、单价不超过五百元的不提示。
",
};

/// 500 yuan in fen.
const LEAST: i64 = 500 * 100;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    let Some(draw) = &campaign.draw else { return };
    if draw.announce.is_some() || !draw.method.as_ref().is_some_and(|method| is_instant(method)) {
        return;
    }
    for prize in plan::drawn(campaign) {
        let Some(value) = prize.unit_value.as_ref().filter(|value| value.value > LEAST) else { continue };
        let message = text::instant(&prize.name.value, plan::yuan(value.value));
        findings.push(META.finding(value.place.clone(), message).help(text::instant_help()));
    }
}
