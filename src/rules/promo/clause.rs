//! `promo.clause`: a list of words, see `terms/promo-clause.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.clause",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "不公平格式条款",
    en: "Unfair standard terms",
    basis: &["NET-TRADE-21", "CONSUMER-26"],
    documentation: "\
## 查什么
“最终解释权归本店所有”“概不退换”“一经售出不退”一类单方条款。

## 为什么
这类条款无效，写出来就违法。

## 依据
网络交易监督管理办法第二十一条；消费者权益保护法第二十六条。

## 反例
“本活动最终解释权归主办方所有。”

## 正例
“如有疑问，可在后台留言，工作日两小时内答复。”

## 怎么改
删去，改成联系方式和处理时限。

## 例外
说明这类条款无效的文章不算；引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::unfair_clause(term), context, document, findings);
}
