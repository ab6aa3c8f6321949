//! `ad.tobacco`: words of the pack `terms/ad-tobacco.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.tobacco",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "推广烟草或电子烟",
    en: "Tobacco and e-cigarette promotion",
    basis: &["AD-22", "IAD-6"],
    documentation: "\
## 查什么
任何文章里烟草制品、电子烟的推广：新品、口味、优惠、团购、代理、购买方式。不是广告的文章也查。

## 为什么
大众传播媒介和互联网上一律不得发布烟草广告，也不得发布电子烟广告；广告主罚二十万到一百万元。

## 依据
广告法第二十二条、第五十七条；互联网广告管理办法第六条。

## 反例
“电子烟新品到店，烟弹买一送一。”

## 正例
“电子烟同样含尼古丁，不向未成年人出售。”

## 怎么改
删除。没有可以改成合规的写法。

## 例外
控烟、戒烟、执法新闻和法规解读不算：同段有“禁止”“危害”“查处”“未成年人”等词时不报。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::tobacco(term), context, document, findings);
}
