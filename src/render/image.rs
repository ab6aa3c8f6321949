//! Pictures: each stands in the fragment by the digest of its file, with its size where it is known.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::construct::Construct;
use super::draw::Studio;
use super::element;
use super::figure;
use super::link;
use super::pass::Pass;
use super::rule;
use super::style::{self, Declaration};
use super::svg::{self, Svg};
use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, render as say};
use crate::base::percent;
use crate::finding::{Finding, Place};
use crate::site::LIMITS;
use crate::source::markdown::Event;
use crate::source::tree::{self, Tree, TreeError};
use crate::wechat::html::spacer::is_spacer;
use crate::wechat::picture::{self, PictureError, Purpose};

/// Where the bytes of a picture come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file of the site; its path from the root.
    File(String),
    /// Drawn by rendering: a formula, a diagram, an SVG file, a cover card. The same input gives the same bytes.
    Drawn(Arc<[u8]>),
}

impl Source {
    /// The bytes, from the files of `tree` or from memory.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bytes(&self, tree: &dyn Tree) -> Result<Arc<[u8]>, TreeError> {
        match self {
            Self::File(path) => tree.read(path, LIMITS.asset).map(Arc::from),
            Self::Drawn(bytes) => Ok(Arc::clone(bytes)),
        }
    }

    /// The file, unless the picture was drawn.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::File(path) => Some(path),
            Self::Drawn(_) => None,
        }
    }
}

/// A picture that an article shows.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Where its bytes come from.
    pub source: Source,
    /// Digest of its bytes.
    pub digest: Digest,
    /// Width in pixels as a reader sees it.
    pub width: u32,
    /// Height in pixels as a reader sees it.
    pub height: u32,
    /// Format by content.
    pub format: picture::Format,
    /// Alternative text or caption.
    pub alt: String,
    /// Where it is first used.
    pub place: Place,
}

/// What is known of a picture file.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    digest: Digest,
    probe: picture::Probe,
    /// Bytes of the file.
    size: usize,
    /// What is shown instead of the file, which is an SVG.
    drawn: Option<Svg>,
}

/// Why a picture cannot be shown.
#[derive(Debug, Clone)]
pub(super) struct Broken {
    pub(super) rule: &'static str,
    pub(super) message: Message,
    pub(super) help: Option<Message>,
}

/// What is known of the picture files of a tree; each is read once.
#[derive(Debug, Default)]
pub(super) struct PictureCache(Mutex<HashMap<String, Arc<Result<Facts, Broken>>>>);

impl PictureCache {
    fn facts(&self, tree: &dyn Tree, studio: &Studio, path: &str) -> Arc<Result<Facts, Broken>> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(path) {
            return Arc::clone(known);
        }
        let facts = Arc::new(read(tree, studio, path));
        lock().insert(path.to_owned(), Arc::clone(&facts));
        facts
    }
}

fn read(tree: &dyn Tree, studio: &Studio, path: &str) -> Result<Facts, Broken> {
    let bytes = tree.read(path, LIMITS.asset).map_err(|error| missing(path, &error))?;
    if svg::is_svg(path, &bytes) {
        let (drawn, probe) = svg::draw(path, &bytes, &svg::CANVAS, tree, studio)?;
        return Ok(Facts { digest: drawn.drawing.digest, probe, size: bytes.len(), drawn: Some(drawn) });
    }
    let probe = picture::inspect(path, &bytes).map_err(unreadable)?;
    Ok(Facts { digest: Digest::of(&bytes), probe, size: bytes.len(), drawn: None })
}

pub(super) fn unreadable(error: PictureError) -> Broken {
    Broken { rule: rule::UNREADABLE, message: error.message(), help: error.help() }
}

fn missing(path: &str, error: &TreeError) -> Broken {
    match error {
        TreeError::Missing(_) => Broken {
            rule: rule::MISSING,
            message: say::picture_missing(path),
            help: Some(say::picture_missing_help()),
        },
        TreeError::Outside(_) => Broken {
            rule: rule::OUTSIDE,
            message: say::picture_outside(path),
            help: Some(say::picture_missing_help()),
        },
        error => Broken { rule: rule::UNREADABLE, message: error.message(), help: None },
    }
}

