//! SVG text to a PNG picture, within bounds.

use std::sync::{Arc, Mutex, PoisonError};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{FontResolver, ImageHrefResolver, ImageKind, Options, Tree as Shapes};

use super::bounds::{self, Bound};
use super::fonts::{FORMULAS, Fonts, Shelf};
use super::{encode, guard};
use crate::base::digest::Digest;
use crate::source::tree::Tree;

/// Bytes of SVG text at most.
const MAX_BYTES: usize = 4 << 20;
/// Nodes of an SVG at most, before its shape is judged.
const MAX_NODES: u32 = 100_000;
/// Pixels of a picture at most.
const MAX_PIXELS: f32 = 8_000_000.0;
/// Pixels of a side at most.
const MAX_SIDE: f32 = 6_000.0;
/// Units of a side at most, as the SVG states them.
const MAX_UNITS: f32 = 100_000.0;
/// Bytes of a picture inside an SVG at most.
const MAX_INNER: usize = 3 << 20;
/// Pixels of a picture inside an SVG at most.
const MAX_INNER_PIXELS: u64 = 16_000_000;

/// How a picture is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Canvas {
    /// Pixels for each unit of the SVG; less when the picture would be too large.
    pub(crate) scale: f32,
    /// Pixels of width that are enough: a wider SVG is magnified less, and none is made smaller for this.
    pub(crate) enough: f32,
    /// Units of ground around it.
    pub(crate) margin: f32,
    /// Colour of the ground, red, green, blue; `None`: transparent.
    pub(crate) ground: Option<[u8; 3]>,
    /// The sides are where the drawing ends, not where its page does.
    pub(crate) cropped: bool,
    /// Made by the program itself, in bounds: drawn at once, on the caller's thread.
    pub(crate) own: bool,
}

impl Default for Canvas {
    fn default() -> Self {
        Self { scale: 3.0, enough: f32::INFINITY, margin: 0.0, ground: None, cropped: false, own: false }
    }
}

/// A drawn picture.
#[derive(Debug, Clone)]
pub(crate) struct Drawing {
    /// The PNG file.
    pub(crate) png: Arc<[u8]>,
    /// Its digest.
    pub(crate) digest: Digest,
    /// Width in pixels.
    pub(crate) width: u32,
    /// Height in pixels.
    pub(crate) height: u32,
    /// Width in units of the SVG, with the margins.
    pub(crate) units: f32,
    /// Fonts it was drawn with, and their digests.
    pub(crate) fonts: Vec<(String, Digest)>,
}

/// Why an SVG cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Undrawn {
    /// It is no SVG: what is wrong, and the line and column (from 1) where that is known.
    Malformed(String, Option<(u32, u32)>),
    /// It has text, and there is no font.
    NoFont,
    /// No font has these characters.
    Glyphs(String),
    /// It is too large, too deep or too laborious.
    Heavy,
    /// It shows something from outside itself.
    External(String),
    /// It holds HTML.
    Foreign,
}

impl From<Bound> for Undrawn {
    fn from(bound: Bound) -> Self {
        match bound {
            Bound::Heavy => Self::Heavy,
            Bound::External(target) => Self::External(target),
            Bound::Foreign => Self::Foreign,
        }
    }
}

/// What was noticed while text was set.
#[derive(Default)]
struct Notes {
    used: Vec<ID>,
    bold: bool,
    no_font: bool,
    missing: String,
}

/// Draws `svg`. Text is set in `fonts`, of which those of the site are read from `tree`.
///
/// # Errors
/// When it is no SVG, is out of bounds, or needs a font that is not there. Never panics.
pub(crate) fn draw(svg: &str, canvas: &Canvas, fonts: &Fonts, tree: &dyn Tree) -> Result<Drawing, Undrawn> {
    if svg.len() > MAX_BYTES {
        return Err(Undrawn::Heavy);
    }
    // Without text no font is read, and formulas mostly have their own.
    if canvas.own || !svg.contains("<text") && !svg.contains(":text") {
        let drawn = draw_with(svg, canvas, None).0;
        if !matches!(drawn, Err(Undrawn::NoFont | Undrawn::Glyphs(_))) {
            return drawn;
        }
    }
    let plain = fonts.plain(tree);
    let (drawn, notes) = draw_with(svg, canvas, Some(plain));
    let more = notes.bold || notes.no_font || !notes.missing.is_empty();
    match more.then(|| fonts.all(tree)).flatten() {
        Some(all) => draw_with(svg, canvas, Some(all)).0,
        None => drawn,
    }
}

