//! The one interface through which a site is read, and its two implementations: the work tree and a git commit.
//!
//! Paths are relative to the root of the site, with `/`, and never leave it. The same site read from either gives the
//! same bytes, so an approval can be recomputed at the commit that was reviewed.

mod commit;
mod work;

pub use commit::CommitTree;
pub use work::WorkTree;

use crate::base::message::{Explain, Message, source as text};

/// A file that a tree lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Path from the root of the site, with `/`.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// Changes when the content may have changed, for caches; `None` when the tree cannot tell cheaply.
    pub stamp: Option<u64>,
}

/// Reading a tree failed.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// No such file.
    #[error("{0} does not exist")]
    Missing(String),
    /// The path leaves the site, by `..`, by being absolute, or through a symbolic link.
    #[error("{0} leads out of the site")]
    Outside(String),
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
            Self::TooLarge { path, limit } => text::too_large(path, limit),
            Self::Unreadable { path, reason } => text::unreadable(path, reason),
        }
    }
}

/// A set of files with a root.
pub trait Tree: Send + Sync {
    /// Every file under the folder `under` (`""`: the root), sorted by path. Hidden files and folders (`.git`) and what
    /// the repository ignores are left out; links out of the site are listed and refused when read.
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
