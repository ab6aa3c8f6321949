//! `price.gift`: what a gift is, how many there are, what it is worth.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::figure::FigureKind;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::price::mismatch::fen;
use crate::rules::word;
use crate::site::Located;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "price.gift",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "赠品没写清，或标价虚高",
    en: "Gifts without name or quantity, or said to be worth too much",
    basis: &["PRICE-18", "AD-8"],
    documentation: "\
## 查什么
赠品有没有写品名和数量；“价值 N 元”是不是高于这件东西现在的售价（policy/facts.yaml 的 price）。活动计划里 kind: gift 的奖品、文章的 gifts、广告里“赠精美礼品”一类的话都查。

## 为什么
赠品说不清、标价虚高，是价格欺诈，也是退货时扯皮的由头。

## 依据
明码标价和禁止价格欺诈规定第十八条；广告法第八条第二款。

## 反例
“下单即赠价值 299 元精美礼品”，而那件东西在店里卖 59 元。

## 正例
“下单赠帆布袋一个（现售 59 元），共 500 个，赠完为止”。

## 怎么改
写明品名、规格、数量；标价值的，不高于现价。

## 例外
抽奖的奖品由有奖销售的规则管；没有售价记录的不比价；普通文章里说“送你一份小礼物”不算。
",
};

/// Words that give something away.
const GIVEN: &[&str] = &["赠", "送", "免费得", "加赠"];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |word| text::vague_gift(word), context, document, findings);
    if let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) {
        for gift in campaign.prizes.iter().filter(|prize| plan::is_gift(prize)) {
            if gift.quantity.is_none() {
                let message = text::gift_quantity(&gift.name.value);
                findings.push(META.finding(gift.place.clone(), message).help(text::gift_help()));
            }
            worth(context, &gift.name, gift.unit_value.as_ref(), findings);
        }
    }
    if let Some(front) = document.front() {
        for gift in &front.details.gifts {
            if gift.quantity.is_none() {
                let message = text::gift_quantity(&gift.name.value);
                findings.push(META.finding(gift.place.clone(), message).help(text::gift_help()));
            }
            worth(context, &gift.name, gift.worth.as_ref(), findings);
        }
        said(context, document, findings);
    }
}

/// A stated value against the present price.
fn worth(
    context: &Context<'_>,
    name: &Located<String>,
    value: Option<&Located<i64>>,
    findings: &mut Findings,
) {
    let (Some(value), Some(product)) = (value, context.site.project.product(name)) else { return };
    let Some(price) = product.price.as_ref().filter(|price| price.value < value.value) else { return };
    let message = text::gift_value(&name.value, plan::yuan(value.value), plan::yuan(price.value));
    findings.push(META.finding(value.place.clone(), message).help(text::gift_help()));
}

/// “赠……价值 N 元” in the text, where the sentence names goods whose price is known.
fn said(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let products = &context.site.project.facts.products;
    if products.is_empty() {
        return;
    }
    for figure in document.figures().iter().filter(|figure| figure.kind == FigureKind::Price) {
        let folded = document.folded();
        let from = folded.floor_char_boundary(figure.range.start.saturating_sub(12));
        if !folded.get(from..figure.range.start).is_some_and(|before| before.contains("价值")) {
            continue;
        }
        let sentence = document.sentence_text(figure.range.clone());
        let Some(stated) = folded.get(figure.range.clone()).and_then(fen) else { continue };
        if !GIVEN.iter().any(|word| sentence.contains(word)) {
            continue;
        }
        let named = products.iter().find(|product| {
            let names = std::iter::once(&product.name).chain(&product.aliases);
            names.map(|name| fold(name)).any(|name| !name.is_empty() && sentence.contains(&name))
        });
        let Some((product, price)) = named.and_then(|product| Some((product, product.price.as_ref()?)))
        else {
            continue;
        };
        if price.value < stated
            && let Some(place) = document.place(figure.range.clone())
        {
            let message = text::gift_value(&product.name.value, plan::yuan(stated), plan::yuan(price.value));
            findings.push(META.finding(place, message).help(text::gift_help()));
        }
    }
}
