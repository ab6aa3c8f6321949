//! What would happen and why: a pure function of the site's editions, their sign-offs, the ledger and a moment.
//!
//! The order is stable. Nothing here reads a file, a ref or a clock; `apply` does what a plan says and nothing else.

mod saved;

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::hold::Hold;
use super::schedule::{self, Calendar, Taken, Timing, Wanted};
use crate::base::digest::Digest;
use crate::ledger::{Books, DeliveryId, DeliveryKey, Facts, MarkKind, Record, Stage, Standing};
use crate::signoff::Verdict;
use crate::site::{Account, Edition, Mode, Slot};

pub use saved::{MAX_BYTES as MAX_PLAN_BYTES, SavedAccount, SavedItem, SavedPlan, SavedPlanError, Stale};

/// Which time, for editions that go out once: moving the date does not make a second delivery.
pub const ONCE: &str = "once";

/// An edition and how its sign-off stands.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Titles of its articles.
    pub titles: Vec<String>,
    /// What counting gave; or how many errors keep it from having a payload.
    pub verdict: Result<Verdict, usize>,
}

/// Everything that the plan of one account is made of.
#[derive(Debug, Clone)]
pub struct Inputs<'a> {
    /// The account.
    pub account: &'a Account,
    /// Its ready editions with a time, in any order.
    pub candidates: Vec<Candidate<'a>>,
    /// Its ledger.
    pub books: &'a Books,
    /// The present.
    pub now: Timestamp,
    /// How far the plan looks ahead.
    pub until: Timestamp,
}

/// What happens to a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// It goes out now, or what was begun is brought to its end.
    Act,
    /// It goes out at its time.
    Wait,
    /// It waits for the conditions named.
    Held(Vec<Hold>),
    /// Somebody signed, and something changed since.
    Void(Vec<Hold>),
    /// It will not happen: `late` or `expired`.
    Skip(&'static str),
    /// Nobody knows what happened; it must be settled first.
    Unknown,
    /// It is done.
    Done(Standing),
}

impl Action {
    /// The sign in front of its line.
    pub const fn symbol(&self) -> char {
        match self {
            Self::Act | Self::Wait => '+',
            Self::Held(_) => '!',
            Self::Void(_) => '~',
            Self::Skip(_) => '-',
            Self::Unknown => '?',
            Self::Done(_) => '=',
        }
    }

    /// One stable word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Wait => "wait",
            Self::Held(_) => "held",
            Self::Void(_) => "void",
            Self::Skip(_) => "skip",
            Self::Unknown => "unknown",
            Self::Done(_) => "done",
        }
    }

    /// The reasons of a hold.
    pub fn holds(&self) -> &[Hold] {
        match self {
            Self::Held(holds) | Self::Void(holds) => holds,
            _ => &[],
        }
    }
}

/// One delivery of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub delivery: DeliveryId,
    /// The account.
    pub account: String,
    /// Name of the edition.
    pub edition: String,
    /// What identifies the edition.
    pub uid: String,
    /// How it goes out: the mode written, or `draft` where the account may do no more.
    pub mode: Mode,
    /// The mode written, when the account may not do it.
    pub wished: Option<Mode>,
    /// `all` or `tag:<name>`.
    pub audience: String,
    /// Titles of its articles.
    pub titles: Vec<String>,
    /// When it is due.
    pub due: Option<Timestamp>,
    /// P of what goes out.
    pub payload: Option<Digest>,
    /// Who signed that.
    pub signers: Vec<String>,
    /// Since when that is enough.
    pub approved: Option<Timestamp>,
    /// What happens.
    pub action: Action,
    /// The next free slot, when it cannot stand where it is.
    pub suggestion: Option<Timestamp>,
}

impl Item {
    /// What the ledger keeps of it.
    pub(super) fn facts(&self) -> Facts {
        Facts {
            uid: Some(self.uid.clone()),
            mode: Some(self.mode.name().to_owned()),
            audience: Some(self.audience.clone()),
            occurrence: Some(ONCE.to_owned()),
            due: self.due,
            titles: self.titles.clone(),
            signers: self.signers.clone(),
            ..Facts::default()
        }
    }

    /// Whether it is due at `now`.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.due.is_some_and(|due| due <= now)
    }
}

/// The plan of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The account.
    pub account: String,
    /// Its deliveries by due time, then name.
    pub items: Vec<Item>,
    /// Mass sends on the present day.
    pub mass_today: usize,
    /// Mass sends in the present month.
    pub mass_month: usize,
    /// Number of the ledger's last event.
    pub ledger: u64,
}

