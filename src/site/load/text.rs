//! Reading the site's text files: size, encoding, links and folders become findings.

use std::sync::Arc;

use super::{FOLDERS, LIMITS};
use crate::base::message::{Explain, site as text};
use crate::finding::{Finding, Findings, Place};
use crate::source::tree::{Entry, EntryKind, Tree, TreeError};
use crate::source::{SourceFile, rule};

/// Reads text files of a tree.
#[derive(Clone, Copy)]
pub(super) struct Texts<'t> {
    tree: &'t dyn Tree,
}

impl<'t> Texts<'t> {
    /// Over `tree`.
    pub(super) fn new(tree: &'t dyn Tree) -> Self {
        Self { tree }
    }

    /// A Markdown file.
    pub(super) fn markdown(self, path: &str, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        self.text(path, LIMITS.markdown, findings)
    }

    /// A YAML file.
    pub(super) fn yaml(self, path: &str, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        self.text(path, LIMITS.yaml, findings)
    }

    fn text(self, path: &str, limit: u64, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        let bytes = match self.tree.read(path, limit) {
            Ok(bytes) => bytes,
            Err(error) => {
                findings.push(refused(path, &error));
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(content) => Some(Arc::new(SourceFile::new(path, content))),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                // The part before the bad byte keeps its offsets, so line and column are those of the file.
                let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let file = Arc::new(SourceFile::new(path, shown));
                let place = Place::new(&file, at..at + '\u{fffd}'.len_utf8());
                let finding = Finding::error(rule::ENCODING, place, text::not_utf8(at));
                findings.push(finding.help(text::not_utf8_help()));
                None
            }
        }
    }
}

/// A text file as large as YAML may be; `None`: there is none, or it cannot be read, which is a finding.
pub fn optional_yaml(tree: &dyn Tree, path: &str, findings: &mut Findings) -> Option<Arc<SourceFile>> {
    let mut problems = Findings::new();
    let file = Texts::new(tree).yaml(path, &mut problems);
    problems.retain(|problem| problem.rule != rule::MISSING_FILE);
    findings.extend(problems);
    file
}

/// The finding about a file that a tree does not give.
pub(super) fn refused(path: &str, error: &TreeError) -> Finding {
    let id = match error {
        TreeError::Missing(_) => rule::MISSING_FILE,
        TreeError::Outside(_) => rule::OUTSIDE,
        TreeError::Link(_) => rule::LINK,
        TreeError::TooLarge { .. } => rule::TOO_LARGE,
        TreeError::Unreadable { .. } => rule::UNREADABLE,
    };
    let finding = Finding::error(id, Place::file_only(path), error.message());
    match error {
        TreeError::TooLarge { .. } => finding.help(text::too_large_help()),
        TreeError::Link(_) => finding.help(text::link_help()),
        _ => finding,
    }
}

/// The files of the site's folders, sorted by path. Links, unreadable folders and folders that bear the name of a file
/// are findings.
pub(super) fn list(tree: &dyn Tree, findings: &mut Findings) -> Vec<Entry> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        match tree.list(folder) {
            Ok(entries) => files.extend(entries),
            Err(error) => findings.push(refused(folder, &error)),
        }
    }
    files.sort();
    files.retain(|entry| {
        let refused = match entry.kind {
            EntryKind::File if entry.path.contains('\u{fffd}') => {
                let finding =
                    Finding::error(rule::ENCODING, Place::file_only(&entry.path), text::name_not_utf8());
                Some(finding.help(text::name_not_utf8_help()))
            }
            EntryKind::File => None,
            EntryKind::Link => Some(refused(&entry.path, &TreeError::Link(entry.path.clone()))),
            EntryKind::Unreadable => {
                let place = Place::file_only(&entry.path);
                Some(Finding::error(rule::UNREADABLE, place, text::not_a_file(&entry.path)))
            }
        };
        let keep = refused.is_none();
        findings.extend(refused);
        keep
    });
    for entry in &files {
        let folders = entry.path.match_indices('/').filter_map(|(at, _)| entry.path.get(..at));
        for folder in folders.filter(|folder| folder.ends_with(".md") || folder.ends_with(".yaml")) {
            let finding =
                Finding::error(rule::UNREADABLE, Place::file_only(folder), text::folder_named_file(folder));
            findings.push(finding.help(text::folder_named_file_help()));
        }
    }
    files
}
