//! Reading a branch: where it stands, its files at a commit, its history.

use std::path::Path;

use git2::{ErrorCode, ObjectType, Oid, Repository, Sort, TreeWalkMode, TreeWalkResult};
use jiff::Timestamp;

use super::{Branch, BranchError, Tip};

/// One commit of a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// The commit.
    pub tip: Tip,
    /// Its parents; one on a linear branch, none at its beginning.
    pub parents: Vec<Tip>,
    /// The commit message.
    pub message: String,
    /// Name and address of the committer.
    pub committer: String,
    /// When it was committed, by the committer's clock.
    pub at: Timestamp,
}

impl Branch {
    /// Where the branch stands now, with everything needed to read it; `None` when it does not exist.
    ///
    /// # Errors
    /// When the remote cannot be asked, or no longer contains what was once read from it.
    pub fn fetch(&self) -> Result<Option<Tip>, BranchError> {
        let Some(remote) = self.remote.as_deref() else {
            return self.local_tip(&self.reference());
        };
        // Before the remote is asked: another process may note a newer state in between.
        let seen = self.local_tip(&self.seen_reference(remote))?;
        let tip = self.git.remote_tip(remote, &self.reference())?;
        if let Some(tip) = tip {
            self.bring(remote, tip)?;
        }
        if let Some(seen) = seen {
            let kept = match tip {
                Some(tip) => self.contains(tip, seen)?,
                None => false,
            };
            if !kept {
                let reference = self.seen_reference(remote);
                return Err(BranchError::Rewritten { branch: self.name.clone(), seen, reference });
            }
        }
        if let Some(tip) = tip.filter(|tip| Some(*tip) != seen) {
            self.note_seen(tip);
        }
        Ok(tip)
    }

    /// Where the branch stood when it was last read from the remote, without asking it; the branch itself when it is
    /// the repository's own.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn last_seen(&self) -> Result<Option<Tip>, BranchError> {
        match self.remote.as_deref() {
            Some(remote) => self.local_tip(&self.seen_reference(remote)),
            None => self.local_tip(&self.reference()),
        }
    }

    /// Whether `ancestor` is `tip` or lies in its history.
    ///
    /// # Errors
    /// When `tip` is not in the repository.
    pub fn contains(&self, tip: Tip, ancestor: Tip) -> Result<bool, BranchError> {
        if tip == ancestor {
            return Ok(true);
        }
        let repository = self.repository();
        match repository.graph_descendant_of(tip.0, ancestor.0) {
            Ok(descends) => Ok(descends),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(false),
            Err(error) => Err(self.failed(&error)),
        }
    }

    /// The bytes of a file of at most `limit` bytes at `tip`.
    ///
    /// # Errors
    /// When there is no such file, or it is larger.
    pub fn read(&self, tip: Tip, path: &str, limit: u64) -> Result<Vec<u8>, BranchError> {
        let repository = self.repository();
        let missing = || BranchError::Missing { path: path.to_owned(), branch: self.name.clone() };
        let tree = tree(&repository, tip.0).map_err(|error| self.failed(&error))?;
        let entry = match tree.get_path(Path::new(path)) {
            Ok(entry) if entry.kind() == Some(ObjectType::Blob) => entry,
            Ok(_) => return Err(missing()),
            Err(error) if error.code() == ErrorCode::NotFound => return Err(missing()),
            Err(error) => return Err(self.failed(&error)),
        };
        self.blob(&repository, entry.id(), path, limit)
    }

    /// The paths of the files under the folder `under` (`""`: all) at `tip`, sorted.
    ///
    /// # Errors
    /// When the commit cannot be read. A folder that does not exist is empty.
    pub fn list(&self, tip: Tip, under: &str) -> Result<Vec<String>, BranchError> {
        let repository = self.repository();
        let files = files(&repository, tip.0, under).map_err(|error| self.failed(&error))?;
        Ok(files.into_iter().map(|(path, _)| path).collect())
    }

    /// Paths and bytes of the files under the folder `under` at `tip`, sorted by path; none larger than `limit` bytes.
    ///
    /// # Errors
    /// When the commit cannot be read or a file is larger.
    pub fn read_all(&self, tip: Tip, under: &str, limit: u64) -> Result<Vec<(String, Vec<u8>)>, BranchError> {
        let repository = self.repository();
        let files = files(&repository, tip.0, under).map_err(|error| self.failed(&error))?;
        files
            .into_iter()
            .map(|(path, oid)| self.blob(&repository, oid, &path, limit).map(|bytes| (path, bytes)))
            .collect()
    }

    /// The commits that lead to `tip`, newest first.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn log(&self, tip: Tip) -> Result<Vec<LogEntry>, BranchError> {
        let repository = self.repository();
        history(&repository, tip.0).map_err(|error| self.failed(&error))
    }

    pub(super) fn local_tip(&self, reference: &str) -> Result<Option<Tip>, BranchError> {
        match self.repository().refname_to_id(reference) {
            Ok(oid) => Ok(Some(Tip(oid))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(self.failed(&error)),
        }
    }

    /// Makes sure that the commit `tip` of the remote's branch is in the repository.
    pub(super) fn bring(&self, remote: &str, tip: Tip) -> Result<(), BranchError> {
        if !self.has(tip) {
            self.git.fetch(remote, &self.reference())?;
        }
        if self.has(tip) {
            return Ok(());
        }
        // The branch was put back between the two questions.
        let reason = format!("{tip} is not on {}", self.name);
        Err(BranchError::Remote { remote: remote.to_owned(), reason })
    }

    fn has(&self, tip: Tip) -> bool {
        let repository = self.repository();
        let Ok(odb) = repository.odb() else { return false };
        // Another process may have brought the pack in since this one looked last.
        odb.exists(tip.0) || (odb.refresh().is_ok() && odb.exists(tip.0))
    }

    /// Remembers that the remote's branch stood at `tip`. Only an aid: that another process holds the ref is no error.
    pub(super) fn note_seen(&self, tip: Tip) {
        let Some(remote) = self.remote.as_deref() else { return };
        let reference = self.seen_reference(remote);
        let newer = match self.local_tip(&reference) {
            Ok(Some(seen)) => self.contains(tip, seen).unwrap_or(false),
            Ok(None) => true,
            Err(_) => false,
        };
        if newer {
            let _ = self.repository().reference(&reference, tip.0, true, "seen");
        }
    }

    pub(super) fn blob(
        &self,
        repository: &Repository,
        oid: Oid,
        path: &str,
        limit: u64,
    ) -> Result<Vec<u8>, BranchError> {
        let blob = repository.find_blob(oid).map_err(|error| self.failed(&error))?;
        if blob.size() as u64 > limit {
            return Err(BranchError::TooLarge { path: path.to_owned(), branch: self.name.clone(), limit });
        }
        Ok(blob.content().to_vec())
    }
}

