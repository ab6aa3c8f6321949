//! When editions go out: slots, free places, lateness, clashes. Pure; every rule of the account's calendar lives here.
//!
//! Nothing is ever moved by itself: what cannot stand where it was written is held, with the next free slot as a hint.

use std::time::Duration;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::site::{Account, AccountKind, Edition, Late, Mode, Slot};

/// How far ahead a free slot is looked for, days.
const AHEAD_DAYS: i32 = 62;
/// A whole month lies within this distance of each of its moments, whatever the zone does.
const A_MONTH: Duration = Duration::from_secs(32 * 86_400);

/// An edition that wants a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Since when it is signed; free slots before that are no use to it.
    pub approved: Option<Timestamp>,
    /// The slot that was found for it when its delivery was taken up; it stays.
    pub settled: Option<Timestamp>,
}

/// Something that reaches readers at a time: what already went out, or what stands earlier in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: Mode,
}

/// What is taken, in the order of time: a question about a moment looks at its neighbourhood only.
#[derive(Debug, Clone, Default)]
pub(super) struct Calendar(Vec<Taken>);

impl Calendar {
    /// Takes one more.
    pub(super) fn add(&mut self, taken: Taken) {
        let place = self.0.partition_point(|other| other.at <= taken.at);
        self.0.insert(place, taken);
    }

    /// What is taken no further than `reach` from `at`, both ends included.
    fn around(&self, at: Timestamp, reach: Duration) -> &[Taken] {
        let reach = SignedDuration::try_from(reach).unwrap_or(SignedDuration::MAX);
        let from = at.checked_sub(reach).unwrap_or(Timestamp::MIN);
        let to = at.checked_add(reach).unwrap_or(Timestamp::MAX);
        let start = self.0.partition_point(|taken| taken.at < from);
        let end = self.0.partition_point(|taken| taken.at <= to);
        self.0.get(start..end).unwrap_or(&[])
    }
}

impl FromIterator<Taken> for Calendar {
    fn from_iter<I: IntoIterator<Item = Taken>>(taken: I) -> Self {
        let mut taken: Vec<Taken> = taken.into_iter().collect();
        taken.sort_by_key(|taken| taken.at);
        Self(taken)
    }
}

/// The due time of every edition, in the order given; `None` when there is no free slot (or no time is written).
/// Exact times first, then days and `next` in order, each on the first slot that nobody has and that keeps the gap.
pub(super) fn due_times(
    account: &Account,
    wanted: &[Wanted<'_>],
    past: &[Taken],
    now: Timestamp,
) -> Vec<Option<Timestamp>> {
    let exact = |wanted: &Wanted<'_>| match wanted.edition.at {
        Some(Slot::At(at)) => Some(at),
        _ => wanted.settled,
    };
    let mut due: Vec<Option<Timestamp>> = wanted.iter().map(exact).collect();
    let mut taken: Vec<Timestamp> =
        past.iter().map(|taken| taken.at).chain(due.iter().flatten().copied()).collect();
    for (index, wanted) in wanted.iter().enumerate().filter(|(_, wanted)| wanted.settled.is_none()) {
        let from = wanted.approved.unwrap_or(now);
        let found = match wanted.edition.at {
            Some(Slot::Day(day)) => day_slot(account, day, from, &taken),
            Some(Slot::Next) => next_free(account, from, &taken),
            Some(Slot::At(_)) | None => continue,
        };
        taken.extend(found);
        due[index] = found;
    }
    // An embargo is stronger than any schedule.
    for (due, wanted) in due.iter_mut().zip(wanted) {
        if let (Some(at), Some(embargo)) = (due.as_mut(), wanted.edition.embargo) {
            *at = (*at).max(embargo);
        }
    }
    due
}

/// The first slot at or after `from` that nobody has, outside of blackouts.
pub(super) fn next_free(account: &Account, from: Timestamp, taken: &[Timestamp]) -> Option<Timestamp> {
    let first = from.to_zoned(account.zone.clone()).date();
    (0..AHEAD_DAYS)
        .filter_map(|days| first.checked_add(days.days()).ok())
        .filter(|day| blackout(account, *day).is_none())
        .flat_map(|day| slots(account, day))
        .find(|slot| *slot >= from && is_free(account, *slot, taken))
}

/// The first free slot of `day` at or after `from`; when the day has none left, its last slot, which is then late.
fn day_slot(account: &Account, day: Date, from: Timestamp, taken: &[Timestamp]) -> Option<Timestamp> {
    let slots = slots(account, day);
    let free = |slot: &&Timestamp| is_free(account, **slot, taken);
    slots.iter().filter(|slot| **slot >= from).find(free).or_else(|| slots.last()).copied()
}

