//! Folders and files as the file system knows them: what changed since an earlier look is seen without reading a file.
//!
//! A folder's stamp changes when something in it appears, vanishes or is renamed, a file's when it is written; so a
//! second look asks for stamps only and lists only folders that changed. As in git's index, a stamp that is as young as
//! the look itself proves nothing: the clock may not have ticked between the look and a later change.

mod ask;

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use self::ask::Asker;
use super::pack::{Pack, Packer, Unpacker, packed};

/// The file whose rules decide what is listed; it is noted without being listed.
const IGNORE: &str = ".gitignore";
/// How coarse the clock of a file system that keeps fractions of a second may be, in nanoseconds.
const TICK: i64 = 20_000_000;
/// How coarse the clock of one that keeps none may be.
const COARSE: i64 = 2_000_000_000;

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A file.
    #[default]
    File,
    /// A folder.
    Folder,
    /// A symbolic link; never followed.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

/// What changes when a file or folder is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    /// What it is.
    pub kind: Kind,
    /// Bytes of a file; 0 for anything else.
    pub size: u64,
    /// When its content changed, in nanoseconds since 1970.
    pub modified: i64,
    /// When anything about it changed; 0 where the system does not say.
    pub changed: i64,
    /// Its number in the file system; 0 where the system does not say.
    pub inode: u64,
}

impl Stamp {
    /// The stamp of `path`, a link not followed; `None` when there is nothing or it cannot be asked.
    pub fn of(path: &Path) -> Option<Self> {
        fs::symlink_metadata(path).ok().map(|metadata| Self::new(&metadata))
    }

    /// The stamp of an open file.
    ///
    /// # Errors
    /// When the system cannot say.
    pub fn of_file(file: &File) -> io::Result<Self> {
        file.metadata().map(|metadata| Self::new(&metadata))
    }

    fn new(metadata: &Metadata) -> Self {
        let kind = match metadata.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            kind if kind.is_symlink() => Kind::Link,
            _ => Kind::Other,
        };
        let modified = metadata.modified().ok().and_then(|time| match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_nanos()).ok(),
            Err(before) => i64::try_from(before.duration().as_nanos()).ok().map(|before| -before),
        });
        let (changed, inode) = system(metadata);
        let size = if kind == Kind::File { metadata.len() } else { 0 };
        Self { kind, size, modified: modified.unwrap_or_default(), changed, inode }
    }

    /// Whether a change right after a look at the instant `look` could have left the same stamp.
    pub const fn is_racy(&self, look: i64) -> bool {
        const SECOND: i64 = 1_000_000_000;
        let coarse = self.modified % SECOND == 0 && self.changed % SECOND == 0;
        let latest = if self.modified > self.changed { self.modified } else { self.changed };
        latest.saturating_add(if coarse { COARSE } else { TICK }) >= look
    }
}

#[cfg(unix)]
fn system(metadata: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    let changed = metadata.ctime().saturating_mul(1_000_000_000).saturating_add(metadata.ctime_nsec());
    (changed, metadata.ino())
}

#[cfg(not(unix))]
fn system(_: &Metadata) -> (i64, u64) {
    (0, 0)
}

impl Pack for Kind {
    fn pack(&self, out: &mut Packer) {
        out.number(match self {
            Self::File => 0,
            Self::Folder => 1,
            Self::Link => 2,
            Self::Other => 3,
        });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::File,
            1 => Self::Folder,
            2 => Self::Link,
            3 => Self::Other,
            _ => return None,
        })
    }
}

packed! {
    Stamp { kind, size, modified, changed, inode }
    Item { name, stamp }
    Folder { path, stamp, ignore, readable, items }
    Survey { folders }
}

/// Something in a folder that is no folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its stamp.
    pub stamp: Stamp,
}

/// A folder and what is straight in it, folders left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Path from the root of the survey, with `/`; `""` is the root.
    pub path: String,
    /// Its own stamp.
    pub stamp: Stamp,
    /// Stamp of its `.gitignore`.
    pub ignore: Option<Stamp>,
    /// Whether it could be listed.
    pub readable: bool,
    /// What is in it, sorted by name.
    pub items: Vec<Item>,
}

