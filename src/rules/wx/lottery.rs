//! `wx.lottery`: draws on the platform.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::sentence::Phrase;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.lottery",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "抽奖以分享或关注为条件，或没有规则",
    en: "Draws that ask for sharing or following, or have no rules",
    basis: &["WX-OPS", "PROMO-13"],
    documentation: "\
## 查什么
抽奖活动的 mechanics 里 share_required、follow_required 是否为真，参加办法（rules.participation）是否要转发、关注、拉人；有没有规则（rules 或 rules_url）。文章里写了“抽 3 位送……”却没有活动计划的也提示。

## 为什么
分享、关注才能抽，是诱导；没有规则的抽奖同时违反有奖销售的公示要求。平台可以直接停止传播。

## 依据
微信公众平台运营规范；规范促销行为暂行规定第十三条。

## 反例
mechanics: {follow_required: true}，prizes: [{name: 手机, quantity: 1}]

## 正例
评论区参与，按公布的随机办法抽取，不需要关注和转发；规则全文另有文章。

## 怎么改
去掉条件；把规则写进计划的 rules，文章里写 campaign。

## 例外
讲法律或介绍别家活动的文章，句子本身是否定、禁止或报道的不算；随机抽取样本做调查不算抽奖。
",
};

/// What takes part in a draw may not be asked to do: sharing, following, bringing others.
static CONDITION: Phrase = Phrase::new(
    "转发|分享(?:本文|文章|海报|链接|活动|到|至|给|推文|图文|页面)|扩散|(?:发|晒|转)(?:到)?朋友圈|关注(?:公众号|本号|我们|账号|后|并|即)|邀请[^,。;]{0,6}(?:好友|朋友|人)|拉[^,。;]{0,4}(?:好友|新|人)|点(?:亮)?在看|集赞",
);
/// Words that say that nobody has to.
static FREE: Phrase = Phrase::new(
    "(?:不|无须|无需|不必|不用|不要求|不以|无论是否|不论是否|是否)[^,。;]{0,8}(?:转发|分享|关注|邀请|扩散)",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign() else {
        unplanned(context, document, findings);
        return;
    };
    if !campaign.has_draw() || !plan::counts(campaign) {
        return;
    }
    let mechanics = &campaign.mechanics;
    let conditions =
        [("share_required", &mechanics.share_required), ("follow_required", &mechanics.follow_required)];
    for (key, flag) in conditions {
        if let Some(flag) = flag.as_ref().filter(|flag| flag.value) {
            let message = text::lottery_condition(key);
            findings.push(META.finding(flag.place.clone(), message).help(text::lottery_condition_help()));
        }
    }
    for path in [["rules", "participation"], ["mechanics", "entry"]] {
        let Some(way) = campaign.value().find(&path) else { continue };
        let Some(words) = way.as_str().map(fold) else { continue };
        if let Some(found) = CONDITION.find(&words).filter(|_| !FREE.is_in(&words)) {
            let message = text::lottery_way(words.get(found).unwrap_or_default());
            findings.push(META.finding(way.place.clone(), message).help(text::lottery_way_help()));
        }
    }
    if !plan::has(campaign, &["rules"]) && !plan::has(campaign, &["rules_url"]) {
        let kind = campaign.kinds.iter().find(|kind| kind.value == "lottery");
        let place = kind.map_or_else(|| plan::lack(campaign, &["prizes"]), |kind| kind.place.clone());
        findings.push(META.finding(place, text::lottery_rules()).help(text::lottery_rules_help()));
    }
}

/// Draws of articles that belong to no plan.
fn unplanned(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.front().is_none_or(|front| front.campaign.is_some()) {
        return;
    }
    let mut said = Findings::new();
    word::report_with(&META, context, document, &mut said, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        Some(Verdict { severity, message: text::lottery_plan(shown) })
    });
    findings.extend(said.into_iter().map(|finding| finding.help(text::lottery_plan_help())));
}
