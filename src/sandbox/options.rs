//! How a sandbox is set up: clock, strictness, accounts, where the state lives, and a hook for tests.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::Account;
use crate::base::clock::{Clock, ManualClock};

/// Which limits hold where the documents and the live service differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// What was measured on the live service.
    #[default]
    Measured,
    /// What the documents say.
    Strict,
}

impl Profile {
    /// Whether the documents' limits hold.
    pub fn is_strict(self) -> bool {
        self == Self::Strict
    }
}

/// When a request is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// The request has arrived whole, nothing has changed yet.
    BeforeChange,
    /// Everything has changed (and is on disk), the answer has not left.
    AfterChange,
}

/// One request of the platform's interface at one point of its life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// Running number of the request, from 1; the same at both points.
    pub number: u64,
    /// Where in the request's life.
    pub point: Point,
    /// `GET`, `POST`, …
    pub method: String,
    /// Path without query.
    pub path: String,
    /// The account, when its token or appid is known.
    pub appid: Option<String>,
    /// The answer's code, after the change.
    pub errcode: Option<i64>,
}

/// A hook that sees every request twice; it may block, the answer waits for it.
pub type Observer = Arc<dyn Fn(&Observed) + Send + Sync>;

/// How a sandbox is set up.
#[derive(Clone)]
pub struct Options {
    /// The only source of time for tokens, counters, publishing and the `Date` header.
    pub clock: Arc<dyn Clock>,
    /// The same clock, when it may be set through `/_sandbox/clock`.
    pub manual_clock: Option<Arc<ManualClock>>,
    /// Which limits hold.
    pub profile: Profile,
    /// Whether the console's editor rebuilds what is saved there, as it does on the platform.
    pub editor_rebuilds: bool,
    /// The accounts; they take the place of accounts with the same appid in the state file.
    pub accounts: Vec<Account>,
    /// File that keeps the state between runs, written after every change; uploaded bytes lie in `<file>.media/`.
    pub state_file: Option<PathBuf>,
    /// How long a publication stays at status 1.
    pub publish_time: Duration,
    /// How long a mass send stays at `SENDING`.
    pub mass_time: Duration,
    /// How long an entry added to an address list waits until it counts (the platform: 5–10 minutes).
    pub ip_delay: Duration,
    /// Called for every request of the platform's interface.
    pub observer: Option<Observer>,
}

impl Options {
    /// The usual settings on a clock that nobody can set from outside: measured limits, state in memory, two seconds
    /// for publishing and sending.
    pub fn new(clock: Arc<dyn Clock>, accounts: Vec<Account>) -> Self {
        Self {
            clock,
            manual_clock: None,
            profile: Profile::default(),
            editor_rebuilds: true,
            accounts,
            state_file: None,
            publish_time: Duration::from_secs(2),
            mass_time: Duration::from_secs(2),
            ip_delay: Duration::ZERO,
            observer: None,
        }
    }

    /// The same on a clock that tests and `/_sandbox/clock` move.
    pub fn with_manual_clock(clock: Arc<ManualClock>, accounts: Vec<Account>) -> Self {
        Self { manual_clock: Some(clock.clone()), ..Self::new(clock, accounts) }
    }
}
