//! One run on one account: its ledger, its lease, its client, its clock, and the loop that takes a delivery from where
//! the ledger left it to where it can go.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::ended::{Ended, RunError};
use super::plan::Item;
use super::stock::Stock;
use super::{recovery, steps};
use crate::base::clock::Clock;
use crate::base::message::Message;
use crate::ledger::{DeliveryId, Facts, Kind, Ledger, MarkKind, NewEvent, Op, PASSING, Record, Stage};
use crate::site::Mode;
use crate::wechat::client::{Client, ClientError, Outcome};
use crate::wechat::code::Class;

/// How long a lease lasts.
pub(super) const LEASE: Duration = Duration::from_secs(600);
/// When a lease is renewed.
pub(super) const RENEW: SignedDuration = SignedDuration::from_secs(180);
/// Skew of the clock against the platform's above which nothing is published (operations reference 3.9).
const MAX_SKEW: SignedDuration = SignedDuration::from_secs(60);
/// More steps than any delivery needs; a delivery that takes more goes round in circles.
const MAX_STEPS: usize = 40;

/// How long things may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// T: after that a request is given up, and may still arrive.
    pub request: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { request: Duration::from_secs(30) }
    }
}

/// Something that a person may want to see while it happens.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The account.
    pub account: String,
    /// The edition, when it is about one.
    pub edition: Option<String>,
    /// What happens.
    pub message: Message,
}

/// One run on one account.
pub struct Run<'a> {
    pub(super) client: &'a Client,
    pub(super) clock: &'a dyn Clock,
    pub(super) ledger: Ledger,
    pub(super) patience: Patience,
    report: &'a mut dyn FnMut(&Progress),
}

/// What a step leads to.
pub(super) enum Flow {
    /// The ledger has moved; go on from there.
    Next,
    /// Nothing more can be done in this run.
    End(Ended),
}

/// What a call that must not be repeated blindly gave.
pub(super) enum Called<T> {
    /// It worked.
    Done(T),
    /// The platform refused; nothing happened.
    Refused(ClientError),
    /// It was not made, or not taken on, and may be made again soon; nothing happened.
    Passing(ClientError),
    /// Nobody knows.
    Lost(ClientError),
}

impl<T> From<Result<T, ClientError>> for Called<T> {
    fn from(result: Result<T, ClientError>) -> Self {
        match result {
            Ok(value) => Self::Done(value),
            Err(error) if error.outcome() == Outcome::Unknown || awaits_person(&error) => Self::Lost(error),
            Err(error) if passes(&error) => Self::Passing(error),
            Err(error) => Self::Refused(error),
        }
    }
}

/// The platform waits for its administrator to confirm on the phone: whether the call takes effect is open.
fn awaits_person(error: &ClientError) -> bool {
    matches!(error.code(), Some(89501..=89505))
}

/// Whether trouble goes by itself, in a moment or on another day. The quota of mass sends does too, but has its own way.
pub(super) fn passes(error: &ClientError) -> bool {
    error.is_passing() || (error.class() == Class::Wait && error.code() != Some(NO_QUOTA))
}

/// No mass send left today or this month.
pub(super) const NO_QUOTA: i64 = 45028;
/// No such draft: it was published, sent or deleted.
pub(super) const NO_SUCH_DRAFT: i64 = 40007;

impl<'a> Run<'a> {
    /// A run that writes to `ledger` and speaks through `client`. What happens is told to `report`.
    pub fn new(
        client: &'a Client,
        clock: &'a dyn Clock,
        ledger: Ledger,
        patience: Patience,
        report: &'a mut dyn FnMut(&Progress),
    ) -> Self {
        Self { client, clock, ledger, patience, report }
    }

    /// The ledger as this run sees it.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Takes a delivery as far as it can go. With `prepare` it stops before anything that readers could see.
    ///
    /// # Errors
    /// When the run must end: the lease is lost, the ledger cannot be written, the goods are missing, the clock is
    /// wrong.
    pub fn deliver(&mut self, item: &Item, stock: &dyn Stock, prepare: bool) -> Result<Ended, RunError> {
        let mut job = Job::new(item, stock, prepare);
        for _ in 0..MAX_STEPS {
            let flow = self.step(&mut job)?;
            if let Flow::End(ended) = flow {
                return Ok(ended);
            }
        }
        Ok(Ended::Unknown("circles"))
    }

