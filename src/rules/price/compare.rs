//! `price.compare`: a price is compared with another only when it is said which.

use std::ops::Range;

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};
use crate::rules::{fact, plan};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "price.compare",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "没有说明的价格比较",
    en: "Price comparisons without ground",
    basis: &["PRICE-16", "PRICE-17", "PRICE-19"],
    documentation: "\
## 查什么
“原价 299，现价 99”“市场价”“专柜价”“划线价”有没有写明比较的是什么价。policy/prices.yaml 有价格记录的，比较价高于前七日最低成交价是错误。

## 为什么
没有说明的比较价，不得高于经营者在同一场所前七日内的最低成交价；否则就是价格欺诈，最高可到违法所得五倍或五十万元。

## 依据
明码标价和禁止价格欺诈规定第十六条、第十七条、第十九条（2022-07-01 起）；规范促销行为暂行规定第二十一条。

## 反例
“原价 299 元，现价只要 99 元。”

## 正例
“99 元（本店 2026 年 11 月 24 日至 30 日最低成交价 129 元）。”

## 怎么改
写明比较价的含义、地点和日期，并留下成交记录；在 front matter 的 prices 里写 reference_meaning，或在 policy/prices.yaml 登记。

## 例外
“恢复原价”“按原价退款”“高原价值”不是比较；同一段写明了比较价含义的不算；没有金额的“原价”只在广告和活动计划里提醒。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        if let Some((reference, low)) = above_history(context, document, &hit.range) {
            let message = text::reference_too_high(reference, plan::yuan(low));
            return Some(Verdict { severity: Severity::Error, message });
        }
        (!is_explained(document)).then(|| Verdict { severity, message: text::bare_comparison(shown) })
    });
}

/// Whether the front matter says what its prices are compared with.
fn is_explained(document: &Document<'_>) -> bool {
    let Some(front) = document.front() else { return false };
    let prices = &front.details.prices;
    !prices.is_empty() && prices.iter().all(|price| price.reference_meaning.is_some())
}

/// The highest amount of the hit and the lowest price paid in the seven days before, when the first is above the second
/// and the history of the item that the sentence names is on file.
fn above_history(
    context: &Context<'_>,
    document: &Document<'_>,
    range: &Range<usize>,
) -> Option<(String, i64)> {
    let day = document.day?;
    let text = document.folded().get(range.clone())?;
    let amounts = fact::moneys(text);
    let reference = amounts.max_by_key(|amount| amount.fen)?;
    let sentence = document.sentence_text(range.clone());
    let low = fact::lowest_paid(context, day, sentence)?;
    (reference.fen > low).then_some((reference.shown, low))
}
