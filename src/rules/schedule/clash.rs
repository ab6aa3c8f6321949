//! `schedule.clash`: editions that stand in each other's way.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::base::message::Message;
use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::{Account, AccountKind, Edition, Mode, Site, Slot};
use crate::wechat::limits::MASS_DAILY_SUBSCRIPTION;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "schedule.clash",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "排期冲突",
    en: "Editions that clash",
    basis: &["WX-MASS", "HOUSE"],
    documentation: "\
## 查什么
同一账号的两期排在同一时刻，或相隔不到 min_gap；一天或一个月的群发超过账号的次数；排在停发日。

## 为什么
公众号一天只能群发一次，第二次会被平台拒绝；读者也不想十分钟里收两条。

## 依据
微信公众平台接口文档：群发次数限制；本站 qianfa.yaml 的 min_gap、mass_per_day、mass_per_month、blackout。

## 反例
两期都写 publish: {at: 2026-12-21 20:00, mode: mass}

## 正例
第二期改成 mode: publish，或排到第二天。

## 怎么改
改其中一期的时间或方式，或写 slot: next 让程序找空档。

## 例外
只写了日期或 slot: next 的，由计划时排开，这里不查时刻。停在草稿箱的（mode: draft）不占群发次数。
",
};

/// An edition with a moment.
struct Planned<'a> {
    edition: &'a Edition,
    at: Timestamp,
    place: &'a Place,
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for account in &context.site.config.accounts {
        let mut planned: Vec<Planned<'_>> = Vec::new();
        for edition in context.site.editions.iter().filter(|edition| edition.account == account.name.value) {
            let Some(place) = place(context.site, edition) else { continue };
            blackouts(account, edition, place, findings);
            if let Some(Slot::At(at)) = edition.at {
                planned.push(Planned { edition, at, place });
            }
        }
        planned.sort_by(|a, b| (a.at, &a.edition.name).cmp(&(b.at, &b.edition.name)));
        gaps(account, &planned, findings);
        quotas(account, &planned, findings);
    }
}

/// Where the edition's time is written.
fn place<'a>(site: &'a Site, edition: &Edition) -> Option<&'a Place> {
    let front = |index: &usize| site.articles.get(*index).map(|article| &article.front);
    let at = edition.articles.iter().filter_map(front).find_map(|front| front.publish.at.as_ref());
    at.map(|at| &at.place)
        .or_else(|| edition.articles.first().and_then(front).map(|front| &front.title.place))
}

fn gaps(account: &Account, planned: &[Planned<'_>], findings: &mut Findings) {
    for pair in planned.windows(2) {
        let [first, second] = pair else { continue };
        let gap = second.at.duration_since(first.at).unsigned_abs();
        let name = &account.name.value;
        let message = if gap.is_zero() {
            text::clash(&first.edition.name, name)
        } else if gap < account.min_gap {
            text::too_close(&first.edition.name, name, account.min_gap.as_secs() / 60)
        } else {
            continue;
        };
        findings.push(report(second.place, message, first.place).help(text::clash_help()));
    }
}

/// Mass sends a day and a month, counted in the account's zone.
fn quotas(account: &Account, planned: &[Planned<'_>], findings: &mut Findings) {
    let daily = match account.kind {
        AccountKind::Subscription => account.mass_per_day.min(MASS_DAILY_SUBSCRIPTION),
        AccountKind::Service => account.mass_per_day,
    };
    let mut days: BTreeMap<Date, Vec<&Place>> = BTreeMap::new();
    let mut months: BTreeMap<(i16, i8), Vec<&Place>> = BTreeMap::new();
    let name = &account.name.value;
    for one in planned.iter().filter(|one| one.edition.mode == Mode::Mass) {
        let day = one.at.to_zoned(account.zone.clone()).date();
        let on_day = days.entry(day).or_default();
        on_day.push(one.place);
        if let Some(first) = on_day.first()
            && exceeds(on_day.len(), daily)
        {
            findings
                .push(report(one.place, text::mass_twice(day, name, daily), first).help(text::mass_help()));
        }
        let in_month = months.entry((day.year(), day.month())).or_default();
        in_month.push(one.place);
        if let (Some(first), Some(limit)) = (in_month.first(), account.mass_per_month)
            && exceeds(in_month.len(), limit)
        {
            let month = format!("{}-{:02}", day.year(), day.month());
            findings.push(
                report(one.place, text::mass_monthly(month, name, limit), first).help(text::mass_help()),
            );
        }
    }
}

fn exceeds(count: usize, limit: u32) -> bool {
    usize::try_from(limit).is_ok_and(|limit| count > limit)
}

fn blackouts(account: &Account, edition: &Edition, place: &Place, findings: &mut Findings) {
    let day = match edition.at {
        Some(Slot::At(at)) => at.to_zoned(account.zone.clone()).date(),
        Some(Slot::Day(day)) => day,
        Some(Slot::Next) | None => return,
    };
    if let Some(blackout) =
        account.blackout.iter().find(|blackout| (blackout.from..=blackout.to).contains(&day))
    {
        let message = match &blackout.reason {
            Some(reason) => text::blackout(day, reason),
            None => text::blackout_plain(day),
        };
        findings.push(META.finding(place.clone(), message).help(text::clash_help()));
    }
}

fn report(place: &Place, message: Message, other: &Place) -> Finding {
    META.finding(place.clone(), message).label(other.clone(), text::other_edition())
}