/// Makes the plan of an account.
pub fn plan(inputs: &Inputs<'_>) -> Plan {
    let past = past(inputs.books);
    let mut candidates: Vec<&Candidate<'_>> = inputs
        .candidates
        .iter()
        .filter(|candidate| candidate.edition.ready && candidate.edition.at.is_some())
        .collect();
    candidates.sort_by(|a, b| (&a.edition.name, &a.edition.uid).cmp(&(&b.edition.name, &b.edition.uid)));
    let due = due_times(inputs, &candidates, &past);
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|index| due.get(*index).copied().flatten().map_or(Timestamp::MAX, |due| due));

    let mut taken: Calendar = past.into_iter().collect();
    let mut items = Vec::new();
    for index in order {
        let (Some(candidate), due) = (candidates.get(index), due.get(index).copied().flatten()) else {
            continue;
        };
        let item = item(inputs, candidate, due, &taken);
        if matches!(item.action, Action::Act | Action::Wait) {
            due.into_iter().for_each(|at| taken.add(Taken { at: at.max(inputs.now), mode: item.mode }));
        }
        if due.is_none_or(|due| due <= inputs.until) {
            items.push(item);
        }
    }
    items.extend(orphans(inputs, &items));
    let (mass_today, mass_month) = mass_counts(inputs);
    Plan {
        account: inputs.account.name.to_string(),
        items,
        mass_today,
        mass_month,
        ledger: inputs.books.last(),
    }
}

/// What already reached readers, or may have.
fn past(books: &Books) -> Vec<Taken> {
    books
        .records()
        .filter_map(|record| Some(Taken { at: record.visible_at?, mode: mode(&record.mode)? }))
        .collect()
}

fn mode(name: &str) -> Option<Mode> {
    [Mode::Mass, Mode::Publish, Mode::Draft].into_iter().find(|mode| mode.name() == name)
}

fn mass_counts(inputs: &Inputs<'_>) -> (usize, usize) {
    let day = |at: Timestamp| at.to_zoned(inputs.account.zone.clone()).date();
    let today = day(inputs.now);
    let sent: Vec<_> = past(inputs.books)
        .into_iter()
        .filter(|taken| taken.mode == Mode::Mass)
        .map(|taken| day(taken.at))
        .collect();
    let month = sent.iter().filter(|day| day.first_of_month() == today.first_of_month()).count();
    (sent.iter().filter(|day| **day == today).count(), month)
}

fn effective(account: &Account, edition: &Edition) -> Mode {
    if account.verified { edition.mode } else { Mode::Draft }
}

fn delivery(account: &Account, edition: &Edition) -> DeliveryId {
    DeliveryId::of(&DeliveryKey {
        account: &account.name,
        uid: &edition.uid,
        mode: effective(account, edition),
        audience: &edition.to.name(),
        occurrence: ONCE,
    })
}

fn approved(candidate: &Candidate<'_>) -> Option<Timestamp> {
    let verdict = candidate.verdict.as_ref().ok().filter(|verdict| verdict.ready)?;
    verdict.signed.iter().map(|signed| signed.at).max()
}

fn due_times(inputs: &Inputs<'_>, candidates: &[&Candidate<'_>], past: &[Taken]) -> Vec<Option<Timestamp>> {
    let account = inputs.account;
    let wanted: Vec<Wanted<'_>> = candidates
        .iter()
        .map(|candidate| {
            let record = inputs.books.record(&delivery(account, candidate.edition));
            let begun = record.filter(|record| record.stage != Stage::Planned).and_then(|record| record.due);
            let settled = begun.filter(|due| match candidate.edition.at {
                Some(Slot::Day(day)) => due.to_zoned(account.zone.clone()).date() == day,
                _ => true,
            });
            Wanted { edition: candidate.edition, approved: approved(candidate), settled }
        })
        .collect();
    schedule::due_times(account, &wanted, past, inputs.now)
}

fn item(inputs: &Inputs<'_>, candidate: &Candidate<'_>, due: Option<Timestamp>, taken: &Calendar) -> Item {
    let (account, edition) = (inputs.account, candidate.edition);
    let mode = effective(account, edition);
    let verdict = candidate.verdict.as_ref().ok();
    let signed: BTreeSet<&str> = verdict
        .into_iter()
        .flat_map(|verdict| &verdict.signed)
        .map(|signed| signed.person.as_str())
        .collect();
    let mut item = Item {
        delivery: delivery(account, edition),
        account: account.name.to_string(),
        edition: edition.name.clone(),
        uid: edition.uid.clone(),
        mode,
        wished: (mode != edition.mode).then_some(edition.mode),
        audience: edition.to.name(),
        titles: candidate.titles.clone(),
        due,
        payload: verdict.map(|verdict| verdict.payload),
        signers: signed.into_iter().map(str::to_owned).collect(),
        approved: approved(candidate),
        action: Action::Wait,
        suggestion: None,
    };
    let record = inputs.books.record(&item.delivery);
    item.action = settled(inputs.books, edition, record)
        .unwrap_or_else(|| fresh(inputs, candidate, &item, record, taken));
    if item.action.holds().iter().any(|hold| matches!(hold, Hold::Clash(_) | Hold::Late)) {
        item.suggestion =
            schedule::suggestion(account, mode, due.unwrap_or(inputs.now).max(inputs.now), taken);
    }
    item
}

