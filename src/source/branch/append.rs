//! Growing a branch: a commit on top of a tip that was read, landed by compare-and-swap.

use std::time::Duration;

use git2::build::TreeUpdateBuilder;
use git2::{ErrorClass, ErrorCode, FileMode, Oid, Repository, Signature, Time};
use jiff::Timestamp;

use super::{AppendError, Branch, BranchError, Tip};
use crate::base::clock::Clock;
use crate::source::tree::normalise;

/// How often a commit is rebuilt on a branch that moved.
const TRIES: u32 = 20;
/// How often an update is repeated that was refused although the branch did not move.
const REFUSALS: u32 = 3;

/// Files to be written by one commit, and why.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Paths from the root of the branch, with `/`, and the new bytes. A file that exists is replaced.
    pub files: Vec<(String, Vec<u8>)>,
    /// The commit message.
    pub message: String,
}

impl Branch {
    /// Commits `change` on top of `expected` (`None`: the branch must not exist), at the time `now`.
    ///
    /// # Errors
    /// [`AppendError::Moved`] when the branch stands elsewhere, [`AppendError::Refused`] when it was not moved though it
    /// stands there, [`AppendError::Unknown`] when the outcome cannot be read.
    pub fn append(&self, expected: Option<Tip>, change: &Change, now: Timestamp) -> Result<Tip, AppendError> {
        let new = self.commit(expected, change, now)?;
        self.land(expected, new)?;
        Ok(new)
    }

    /// Commits what `change` makes of the present tip, again on the new tip when others were faster (at most 20 times,
    /// with random waits). `change` may look at the files of the tip and give up with its own error.
    ///
    /// # Errors
    /// Those of `change`, and those of [`Branch::append`] except [`AppendError::Moved`].
    pub fn append_with<E>(
        &self,
        clock: &dyn Clock,
        mut change: impl FnMut(Option<Tip>) -> Result<Change, E>,
    ) -> Result<Tip, E>
    where
        E: From<AppendError>,
    {
        let mut tried: Vec<Tip> = Vec::new();
        let mut refusals = 0;
        for attempt in 0..TRIES {
            let tip = self.fetch().map_err(AppendError::from)?;
            if let Some(landed) = self.landed(tip, &tried)? {
                return Ok(landed);
            }
            let new = self.commit(tip, &change(tip)?, clock.now()).map_err(AppendError::from)?;
            match self.land(tip, new) {
                Ok(()) => return Ok(new),
                Err(AppendError::Moved(_)) => {}
                Err(AppendError::Refused { .. }) if refusals < REFUSALS => refusals += 1,
                Err(error) => return Err(error.into()),
            }
            tried.push(new);
            clock.sleep(Duration::from_millis(fastrand::u64(10..=60) * u64::from(attempt + 1)));
        }
        Err(AppendError::Contended { branch: self.name.clone(), tries: TRIES }.into())
    }

    /// An own commit that reached the branch after all: a push that seemed to fail may land late.
    fn landed(&self, tip: Option<Tip>, tried: &[Tip]) -> Result<Option<Tip>, AppendError> {
        let Some(tip) = tip else { return Ok(None) };
        for own in tried {
            if self.contains(tip, *own)? {
                return Ok(Some(*own));
            }
        }
        Ok(None)
    }

    fn land(&self, expected: Option<Tip>, new: Tip) -> Result<(), AppendError> {
        match self.remote.as_deref() {
            Some(remote) => self.land_remote(remote, expected, new),
            None => self.land_local(expected, new),
        }
    }

    fn land_remote(&self, remote: &str, expected: Option<Tip>, new: Tip) -> Result<(), AppendError> {
        let reference = self.reference();
        let Err(reason) = self.git.push(remote, &reference, expected, new)? else {
            self.note_seen(new);
            return Ok(());
        };
        // An error proves nothing: a push has been seen to report "rejected" for an update that had landed.
        let branch = self.name.clone();
        let unknown =
            |error: BranchError| AppendError::Unknown { branch: branch.clone(), reason: error.to_string() };
        let tip = self.git.remote_tip(remote, &reference).map_err(unknown)?;
        if tip == expected && !reason.contains("lock") {
            return Err(AppendError::Refused { branch: self.name.clone(), reason });
        }
        if let Some(tip) = tip {
            self.bring(remote, tip).map_err(unknown)?;
            if self.contains(tip, new)? {
                self.note_seen(tip);
                return Ok(());
            }
        }
        Err(AppendError::Moved(tip))
    }

