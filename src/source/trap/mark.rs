//! Marks of headings and lists that Markdown does not see.

use std::ops::Range;

use memchr::memchr;

use super::{MARKER, RAW, Trap};
use crate::base::message::lint as say;
use crate::source::markdown::chars::is_letter;
use crate::source::markdown::{Event, Located, Tag};

/// A mark at the beginning of a line.
struct Mark {
    /// Bytes of the mark in the line.
    length: usize,
    /// Bytes that the fix replaces, from the beginning of the mark, and what comes there.
    fix: Option<(usize, String)>,
    /// The parser does not know it either.
    shows: bool,
}

/// Looks at the beginning of every line of `body` that is neither code nor HTML.
pub(super) fn find(text: &str, body: Range<usize>, events: &[Located<'_>], out: &mut Vec<Trap>) {
    let mut code = events.iter().filter(|(event, _)| is_verbatim(event)).map(|(_, range)| range).peekable();
    let mut start = body.start;
    let mut before = "";
    let end = text.get(body.clone()).map_or(start, |_| body.end);
    while start < end {
        let at = start;
        start = memchr(b'\n', &text.as_bytes()[at..end]).map_or(end, |length| at + length + 1);
        let line = &text[at..start];
        while code.peek().is_some_and(|code| code.end <= at) {
            code.next();
        }
        let content = line.trim_start_matches([' ', '\t', '>']);
        if code.peek().is_none_or(|code| code.start >= at + line.trim_end().len())
            && let Some(mark) = mark(content).or_else(|| dash(content, before, text.get(start..)))
        {
            let from = at + (line.len() - content.len());
            let shown = content.get(..mark.length).unwrap_or_default();
            let range = from..from + mark.length;
            let mut trap = Trap::new(MARKER, range, say::dead_mark(shown), say::dead_mark_help());
            trap.shows = mark.shows;
            if let Some((length, new)) = mark.fix {
                trap = trap.fix(from..from + length, new);
            }
            out.push(trap);
        }
        before = content;
    }
}

/// Whether an event is text that is no Markdown.
fn is_verbatim(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::CodeBlock(_)) | Event::Html(_) | Event::InlineHtml(_))
}

/// The dead mark that a line begins with.
fn mark(line: &str) -> Option<Mark> {
    match line.as_bytes().first()? {
        b'#' | b'0'..=b'9' | b'-' | b'*' | b'+' => half(line),
        0xef => full(line),
        _ => None,
    }
}

/// `##标题`, `1.文字`, and marks before a blank that is none.
fn half(line: &str) -> Option<Mark> {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let length = match (hashes, digits) {
        (1..=6, _) => hashes,
        (0, 1..=3) if line[digits..].starts_with(['.', ')']) => digits + 1,
        (0, 0) if line.starts_with(['-', '*', '+']) => 1,
        _ => return None,
    };
    let rest = &line[length..];
    let next = rest.chars().next()?;
    if matches!(next, '\u{a0}' | '\u{3000}') {
        let fix = format!("{} ", &line[..length]);
        let length = length + next.len_utf8();
        return Some(Mark { length, fix: Some((length, fix)), shows: next == '\u{3000}' && digits > 0 });
    }
    // One `#` is a topic, a lone `*` a footnote.
    let tight = hashes > 1 && (is_letter(next) || next.is_alphanumeric()) || digits > 0 && is_letter(next);
    tight.then(|| Mark { length, fix: Some((length, format!("{} ", &line[..length]))), shows: true })
}

/// `＃ 标题`, `－ 一项`, `＞ 引文`, `１．文字`.
fn full(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    let length = line.chars().take_while(|c| *c == first).map(char::len_utf8).sum::<usize>();
    let count = length / first.len_utf8();
    let rest = &line[length..];
    let blank = rest.starts_with([' ', '\u{3000}', '\u{a0}']);
    let half = match first {
        '＃' => '#',
        '－' => '-',
        '＞' => '>',
        '＋' => '+',
        '＊' => '*',
        '｀' if count >= 3 => return Some(Mark { length, fix: None, shows: true }),
        '０'..='９' => {
            let digits: usize =
                line.chars().take_while(|c| matches!(c, '０'..='９')).map(char::len_utf8).sum();
            let dot = line[digits..].chars().next().filter(|c| matches!(c, '．' | '.'))?;
            return Some(Mark { length: digits + dot.len_utf8(), fix: None, shows: true });
        }
        _ => return None,
    };
    let blank_length = rest.chars().next().filter(|_| blank).map_or(0, char::len_utf8);
    let new = || format!("{} ", half.to_string().repeat(count));
    match first {
        '＃' if blank || count > 1 => {
            Some(Mark { length, fix: Some((length + blank_length, new())), shows: true })
        }
        '＃' => None,
        '＞' if count == 1 => {
            Some(Mark { length, fix: blank.then(|| (length + blank_length, new())), shows: true })
        }
        _ if blank && count == 1 => {
            Some(Mark { length, fix: Some((length + blank_length, new())), shows: true })
        }
        _ => None,
    }
}

/// `-文字` on two lines one below the other: a list without blanks.
fn dash(line: &str, before: &str, after: Option<&str>) -> Option<Mark> {
    let tight =
        |line: &str| line.strip_prefix('-').and_then(|rest| rest.chars().next()).is_some_and(is_letter);
    let next =
        || after.and_then(|text| text.lines().next()).unwrap_or("").trim_start_matches([' ', '\t', '>']);
    (tight(line) && (tight(before) || tight(next()))).then(|| Mark {
        length: 1,
        fix: Some((1, "- ".to_owned())),
        shows: true,
    })
}

/// Reports captions of pictures that stand in a paragraph with words: only a picture of its own shows one.
pub(super) fn captions(
    text: &str,
    lines: &[Range<usize>],
    pictures: &[(Range<usize>, String)],
    out: &mut Vec<Trap>,
) {
    let mut at = lines.first().map_or(0, |line| line.start);
    let mut words = false;
    let mut look = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or_default();
        // What follows a picture in braces is about its size.
        let between = match between.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((_, rest)) => rest,
            None => between,
        };
        words |= between.contains(char::is_alphanumeric);
    };
    for (range, _) in pictures {
        look(at, range.start.max(at));
        at = range.end;
    }
    look(at, lines.last().map_or(at, |line| line.end.max(at)));
    if words {
        for (range, caption) in pictures.iter().filter(|(_, caption)| !caption.is_empty()) {
            out.push(Trap::new(RAW, range.clone(), say::lost_caption(caption), say::lost_caption_help()));
        }
    }
}
