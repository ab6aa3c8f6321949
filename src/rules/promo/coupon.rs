//! `promo.coupon`: the terms of coupons and points.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::promo::prize_info::is_instant;
use crate::site::{Campaign, Prize};

use jiff::civil::Date;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.coupon",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "券和积分没有写清规则",
    en: "Coupons and points without their terms",
    basis: &["PROMO-14"],
    documentation: "\
## 查什么
奖品或赠品是优惠券、代金券、折扣码、积分、会员权益的，有没有写兑换办法（exchange）、使用范围（scope）、有效期（valid_until）和限制（limits）；有效期是不是在能拿到券之前就过了（早于开奖，没有开奖的早于活动开始）。

## 为什么
券领到手才发现不能用、已过期、要满额，是投诉最多的一类；规定要求事先公布这些。

## 依据
规范促销行为暂行规定第十四条。

## 反例
{name: 8 元券, kind: coupon, unit_value: 8, quantity: 5000}

## 正例
{name: 8 元券, kind: coupon, unit_value: 8, quantity: 5000, exchange: 小程序领取, scope: 全场正价商品, valid_until: 2026-04-30, limits: 每单一张}

## 怎么改
四项写全；没有限制就写 limits: 无。

## 例外
实物和现金不查；还只是想法或已取消的计划不查。
",
};

/// Kinds that are exchanged for something.
const KINDS: &[&str] = &["coupon", "voucher", "points", "code", "discount", "card", "virtual-coupon"];
/// Words in their names.
const NAMES: &[&str] = &[
    "优惠券",
    "代金券",
    "折扣券",
    "满减券",
    "抵扣券",
    "兑换券",
    "元券",
    "积分",
    "折扣码",
    "优惠码",
    "兑换码",
    "体验券",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    for prize in campaign.prizes.iter().filter(|prize| is_coupon(prize)) {
        let terms = [
            ("exchange", prize.exchange.is_some()),
            ("scope", prize.scope.is_some()),
            ("valid_until", prize.valid_until.is_some()),
            ("limits", prize.limits.is_some()),
        ];
        let missing: Vec<&str> = terms.iter().filter(|(_, told)| !told).map(|(key, _)| *key).collect();
        if !missing.is_empty() {
            let message = text::coupon(&prize.name.value, missing.join("、"));
            findings.push(META.finding(prize.place.clone(), message).help(text::coupon_help()));
        }
        if let Some((until, first)) = prize.valid_until.as_ref().zip(first(context, campaign))
            && until.value < first
        {
            let message = text::coupon_over(&prize.name.value, until.value, first);
            findings.push(META.finding(until.place.clone(), message).help(text::coupon_over_help()));
        }
    }
}

/// The first day on which somebody can have one: of the draw, unless it is on the spot, else of the campaign.
fn first(context: &Context<'_>, campaign: &Campaign) -> Option<Date> {
    let start = campaign.window.as_ref().map(|window| window.start);
    let draw = campaign.draw.as_ref().filter(|draw| !draw.method.as_ref().is_some_and(|way| is_instant(way)));
    let drawn = draw.and_then(|draw| draw.at.as_ref()).map(|at| at.value);
    drawn.max(start).map(|first| plan::day(context, first))
}

fn is_coupon(prize: &Prize) -> bool {
    match &prize.kind {
        Some(kind) if kind.value == "goods" || kind.value == "cash" => false,
        Some(kind) if KINDS.contains(&kind.as_str()) => true,
        _ => NAMES.iter().any(|word| prize.name.contains(word)),
    }
}