    fn land_local(&self, expected: Option<Tip>, new: Tip) -> Result<(), AppendError> {
        let reference = self.reference();
        let updated = replace(&self.repository(), &reference, expected, new);
        let Err(error) = updated else { return Ok(()) };
        let tip = self.local_tip(&reference)?;
        // A lock means that somebody is about to move the branch.
        let moving = matches!(
            error.code(),
            ErrorCode::Modified | ErrorCode::Exists | ErrorCode::Locked | ErrorCode::NotFound
        );
        if moving || tip != expected {
            return Err(AppendError::Moved(tip));
        }
        Err(self.failed(&error).into())
    }

    /// Makes the commit object; nothing points to it yet.
    fn commit(&self, parent: Option<Tip>, change: &Change, now: Timestamp) -> Result<Tip, BranchError> {
        if let Some((path, _)) = change.files.iter().find(|(path, _)| !is_plain(path)) {
            return Err(BranchError::Name(path.clone()));
        }
        let repository = self.repository();
        write(&repository, parent.map(|tip| tip.0), change, now).map(Tip).map_err(|error| self.failed(&error))
    }
}

/// Moves `reference` from `expected` to `new`. It is read while it is locked: creating a ref "unless it exists" asks before,
/// and would replace what another process has created in between.
fn replace(
    repository: &Repository,
    reference: &str,
    expected: Option<Tip>,
    new: Tip,
) -> Result<(), git2::Error> {
    let mut transaction = repository.transaction()?;
    transaction.lock_ref(reference)?;
    let stands = match repository.refname_to_id(reference) {
        Ok(oid) => Some(oid),
        Err(error) if error.code() == ErrorCode::NotFound => None,
        Err(error) => return Err(error),
    };
    if stands != expected.map(|tip| tip.0) {
        return Err(git2::Error::new(ErrorCode::Modified, ErrorClass::Reference, "the branch moved"));
    }
    transaction.set_target(reference, new.0, None, "append")?;
    transaction.commit()
}

/// A path that git can hold and that stays inside.
fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && normalise(path).as_deref() == Some(path)
        && !path.split('/').any(|part| part.eq_ignore_ascii_case(".git"))
}

fn write(
    repository: &Repository,
    parent: Option<Oid>,
    change: &Change,
    now: Timestamp,
) -> Result<Oid, git2::Error> {
    let parent = parent.map(|oid| repository.find_commit(oid)).transpose()?;
    let base = match &parent {
        Some(parent) => parent.tree()?,
        None => repository.find_tree(repository.treebuilder(None)?.write()?)?,
    };
    let mut update = TreeUpdateBuilder::new();
    for (path, bytes) in &change.files {
        update.upsert(path.as_str(), repository.blob(bytes)?, FileMode::Blob);
    }
    let tree = repository.find_tree(update.create_updated(repository, &base)?)?;
    let who = signature(repository, now)?;
    let parents: Vec<_> = parent.iter().collect();
    repository.commit(None, &who, &who, &change.message, &tree, &parents)
}

/// The configured identity, or the program's own; the time is the one passed in, in UTC.
fn signature(repository: &Repository, now: Timestamp) -> Result<Signature<'static>, git2::Error> {
    let config = repository.config()?;
    let configured = |key| config.get_string(key).ok().filter(|value: &String| !value.trim().is_empty());
    let (name, email) = configured("user.name")
        .zip(configured("user.email"))
        .unwrap_or_else(|| ("qianfa".to_owned(), "qianfa@localhost".to_owned()));
    Signature::new(&name, &email, &Time::new(now.as_second(), 0))
}
