//! A tree that notes what is read through it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::base::survey::{Stamp, Survey};
use crate::source::tree::{Entry, Tree, TreeError, normalise};

/// A work tree whose readers are watched.
pub(super) struct Watch<'w> {
    tree: &'w dyn Tree,
    root: &'w Path,
    survey: &'w Survey,
    seen: Mutex<Seen>,
}

/// What was asked for.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Paths that the survey knows.
    pub(super) inside: BTreeSet<String>,
    /// Other paths, with their stamps before they were read.
    pub(super) outside: BTreeMap<String, Option<Stamp>>,
}

impl<'w> Watch<'w> {
    /// Watches what is read of `tree`, whose folder is `root` and of which `survey` is known.
    pub(super) fn new(tree: &'w dyn Tree, root: &'w Path, survey: &'w Survey) -> Self {
        Self { tree, root, survey, seen: Mutex::default() }
    }

    /// What was asked for so far.
    pub(super) fn into_seen(self) -> Seen {
        self.seen.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that somebody asks for `path`.
    pub(super) fn note(&self, path: &str) {
        let Some(path) = normalise(path) else { return };
        // What the survey left out (ignored, hidden, elsewhere) is watched by its own stamp.
        let inside = self.survey.item(&path).is_some();
        let stamp = if inside { None } else { Some(Stamp::of(&self.root.join(&path))) };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match stamp {
            None => drop(seen.inside.insert(path)),
            Some(stamp) => drop(seen.outside.entry(path).or_insert(stamp)),
        }
    }
}

impl Tree for Watch<'_> {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
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
}
