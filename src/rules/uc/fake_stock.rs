//! `uc.fake-stock`: numbers of a stock in a text that does not change, see `terms/uc-fake-stock.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "uc.fake-stock",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "静态文章里的库存和抢购数字",
    en: "Stock and rush in a static text",
    basis: &["NETAUCL-9", "AUCL-9"],
    documentation: "\
## 查什么
“仅剩 3 件”“已有 2000 人抢购”“库存告急”“手慢无”：文章发出去就不再变化，里面的数字却像实时的。广告和活动计划里算警告，别处只有催着下单的才算。

## 为什么
虚构库存、虚构抢购属于虚假或引人误解的商业宣传，罚款可到一百万元，严重的到二百万元。数字哪怕发布时是真的，一小时后也不真了。

## 依据
网络反不正当竞争暂行规定第九条（2024-09-01 起）；反不正当竞争法第九条、第二十五条。

## 反例
“仅剩最后 8 件，已有 3126 人下单，手慢无。”

## 正例
“首批 200 件，售完即止，余量以小程序页面为准。”

## 怎么改
写总量，不写余量；或者把余量交给小程序里的实时组件。

## 例外
“仅剩 3 天”一类期限、文物和动物的存世数量、有统计时间的历史数字不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::fake_stock(term), context, document, findings);
}
