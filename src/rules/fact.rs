//! What the house has on file about goods and prices (`policy/facts.yaml`, `policy/prices.yaml`), compared with a text.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::context::Context;
use super::document::Document;
use super::fold::fold;
use super::plan::yuan;
use super::stance::Stance;
use crate::base::message::{Message, truth as text};
use crate::finding::Place;
use crate::site::project::Fact;
use crate::site::{Located, Product};

/// An amount of money in a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Money {
    pub(crate) fen: i64,
    /// As written.
    pub(crate) shown: String,
}

static MONEY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:[¥￥]\s?([0-9][0-9,]*(?:\.[0-9]{1,2})?)(万)?|([0-9][0-9,]*(?:\.[0-9]{1,2})?)(万)?\s?(?:元|块))",
    )
    .ok()
});

/// The amounts of a folded text, by place.
pub(crate) fn moneys(text: &str) -> impl Iterator<Item = Money> + '_ {
    moneys_at(text).map(|(_, money)| money)
}

/// The amounts of a folded text and where they stand in it.
pub(crate) fn moneys_at(text: &str) -> impl Iterator<Item = (Range<usize>, Money)> + '_ {
    let found = MONEY.as_ref().map(|pattern| pattern.captures_iter(text));
    found.into_iter().flatten().filter_map(|captures| {
        let whole = captures.get(0)?;
        let number = captures.get(1).or_else(|| captures.get(3))?;
        let times = if captures.get(2).or_else(|| captures.get(4)).is_some() { 10_000 } else { 1 };
        let fen = fen(number.as_str())?.checked_mul(times)?;
        Some((whole.range(), Money { fen, shown: whole.as_str().to_owned() }))
    })
}

/// `1,299.5` in fen.
fn fen(number: &str) -> Option<i64> {
    let number = number.replace(',', "");
    let (yuan, rest) = number.split_once('.').unwrap_or((&number, ""));
    let rest: i64 = format!("{rest:0<2}").get(..2)?.parse().ok()?;
    yuan.parse::<i64>().ok()?.checked_mul(100)?.checked_add(rest)
}

/// Whether a folded sentence has the name or one of the other names.
pub(crate) fn names(sentence: &str, name: &str, aliases: &[Located<String>]) -> bool {
    let has = |name: &str| {
        let name = fold(name.trim());
        !name.is_empty() && sentence.contains(&name)
    };
    has(name) || aliases.iter().any(|alias| has(&alias.value))
}

/// Whether `day` lies between two days of which each may be missing.
pub(crate) fn holds(day: Option<Date>, from: Option<Date>, until: Option<Date>) -> bool {
    let Some(day) = day else { return true };
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}

/// The lowest price that was paid in the seven days before `day` for the item that a folded sentence names.
pub(crate) fn lowest_paid(context: &Context<'_>, day: Date, sentence: &str) -> Option<i64> {
    let mut histories = context.site.project.prices.iter();
    histories.find(|history| names(sentence, &history.item.value, &history.aliases))?.lowest_paid(day)
}

/// What is wrong at a place.
pub(crate) struct Wrong {
    pub(crate) place: Place,
    pub(crate) message: Message,
}

/// Where the document contradicts prices and other facts on file.
pub(crate) fn contradictions(context: &Context<'_>, document: &Document<'_>) -> Vec<Wrong> {
    let facts = &context.site.project.facts;
    let mut wrong = Vec::new();
    for fact in &facts.facts {
        let valid = holds(
            document.day,
            fact.valid_from.as_ref().map(|day| day.value),
            fact.valid_until.as_ref().map(|day| day.value),
        );
        if valid {
            wrong.extend(values(document, fact));
        }
    }
    for product in &facts.products {
        let valid = holds(
            document.day,
            product.valid_from.as_ref().map(|day| day.value),
            product.valid_until.as_ref().map(|day| day.value),
        );
        if valid && let Some(price) = &product.price {
            wrong.extend(prices(document, product, price.value));
        }
    }
    wrong
}

/// Characters behind a metric in which its value is looked for.
const VALUE: usize = 14;

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s?(万|亿)?").ok());

/// A number, with 万 and 亿 multiplied.
fn number(captures: &regex::Captures<'_>) -> Option<f64> {
    let base: f64 = captures.get(1)?.as_str().replace(',', "").parse().ok()?;
    Some(match captures.get(2).map(|unit| unit.as_str()) {
        Some("万") => base * 1e4,
        Some("亿") => base * 1e8,
        _ => base,
    })
}

