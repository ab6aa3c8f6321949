//! `ad.absolute.self`: a superlative that compares one's own products with each other.

use crate::base::message::ad as text;
use crate::finding::{Findings, Severity};
use crate::rules::absolute::{Claim, PACK, claim};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.absolute.self",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "只与自家产品相比",
    en: "Comparison with one's own products",
    basis: &["ABS-GUIDE"],
    documentation: "\
## 查什么
广告里“历代”“迄今”“旗下”“同系列”之后的“最……”：只和自家产品比。

## 为什么
自我比较不指向其他经营者，指南允许，但要属实；说不出比较的是哪几款，读者会当成全行业的比较。

## 依据
《广告绝对化用语执法指南》（市场监管总局公告 2023 年第 6 号）第六条。

## 反例
“历代产品里续航最长”，却没有列出型号和数据。

## 正例
“同系列三款里续航最长：A 款 8 小时，B 款 10 小时，C 款 12 小时。”

## 怎么改
列出参加比较的型号和数据，或者在文末附一张对照表。

## 例外
只是提示，不会拦下发布；比较对象超出自家产品，就归 ad.absolute。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_pack(&META, PACK, context, document, findings, |hit, term, shown| {
        let own = claim(document, hit, term) == Some(Claim::Own);
        own.then(|| Verdict { severity: Severity::Info, message: text::absolute_self(shown) })
    });
}
