//! File access whose errors name the path. The rest of the program reads and writes files through these functions.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::message::{Explain, Message, file as text};

/// A file operation failed.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The operating system refused.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried: `read`, `write`, `create`, …
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The file is larger than its reader accepts.
    #[error("{} is larger than {limit} bytes", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
}

impl FileError {
    /// Whether the file simply is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }

    fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_owned(), source }
    }
}

impl Explain for FileError {
    fn message(&self) -> Message {
        match self {
            Self::Io { action: "read", path, source } => text::cannot_read(path.display(), source),
            Self::Io { path, source, .. } => text::cannot_write(path.display(), source),
            Self::TooLarge { path, limit } => text::too_large(path.display(), limit),
        }
    }
}

/// Reads a whole file of at most `limit` bytes.
///
/// # Errors
/// When the file cannot be read or is larger than `limit`.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    let file = fs::File::open(path).map_err(FileError::io("read", path))?;
    let size = file.metadata().map_or(0, |metadata| metadata.len().min(limit));
    // One more, to see that it ends there.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(FileError::io("read", path))?;
    if bytes.len() as u64 > limit {
        return Err(FileError::TooLarge { path: path.to_owned(), limit });
    }
    Ok(bytes)
}

/// Creates a folder and its parents.
///
/// # Errors
/// When the system refuses.
pub fn create_dir(path: &Path) -> Result<(), FileError> {
    fs::create_dir_all(path).map_err(FileError::io("create", path))
}

/// Writes a file whole or not at all: into a temporary file beside it, then renamed.
///
/// # Errors
/// When the folder cannot be created or the file cannot be written.
pub fn write_atomic(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), FileError> {
    let mut draft = Draft::create(path)?;
    draft.write(bytes.as_ref())?;
    draft.finish()
}

/// A file that is being written; until it is finished, what stood in its place stands there.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    file: tempfile::NamedTempFile,
}

impl Draft {
    /// Begins the file `path`.
    ///
    /// # Errors
    /// When its folder cannot be created, or no file in it.
    pub fn create(path: &Path) -> Result<Self, FileError> {
        let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        create_dir(dir)?;
        let file = tempfile::NamedTempFile::new_in(dir).map_err(FileError::io("write", path))?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// Writes more.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.file.write_all(bytes).map_err(FileError::io("write", &self.path))
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn finish(self) -> Result<(), FileError> {
        let Self { path, file } = self;
        let finish = || -> io::Result<()> {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
            }
            file.persist(&path).map_err(|error| error.error)?;
            Ok(())
        };
        finish().map_err(FileError::io("write", &path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_path_and_large_files_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("深/甲.md");
        assert!(read(&path, 10).unwrap_err().is_missing());
        write_atomic(&path, "一二三").unwrap();
        assert_eq!(read(&path, 9).unwrap(), "一二三".as_bytes());
        assert!(matches!(read(&path, 8), Err(FileError::TooLarge { .. })));
    }
}
