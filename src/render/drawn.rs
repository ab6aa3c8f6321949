//! Pictures that rendering draws, in the fragment: how they stand, and what is said when one cannot be drawn.

use std::ops::Range;

use super::construct::Construct;
use super::draw::{Drawing, Undrawn};
use super::element;
use super::image::{Picture, Pictures, Source};
use super::open::Origin;
use super::pass::Pass;
use super::rule;
use super::style::Declaration;
use crate::base::digest::Digest;
use crate::base::message::{Message, render as say};
use crate::finding::Place;
use crate::source::markdown::{Event, Located};
use crate::wechat::picture::Format;

/// A drawn picture as the fragment names it.
pub(super) struct Shown {
    pub(super) src: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Pictures<'_> {
    /// Lists a drawing among the pictures, and its fonts among the sources.
    pub(super) fn add_drawing(&mut self, drawing: &Drawing, alt: &str, place: Place) -> Shown {
        let Drawing { png, digest, width, height, fonts, .. } = drawing;
        self.sources.extend(fonts.iter().cloned());
        if !self.list.iter().any(|known| known.digest == *digest) {
            self.list.push(Picture {
                source: Source::Drawn(png.clone()),
                digest: *digest,
                format: Format::Png,
                width: *width,
                height: *height,
                alt: alt.to_owned(),
                place,
            });
        }
        Shown { src: format!("asset:{digest}"), width: *width, height: *height }
    }

    /// Files and fonts that drawings were made of, each once, sorted.
    pub(super) fn drawn_from(mut self) -> (Vec<Picture>, Vec<(String, Digest)>) {
        self.sources.sort();
        self.sources.dedup();
        (self.list, self.sources)
    }
}

impl Pass<'_> {
    /// Writes a drawing in the style of `construct` with some declarations more.
    pub(super) fn picture_of(
        &mut self,
        construct: Construct,
        alt: &str,
        shown: &Shown,
        more: impl IntoIterator<Item = Declaration>,
    ) {
        let more = more.into_iter().collect();
        let style = self.theme.style_with(Some(construct), more);
        let (width, ratio) = (shown.width.to_string(), ratio(shown));
        let attributes =
            [("src", shown.src.as_str()), ("alt", alt.trim()), ("data-w", &width), ("data-ratio", &ratio)];
        self.writer.void(&element::IMG, &style, &attributes);
    }

    /// Writes a drawing that is wider than a phone into a box that scrolls; it keeps `width` pixels.
    pub(super) fn scrolled(&mut self, construct: Construct, alt: &str, shown: &Shown, width: f64) {
        let least = format!("min-width:{width:.0}px");
        self.writer.open(&element::SECTION, Origin::Construct, "overflow-x:auto", &[WIDTH_IS_MEANT]);
        self.writer.open(&element::SECTION, Origin::Construct, &least, &[WIDTH_IS_MEANT]);
        let style = self.theme.style_with(Some(construct), vec![("width".to_owned(), "100%".to_owned())]);
        let (natural, ratio) = (shown.width.to_string(), ratio(shown));
        let attributes = [
            ("src", shown.src.as_str()),
            ("alt", alt.trim()),
            ("data-w", &natural),
            ("data-ratio", &ratio),
            WIDTH_IS_MEANT,
        ];
        self.writer.void(&element::IMG, &style, &attributes);
        self.close();
        self.close();
        self.titled_line(Construct::ScrollHint, SCROLL_HINT);
    }

    /// Draws the fenced block that starts at `at`, when its language is one that is drawn. Tells whether it was, or
    /// whether it is still to be shown as code.
    pub(super) fn drawn_fence(&mut self, language: &str, code: &str, at: usize) -> bool {
        let inside = |(event, range): &Located<'_>| matches!(event, Event::Text(_)).then(|| range.clone());
        let Some(first) = self.events.get(at + 1).and_then(inside) else { return false };
        let last = self.events.iter().skip(at + 1).map_while(inside).last().unwrap_or_else(|| first.clone());
        let range = first.start..last.end;
        match language.to_ascii_lowercase().as_str() {
            "math" => self.display_math(code, &range),
            "mermaid" => self.mermaid(code, &range),
            other => {
                let block = self.events.get(at).map_or(range, |(_, block)| block.clone());
                self.other_diagram(other, &block);
                return false;
            }
        }
        true
    }

    /// Says why something is not drawn.
    pub(super) fn undrawn(
        &mut self,
        rule: &'static str,
        undrawn: &Undrawn,
        range: &Range<usize>,
        help: Message,
    ) {
        let (rule, message, help) = match undrawn {
            Undrawn::NoFont => (rule::FONT, say::no_font(), say::no_font_help()),
            Undrawn::Glyphs(missing) => (rule::FONT, say::no_glyphs(missing), say::no_glyphs_help()),
            Undrawn::Malformed(reason, _) => (rule, say::drawing_malformed(reason), help),
            Undrawn::Heavy => (rule, say::drawing_heavy(), help),
            Undrawn::External(target) => (rule, say::drawing_external(target), help),
            Undrawn::Foreign => (rule, say::drawing_foreign(), help),
        };
        self.warn(rule, range, message, help);
    }
}

/// What readers are told below something wider than their screen.
pub(super) const SCROLL_HINT: &str = "← 左右滑动查看 →";

/// Tells the platform's checker that a width is meant.
pub(super) const WIDTH_IS_MEANT: (&str, &str) = ("data-ignore-width", "true");

fn ratio(shown: &Shown) -> String {
    format!("{:.4}", f64::from(shown.height) / f64::from(shown.width.max(1)))
}

/// A length in ems, without more digits than anybody sees.
pub(super) fn ems(value: f64) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    short.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(short).to_owned()
}
