//! Trees that note what is asked of them, so that an answer that was made of it is known to stand, or not to.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::{Entry, Tree, TreeError};
use crate::base::digest::Digest;
use crate::base::survey::Stamp;

/// A tree that notes the digest of every file that is read, and for every file that is not why.
pub struct ReadTree<'t> {
    tree: &'t dyn Tree,
    read: Mutex<BTreeMap<String, Digest>>,
}

impl<'t> ReadTree<'t> {
    /// Notes what is read of `tree`.
    pub fn new(tree: &'t dyn Tree) -> Self {
        Self { tree, read: Mutex::default() }
    }

    /// The tree itself.
    pub fn base(&self) -> &'t dyn Tree {
        self.tree
    }

    /// What was read so far, by path.
    pub fn digests(&self) -> BTreeMap<String, Digest> {
        held(&self.read).clone()
    }
}

impl Tree for ReadTree<'_> {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        self.tree.list(under)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let read = self.tree.read(path, limit);
        let digest = match &read {
            Ok(bytes) => Digest::of(bytes),
            Err(error) => Digest::of(format!("{error:?}")),
        };
        held(&self.read).insert(path.to_owned(), digest);
        read
    }

    fn contains(&self, path: &str) -> bool {
        self.tree.contains(path)
    }

    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        self.tree.as_of(path, instant, limit)
    }

    fn stamp(&self, path: &str) -> Option<Option<Stamp>> {
        self.tree.stamp(path)
    }
}

/// Stamps by path, `None` where nothing is.
pub type Asked = BTreeMap<String, Option<Stamp>>;

/// A tree that notes the stamp of every file that is asked for, before it is read.
pub struct AskedTree<'t> {
    tree: &'t dyn Tree,
    asked: Mutex<Option<Asked>>,
}

impl<'t> AskedTree<'t> {
    /// Notes what is asked of `tree`.
    pub fn new(tree: &'t dyn Tree) -> Self {
        Self { tree, asked: Mutex::new(Some(Asked::new())) }
    }

    /// What was asked for; `None` when it was something that no stamp tells.
    pub fn into_asked(self) -> Option<Asked> {
        self.asked.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, path: &str) {
        let mut asked = held(&self.asked);
        match (asked.as_mut(), self.tree.stamp(path)) {
            (Some(asked), Some(stamp)) => drop(asked.entry(path.to_owned()).or_insert(stamp)),
            _ => *asked = None,
        }
    }
}

impl Tree for AskedTree<'_> {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        *held(&self.asked) = None;
        self.tree.list(under)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        self.note(path);
        self.tree.read(path, limit)
    }

    fn contains(&self, path: &str) -> bool {
        self.note(path);
        self.tree.contains(path)
    }

    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        *held(&self.asked) = None;
        self.tree.as_of(path, instant, limit)
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::super::{MemoryTree, WorkTree};
    use super::*;

    #[test]
    fn what_is_read_is_noted_and_what_is_not_there_too() {
        let tree: MemoryTree = [("a.md", "甲")].into_iter().collect();
        let noted = ReadTree::new(&tree);
        assert!(noted.read("a.md", 99).is_ok() && noted.read("b.md", 99).is_err());
        let first = noted.digests();
        assert_eq!(first.get("a.md"), Some(&Digest::of("甲")));
        assert_eq!(first.keys().collect::<Vec<_>>(), ["a.md", "b.md"]);
        let more: MemoryTree = [("a.md", "甲"), ("b.md", "乙")].into_iter().collect();
        let noted = ReadTree::new(&more);
        assert!(noted.read("b.md", 99).is_ok());
        assert_ne!(noted.digests().get("b.md"), first.get("b.md"));
    }

    #[test]
    fn what_is_asked_for_is_noted_by_its_stamp() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.png"), "x").unwrap();
        let tree = WorkTree::new(dir.path()).unwrap();
        let noted = AskedTree::new(&tree);
        assert!(noted.contains("a.png") && !noted.contains("b.png") && noted.read("a.png", 9).is_ok());
        let asked = noted.into_asked().unwrap();
        assert_eq!(asked.get("a.png"), Some(&Stamp::of(&dir.path().join("a.png"))));
        assert_eq!(asked.get("b.png"), Some(&None));
        // The past of a file has no stamp, and files in memory have none.
        let noted = AskedTree::new(&tree);
        assert!(noted.as_of("a.png", Timestamp::UNIX_EPOCH, 9).is_none());
        assert_eq!(noted.into_asked(), None);
        let memory: MemoryTree = [("a.md", "甲")].into_iter().collect();
        let noted = AskedTree::new(&memory);
        assert!(noted.contains("a.md"));
        assert_eq!(noted.into_asked(), None);
    }
}
