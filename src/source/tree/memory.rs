//! Files in memory: a site described in place, standard input.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Entry, EntryKind, Tree, TreeError, hidden, normalise, within};
use crate::base::digest::Digest;

/// Files that exist in memory only.
#[derive(Debug, Clone, Default)]
pub struct MemoryTree {
    files: BTreeMap<String, Vec<u8>>,
    past: BTreeMap<String, Vec<u8>>,
}

impl MemoryTree {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more file, or another content of it. A path that would leave the site is left out.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.put(path, bytes);
        self
    }

    /// Puts a file. A path that would leave the site is left out.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        if let Some(path) = normalise(path) {
            self.files.insert(path, bytes.into());
        }
    }

    /// Remembers what a file was at every earlier instant.
    pub fn remember(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        if let Some(path) = normalise(path) {
            self.past.insert(path, bytes.into());
        }
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

impl<P: AsRef<str>, B: Into<Vec<u8>>> FromIterator<(P, B)> for MemoryTree {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        let mut tree = Self::new();
        for (path, bytes) in files {
            tree.put(path.as_ref(), bytes);
        }
        tree
    }
}

pub(super) fn entry(path: &str, bytes: &[u8]) -> Entry {
    let stamp = Digest::of(bytes).as_bytes().first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    Entry { path: path.to_owned(), size: bytes.len() as u64, stamp, kind: EntryKind::File }
}

impl Tree for MemoryTree {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let folder = normalise(under).ok_or_else(|| TreeError::Outside(under.to_owned()))?;
        let listed = |path: &str| within(path, &folder) && !hidden(path);
        Ok(self
            .files
            .iter()
            .filter(|(path, _)| listed(path))
            .map(|(path, bytes)| entry(path, bytes))
            .collect())
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let clean = normalise(path).ok_or_else(|| TreeError::Outside(path.to_owned()))?;
        let bytes = self.files.get(&clean).ok_or_else(|| TreeError::Missing(path.to_owned()))?;
        if bytes.len() as u64 > limit {
            return Err(TreeError::TooLarge { path: path.to_owned(), limit });
        }
        Ok(bytes.clone())
    }

    fn contains(&self, path: &str) -> bool {
        normalise(path).is_some_and(|path| self.files.contains_key(&path))
    }

    fn as_of(&self, path: &str, _: Timestamp, limit: u64) -> Option<Vec<u8>> {
        self.past.get(&normalise(path)?).filter(|bytes| bytes.len() as u64 <= limit).cloned()
    }
}
