//! Checking a ledger from the bytes on its branch: chain, numbers, transitions, stored states.

use super::event::{self, Event};
use super::{Books, Fault, Record};
use crate::base::json;

/// What a verified ledger holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its books.
    pub books: Books,
    /// Its events, in order.
    pub events: Vec<Event>,
}

/// Replays the files of a ledger branch and compares the stored states with the result. The files may be anything.
///
/// # Errors
/// The first thing that is wrong.
pub fn verify(account: &str, files: &[(String, Vec<u8>)]) -> Result<Report, Fault> {
    let mut events = Vec::new();
    let mut states = Vec::new();
    for (path, bytes) in files {
        if path.starts_with("state/") {
            states.push((path, bytes));
        } else if path.starts_with("events/") {
            events.push(parse(path, bytes)?);
        } else {
            return Err(Fault::Foreign { path: path.clone() });
        }
    }
    // Months and years are for people; what counts is the number.
    events.sort_by_key(|(event, _)| event.seq);
    let mut books = Books::new(account);
    for (event, bytes) in &events {
        books.take(event, bytes)?;
    }
    for (path, bytes) in &states {
        let expected = books.records().find(|record| state_path(record) == **path).map(state_bytes);
        if expected.as_deref() != Some(bytes.as_slice()) {
            return Err(Fault::Projection { path: (*path).clone() });
        }
    }
    let stored: Vec<&str> = states.iter().map(|(path, _)| path.as_str()).collect();
    if let Some(record) = books.records().find(|record| !stored.contains(&state_path(record).as_str())) {
        return Err(Fault::Projection { path: state_path(record) });
    }
    Ok(Report { books, events: events.into_iter().map(|(event, _)| event).collect() })
}

/// An event from its file.
pub(super) fn parse<'a>(path: &str, bytes: &'a [u8]) -> Result<(Event, &'a [u8]), Fault> {
    let unreadable = |reason: String| Fault::Unreadable { path: path.to_owned(), reason };
    if bytes.len() as u64 > event::MAX_BYTES {
        return Err(unreadable(format!("larger than {} bytes", event::MAX_BYTES)));
    }
    let event = Event::parse(bytes).map_err(unreadable)?;
    if event.path() != path {
        return Err(Fault::Place { seq: event.seq, path: path.to_owned() });
    }
    Ok((event, bytes))
}

/// Where the state of a delivery lies on the branch.
pub(super) fn state_path(record: &Record) -> String {
    format!("state/{}.json", record.delivery)
}

/// The state of a delivery as it is stored.
#[expect(
    clippy::expect_used,
    reason = "strings, integers and lists of strings always have a canonical spelling"
)]
pub(super) fn state_bytes(record: &Record) -> Vec<u8> {
    let mut text =
        json::canonical(record).expect("a record holds neither fractions nor maps with other keys");
    text.push('\n');
    text.into_bytes()
}
