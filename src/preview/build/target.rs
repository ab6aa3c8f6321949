//! The folder that a build stands in: whose it is, how a build takes its place, how a standing one is changed.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use tempfile::TempDir;

use super::{BuildError, MANIFEST, MARK};
use crate::base::file::{self, FileError};
use crate::base::survey::{Stamp, Survey};

/// Files that are written beside a target until they take their places. Dropping it leaves no trace.
#[derive(Debug)]
pub(super) struct Stage {
    folder: TempDir,
    target: PathBuf,
    /// Folders that were made.
    folders: Mutex<HashSet<String>>,
    /// Files that were written; those of which the system does not tell have no stamp.
    files: Mutex<Vec<(String, Option<Stamp>)>>,
}

fn moving(path: &Path) -> impl Fn(io::Error) -> BuildError {
    move |source| BuildError::Move { path: path.to_path_buf(), source }
}

/// A target may be absent, empty, or a build; anything else is somebody's work.
pub(super) fn refuse_foreign(target: &Path) -> Result<(), BuildError> {
    if fs::symlink_metadata(target).is_err() {
        return Ok(());
    }
    let empty = fs::read_dir(target).map(|mut entries| entries.next().is_none()).unwrap_or(false);
    let mut head = Vec::new();
    if let Ok(manifest) = File::open(target.join(MANIFEST)) {
        let _ = manifest.take(200).read_to_end(&mut head);
    }
    if empty || String::from_utf8_lossy(&head).contains(&format!("\"kind\": \"{MARK}\"")) {
        Ok(())
    } else {
        Err(BuildError::Foreign(target.to_path_buf()))
    }
}

impl Stage {
    /// A stage beside `target`.
    pub(super) fn new(target: &Path) -> Result<Self, BuildError> {
        let parent = target.parent().unwrap_or(Path::new("/"));
        file::create_dir(parent)?;
        let made = tempfile::Builder::new().prefix(".qianfa-build-").tempdir_in(parent);
        Ok(Self {
            folder: made.map_err(moving(parent))?,
            target: target.to_path_buf(),
            folders: Mutex::default(),
            files: Mutex::default(),
        })
    }

    /// Writes a new file. Nobody sees it before the stage takes its place, so that it needs no detour.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), BuildError> {
        let full = self.folder.path().join(path);
        let write = || {
            self.make_folder(path)?;
            let mut file = File::create_new(&full)?;
            file.write_all(bytes)?;
            Ok(Stamp::of_file(&file).ok())
        };
        let stamp =
            write().map_err(|source| FileError::Io { action: "write", path: full.clone(), source })?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push((path.to_owned(), stamp));
        Ok(())
    }

    /// Makes the folder of `path`, when it is the first file there.
    fn make_folder(&self, path: &str) -> io::Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        let made = || self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if made().contains(folder) {
            return Ok(());
        }
        let full = self.folder.path().join(folder);
        // The folder above is there for all but the first article of it.
        if fs::create_dir(&full).is_err() {
            fs::create_dir_all(&full)?;
        }
        made().insert(folder.to_owned());
        Ok(())
    }

    /// The stage takes the target's place, in one step where the file system can; an earlier build goes. Gives what
    /// stands there now.
    pub(super) fn replace(self) -> Result<Survey, BuildError> {
        let Self { folder, target, files, .. } = self;
        let files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        place(folder, &target)?;
        let known: Option<Vec<_>> =
            files.into_iter().map(|(path, stamp)| stamp.map(|stamp| (path, stamp))).collect();
        let survey = known.and_then(|known| Survey::of_written(&target, known));
        Ok(survey.unwrap_or_else(|| Survey::take(&target, &[""], &|_, _| true)))
    }

    /// Moves the written files `paths` into the standing build, in this order, and then removes the files `gone`.
    pub(super) fn patch(self, paths: &[String], gone: &BTreeSet<String>) -> Result<(), BuildError> {
        let Self { folder, target, .. } = self;
        for path in paths {
            let to = target.join(path);
            let from = folder.path().join(path);
            let moved = fs::rename(&from, &to).or_else(|error| {
                if error.kind() != io::ErrorKind::NotFound {
                    return Err(error);
                }
                fs::create_dir_all(to.parent().unwrap_or(&target))?;
                fs::rename(&from, &to)
            });
            moved.map_err(moving(&to))?;
        }
        for path in gone {
            let full = target.join(path);
            fs::remove_file(&full).map_err(moving(&full))?;
            // Folders that held nothing else go along.
            let above = full.ancestors().skip(1).take_while(|folder| *folder != target);
            let _ = above.map_while(|folder| fs::remove_dir(folder).ok()).count();
        }
        Ok(())
    }
}

/// Puts the folder `folder` where `target` is.
fn place(folder: TempDir, target: &Path) -> Result<(), BuildError> {
    refuse_foreign(target)?;
    let staged = folder.keep();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&staged, fs::Permissions::from_mode(0o755)).map_err(moving(&staged))?;
    }
    if !target.exists() {
        return fs::rename(&staged, target).map_err(moving(target));
    }
    if exchange(&staged, target).is_ok() {
        return remove(&staged);
    }
    let old = staged.with_extension("old");
    fs::rename(target, &old).map_err(moving(target))?;
    fs::rename(&staged, target).map_err(moving(target))?;
    remove(&old)
}

/// Two folders change places, so that there is always one in each.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, two: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, two, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Removes a folder with everything in it, its parts at the same time.
fn remove(folder: &Path) -> Result<(), BuildError> {
    let inner = |folder: &PathBuf| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
            .map(|entry| entry.path())
            .collect()
    };
    let mut parts = inner(&folder.to_path_buf());
    parts = parts.iter().flat_map(inner).collect();
    // What is left over is removed, or reported, below.
    parts.par_iter().for_each(|part| drop(fs::remove_dir_all(part)));
    fs::remove_dir_all(folder).map_err(moving(folder))
}
