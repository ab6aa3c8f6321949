//! Writing over events: parts of texts, and what stands between them, become other events.

use std::ops::Range;

use super::super::{CowStr, Event, Located};

/// A place in the events: a byte of the text of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// Index of the event.
    pub(super) event: usize,
    /// Byte of its text.
    pub(super) byte: usize,
}

/// What stands from one place up to another, and what takes its place.
#[derive(Debug)]
pub(super) struct Edit<'a> {
    pub(super) from: Spot,
    pub(super) until: Spot,
    pub(super) put: Vec<Located<'a>>,
}

/// The events with `edits` done, which are sorted and do not overlap. Both ends of an edit lie in literal texts.
pub(super) fn apply<'a>(events: Vec<Located<'a>>, edits: Vec<Edit<'a>>) -> Vec<Located<'a>> {
    let mut out = Vec::with_capacity(events.len() + 2 * edits.len());
    let mut edits = edits.into_iter().peekable();
    // Up to here everything is done already.
    let mut done = Spot { event: 0, byte: 0 };
    for (index, (event, range)) in events.into_iter().enumerate() {
        let here = |byte| Spot { event: index, byte };
        let touched = done > here(0) || edits.peek().is_some_and(|edit| edit.from.event == index);
        let (Event::Text(text), true) = (&event, touched) else {
            if done <= here(0) {
                out.push((event, range));
            }
            continue;
        };
        let mut at = if done.event == index { done.byte } else { 0 };
        if done.event > index {
            continue;
        }
        while let Some(edit) = edits.next_if(|edit| edit.from.event == index) {
            if edit.from.byte < at {
                continue;
            }
            push(&mut out, text, &range, at..edit.from.byte);
            out.extend(edit.put);
            done = edit.until;
            at = done.byte;
            if done.event > index {
                break;
            }
        }
        if done.event <= index {
            push(&mut out, text, &range, at..text.len());
        }
    }
    out
}

/// Adds a part of a literal text.
fn push<'a>(out: &mut Vec<Located<'a>>, text: &CowStr<'a>, whole: &Range<usize>, part: Range<usize>) {
    let place = whole.start + part.start..whole.start + part.end;
    let piece = match text {
        CowStr::Borrowed(text) => text.get(part).map(CowStr::Borrowed),
        owned => owned.get(part).map(|piece| CowStr::from(piece.to_owned())),
    };
    if let Some(piece) = piece.filter(|piece| !piece.is_empty()) {
        out.push((Event::Text(piece), place));
    }
}
