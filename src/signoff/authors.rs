//! Authors: whose hands were on the files of a payload, from the history of the site's repository. Authors never count
//! as signers, so this errs towards naming too many: committers and co-authors are authors, and renames are followed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use git2::{Commit, Delta, DiffFindOptions, DiffOptions, Oid, Repository, Status};

use super::policy::Policy;
use crate::base::message::{Explain, Message, signoff as text};

/// The address under which GitHub itself commits merges; the author of such a commit is somebody else.
const WEB_FLOW: &str = "noreply@github.com";

/// Whose hands were on some files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authors {
    /// People of the policy.
    pub people: BTreeSet<String>,
    /// Addresses that belong to nobody in the policy.
    pub unknown: BTreeSet<String>,
    /// The history is cut off: there may be more.
    pub shallow: bool,
}

/// Who touched which file, ever. Read once, asked for every edition.
#[derive(Debug, Default)]
pub struct History {
    /// Addresses by path from the root of the site.
    touched: HashMap<String, BTreeSet<String>>,
    /// Earlier paths of a file.
    earlier: BTreeMap<String, BTreeSet<String>>,
    /// Changed in the work tree, and not committed.
    dirty: BTreeSet<String>,
    /// Address of who works in the work tree.
    own: Option<String>,
    shallow: bool,
}

impl History {
    /// Reads the history of the repository that holds the site in the folder `root`: up to `revision`, or up to `HEAD`
    /// and with what is changed in the work tree. Commits that `base` contains are left out.
    ///
    /// # Errors
    /// When there is no repository, or a revision cannot be read.
    pub fn read(root: &Path, revision: Option<&str>, base: Option<&str>) -> Result<Self, HistoryError> {
        let fail =
            |error: &git2::Error| HistoryError { path: root.to_owned(), reason: error.message().to_owned() };
        let repository = Repository::discover(root).map_err(|error| fail(&error))?;
        let prefix = prefix(&repository, root);
        let mut history = Self { shallow: repository.is_shallow(), ..Self::default() };
        history.walk(&repository, &prefix, revision, base).map_err(|error| fail(&error))?;
        if revision.is_none() {
            history.look_at_work(&repository, &prefix).map_err(|error| fail(&error))?;
        }
        Ok(history)
    }

    fn walk(
        &mut self,
        repository: &Repository,
        prefix: &str,
        revision: Option<&str>,
        base: Option<&str>,
    ) -> Result<(), git2::Error> {
        let revision = revision.unwrap_or("HEAD");
        let start = match repository.revparse_single(revision).and_then(|object| object.peel_to_commit()) {
            Ok(start) => start,
            // A repository without commits has no history.
            Err(_) if revision == "HEAD" && is_unborn(repository) => return Ok(()),
            Err(error) => return Err(error),
        };
        let mut walk = repository.revwalk()?;
        walk.push(start.id())?;
        if let Some(base) = base {
            walk.hide(repository.revparse_single(base)?.peel_to_commit()?.id())?;
        }
        for oid in walk {
            self.note(repository, prefix, oid?)?;
        }
        Ok(())
    }

    /// Notes what one commit touched: what differs from every one of its parents.
    fn note(&mut self, repository: &Repository, prefix: &str, oid: Oid) -> Result<(), git2::Error> {
        let commit = repository.find_commit(oid)?;
        let mut touched: Option<BTreeSet<String>> = None;
        let parents: Vec<Option<Commit>> = match commit.parent_count() {
            0 => vec![None],
            _ => commit.parents().map(Some).collect(),
        };
        for parent in parents {
            let paths = self.changes(repository, prefix, parent.as_ref(), &commit)?;
            touched = Some(match touched {
                None => paths,
                Some(before) => before.intersection(&paths).cloned().collect(),
            });
        }
        let touched = touched.unwrap_or_default();
        if touched.is_empty() {
            return Ok(());
        }
        let addresses = addresses(&commit);
        for path in touched {
            self.touched.entry(path).or_default().extend(addresses.iter().cloned());
        }
        Ok(())
    }