/// Whether a path is listed; asked with the path from the root, and whether it is a folder.
pub type Listed<'l> = &'l (dyn Fn(&str, bool) -> bool + Sync);

/// Folders with what is in them, sorted by path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    /// The folders.
    pub folders: Vec<Folder>,
}

impl Survey {
    /// Looks at everything under the folders `starts` of `root`. A start that is no folder is left out.
    pub fn take(root: &Path, starts: &[&str], listed: Listed<'_>) -> Self {
        let mut folders: Vec<Folder> =
            starts.par_iter().flat_map_iter(|start| walk(root, start, listed)).collect();
        folders.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Self { folders }
    }

    /// What [`Survey::take`] finds under `root` right after these files were written there and nothing else: only folders
    /// are looked at. `None` when one of them is none.
    pub fn of_written(root: &Path, files: Vec<(String, Stamp)>) -> Option<Self> {
        let mut folders: BTreeMap<String, Vec<Item>> = BTreeMap::from([(String::new(), Vec::new())]);
        for (path, stamp) in files {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            let item = Item { name: name.to_owned(), stamp };
            if let Some(items) = folders.get_mut(folder) {
                items.push(item);
                continue;
            }
            for (end, _) in folder.match_indices('/') {
                folders.entry(folder[..end].to_owned()).or_default();
            }
            folders.insert(folder.to_owned(), vec![item]);
        }
        let look = |(path, mut items): (String, Vec<Item>)| {
            items.sort_unstable_by(|a, b| a.name.cmp(&b.name));
            let stamp = Stamp::of(&join(root, &path)).filter(|stamp| stamp.kind == Kind::Folder)?;
            Some(Folder { path, stamp, ignore: None, readable: true, items })
        };
        folders.into_iter().map(look).collect::<Option<_>>().map(|folders| Self { folders })
    }

