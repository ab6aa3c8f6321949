//! Where sign-offs are kept: the branch `qianfa/approvals`, with frozen payloads under `payloads/` and signed statements
//! under `statements/`. Files are only ever added, and nothing that is read is believed before it was checked.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::path::Path;

use super::payload::{self, Payload, PayloadError};
use super::statement::{self, Statement, StatementError};
use crate::base::clock::Clock;
use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, signoff as text};
use crate::source::branch::{AppendError, Branch, BranchError, Change, Lost, Tip};

/// The branch.
pub const BRANCH: &str = "qianfa/approvals";
/// Folder of the statements.
const FOLDER: &str = "statements";
/// Most bytes of a statement or a signature.
const LIMIT: u64 = statement::MAX_BYTES as u64;

/// A statement as it lies on the branch. Its signature is not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Path on the branch, without extension.
    pub path: String,
    /// What it says.
    pub statement: Statement,
    /// The bytes that were signed.
    pub text: String,
    /// The signature.
    pub armour: String,
}

impl Stored {
    /// A statement about to be stored.
    pub fn new(statement: Statement, armour: String) -> Self {
        let path = format!("statements/{}/{}", statement.payload.hex(), statement.file_stem());
        Self { path, text: statement.canonical(), statement, armour }
    }
}

/// A file of the branch that is not what it should be.
#[derive(Debug)]
pub struct Fault {
    /// Path on the branch.
    pub path: String,
    /// What is wrong with it.
    pub reason: StoreError,
}

/// The branch with sign-offs.
pub struct Store {
    branch: Branch,
}

impl Store {
    /// The branch of the repository that holds the folder `root`, on `remote` or in the repository itself.
    ///
    /// # Errors
    /// When there is no repository.
    pub fn open(root: &Path, remote: Option<&str>) -> Result<Self, StoreError> {
        Ok(Self { branch: Branch::open(root, remote, BRANCH)? })
    }

    /// Where the branch stands now; `None` when nothing was ever signed.
    ///
    /// # Errors
    /// When the remote cannot be asked, or shows less than it once did.
    pub fn tip(&self) -> Result<Option<Tip>, StoreError> {
        Ok(self.branch.fetch()?)
    }