fn draw_with(svg: &str, canvas: &Canvas, shelf: Option<&Shelf>) -> (Result<Drawing, Undrawn>, Notes) {
    let database = shelf.map_or_else(|| Arc::clone(&FORMULAS), |shelf| Arc::clone(&shelf.database));
    let family = shelf.and_then(|shelf| shelf.family.clone()).unwrap_or_default();
    let notes = Arc::new(Mutex::new(Notes::default()));
    let drawn = if canvas.own {
        guard::here(|| paint(svg, canvas, &database, &family, &notes)).unwrap_or(Err(Undrawn::Heavy))
    } else {
        let (svg, canvas, database, notes) =
            (svg.to_owned(), canvas.clone(), Arc::clone(&database), Arc::clone(&notes));
        guard::apart(move || paint(&svg, &canvas, &database, &family, &notes)).unwrap_or(Err(Undrawn::Heavy))
    };
    let notes = std::mem::take(&mut *notes.lock().unwrap_or_else(PoisonError::into_inner));
    let drawn = drawn.and_then(|mut drawing| {
        if notes.no_font {
            return Err(Undrawn::NoFont);
        }
        if !notes.missing.is_empty() {
            let poor = shelf.is_none_or(|shelf| shelf.family.is_none());
            return Err(if poor { Undrawn::NoFont } else { Undrawn::Glyphs(notes.missing.clone()) });
        }
        drawing.fonts = used(shelf, &database, &notes);
        Ok(drawing)
    });
    (drawn, notes)
}

fn used(shelf: Option<&Shelf>, database: &Database, notes: &Notes) -> Vec<(String, Digest)> {
    let Some(shelf) = shelf else { return Vec::new() };
    let sources = notes.used.iter().filter_map(|id| database.face_source(*id));
    let mut lines: Vec<_> =
        sources.filter_map(|(source, _)| shelf.file(&source)).map(super::fonts::Loaded::line).collect();
    lines.sort();
    lines.dedup();
    lines
}

fn paint(
    svg: &str,
    canvas: &Canvas,
    database: &Arc<Database>,
    family: &str,
    notes: &Arc<Mutex<Notes>>,
) -> Result<Drawing, Undrawn> {
    let parsing = ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, parsing).map_err(|error| {
        let at = error.pos();
        Undrawn::Malformed(error.to_string(), Some((at.row, at.col)))
    })?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(Undrawn::Malformed("no svg element".to_owned(), None));
    }
    if !canvas.own {
        bounds::check(&document)?;
    }
    let options = options(database, family, notes);
    let shapes = Shapes::from_xmltree(&document, &options)
        .map_err(|error| Undrawn::Malformed(error.to_string(), None))?;
    let drawn = shapes.root().abs_stroke_bounding_box();
    let (left, top, width, height) = if canvas.cropped && drawn.width() > 0.0 && drawn.height() > 0.0 {
        (drawn.x(), drawn.y(), drawn.width(), drawn.height())
    } else {
        (0.0, 0.0, shapes.size().width(), shapes.size().height())
    };
    let (width, height) = (width + 2.0 * canvas.margin, height + 2.0 * canvas.margin);
    if !(width > 0.0 && height > 0.0 && width <= MAX_UNITS && height <= MAX_UNITS) {
        return Err(Undrawn::Heavy);
    }
    let scale = fitting(canvas.scale.min((canvas.enough / width).max(1.0)), width, height);
    let mut pixels = Pixmap::new(whole(width * scale), whole(height * scale)).ok_or(Undrawn::Heavy)?;
    if let Some([red, green, blue]) = canvas.ground {
        pixels.fill(Color::from_rgba8(red, green, blue, u8::MAX));
    }
    let place = Transform::from_scale(scale, scale).pre_translate(canvas.margin - left, canvas.margin - top);
    resvg::render(&shapes, place, &mut pixels.as_mut());
    let png: Arc<[u8]> = encode::png(&pixels).ok_or(Undrawn::Heavy)?.into();
    let digest = Digest::of(&*png);
    Ok(Drawing {
        digest,
        png,
        width: pixels.width(),
        height: pixels.height(),
        units: width,
        fonts: Vec::new(),
    })
}