    fn step(&mut self, job: &mut Job<'_>) -> Result<Flow, RunError> {
        let record = self.ledger.books().record(&job.item.delivery).cloned();
        let Some(record) = record.filter(|record| !job.must_claim(record)) else {
            return steps::draft::prepare(self, job);
        };
        if record.stage == Stage::Published {
            return steps::verify::read_back(self, job, &record);
        }
        if record.stage.is_final() {
            return Ok(Flow::End(Ended::Done(record.standing())));
        }
        match record.stage {
            Stage::Planned | Stage::Claimed => steps::draft::prepare(self, job),
            Stage::DraftIntent => recovery::draft::settle(self, job, &record),
            Stage::Checked if job.prepare => Ok(Flow::End(Ended::Prepared)),
            Stage::Drafted if job.prepare => steps::check::read_back(self, job, &record),
            Stage::Drafted | Stage::Checked => match job.item.mode {
                Mode::Draft => steps::hand::over(self, job, &record),
                Mode::Publish => steps::submit::submit(self, job, &record),
                Mode::Mass => steps::send::send(self, job, &record),
            },
            Stage::SubmitIntent => recovery::submit::settle(self, job, &record),
            Stage::Submitted => steps::publish::follow(self, job, &record),
            Stage::SendIntent => recovery::send::settle(self, job, &record),
            Stage::Sending => steps::send::follow(self, job, &record),
            Stage::Published | Stage::Verified | Stage::Sent | Stage::Handed => {
                Ok(Flow::End(Ended::Done(record.standing())))
            }
        }
    }

    /// Tells what happens to an edition.
    pub(super) fn tell(&mut self, job: &Job<'_>, message: Message) {
        let account = self.ledger.books().account().to_owned();
        (self.report)(&Progress { account, edition: Some(job.item.edition.clone()), message });
    }

    /// Tells what happens to the account.
    pub(super) fn announce(&mut self, message: Message) {
        let account = self.ledger.books().account().to_owned();
        (self.report)(&Progress { account, edition: None, message });
    }

    pub(super) fn skew_ms(&self) -> Option<i64> {
        self.client.skew().and_then(|skew| i64::try_from(skew.as_millis()).ok())
    }

    /// Writes events under the lease, renewing it first when it is getting old.
    pub(super) fn write(&mut self, mut events: Vec<NewEvent>) -> Result<(), RunError> {
        let Some(lease) = self.ledger.books().lease().filter(|lease| lease.run == self.ledger.run()) else {
            return Err(self.ledger.lost().into());
        };
        let left = lease.until.duration_since(self.clock.now());
        let settle = SignedDuration::try_from(self.patience.request * 3).unwrap_or(RENEW);
        let age = self.clock.now().duration_since(lease.at);
        if age >= RENEW || left < settle {
            events.insert(0, self.lease_event());
        }
        let skew = self.skew_ms();
        Ok(self.ledger.append(self.clock, skew, events)?)
    }

    pub(super) fn lease_event(&self) -> NewEvent {
        let lease = SignedDuration::try_from(LEASE).unwrap_or(SignedDuration::ZERO);
        let until = self.clock.now().checked_add(lease).ok();
        NewEvent { facts: Facts { until, ..Facts::default() }, ..NewEvent::new(Kind::Lease) }
    }

    /// Writes one event of a delivery.
    pub(super) fn note(
        &mut self,
        kind: Kind,
        op: Op,
        delivery: &DeliveryId,
        facts: Facts,
    ) -> Result<(), RunError> {
        self.write(vec![NewEvent::of(kind, op, delivery, facts)])
    }

    /// Waits, keeping the lease.
    pub(super) fn rest(&mut self, duration: Duration) -> Result<(), RunError> {
        let mut left = duration;
        while !left.is_zero() {
            let part = left.min(Duration::from_secs(120));
            self.clock.sleep(part);
            left = left.saturating_sub(part);
            let lease = self.ledger.books().lease();
            if lease.is_some_and(|lease| self.clock.now().duration_since(lease.at) >= RENEW) {
                let renewal = self.lease_event();
                self.write(vec![renewal])?;
            }
        }
        Ok(())
    }

