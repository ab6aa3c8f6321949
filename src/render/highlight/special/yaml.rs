//! YAML: keys, anchors, tags, and texts that go on over lines.

use super::super::paint::Paint;
use super::super::role::Role;

/// YAML.
pub(in super::super) fn yaml(paint: &mut Paint<'_>) {
    while !paint.done() {
        let start = paint.at();
        paint.blanks();
        let indent = paint.at() - start;
        line(paint);
        let block = ends_in_block(paint, start);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
        if block {
            block_text(paint, indent);
        }
    }
}

/// Whether the line that began at `start` announces a text below it: `key: |`, `- >-`.
fn ends_in_block(paint: &Paint<'_>, start: usize) -> bool {
    let line = paint.slice(start, paint.at());
    let line = line.split(" #").next().unwrap_or("").trim_end();
    let last = line.rsplit([' ', '\t']).next().unwrap_or("");
    let mark = last.trim_end_matches(['-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    matches!(mark, "|" | ">") && (line.contains(':') || line.trim_start().starts_with('-'))
}

/// Lines that are indented deeper than their key.
fn block_text(paint: &mut Paint<'_>, indent: usize) {
    while !paint.done() {
        let line = paint.line();
        let blank = line.trim().is_empty();
        let deep = line.len() - line.trim_start_matches(' ').len();
        if !blank && deep <= indent {
            return;
        }
        paint.to(paint.line_end(), Role::String);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

fn line(paint: &mut Paint<'_>) {
    if paint.starts("---") || paint.starts("...") || paint.starts("%YAML") {
        return paint.to(paint.line_end(), Role::Keyword);
    }
    // `- - key: value`
    while matches!(paint.byte(0), b'-' | b'?') && matches!(paint.byte(1), b' ' | b'\n' | 0) {
        paint.step(1, Role::Punctuation);
        paint.blanks();
    }
    if let Some(end) = key(paint.line()) {
        paint.step(end, Role::Attribute);
        paint.step(1, Role::Punctuation);
    }
    let end = paint.line_end();
    let mut first = true;
    while paint.at() < end {
        let blank = matches!(paint.byte(0), b' ' | b'\t');
        value(paint, end, first);
        first &= blank;
    }
}

/// Where the key of a line ends: before a colon that a blank or nothing follows.
fn key(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let from = match bytes.first()? {
        quote @ (b'"' | b'\'') => line.get(1..)?.find(char::from(*quote))? + 2,
        b'#' | b'{' | b'[' | b'|' | b'>' | b'&' | b'*' | b'!' => return None,
        _ => 0,
    };
    bytes
        .iter()
        .enumerate()
        .skip(from)
        .find_map(|(at, byte)| {
            let ends = *byte == b':' && matches!(bytes.get(at + 1), None | Some(b' ' | b'\t' | b'\r'));
            let comment = *byte == b'#' && at > 0 && bytes.get(at - 1) == Some(&b' ');
            (ends || comment).then_some((at, ends))
        })
        .filter(|(_, ends)| *ends)
        .map(|(at, _)| at)
}

/// One part of a value.
fn value(paint: &mut Paint<'_>, end: usize, first: bool) {
    match paint.byte(0) {
        b' ' | b'\t' | b'\r' => paint.blanks(),
        b'#' if matches!(paint.byte_before(), 0 | b' ' | b'\t' | b'\n') => paint.to(end, Role::Comment),
        b'&' | b'*' => word(paint, end, Role::Variable),
        b'!' => word(paint, end, Role::Type),
        quote @ (b'"' | b'\'') => {
            // A text in quotation marks may go on over lines.
            let mut at = paint.at() + 1;
            loop {
                at = paint.until(at, |byte| byte == quote || byte == b'\\');
                if paint.byte_at(at) != b'\\' || quote == b'\'' && at >= paint.limit() {
                    break;
                }
                at += if quote == b'"' { 2 } else { 1 };
            }
            let far = paint.slice(paint.at(), at).matches('\n').count() > 20;
            let key = paint.byte_at(at + 1) == b':';
            paint.to(if far { end } else { at + 1 }, if key { Role::Attribute } else { Role::String });
        }
        b'{' | b'[' | b'}' | b']' | b',' | b':' => paint.step(1, Role::Punctuation),
        b'|' | b'>' if first => word(paint, end, Role::Keyword),
        _ => scalar(paint, end),
    }
}

fn word(paint: &mut Paint<'_>, end: usize, role: Role) {
    let stop =
        paint.until(paint.at() + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}'));
    paint.to(stop.min(end), role);
}

fn scalar(paint: &mut Paint<'_>, end: usize) {
    let line = paint.slice(paint.at(), end);
    let bytes = line.as_bytes();
    // Up to what ends a scalar in brackets, a key, or the text before a remark; outside of brackets a comma is text.
    let found = bytes.iter().enumerate().skip(1).find(|(at, byte)| match byte {
        b',' | b']' | b'}' => true,
        b':' => bytes.get(at + 1) == Some(&b' '),
        b'#' => bytes.get(at - 1) == Some(&b' '),
        _ => false,
    });
    let length = found.map_or(line.len(), |(at, _)| at);
    let text = line.get(..length).unwrap_or(line).trim_end();
    let role = if matches!(found, Some((_, b':'))) {
        Role::Attribute
    } else if matches!(text, "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "~" | "True" | "False")
    {
        Role::Constant
    } else if is_number(text) {
        Role::Number
    } else {
        Role::String
    };
    paint.step(text.len().max(1), role);
}

/// Whether a scalar is a number or a date.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && digits.bytes().all(|byte| {
            byte.is_ascii_hexdigit()
                || matches!(byte, b'.' | b'_' | b'-' | b':' | b'+' | b'x' | b'o' | b'T' | b'Z' | b'e')
        })
}
