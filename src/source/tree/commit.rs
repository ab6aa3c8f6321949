//! A git commit: the same files as they were committed, read without a checkout.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use git2::{ObjectType, Oid, Repository, TreeWalkMode, TreeWalkResult};

use jiff::Timestamp;

use super::{Entry, EntryKind, Tree, TreeError, history, normalise, within};

/// The files of a commit under the site's folder.
pub struct CommitTree {
    repository: Mutex<Repository>,
    commit: Oid,
    prefix: String,
    files: BTreeMap<String, File>,
}

struct File {
    blob: Oid,
    size: u64,
    link: bool,
}

impl CommitTree {
    /// The tree of the commit that `revision` names, for the site whose folder is `prefix` inside the repository
    /// (`""` when the site is the repository).
    ///
    /// # Errors
    /// When the repository, the revision or the folder cannot be read.
    pub fn open(repository: &Path, revision: &str, prefix: &str) -> Result<Self, TreeError> {
        let repository = Repository::open(repository).map_err(|error| failed(revision, &error))?;
        let (commit, files) =
            index(&repository, revision, prefix).map_err(|error| failed(revision, &error))?;
        Ok(Self { repository: Mutex::new(repository), commit, prefix: prefix.to_owned(), files })
    }

    fn is_link(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|file| file.link)
    }

    /// The commit's id, 40 hex digits.
    pub fn commit(&self) -> String {
        self.commit.to_string()
    }
}

fn index(
    repository: &Repository,
    revision: &str,
    prefix: &str,
) -> Result<(Oid, BTreeMap<String, File>), git2::Error> {
    let commit = repository.revparse_single(revision)?.peel_to_commit()?;
    let mut tree = commit.tree()?;
    if !prefix.is_empty() {
        tree = tree.get_path(Path::new(prefix))?.to_object(repository)?.peel_to_tree()?;
    }
    let odb = repository.odb()?;
    let mut files = BTreeMap::new();
    tree.walk(TreeWalkMode::PreOrder, |folder, entry| {
        let name = String::from_utf8_lossy(entry.name_bytes());
        if name.starts_with('.') {
            return TreeWalkResult::Skip;
        }
        if entry.kind() == Some(ObjectType::Blob) {
            let size = odb.read_header(entry.id()).map_or(0, |(size, _)| size as u64);
            let link = entry.filemode() == 0o120_000;
            files.insert(format!("{folder}{name}"), File { blob: entry.id(), size, link });
        }
        TreeWalkResult::Ok
    })?;
    Ok((commit.id(), files))
}

fn failed(path: &str, error: &git2::Error) -> TreeError {
    TreeError::Unreadable { path: path.to_owned(), reason: error.message().to_owned() }
}

impl Tree for CommitTree {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let folder = normalise(under).ok_or_else(|| TreeError::Outside(under.to_owned()))?;
        let entry = |(path, file): (&String, &File)| {
            let stamp = file.blob.as_bytes().first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
            let kind = if file.link { EntryKind::Link } else { EntryKind::File };
            Entry { path: path.clone(), size: file.size, stamp, kind }
        };
        Ok(self.files.iter().filter(|(path, _)| within(path, &folder)).map(entry).collect())
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, TreeError> {
        let clean = normalise(path).ok_or_else(|| TreeError::Outside(path.to_owned()))?;
        let below_link =
            || clean.match_indices('/').any(|(at, _)| self.is_link(clean.get(..at).unwrap_or("")));
        let Some(file) = self.files.get(&clean) else {
            let path = path.to_owned();
            return Err(if below_link() { TreeError::Link(path) } else { TreeError::Missing(path) });
        };
        if file.link {
            return Err(TreeError::Link(path.to_owned()));
        }
        if file.size > limit {
            return Err(TreeError::TooLarge { path: path.to_owned(), limit });
        }
        let repository = self.repository.lock().unwrap_or_else(PoisonError::into_inner);
        let blob = repository.find_blob(file.blob).map_err(|error| failed(path, &error))?;
        Ok(blob.content().to_vec())
    }

    fn contains(&self, path: &str) -> bool {
        normalise(path).is_some_and(|path| self.files.get(&path).is_some_and(|file| !file.link))
    }

    fn as_of(&self, path: &str, instant: Timestamp, limit: u64) -> Option<Vec<u8>> {
        let path = Path::new(&self.prefix).join(normalise(path)?);
        let repository = self.repository.lock().unwrap_or_else(PoisonError::into_inner);
        history::as_of(&repository, self.commit, &path, instant, limit)
    }
}
