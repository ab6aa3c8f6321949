//! What commands keep beside a site from one run to the next, and for which program.

use std::path::PathBuf;

use crate::base::digest::Digest;
use crate::base::survey::Stamp;
use crate::source::tree::WorkTree;

/// The folder in a site for what can be made again.
const KEPT: &str = ".qianfa";

/// Where a command may keep something beside the site `tree`. Not in a folder that came with the repository: whoever wrote
/// that could answer for the program.
pub(super) fn folder(tree: &WorkTree) -> Option<PathBuf> {
    (!tree.holds(KEPT)).then(|| tree.root().join(KEPT))
}

/// What tells this program from every other build of it.
pub(super) fn program() -> Digest {
    let stamp = std::env::current_exe().ok().and_then(|path| Stamp::of(&path.canonicalize().ok()?));
    Digest::of(format!("{} {stamp:?}", env!("CARGO_PKG_VERSION")))
}