/// The pictures of an article so far.
pub(super) struct Pictures<'a> {
    pub(super) tree: &'a dyn Tree,
    cache: &'a PictureCache,
    pub(super) studio: &'a Studio,
    pub(super) list: Vec<Picture>,
    /// Files and fonts that drawings were made of.
    pub(super) sources: Vec<(String, Digest)>,
    /// Every file that was asked for, found or not.
    pub(super) reads: BTreeSet<String>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(tree: &'a dyn Tree, cache: &'a PictureCache, studio: &'a Studio) -> Self {
        Self { tree, cache, studio, list: Vec::new(), sources: Vec::new(), reads: BTreeSet::new() }
    }

    /// What is known of the picture file `path`.
    fn facts(&mut self, path: &str) -> Arc<Result<Facts, Broken>> {
        self.reads.insert(path.to_owned());
        self.cache.facts(self.tree, self.studio, path)
    }
}

/// The source and size of a picture that can be shown.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) src: String,
    pub(super) size: Option<(u32, u32)>,
    /// It has more pixels than its size says.
    drawn: bool,
}

/// A picture as the source names it.
pub(super) struct Named<'n> {
    pub(super) url: &'n str,
    pub(super) alt: &'n str,
    /// Declarations of the author, from raw HTML.
    pub(super) style: Vec<Declaration>,
}

/// Pixels, and hundredths of a column, up to which a picture stands between words.
const SMALL: u32 = 160;
const SMALL_SHARE: f64 = 45.0;

/// Whether a picture among words takes a line of its own: beside a wide one the line before it would be drawn out over
/// the column, letter by letter. One of unknown width stays where it is.
fn stands_alone(shown: &Shown, author: &[Declaration]) -> bool {
    let said = |name: &str| author.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
    if said("display").is_some() || said("float").is_some() {
        return false;
    }
    let number = |value: &str, unit: &str| {
        value.strip_suffix(unit).and_then(|number| number.trim().parse::<f64>().ok())
    };
    match said("width") {
        Some(width) => {
            number(width, "px").is_some_and(|pixels| pixels > f64::from(SMALL))
                || number(width, "%").is_some_and(|share| share > SMALL_SHARE)
        }
        None => shown.size.is_some_and(|(width, _)| width > SMALL),
    }
}

