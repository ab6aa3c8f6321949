//! `wx.multi-level`: levels of commission, pay by heads, fees to join.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.multi-level",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "多级分销、拉人头",
    en: "Multi-level distribution and pay by recruits",
    basis: &["WX-OPS", "MLM-7"],
    documentation: "\
## 查什么
活动计划的 commission：levels 大于 2、pay_by 按人头、entry_fee 收费；计划、文章、菜单和自动回复里“三级分销”“交费成为代理再发展下线”一类的话。

## 为什么
三级以上计酬、按拉来的人数计酬、先交入门费，符合传销的法定特征，组织者可能承担刑事责任；平台直接封号。

## 依据
禁止传销条例第七条；微信公众平台运营规范。

## 反例
commission: {levels: 3, pay_by: recruits, entry_fee: 399}

## 正例
commission: {levels: 1, pay_by: sales}，佣金比例写在规则里。

## 怎么改
只留一级，按实际成交付佣，公开说明，不收费。

## 例外
揭露传销的报道、法律解读不算；一级推荐费公开说明的不算。
",
};

/// Ways of paying that count heads.
const HEADS: &[&str] =
    &["recruit", "head", "invite", "member", "downline", "人头", "拉人", "下线", "发展", "会员"];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |word| text::multi_level(word), context, document, findings);
    let Some(commission) = document.campaign().and_then(|campaign| campaign.commission.as_ref()) else {
        return;
    };
    if let Some(levels) = commission.levels.as_ref().filter(|levels| levels.value > 2) {
        findings
            .push(META.finding(levels.place.clone(), text::levels(levels.value)).help(text::levels_help()));
    }
    if let Some(way) = commission.pay_by.as_ref().filter(|way| {
        let way = way.to_lowercase();
        HEADS.iter().any(|word| way.contains(word))
    }) {
        findings.push(META.finding(way.place.clone(), text::by_heads(&way.value)).help(text::levels_help()));
    }
    if let Some(fee) = commission.entry_fee.as_ref().filter(|fee| fee.value > 0) {
        let message = text::entry_fee(plan::yuan(fee.value));
        findings.push(META.finding(fee.place.clone(), message).help(text::levels_help()));
    }
}
