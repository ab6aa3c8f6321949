//! `promo.prize.mismatch`: prizes, odds and days that an article tells otherwise than its plan.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::said;
use crate::rules::sentence::Phrase;
use crate::site::Campaign;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.mismatch",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "文章和活动计划说的不一样",
    en: "An article that contradicts its campaign plan",
    basis: &["AUCL-11", "PROMO-13"],
    documentation: "\
## 查什么
头信息里写了 campaign 的文章：奖品的价值、数量、中奖概率，开奖、领奖、活动起止的日期，与活动计划里的是否一致。活动结束以后才发出、还在请人参加的文章也查（警告）。

## 为什么
读者看到的规则就是公布的规则。文章写 30 台、计划和抽奖程序是 20 台，既是“影响兑奖的信息不明确”，也是开始后变更奖品；客服和法务各执一词。

## 依据
反不正当竞争法第十一条；规范促销行为暂行规定第十三条：有奖销售前明确公布奖品种类、数量、中奖概率、开奖与兑奖时间等，公布后不得变更。

## 反例
计划写 quantity: 20、odds: 2%，文章写“咖啡机（价值 499 元）30 台，中奖概率 5%”。

## 正例
“咖啡机（价值 399 元）20 台，中奖概率 2%，2027 年 1 月 5 日开奖，1 月 20 日前领取”，与计划逐项相同。

## 怎么改
以计划为准改文章。计划错了就先改计划、重新送审；活动已经开始的，照 promo.prize.change 办。

## 例外
引文不查；写了“每人”“剩余”“已送出”“本周”“共”的数量，写了“约”“不超过”的价值不比；日期没有写年份的只比月和日；计划里没有的事不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let named = document.front().and_then(|front| front.campaign.as_ref());
    let Some(campaign) = named.and_then(|name| context.campaign(name)).filter(|plan| plan::counts(plan))
    else {
        return;
    };
    for other in said::contradictions(context, document, campaign) {
        let Some(place) = document.place(other.range) else { continue };
        let finding = META.finding(place, other.message).help(text::contradiction_help());
        findings.push(finding.label(other.planned, text::in_the_plan()));
    }
    invitation(context, document, campaign, findings);
}

/// What asks people to take part now.
static INVITES: Phrase = Phrase::new(
    "(?:快来|欢迎|速来|赶快|赶紧|马上|立即|立刻|点击|扫码|戳|等你来?|邀您|邀你|诚邀)[^,。;!?]{0,8}(?:参加|参与|报名|抽奖|领奖|晒单|投稿|投票)",
);
/// What makes it another occasion, or the past.
const OTHER_TIME: &[&str] =
    &["下次", "下一", "下期", "下届", "下回", "明年", "往期", "已结束", "已经结束", "感谢", "曾"];

/// An invitation that readers see when the campaign is over.
fn invitation(context: &Context<'_>, document: &Document<'_>, campaign: &Campaign, findings: &mut Findings) {
    let Some(window) = &campaign.window else { return };
    let end = plan::day(context, window.end);
    if document.day.is_none_or(|day| day <= end) {
        return;
    }
    for range in document.sentences() {
        let Some(text) = document.folded().get(range.clone()) else { continue };
        let Some(found) = INVITES.find(text) else { continue };
        let quoted = document.block(range.clone()).is_none_or(|block| block.quoted);
        if quoted || OTHER_TIME.iter().any(|word| text.contains(word)) {
            continue;
        }
        let found = range.start + found.start..range.start + found.end;
        let Some(place) = document.place(found.clone()) else { continue };
        let message = text::after_end(document.shown(found), end);
        let finding = plan::weighing(&META, Severity::Warning, place, message, text::after_end_help());
        findings.push(finding.label(window.place.clone(), text::in_the_plan()));
        // Once an article is enough.
        return;
    }
}