    /// What [`Survey::take`] finds under `root` after the files `paths` were written or removed there and nothing else: only
    /// these and the folders above them are looked at. What somebody else changed meanwhile stays unknown, so that the next
    /// look finds it. `None` when one of the folders cannot be asked.
    pub fn patched<'p>(&self, root: &Path, paths: impl IntoIterator<Item = &'p str>) -> Option<Self> {
        let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for path in paths {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            folders.entry(folder).or_default().push(name);
            for (end, _) in folder.match_indices('/') {
                folders.entry(&folder[..end]).or_default();
            }
            folders.entry("").or_default();
        }
        let mut survey = self.clone();
        for (path, names) in folders {
            let full = join(root, path);
            let known = survey.folders.binary_search_by(|folder| folder.path.as_str().cmp(path));
            let stamp = match Stamp::of(&full) {
                Some(stamp) if stamp.kind == Kind::Folder => stamp,
                Some(_) => return None,
                None => {
                    if let Ok(at) = known {
                        survey.folders.remove(at);
                    }
                    continue;
                }
            };
            let at = known.unwrap_or_else(|at| {
                let path = path.to_owned();
                survey
                    .folders
                    .insert(at, Folder { path, stamp, ignore: None, readable: true, items: Vec::new() });
                at
            });
            let folder = survey.folders.get_mut(at)?;
            folder.stamp = stamp;
            for name in names {
                let known = folder.items.binary_search_by(|item| item.name.as_str().cmp(name));
                match (Stamp::of(&full.join(name)), known) {
                    (Some(stamp), Ok(at)) => folder.items.get_mut(at)?.stamp = stamp,
                    (Some(stamp), Err(at)) => folder.items.insert(at, Item { name: name.to_owned(), stamp }),
                    (None, Ok(at)) => drop(folder.items.remove(at)),
                    (None, Err(_)) => {}
                }
            }
        }
        Some(survey)
    }

    /// Looks again, at the instant `look` that the earlier look was made at: folders whose stamp is the same are not
    /// listed again. `None` when what decides about listing changed, so that only a new survey tells the truth.
    pub fn again(&self, root: &Path, starts: &[&str], look: i64, listed: Listed<'_>) -> Option<Self> {
        let asker = Asker::new(root);
        let seen: Vec<Vec<Folder>> = self
            .folders
            .par_iter()
            .with_min_len(64)
            .map(|known| self.folder_again((root, &asker), known, look, listed))
            .collect::<Option<_>>()?;
        let mut folders: Vec<Folder> = seen.into_iter().flatten().collect();
        for start in starts {
            if self.folder(start).is_none() {
                folders.extend(walk(root, start, listed));
            }
        }
        folders.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        folders.dedup_by(|a, b| a.path == b.path);
        // What lies in a folder that is gone is gone, even where a link in its place still leads there.
        let mut survey = Self { folders: Vec::with_capacity(folders.len()) };
        for folder in folders {
            let above = folder.path.rsplit_once('/').map_or("", |(above, _)| above);
            if starts.contains(&folder.path.as_str()) || survey.folder(above).is_some() {
                survey.folders.push(folder);
            }
        }
        Some(survey)
    }

    /// A known folder as it is now, with folders in it that are new. `None`: what decides about listing changed.
    fn folder_again(
        &self,
        (root, asker): (&Path, &Asker<'_>),
        known: &Folder,
        look: i64,
        listed: Listed<'_>,
    ) -> Option<Vec<Folder>> {
        let Some(stamp) = asker.stamp(&known.path).filter(|stamp| stamp.kind == Kind::Folder) else {
            return Some(Vec::new());
        };
        let path = join(root, &known.path);
        if stamp != known.stamp || stamp.is_racy(look) || !known.readable {
            let (now, inner) = list(&path, &known.path, stamp, listed);
            if now.ignore != known.ignore {
                return None;
            }
            let mut found = vec![now];
            for folder in inner {
                if self.folder(&folder).is_none() {
                    found.extend(walk(root, &folder, listed));
                }
            }
            return Some(found);
        }
        if known.ignore.is_some() && Stamp::of(&path.join(IGNORE)) != known.ignore {
            return None;
        }
        let mut items = Vec::with_capacity(known.items.len());
        let stamps = asker.stamps(&known.path, known.items.iter().map(|item| item.name.as_str()));
        for (item, stamp) in known.items.iter().zip(stamps) {
            items.extend(stamp.map(|stamp| Item { name: item.name.clone(), stamp }));
        }
        Some(vec![Folder { items, ..known.clone_head() }])
    }

    /// Whether everything under `root` still is as it was.
    pub fn holds(&self, root: &Path) -> bool {
        let asker = Asker::new(root);
        self.folders.par_iter().with_max_len(4).all(|folder| {
            let names = folder.items.iter().map(|item| item.name.as_str());
            folder.readable
                && asker.stamp(&folder.path) == Some(folder.stamp)
                && asker
                    .stamps(&folder.path, names)
                    .zip(&folder.items)
                    .all(|(stamp, item)| stamp == Some(item.stamp))
        })
    }

    /// The folder `path`.
    pub fn folder(&self, path: &str) -> Option<&Folder> {
        let at = self.folders.binary_search_by(|folder| folder.path.as_str().cmp(path)).ok()?;
        self.folders.get(at)
    }

    /// The stamp of something that is no folder.
    pub fn item(&self, path: &str) -> Option<Stamp> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let items = &self.folder(folder)?.items;
        let at = items.binary_search_by(|item| item.name.as_str().cmp(name)).ok()?;
        items.get(at).map(|item| item.stamp)
    }

    /// Every path that is not as in `self`, looked at at the instant `look`: first what changed or may have changed
    /// and is still there, then what appeared or vanished, both sorted.
    pub fn changes(&self, now: &Self, look: i64) -> (Vec<String>, Vec<String>) {
        let (mut changed, mut set) = (Vec::new(), Vec::new());
        merge(
            &self.folders,
            &now.folders,
            |folder| folder.path.as_str(),
            |before, after| {
                let path = before.or(after).map_or("", |folder| folder.path.as_str());
                let old = before.map_or(&[][..], |folder| &folder.items);
                let new = after.map_or(&[][..], |folder| &folder.items);
                let full =
                    |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
                merge(
                    old,
                    new,
                    |item| item.name.as_str(),
                    |before, after| match (before, after) {
                        (Some(before), Some(after)) if before.stamp == after.stamp => {
                            if before.stamp.is_racy(look) {
                                changed.push(full(&before.name));
                            }
                        }
                        (Some(before), Some(after)) if before.stamp.kind == after.stamp.kind => {
                            changed.push(full(&before.name));
                        }
                        (Some(item), _) | (None, Some(item)) => set.push(full(&item.name)),
                        (None, None) => {}
                    },
                );
            },
        );
        changed.sort_unstable();
        set.sort_unstable();
        (changed, set)
    }
}

