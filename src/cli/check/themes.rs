//! What `theme check` says of the site's own themes.

use super::is_under;
use crate::finding::Findings;
use crate::render::{Renderer, themes};
use crate::source::tree::Tree;

/// Checks the themes in the site's own folder: all of them, or those that `paths` touch. A copy of a built-in theme
/// has been checked when the program was made.
pub(super) fn check(tree: &dyn Tree, paths: &[String]) -> Findings {
    let mut findings = Findings::new();
    let touched = |name: &str| {
        let folder = themes::folder(name);
        paths.is_empty() || paths.iter().any(|path| is_under(&folder, path) || is_under(path, &folder))
    };
    let names: Vec<String> = themes::own(tree).into_iter().filter(|name| touched(name)).collect();
    if names.is_empty() {
        return findings;
    }
    let renderer = Renderer::new(tree, "ink");
    for name in names.iter().filter(|name| !themes::is_copy(tree, name)) {
        findings.extend(renderer.check_theme(name));
    }
    findings
}
