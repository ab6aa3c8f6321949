//! Files that were taken away again: on a branch that only grows, every file that ever was should still be there. Whoever
//! may push may also push a commit that removes one, without rewriting anything.

use git2::{Delta, DiffOptions, ErrorCode, Oid, Repository};

use super::{Branch, BranchError, Tip};
use crate::base::digest::Digest;

/// A file as it was before a commit changed or removed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Path from the root of the branch.
    pub path: String,
    /// What it held.
    pub bytes: Vec<u8>,
    /// The commit that changed or removed it.
    pub by: Tip,
}

impl Branch {
    /// Files under the folder `under` that some commit up to `tip` changed or removed, in the state before, oldest
    /// commit first. None larger than `limit` bytes. What was once found whole is not looked at again.
    ///
    /// # Errors
    /// When the history cannot be read or a file is larger.
    pub fn lost(&self, tip: Tip, under: &str, limit: u64) -> Result<Vec<Lost>, BranchError> {
        let reference = self.whole_reference(under);
        let whole = self.local_tip(&reference)?;
        let found = {
            let repository = self.repository();
            let whole = whole.map(|tip| tip.0).filter(|oid| *oid != tip.0);
            changed(&repository, tip.0, whole, under).map_err(|error| self.failed(&error))?
        };
        if found.is_empty() {
            // Only an aid: that another process holds the ref is no error.
            let _ = self.repository().reference(&reference, tip.0, true, "whole");
        }
        let repository = self.repository();
        found
            .into_iter()
            .map(|(path, oid, by)| {
                self.blob(&repository, oid, &path, limit).map(|bytes| Lost { path, bytes, by: Tip(by) })
            })
            .collect()
    }

    /// The local ref that remembers up to where nothing was lost.
    fn whole_reference(&self, under: &str) -> String {
        let of = format!("{}\n{under}", self.remote().unwrap_or_default());
        format!("refs/qianfa/whole/{}/{}", Digest::of(of).short(), self.name())
    }
}

/// Path and content of every file that a commit between `whole` and `tip` changed or removed, and that commit.
fn changed(
    repository: &Repository,
    tip: Oid,
    whole: Option<Oid>,
    under: &str,
) -> Result<Vec<(String, Oid, Oid)>, git2::Error> {
    let mut walk = repository.revwalk()?;
    walk.set_sorting(git2::Sort::TOPOLOGICAL | git2::Sort::REVERSE)?;
    walk.push(tip)?;
    if let Some(whole) = whole {
        match walk.hide(whole) {
            Err(error) if error.code() != ErrorCode::NotFound => return Err(error),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for oid in walk {
        let commit = repository.find_commit(oid?)?;
        let new = commit.tree()?;
        for parent in commit.parents() {
            let mut options = DiffOptions::new();
            options.pathspec(under).disable_pathspec_match(true).context_lines(0).skip_binary_check(true);
            let diff = repository.diff_tree_to_tree(Some(&parent.tree()?), Some(&new), Some(&mut options))?;
            for delta in diff.deltas().filter(|delta| delta.status() != Delta::Added) {
                let old = delta.old_file();
                let path = String::from_utf8_lossy(old.path_bytes().unwrap_or_default()).into_owned();
                found.push((path, old.id(), commit.id()));
            }
        }
    }
    Ok(found)
}
