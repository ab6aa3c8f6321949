//! The work tree: files on disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use walkdir::WalkDir;

use super::{Entry, Tree, TreeError, normalise};

/// The files under a folder.
#[derive(Debug)]
pub struct WorkTree {
    root: PathBuf,
}

impl WorkTree {
    /// The tree whose root is the folder `root`.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn new(root: impl AsRef<Path>) -> Result<Self, TreeError> {
        let root = root.as_ref();
        let canonical =
            fs::canonicalize(root).map_err(|error| unreadable(&root.display().to_string(), &error))?;
        Ok(Self { root: canonical })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The real path of a file, once every link on the way is known to stay inside.
    fn real(&self, path: &str) -> Result<PathBuf, TreeError> {
        let clean = normalise(path).ok_or_else(|| TreeError::Outside(path.to_owned()))?;
        let real = fs::canonicalize(self.root.join(clean)).map_err(|error| unreadable(path, &error))?;
        if real.starts_with(&self.root) { Ok(real) } else { Err(TreeError::Outside(path.to_owned())) }
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> TreeError {
    if error.kind() == std::io::ErrorKind::NotFound {
        TreeError::Missing(path.to_owned())
    } else {
        TreeError::Unreadable { path: path.to_owned(), reason: error.to_string() }
    }
}

impl Tree for WorkTree {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let folder = normalise(under).ok_or_else(|| TreeError::Outside(under.to_owned()))?;
        let start = self.root.join(&folder);
        if !start.is_dir() {
            return Ok(Vec::new());
        }
        let mut entries = Vec::new();
        let visible = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
        let walk = WalkDir::new(&start).into_iter();
        for item in walk.filter_entry(|item| item.depth() == 0 || visible(item.file_name())) {
            let item = item.map_err(|error| TreeError::Unreadable {
                path: error.path().unwrap_or(&start).display().to_string(),
                reason: error.to_string(),
            })?;
            if item.file_type().is_dir() {
                continue;
            }
            let relative = item.path().strip_prefix(&self.root).unwrap_or(item.path());
            let path = relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            let metadata = item
                .metadata()
                .map_err(|error| TreeError::Unreadable { path: path.clone(), reason: error.to_string() })?;
            let stamp = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            entries.push(Entry {
                path,
                size: metadata.len(),
                stamp: stamp.and_then(|time| u64::try_from(time.as_nanos()).ok()),
            });
        }
        entries.sort();
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let real = self.real(path)?;
        let file = fs::File::open(&real).map_err(|error| unreadable(path, &error))?;
        let metadata = file.metadata().map_err(|error| unreadable(path, &error))?;
        if !metadata.is_file() {
            return Err(TreeError::Unreadable { path: path.to_owned(), reason: "not a file".to_owned() });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(limit)).unwrap_or(0));
        file.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable(path, &error))?;
        if bytes.len() as u64 > limit {
            return Err(TreeError::TooLarge { path: path.to_owned(), limit });
        }
        Ok(bytes)
    }

    fn contains(&self, path: &str) -> bool {
        self.real(path).is_ok_and(|real| real.is_file())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_site_are_refused_and_hidden_files_unlisted() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret"), "x").unwrap();
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        fs::write(dir.path().join("content/甲.md"), "正文").unwrap();
        fs::write(dir.path().join("content/.hidden"), "x").unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret"), dir.path().join("content/link")).unwrap();
        let tree = WorkTree::new(dir.path()).unwrap();
        let names: Vec<_> = tree.list("").unwrap().into_iter().map(|entry| entry.path).collect();
        assert_eq!(names, ["content/link", "content/甲.md"]);
        assert!(matches!(tree.read("content/link", 10), Err(TreeError::Outside(_))));
        assert!(matches!(tree.read("content/甲.md", 3), Err(TreeError::TooLarge { .. })));
        assert!(matches!(tree.read("../x", 3), Err(TreeError::Outside(_))));
        assert!(tree.contains("content/甲.md") && !tree.contains("content/乙.md"));
    }
}