/// The scale wanted, or the largest at which the picture has no more pixels than allowed.
fn fitting(wanted: f32, width: f32, height: f32) -> f32 {
    let side = MAX_SIDE / width.max(height);
    let area = (MAX_PIXELS / (width * height)).sqrt();
    wanted.min(side).min(area)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and bounded before")]
fn whole(pixels: f32) -> u32 {
    (pixels.ceil() as u32).max(1)
}

fn options(database: &Arc<Database>, family: &str, notes: &Arc<Mutex<Notes>>) -> Options<'static> {
    let note = |notes: &Arc<Mutex<Notes>>| {
        let notes = Arc::clone(notes);
        move |write: &mut dyn FnMut(&mut Notes)| {
            write(&mut notes.lock().unwrap_or_else(PoisonError::into_inner))
        }
    };
    let (select, fallback) = (note(notes), note(notes));
    let (select_default, fallback_default) =
        (FontResolver::default_font_selector(), FontResolver::default_fallback_selector());
    let family_name = family.to_owned();
    let font_resolver = FontResolver {
        select_font: Box::new(move |font, database| {
            let found = select_default(font, database);
            select(&mut |notes| {
                notes.bold |= font.weight() >= 600;
                notes.no_font |= found.is_none();
                notes.used.extend(found);
            });
            found
        }),
        select_fallback: Box::new(move |c, tried, database| {
            let found = fallback_default(c, &strangers(&family_name, tried, database), database)
                .or_else(|| fallback_default(c, tried, database));
            fallback(&mut |notes| {
                notes.used.extend(found);
                let shows = !c.is_control()
                    && !c.is_whitespace()
                    && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}');
                if found.is_none()
                    && shows
                    && !notes.missing.contains(c)
                    && notes.missing.chars().count() < 20
                {
                    notes.missing.push(c);
                }
            });
            found
        }),
    };
    Options {
        font_family: family.to_owned(),
        languages: vec!["zh".to_owned(), "en".to_owned()],
        fontdb: Arc::clone(database),
        font_resolver,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, data, _| inner(data)),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// Every face that is not of the family for Chinese text, behind those tried already: a collection holds the forms of
/// several countries, and the first that has a character may be another country's.
fn strangers(family: &str, tried: &[ID], database: &Database) -> Vec<ID> {
    let foreign = |face: &&FaceInfo| face.families.iter().all(|(name, _)| name != family);
    tried.iter().copied().chain(database.faces().filter(foreign).map(|face| face.id)).collect()
}

/// A picture inside an SVG: PNG, JPEG, GIF or WebP of ordinary size, told by its content.
fn inner(data: Arc<Vec<u8>>) -> Option<ImageKind> {
    use crate::wechat::picture::{Format, probe};
    let probe = (data.len() <= MAX_INNER).then(|| probe(&data).ok()).flatten()?;
    if u64::from(probe.width) * u64::from(probe.height) > MAX_INNER_PIXELS {
        return None;
    }
    match probe.format {
        Format::Png => Some(ImageKind::PNG(data)),
        Format::Jpeg => Some(ImageKind::JPEG(data)),
        Format::Gif => Some(ImageKind::GIF(data)),
        Format::Webp => Some(ImageKind::WEBP(data)),
        _ => None,
    }
}
