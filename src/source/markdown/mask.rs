//! Parts of the source that the parser is shown as something else of the same length: fences of containers as thematic
//! breaks, sizes behind a picture's address as blanks. Their bytes in the file stay, and are read again from there.

use std::ops::Range;

use super::{fence, steps};

/// A stretch of ASCII that stands in the place of the source's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mask {
    pub(super) range: Range<usize>,
    /// Bytes at the beginning that are `_`; the others are blanks.
    pub(super) strokes: usize,
}

/// Every mask of `text`, in order.
pub(super) fn masks(text: &str) -> Vec<Mask> {
    let mut out = Vec::new();
    fences(text, &mut out);
    if !out.is_empty() {
        dividers(text, &mut out);
    }
    sizes(text, &mut out);
    out.sort_by_key(|mask| mask.range.start);
    out
}

fn fences(text: &str, out: &mut Vec<Mask>) {
    let mut at = 0;
    while let Some(found) = steps::find(&text[at..], ":::") {
        let found = at + found;
        let start = steps::rfind(&text[at..found], "\n").map_or(at, |newline| at + newline + 1);
        let end = steps::find(&text[found..], "\n").map_or(text.len(), |length| found + length);
        let line = text[found..end].trim_end_matches('\r');
        if is_prefix(&text[start..found])
            && let Some(fence) = fence::read(line)
        {
            out.push(Mask { range: found..found + line.len(), strokes: fence.colons });
        }
        at = end;
        if text.as_bytes().get(at) == Some(&b'\n') {
            at += 1;
        }
    }
}

/// `+++` alone on a line between columns: a divider, with blank lines around it or without.
fn dividers(text: &str, out: &mut Vec<Mask>) {
    let fences: Vec<(usize, bool)> = out
        .iter()
        .filter_map(|mask| Some((mask.range.start, fence::read(&text[mask.range.clone()])?.closes())))
        .collect();
    let (mut next, mut open, mut at) = (0, 0usize, fences.first().map_or(text.len(), |(start, _)| *start));
    while let Some(found) = steps::find(&text[at..], "+++") {
        let found = at + found;
        while let Some((_, closes)) = fences.get(next).filter(|(start, _)| *start < found) {
            open = if *closes { open.saturating_sub(1) } else { open + 1 };
            next += 1;
        }
        let start = steps::rfind(&text[..found], "\n").map_or(0, |newline| newline + 1);
        let end = steps::find(&text[found..], "\n").map_or(text.len(), |length| found + length);
        if open > 0 && text[found..end].trim_end() == "+++" && is_prefix(&text[start..found]) {
            out.push(Mask { range: found..found + 3, strokes: 3 });
        }
        at = end;
    }
}

/// Whether a block may begin behind these characters: indentation, `>` and markers of lists.
fn is_prefix(text: &str) -> bool {
    steps::read(text.len());
    text.split([' ', '\t', '>']).all(|word| {
        let number = word.strip_suffix(['.', ')']).is_some_and(|digits| {
            !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        number || matches!(word, "" | "-" | "*" | "+")
    })
}

/// ` =300x200` behind the address of a picture.
fn sizes(text: &str, out: &mut Vec<Mask>) {
    let (mut at, mut line, mut link) = (0, 0, None);
    while let Some(found) = steps::find(&text[at..], " =") {
        let equals = at + found + 1;
        // Only what was not seen yet is looked at: where the line begins, and the last address before the size.
        let unseen = &text[at..equals];
        line = steps::rfind(unseen, "\n").map_or(line, |newline| at + newline + 1);
        link = steps::rfind(unseen, "](").map_or(link, |bracket| Some(at + bracket));
        let size = text[equals + 1..].bytes().take_while(|byte| is_size(*byte)).count();
        let end = equals + 1 + size;
        at = end;
        let Some(behind) = text[end..].chars().next() else { return };
        let addressed = link.is_some_and(|bracket| bracket >= line);
        if size > 0 && matches!(behind, ')' | ' ' | '\t') && addressed {
            out.push(Mask { range: equals..end, strokes: 0 });
        }
    }
}

fn is_size(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'x' | b'X' | b'%')
}
