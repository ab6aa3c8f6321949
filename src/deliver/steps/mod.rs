//! The steps of a delivery in the ordinary case, one file each. A step looks at the record, does one thing to the
//! platform, and writes what it did; when an answer is lost, `recovery` goes on from the ledger.

pub(super) mod assets;
pub(super) mod check;
pub(super) mod draft;
pub(super) mod hand;
pub(super) mod publish;
pub(super) mod send;
pub(super) mod submit;
pub(super) mod verify;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// When to ask again about a job that was handed in at `since`: at 5, 15, 30, 60 s, then every five minutes, whatever run
/// asks (reference `wechat-api-publish.md` 4.3; a day has 100 questions).
pub(super) fn poll_pause(since: Timestamp, now: Timestamp) -> Duration {
    let age = now.duration_since(since).max(SignedDuration::ZERO).as_secs();
    Duration::from_secs(match age {
        ..5 => 5,
        5..20 => 15,
        20..50 => 30,
        50..110 => 60,
        _ => 300,
    })
}