/// What the ledger alone decides: something was done, or must be brought to its end whatever the site says now.
fn settled(books: &Books, edition: &Edition, record: Option<&Record>) -> Option<Action> {
    if let Some(done) = books.of_edition(&edition.uid).find(|record| record.stage.is_final()) {
        let read_back =
            done.stage == Stage::Published && record.is_some_and(|own| own.delivery == done.delivery);
        return Some(if read_back { Action::Act } else { Action::Done(done.standing()) });
    }
    let record = record?;
    if !record.stage.may_be_visible() {
        return None;
    }
    Some(unsettled(record))
}

fn unsettled(record: &Record) -> Action {
    let unknown = record.mark.as_ref().is_some_and(|mark| mark.kind == MarkKind::Unknown);
    if unknown { Action::Unknown } else { Action::Act }
}

/// What the site, the sign-offs and the calendar say about a delivery that no reader can have yet.
fn fresh(
    inputs: &Inputs<'_>,
    candidate: &Candidate<'_>,
    item: &Item,
    record: Option<&Record>,
    taken: &Calendar,
) -> Action {
    let (account, edition) = (inputs.account, candidate.edition);
    let timing = item.due.map(|due| schedule::timing(account, edition, due, inputs.now));
    match timing {
        Some(Timing::Expired) => return Action::Skip("expired"),
        Some(Timing::LateSkipped) => return Action::Skip("late"),
        _ => {}
    }
    let mut holds = Vec::new();
    let mut void = false;
    match &candidate.verdict {
        Err(errors) => holds.push(Hold::Invalid(*errors)),
        Ok(verdict) if !verdict.ready => {
            void = verdict.signed.is_empty() && !verdict.void.is_empty();
            let lost = verdict
                .void
                .iter()
                .map(|void| Hold::Void { person: void.statement.by.clone(), reason: void.reason.clone() });
            holds.extend(lost.filter(|_| void));
            holds.extend(verdict.missing.iter().cloned().map(Hold::Missing));
        }
        Ok(_) => {}
    }
    holds.extend(refused(candidate, record));
    holds.extend(out_of_quota(inputs, record));
    let blocking = |other: &&Record| other.delivery != item.delivery && other.stage.may_be_visible();
    if let Some(other) = inputs.books.of_edition(&edition.uid).find(blocking) {
        holds.push(Hold::OtherOpen(mode(&other.mode).unwrap_or_default().name()));
    }
    match item.due {
        None => holds.push(Hold::NoSlot),
        Some(due) => {
            holds.extend(schedule::clash(account, item.mode, due.max(inputs.now), taken).map(Hold::Clash))
        }
    }
    if timing == Some(Timing::LateHeld) {
        holds.push(Hold::Late);
    }
    match (holds.is_empty(), timing) {
        (true, Some(Timing::Due)) => Action::Act,
        (true, _) => Action::Wait,
        (false, _) if void => Action::Void(holds),
        (false, _) => Action::Held(holds),
    }
}

/// A refusal stands until the text changes, or somebody signs again after it.
fn refused(candidate: &Candidate<'_>, record: Option<&Record>) -> Option<Hold> {
    let record = record?;
    let mark = record.mark.as_ref().filter(|mark| mark.kind == MarkKind::Failed)?;
    let same = candidate.verdict.as_ref().is_ok_and(|verdict| record.payload == Some(verdict.payload));
    let again = approved(candidate).is_some_and(|at| at > mark.since);
    let text = mark.text.clone().unwrap_or_default();
    (same && !again).then(|| Hold::Refused { code: mark.code.unwrap_or_default(), text })
}

/// The platform said that the quota is used up; it is asked again on another day.
fn out_of_quota(inputs: &Inputs<'_>, record: Option<&Record>) -> Option<Hold> {
    let mark = record?.mark.as_ref().filter(|mark| mark.reason == "quota")?;
    let day = |at: Timestamp| at.to_zoned(inputs.account.zone.clone()).date();
    (day(mark.since) == day(inputs.now)).then_some(Hold::Quota)
}

/// Deliveries that were begun and whose edition is no longer among the candidates.
fn orphans(inputs: &Inputs<'_>, items: &[Item]) -> Vec<Item> {
    let known: BTreeSet<&DeliveryId> = items.iter().map(|item| &item.delivery).collect();
    let open = |record: &&Record| record.stage.may_be_visible() && !record.stage.is_final();
    inputs
        .books
        .records()
        .filter(open)
        .filter(|record| !known.contains(&record.delivery))
        .filter_map(|record| {
            Some(Item {
                delivery: record.delivery.clone(),
                account: inputs.account.name.to_string(),
                edition: record.unit.clone(),
                uid: record.uid.clone(),
                mode: mode(&record.mode)?,
                wished: None,
                audience: record.audience.clone(),
                titles: record.titles.clone(),
                due: record.due,
                payload: record.payload,
                signers: record.signers.clone(),
                approved: None,
                action: unsettled(record),
                suggestion: None,
            })
        })
        .collect()
}
