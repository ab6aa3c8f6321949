//! The one interface through which a site is read, and its implementations: the work tree and a git commit; files in
//! memory, and one unsaved file over another tree.
//!
//! Paths are relative to the root of the site, with `/`, and never leave it. The same site read from the work tree or
//! from its commit gives the same bytes, so an approval can be recomputed at the commit that was reviewed. Symbolic
//! links are listed and never followed, in either.

mod commit;
mod history;
mod memory;
mod noted;
mod overlay;
mod surveyed;
mod work;

pub use commit::CommitTree;
pub use memory::MemoryTree;
pub use noted::{Asked, AskedTree, ReadTree};
pub use overlay::OverlayTree;
pub use surveyed::SurveyedTree;
pub use work::WorkTree;

use jiff::Timestamp;

use crate::base::message::{Explain, Message, source as text};
use crate::base::survey::Stamp;

/// A file that a tree lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Path from the root of the site, with `/`.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// Changes when the content may have changed, for caches; `None` when the tree cannot tell cheaply.
    pub stamp: Option<u64>,
    /// What it is.
    pub kind: EntryKind,
}

/// What a listed path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A file.
    File,
    /// A symbolic link; it cannot be read.
    Link,
    /// A folder whose files cannot be listed, or a file that is neither.
    Unreadable,
}

/// Reading a tree failed.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// No such file.
    #[error("{0} does not exist")]
    Missing(String),
    /// The path leaves the site, by `..` or by being absolute.
    #[error("{0} leads out of the site")]
    Outside(String),
    /// The path is a symbolic link or lies below one.
    #[error("{0} is a symbolic link or lies below one")]
    Link(String),
    /// The file is larger than its reader accepts.
    #[error("{path} is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        path: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// The system or git refused.
    #[error("cannot read {path}: {reason}")]
    Unreadable {
        /// The file, folder or commit.
        path: String,
        /// The reason as the system or git gives it.
        reason: String,
    },
}

impl Explain for TreeError {
    fn message(&self) -> Message {
        match self {
            Self::Missing(path) => text::missing(path),
            Self::Outside(path) => text::outside(path),
            Self::Link(path) => text::link(path),
            Self::TooLarge { path, limit } => text::too_large(path, limit),
            Self::Unreadable { path, reason } => text::unreadable(path, reason),
        }
    }
}

/// A set of files with a root.
pub trait Tree: Send + Sync {
    /// Every file under the folder `under` (`""`: the root), sorted by path. Hidden files and folders (`.git`) and what
    /// the repository ignores are left out; links are listed and refused when read.
    ///
    /// # Errors
    /// When the tree cannot be listed. A folder that does not exist is empty.
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError>;

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// When there is no such file, it is too large, or the path leaves the site.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError>;

    /// Whether `path` is a file of the tree.
    fn contains(&self, path: &str) -> bool;

    /// The bytes of the file `path` as it stood at `instant`, when the tree knows its history and the file was there.
    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        let _ = (path, instant, limit);
        None
    }

    /// The stamp of `path`, a link not followed; `Some(None)` when nothing is there, `None` when the tree cannot tell.
    fn stamp(&self, path: &str) -> Option<Option<Stamp>> {
        let _ = path;
        None
    }
}

/// Whether `path` lies under `folder` (`""`: the root).
fn within(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a part of `path` is hidden.
fn hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// `path` without `.` and `..`, or `None` when it would leave the root or is absolute.
pub fn normalise(path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains(['\\', '\0']) {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `relative` as seen from the folder of the file `from`, normalised.
///
/// # Errors
/// When it leads out of the site.
pub fn resolve(from: &str, relative: &str) -> Result<String, TreeError> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let outside = || TreeError::Outside(relative.to_owned());
    if relative.starts_with('/') {
        return Err(outside());
    }
    normalise(format!("{folder}/{relative}").trim_start_matches('/')).ok_or_else(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside() {
        assert_eq!(resolve("content/a/index.md", "./图.png").unwrap(), "content/a/图.png");
        assert_eq!(resolve("content/a/index.md", "../b/c.png").unwrap(), "content/b/c.png");
        assert!(matches!(resolve("content/a/index.md", "../../../etc/passwd"), Err(TreeError::Outside(_))));
        assert!(matches!(resolve("content/a/index.md", "/etc/passwd"), Err(TreeError::Outside(_))));
        assert_eq!(normalise("a\\..\\b"), None);
    }
}