impl Pass<'_> {
    /// Renders the picture that starts at `at`, inside text; gives the event behind it.
    pub(super) fn image(&mut self, url: &str, at: usize, range: &Range<usize>) -> usize {
        let (alt, end) = self.alt(at);
        self.text_ready();
        let style = figure::widths(&self.picture_size(range));
        self.write_image(&Named { url, alt: &alt, style }, range);
        end + 1
    }

    /// The alternative text of the picture that starts at `at`, and the event that ends it.
    pub(super) fn alt(&self, at: usize) -> (String, usize) {
        let end = self.end_of(at);
        let mut alt = String::new();
        for (event, _) in self.events.get(at + 1..end).unwrap_or_default() {
            match event {
                Event::Text(text) | Event::Code(text) => alt.push_str(text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        let words: Vec<&str> = alt.split_ascii_whitespace().collect();
        (words.join(" "), end)
    }

    /// Reports a picture that shows nothing; it is left out.
    pub(super) fn spacer(&mut self, range: &Range<usize>) {
        if !self.writer.is_muted() && !self.in_part {
            self.warn(rule::HTML_REMOVED, range, say::html_spacer(), say::html_spacer_help());
        }
    }

    /// Writes a picture inside text.
    pub(super) fn write_image(&mut self, named: &Named<'_>, range: &Range<usize>) {
        if self.writer.is_muted() {
            return;
        }
        let Some(shown) = self.shown(named.url, named.alt, range, Purpose::Body) else { return };
        let mut style = named.style.clone();
        let alone = stands_alone(&shown, &style);
        if alone {
            style::merge(&mut style, [("margin".to_owned(), "6px auto".to_owned())]);
        }
        let construct = if alone { Construct::FigureImage } else { Construct::Image };
        let style = self.image_style(construct, &shown, style);
        self.image_tag(&shown, named.alt, &style);
    }

    /// The theme's style, the author's, and what keeps a picture in its column: one of medium width fills a phone but
    /// not a computer's column, so it is told to fill both.
    pub(super) fn image_style(
        &self,
        construct: Construct,
        shown: &Shown,
        author: Vec<Declaration>,
    ) -> String {
        let sized = author.iter().any(|(name, _)| name == "width");
        let mut more = author;
        if !sized && shown.size.is_some_and(|(width, _)| (375..=675).contains(&width)) {
            style::merge(&mut more, [("width".to_owned(), "100%".to_owned())]);
        }
        if let (false, true, Some((width @ 0..375, _))) = (sized, shown.drawn, shown.size) {
            style::merge(&mut more, [("width".to_owned(), format!("{width}px"))]);
        }
        style::merge(
            &mut more,
            [("max-width".to_owned(), "100%".to_owned()), ("height".to_owned(), "auto".to_owned())],
        );
        self.theme.style_with(Some(construct), more)
    }

    pub(super) fn image_tag(&mut self, shown: &Shown, alt: &str, style: &str) {
        let mut attributes = vec![("src", shown.src.as_str()), ("alt", alt.trim())];
        let (width, ratio);
        if let Some((w, h)) = shown.size {
            width = w.to_string();
            ratio = format!("{:.4}", f64::from(h) / f64::from(w.max(1)));
            attributes.extend([("data-w", width.as_str()), ("data-ratio", ratio.as_str())]);
        }
        self.writer.void(&element::IMG, style, &attributes);
    }

    /// Finds the picture and lists it. One that cannot be shown is a finding.
    pub(super) fn shown(
        &mut self,
        url: &str,
        alt: &str,
        range: &Range<usize>,
        purpose: Purpose,
    ) -> Option<Shown> {
        let url = link::visible_address(url);
        if let Some(rest) = url.strip_prefix("https://mmbiz.qpic.cn/") {
            return (!rest.is_empty()).then(|| Shown { src: url.clone(), size: None, drawn: false });
        }
        if link::kind_of(&url) != link::LinkKind::Local {
            if is_spacer(&url) {
                self.spacer(range);
                return None;
            }
            if url.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
                let message = say::picture_embedded((url.len() * 3 / 4).div_ceil(1 << 10));
                let finding = Finding::error(rule::REMOTE, self.place(range), message);
                self.findings.push(finding.help(say::picture_embedded_help()));
                return None;
            }
            let shorter: String = url.chars().take(80).collect();
            let finding = Finding::error(rule::REMOTE, self.place(range), say::picture_remote(shorter));
            self.findings.push(finding.help(say::picture_remote_help()));
            return None;
        }
        let file = percent::decode(url.split(['#', '?']).next().unwrap_or(&url));
        let found = tree::resolve(self.file.path(), &file).map_err(|error| missing(&file, &error));
        let facts = found.and_then(|path| {
            let facts = self.pictures.facts(&path);
            let facts = facts.as_ref().clone()?;
            let concern = picture::concern(&facts.probe, facts.size, purpose).map_err(unreadable)?;
            Ok((path, facts, concern))
        });
        let (path, facts, concern) = match facts {
            Ok(known) => known,
            Err(broken) => {
                let mut finding = Finding::error(broken.rule, self.place(range), broken.message);
                finding.help = broken.help;
                self.findings.push(finding);
                return None;
            }
        };
        let Facts { digest, probe: picture::Probe { format, width, height, .. }, drawn, .. } = facts;
        let src = format!("asset:{digest}");
        let shown = Shown { src, size: Some((width, height)), drawn: drawn.is_some() };
        if let Some(Svg { drawing, source }) = drawn {
            self.pictures.sources.push((path, source));
            self.pictures.add_drawing(&drawing, alt.trim(), self.place(range));
            return Some(shown);
        }
        if !self.pictures.list.iter().any(|known| known.source.path() == Some(&path)) {
            let place = self.place(range);
            self.findings.extend(concern.map(|concern| {
                Finding::warning(rule::MOTION, place.clone(), concern.message()).help(concern.help())
            }));
            self.pictures.list.push(Picture {
                source: Source::File(path),
                digest,
                format,
                width,
                height,
                alt: alt.trim().to_owned(),
                place,
            });
        }
        Some(shown)
    }

    /// Lists the picture that starts at `at` without writing it; gives the event behind it.
    pub(super) fn list_picture(&mut self, url: &str, at: usize, range: &Range<usize>) -> usize {
        let (alt, end) = self.alt(at);
        self.shown(url, &alt, range, Purpose::Newspic);
        end + 1
    }
}
