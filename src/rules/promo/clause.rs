//! `promo.clause`: one-sided standard terms, see `terms/promo-clause.yaml`.

use crate::base::message::truth as text;
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
“最终解释权归本店”“一经售出概不退换”“特价商品不退不换”“后果自负”“余额过期作废”一类只对自己有利的条款，文章、活动计划、自动回复里都查。

## 为什么
这样的条款写了也无效，还会招来处罚：市场监管部门可以责令改正、罚款并公示。

## 依据
网络交易监督管理办法第二十一条（2021-05-01 起）；消费者权益保护法第二十六条。

## 反例
“本活动最终解释权归主办方所有，奖品一经领取概不退换。”

## 正例
“对规则有疑问，请联系客服 400 电话；定制商品不适用七日无理由退货，质量问题照退。”

## 怎么改
删去，或者写清具体的情形、期限和联系办法。

## 例外
解释这类条款为什么无效的文章不算；依法可以不退的（定制、鲜活、已拆封的数字化商品）写明法律依据即可。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::unfair_clause(term), context, document, findings);
}