    /// Paths of the site in which two commits differ; renames are noted.
    fn changes(
        &mut self,
        repository: &Repository,
        prefix: &str,
        parent: Option<&Commit>,
        commit: &Commit,
    ) -> Result<BTreeSet<String>, git2::Error> {
        let old = parent.map(Commit::tree).transpose()?;
        let new = commit.tree()?;
        if old.as_ref().is_some_and(|old| old.id() == new.id()) {
            return Ok(BTreeSet::new());
        }
        let mut options = DiffOptions::new();
        options.context_lines(0).skip_binary_check(true);
        let mut diff = repository.diff_tree_to_tree(old.as_ref(), Some(&new), Some(&mut options))?;
        let added = diff.deltas().any(|delta| delta.status() == Delta::Added);
        let deleted = diff.deltas().any(|delta| delta.status() == Delta::Deleted);
        if added && deleted {
            diff.find_similar(Some(DiffFindOptions::new().renames(true)))?;
        }
        let mut paths = BTreeSet::new();
        for delta in diff.deltas() {
            let path = |file: git2::DiffFile| {
                let path = String::from_utf8_lossy(file.path_bytes()?).into_owned();
                path.strip_prefix(prefix).map(str::to_owned)
            };
            let (old, new) = (path(delta.old_file()), path(delta.new_file()));
            if let (Delta::Renamed, Some(old), Some(new)) = (delta.status(), &old, &new) {
                self.earlier.entry(new.clone()).or_default().insert(old.clone());
            }
            paths.extend(new.or(old));
        }
        Ok(paths)
    }

    /// Notes what is changed and not committed, and by whom.
    fn look_at_work(&mut self, repository: &Repository, prefix: &str) -> Result<(), git2::Error> {
        let mut options = git2::StatusOptions::new();
        options.include_untracked(true).recurse_untracked_dirs(true);
        for entry in repository.statuses(Some(&mut options))?.iter() {
            if entry.status() == Status::CURRENT || entry.status() == Status::IGNORED {
                continue;
            }
            let path = String::from_utf8_lossy(entry.path_bytes()).into_owned();
            self.dirty.extend(path.strip_prefix(prefix).map(str::to_owned));
        }
        let config = repository.config()?.snapshot()?;
        self.own = config.get_str("user.email").ok().map(str::to_lowercase);
        Ok(())
    }

    /// Whose hands were on `paths` (from the root of the site) or on what they were called before.
    pub fn authors(&self, paths: &[String], policy: &Policy) -> Authors {
        let mut open: Vec<&str> = paths.iter().map(String::as_str).collect();
        let mut seen = BTreeSet::new();
        let mut addresses = BTreeSet::new();
        while let Some(path) = open.pop() {
            if !seen.insert(path) {
                continue;
            }
            addresses.extend(self.touched.get(path).into_iter().flatten().cloned());
            open.extend(self.earlier.get(path).into_iter().flatten().map(String::as_str));
        }
        if paths.iter().any(|path| self.dirty.contains(path)) {
            addresses.insert(self.own.clone().unwrap_or_else(|| "user.email".to_owned()));
        }
        let mut authors = Authors { shallow: self.shallow, ..Authors::default() };
        for address in addresses {
            match policy.person_of(&address) {
                Some(person) => authors.people.insert(person.to_owned()),
                None => authors.unknown.insert(address),
            };
        }
        authors
    }

    /// Those of `paths` that are changed in the work tree and not committed.
    pub fn uncommitted<'p>(&self, paths: &'p [String]) -> Vec<&'p str> {
        paths.iter().map(String::as_str).filter(|path| self.dirty.contains(*path)).collect()
    }
}

/// The folder of the site inside its repository, with a final `/`; empty when it is the repository.
fn prefix(repository: &Repository, root: &Path) -> String {
    let workdir = repository.workdir().and_then(|path| path.canonicalize().ok());
    let root = root.canonicalize().ok();
    let inside =
        workdir.zip(root).and_then(|(workdir, root)| Some(root.strip_prefix(workdir).ok()?.to_owned()));
    let inside = inside.unwrap_or_default().to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    if inside.is_empty() { inside } else { format!("{inside}/") }
}

fn is_unborn(repository: &Repository) -> bool {
    repository.head().is_err_and(|error| error.code() == git2::ErrorCode::UnbornBranch)
}

/// Author, committer and co-authors, in lower case.
fn addresses(commit: &Commit) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let author = String::from_utf8_lossy(commit.author().email_bytes()).to_lowercase();
    let committer = String::from_utf8_lossy(commit.committer().email_bytes()).to_lowercase();
    if committer != WEB_FLOW {
        found.insert(committer);
    }
    found.insert(author);
    // Read line by line and not as trailers: git loses those behind which somebody wrote another paragraph.
    let message = String::from_utf8_lossy(commit.message_bytes()).to_lowercase();
    for line in message.lines() {
        let named = line.trim().strip_prefix("co-authored-by:").and_then(|rest| rest.rsplit_once('<'));
        found.extend(named.and_then(|(_, rest)| Some(rest.split_once('>')?.0.trim().to_owned())));
    }
    found
}

/// The history of a site cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the history of {}: {reason}", path.display())]
pub struct HistoryError {
    path: PathBuf,
    reason: String,
}

impl Explain for HistoryError {
    fn message(&self) -> Message {
        text::history_unreadable(self.path.display(), &self.reason)
    }

    fn help(&self) -> Option<Message> {
        Some(text::history_unreadable_help())
    }
}
