//! A person settles what the program cannot: what was found in the console is written to the ledger.
//!
//! Nothing is asked of the platform and nothing goes out. What was not sent can only go out after somebody signs again.

use crate::base::clock::Clock;
use crate::base::message::{Explain, Message, deliver as text};
use crate::ledger::{DeliveryId, Facts, Kind, Ledger, LedgerError, NewEvent, Op, Record, Stage};

/// What somebody found in the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It was published, at these addresses (none when nobody noted them).
    Published(Vec<String>),
    /// It was sent to followers.
    Sent,
    /// It neither was published nor sent.
    Nothing,
}

/// A delivery cannot be settled that way.
#[derive(Debug, thiserror::Error)]
pub enum ReconcileError {
    /// No such delivery.
    #[error("the ledger has no delivery {0}")]
    NoDelivery(String),
    /// There is nothing to settle, or nothing of this kind.
    #[error("delivery {delivery} is {stage} and cannot be settled that way")]
    NotOpen {
        /// The delivery.
        delivery: DeliveryId,
        /// Where it stands.
        stage: &'static str,
    },
    /// The ledger cannot be used.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl Explain for ReconcileError {
    fn message(&self) -> Message {
        match self {
            Self::NoDelivery(name) => text::no_delivery(name),
            Self::NotOpen { delivery, stage } => text::not_open(delivery, stage),
            Self::Ledger(error) => error.message(),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::NoDelivery(_) | Self::NotOpen { .. } => Some(text::not_open_help()),
            Self::Ledger(error) => error.help(),
        }
    }
}

/// Writes what was found. The whole move is one commit, and only while nobody is at work.
///
/// # Errors
/// When there is nothing of that kind to settle, somebody is at work, or the ledger cannot be written.
pub fn reconcile(
    ledger: &mut Ledger,
    clock: &dyn Clock,
    delivery: &DeliveryId,
    found: &Found,
) -> Result<(), ReconcileError> {
    let books = ledger.books();
    let record = books.record(delivery).ok_or_else(|| ReconcileError::NoDelivery(delivery.to_string()))?;
    if let Some(lease) = books.lease() {
        return Err(LedgerError::Busy { account: books.account().to_owned(), run: lease.run.clone() }.into());
    }
    let settled = events(record, found)
        .ok_or_else(|| ReconcileError::NotOpen { delivery: delivery.clone(), stage: record.stage.name() })?;
    let lease = Facts { until: Some(clock.now()), ..Facts::default() };
    let mut all = vec![NewEvent { facts: lease, ..NewEvent::new(Kind::Lease) }];
    all.extend(settled);
    all.push(NewEvent::new(Kind::Release));
    Ok(ledger.append(clock, None, all)?)
}

/// The events that say what was found; `None` when that does not fit.
fn events(record: &Record, found: &Found) -> Option<Vec<NewEvent>> {
    let event = |kind, op, facts| NewEvent::of(kind, op, &record.delivery, facts);
    let by_hand = || Facts { text: Some("reconciled".to_owned()), ..Facts::default() };
    let done = |op| event(Kind::Effect, op, by_hand());
    match (found, record.stage) {
        (Found::Published(urls), Stage::SubmitIntent | Stage::Submitted) => {
            let facts = Facts { urls: urls.clone(), ..by_hand() };
            Some(vec![event(Kind::Adopt, Op::Publish, facts), done(Op::Verify)])
        }
        (Found::Sent, Stage::SendIntent) => {
            Some(vec![event(Kind::Adopt, Op::MassSend, by_hand()), done(Op::MassDone)])
        }
        (Found::Sent, Stage::Sending) => Some(vec![done(Op::MassDone)]),
        (Found::Nothing, stage) => {
            let op = match stage {
                Stage::SubmitIntent => Op::Submit,
                Stage::Submitted => Op::Publish,
                Stage::SendIntent => Op::MassSend,
                Stage::Sending => Op::MassDone,
                _ => return None,
            };
            let facts = Facts { reason: Some("reconciled".to_owned()), ..by_hand() };
            Some(vec![event(Kind::Refused, op, facts)])
        }
        _ => None,
    }
}
