//! Lines that begin with full-width blanks (U+3000): writers mean paragraphs, and pasted text has no blank lines between.

use std::ops::Range;

use super::{Event, Located, Tag, TagEnd};

/// The mark of a paragraph.
const INDENT: char = '\u{3000}';

/// Begins a paragraph at every line of one that is indented.
pub(super) fn split<'a>(source: &'a str, events: Vec<Located<'a>>) -> Vec<Located<'a>> {
    if !source.contains(INDENT) {
        return events;
    }
    let mut out: Vec<Located<'a>> = Vec::with_capacity(events.len());
    // The present paragraph: where it begins in `out`, and how many constructs are open inside it.
    let mut paragraph: Option<(usize, usize)> = None;
    let mut verse = false;
    let mut events = events.into_iter().peekable();
    while let Some((event, mut range)) = events.next() {
        match (&event, &mut paragraph) {
            (Event::Start(Tag::Paragraph), _) => {
                paragraph = Some((out.len(), 0));
                // Breaks that the writer wrote are breaks, and the lines around them those of a verse.
                verse = is_verse(source, &range);
            }
            (Event::End(TagEnd::Paragraph), Some((start, 0))) => {
                range.start = out.get(*start).map_or(range.start, |(_, begun)| begun.start);
                paragraph = None;
            }
            (Event::Start(_), Some((_, depth))) => *depth += 1,
            (Event::End(_), Some((_, depth))) => *depth = depth.saturating_sub(1),
            (Event::SoftBreak | Event::HardBreak, Some((start, 0))) if !verse => {
                let indented =
                    |(event, _): &Located<'_>| matches!(event, Event::Text(text) if text.starts_with(INDENT));
                if let Some((_, next)) = events.peek().filter(|next| indented(next)) {
                    let whole: Option<&mut Range<usize>> = out.get_mut(*start).map(|(_, range)| range);
                    let Some(whole) = whole else { continue };
                    let rest = next.start..whole.end;
                    whole.end = range.start;
                    let first = whole.clone();
                    out.push((Event::End(TagEnd::Paragraph), first));
                    *start = out.len();
                    out.push((Event::Start(Tag::Paragraph), rest));
                    continue;
                }
            }
            _ => {}
        }
        out.push((event, range));
    }
    out
}

/// Whether all lines of a paragraph but the last end with a break: two blanks or a backslash.
fn is_verse(source: &str, paragraph: &Range<usize>) -> bool {
    let lines = source.get(paragraph.clone()).unwrap_or_default().trim_end();
    let mut lines =
        lines.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).rev().skip(1).peekable();
    lines.peek().is_some() && lines.all(|line| line.ends_with("  ") || line.ends_with('\\'))
}
