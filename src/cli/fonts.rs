//! Fonts for text in pictures: those the site names, else a Chinese font of the machine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::file;
use crate::base::survey::Stamp;
use crate::render::{FontFile, Fonts};

/// Bytes of a font file at most.
const MAX_BYTES: u64 = 64 << 20;

/// Folders in which Chinese fonts are usually found, best first; `~` is the home folder.
const FOLDERS: &[&str] = &[
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/share/fonts/opentype/source-han-sans",
    "/usr/share/fonts/adobe-source-han-sans",
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/noto",
    "/usr/share/fonts/truetype/wqy",
    "/usr/share/fonts/wenquanyi",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:\\Windows\\Fonts",
];

/// Chinese fonts by file name, best first: for ordinary and for bold text.
const CHINESE: &[(&str, &str)] = &[
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf"),
    ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"),
    ("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf"),
    ("SourceHanSans.ttc", "SourceHanSans.ttc"),
    ("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
    ("PingFang.ttc", "PingFang.ttc"),
    ("Hiragino Sans GB.ttc", "Hiragino Sans GB.ttc"),
    ("STHeiti Light.ttc", "STHeiti Medium.ttc"),
    ("msyh.ttc", "msyhbd.ttc"),
    ("simhei.ttf", "simhei.ttf"),
    ("wqy-microhei.ttc", "wqy-microhei.ttc"),
    ("wqy-zenhei.ttc", "wqy-zenhei.ttc"),
];

/// Fonts with pictures for letters, for characters that no Chinese font has.
const EMOJI: &[&str] = &["NotoColorEmoji.ttf", "NotoColorEmoji-Regular.ttf"];

/// The fonts for a site that names `named` files of its own; nothing is read before text is drawn.
pub(super) fn fonts(named: &[String]) -> Arc<Fonts> {
    let own: Vec<FontFile> = named.iter().cloned().map(FontFile::Site).collect();
    Arc::new(Fonts::new(if own.is_empty() { of_machine() } else { own }))
}

/// What tells the machine's fonts from those it may have later: their paths and stamps.
pub(super) fn stamps() -> Vec<(PathBuf, Option<Stamp>)> {
    let folders = folders();
    let names = CHINESE.iter().map(|(plain, _)| *plain).chain(EMOJI.iter().copied());
    let found = names.filter_map(|name| find(&folders, name)).flat_map(|plain| {
        let bold = CHINESE
            .iter()
            .find(|(name, _)| plain.ends_with(name))
            .map(|(_, bold)| plain.with_file_name(bold));
        std::iter::once(plain).chain(bold)
    });
    found.map(|path| (path.clone(), Stamp::of(&path))).collect()
}

fn of_machine() -> Vec<FontFile> {
    let mut files = Vec::new();
    let folders = folders();
    let pair = CHINESE.iter().find_map(|(plain, bold)| find(&folders, plain).map(|path| (path, *bold)));
    if let Some((plain, bold)) = pair {
        let bold = plain.with_file_name(bold);
        let different = bold != plain && bold.is_file();
        files.push(machine(plain, false));
        files.extend(different.then(|| machine(bold, true)));
    }
    files.extend(EMOJI.iter().find_map(|name| find(&folders, name)).map(|path| machine(path, true)));
    files
}

/// Those of the folders that are there.
fn folders() -> Vec<PathBuf> {
    FOLDERS.iter().filter_map(|folder| place(folder)).filter(|folder| folder.is_dir()).collect()
}

fn find(folders: &[PathBuf], name: &str) -> Option<PathBuf> {
    folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn place(folder: &str) -> Option<PathBuf> {
    match folder.strip_prefix("~/") {
        None => Some(PathBuf::from(folder)),
        Some(rest) => std::env::home_dir().map(|home| home.join(rest)),
    }
}

fn machine(path: PathBuf, spare: bool) -> FontFile {
    let name = path.file_name().unwrap_or(Path::new("font").as_os_str()).to_string_lossy().into_owned();
    FontFile::Machine { name, spare, read: Box::new(move || file::read(&path, MAX_BYTES).ok()) }
}
