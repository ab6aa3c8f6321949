//! Why a command could not do its work: a sentence, a way to mend it, an exit code.

use crate::base::file::FileError;
use crate::base::message::{Explain, Message};
use crate::signoff::{KeyError, RegisterError, StoreError};
use crate::source::tree::TreeError;

use super::Exit;

/// A command could not do its work.
#[derive(Debug)]
pub struct Failure {
    /// The process's end.
    pub exit: Exit,
    /// What is wrong, and where.
    pub message: Message,
    /// How to mend it.
    pub help: Option<Message>,
}

impl Failure {
    /// A failure that ends with `exit`.
    pub fn new(exit: Exit, message: Message) -> Self {
        Self { exit, message, help: None }
    }

    /// Wrong usage or configuration (exit 1).
    pub fn usage(message: Message) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// With a way to mend it.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// What `error` says, ending with `exit`.
    pub fn explain(exit: Exit, error: &impl Explain) -> Self {
        Self { exit, message: error.message(), help: error.help() }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let exit = match &error {
            StoreError::Branch(error) if error.is_passing() => Exit::Passing,
            StoreError::Append(_) => Exit::Ledger,
            _ => Exit::Usage,
        };
        Self::explain(exit, &error)
    }
}

impl From<RegisterError> for Failure {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Store(error) => error.into(),
            error => Self::explain(Exit::Usage, &error),
        }
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        Self::explain(Exit::Usage, &error)
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::explain(Exit::Usage, &error)
    }
}

impl From<TreeError> for Failure {
    fn from(error: TreeError) -> Self {
        Self::explain(Exit::Usage, &error)
    }
}
