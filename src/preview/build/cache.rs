//! What is kept beside a site between two builds, and the lock that keeps two builds of one target apart.
//!
//! Two files: the index answers "has anything changed?" alone, the records are read only when something has. Each is
//! bound to the program, to the target and, by digest, to the other; one that is damaged, foreign or of another version
//! is no cache at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::record::{self, Digests, Record};
use crate::base::digest::Digest;
use crate::base::file;
use crate::base::pack::{Pack, Packer, Unpacker, packed};
use crate::base::survey::{Stamp, Survey};
use crate::finding::saved::Saved;

/// What both files begin with; the number changes with their form.
const MAGIC: &[u8] = b"qianfa build cache 2\n";
/// Largest file that is read back.
const LIMIT: u64 = 4 << 30;

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
    /// Digest of the records.
    pub(super) records: Digest,
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
    /// The present instant by the clock of the file system.
    pub(super) look: i64,
    _lock: File,
}

impl Keeper {
    /// Waits for other builds of `target` and opens its cache in `folder`. `None` when nothing can be kept there.
    pub(super) fn open(folder: &Path, target: &Path, basis: Digest) -> Option<Self> {
        if !folder.exists() {
            fs::create_dir_all(folder).ok()?;
            // What can be made again is nobody's to commit.
            fs::write(folder.join(".gitignore"), "*\n").ok()?;
        }
        let target = target.to_str()?.to_owned();
        let name = format!("build-{}", Digest::of(&target).short());
        let lock_path = folder.join(format!("{name}.lock"));
        let mut lock = File::options().create(true).write(true).truncate(false).open(&lock_path).ok()?;
        lock.lock().ok()?;
        // Writing tells what time it is here: a site may lie on a file system with a clock of its own.
        lock.set_len(0).ok()?;
        lock.write_all(b"qianfa\n").ok()?;
        let look = Stamp::of(&lock_path)?.modified;
        Some(Self {
            index: folder.join(format!("{name}.index")),
            records: folder.join(format!("{name}.records")),
            target,
            basis,
            look,
            _lock: lock,
        })
    }

    /// What was kept of the last build, if it was of this target on this basis.
    pub(super) fn load(&self) -> Option<Kept> {
        let bytes = read(&self.index)?;
        let body = bytes.get(MAGIC.len() + 32..)?;
        let mut from = Unpacker::new(body);
        let kept = Kept::unpack(&mut from).filter(|_| from.is_done())?;
        (kept.basis == self.basis && kept.target == self.target).then_some(kept)
    }

    /// The records that belong to `kept`.
    pub(super) fn records(&self, kept: &Kept) -> Option<Vec<Record>> {
        let bytes = read(&self.records)?;
        let (head, body) = bytes.split_at_checked(MAGIC.len() + 32)?;
        (head.get(MAGIC.len()..)? == kept.records.as_bytes()).then(|| record::unpack(body))?
    }

    /// Forgets what was kept: from now on, until something is kept again, the target may be half of two builds.
    pub(super) fn forget(&self) {
        let _ = fs::remove_file(&self.index);
    }

    /// Puts records where the next run finds them, once something that names their digest is kept.
    pub(super) fn put(&self, Sealed { bytes, digest }: Sealed) -> Option<Digest> {
        file::write_atomic(&self.records, bytes).ok().map(|()| digest)
    }

    /// Keeps a build for the next run. What cannot be kept is forgotten: the next build then starts from nothing.
    pub(super) fn keep(&self, mut kept: Kept) {
        kept.basis = self.basis;
        kept.target.clone_from(&self.target);
        let mut out = Packer::default();
        kept.pack(&mut out);
        if file::write_atomic(&self.index, sealed(&out.bytes).0).is_err() {
            self.forget();
        }
    }
}

/// Records as they are kept.
pub(super) struct Sealed {
    bytes: Vec<u8>,
    digest: Digest,
}

/// Packs records to be kept.
pub(super) fn seal(records: &[&Record]) -> Sealed {
    let (bytes, digest) = sealed(&record::pack(records));
    Sealed { bytes, digest }
}

/// A file of the cache around `body`, and the digest of that.
fn sealed(body: &[u8]) -> (Vec<u8>, Digest) {
    let digest = Digest::of(body);
    let mut bytes = Vec::with_capacity(MAGIC.len() + 32 + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(digest.as_bytes());
    bytes.extend_from_slice(body);
    (bytes, digest)
}

/// The bytes of a sealed file; `None` when it is missing, damaged or of another version.
fn read(path: &Path) -> Option<Vec<u8>> {
    let bytes = file::read(path, LIMIT).ok()?;
    let rest = bytes.strip_prefix(MAGIC)?;
    let (digest, body) = rest.split_at_checked(32)?;
    (Digest::of(body).as_bytes() == digest).then_some(bytes)
}
