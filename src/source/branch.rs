//! A git branch as a store of files that grows by compare-and-swap: ledgers and approvals live on such branches.
//!
//! Commits are made on top of a tip that the caller has read, without a work tree, and land only while the branch still
//! stands there: by a leased push through the `git` program, or by a matching update of the local ref where there is no
//! remote. After a failed push nothing is believed until the remote was read again. What the files mean is not known here.

mod append;
mod error;
mod git;
mod lost;
mod read;

pub use append::Change;
pub use error::{AppendError, BranchError};
pub use lost::Lost;
pub use read::LogEntry;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use git2::{Oid, Repository};

use crate::base::digest::Digest;
use git::Git;

/// The name that `git clone` gives to where a clone comes from.
const ORIGIN: &str = "origin";

/// The commit at which a branch stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tip(Oid);

impl Tip {
    /// The commit with these 40 hex digits.
    pub fn parse(hex: &str) -> Option<Self> {
        (hex.len() == 40).then(|| Oid::from_str(hex).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Tip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Tip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tip({})", self.0)
    }
}

/// A branch of a repository, on a remote or in the repository itself.
pub struct Branch {
    repository: Mutex<Repository>,
    git: Git,
    remote: Option<String>,
    name: String,
}

impl Branch {
    /// The branch `name` (`qianfa/ledger/main`) of the repository that holds the folder `path`: the one of `remote` (a
    /// remote's name, an address or a path), or the repository's own. Neither needs to exist yet.
    ///
    /// # Errors
    /// When there is no repository, or a name cannot be one.
    pub fn open(path: &Path, remote: Option<&str>, name: &str) -> Result<Self, BranchError> {
        let repository = Repository::discover(path)
            .map_err(|error| BranchError::repository(path.display().to_string(), &error))?;
        let reference = format!("refs/heads/{name}");
        if name.starts_with('-') || !git2::Reference::is_valid_name(&reference) {
            return Err(BranchError::Name(name.to_owned()));
        }
        if let Some(remote) = remote.filter(|remote| remote.is_empty() || remote.starts_with('-')) {
            return Err(BranchError::Name(remote.to_owned()));
        }
        let git = Git::new(&repository);
        let remote = remote.map(|remote| address(&repository, path, remote));
        Ok(Self { repository: Mutex::new(repository), git, remote, name: name.to_owned() })
    }

    /// The branch's name without `refs/heads/`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The remote's name, address or path; `None` when the branch is the repository's own.
    pub fn remote(&self) -> Option<&str> {
        self.remote.as_deref()
    }

    /// Folder of the repository's data (`.git`), for caches that belong to it.
    pub fn folder(&self) -> PathBuf {
        self.repository().commondir().to_owned()
    }

    fn repository(&self) -> MutexGuard<'_, Repository> {
        self.repository.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reference(&self) -> String {
        format!("refs/heads/{}", self.name)
    }

    /// The local ref that remembers where the remote's branch stood when it was last read: so that a branch that was
    /// put back to an older state is noticed, and a fetch asks only for what is new.
    fn seen_reference(&self, remote: &str) -> String {
        format!("refs/qianfa/seen/{}/{}", Digest::of(remote).short(), self.name)
    }

    fn failed(&self, error: &git2::Error) -> BranchError {
        BranchError::repository(self.name.clone(), error)
    }
}

/// The remote whose branches clones share: the one that is `configured`, else `origin` where the repository that holds
/// `path` has one. A clone that kept its branches to itself would not see what the others have signed and sent.
pub fn shared_remote(path: &Path, configured: Option<&str>) -> Option<String> {
    let origin = || {
        let repository = Repository::discover(path).ok()?;
        repository.find_remote(ORIGIN).is_ok().then(|| ORIGIN.to_owned())
    };
    configured.map(str::to_owned).or_else(origin)
}

/// A remote's name as it is; a relative path as an absolute one, because git reads it from another folder.
fn address(repository: &Repository, from: &Path, remote: &str) -> String {
    if repository.find_remote(remote).is_ok() || remote.contains("://") {
        return remote.to_owned();
    }
    let path = from.join(remote);
    if path.exists() {
        return path.canonicalize().unwrap_or(path).display().to_string();
    }
    remote.to_owned()
}

#[cfg(test)]
mod tests;
