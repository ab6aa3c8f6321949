//! What is kept beside a site between two builds, and the lock that keeps two builds of one target apart.
//!
//! Two files: the index answers "has anything changed?" alone, the records are read only when something has. Each is
//! bound to the program, to the target and, by digest, to the other; one that is damaged, foreign or of another version
//! is no cache at all.

use std::fs;
use std::path::{Path, PathBuf};

use super::record::{self, Digests, Record};
use crate::base::digest::Digest;
use crate::base::kept::{Marker, Sealed};
use crate::base::pack::{Pack, Unpacker, packed};
use crate::base::survey::{Stamp, Survey};
use crate::finding::saved::Saved;

/// What both files begin with; the number changes with their form.
const MAGIC: &[u8] = b"qianfa build cache 3\n";

/// Everything that says whether the build still stands.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// Program, language, and whatever else decides about a build.
    pub(super) basis: Digest,
    /// The folder that was built, absolute.
    pub(super) target: String,
    /// When the site was looked at, by the clock of its file system.
    pub(super) look: i64,
    /// Files that decide about what is listed.
    pub(super) ignores: Vec<(String, Option<Stamp>)>,
    /// The site's folders.
    pub(super) source: Survey,
    /// Files outside these folders that were read.
    pub(super) outside: Vec<(String, Option<Stamp>)>,
    /// Files that were read and belong to no article.
    pub(super) common: Vec<String>,
    /// The build.
    pub(super) built: Survey,
    /// The files at the top of the build, and their digests.
    pub(super) top: Digests,
    /// Articles and pictures of the build.
    pub(super) counts: (u64, u64),
    /// Accounts, and the remote of their ledgers, when articles link to others.
    pub(super) linked: Option<(Vec<String>, Option<String>)>,
    /// Digest of the addresses that they were given.
    pub(super) addresses: Digest,
    /// Everything there was to say.
    pub(super) findings: Vec<Saved>,
    /// Check sum of the records.
    pub(super) records: u64,
}

packed! {
    Kept {
        basis, target, look, ignores, source, outside, common, built, top, counts, linked, addresses, findings, records,
    }
}

/// Keeps the cache of one target. While it lives no other build of that target is at work.
#[derive(Debug)]
pub(super) struct Keeper {
    index: PathBuf,
    records: PathBuf,
    target: String,
    basis: Digest,
    marker: Marker,
}

impl Keeper {
    /// Waits for other builds of `target` and opens its cache in `folder`. `None` when nothing can be kept there.
    pub(super) fn open(folder: &Path, target: &Path, basis: Digest) -> Option<Self> {
        let target = target.to_str()?.to_owned();
        let name = format!("build-{}", Digest::of(&target).short());
        let marker = Marker::open(folder, &format!("{name}.lock"), true)?;
        let index = folder.join(format!("{name}.index"));
        let records = folder.join(format!("{name}.records"));
        Some(Self { index, records, target, basis, marker })
    }

    /// The instant of opening by the clock of the file system.
    pub(super) const fn look(&self) -> i64 {
        self.marker.look
    }

    /// What was kept of the last build, if it was of this target on this basis.
    pub(super) fn load(&self) -> Option<Kept> {
        let sealed = Sealed::read(&self.index, MAGIC)?;
        let mut from = Unpacker::new(sealed.body());
        let kept = Kept::unpack(&mut from).filter(|_| from.is_done())?;
        (kept.basis == self.basis && kept.target == self.target).then_some(kept)
    }

    /// The records that belong to `kept`.
    pub(super) fn records(&self, kept: &Kept) -> Option<Vec<Record>> {
        let sealed = Sealed::read(&self.records, MAGIC)?;
        (sealed.sum() == kept.records).then(|| record::unpack(sealed.body()))?
    }

    /// Forgets what was kept: from now on, until something is kept again, the target may be half of two builds.
    pub(super) fn forget(&self) {
        let _ = fs::remove_file(&self.index);
    }

    /// Puts records where the next run finds them, once something that names their check sum is kept.
    pub(super) fn put(&self, sealed: &Sealed) -> Option<u64> {
        sealed.write(&self.records).ok().map(|()| sealed.sum())
    }

    /// Keeps a build for the next run. What cannot be kept is forgotten: the next build then starts from nothing.
    pub(super) fn keep(&self, mut kept: Kept) {
        kept.basis = self.basis;
        kept.target.clone_from(&self.target);
        if Sealed::new(MAGIC, |out| kept.pack(out)).write(&self.index).is_err() {
            self.forget();
        }
    }
}

/// Packs records to be kept.
pub(super) fn seal(records: &[&Record]) -> Sealed {
    Sealed::new(MAGIC, |out| record::pack(records, out))
}
