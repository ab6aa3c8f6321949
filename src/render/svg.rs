//! SVG, in files and in an author's HTML: the platform takes no SVG file and drops most of what may stand in one, so each
//! is drawn.

use std::ops::Range;

use super::construct::Construct;
use super::draw::{Canvas, Drawing, Studio, Undrawn};
use super::element;
use super::image::Broken;
use super::pass::Pass;
use super::rule;
use crate::base::digest::Digest;
use crate::base::message::render as say;
use crate::finding::Finding;
use crate::source::tree::Tree;
use crate::wechat::picture::{self, Probe};

/// How an SVG is drawn: on white, since a dark page would hide dark lines, and sharp at the width of a phone.
pub(super) const CANVAS: Canvas =
    Canvas { scale: 3.0, enough: 1080.0, margin: 0.0, ground: Some([255; 3]), cropped: false, own: false };

/// How an SVG is drawn as a cover: as wide as covers are kept.
pub(super) const COVER: Canvas = Canvas { scale: 4.0, enough: 1440.0, ..CANVAS };

/// Bytes of an SVG in an author's HTML at most.
const MAX_INLINE: usize = 256 << 10;

/// An SVG file as it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Svg {
    pub(super) drawing: Drawing,
    /// Digest of the file.
    pub(super) source: Digest,
}

/// Whether a file is an SVG: by its name, or by how it begins.
pub(crate) fn is_svg(path: &str, bytes: &[u8]) -> bool {
    let named = path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"));
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("<svg") || (head.starts_with("<?xml") || named) && !picture_inside(bytes)
}

/// A file that was only named so.
fn picture_inside(bytes: &[u8]) -> bool {
    picture::probe(bytes).is_ok()
}

/// Draws the SVG file `path` on `canvas`; gives the drawing, and what is known of it as a picture of the size that the SVG states.
///
/// # Errors
/// When it cannot be drawn.
pub(super) fn draw(
    path: &str,
    bytes: &[u8],
    canvas: &Canvas,
    tree: &dyn Tree,
    studio: &Studio,
) -> Result<(Svg, Probe), Broken> {
    let broken = |undrawn: &Undrawn| broken(path, undrawn);
    let text =
        std::str::from_utf8(bytes).map_err(|error| broken(&Undrawn::Malformed(error.to_string(), None)))?;
    let drawn = studio.draw(text.trim_start_matches('\u{feff}').trim_start(), canvas, tree);
    let drawing = drawn.as_ref().clone().map_err(|undrawn| broken(&undrawn))?;
    let mut probe = picture::probe(&drawing.png).map_err(super::image::unreadable)?;
    (probe.width, probe.height) = stated(&drawing);
    Ok((Svg { drawing, source: Digest::of(bytes) }, probe))
}

/// The size that the SVG states, in whole pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded when it was drawn")]
fn stated(drawing: &Drawing) -> (u32, u32) {
    let width = drawing.units.round().max(1.0) as u32;
    let ratio = f64::from(drawing.height) / f64::from(drawing.width.max(1));
    (width, ((f64::from(width) * ratio).round() as u32).max(1))
}

impl Pass<'_> {
    /// Draws the SVG of an author's HTML, whose start tag stands in the bytes `tag` of the file.
    pub(super) fn author_svg(&mut self, tag: &Range<usize>) {
        let rest = self.file.text().get(tag.start..).unwrap_or_default();
        let Some(svg) = element(rest) else {
            return self.undrawn(
                rule::SVG,
                &Undrawn::Malformed("</svg>".to_owned(), None),
                tag,
                say::svg_help(),
            );
        };
        match spacer(&svg) {
            Some(Spacer::Nothing) => return,
            Some(Spacer::Line) => {
                if self.block_ready() {
                    self.writer.void(&element::HR, &self.style(Construct::Rule), &[]);
                }
                return;
            }
            None => {}
        }
        let drawn = self.pictures.studio.draw(&svg, &CANVAS, self.pictures.tree);
        let drawing = match drawn.as_ref() {
            Ok(drawing) => drawing,
            Err(undrawn) => {
                let broken = broken(self.file.path(), undrawn);
                let mut finding = Finding::error(broken.rule, self.place(tag), broken.message);
                finding.help = broken.help;
                self.findings.push(finding);
                return;
            }
        };
        let alt = title(&svg);
        let shown = self.pictures.add_drawing(drawing, &alt, self.place(tag));
        let width = match stated(drawing).0 {
            width @ 0..375 => format!("{width}px"),
            _ => "100%".to_owned(),
        };
        self.text_ready();
        self.picture_of(Construct::Image, &alt, &shown, [("width".to_owned(), width)]);
    }
}

