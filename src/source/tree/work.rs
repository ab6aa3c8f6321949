//! The work tree: files on disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use git2::{Index, Repository};
use walkdir::{DirEntry, WalkDir};

use super::{Entry, EntryKind, Tree, TreeError, normalise};

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

    /// The path on disk, once no part of it is known to be a link: a commit cannot follow links, so neither do we.
    fn real(&self, path: &str) -> Result<PathBuf, TreeError> {
        let clean = normalise(path).ok_or_else(|| TreeError::Outside(path.to_owned()))?;
        let mut real = self.root.clone();
        for part in clean.split('/') {
            real.push(part);
            let metadata = fs::symlink_metadata(&real).map_err(|error| unreadable(path, &error))?;
            if metadata.is_symlink() {
                return Err(TreeError::Link(path.to_owned()));
            }
        }
        Ok(real)
    }

    /// Path from the root, with `/`.
    fn relative(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    }

    fn entry(&self, item: &DirEntry) -> Entry {
        let path = self.relative(item.path());
        let kind = match item.file_type() {
            kind if kind.is_symlink() => EntryKind::Link,
            kind if kind.is_file() => EntryKind::File,
            _ => EntryKind::Unreadable,
        };
        let metadata = item.metadata().ok();
        let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
        let stamp = modified
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
            .and_then(|time| u64::try_from(time.as_nanos()).ok());
        Entry { path, size: metadata.map_or(0, |metadata| metadata.len()), stamp, kind }
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> TreeError {
    if matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) {
        TreeError::Missing(path.to_owned())
    } else {
        TreeError::Unreadable { path: path.to_owned(), reason: error.to_string() }
    }
}

/// What the repository around the site ignores.
struct Ignored(Option<Around>);

struct Around {
    repository: Repository,
    workdir: PathBuf,
    index: Option<Index>,
}

impl Ignored {
    fn around(root: &Path) -> Self {
        let found = Repository::discover(root).ok().and_then(|repository| {
            let workdir = fs::canonicalize(repository.workdir()?).ok()?;
            let index = repository.index().ok();
            Some(Around { repository, workdir, index })
        });
        Self(found)
    }

    /// Whether the repository ignores `path`, which is a folder or not. What is tracked is a part of the commit, and so
    /// of the site, whatever the ignore files say; and asking the index first is much faster than asking them.
    fn has(&self, path: &Path, folder: bool) -> bool {
        let Some(Around { repository, workdir, index }) = &self.0 else { return false };
        let Ok(relative) = path.strip_prefix(workdir) else { return false };
        // A closing slash makes git see a folder without asking the disk.
        let asked = if folder { relative.join("") } else { relative.to_owned() };
        let tracked = index.as_ref().is_some_and(|index| {
            if folder { index.find_prefix(&asked).is_ok() } else { index.get_path(&asked, 0).is_some() }
        });
        !tracked && repository.is_path_ignored(asked).unwrap_or(false)
    }
}

impl Tree for WorkTree {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let folder = normalise(under).ok_or_else(|| TreeError::Outside(under.to_owned()))?;
        let start = self.root.join(&folder);
        match fs::symlink_metadata(&start) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(metadata) if metadata.is_symlink() => {
                return Ok(vec![Entry { path: folder, size: 0, stamp: None, kind: EntryKind::Link }]);
            }
            _ => return Ok(Vec::new()),
        }
        let ignored = Ignored::around(&self.root);
        let listed = |item: &DirEntry| {
            item.depth() == 0
                || !item.file_name().to_string_lossy().starts_with('.')
                    && !ignored.has(item.path(), item.file_type().is_dir())
        };
        let mut entries = Vec::new();
        for item in WalkDir::new(&start).into_iter().filter_entry(listed) {
            match item {
                Ok(item) if item.file_type().is_dir() => {}
                Ok(item) => entries.push(self.entry(&item)),
                // One closed folder does not hide the others.
                Err(error) => {
                    let path = self.relative(error.path().unwrap_or(&start));
                    entries.push(Entry { path, size: 0, stamp: None, kind: EntryKind::Unreadable });
                }
            }
        }
        entries.sort();
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let real = self.real(path)?;
        // Before opening: a pipe would wait for its writer.
        let metadata = fs::symlink_metadata(&real).map_err(|error| unreadable(path, &error))?;
        if !metadata.is_file() {
            return Err(TreeError::Unreadable { path: path.to_owned(), reason: "not a file".to_owned() });
        }
        if metadata.len() > limit {
            return Err(TreeError::TooLarge { path: path.to_owned(), limit });
        }
        let file = fs::File::open(&real).map_err(|error| unreadable(path, &error))?;
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
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
    fn links_are_listed_and_refused_and_hidden_files_unlisted() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret"), "x").unwrap();
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        fs::write(dir.path().join("content/甲.md"), "正文").unwrap();
        fs::write(dir.path().join("content/.hidden"), "x").unwrap();
        std::os::unix::fs::symlink(outside.path(), dir.path().join("content/folder")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret"), dir.path().join("content/link")).unwrap();
        let tree = WorkTree::new(dir.path()).unwrap();
        let names: Vec<_> =
            tree.list("").unwrap().into_iter().map(|entry| (entry.path, entry.kind)).collect();
        let name = |path: &str, kind| (path.to_owned(), kind);
        assert_eq!(
            names,
            [
                name("content/folder", EntryKind::Link),
                name("content/link", EntryKind::Link),
                name("content/甲.md", EntryKind::File)
            ]
        );
        assert!(matches!(tree.read("content/link", 10), Err(TreeError::Link(_))));
        assert!(matches!(tree.read("content/folder/secret", 10), Err(TreeError::Link(_))));
        assert!(matches!(tree.read("content/甲.md", 3), Err(TreeError::TooLarge { .. })));
        assert!(matches!(tree.read("../x", 3), Err(TreeError::Outside(_))));
        assert!(matches!(tree.read("content", 3), Err(TreeError::Unreadable { .. })));
        assert!(
            tree.contains("content/甲.md")
                && !tree.contains("content/乙.md")
                && !tree.contains("content/link")
        );
    }

    #[test]
    fn what_the_repository_ignores_is_left_out() {
        let dir = tempfile::tempdir().unwrap();
        let repository = Repository::init(dir.path()).unwrap();
        let site = dir.path().join("site");
        for folder in ["content/a", "content/node_modules/x", "target"] {
            fs::create_dir_all(site.join(folder)).unwrap();
        }
        fs::write(dir.path().join(".gitignore"), "target/\nnode_modules/\n*.psd\n").unwrap();
        for file in ["content/a/index.md", "content/a/cover.psd", "content/node_modules/x/y.md", "target/z"] {
            fs::write(site.join(file), "x").unwrap();
        }
        let listed = WorkTree::new(&site).unwrap().list("").unwrap();
        assert_eq!(listed.into_iter().map(|entry| entry.path).collect::<Vec<_>>(), ["content/a/index.md"]);
        // What was added in spite of the ignore file belongs to the commit, and so to the site.
        let mut index = repository.index().unwrap();
        index.add_path(Path::new("site/content/a/cover.psd")).unwrap();
        index.write().unwrap();
        let listed = WorkTree::new(&site).unwrap().list("content").unwrap();
        let listed: Vec<_> = listed.into_iter().map(|entry| entry.path).collect();
        assert_eq!(listed, ["content/a/cover.psd", "content/a/index.md"]);
    }
}
