//! `ad.unclear`: offers are accurate and clear, see `terms/ad-unclear.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.unclear",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "价格或优惠写得不清楚",
    en: "Unclear prices and offers",
    basis: &["AD-8"],
    documentation: "\
## 查什么
广告里“低至 9.9 元”“199 元起”“最高减 500”“0 元领”“终身免费”所在的段落，有没有写明是哪一款、什么条件、什么范围。

## 为什么
广告里的价格、允诺要准确、清楚、明白。只有最便宜的一款有货、只有会员才能减，都算不清楚，罚款可到十万元。

## 依据
广告法第八条、第五十九条。

## 反例
“精品课程低至 9.9 元，最高立减 500 元。”

## 正例
“入门课 9.9 元（限新学员，每人一次）；满 3000 元减 500 元，12 月 31 日前有效。”

## 怎么改
在同一段补上款式、条件、期限和例外。

## 例外
同一段已经写了适用范围、期限或门槛的不算；“海拔最高”“气温低至”不是优惠。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::unclear_offer(term), context, document, findings);
}
