//! `ad.false`: advertisements agree with the facts on file.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fact;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.false",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告与登记的事实不符",
    en: "Advertisements against the facts on file",
    basis: &["AD-28"],
    documentation: "\
## 查什么
广告里的价格、规格、指标与 policy/facts.yaml 登记的值是否一致（允许登记的 tolerance）；“荣获……奖”有没有登记、是否过期。

## 为什么
商品的性能、价格、销售状况、曾获荣誉与实际不符，对购买有实质影响的，就是虚假广告：罚广告费的三到五倍，算不出来的罚二十万到一百万元。

## 依据
广告法第二十八条、第五十五条。

## 反例
facts.yaml 写着续航 600 公里，正文写“续航 800 公里”。

## 正例
正文写“续航 600 公里（CLTC 工况）”。

## 怎么改
改成登记的值；登记的过时了，先改 policy/facts.yaml，再改正文。

## 例外
登记里没有的不查；四舍五入、在 tolerance 之内的不算；不是广告的文章由 uc.false-promo 检查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad {
        return;
    }
    for wrong in fact::contradictions(context, document) {
        findings.push(META.finding(wrong.place, wrong.message).help(text::facts_help()));
    }
    for honour in fact::unknown_honours(context, document) {
        let mut finding = META.finding(honour.place, honour.message).help(text::unknown_honour_help());
        finding.severity = Severity::Warning;
        findings.push(finding);
    }
}
