//! `ad.food.label`: words of the pack `terms/ad-food-label.yaml`.

use jiff::civil::{Date, date};

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::period::Period;
use crate::rules::trade;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.food.label",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "食品写“零添加”“不添加”“不含”",
    en: "Zero-additive claims for food",
    basis: &["GB7718", "FOOD-71"],
    documentation: "\
## 查什么
食品广告里对添加剂和污染物的“零添加”“不添加”“不含防腐剂”，以及“纯天然”一类说法。

## 为什么
“不加什么”容易让人以为别家加了有害的东西。GB 7718-2025 从 2027-03-16 起不许标签上写“不添加”“零添加”等，本规则按文章计划发布的日期从那天起升为错误。

## 依据
GB 7718-2025（2027-03-16 起）；食品安全法第七十一条。

## 反例
industry: [food] 的文章写“零添加，不含任何防腐剂”。

## 正例
“配料只有三样：牛乳、白砂糖、乳酸菌。”

## 怎么改
把“没有什么”改成“有什么”：写配料表、工艺和检测报告。

## 例外
“不含坚果”“不含乳糖”等过敏提示不算；“无糖”“低脂”按营养标签另有标准，不在这里查；没有写 industry 的按文中线索推断。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let banned = Period::from(BANNED_ON).contains(document.day);
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = trade::FOOD.weigh(context, document, hit, term)?;
        let severity = if banned && trade::FOOD.is_declared(document) { Severity::Error } else { severity };
        Some(Verdict { severity, message: text::food_label(shown) })
    });
}

/// From this day on labels may not say so.
const BANNED_ON: Date = date(2027, 3, 16);
