//! `price.mismatch`: prices of title, text, front matter and plan.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::figure::FigureKind;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::site::{Campaign, Front, Price};
use crate::source::plain::Zone;

use std::ops::Range;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "price.mismatch",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "各处价格对不上",
    en: "Prices that do not agree",
    basis: &["PRICE-20"],
    documentation: "\
## 查什么
活动文章里写的价格（标题、正文、price 字段）与活动计划的 price 是否一致；标题里的价格在正文里有没有，正文是不是都更贵。

## 为什么
标题低价、点进去更贵，是规定点名的价格欺诈；计划和文章不一致，客服和法务各说各话。

## 依据
明码标价和禁止价格欺诈规定第二十条。

## 反例
标题“套装只要 99 元”，正文里最低 199 元。

## 正例
标题“套装 199 元”，正文“春季套装 199 元”，计划 price: 199。

## 怎么改
以计划为准改成一致；只有某一款是这个价的，写“99 元起”并写明是哪一款。

## 例外
写了“起”“低至”“最低”“券后”“立减”的不比；没有活动的普通文章只查标题与正文，而且只在广告里查。
",
};

/// Words that make a price one of several, or a part of it.
const SEVERAL: &[&str] = &[
    "起",
    "低至",
    "最低",
    "立减",
    "满",
    "减",
    "券",
    "优惠",
    "省",
    "定金",
    "预付",
    "运费",
    "原价",
    "市场价",
    "价值",
    "返",
];

/// A price of the text.
struct Told {
    range: Range<usize>,
    fen: i64,
    title: bool,
    /// Other prices may stand beside it.
    several: bool,
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front() else { return };
    let campaign = front.campaign.as_ref().and_then(|name| context.campaign(name));
    if let Some(campaign) = campaign {
        fields(front, campaign, findings);
    }
    if campaign.is_none_or(|campaign| campaign.prices.is_empty()) && !document.verdict.ad {
        return;
    }
    let told = told(document);
    if let Some(campaign) = campaign {
        let prices: Vec<_> =
            campaign.prices.iter().filter_map(|price| Some((price, price.price.as_ref()?))).collect();
        for (price, planned) in prices {
            items(document, price, planned.value, &told, findings);
        }
    }
    if document.verdict.ad {
        title(document, &told, findings);
    }
}

/// `price` of the front matter against that of the plan.
fn fields(front: &Front, campaign: &Campaign, findings: &mut Findings) {
    for own in &front.details.prices {
        let planned = campaign.prices.iter().find(|price| price.item.value == own.item.value);
        let (Some(price), Some(planned)) = (&own.price, planned.and_then(|planned| planned.price.as_ref()))
        else {
            continue;
        };
        if price.value != planned.value {
            let message =
                text::other_price(&own.item.value, plan::yuan(price.value), plan::yuan(planned.value));
            let finding = META.finding(price.place.clone(), message).help(text::mismatch_help());
            findings.push(finding.label(planned.place.clone(), text::planned_here()));
        }
    }
}

/// Sentences that name the item and a lower price.
fn items(document: &Document<'_>, price: &Price, planned: i64, told: &[Told], findings: &mut Findings) {
    let item = fold(&price.item.value);
    if item.is_empty() {
        return;
    }
    for told in told.iter().filter(|told| !told.several && told.fen < planned) {
        // The item stands before its price, with no other price between.
        let sentence = document.sentence(told.range.clone());
        let Some(before) = document.folded().get(sentence.start..told.range.start) else { continue };
        let Some(at) = before.rfind(&item) else { continue };
        let gap = before.get(at + item.len()..).unwrap_or_default();
        if gap.chars().count() > 12 || gap.contains(['元', '¥']) {
            continue;
        }
        let Some(place) = document.place(told.range.clone()) else { continue };
        let message =
            text::lower_price(&price.item.value, document.shown(told.range.clone()), plan::yuan(planned));
        let label = price.price.as_ref().map_or(&price.item.place, |price| &price.place);
        findings.push(
            META.finding(place, message)
                .help(text::mismatch_help())
                .label(label.clone(), text::planned_here()),
        );
    }
}

/// A price of the title that the text has only higher.
fn title(document: &Document<'_>, told: &[Told], findings: &mut Findings) {
    let body: Vec<&Told> = told.iter().filter(|told| !told.title).collect();
    if body.is_empty() {
        return;
    }
    for told in told.iter().filter(|told| told.title && !told.several) {
        if body.iter().all(|other| other.fen > told.fen)
            && let Some(place) = document.place(told.range.clone())
        {
            let message = text::cheap_title(document.shown(told.range.clone()));
            findings.push(plan::weighing(&META, Severity::Warning, place, message, text::mismatch_help()));
        }
    }
}

/// The prices of the text.
fn told(document: &Document<'_>) -> Vec<Told> {
    let prices = document.figures().iter().filter(|figure| figure.kind == FigureKind::Price);
    prices
        .filter_map(|figure| {
            let fen = fen(document.folded().get(figure.range.clone())?)?;
            let zone = document.block(figure.range.clone())?.zone;
            let text = document.folded();
            let from = text.floor_char_boundary(figure.range.start.saturating_sub(12));
            let to = text.ceil_char_boundary((figure.range.end + 9).min(text.len()));
            let around = text.get(from..to)?;
            let several = SEVERAL.iter().any(|word| around.contains(word));
            Some(Told { range: figure.range.clone(), fen, title: zone == Zone::Title, several })
        })
        .collect()
}

/// A price in digits as fen: ¥1,299.00, 99元, 1.5万元.
pub(crate) fn fen(shown: &str) -> Option<i64> {
    let number: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let times = if shown.contains('亿') {
        100_000_000
    } else if shown.contains('万') {
        10_000
    } else {
        1
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    if whole.is_empty() || whole.len() > 9 || decimals.len() > 4 {
        return None;
    }
    let scaled: i64 = format!("{whole}{decimals:0<4}").parse().ok()?;
    scaled.checked_mul(times)?.checked_div(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_in_digits_become_fen() {
        assert_eq!(fen("¥1,299.00"), Some(129_900));
        assert_eq!(fen("99元"), Some(9_900));
        assert_eq!(fen("1.5万元"), Some(1_500_000));
        assert_eq!(fen("三百元"), None);
    }
}
