//! What commands keep beside a site from one run to the next, and for which program.

use crate::base::digest::Digest;
use crate::base::survey::Stamp;

/// The folder in a site for what can be made again.
pub(super) const KEPT: &str = ".qianfa";

/// What tells this program from every other build of it.
pub(super) fn program() -> Digest {
    let stamp = std::env::current_exe().ok().and_then(|path| Stamp::of(&path.canonicalize().ok()?));
    Digest::of(format!("{} {stamp:?}", env!("CARGO_PKG_VERSION")))
}
