//! The themes that a site can use: which there are, what is wrong with one, and what a new one starts from.

use std::collections::BTreeMap;

use super::{builtin, contrast, files, load, settings};
use crate::finding::{Findings, Place};
use crate::render::Renderer;
use crate::source::tree::Tree;

/// A theme as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What articles write.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// What it is good for.
    pub about: String,
    /// Whether it is a folder of the site; else every copy of the program has the same.
    pub own: bool,
}

/// Every theme that a site can use, by name; the site's own one wins over a built-in one.
pub fn themes(tree: &dyn Tree) -> Vec<Listed> {
    let mut names: BTreeMap<String, bool> =
        builtin::THEMES.iter().map(|theme| (theme.name.to_owned(), false)).collect();
    names.extend(own(tree).into_iter().map(|name| {
        let own = !is_copy(tree, &name);
        (name, own)
    }));
    names
        .into_iter()
        .map(|(name, own)| {
            let folder = files::folder(tree, &name);
            let file = folder.and_then(|folder| folder.file("theme.yaml", &mut Findings::new()));
            let settings = file.map(|file| settings::read(&file, &mut Findings::new())).unwrap_or_default();
            Listed { name, title: settings.title, about: settings.about, own }
        })
        .collect()
}

/// Names of the themes in the site's own folder, sorted.
pub fn own(tree: &dyn Tree) -> Vec<String> {
    let mut names: Vec<String> = tree
        .list(files::FOLDER)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|entry| {
            let (name, file) = entry.path.strip_prefix(files::FOLDER)?.strip_prefix('/')?.split_once('/')?;
            matches!(file, "article.css" | "theme.yaml").then(|| name.to_owned())
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Whether the site's theme of that name is a built-in one, file by file: so it is in the program's own repository.
pub fn is_copy(tree: &dyn Tree, name: &str) -> bool {
    let Some(theme) = builtin::find(name) else { return false };
    let entries = tree.list(&folder(name)).unwrap_or_default();
    entries.len() == theme.files.len()
        && theme.files.iter().all(|(file, text)| {
            let path = format!("{}/{file}", folder(name));
            tree.read(&path, files::MAX_BYTES).is_ok_and(|bytes| bytes == text.as_bytes())
        })
}

/// The folder of a theme of that name, from the root of a site.
pub fn folder(name: &str) -> String {
    format!("{}/{name}", files::FOLDER)
}

/// The files of a theme, for a new one that starts from it: name and text, sorted. `None`: there is no such theme.
pub fn copy(tree: &dyn Tree, from: &str) -> Option<Vec<(String, String)>> {
    let folder = files::folder(tree, from)?;
    let mut parts: Vec<&str> = vec!["article.css", "theme.yaml"];
    parts.extend(super::PARTS.map(super::Part::file));
    parts.sort_unstable();
    let read = |part: &str| {
        let file = folder.file(part, &mut Findings::new())?;
        Some((part.to_owned(), file.text().to_owned()))
    };
    Some(parts.into_iter().filter_map(read).collect())
}

impl Renderer<'_> {
    /// Everything that is wrong with a theme: settings, style sheet, parts, contrast in light and dark mode.
    pub fn check_theme(&self, name: &str) -> Findings {
        let theme = load(self.tree(), name, None);
        let mut findings = theme.findings.clone();
        if files::folder(self.tree(), name).is_some() {
            let whole = Place::file_only(&format!("{}/article.css", folder(name)));
            findings.extend(contrast::check(&theme, &whole));
        }
        findings.sort();
        findings
    }
}
