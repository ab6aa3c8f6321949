//! `promo.prize.record`: how long the records of a draw are kept.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;

use jiff::ToSpan;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.record",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "有奖活动没有存档两年",
    en: "Records of prize promotions kept less than two years",
    basis: &["PROMO-19"],
    documentation: "\
## 查什么
抽奖活动的计划写没写 archive_until，是否晚于活动结束满两年；活动结束以后，recap.file 指的存档在不在仓库里。

## 为什么
市场监管部门来查的时候，拿不出规则、开奖结果和兑奖记录，就只能按没有公示处理。

## 依据
规范促销行为暂行规定第十九条：有奖销售档案保存两年以上。

## 反例
活动 2026-12-18 结束，archive_until: 2027-06-30。

## 正例
archive_until: 2028-12-31，recap: {file: campaigns/records/winter.md}。

## 怎么改
写上保存期限；结束后把规则快照、开奖过程、打码的名单放进仓库。

## 例外
人人可得的赠品不查；没有结束时间的计划只查有没有写期限。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    if plan::drawn(campaign).next().is_none() {
        return;
    }
    let Some(window) = &campaign.window else { return };
    let Ok(least) = plan::day(context, window.end).checked_add(2.years()) else { return };
    match &campaign.archive_until {
        None => {
            let place = plan::lack(campaign, &["prizes"]);
            findings.push(META.finding(place, text::no_record()).help(text::record_help(least)));
        }
        Some(day) if day.value < least => {
            let message = text::short_record(least);
            findings.push(META.finding(day.place.clone(), message).help(text::record_help(least)));
        }
        Some(_) => {}
    }
    let due = campaign.value().find(&["recap", "due"]).and_then(|due| due.date(&mut Findings::new()));
    let last = due.map_or_else(|| plan::day(context, window.end), |due| due.value);
    if context.now.is_none_or(|now| plan::day(context, now) <= last) {
        return;
    }
    match campaign.value().find(&["recap", "file"]) {
        None => {
            let place = plan::lack(campaign, &["recap", "file"]);
            findings.push(META.finding(place, text::no_recap()).help(text::recap_help()));
        }
        Some(file) if file.as_str().is_none_or(|path| !context.tree.contains(path)) => {
            let message = text::recap_gone(file.as_str().unwrap_or_default());
            findings.push(META.finding(file.place.clone(), message).help(text::recap_help()));
        }
        Some(_) => {}
    }
}
