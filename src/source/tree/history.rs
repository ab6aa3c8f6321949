//! A file as it stood at an instant, from the history of a git repository.

use std::path::Path;

use git2::{Oid, Repository};
use jiff::Timestamp;

/// Commits that are looked at before the search is given up.
const MOST: usize = 20_000;

/// The bytes of `path`, which is relative to the repository, in the newest commit on the first-parent line of `head`
/// that is not younger than `instant`. `None` when there was no such file or nothing is known about that time.
pub(super) fn as_of(
    repository: &Repository,
    head: Oid,
    path: &Path,
    instant: Timestamp,
    limit: u64,
) -> Option<Vec<u8>> {
    let mut commit = repository.find_commit(head).ok()?;
    for _ in 0..MOST {
        if commit.time().seconds() <= instant.as_second() {
            let entry = commit.tree().ok()?.get_path(path).ok()?;
            let blob = repository.find_blob(entry.id()).ok()?;
            return (blob.size() as u64 <= limit).then(|| blob.content().to_vec());
        }
        // A shallow clone ends here as well: its oldest commit names a parent that is not there.
        commit = commit.parent(0).ok()?;
    }
    None
}
