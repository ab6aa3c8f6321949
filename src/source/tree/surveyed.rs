//! A work tree whose files were listed once: what is listed is known, and a listed file is opened without asking again.

use std::fs;
use std::io::Read;
use std::sync::Arc;

use jiff::Timestamp;

use super::{Entry, EntryKind, Tree, TreeError, WorkTree, normalise, within};
use crate::base::survey::{Kind, Survey};

/// The files of a work tree as a survey saw them.
#[derive(Debug, Clone)]
pub struct SurveyedTree {
    tree: Arc<WorkTree>,
    survey: Arc<Survey>,
}

impl SurveyedTree {
    /// `tree` as `survey` saw it. What the survey left out is read as ever.
    pub fn new(tree: Arc<WorkTree>, survey: Arc<Survey>) -> Self {
        Self { tree, survey }
    }
}

/// The files of a survey under `folder`, sorted by path.
pub(super) fn entries(survey: &Survey, folder: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for known in &survey.folders {
        if !(known.path == folder || within(&known.path, folder)) {
            continue;
        }
        if !known.readable {
            // One closed folder does not hide the others.
            let path = known.path.clone();
            entries.push(Entry { path, size: 0, stamp: None, kind: EntryKind::Unreadable });
        }
        for item in &known.items {
            let path = if known.path.is_empty() {
                item.name.clone()
            } else {
                format!("{}/{}", known.path, item.name)
            };
            let kind = match item.stamp.kind {
                Kind::File => EntryKind::File,
                Kind::Link => EntryKind::Link,
                Kind::Folder | Kind::Other => EntryKind::Unreadable,
            };
            let stamp = u64::try_from(item.stamp.modified).ok();
            entries.push(Entry { path, size: item.stamp.size, stamp, kind });
        }
    }
    entries.sort_unstable();
    entries
}

impl Tree for SurveyedTree {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let folder = normalise(under).ok_or_else(|| TreeError::Outside(under.to_owned()))?;
        if self.survey.folder(&folder).is_some() {
            Ok(entries(&self.survey, &folder))
        } else {
            self.tree.list(under)
        }
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let stamp = self.survey.item(path).filter(|stamp| stamp.kind == Kind::File && stamp.size <= limit);
        let Some(stamp) = stamp else { return self.tree.read(path, limit) };
        let Ok(file) = fs::File::open(self.tree.root().join(path)) else {
            return self.tree.read(path, limit);
        };
        let mut bytes = Vec::with_capacity(usize::try_from(stamp.size).unwrap_or(0) + 1);
        match file.take(limit.saturating_add(1)).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 <= limit => Ok(bytes),
            // Something else stands there by now.
            _ => self.tree.read(path, limit),
        }
    }

    fn contains(&self, path: &str) -> bool {
        self.survey.item(path).is_some_and(|stamp| stamp.kind == Kind::File) || self.tree.contains(path)
    }

    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        self.tree.as_of(path, instant, limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_work_tree_as_it_was_listed() {
        let dir = tempfile::tempdir().unwrap();
        for file in ["content/a/b.md", "content/.hidden", "desk/c.yaml", "other/d.png"] {
            let path = dir.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        let tree = Arc::new(WorkTree::new(dir.path()).unwrap());
        let surveyed =
            SurveyedTree::new(Arc::clone(&tree), Arc::new(tree.survey(&["content", "desk", "none"])));
        for folder in ["content", "content/a", "desk", "other", "none"] {
            assert_eq!(surveyed.list(folder).unwrap(), tree.list(folder).unwrap(), "{folder}");
        }
        for path in ["content/a/b.md", "other/d.png", "content/none.md", "content", "../x"] {
            assert_eq!(surveyed.read(path, 99).ok(), tree.read(path, 99).ok(), "{path}");
            assert_eq!(surveyed.contains(path), tree.contains(path), "{path}");
        }
        assert!(matches!(surveyed.read("content/a/b.md", 3), Err(TreeError::TooLarge { .. })));
    }
}
