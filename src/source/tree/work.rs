//! The work tree: files on disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use git2::{Index, Repository};
use jiff::Timestamp;

use super::surveyed::entries;
use super::{Entry, EntryKind, Tree, TreeError, history, normalise};
use crate::base::survey::{Stamp, Survey};

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

    /// Opens a file as [`WorkTree::real`] finds it, with one question to the system instead of one for each part of the
    /// path; `None` when it cannot be had so, for whatever reason.
    #[cfg(target_os = "linux")]
    fn open_at_once(&self, path: &str) -> Option<fs::File> {
        use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat2};
        let real = self.root.join(normalise(path)?);
        // A pipe would wait for its writer otherwise.
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        openat2(CWD, real, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS).ok().map(fs::File::from)
    }

    #[cfg(not(target_os = "linux"))]
    fn open_at_once(&self, _: &str) -> Option<fs::File> {
        None
    }

    /// Whether the repository around the site holds `path`, or files below it: it came with the site then, from whoever
    /// wrote that, and was not made here.
    pub fn holds(&self, path: &str) -> bool {
        let Ok(repository) = Repository::discover(&self.root) else { return false };
        let Some(workdir) = repository.workdir().and_then(|workdir| fs::canonicalize(workdir).ok()) else {
            return false;
        };
        let full = self.root.join(path);
        let (Ok(relative), Ok(index)) = (full.strip_prefix(workdir), repository.index()) else {
            return false;
        };
        let wanted = relative.as_os_str().as_encoded_bytes();
        // Some file systems take `.A` for `.a`.
        index.iter().any(|entry| {
            entry.path.split_at_checked(wanted.len()).is_some_and(|(begin, rest)| {
                begin.eq_ignore_ascii_case(wanted) && matches!(rest.first(), None | Some(b'/'))
            })
        })
    }

    /// A look at everything that [`Tree::list`] gives under the folders `starts`.
    pub fn survey(&self, starts: &[&str]) -> Survey {
        let ignored = Ignored::around(&self.root);
        Survey::take(&self.root, starts, &|path, folder| self.listed(&ignored, path, folder))
    }

    /// A second look, which lists only folders that changed since `earlier`, a look of the instant `look`. `None` when
    /// a `.gitignore` among them changed, so that only a new survey tells the truth.
    pub fn survey_again(&self, earlier: &Survey, starts: &[&str], look: i64) -> Option<Survey> {
        let ignored = Ignored::around(&self.root);
        earlier.again(&self.root, starts, look, &|path, folder| self.listed(&ignored, path, folder))
    }

    /// What decides, outside the site's folders, about what is listed: the repository's index and ignore files.
    pub fn ignore_stamps(&self) -> Vec<(String, Option<Stamp>)> {
        let Some(around) = Ignored::around(&self.root).0 else { return Vec::new() };
        let repository = around.repository();
        let git = repository.path();
        let mut files =
            vec![git.join("index"), git.join("config"), repository.commondir().join("info/exclude")];
        let above = self.root.ancestors().take_while(|folder| folder.starts_with(&around.workdir));
        files.extend(above.map(|folder| folder.join(".gitignore")));
        files.extend(repository.config().ok().and_then(|config| config.get_path("core.excludesfile").ok()));
        files.extend(git2::Config::find_xdg().ok().map(|config| config.with_file_name("ignore")));
        files.into_iter().map(|file| (file.to_string_lossy().into_owned(), Stamp::of(&file))).collect()
    }

    /// Hidden files and what the repository ignores are left out.
    fn listed(&self, ignored: &Ignored, path: &str, folder: bool) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        !name.starts_with('.') && !ignored.has(&self.root, path, folder)
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
    repository: Mutex<Repository>,
    workdir: PathBuf,
    /// Paths in the index, sorted; read when the first is asked for.
    tracked: OnceLock<Vec<Vec<u8>>>,
}

impl Ignored {
    fn around(root: &Path) -> Self {
        let found = Repository::discover(root).ok().and_then(|repository| {
            let workdir = fs::canonicalize(repository.workdir()?).ok()?;
            Some(Around { repository: Mutex::new(repository), workdir, tracked: OnceLock::new() })
        });
        Self(found)
    }

