//! Unsaved files over another tree: what an editor shows before it is saved.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Entry, Tree, TreeError, hidden, memory, normalise, within};
use crate::base::survey::Stamp;

/// `base` with some files replaced or added.
pub struct OverlayTree<'a> {
    base: &'a dyn Tree,
    files: BTreeMap<String, Vec<u8>>,
}

impl<'a> OverlayTree<'a> {
    /// `base` with `bytes` in the place of the file `path`.
    ///
    /// # Errors
    /// When `path` leaves the site.
    pub fn new(base: &'a dyn Tree, path: &str, bytes: impl Into<Vec<u8>>) -> Result<Self, TreeError> {
        let mut tree = Self::over(base);
        tree.put(path, bytes)?;
        Ok(tree)
    }

    /// `base` as it is.
    pub fn over(base: &'a dyn Tree) -> Self {
        Self { base, files: BTreeMap::new() }
    }

    /// Puts `bytes` in the place of the file `path`.
    ///
    /// # Errors
    /// When `path` leaves the site.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Result<(), TreeError> {
        let clean = normalise(path).filter(|path| !path.is_empty());
        let path = clean.ok_or_else(|| TreeError::Outside(path.to_owned()))?;
        self.files.insert(path, bytes.into());
        Ok(())
    }

    /// The bytes in the place of the file `path`, if there are any.
    fn held(&self, path: &str) -> Option<&Vec<u8>> {
        self.files.get(&normalise(path)?)
    }
}

impl Tree for OverlayTree<'_> {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let mut entries = self.base.list(under)?;
        let folder = normalise(under).unwrap_or_default();
        let shown = |path: &str| within(path, &folder) && !hidden(path);
        let held: Vec<Entry> = self
            .files
            .iter()
            .filter(|(path, _)| shown(path))
            .map(|(path, bytes)| memory::entry(path, bytes))
            .collect();
        if !held.is_empty() {
            entries.retain(|entry| !self.files.contains_key(&entry.path));
            entries.extend(held);
            entries.sort();
        }
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let Some(bytes) = self.held(path) else { return self.base.read(path, limit) };
        if bytes.len() as u64 > limit {
            return Err(TreeError::TooLarge { path: path.to_owned(), limit });
        }
        Ok(bytes.clone())
    }

    fn contains(&self, path: &str) -> bool {
        self.held(path).is_some() || self.base.contains(path)
    }

    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        self.base.as_of(path, instant, limit)
    }

    fn stamp(&self, path: &str) -> Option<Option<Stamp>> {
        if self.held(path).is_some() { None } else { self.base.stamp(path) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::MemoryTree;
    use super::*;

    #[test]
    fn one_file_is_replaced_or_added() {
        let base: MemoryTree = [("content/a.md", "a"), ("content/c.md", "c")].into_iter().collect();
        let changed = OverlayTree::new(&base, "content/a.md", "new").unwrap();
        assert_eq!(changed.read("content/a.md", 9).unwrap(), b"new");
        assert_eq!(changed.read("content/c.md", 9).unwrap(), b"c");
        let added = OverlayTree::new(&base, "content/b.md", "b").unwrap();
        let paths: Vec<_> = added.list("content").unwrap().into_iter().map(|entry| entry.path).collect();
        assert_eq!(paths, ["content/a.md", "content/b.md", "content/c.md"]);
        assert!(added.contains("content/b.md") && added.list("desk").unwrap().is_empty());
        assert!(OverlayTree::new(&base, "../b.md", "b").is_err());
    }
}