impl Folder {
    fn clone_head(&self) -> Self {
        let Self { path, stamp, ignore, readable, .. } = self;
        Self { path: path.clone(), stamp: *stamp, ignore: *ignore, readable: *readable, items: Vec::new() }
    }
}

/// Walks two sorted lists together: each pair of equal key, or one without its like.
fn merge<'a, T>(
    one: &'a [T],
    two: &'a [T],
    key: impl Fn(&'a T) -> &'a str,
    mut visit: impl FnMut(Option<&'a T>, Option<&'a T>),
) {
    let (mut left, mut right) = (one.iter().peekable(), two.iter().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (Some(a), Some(b)) => key(a).cmp(key(b)),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => return,
        };
        match order {
            std::cmp::Ordering::Less => visit(left.next(), None),
            std::cmp::Ordering::Greater => visit(None, right.next()),
            std::cmp::Ordering::Equal => visit(left.next(), right.next()),
        }
    }
}

fn join(root: &Path, path: &str) -> std::path::PathBuf {
    if path.is_empty() { root.to_owned() } else { root.join(path) }
}

/// The folder `path` and every folder under it.
fn walk(root: &Path, path: &str, listed: Listed<'_>) -> Vec<Folder> {
    let full = join(root, path);
    let Some(stamp) = Stamp::of(&full).filter(|stamp| stamp.kind == Kind::Folder) else {
        return Vec::new();
    };
    let (folder, inner) = list(&full, path, stamp, listed);
    let mut found: Vec<Folder> = inner.par_iter().flat_map_iter(|inner| walk(root, inner, listed)).collect();
    found.push(folder);
    found
}

