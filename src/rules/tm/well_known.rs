//! `tm.well-known`: the words 驰名商标 do not advertise, see `terms/tm-well-known.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "tm.well-known",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "宣传中使用“驰名商标”",
    en: "“Well-known trade mark” in advertising",
    basis: &["TM-14.5"],
    documentation: "\
## 查什么
广告和活动计划里的“驰名商标”“驰名品牌”；别处只有说自己“荣获中国驰名商标”的才算。已经停用的“国家免检”“中国名牌”一并提醒。

## 为什么
驰名商标是打官司时的一种认定，不是荣誉。法律禁止把这四个字用在商品、包装和宣传上，违者罚十万元。

## 依据
商标法第十四条第五款、第五十三条；2027-01-01 起为修订版第六十四条。

## 反例
“我们的茶饮是中国驰名商标，值得信赖。”

## 正例
“‘某某’注册商标，1998 年起用于茶饮。”

## 怎么改
删去这四个字，只写商标本身、注册号和使用年份。

## 例外
讲商标法、认定条件、侵权案件的报道不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::well_known_mark(term), context, document, findings);
}