fn tree(repository: &Repository, commit: Oid) -> Result<git2::Tree<'_>, git2::Error> {
    repository.find_commit(commit)?.tree()
}

fn files(repository: &Repository, commit: Oid, under: &str) -> Result<Vec<(String, Oid)>, git2::Error> {
    let mut tree = tree(repository, commit)?;
    let under = under.trim_end_matches('/');
    if !under.is_empty() {
        let folder = match tree.get_path(Path::new(under)) {
            Ok(entry) if entry.kind() == Some(ObjectType::Tree) => entry.id(),
            Ok(_) => return Ok(Vec::new()),
            Err(error) if error.code() == ErrorCode::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        tree = repository.find_tree(folder)?;
    }
    let mut files = Vec::new();
    tree.walk(TreeWalkMode::PreOrder, |folder, entry| {
        if entry.kind() == Some(ObjectType::Blob) {
            let slash = if under.is_empty() { "" } else { "/" };
            let name = String::from_utf8_lossy(entry.name_bytes());
            files.push((format!("{under}{slash}{folder}{name}"), entry.id()));
        }
        TreeWalkResult::Ok
    })?;
    files.sort_unstable();
    Ok(files)
}

fn history(repository: &Repository, tip: Oid) -> Result<Vec<LogEntry>, git2::Error> {
    let mut walk = repository.revwalk()?;
    walk.set_sorting(Sort::TOPOLOGICAL)?;
    walk.push(tip)?;
    walk.map(|oid| {
        let commit = repository.find_commit(oid?)?;
        let committer = commit.committer();
        Ok(LogEntry {
            tip: Tip(commit.id()),
            parents: commit.parent_ids().map(Tip).collect(),
            message: String::from_utf8_lossy(commit.message_bytes()).into_owned(),
            committer: format!(
                "{} <{}>",
                String::from_utf8_lossy(committer.name_bytes()),
                String::from_utf8_lossy(committer.email_bytes())
            ),
            at: Timestamp::from_second(commit.time().seconds()).unwrap_or(Timestamp::UNIX_EPOCH),
        })
    })
    .collect()
}
