//! What plan, apply and status share: the site, its findings, its themes, and a desk for each account.

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::opened::{self, Opened};
use super::{Context, Exit, Failure};
use crate::base::message::deliver as text;
use crate::deliver::{Desk, Ended, Hold, Item, RunError, Weight};
use crate::finding::Findings;
use crate::ledger::LedgerError;
use crate::render::Renderer;
use crate::signoff::Register;
use crate::site::{Account, Mode};
use crate::wechat::client::ClientError;

/// A site ready to be planned.
pub(super) struct Work {
    pub(super) opened: Opened,
    findings: Findings,
}

impl Work {
    /// Opens and checks the site, from the commit `revision` or the work tree.
    ///
    /// # Errors
    /// When there is no usable site.
    pub(super) fn open(context: &mut Context, revision: Option<&str>) -> Result<Self, Failure> {
        let opened = opened::open(context, revision)?;
        let now = context.clock(&opened.site.config.zone)?.now();
        let findings = opened.check(now);
        Ok(Self { opened, findings })
    }

    /// Shows what could not be read of the site. What stands there is in no plan, however due it may be, so that nobody
    /// may take the plan for the whole.
    pub(super) fn unread(&self, context: &mut Context) -> Exit {
        self.opened.unread(context)
    }

    /// The themes of the site.
    pub(super) fn renderer(&self) -> Renderer<'_> {
        self.opened.renderer()
    }

    /// The desk of an account, with sign-offs as they are now.
    ///
    /// # Errors
    /// When sign-offs cannot be read.
    pub(super) fn desk<'a>(
        &'a self,
        renderer: &'a Renderer<'a>,
        account: &'a Account,
    ) -> Result<Desk<'a>, Failure> {
        let Opened { root, tree, site, commit, .. } = &self.opened;
        let register = Register::open(site, tree.as_ref(), root, commit.as_deref())?;
        Ok(Desk::new(site, tree.as_ref(), renderer, &self.findings, register, account))
    }
}

/// A length of time as typed: `20m`, `48h`, `7d`.
///
/// # Errors
/// When it is none.
pub(super) fn duration(typed: &str) -> Result<Duration, Failure> {
    let bad = || Failure::usage(text::bad_duration(typed)).help(text::bad_duration_help());
    let digits = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: u64 = digits.parse().map_err(|_| bad())?;
    let unit = match typed.get(digits.len()..) {
        Some("s") => 1,
        Some("m") => 60,
        Some("h") => 3600,
        Some("d") => 86_400,
        _ => return Err(bad()),
    };
    // A century is for ever.
    number
        .checked_mul(unit)
        .filter(|seconds| *seconds <= 100 * 366 * 86_400)
        .map(Duration::from_secs)
        .ok_or_else(bad)
}

/// `now` and that much later.
pub(super) fn later(now: Timestamp, by: Duration) -> Timestamp {
    jiff::SignedDuration::try_from(by).ok().and_then(|by| now.checked_add(by).ok()).unwrap_or(Timestamp::MAX)
}

/// A mode as people call it.
pub(super) fn mode(mode: Mode) -> crate::base::message::Message {
    match mode {
        Mode::Mass => text::mode_mass(),
        Mode::Publish => text::mode_publish(),
        Mode::Draft => text::mode_draft(),
    }
}

/// `12-21 20:00`, or dashes of the same width.
pub(super) fn at(due: Option<Timestamp>, zone: &TimeZone) -> String {
    due.map_or_else(|| "--          ".trim_end().to_owned(), |due| crate::deliver::clock(due, zone))
}

/// What a hold means to a scheduler.
pub(super) fn weight(hold: &Hold) -> Exit {
    match hold.weight() {
        Weight::Unsigned => Exit::Unsigned,
        Weight::Invalid => Exit::Invalid,
        Weight::Refused => Exit::Refused,
        Weight::Conflict => Exit::Drift,
        Weight::Held => Exit::Held,
    }
}

/// What the end of a delivery means to a scheduler.
pub(super) fn ended(ended: &Ended) -> Exit {
    match ended {
        Ended::Done(_) | Ended::Prepared => Exit::Done,
        Ended::Held(hold) => weight(hold),
        Ended::Failed { .. } => Exit::Refused,
        Ended::Unknown(_) => Exit::Unknown,
        Ended::Drifted(_) => Exit::Drift,
        Ended::Busy => Exit::Passing,
        Ended::Passing(error) => call(error),
        Ended::Broken(_) => Exit::Usage,
    }
}

/// What a failed call means that took nothing with it: trouble that passes, or a refusal of the whole account.
fn call(error: &ClientError) -> Exit {
    use crate::wechat::code::Class;
    match error.class() {
        Class::Human | Class::Final if error.code().is_some() => Exit::Refused,
        Class::Wait => Exit::Held,
        _ => Exit::Passing,
    }
}

/// The heaviest hold of a plan's due deliveries.
pub(super) fn due_holds(items: &[Item], now: Timestamp) -> Exit {
    let due = items.iter().filter(|item| item.due.is_none_or(|due| due <= now));
    due.flat_map(|item| item.action.holds()).map(weight).max().unwrap_or(Exit::Done)
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Ledger(error) => LedgerError::into(error),
            RunError::Signoff(error) => error.into(),
            error => {
                let exit = match &error {
                    error if error.is_passing() => Exit::Passing,
                    RunError::Stale(_) => Exit::Held,
                    _ => Exit::Usage,
                };
                Self::explain(exit, &error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time() {
        for (typed, seconds) in [("20m", 1200), ("48h", 172_800), ("7d", 604_800), ("0s", 0)] {
            assert_eq!(duration(typed).unwrap().as_secs(), seconds, "{typed}");
        }
        for typed in ["", "m", "20", "-5m", "5 m", "1w", "99999999999999999999d", "1٣m"] {
            assert!(duration(typed).is_err(), "{typed}");
        }
    }
}
