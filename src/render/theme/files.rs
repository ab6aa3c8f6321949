//! Where the files of a theme come from: the site's folder, or the program itself.

use std::sync::Arc;

use super::builtin::{self, BuiltIn};
use crate::base::message::{Explain, render as say};
use crate::finding::{Finding, Findings, Place};
use crate::render::rule;
use crate::source::SourceFile;
use crate::source::tree::{Tree, TreeError};

/// Where a site keeps its themes.
pub(super) const FOLDER: &str = "layouts/themes";
/// Most bytes that a file of a theme may have.
pub(super) const MAX_BYTES: u64 = 256 << 10;

/// A theme's folder.
pub(super) enum Folder<'t> {
    /// One of the site.
    Site(&'t dyn Tree, String),
    /// One of the program.
    BuiltIn(&'static BuiltIn),
}

/// The folder of the theme `name`: a site's own one wins over a built-in one.
pub(super) fn folder<'t>(tree: &'t dyn Tree, name: &str) -> Option<Folder<'t>> {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if !plain {
        return None;
    }
    let path = format!("{FOLDER}/{name}");
    let own = ["article.css", "theme.yaml"].iter().any(|file| tree.contains(&format!("{path}/{file}")));
    if own { Some(Folder::Site(tree, path)) } else { builtin::find(name).map(Folder::BuiltIn) }
}

impl Folder<'_> {
    /// Its path from the root of a site.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Site(_, path) => path.clone(),
            Self::BuiltIn(theme) => format!("{FOLDER}/{}", theme.name),
        }
    }

    /// One of its files. `None` when it has no such file; one that cannot be read is a finding.
    pub(super) fn file(&self, part: &str, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        let path = format!("{}/{part}", self.path());
        let tree = match self {
            Self::BuiltIn(theme) => {
                return theme.file(part).map(|text| Arc::new(SourceFile::new(path, text)));
            }
            Self::Site(tree, _) => tree,
        };
        let message = match tree.read(&path, MAX_BYTES) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => return Some(Arc::new(SourceFile::new(path, text))),
                Err(_) => say::theme_encoding(&path),
            },
            Err(TreeError::Missing(_)) => return None,
            Err(error) => error.message(),
        };
        findings.push(Finding::error(rule::CSS, Place::file_only(&path), message));
        None
    }
}