/// The SVG element at the start of `html`, with the names that HTML lets out and XML needs.
fn element(html: &str) -> Option<String> {
    let mut depth = 0usize;
    let mut at = 0;
    loop {
        let next = at + html.get(at..)?.find('<')?;
        let rest = html.get(next..)?;
        let word = |prefix: &str| {
            rest.strip_prefix(prefix)
                .is_some_and(|rest| rest.starts_with(|c: char| !c.is_ascii_alphanumeric()))
        };
        if word("</svg") {
            depth = depth.saturating_sub(1);
        } else if word("<svg") && !rest.split('>').next().unwrap_or_default().ends_with('/') {
            depth += 1;
        }
        at = next + rest.find('>')? + 1;
        if depth == 0 {
            break;
        }
        if at > MAX_INLINE {
            return None;
        }
    }
    let inside = html.get("<svg".len()..at)?;
    let head = inside.split('>').next().unwrap_or_default();
    let name = |attribute: &str, address: &str| {
        let there = head.contains(&format!("{attribute}="));
        if there { String::new() } else { format!(" {attribute}=\"{address}\"") }
    };
    let svg = name("xmlns", "http://www.w3.org/2000/svg");
    let link = name("xmlns:xlink", "http://www.w3.org/1999/xlink");
    Some(format!("<svg{svg}{link}{inside}"))
}

/// What page editors use an SVG for that is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacer {
    /// It draws nothing, or a dot.
    Nothing,
    /// A line.
    Line,
}

fn spacer(svg: &str) -> Option<Spacer> {
    let (head, inside) = svg.split_once('>')?;
    let shapes = inside.split('<').skip(1).any(|tag| {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        !matches!(name, "" | "g" | "title" | "desc" | "defs")
    });
    let number = |name: &str| {
        let (_, value) = head.split_once(&format!(" {name}=\""))?;
        value.split('"').next()?.trim().trim_end_matches("px").parse::<f64>().ok()
    };
    let (width, height) = (number("width"), number("height"));
    let thin = |size: Option<f64>, limit: f64| size.is_some_and(|size| size <= limit);
    match (shapes, thin(width, 2.0), thin(height, 4.0)) {
        (false, ..) | (true, true, _) => Some(Spacer::Nothing),
        (true, false, true) => Some(Spacer::Line),
        (true, false, false) => None,
    }
}

/// What the drawing says of itself.
fn title(svg: &str) -> String {
    let title = svg.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    title.map_or_else(String::new, |(title, _)| title.trim().chars().take(200).collect())
}

fn broken(path: &str, undrawn: &Undrawn) -> Broken {
    let (rule, message, help) = match undrawn {
        Undrawn::Malformed(reason, Some((line, _))) => {
            (rule::SVG, say::svg_malformed(path, line, reason), say::svg_help())
        }
        Undrawn::Malformed(reason, None) => (rule::SVG, say::drawing_malformed(reason), say::svg_help()),
        Undrawn::NoFont => (rule::FONT, say::no_font(), say::no_font_help()),
        Undrawn::Glyphs(missing) => (rule::FONT, say::no_glyphs(missing), say::no_glyphs_help()),
        Undrawn::Heavy => (rule::SVG, say::drawing_heavy(), say::svg_help()),
        Undrawn::External(target) => (rule::SVG, say::drawing_external(target), say::svg_help()),
        Undrawn::Foreign => (rule::SVG, say::drawing_foreign(), say::svg_help()),
    };
    Broken { rule, message, help: Some(help) }
}
