//! Uploaded bytes by digest: in memory, or as files in a folder beside the state file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::base::digest::Digest;
use crate::base::file::{self, FileError};

/// More than any upload that is accepted.
const LARGEST: u64 = 16 * 1_048_576;

/// Where uploaded bytes are kept.
#[derive(Debug, Default)]
pub(super) struct Blobs {
    folder: Option<PathBuf>,
    memory: BTreeMap<Digest, Vec<u8>>,
}

impl Blobs {
    /// Bytes in `folder`, or in memory.
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, memory: BTreeMap::new() }
    }

    /// Keeps `bytes`.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<Digest, FileError> {
        let digest = Digest::of(bytes);
        match &self.folder {
            Some(folder) => file::write_atomic(&folder.join(digest.hex()), bytes)?,
            None => {
                self.memory.entry(digest).or_insert_with(|| bytes.to_vec());
            }
        }
        Ok(digest)
    }

    /// The bytes of `digest`, if they are still there.
    pub(super) fn get(&self, digest: &Digest) -> Option<Vec<u8>> {
        match &self.folder {
            Some(folder) => file::read(&folder.join(digest.hex()), LARGEST).ok(),
            None => self.memory.get(digest).cloned(),
        }
    }
}
