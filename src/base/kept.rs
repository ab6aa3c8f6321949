//! Files that can be made again, kept beside a site from one run to the next: their folder, their seal.
//!
//! A sealed file begins with a line that says what it is and a check sum. One that is damaged, foreign or of another
//! version is none. What stands in it is its keeper's to say; nothing here knows it.

use std::fs::{self, File};
use std::hash::BuildHasher;
use std::io::Write;
use std::ops::Range;
use std::path::Path;

use foldhash::quality::FixedState;

use super::file::{self, Draft, FileError};
use super::pack::Packer;
use super::survey::Stamp;

/// Bytes that a check sum takes in at a time.
const BLOCK: usize = 1 << 16;
/// Largest file that is read back.
const LIMIT: u64 = 4 << 30;

/// A file in the folder of what is kept that one run at a time may hold.
#[derive(Debug)]
pub struct Marker {
    file: File,
    /// The instant of opening, in nanoseconds since 1970, by the clock of the file system: a site may lie on one with a
    /// clock of its own. What is read afterwards has the stamps of [`Stamp::is_racy`] that this instant says.
    pub look: i64,
}

impl Marker {
    /// Opens the marker `name` in `folder`, which is made when it is not there. `wait`: for other runs that hold it.
    /// `None` when nothing can be kept there.
    pub fn open(folder: &Path, name: &str, wait: bool) -> Option<Self> {
        if !folder.exists() {
            fs::create_dir_all(folder).ok()?;
            // What can be made again is nobody's to commit.
            fs::write(folder.join(".gitignore"), "*\n").ok()?;
        }
        // A link would lead elsewhere, out of the site.
        if !fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir()) {
            return None;
        }
        let path = folder.join(name);
        let file = File::options().create(true).write(true).truncate(false).open(&path).ok()?;
        let mut marker = Self { file, look: 0 };
        if wait {
            marker.file.lock().ok()?;
        }
        // Writing tells what time it is there.
        marker.file.set_len(0).ok()?;
        marker.file.write_all(b"qianfa\n").ok()?;
        marker.look = Stamp::of(&path)?.modified;
        Some(marker)
    }
}

/// A sealed file.
#[derive(Debug)]
pub struct Sealed {
    bytes: Vec<u8>,
    body: Range<usize>,
    sum: u64,
}

impl Sealed {
    /// Seals what `pack` packs. `magic` says what it is, and in which form.
    pub fn new(magic: &[u8], pack: impl FnOnce(&mut Packer)) -> Self {
        let mut out = Packer { bytes: magic.to_vec() };
        pack(&mut out);
        let mut bytes = out.bytes;
        let body = magic.len()..bytes.len();
        let mut seal = Seal::default();
        bytes.get(body.clone()).unwrap_or_default().chunks(BLOCK).for_each(|block| seal.add(block));
        bytes.extend_from_slice(&seal.sum.to_le_bytes());
        Self { bytes, body, sum: seal.sum }
    }

    /// The file `path`, if it was sealed as `magic`.
    pub fn read(path: &Path, magic: &[u8]) -> Option<Self> {
        let bytes = file::read(path, LIMIT).ok()?;
        let (body, sum) = bytes.strip_prefix(magic)?.split_last_chunk()?;
        let mut seal = Seal::default();
        body.chunks(BLOCK).for_each(|block| seal.add(block));
        let body = magic.len()..magic.len() + body.len();
        (seal.sum.to_le_bytes() == *sum).then_some(Self { bytes, body, sum: seal.sum })
    }

    /// What was packed.
    pub fn body(&self) -> &[u8] {
        self.bytes.get(self.body.clone()).unwrap_or_default()
    }

    /// Its check sum.
    pub const fn sum(&self) -> u64 {
        self.sum
    }

    /// Writes it to `path`, whole or not at all.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, path: &Path) -> Result<(), FileError> {
        file::write_atomic(path, &self.bytes)
    }
}

/// A sealed file that is being written, of pieces that never stand in memory together.
#[derive(Debug)]
pub struct Sealer {
    draft: Draft,
    seal: Seal,
    block: Vec<u8>,
}

impl Sealer {
    /// Begins the file `path`; what stands there stands until the end.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn create(path: &Path, magic: &[u8]) -> Result<Self, FileError> {
        let mut draft = Draft::create(path)?;
        draft.write(magic)?;
        Ok(Self { draft, seal: Seal::default(), block: Vec::with_capacity(BLOCK) })
    }

    /// Writes a piece.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn push(&mut self, mut piece: &[u8]) -> Result<(), FileError> {
        while !piece.is_empty() {
            let room = BLOCK - self.block.len();
            let (now, later) = piece.split_at(piece.len().min(room));
            self.block.extend_from_slice(now);
            piece = later;
            if self.block.len() == BLOCK {
                self.flush()?;
            }
        }
        Ok(())
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn finish(mut self) -> Result<(), FileError> {
        if !self.block.is_empty() {
            self.flush()?;
        }
        self.draft.write(&self.seal.sum.to_le_bytes())?;
        self.draft.finish()
    }

    fn flush(&mut self) -> Result<(), FileError> {
        self.seal.add(&self.block);
        self.draft.write(&self.block)?;
        self.block.clear();
        Ok(())
    }
}

/// Tells a damaged file from a whole one. Nobody but this build of the program reads it, so it need not be a digest that
/// lasts; one took as long as reading the file.
#[derive(Debug, Default)]
struct Seal {
    sum: u64,
}

impl Seal {
    /// Adds a block: [`BLOCK`] bytes, the last one fewer.
    fn add(&mut self, block: &[u8]) {
        self.sum = FixedState::with_seed(self.sum).hash_one(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::pack::Unpacker;

    #[test]
    fn only_a_whole_file_of_its_kind_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("kept");
        assert!(Marker::open(&folder, "a.lock", true).unwrap().look > 0);
        assert_eq!(fs::read_to_string(folder.join(".gitignore")).unwrap(), "*\n");
        let path = folder.join("a");
        let sealed = Sealed::new(b"kind 1\n", |out| out.bytes("甲乙".as_bytes()));
        sealed.write(&path).unwrap();
        let read = Sealed::read(&path, b"kind 1\n").unwrap();
        assert_eq!(Unpacker::new(read.body()).text(), Some("甲乙"));
        assert_eq!(read.sum(), sealed.sum());
        assert!(Sealed::read(&path, b"kind 2\n").is_none());
        let pieces: Vec<Vec<u8>> = (0..5).map(|piece| vec![piece; 40_000]).collect();
        let mut sealer = Sealer::create(&folder.join("b"), b"kind 3\n").unwrap();
        pieces.iter().for_each(|piece| sealer.push(piece).unwrap());
        sealer.finish().unwrap();
        let streamed = Sealed::read(&folder.join("b"), b"kind 3\n").unwrap();
        assert_eq!(streamed.body(), pieces.concat());
        assert_eq!(streamed.sum(), Sealed::new(b"kind 3\n", |out| out.bytes.extend(pieces.concat())).sum());
        let mut bytes = fs::read(&path).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(&path, bytes).unwrap();
        assert!(Sealed::read(&path, b"kind 1\n").is_none());
        fs::write(&path, b"kind 1\nabc").unwrap();
        assert!(Sealed::read(&path, b"kind 1\n").is_none());
    }
}
