//! `promo.prize.info`: what has to be told before a draw starts.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::word;
use crate::site::{Campaign, Prize};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.info",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "有奖活动没有事先公示",
    en: "Prize promotions without the notice that has to come first",
    basis: &["AUCL-11", "PROMO-13"],
    documentation: "\
## 查什么
有抽奖或竞赛奖品的活动计划：活动时间、参加资格和办法、开奖时间和方式、兑奖时间和办法、逾期怎么办、主办方和联系方式；每种奖品的市场价、数量或中奖概率。“神秘大奖”“数量有限”一类说不清奖品的话也查。

## 为什么
有奖销售前要把这些明确公布。说不清奖品和概率，罚款五万元起，最高五十万元，参加的人也无从判断值不值得。

## 依据
反不正当竞争法第十一条第一项；规范促销行为暂行规定第十三条。

## 反例
prizes: [{name: 神秘大奖}]，没有数量，也没有开奖时间。

## 正例
prizes: [{name: 春季套装, kind: goods, unit_value: 399, quantity: 20}]，rules 里写齐 draw、claim、organiser。

## 怎么改
按提示逐项补齐；即开型的写 draw.method: instant，就不用写开奖时刻。规则文章照计划写，两处一致。

## 例外
人人都有的赠品（kind: gift）不算抽奖；还只是想法（status: idea）或已取消的计划不查。逾期办法写进 claim.how 也算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |word| text::vague_prize(word), context, document, findings);
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    if !campaign.has_draw() {
        return;
    }
    if campaign.prizes.is_empty() {
        let place = plan::lack(campaign, &["prizes"]);
        let place = campaign.kinds.first().map_or(place, |kind| kind.place.clone());
        findings.push(META.finding(place, text::no_prizes()).help(text::no_prizes_help()));
    }
    let missing = missing(campaign);
    if !missing.is_empty() {
        let place = plan::lack(campaign, &["rules"]);
        findings.push(META.finding(place, text::info_missing(missing.join("、"))).help(text::info_help()));
    }
    for prize in plan::drawn(campaign) {
        let missing = gaps(prize);
        if !missing.is_empty() {
            let message = text::prize_missing(&prize.name.value, missing.join("、"));
            findings.push(META.finding(prize.place.clone(), message).help(text::prize_missing_help()));
        }
    }
    chances(campaign, findings);
}

/// Odds that cannot be: none at all, more than certain, or more than certain together.
fn chances(campaign: &Campaign, findings: &mut Findings) {
    let mut sum = 0.0;
    let mut last = None;
    for prize in plan::drawn(campaign) {
        let Some(odds) = &prize.odds else { continue };
        let Some(percent) = percent(odds) else { continue };
        if percent <= 0.0 || percent > 100.0 {
            let message = text::prize_odds(&prize.name.value, odds.trim());
            findings.push(META.finding(odds.place.clone(), message).help(text::prize_odds_help()));
            return;
        }
        sum += percent;
        last = Some(odds);
    }
    // Decimals of percents add up with a rest.
    if let Some(odds) = last.filter(|_| sum > 100.000_001) {
        let message = text::prize_odds_sum(format!("{sum:.2}").trim_end_matches('0').trim_end_matches('.'));
        findings.push(META.finding(odds.place.clone(), message).help(text::prize_odds_help()));
    }
}

/// Odds as percents: `2%`, `1/500`; words are not read.
pub(crate) fn percent(odds: &str) -> Option<f64> {
    let odds = odds.trim();
    if let Some(number) = odds.strip_suffix(['%', '％']) {
        return number.trim().parse().ok();
    }
    let (share, whole) = odds.split_once('/')?;
    let (share, whole): (f64, f64) = (share.trim().parse().ok()?, whole.trim().parse().ok()?);
    (whole > 0.0).then(|| share / whole * 100.0)
}

/// What the plan itself does not say.
fn missing(campaign: &Campaign) -> Vec<&'static str> {
    let has = |keys: &[&str]| plan::has(campaign, keys);
    let each = |told: fn(&Prize) -> bool| plan::drawn(campaign).all(|prize| told(prize));
    let any_prize = plan::drawn(campaign).next().is_some();
    let claim = campaign.value().find(&["rules", "claim", "how"]).and_then(|how| how.as_str());
    let over = claim
        .is_some_and(|how| ["逾期", "过期", "放弃", "作废", "未领"].iter().any(|word| how.contains(word)));
    let taking_part = has(&["rules", "participation"]) || has(&["mechanics", "entry"]);
    let delivered = claim.is_some() || (any_prize && each(|prize| prize.delivery.is_some()));
    let claimed = campaign.claim_until.is_some() || (any_prize && each(|prize| prize.claim_until.is_some()));
    let instant =
        campaign.draw.as_ref().and_then(|draw| draw.method.as_ref()).is_some_and(|way| is_instant(way));
    let checks = [
        ("window", campaign.window.is_some()),
        ("rules.eligibility", has(&["rules", "eligibility"])),
        ("rules.participation", taking_part),
        ("rules.draw.method", has(&["rules", "draw", "method"])),
        ("rules.draw.at", instant || has(&["rules", "draw", "at"])),
        ("rules.claim.until", claimed),
        ("rules.claim.how", delivered),
        ("forfeiture", over || has(&["forfeiture"])),
        ("rules.organiser.name", has(&["rules", "organiser", "name"])),
        ("rules.organiser.contact", has(&["rules", "organiser", "contact"])),
    ];
    checks.iter().filter(|(_, told)| !told).map(|(key, _)| *key).collect()
}

/// Whether prizes are drawn on the spot.
pub(crate) fn is_instant(method: &str) -> bool {
    let method = method.to_lowercase();
    ["instant", "scratch", "on-the-spot", "即开", "现场", "刮刮", "转盘", "即抽"]
        .iter()
        .any(|word| method.contains(word))
}

fn gaps(prize: &Prize) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if prize.unit_value.is_none() {
        missing.push("unit_value");
    }
    let chance = prize.odds.as_ref().is_some_and(|odds| !odds.trim().is_empty());
    if prize.quantity.as_ref().is_none_or(|quantity| quantity.value <= 0) && !chance {
        missing.push("quantity / odds");
    }
    missing
}