    /// Whether the repository ignores `path`, which is a folder or not. What is tracked is a part of the commit, and so
    /// of the site, whatever the ignore files say; and asking the index first is much faster than asking them.
    fn has(&self, root: &Path, path: &str, folder: bool) -> bool {
        let Some(around) = &self.0 else { return false };
        let full = root.join(path);
        let Ok(relative) = full.strip_prefix(&around.workdir) else { return false };
        // A closing slash makes git see a folder without asking the disk.
        let asked = if folder { relative.join("") } else { relative.to_owned() };
        !around.tracks(&asked.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"), folder)
            && around.repository().is_path_ignored(asked).unwrap_or(false)
    }
}

impl Around {
    fn repository(&self) -> MutexGuard<'_, Repository> {
        self.repository.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the index has the file `path`, or files in the folder `path`, which ends with a slash.
    fn tracks(&self, path: &str, folder: bool) -> bool {
        let tracked = self.tracked.get_or_init(|| {
            let index = self.repository().index().ok();
            let mut paths: Vec<_> = index.iter().flat_map(Index::iter).map(|entry| entry.path).collect();
            paths.sort_unstable();
            paths
        });
        let at = tracked.partition_point(|known| known.as_slice() < path.as_bytes());
        let found = tracked.get(at);
        found.is_some_and(
            |found| if folder { found.starts_with(path.as_bytes()) } else { found == path.as_bytes() },
        )
    }
}

impl Tree for WorkTree {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let folder = normalise(under).ok_or_else(|| TreeError::Outside(under.to_owned()))?;
        match fs::symlink_metadata(self.root.join(&folder)) {
            Ok(metadata) if metadata.is_dir() => Ok(entries(&self.survey(&[&folder]), &folder)),
            Ok(metadata) if metadata.is_symlink() => {
                Ok(vec![Entry { path: folder, size: 0, stamp: None, kind: EntryKind::Link }])
            }
            _ => Ok(Vec::new()),
        }
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let no_file = || TreeError::Unreadable { path: path.to_owned(), reason: "not a file".to_owned() };
        let file = match self.open_at_once(path) {
            Some(file) => file,
            None => {
                let real = self.real(path)?;
                // Before opening: a pipe would wait for its writer.
                let metadata = fs::symlink_metadata(&real).map_err(|error| unreadable(path, &error))?;
                if !metadata.is_file() {
                    return Err(no_file());
                }
                fs::File::open(&real).map_err(|error| unreadable(path, &error))?
            }
        };
        let metadata = file.metadata().map_err(|error| unreadable(path, &error))?;
        if !metadata.is_file() {
            return Err(no_file());
        }
        if metadata.len() > limit {
            return Err(TreeError::TooLarge { path: path.to_owned(), limit });
        }
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

    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        let repository = Repository::discover(&self.root).ok()?;
        let workdir = fs::canonicalize(repository.workdir()?).ok()?;
        let full = self.root.join(normalise(path)?);
        let head = repository.head().ok()?.peel_to_commit().ok()?.id();
        history::as_of(&repository, head, full.strip_prefix(workdir).ok()?, instant, limit)
    }

    fn stamp(&self, path: &str) -> Option<Option<Stamp>> {
        Some(normalise(path).and_then(|path| Stamp::of(&self.root.join(path))))
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
        assert_eq!(tree.read("content/甲.md", 6).unwrap(), "正文".as_bytes());
        assert!(matches!(tree.read("content/乙.md", 3), Err(TreeError::Missing(_))));
        let pipe = dir.path().join("content/pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success());
        assert!(made && matches!(tree.read("content/pipe", 3), Err(TreeError::Unreadable { .. })));
        assert!(
            tree.contains("content/甲.md")
                && !tree.contains("content/乙.md")
                && !tree.contains("content/link")
        );
    }

    #[test]
    fn a_file_is_known_as_it_stood_at_an_instant() {
        let dir = tempfile::tempdir().unwrap();
        let repository = Repository::init(dir.path()).unwrap();
        let site = dir.path().join("site");
        fs::create_dir_all(&site).unwrap();
        let mut last = None;
        for (second, text) in [(1000, "一"), (2000, "二")] {
            fs::write(site.join("a.yaml"), text).unwrap();
            let mut index = repository.index().unwrap();
            index.add_path(Path::new("site/a.yaml")).unwrap();
            let tree = repository.find_tree(index.write_tree().unwrap()).unwrap();
            let who = git2::Signature::new("a", "a@example.org", &git2::Time::new(second, 0)).unwrap();
            let parents: Vec<git2::Commit<'_>> = last.into_iter().collect();
            let parents: Vec<&git2::Commit<'_>> = parents.iter().collect();
            let commit = repository.commit(Some("HEAD"), &who, &who, text, &tree, &parents).unwrap();
            last = Some(repository.find_commit(commit).unwrap());
        }
        fs::write(site.join("a.yaml"), "三").unwrap();
        let work = WorkTree::new(&site).unwrap();
        let commit = super::super::CommitTree::open(dir.path(), "HEAD", "site").unwrap();
        for tree in [&work as &dyn Tree, &commit] {
            let at = |second| {
                let bytes = tree.as_of("a.yaml", Timestamp::from_second(second).unwrap(), 99);
                bytes.map(|bytes| String::from_utf8(bytes).unwrap())
            };
            assert_eq!(at(999), None);
            assert_eq!(at(1000).as_deref(), Some("一"));
            assert_eq!(at(1999).as_deref(), Some("一"));
            assert_eq!(at(5000).as_deref(), Some("二"));
            assert_eq!(tree.as_of("b.yaml", Timestamp::from_second(5000).unwrap(), 99), None);
            assert_eq!(tree.as_of("../a.yaml", Timestamp::from_second(5000).unwrap(), 99), None);
        }
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
        let tree = WorkTree::new(&site).unwrap();
        assert!(!tree.holds("content/a/cover.psd") && !tree.holds("content"));
        // What was added in spite of the ignore file belongs to the commit, and so to the site.
        let mut index = repository.index().unwrap();
        index.add_path(Path::new("site/content/a/cover.psd")).unwrap();
        index.write().unwrap();
        let listed = WorkTree::new(&site).unwrap().list("content").unwrap();
        let listed: Vec<_> = listed.into_iter().map(|entry| entry.path).collect();
        assert_eq!(listed, ["content/a/cover.psd", "content/a/index.md"]);
        assert!(tree.holds("content") && tree.holds("Content/a") && !tree.holds("cont"));
    }
}
