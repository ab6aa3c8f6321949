//! Markdown as events whose ranges are ranges of the file.
//!
//! CommonMark with tables, footnotes, strikethrough, task lists and alerts, read as people write it in Chinese:
//! emphasis works beside full-width punctuation, a single `~` is a range and not a stroke, bare addresses end before
//! Chinese text. What a construct looks like is not decided here (see `render`).

mod address;
pub mod chars;
mod merge;
mod shadow;

use std::ops::Range;

pub use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd,
};
use pulldown_cmark::{Options, Parser};

use shadow::Shadow;

/// An event and the bytes of the file that it stands for.
pub type Located<'a> = (Event<'a>, Range<usize>);

/// The Markdown dialect. Heading attributes stay off, since they would swallow any `{…}` at a heading's end; an
/// anchor `{#name}` is taken out by this module instead. Mathematics stays off: `售价$5，原价$10` is money.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// The events of the Markdown in the bytes `range` of `text`; every range is one of `text`.
///
/// Neighbouring pieces of literal text are one event, bare addresses are autolinks, and an anchor `{#name}` at the
/// end of a heading is left out. Escaped or entity text has a range that differs from its text. Never fails: a range
/// that does not fit is moved inwards, and anything is Markdown.
pub fn events(text: &str, range: Range<usize>) -> Vec<Located<'_>> {
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end.max(start));
    let source = &text[start..end];
    let located = match Shadow::new(source) {
        None => merge::merge(source, Parser::new_ext(source, OPTIONS).into_offset_iter()),
        Some(shadow) => {
            let events = Parser::new_ext(shadow.text(), OPTIONS).into_offset_iter();
            merge::merge(source, events.map(|(event, range)| (shadow.restore(source, event), range)))
        }
    };
    let mut located = address::link(located);
    for (_, range) in &mut located {
        *range = range.start + start..range.end + start;
    }
    located
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
mod tests;
