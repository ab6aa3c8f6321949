//! Carrying out the plan of one account: under its lease, item by item, at the time each is due.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::ended::{Ended, RunError};
use super::plan::{Action, Item, Plan, SavedPlan};
use super::run::Run;
use super::stock::Stock;
use crate::base::message::deliver as text;
use crate::ledger::{Books, Kind, MarkKind, NewEvent, Platform};

/// Where plans come from, fresh each time they are asked for.
pub trait Source: Stock {
    /// The plan at `now`, looking ahead to `until`, after reading again what may have changed.
    ///
    /// # Errors
    /// When sign-offs or files cannot be read.
    fn plan(&mut self, books: &Books, now: Timestamp, until: Timestamp) -> Result<Plan, RunError>;
}

/// How a plan is carried out.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The platform that the client speaks to.
    pub platform: Platform,
    /// How long to wait for what becomes due.
    pub wait: Duration,
    /// Only what this plan says, and only if it still holds.
    pub saved: Option<&'a SavedPlan>,
}

/// What a run did to an account.
#[derive(Debug)]
pub struct Applied {
    /// The plan as it stood at the end.
    pub plan: Plan,
    /// The deliveries that were worked on, in order, and how that ended.
    pub outcomes: Vec<(Item, Ended)>,
}

/// Carries out what is due, and what becomes due within the wait. Where nothing is to be done or noted, nothing is
/// written either.
///
/// # Errors
/// What ends the run; what was done before is on the ledger. The lease is given back in any case.
pub fn apply(run: &mut Run<'_>, source: &mut dyn Source, options: Options<'_>) -> Result<Applied, RunError> {
    run.ledger.require(options.platform)?;
    let now = run.clock.now();
    let until = ahead(now, options.wait);
    let plan = fresh(run, source, options, now, until)?;
    if is_idle(&plan, run.ledger.books(), now) {
        return Ok(Applied { plan, outcomes: Vec::new() });
    }
    run.take_lease(options.platform)?;
    let result = work(run, source, options, until);
    let released = run.release();
    let applied = result?;
    released?;
    Ok(applied)
}

fn ahead(now: Timestamp, wait: Duration) -> Timestamp {
    SignedDuration::try_from(wait).ok().and_then(|wait| now.checked_add(wait).ok()).unwrap_or(Timestamp::MAX)
}

/// The plan of this moment, held against the saved one.
fn fresh(
    run: &Run<'_>,
    source: &mut dyn Source,
    options: Options<'_>,
    now: Timestamp,
    until: Timestamp,
) -> Result<Plan, RunError> {
    let mut plan = source.plan(run.ledger.books(), now, until)?;
    if let Some(saved) = options.saved {
        saved.hold_against(&plan)?;
        let account = plan.account.clone();
        plan.items.retain(|item| saved.allowed(&account).any(|allowed| allowed.delivery == item.delivery));
    }
    Ok(plan)
}

fn acts(item: &Item) -> bool {
    matches!(item.action, Action::Act | Action::Unknown)
}

fn is_idle(plan: &Plan, books: &Books, now: Timestamp) -> bool {
    plan.items
        .iter()
        .all(|item| !acts(item) && item.action != Action::Wait && stop_event(item, books, now).is_none())
}

fn work(
    run: &mut Run<'_>,
    source: &mut dyn Source,
    options: Options<'_>,
    until: Timestamp,
) -> Result<Applied, RunError> {
    let mut outcomes: Vec<(Item, Ended)> = Vec::new();
    loop {
        let now = run.clock.now();
        let plan = fresh(run, source, options, now, until)?;
        let done = |outcomes: &[(Item, Ended)], item: &Item| {
            outcomes.iter().any(|(other, ended)| {
                other.delivery == item.delivery && (acts(item) <= !matches!(ended, Ended::Prepared))
            })
        };
        for item in plan.items.iter().filter(|item| acts(item)) {
            if !done(&outcomes, item) {
                let ended = attempt(run, source, item, false)?;
                outcomes.retain(|(other, _)| other.delivery != item.delivery);
                outcomes.push((item.clone(), ended));
            }
        }
        note_stops(run, &plan)?;
        let waiting: Vec<&Item> = plan.items.iter().filter(|item| item.action == Action::Wait).collect();
        let waiting: Vec<&Item> =
            waiting.into_iter().filter(|item| item.due.is_some_and(|due| due <= until)).collect();
        for item in &waiting {
            if !outcomes.iter().any(|(other, _)| other.delivery == item.delivery) {
                let ended = attempt(run, source, item, true)?;
                outcomes.push(((*item).clone(), ended));
            }
        }
        let ready = waiting.iter().filter(|item| {
            outcomes
                .iter()
                .any(|(other, ended)| other.delivery == item.delivery && matches!(ended, Ended::Prepared))
        });
        let Some(next) = ready.filter_map(|item| item.due).min() else {
            return Ok(Applied { plan, outcomes });
        };
        run.announce(text::waiting_until(super::hold::clock(next, &jiff::tz::TimeZone::UTC)));
        run.rest_until(next)?;
    }
}

/// Works on one delivery. Goods that are missing stop this delivery only.
fn attempt(run: &mut Run<'_>, source: &dyn Source, item: &Item, prepare: bool) -> Result<Ended, RunError> {
    match run.deliver(item, source, prepare) {
        Err(RunError::Stock(error)) => Ok(Ended::Broken(error)),
        result => result,
    }
}

/// Writes why due deliveries do not go out, once for each reason: nothing is silently late.
fn note_stops(run: &mut Run<'_>, plan: &Plan) -> Result<(), RunError> {
    let now = run.clock.now();
    let books = run.ledger.books();
    let events: Vec<NewEvent> = plan.items.iter().filter_map(|item| stop_event(item, books, now)).collect();
    if events.is_empty() { Ok(()) } else { run.write(events) }
}

fn stop_event(item: &Item, books: &Books, now: Timestamp) -> Option<NewEvent> {
    let (kind, mark, reason) = match &item.action {
        Action::Held(holds) | Action::Void(holds) => {
            let words: Vec<&str> = holds.iter().map(super::hold::Hold::word).collect();
            let mut unique = words.clone();
            unique.dedup();
            (Kind::Hold, MarkKind::Held, unique.join(","))
        }
        Action::Skip(reason) => (Kind::Skip, MarkKind::Skipped, (*reason).to_owned()),
        _ => return None,
    };
    let noted = books.record(&item.delivery).and_then(|record| record.mark.as_ref());
    let known = noted.is_some_and(|noted| {
        (noted.kind == mark && noted.reason == reason)
            || matches!(noted.kind, MarkKind::Failed | MarkKind::Unknown)
    });
    let due = item.due.is_none_or(|due| due <= now) || matches!(item.action, Action::Skip(_));
    if known || !due {
        return None;
    }
    let mut facts = item.facts();
    facts.reason = Some(reason);
    Some(NewEvent {
        delivery: Some(item.delivery.clone()),
        unit: Some(item.edition.clone()),
        payload: item.payload,
        facts,
        ..NewEvent::new(kind)
    })
}
