//! Fonts for text in pictures. The caller names them; they are read when the first text is drawn, and never before.

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use resvg::usvg::fontdb::{Database, Source, Style, Weight};

use crate::base::digest::Digest;
use crate::source::tree::Tree;

/// Most bytes that a font file may have.
pub(super) const MAX_BYTES: u64 = 64 << 20;

/// Where the bytes of a font of the machine come from; `None` when it cannot be read.
type ReadFont = Box<dyn Fn() -> Option<Vec<u8>> + Send + Sync>;

/// A font file, not yet read.
pub enum FontFile {
    /// A file of the site; its path from the root.
    Site(String),
    /// A font of the machine.
    Machine {
        /// Name of its file.
        name: String,
        /// Read only when a picture has bold text, or a character that the others lack.
        spare: bool,
        /// Reads it.
        read: ReadFont,
    },
}

impl fmt::Debug for FontFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site(path) => write!(f, "Site({path})"),
            Self::Machine { name, .. } => write!(f, "Machine({name})"),
        }
    }
}

/// The letters of formulas, which the program brings along.
const LETTERS: [&str; 20] = [
    "AMS-Regular",
    "Caligraphic-Bold",
    "Caligraphic-Regular",
    "Fraktur-Bold",
    "Fraktur-Regular",
    "Main-Bold",
    "Main-BoldItalic",
    "Main-Italic",
    "Main-Regular",
    "Math-BoldItalic",
    "Math-Italic",
    "SansSerif-Bold",
    "SansSerif-Italic",
    "SansSerif-Regular",
    "Script-Regular",
    "Size1-Regular",
    "Size2-Regular",
    "Size3-Regular",
    "Size4-Regular",
    "Typewriter-Regular",
];

/// The fonts of formulas, made ready when the first formula is drawn.
pub(super) static FORMULAS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for name in LETTERS {
        let Some(bytes) = ratex_katex_fonts::ttf_bytes(&format!("KaTeX_{name}.ttf")) else { continue };
        for id in database.load_font_source(Source::Binary(Arc::new(bytes))) {
            // The files do not all say themselves what their names say.
            let Some(mut face) = database.face(id).cloned() else { continue };
            face.weight = if name.contains("Bold") { Weight::BOLD } else { Weight::NORMAL };
            face.style = if name.contains("Italic") { Style::Italic } else { Style::Normal };
            database.remove_face(id);
            database.push_face_info(face);
        }
    }
    Arc::new(database)
});

/// A font that was read.
pub(super) struct Loaded {
    /// Path in the site, or `font:<name>`.
    path: String,
    bytes: Arc<Vec<u8>>,
    digest: OnceLock<Digest>,
}

impl Loaded {
    /// Its line among the sources of a picture.
    pub(super) fn line(&self) -> (String, Digest) {
        (self.path.clone(), *self.digest.get_or_init(|| Digest::of(self.bytes.as_slice())))
    }
}

/// Fonts that were read, ready to draw with.
pub(super) struct Shelf {
    pub(super) database: Arc<Database>,
    /// The family of ordinary text; `None`: there is no font.
    pub(super) family: Option<String>,
    files: Vec<Arc<Loaded>>,
}

impl Shelf {
    fn new(files: Vec<Arc<Loaded>>) -> Self {
        let mut database = Database::clone(&FORMULAS);
        let own = database.len();
        for file in &files {
            let bytes = Arc::clone(&file.bytes);
            database.load_font_source(Source::Binary(bytes));
        }
        let family = family(&database, own);
        if let Some(family) = &family {
            database.set_sans_serif_family(family);
            database.set_serif_family(family);
            database.set_monospace_family(family);
            database.set_cursive_family(family);
            database.set_fantasy_family(family);
        }
        Self { database: Arc::new(database), family, files }
    }

    /// The file that a face of the database was read from.
    pub(super) fn file(&self, source: &Source) -> Option<&Loaded> {
        let Source::Binary(bytes) = source;
        let start = bytes.as_ref().as_ref().as_ptr();
        self.files.iter().map(Arc::as_ref).find(|file| std::ptr::eq(file.bytes.as_ptr(), start))
    }
}

/// The family for Chinese text, behind the first `own` faces: of a collection the one for the mainland's forms, and no
/// fixed width.
fn family(database: &Database, own: usize) -> Option<String> {
    const FORMS: [&str; 5] = [" SC", " GB", " CN", "Hans", " SC VF"];
    let names = || database.faces().skip(own).flat_map(|face| &face.families).map(|(name, _)| name.as_str());
    let plain = |name: &&str| !name.contains("Mono");
    let simplified = |name: &&str| FORMS.iter().any(|form| name.ends_with(form));
    names()
        .find(|name| plain(name) && simplified(name))
        .or_else(|| names().find(plain))
        .or_else(|| names().next())
        .map(str::to_owned)
}

/// The fonts that text in pictures is drawn with.
#[derive(Default)]
pub struct Fonts {
    files: Vec<FontFile>,
    /// Those that every text needs.
    plain: OnceLock<Shelf>,
    /// All of them.
    all: OnceLock<Shelf>,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("files", &self.files).finish_non_exhaustive()
    }
}

impl Fonts {
    /// No font: text cannot be drawn.
    pub fn none() -> Self {
        Self::default()
    }

    /// These files, in order of preference. Nothing is read yet; one that cannot be read later is passed over.
    pub fn new(files: Vec<FontFile>) -> Self {
        Self { files, ..Self::default() }
    }

    /// What every text needs; files of the site are read from `tree`.
    pub(super) fn plain(&self, tree: &dyn Tree) -> &Shelf {
        self.plain.get_or_init(|| {
            let plain = |file: &&FontFile| !matches!(file, FontFile::Machine { spare: true, .. });
            Shelf::new(self.files.iter().filter(plain).filter_map(|file| read(file, tree)).collect())
        })
    }

    /// Everything, when it is more than what every text needs.
    pub(super) fn all(&self, tree: &dyn Tree) -> Option<&Shelf> {
        let spare = |file: &&FontFile| matches!(file, FontFile::Machine { spare: true, .. });
        if !self.files.iter().any(|file| spare(&file)) {
            return None;
        }
        Some(self.all.get_or_init(|| {
            let mut files = self.plain(tree).files.clone();
            files.extend(self.files.iter().filter(spare).filter_map(|file| read(file, tree)));
            Shelf::new(files)
        }))
    }
}

fn read(file: &FontFile, tree: &dyn Tree) -> Option<Arc<Loaded>> {
    let (path, bytes) = match file {
        FontFile::Site(path) => (path.clone(), tree.read(path, MAX_BYTES).ok()?),
        FontFile::Machine { name, read, .. } => (format!("font:{name}"), read()?),
    };
    Some(Arc::new(Loaded { path, bytes: Arc::new(bytes), digest: OnceLock::new() }))
}