/// What is straight in a folder, and the paths of the folders in it.
fn list(full: &Path, path: &str, stamp: Stamp, listed: Listed<'_>) -> (Folder, Vec<String>) {
    let mut folder = Folder { path: path.to_owned(), stamp, ignore: None, readable: true, items: Vec::new() };
    let mut inner = Vec::new();
    let Ok(entries) = fs::read_dir(full) else {
        folder.readable = false;
        return (folder, inner);
    };
    for entry in entries {
        let Ok(entry) = entry else {
            folder.readable = false;
            continue;
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        let item = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if name == IGNORE {
            folder.ignore = entry.metadata().ok().map(|metadata| Stamp::new(&metadata));
        }
        if !listed(&item, is_folder) {
            continue;
        }
        if is_folder {
            inner.push(item);
        } else {
            let stamp = entry.metadata().map(|metadata| Stamp::new(&metadata));
            let gone = Stamp { kind: Kind::Other, ..Stamp::default() };
            folder.items.push(Item { name, stamp: stamp.unwrap_or(gone) });
        }
    }
    folder.items.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    (folder, inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything(_: &str, _: bool) -> bool {
        true
    }

    fn paths(survey: &Survey) -> Vec<String> {
        let join = |folder: &Folder, item: &Item| format!("{}/{}", folder.path, item.name);
        survey.folders.iter().flat_map(|folder| folder.items.iter().map(|item| join(folder, item))).collect()
    }

    #[test]
    fn what_was_written_is_known_without_a_look() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let written = ["b/c/d/1", "b/c/0", "a b", "b/x", "b c/1"].map(|path| {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), path).unwrap();
            (path.to_owned(), Stamp::of_file(&File::open(root.join(path)).unwrap()).unwrap())
        });
        let survey = Survey::of_written(root, written.to_vec());
        assert_eq!(survey, Some(Survey::take(root, &[""], &everything)));
        fs::remove_dir_all(root.join("b/c/d")).unwrap();
        assert_eq!(Survey::of_written(root, written.to_vec()), None);
    }

    #[test]
    fn what_was_written_into_a_known_folder_is_looked_at_alone() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let write = |path: &str| {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), path).unwrap();
        };
        ["top", "a/1", "a/2", "b/c/3", "d/4"].into_iter().for_each(write);
        let before = Survey::take(root, &[""], &everything);
        ["top", "a/2 and more", "b/e/f/5", "b/new"].into_iter().for_each(write);
        fs::remove_file(root.join("a/1")).unwrap();
        fs::remove_dir_all(root.join("b/c")).unwrap();
        let paths = ["top", "a/2 and more", "b/e/f/5", "b/new", "a/1", "b/c/3"];
        let after = before.patched(root, paths);
        assert_eq!(after, Some(Survey::take(root, &[""], &everything)));
        // What somebody else wrote is not taken for our own.
        write("d/4 of another");
        let after = before.patched(root, paths).unwrap();
        assert!(!after.holds(root));
    }

    #[test]
    fn a_second_look_finds_what_changed_and_equals_a_new_survey() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        for file in ["a/1.md", "a/b/2.md", "a/c/3.md", "d/4.md"] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), file).unwrap();
        }
        let starts = ["a", "d", "none"];
        let first = Survey::take(root, &starts, &everything);
        assert_eq!(paths(&first), ["a/1.md", "a/b/2.md", "a/c/3.md", "d/4.md"]);
        // Nothing is proof for so early a look, everything for so late a one.
        let (early, late) = (i64::MIN, i64::MAX);
        let again = |survey: &Survey, look| survey.again(root, &starts, look, &everything).unwrap();
        assert_eq!(again(&first, early), first);
        assert_eq!(again(&first, late), first);
        assert_eq!(first.changes(&first, late), (Vec::new(), Vec::new()));
        assert_eq!(first.changes(&first, early).0.len(), 4);

        fs::write(root.join("a/b/2.md"), "longer than before").unwrap();
        fs::write(root.join("a/b/new.md"), "x").unwrap();
        fs::remove_dir_all(root.join("a/c")).unwrap();
        fs::create_dir_all(root.join("none/e/f")).unwrap();
        fs::write(root.join("none/e/f/5.md"), "x").unwrap();
        fs::rename(root.join("d/4.md"), root.join("d/6.md")).unwrap();
        let second = again(&first, early);
        assert_eq!(second, Survey::take(root, &starts, &everything));
        let (changed, set) = first.changes(&second, late);
        assert_eq!(changed, ["a/b/2.md"]);
        assert_eq!(set, ["a/b/new.md", "a/c/3.md", "d/4.md", "d/6.md", "none/e/f/5.md"]);
    }

    #[test]
    fn other_rules_of_what_is_ignored_ask_for_a_new_survey() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir(root.join("a")).unwrap();
        let first = Survey::take(root, &["a"], &everything);
        fs::write(root.join("a/.gitignore"), "x").unwrap();
        assert!(first.again(root, &["a"], i64::MIN, &everything).is_none());
        let second = Survey::take(root, &["a"], &everything);
        fs::write(root.join("a/.gitignore"), "x and y").unwrap();
        assert!(second.again(root, &["a"], i64::MAX, &everything).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn what_lies_behind_a_link_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir_all(root.join("a/b/c")).unwrap();
        fs::write(root.join("a/b/c/1.md"), "x").unwrap();
        let first = Survey::take(root, &["a"], &everything);
        fs::rename(root.join("a/b"), root.join("moved")).unwrap();
        std::os::unix::fs::symlink(root.join("moved"), root.join("a/b")).unwrap();
        let second = first.again(root, &["a"], i64::MIN, &everything).unwrap();
        assert_eq!(second.folders.len(), 1);
        assert_eq!(second.item("a/b").map(|stamp| stamp.kind), Some(Kind::Link));
        assert_eq!(second.item("a/b/c/1.md"), None);
    }
}
