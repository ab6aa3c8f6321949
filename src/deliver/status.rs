//! How every delivery stands, with its reason: from the ledger where something was done, from the plan where nothing was.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::plan::{Action, Item, Plan};
use crate::ledger::{Books, DeliveryId, Record, Stage, Standing};

/// One delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its name.
    pub delivery: DeliveryId,
    /// The account.
    pub account: String,
    /// Name of the edition.
    pub edition: String,
    /// `mass`, `publish` or `draft`.
    pub mode: String,
    /// Titles of its articles.
    pub titles: Vec<String>,
    /// When it is or was due.
    pub due: Option<Timestamp>,
    /// `published`, `sent`, `handed`, `open`, `held`, `skipped`, `failed`, `unknown` or `planned`.
    pub state: &'static str,
    /// Since when, if anything was done.
    pub since: Option<Timestamp>,
    /// One stable word, or several with commas.
    pub reason: Option<String>,
    /// The platform's words.
    pub text: Option<String>,
    /// Permanent addresses.
    pub urls: Vec<String>,
}

impl Line {
    /// Whether it came to an end that needs nobody.
    pub fn is_settled(&self) -> bool {
        matches!(self.state, "published" | "sent" | "handed" | "skipped")
    }
}

/// The state's name in output.
pub(super) const fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::Published => "published",
        Standing::Sent => "sent",
        Standing::Handed => "handed",
        Standing::Open => "open",
        Standing::Held => "held",
        Standing::Skipped => "skipped",
        Standing::Failed => "failed",
        Standing::Unknown => "unknown",
    }
}

/// Every delivery of an account: by due time, then name.
pub fn status(plan: &Plan, books: &Books) -> Vec<Line> {
    let begun = |record: &Record| record.stage != Stage::Planned;
    let mut lines: Vec<Line> =
        books.records().filter(|record| begun(record)).map(|record| of_record(books, record)).collect();
    for item in &plan.items {
        if !books.record(&item.delivery).is_some_and(begun) && !matches!(item.action, Action::Done(_)) {
            lines.push(of_item(item));
        }
    }
    // Held or skipped once, and no longer in the plan.
    for record in books.records().filter(|record| !begun(record)) {
        if !plan.items.iter().any(|item| item.uid == record.uid) {
            lines.push(of_record(books, record));
        }
    }
    lines.sort_by(|a, b| (a.due, &a.edition, &a.delivery).cmp(&(b.due, &b.edition, &b.delivery)));
    lines
}

fn of_record(books: &Books, record: &Record) -> Line {
    Line {
        delivery: record.delivery.clone(),
        account: books.account().to_owned(),
        edition: record.unit.clone(),
        mode: record.mode.clone(),
        titles: record.titles.clone(),
        due: record.due,
        state: name(record.standing()),
        since: Some(record.since),
        reason: record.reason().map(str::to_owned).or_else(|| record.drift.clone()),
        text: record.mark.as_ref().and_then(|mark| mark.text.clone()),
        urls: record.urls.clone(),
    }
}

fn of_item(item: &Item) -> Line {
    let (state, reason) = match &item.action {
        Action::Act | Action::Wait => ("planned", None),
        Action::Held(holds) | Action::Void(holds) => {
            let mut words: Vec<&str> = holds.iter().map(super::hold::Hold::word).collect();
            words.dedup();
            ("held", Some(words.join(",")))
        }
        Action::Skip(reason) => ("skipped", Some((*reason).to_owned())),
        Action::Unknown => ("unknown", None),
        Action::Done(standing) => (name(*standing), None),
    };
    Line {
        delivery: item.delivery.clone(),
        account: item.account.clone(),
        edition: item.edition.clone(),
        mode: item.mode.name().to_owned(),
        titles: item.titles.clone(),
        due: item.due,
        state,
        since: None,
        reason,
        text: None,
        urls: Vec::new(),
    }
}

/// A delivery that should have come to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdue<'a> {
    /// The delivery.
    pub line: &'a Line,
    /// How long ago it was due.
    pub by: SignedDuration,
}

/// The deliveries that were due more than `limit` ago and have not come to an end: what a watcher elsewhere asks for.
pub fn overdue(lines: &[Line], now: Timestamp, limit: SignedDuration) -> Vec<Overdue<'_>> {
    lines
        .iter()
        .filter(|line| !line.is_settled())
        .filter_map(|line| Some(Overdue { line, by: now.duration_since(line.due?) }))
        .filter(|overdue| overdue.by > limit)
        .collect()
}