    /// Where the branch stood when it was last read, without asking the remote.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn last_seen(&self) -> Result<Option<Tip>, StoreError> {
        Ok(self.branch.last_seen()?)
    }

    /// Every statement at `tip`, sorted by path, and the files that are none.
    ///
    /// # Errors
    /// When the branch cannot be read.
    pub fn statements(&self, tip: Tip) -> Result<(Vec<Stored>, Vec<Fault>), StoreError> {
        let mut faults = Vec::new();
        // What was once said stays said: a file that somebody changed or removed counts as it was at first.
        let mut first: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for Lost { path, bytes, by } in self.branch.lost(tip, FOLDER, LIMIT)? {
            if let Entry::Vacant(vacant) = first.entry(path) {
                faults.push(Fault { path: vacant.key().clone(), reason: StoreError::Removed(by) });
                vacant.insert(bytes);
            }
        }
        let mut paths: BTreeSet<String> = self.branch.list(tip, FOLDER)?.into_iter().collect();
        paths.extend(first.keys().cloned());
        let file = |path: &str| match first.get(path) {
            Some(bytes) => as_text(path, bytes.clone()),
            None => self.text(tip, path, LIMIT),
        };
        let mut stored = Vec::new();
        for path in paths {
            match path.strip_suffix(".json") {
                Some(stem) => match statement(stem, file) {
                    Ok(statement) => stored.push(statement),
                    Err(reason) => faults.push(Fault { path, reason }),
                },
                None if path.ends_with(".sig") => {}
                None => faults.push(Fault { path, reason: StoreError::Stray }),
            }
        }
        Ok((stored, faults))
    }

    /// The frozen payload with that digest.
    ///
    /// # Errors
    /// When it is not there, is no payload, or is another one.
    pub fn payload(&self, tip: Tip, digest: Digest) -> Result<Payload, StoreError> {
        let text = self.text(tip, &payload_path(digest), payload::MAX_BYTES as u64)?;
        if Digest::of(&text) != digest {
            return Err(StoreError::OtherPayload(digest));
        }
        Ok(Payload::parse(&text)?)
    }

    fn text(&self, tip: Tip, path: &str, limit: u64) -> Result<String, StoreError> {
        as_text(path, self.branch.read(tip, path, limit)?)
    }

    /// Adds a signed statement, and the payload it is about unless that is there already.
    ///
    /// # Errors
    /// When a file of that name is there already with other content, or the branch cannot be written.
    pub fn record(&self, clock: &dyn Clock, payload: &Payload, stored: &Stored) -> Result<Tip, StoreError> {
        let statement = &stored.statement;
        let text = payload.canonical();
        if Digest::of(&text) != statement.payload {
            return Err(StoreError::OtherPayload(statement.payload));
        }
        let files = [
            (payload_path(statement.payload), text.into_bytes()),
            (format!("{}.json", stored.path), stored.text.clone().into_bytes()),
            (format!("{}.sig", stored.path), stored.armour.clone().into_bytes()),
        ];
        let message = format!(
            "{}: {} as {}\n\nQianfa-Payload: {}\nQianfa-Account: {}\nQianfa-Unit: {}\n",
            statement.verdict.name(),
            statement.by,
            statement.role,
            statement.payload,
            statement.account,
            statement.unit,
        );
        self.branch.append_with(clock, |tip| {
            let mut change = Change { files: Vec::new(), message: message.clone() };
            for (path, bytes) in &files {
                if !self.is_there(tip, path, bytes)? {
                    change.files.push((path.clone(), bytes.clone()));
                }
            }
            Ok(change)
        })
    }

    /// Whether the file is there with just these bytes.
    fn is_there(&self, tip: Option<Tip>, path: &str, bytes: &[u8]) -> Result<bool, StoreError> {
        let Some(tip) = tip else { return Ok(false) };
        match self.branch.read(tip, path, payload::MAX_BYTES as u64) {
            Ok(present) if present == bytes => Ok(true),
            Ok(_) => Err(StoreError::Taken(path.to_owned())),
            Err(BranchError::Missing { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// The statement and signature `stem`, whose files `file` reads.
fn statement(stem: &str, file: impl Fn(&str) -> Result<String, StoreError>) -> Result<Stored, StoreError> {
    let text = file(&format!("{stem}.json"))?;
    let armour = file(&format!("{stem}.sig"))?;
    let stored = Stored::new(Statement::parse(&text)?, armour);
    if stored.path == stem { Ok(stored) } else { Err(StoreError::Stray) }
}

fn as_text(path: &str, bytes: Vec<u8>) -> Result<String, StoreError> {
    String::from_utf8(bytes).map_err(|_| StoreError::NoText(path.to_owned()))
}

fn payload_path(digest: Digest) -> String {
    format!("payloads/{}.json", digest.hex())
}

/// Sign-offs cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The branch cannot be read.
    #[error(transparent)]
    Branch(#[from] BranchError),
    /// The branch cannot be written.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// Not a statement.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// Not a payload.
    #[error(transparent)]
    Payload(#[from] PayloadError),
    /// Not UTF-8.
    #[error("{0} is no text")]
    NoText(String),
    /// A payload whose digest is another than its name says.
    #[error("the stored payload {0} was changed")]
    OtherPayload(Digest),
    /// A commit changed or removed the file; what it held at first still counts.
    #[error("commit {0} changed or removed the file")]
    Removed(Tip),
    /// A file that does not belong where it lies.
    #[error("the file does not belong here")]
    Stray,
    /// Nobody ever signed that payload.
    #[error("nobody signed the payload {0}")]
    Unknown(Digest),
    /// The name is taken by other content; nothing is ever overwritten.
    #[error("{0} is there already with other content")]
    Taken(String),
}

impl Explain for StoreError {
    fn message(&self) -> Message {
        match self {
            Self::Branch(error) => error.message(),
            Self::Append(error) => error.message(),
            Self::Statement(error) => error.message(),
            Self::Payload(error) => error.message(),
            Self::NoText(path) => text::store_no_text(path),
            Self::OtherPayload(digest) => text::store_other_payload(digest.short()),
            Self::Removed(tip) => text::store_removed(tip),
            Self::Stray => text::store_stray(),
            Self::Unknown(digest) => text::store_unknown(digest.short()),
            Self::Taken(path) => text::store_taken(path),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Branch(error) => error.help(),
            Self::Append(error) => error.help(),
            Self::Statement(error) => error.help(),
            Self::Payload(error) => error.help(),
            Self::Unknown(_) => None,
            Self::NoText(_) | Self::OtherPayload(_) | Self::Removed(_) | Self::Stray | Self::Taken(_) => {
                Some(text::store_help(BRANCH))
            }
        }
    }
}
