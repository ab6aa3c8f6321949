//! How the work on a delivery ended, and what ends a whole run.

use super::hold::Hold;
use super::plan::Stale;
use super::stock::StockError;
use crate::base::message::{Explain, Message, deliver as text};
use crate::ledger::{LedgerError, Standing};
use crate::signoff::StoreError;
use crate::wechat::client::ClientError;

/// How the work on one delivery ended in this run.
#[derive(Debug)]
pub enum Ended {
    /// It is done.
    Done(Standing),
    /// Its draft is checked and waits for its time.
    Prepared,
    /// It waits for a person or a condition.
    Held(Hold),
    /// The platform refused.
    Failed {
        /// Return code or status.
        code: i64,
        /// The platform's words.
        text: String,
    },
    /// Nobody knows what happened; the word says where it was lost.
    Unknown(&'static str),
    /// It is out, but not as it was sent: removed, banned or changed.
    Drifted(&'static str),
    /// The platform is still at it.
    Busy,
    /// Passing trouble; the next run goes on.
    Passing(ClientError),
    /// What should be sent cannot be found.
    Broken(StockError),
}

/// What ends the run of an account.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The ledger cannot be used.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// What should be sent cannot be found.
    #[error(transparent)]
    Stock(#[from] StockError),
    /// Sign-offs cannot be read.
    #[error(transparent)]
    Signoff(#[from] StoreError),
    /// The saved plan no longer holds.
    #[error(transparent)]
    Stale(#[from] Stale),
    /// The machine's clock and the platform's differ too much to publish on time.
    #[error("the clock differs from the platform's by {0} s")]
    Skew(i64),
}

impl RunError {
    /// Whether running again later may do.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Ledger(error) => error.is_passing(),
            Self::Signoff(StoreError::Branch(error)) => error.is_passing(),
            Self::Signoff(_) | Self::Stale(_) | Self::Stock(_) => false,
            Self::Skew(_) => true,
        }
    }
}

impl Explain for RunError {
    fn message(&self) -> Message {
        match self {
            Self::Ledger(error) => error.message(),
            Self::Stock(error) => error.message(),
            Self::Signoff(error) => error.message(),
            Self::Stale(stale) => stale.message(),
            Self::Skew(seconds) => text::skew(seconds),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Ledger(error) => error.help(),
            Self::Stock(error) => error.help(),
            Self::Signoff(error) => error.help(),
            Self::Stale(stale) => stale.help(),
            Self::Skew(_) => Some(text::skew_help()),
        }
    }
}
