//! What can go wrong with a branch.

use super::Tip;
use crate::base::message::{Explain, Message, source as text};

/// A branch cannot be opened or read.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// Not a name of a branch or a remote.
    #[error("{0} cannot be the name of a branch or remote")]
    Name(String),
    /// The local repository refused.
    #[error("cannot use {what}: {reason}")]
    Repository {
        /// The folder or branch.
        what: String,
        /// The reason as git gives it.
        reason: String,
    },
    /// The remote cannot be asked.
    #[error("cannot reach {remote}: {reason}")]
    Remote {
        /// The remote.
        remote: String,
        /// The last line that git said.
        reason: String,
    },
    /// The `git` program cannot be run.
    #[error("cannot run git: {0}")]
    Program(std::io::Error),
    /// The branch no longer contains the commit at which it stood before.
    #[error("branch {branch} stood at {seen} and no longer contains it")]
    Rewritten {
        /// The branch.
        branch: String,
        /// Where it stood.
        seen: Tip,
        /// The ref that remembers it.
        reference: String,
    },
    /// No such file at that commit.
    #[error("{path} is not on {branch}")]
    Missing {
        /// The file.
        path: String,
        /// The branch.
        branch: String,
    },
    /// A file is larger than its reader accepts.
    #[error("{path} on {branch} is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        path: String,
        /// The branch.
        branch: String,
        /// The limit in bytes.
        limit: u64,
    },
}

impl BranchError {
    pub(super) fn repository(what: String, error: &git2::Error) -> Self {
        Self::Repository { what, reason: error.message().to_owned() }
    }

    /// Whether the same may work later (the network, the other side).
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Remote { .. })
    }
}

impl Explain for BranchError {
    fn message(&self) -> Message {
        match self {
            Self::Name(name) => text::branch_name(name),
            Self::Repository { what, reason } => text::unreadable(what, reason),
            Self::Remote { remote, reason } => text::branch_remote(remote, reason),
            Self::Program(reason) => text::branch_program(reason),
            Self::Rewritten { branch, seen, .. } => text::branch_rewritten(branch, seen),
            Self::Missing { path, branch } => text::branch_missing(branch, path),
            Self::TooLarge { path, branch, limit } => text::branch_too_large(branch, path, limit),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Remote { .. } => Some(text::branch_remote_help()),
            Self::Program(_) => Some(text::branch_program_help()),
            Self::Rewritten { reference, .. } => Some(text::branch_rewritten_help(reference)),
            _ => None,
        }
    }
}

/// A commit did not land, or nobody knows.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// The branch stands elsewhere; nothing was written.
    #[error("the branch moved")]
    Moved(Option<Tip>),
    /// The branch stands where it stood and the update was refused.
    #[error("the update of {branch} was refused: {reason}")]
    Refused {
        /// The branch.
        branch: String,
        /// The last line that git said.
        reason: String,
    },
    /// The update failed and the remote could not be read afterwards: the commit may have landed or may yet.
    #[error("nobody knows whether the update of {branch} landed: {reason}")]
    Unknown {
        /// The branch.
        branch: String,
        /// The last line that git said.
        reason: String,
    },
    /// Others were always faster.
    #[error("the branch {branch} moved {tries} times in a row")]
    Contended {
        /// The branch.
        branch: String,
        /// How often it was tried.
        tries: u32,
    },
    /// The branch cannot be read or the commit cannot be made.
    #[error(transparent)]
    Branch(#[from] BranchError),
}

impl Explain for AppendError {
    fn message(&self) -> Message {
        match self {
            Self::Moved(_) => text::branch_moved(),
            Self::Refused { branch, reason } => text::branch_refused(branch, reason),
            Self::Unknown { branch, reason } => text::branch_unknown(branch, reason),
            Self::Contended { branch, tries } => text::branch_contended(branch, tries),
            Self::Branch(error) => error.message(),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Moved(_) | Self::Contended { .. } => Some(text::branch_again_help()),
            Self::Refused { .. } => Some(text::branch_refused_help()),
            Self::Unknown { .. } => Some(text::branch_remote_help()),
            Self::Branch(error) => error.help(),
        }
    }
}
