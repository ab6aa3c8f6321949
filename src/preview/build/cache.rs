//! What is kept beside a site between two builds, and the lock that keeps two builds of one target apart.
//!
//! Two files: the index answers "has anything changed?" alone, the records are read only when something has. Each is
//! bound to the program, to the target and, by digest, to the other; one that is damaged, foreign or of another version
//! is no cache at all.

use std::fs::{self, File};
use std::hash::BuildHasher;
use std::io::Write;
use std::path::{Path, PathBuf};

use foldhash::quality::FixedState;

use super::record::{self, Digests, Record};
use crate::base::digest::Digest;
use crate::base::file;
use crate::base::pack::{Pack, Packer, Unpacker, packed};
use crate::base::survey::{Stamp, Survey};
use crate::finding::saved::Saved;

/// What both files begin with; the number changes with their form.
const MAGIC: &[u8] = b"qianfa build cache 3\n";
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
        let body = bytes.get(HEAD..)?;
        let mut from = Unpacker::new(body);
        let kept = Kept::unpack(&mut from).filter(|_| from.is_done())?;
        (kept.basis == self.basis && kept.target == self.target).then_some(kept)
    }

    /// The records that belong to `kept`.
    pub(super) fn records(&self, kept: &Kept) -> Option<Vec<Record>> {
        let bytes = read(&self.records)?;
        let (head, body) = bytes.split_at_checked(HEAD)?;
        (head.get(MAGIC.len()..)? == kept.records.to_le_bytes()).then(|| record::unpack(body))?
    }

    /// Forgets what was kept: from now on, until something is kept again, the target may be half of two builds.
    pub(super) fn forget(&self) {
        let _ = fs::remove_file(&self.index);
    }

    /// Puts records where the next run finds them, once something that names their check sum is kept.
    pub(super) fn put(&self, Sealed { bytes, sum }: Sealed) -> Option<u64> {
        file::write_atomic(&self.records, bytes).ok().map(|()| sum)
    }

    /// Keeps a build for the next run. What cannot be kept is forgotten: the next build then starts from nothing.
    pub(super) fn keep(&self, mut kept: Kept) {
        kept.basis = self.basis;
        kept.target.clone_from(&self.target);
        let sealed = sealed(|out| kept.pack(out));
        if file::write_atomic(&self.index, sealed.bytes).is_err() {
            self.forget();
        }
    }
}

/// A file as it is kept.
pub(super) struct Sealed {
    bytes: Vec<u8>,
    sum: u64,
}

/// Packs records to be kept.
pub(super) fn seal(records: &[&Record]) -> Sealed {
    sealed(|out| record::pack(records, out))
}

/// Bytes before what is kept.
const HEAD: usize = MAGIC.len() + size_of::<u64>();

/// A file of the cache around what `pack` packs, and the check sum of that.
fn sealed(pack: impl FnOnce(&mut Packer)) -> Sealed {
    let mut out = Packer { bytes: MAGIC.to_vec() };
    out.bytes.resize(HEAD, 0);
    pack(&mut out);
    let mut bytes = out.bytes;
    let sum = check_sum(bytes.get(HEAD..).unwrap_or_default());
    if let Some(place) = bytes.get_mut(MAGIC.len()..HEAD) {
        place.copy_from_slice(&sum.to_le_bytes());
    }
    Sealed { bytes, sum }
}

/// Tells a damaged file from a whole one. Nobody but this build of the program reads it, so it need not be a digest that
/// lasts; one took as long as reading the file.
fn check_sum(body: &[u8]) -> u64 {
    FixedState::with_seed(0).hash_one(body)
}

/// The bytes of a sealed file; `None` when it is missing, damaged or of another version.
fn read(path: &Path) -> Option<Vec<u8>> {
    let bytes = file::read(path, LIMIT).ok()?;
    let rest = bytes.strip_prefix(MAGIC)?;
    let (sum, body) = rest.split_at_checked(size_of::<u64>())?;
    (check_sum(body).to_le_bytes() == sum).then_some(bytes)
}
