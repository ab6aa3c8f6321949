//! What can be wrong with a ledger, or with using it.

use super::DeliveryId;
use crate::base::message::{Explain, Message, ledger as text};
use crate::source::branch::{AppendError, BranchError};

/// A ledger does not verify.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A file is not an event of a known form.
    #[error("{path} is no event: {reason}")]
    Unreadable {
        /// The file.
        path: String,
        /// Why not.
        reason: String,
    },
    /// A number is missing or stands twice.
    #[error("event {expected} is missing, {found} follows")]
    Gap {
        /// The number that should come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// An event does not continue the one before: something was changed afterwards.
    #[error("event {0} does not continue the one before")]
    Chain(u64),
    /// An event lies where it does not belong.
    #[error("event {seq} lies at {path}")]
    Place {
        /// The event.
        seq: u64,
        /// Where it lies.
        path: String,
    },
    /// An event is of another account.
    #[error("event {seq} is of account {account}")]
    Account {
        /// The event.
        seq: u64,
        /// The account it names.
        account: String,
    },
    /// The ledger does not begin with a genesis, or has a second one.
    #[error("event {0} cannot stand there: a ledger begins with one genesis")]
    Genesis(u64),
    /// An event was written by a run that did not hold the lease.
    #[error("event {0} was written without the lease")]
    NotHolder(u64),
    /// A delivery cannot do this after what it did before.
    #[error("event {seq}: delivery {delivery} cannot {event} from {from}")]
    Transition {
        /// The event.
        seq: u64,
        /// The delivery.
        delivery: DeliveryId,
        /// Kind and operation.
        event: String,
        /// Where the delivery stood.
        from: &'static str,
    },
    /// An event lacks something obligatory.
    #[error("event {seq} lacks {what}")]
    Lacks {
        /// The event.
        seq: u64,
        /// The missing field.
        what: &'static str,
    },
    /// A stored state is not what the events give.
    #[error("{path} is not what the events give")]
    Projection {
        /// The file.
        path: String,
    },
    /// The branch has a merge.
    #[error("commit {0} is a merge")]
    Merge(String),
    /// A file that belongs to nothing.
    #[error("{path} does not belong on a ledger")]
    Foreign {
        /// The file.
        path: String,
    },
}

impl Explain for Fault {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { path, reason } => text::fault_unreadable(path, reason),
            Self::Gap { expected, found } => text::fault_gap(expected, found),
            Self::Chain(seq) => text::fault_chain(seq),
            Self::Place { seq, path } => text::fault_place(seq, path),
            Self::Account { seq, account } => text::fault_account(seq, account),
            Self::Genesis(seq) => text::fault_genesis(seq),
            Self::NotHolder(seq) => text::fault_holder(seq),
            Self::Transition { seq, delivery, event, from } => {
                text::fault_transition(seq, delivery, event, from)
            }
            Self::Lacks { seq, what } => text::fault_lacks(seq, what),
            Self::Projection { path } => text::fault_projection(path),
            Self::Merge(commit) => text::fault_merge(commit),
            Self::Foreign { path } => text::fault_foreign(path),
        }
    }

    fn help(&self) -> Option<Message> {
        Some(text::fault_help())
    }
}

/// A ledger cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// It does not verify.
    #[error("the ledger of {account} does not verify: {fault}")]
    Fault {
        /// The account.
        account: String,
        /// What is wrong.
        fault: Fault,
    },
    /// It belongs to another platform.
    #[error("the ledger of {account} is for {found}, not for {wanted}")]
    Platform {
        /// The account.
        account: String,
        /// The platform of the ledger.
        found: String,
        /// The platform of this run.
        wanted: String,
    },
    /// Another run wrote meanwhile: the lease is lost.
    #[error("another run ({run}) took over the ledger of {account}")]
    Lost {
        /// The account.
        account: String,
        /// The run that holds the lease now.
        run: String,
    },
    /// Another run holds the lease and is alive.
    #[error("another run ({run}) is at work on {account}")]
    Busy {
        /// The account.
        account: String,
        /// The run that holds the lease.
        run: String,
    },
    /// The event could not be written.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// The branch cannot be read.
    #[error(transparent)]
    Branch(#[from] BranchError),
}

impl LedgerError {
    /// Whether running again later may do.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Append(AppendError::Branch(error)) | Self::Branch(error) => error.is_passing(),
            Self::Append(AppendError::Unknown { .. }) => true,
            _ => false,
        }
    }
}

impl Explain for LedgerError {
    fn message(&self) -> Message {
        match self {
            Self::Fault { fault, .. } => fault.message(),
            Self::Platform { account, found, wanted } => text::platform(account, found, wanted),
            Self::Lost { account, run } => text::lost(account, run),
            Self::Busy { account, run } => text::busy(account, run),
            Self::Append(error) => error.message(),
            Self::Branch(error) => error.message(),
        }
    }

    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::Fault { account, .. } => text::verify_help(account),
            Self::Platform { .. } => text::platform_help(),
            Self::Lost { .. } | Self::Busy { .. } => text::busy_help(),
            Self::Append(error) => return error.help(),
            Self::Branch(error) => return error.help(),
        })
    }
}
