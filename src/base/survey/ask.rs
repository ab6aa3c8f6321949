//! Asking for the stamps of thousands of paths: from open folders, so that the system does not walk the whole path for each.

use std::path::Path;

use super::Stamp;

/// Things in a folder from which on it is worth being opened.
const MANY: usize = 4;

/// A folder whose inside is asked about.
pub(super) struct Asker<'r> {
    root: &'r Path,
    #[cfg(target_os = "linux")]
    open: Option<std::os::fd::OwnedFd>,
}

impl<'r> Asker<'r> {
    /// Asks about what lies in the folder `root`.
    pub(super) fn new(root: &'r Path) -> Self {
        Self {
            root,
            #[cfg(target_os = "linux")]
            open: linux::open(root),
        }
    }

    /// The same for the folder `path` (seen from this one), when about `count` things in it are asked for. A folder that is
    /// none now, or a link, gives `None`; whoever asks does so by whole paths then.
    #[cfg(target_os = "linux")]
    fn inside(&self, path: &str, count: usize) -> Option<std::os::fd::OwnedFd> {
        (count >= MANY).then(|| linux::open_in(self.open.as_ref()?, path)).flatten()
    }

    /// The stamp of `path`, seen from the folder; `""` is the folder itself. As [`Stamp::of`].
    pub(super) fn stamp(&self, path: &str) -> Option<Stamp> {
        #[cfg(target_os = "linux")]
        if let Some(open) = self.open.as_ref().filter(|_| !path.is_empty())
            && let Ok(found) = linux::stamp(open, path)
        {
            return found;
        }
        Stamp::of(&if path.is_empty() { self.root.to_owned() } else { self.root.join(path) })
    }

    /// The stamps of `names` in the folder `path`, in their order.
    pub(super) fn stamps<'n>(
        &self,
        path: &str,
        names: impl ExactSizeIterator<Item = &'n str>,
    ) -> impl Iterator<Item = Option<Stamp>> {
        #[cfg(target_os = "linux")]
        let inner = self.inside(path, names.len());
        let mut whole = String::new();
        names.map(move |name| {
            #[cfg(target_os = "linux")]
            if let Some(inner) = &inner
                && let Ok(found) = linux::stamp(inner, name)
            {
                return found;
            }
            whole.clear();
            whole.push_str(path);
            whole.push_str(if path.is_empty() { "" } else { "/" });
            whole.push_str(name);
            self.stamp(&whole)
        })
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::{
        AtFlags, CWD, FileType, Mode, OFlags, Statx, StatxFlags, StatxTimestamp, openat, statx,
    };
    use rustix::io::Errno;

    use super::super::{Kind, Stamp};

    const FOLDER: OFlags = OFlags::PATH.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

    pub(super) fn open(path: &Path) -> Option<OwnedFd> {
        openat(CWD, path, FOLDER, Mode::empty()).ok()
    }

    pub(super) fn open_in(folder: &OwnedFd, path: &str) -> Option<OwnedFd> {
        openat(folder, path, FOLDER.union(OFlags::NOFOLLOW), Mode::empty()).ok()
    }

    /// The stamp of `path` in `folder`. An error says that the system does not know how to answer.
    pub(super) fn stamp(folder: &OwnedFd, path: &str) -> Result<Option<Stamp>, Errno> {
        match statx(folder, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS) {
            Ok(found) => Ok(Some(read(&found))),
            Err(error @ (Errno::NOSYS | Errno::PERM | Errno::INVAL)) => Err(error),
            Err(_) => Ok(None),
        }
    }

    fn read(found: &Statx) -> Stamp {
        let kind = match FileType::from_raw_mode(found.stx_mode.into()) {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            _ => Kind::Other,
        };
        let nanoseconds = |time: StatxTimestamp| {
            time.tv_sec.checked_mul(1_000_000_000).and_then(|whole| whole.checked_add(time.tv_nsec.into()))
        };
        let changed = found.stx_ctime;
        Stamp {
            kind,
            size: if kind == Kind::File { found.stx_size } else { 0 },
            modified: nanoseconds(found.stx_mtime).unwrap_or_default(),
            changed: changed.tv_sec.saturating_mul(1_000_000_000).saturating_add(changed.tv_nsec.into()),
            inode: found.stx_ino,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn stamps_are_those_of_whole_paths() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir_all(root.join("a/b")).unwrap();
        let names = ["1", "2", "3", "b", "none"];
        for name in &names[..3] {
            fs::write(root.join("a").join(name), name).unwrap();
        }
        let asker = Asker::new(root);
        for path in ["", "a", "a/b", "a/1", "none", "a/none/x"] {
            assert_eq!(asker.stamp(path), Stamp::of(&root.join(path)), "{path}");
        }
        let whole = |names: &[&str]| -> Vec<_> {
            names.iter().map(|name| Stamp::of(&root.join("a").join(name))).collect()
        };
        for names in [&names[..], &names[..2]] {
            assert_eq!(asker.stamps("a", names.iter().copied()).collect::<Vec<_>>(), whole(names));
        }
        assert_eq!(asker.stamps("none", names.iter().copied()).flatten().count(), 0);
        assert_eq!(asker.stamps("", ["a"].into_iter()).flatten().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_links() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::write(root.join("1"), "x").unwrap();
        std::os::unix::fs::symlink(root.join("1"), root.join("link")).unwrap();
        let asker = Asker::new(root);
        assert_eq!(asker.stamp("link"), Stamp::of(&root.join("link")));
        assert_ne!(asker.stamp("link"), asker.stamp("1"));
    }
}