fn is_free(account: &Account, slot: Timestamp, taken: &[Timestamp]) -> bool {
    taken.iter().all(|other| *other != slot && apart(*other, slot) >= account.min_gap)
}

fn apart(one: Timestamp, other: Timestamp) -> Duration {
    one.duration_since(other).unsigned_abs()
}

/// The account's slots of a day, in order.
fn slots(account: &Account, day: Date) -> Vec<Timestamp> {
    let rest = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let times = if rest { &account.restday_slots } else { &account.workday_slots };
    let mut slots: Vec<Timestamp> =
        times.iter().filter_map(|time| instant(&account.zone, day, *time)).collect();
    slots.sort_unstable();
    slots
}

fn instant(zone: &TimeZone, day: Date, time: Time) -> Option<Timestamp> {
    day.to_datetime(time).to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp())
}

fn blackout(account: &Account, day: Date) -> Option<&str> {
    let found = account.blackout.iter().find(|blackout| (blackout.from..=blackout.to).contains(&day))?;
    Some(found.reason.as_deref().unwrap_or(""))
}

/// How a due time stands to the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Not yet.
    Early,
    /// Now, or still within what counts as on time.
    Due,
    /// Late, and a person decides.
    LateHeld,
    /// Late, and never mind.
    LateSkipped,
    /// The last allowed instant has passed.
    Expired,
}

/// Whether an edition due at `due` may go out at `now`, by its late policy and the account's patience.
pub(super) fn timing(account: &Account, edition: &Edition, due: Timestamp, now: Timestamp) -> Timing {
    if edition.until.is_some_and(|until| now > until) {
        return Timing::Expired;
    }
    if now < due {
        return Timing::Early;
    }
    let late = apart(now, due);
    if late <= account.grace {
        return Timing::Due;
    }
    match edition.late {
        Late::Publish if late <= account.max_age => Timing::Due,
        Late::Publish | Late::Hold => Timing::LateHeld,
        Late::Skip => Timing::LateSkipped,
    }
}

/// Why an edition cannot go out at its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// A day on which nothing goes out.
    Blackout(String),
    /// Too close to another one.
    Gap(Timestamp),
    /// The day's mass sends are used up.
    MassDay(u32),
    /// The month's mass sends are used up.
    MassMonth(u32),
}

/// What stands against sending something in `mode` at `at`, given everything else that goes out.
pub(super) fn clash(account: &Account, mode: Mode, at: Timestamp, taken: &Calendar) -> Option<Clash> {
    let local = at.to_zoned(account.zone.clone());
    if let Some(reason) = blackout(account, local.date()) {
        return Some(Clash::Blackout(reason.to_owned()));
    }
    if mode == Mode::Draft {
        return None;
    }
    let mut near = taken.around(at, account.min_gap).iter().filter(|taken| taken.mode != Mode::Draft);
    if let Some(other) = near.find(|other| apart(other.at, at) < account.min_gap) {
        return Some(Clash::Gap(other.at));
    }
    if mode != Mode::Mass {
        return None;
    }
    let mass = |same: &dyn Fn(&jiff::Zoned) -> bool| {
        let sent = taken.around(at, A_MONTH).iter().filter(|taken| taken.mode == Mode::Mass);
        sent.filter(|taken| same(&taken.at.to_zoned(account.zone.clone()))).count()
    };
    let today = mass(&|other| other.date() == local.date());
    if today >= account.mass_per_day as usize {
        return Some(Clash::MassDay(account.mass_per_day));
    }
    let month = mass(&|other| other.date().first_of_month() == local.date().first_of_month());
    let limit = monthly(account);
    limit.filter(|limit| month >= *limit as usize).map(Clash::MassMonth)
}

/// Mass sends a month: as configured, and never more than the four that a follower of a 服务号 receives (reference
/// `wechat-api-publish.md` 5.1).
fn monthly(account: &Account) -> Option<u32> {
    let platform = (account.kind == AccountKind::Service).then_some(4);
    match (account.mass_per_month, platform) {
        (Some(own), Some(platform)) => Some(own.min(platform)),
        (own, platform) => own.or(platform),
    }
}

/// The next free slot after `at`, as a hint for something that clashes there.
pub(super) fn suggestion(
    account: &Account,
    mode: Mode,
    at: Timestamp,
    taken: &Calendar,
) -> Option<Timestamp> {
    let instants: Vec<Timestamp> = taken.0.iter().map(|taken| taken.at).collect();
    let mut from = at;
    for _ in 0..AHEAD_DAYS {
        let free = next_free(account, from.checked_add(SignedDuration::from_secs(1)).ok()?, &instants)?;
        if clash(account, mode, free, taken).is_none() {
            return Some(free);
        }
        from = free;
    }
    None
}

#[cfg(test)]
mod tests;