    /// Waits until `at`, keeping the lease; at once when that has passed.
    pub(super) fn rest_until(&mut self, at: Timestamp) -> Result<(), RunError> {
        let left = at.duration_since(self.clock.now());
        if left.is_positive() { self.rest(left.unsigned_abs()) } else { Ok(()) }
    }

    /// Refuses to publish by a wrong clock. In a rehearsal time is made up anyway.
    pub(super) fn check_skew(&self) -> Result<(), RunError> {
        match self.client.skew() {
            Some(skew) if skew.abs() > MAX_SKEW && !self.clock.is_rehearsal() => {
                Err(RunError::Skew(skew.as_secs()))
            }
            _ => Ok(()),
        }
    }

    /// Writes that the platform refused a call, and ends the delivery for this run.
    pub(super) fn refuse(&mut self, job: &Job<'_>, op: Op, error: &ClientError) -> Result<Flow, RunError> {
        let code = error.code().unwrap_or_default();
        let text = error.to_string();
        let facts = Facts {
            code: error.code(),
            text: Some(text.clone()),
            reason: Some("refused".to_owned()),
            ..Facts::default()
        };
        self.note(Kind::Refused, op, &job.item.delivery, facts)?;
        Ok(Flow::End(Ended::Failed { code, text }))
    }

    /// Writes that a call was not made after all, so that the next run makes it without looking for its traces.
    pub(super) fn give_way(&mut self, job: &Job<'_>, op: Op, error: ClientError) -> Result<Flow, RunError> {
        let facts =
            Facts { reason: Some(PASSING.to_owned()), text: Some(error.to_string()), ..Facts::default() };
        self.note(Kind::Refused, op, &job.item.delivery, facts)?;
        Ok(Flow::End(Ended::Passing(error)))
    }

    /// Writes that nobody knows, unless it stands there already.
    pub(super) fn lose(
        &mut self,
        job: &Job<'_>,
        record: &Record,
        op: Op,
        word: &'static str,
    ) -> Result<Flow, RunError> {
        if !job.is_marked(record, MarkKind::Unknown, word) {
            let facts = Facts { reason: Some(word.to_owned()), ..Facts::default() };
            self.note(Kind::Unknown, op, &job.item.delivery, facts)?;
        }
        Ok(Flow::End(Ended::Unknown(word)))
    }
}

/// A delivery on its way through one run.
pub(super) struct Job<'a> {
    pub(super) item: &'a Item,
    pub(super) stock: &'a dyn Stock,
    /// Stop before anything that readers could see.
    pub(super) prepare: bool,
    /// The articles as they are sent, once their pictures have addresses.
    pub(super) articles: Option<Vec<crate::wechat::wire::Article>>,
    /// A call of this run for this delivery ended in the dark.
    pub(super) lost: bool,
    claimed: bool,
}

impl<'a> Job<'a> {
    fn new(item: &'a Item, stock: &'a dyn Stock, prepare: bool) -> Self {
        Self { item, stock, prepare, articles: None, lost: false, claimed: false }
    }

    /// Remembers that this run has taken the delivery up.
    pub(super) fn set_claimed(&mut self) {
        self.claimed = true;
    }

    /// Whether the delivery must be taken up (again): for the first time, with another payload, or because somebody
    /// signed again after it had been stopped.
    pub(super) fn must_claim(&self, record: &Record) -> bool {
        if self.claimed || record.stage.may_be_visible() {
            return false;
        }
        let stopped = record.mark.as_ref().filter(|mark| {
            mark.kind == MarkKind::Failed || matches!(mark.reason.as_str(), "edited" | "draft-gone")
        });
        let again =
            stopped.is_some_and(|mark| self.item.approved.is_some_and(|approved| approved > mark.since));
        record.stage == Stage::Planned || record.payload != self.item.payload || again
    }

    pub(super) fn is_marked(&self, record: &Record, kind: MarkKind, word: &str) -> bool {
        record.mark.as_ref().is_some_and(|mark| mark.kind == kind && mark.reason == word)
    }
}