/// Values of the fact's metric that are not the fact's.
fn values(document: &Document<'_>, fact: &Fact) -> Vec<Wrong> {
    let Some(pattern) = NUMBER.as_ref() else { return Vec::new() };
    let value = fold(&fact.value.value);
    let Some(known) = pattern.captures(&value).and_then(|captures| number(&captures)) else {
        return Vec::new();
    };
    let tolerance = fact.tolerance.as_ref().map_or(0.0, |tolerance| tolerance.value.abs());
    let unit = fact.unit.as_ref().map(|unit| fold(unit.value.trim())).unwrap_or_default();
    let metrics = std::iter::once(&fact.metric).chain(&fact.aliases);
    let mut wrong = Vec::new();
    for metric in metrics.map(|metric| fold(metric.value.trim())).filter(|metric| !metric.is_empty()) {
        for (at, _) in document.folded().match_indices(metric.as_str()) {
            let range = at..at + metric.len();
            let sentence = document.sentence(range.clone());
            let words = document.folded().get(sentence.clone()).unwrap_or_default();
            if !words.contains(&fold(fact.subject.value.trim())) || document.stance(&range) != Stance::Claimed
            {
                continue;
            }
            let behind = document.folded().get(range.end..sentence.end).unwrap_or_default();
            let Some(captures) = pattern.captures(behind) else { continue };
            let Some(whole) = captures.get(0) else { continue };
            let gap = behind.get(..whole.start()).unwrap_or_default();
            let after = behind.get(whole.end()..).unwrap_or_default().trim_start();
            if gap.chars().count() > VALUE || gap.contains(',') || !after.starts_with(&unit) {
                continue;
            }
            let off =
                number(&captures).is_some_and(|read| (read - known).abs() > known.abs() * tolerance + 1e-9);
            let shown = range.end + whole.start()..range.end + whole.end();
            if off && let Some(place) = document.place(shown.clone()) {
                let truth =
                    format!("{}{}", fact.value.value, fact.unit.as_ref().map_or("", |unit| &unit.value));
                let message = text::contradicts(
                    document.shown(shown),
                    format!("{}{}", fact.subject.value, fact.metric.value),
                    truth,
                );
                wrong.push(Wrong { place, message });
            }
        }
    }
    wrong
}

/// Words beside an amount that make it something else than the price.
const NO_PRICE: &[&str] = &[
    "减", "省", "返", "抵", "券", "运费", "邮费", "押金", "定金", "补贴", "红包", "满", "原价", "赠", "价值",
    "差价", "套", "两", "件共",
];

/// Amounts beside the product's name that are not its price.
fn prices(document: &Document<'_>, product: &Product, price: i64) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let names = std::iter::once(&product.name).chain(&product.aliases);
    for name in names.map(|name| fold(name.value.trim())).filter(|name| !name.is_empty()) {
        for (at, _) in document.folded().match_indices(name.as_str()) {
            let range = at..at + name.len();
            let sentence = document.sentence(range.clone());
            let behind = document.folded().get(range.end..sentence.end).unwrap_or_default();
            let Some((found, money)) = moneys_at(behind).next() else { continue };
            let gap = behind.get(..found.start).unwrap_or_default();
            let other = NO_PRICE.iter().any(|word| gap.contains(word));
            if gap.chars().count() > VALUE || other || money.fen == price {
                continue;
            }
            let shown = range.end + found.start..range.end + found.end;
            if document.stance(&range) == Stance::Claimed
                && let Some(place) = document.place(shown.clone())
            {
                let message = text::wrong_price(document.shown(shown), &product.name.value, yuan(price));
                wrong.push(Wrong { place, message });
            }
        }
    }
    wrong
}

static HONOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:荣获|荣膺|斩获|喜获|获评|获颁|获得|荣登|入选)[^。!?;,\n]{0,24}(?:金奖|银奖|大奖|奖项|奖|称号|认证|百强|十强|十佳|金牌|示范单位|名单)").ok()
});

/// Honours that the text claims and that are not on file, or no longer valid. A house that keeps no honours on file is
/// not asked.
pub(crate) fn unknown_honours(context: &Context<'_>, document: &Document<'_>) -> Vec<Wrong> {
    let honours = &context.site.project.facts.honours;
    let Some(pattern) = HONOUR.as_ref().filter(|_| !honours.is_empty()) else { return Vec::new() };
    let mut wrong = Vec::new();
    for found in pattern.find_iter(document.folded()) {
        if document.stance(&found.range()) != Stance::Claimed {
            continue;
        }
        let sentence = document.sentence_text(found.range());
        let known = honours.iter().find(|honour| sentence.contains(&fold(honour.name.value.trim())));
        let message = match known {
            None => text::unknown_honour(document.shown(found.range())),
            Some(honour) => {
                let last = honour.valid_until.as_ref().map(|day| day.value);
                match last.zip(document.day).filter(|(last, day)| day > last) {
                    Some((last, _)) => text::honour_over(&honour.name.value, last),
                    None => continue,
                }
            }
        };
        if let Some(place) = document.place(found.range()) {
            wrong.push(Wrong { place, message });
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_sign_unit_and_thousands() {
        let read = |text: &str| moneys(text).map(|money| money.fen).collect::<Vec<_>>();
        assert_eq!(read("¥1,299.5 和 99元"), [129_950, 9900]);
        assert_eq!(read("价值3万元,第2章,5.25元"), [3_000_000, 525]);
        assert_eq!(read("99999999999999999999元"), Vec::<i64>::new());
        assert_eq!((yuan(9900).as_str(), yuan(525).as_str()), ("99", "5.25"));
    }
}
