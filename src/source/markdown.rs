//! Markdown as events whose ranges are ranges of the file.
//!
//! CommonMark with tables, footnotes, strikethrough, task lists, alerts and formulas, read as people write it in Chinese:
//! emphasis works beside full-width punctuation, a single `~` is a range and not a stroke, `$5` is money, bare addresses
//! end before Chinese text; and with what writers bring from elsewhere: `==marks==`, `x^2^`, `^[footnotes]`, ruby, `[[names]]`, `%%notes%%`; a line that
//! begins with full-width blanks begins a paragraph.
//! What a construct looks like is not decided here (see `render`).

mod address;
pub mod chars;
mod contents;
mod definition;
mod depth;
mod event;
mod fence;
mod indent;
mod inline;
mod mask;
mod merge;
mod note;
mod scan;
mod shadow;
mod sign;
mod size;
mod steps;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};
use serde::Serialize;

pub use event::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd,
};

pub use contents::is_contents;
pub use fence::{Containers, Fence, Role, fence};
use scan::Scan;
use shadow::Shadow;
pub use size::{Side, Size, Width, size};

/// An event and the bytes of the file that it stands for.
pub type Located<'a> = (Event<'a>, Range<usize>);

/// Whether `$…$` is a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Math {
    /// When it looks like one: `$x^2$`, and not `$5 到 $6`.
    #[default]
    Auto,
    /// Always.
    True,
    /// Never.
    False,
}

/// The Markdown dialect. Heading attributes stay off, since they would swallow any `{…}` at a heading's end; an
/// anchor `{#name}` is taken out by this module instead. So do wiki links: a table's `\|` and `[[1]](…)` would suffer.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_MATH)
    .union(Options::ENABLE_GFM);

/// The events of the Markdown in the bytes `range` of `text`; every range is one of `text`.
///
/// Neighbouring pieces of literal text are one event, bare addresses are autolinks, and an anchor `{#name}` at the
/// end of a heading is left out. Constructs that the parser does not know come as events that it has: definition lists
/// as such; a container's fence and a line that asks for a table of contents as a thematic break, told by [`fence`] and
/// [`is_contents`]; sizes of pictures are read by [`size`] from a picture's bytes. Escaped or entity text has a range
/// that differs from its text. Never fails: a range that does not fit is moved inwards, and anything is Markdown.
pub fn events(text: &str, range: Range<usize>) -> Vec<Located<'_>> {
    events_with(text, range, Math::Auto)
}

/// As [`events`], with another opinion on `$`.
pub fn events_with(text: &str, range: Range<usize>, math: Math) -> Vec<Located<'_>> {
    let mut start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end.max(start));
    if text[start..end].starts_with('\u{feff}') {
        start += '\u{feff}'.len_utf8();
    }
    let source = &text[start..end];
    let scan = Scan::new(source, math);
    let located = match Shadow::new(source, &scan) {
        None => {
            let events = Parser::new_ext(source, OPTIONS).into_offset_iter();
            let own = |(event, range)| event::from_parser(event, |text| text).map(|event| (event, range));
            merge::merge(source, events.filter_map(own))
        }
        Some(shadow) => {
            let events = Parser::new_ext(shadow.text(), OPTIONS).into_offset_iter();
            let own = |(event, range): (_, Range<usize>)| {
                shadow.restore(source, event, &range).map(|event| (event, range))
            };
            merge::merge(source, events.filter_map(own))
        }
    };
    let located = size::strip(source, located);
    let located = inline::resolve(source, located, &scan.comments);
    let located = address::link(located);
    let located = indent::split(source, located);
    let located = definition::lists(source, located);
    let mut located = contents::replace(source, located);
    for (_, range) in &mut located {
        // Where the parser was shown blanks it may have cut a character.
        let begin = source.floor_char_boundary(range.start);
        let end = source.ceil_char_boundary(range.end.max(begin));
        *range = begin + start..end + start;
    }
    located
}

/// Whether a text may name another article as `[[name]]`; a test of a shell, `[[ -f x ]]`, does not.
pub fn may_name_article(text: &str) -> bool {
    let names = |line: &str| {
        line.contains("]]")
            && line.match_indices("[[").any(|(at, _)| !line[at + 2..].starts_with([' ', '[', ']']))
    };
    text.contains("[[") && text.lines().any(names)
}

/// What a soft line break between two characters becomes: nothing between two Chinese characters, else one space.
pub fn soft_break(before: Option<char>, after: Option<char>) -> &'static str {
    match (before, after) {
        (Some(before), Some(after)) if chars::joins(before, after) => "",
        (None, _) | (_, None) => "",
        _ => " ",
    }
}

#[cfg(test)]
mod linear;
#[cfg(test)]
mod tests;
