//! Constructs of other tools, which show as they are written: rows of a table without the line under its head,
//! `!!! note`, `{.class}`, `H~2~O`, `$\frac{1}{2$`.

use std::ops::Range;

use memchr::memchr;

use super::{RAW, Trap};
use crate::base::message::lint as say;

/// Bytes of a class in braces.
const REACH: usize = 120;

/// Looks at the lines of a paragraph.
pub(super) fn lines(text: &str, lines: &[Range<usize>], out: &mut Vec<Trap>) {
    let line = |at: usize| lines.get(at).and_then(|range| text.get(range.clone())).map_or("", str::trim);
    let mut at = 0;
    while at < lines.len() {
        let first = line(at);
        if let Some(word) = admonition(first) {
            let range = lines[at].clone();
            out.push(Trap::new(RAW, range, say::admonition(&first[..3]), say::admonition_help(word)));
        }
        let Some(bars) = bars(first) else {
            at += 1;
            continue;
        };
        let mut end = at + 1;
        while end < lines.len() && self::bars(line(end)).is_some() {
            end += 1;
        }
        if let Some(trap) = table(text, &lines[at..end], bars) {
            out.push(trap);
        }
        at = end;
    }
}

/// How many `|` a line has that may be a row of a table: one that begins with `|`, or has two or more.
fn bars(line: &str) -> Option<usize> {
    memchr(b'|', line.as_bytes())?;
    let count = line.matches('|').count() - line.matches("\\|").count();
    (count >= 2 && (line.starts_with('|') || line.contains(" | "))).then_some(count)
}

/// Lines below each other that begin like rows: a table without, or with a wrong, line under its head.
fn table(text: &str, lines: &[Range<usize>], bars: usize) -> Option<Trap> {
    let rows: Vec<&str> = lines.iter().filter_map(|line| text.get(line.clone())).map(str::trim).collect();
    let (first, last) = (lines.first()?, lines.last()?);
    let framed = |row: &&str| row.starts_with('|') && row.ends_with('|');
    let rule = |row: &&str| row.contains('-') && row.chars().all(|c| "|-: \t".contains(c));
    let ruled = rows.iter().any(rule);
    let even = rows.iter().all(|row| self::bars(row) == Some(bars));
    let alone = rows.len() == 1 && !(ruled || rows.iter().all(framed) && bars >= 3);
    let loose = rows.len() > 1 && !ruled && !rows.iter().all(framed) && !even;
    if alone || loose {
        return None;
    }
    let range = first.start..last.end;
    let cells = if rows.iter().all(framed) { bars - 1 } else { bars + 1 };
    let under = format!("|{}", "---|".repeat(cells));
    if ruled {
        return Some(Trap::new(RAW, range, say::table_ruled(), say::table_ruled_help()));
    }
    let trap = Trap::new(RAW, range, say::table_unruled(), say::table_unruled_help(&under));
    let outside = first.start == 0 || text.as_bytes().get(first.start - 1) == Some(&b'\n');
    let sure = rows.len() > 1 && even && rows.iter().all(framed) && outside;
    Some(if sure { trap.fix(first.end..first.end, format!("\n{under}")) } else { trap })
}

/// What of a row of a table stands behind its last column's cell, which ends at the byte `end`: nobody sees it.
pub(super) fn spare_cells(text: &str, end: usize, out: &mut Vec<Trap>) {
    let rest = text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let blank = |c: char| c == '|' || c.is_whitespace();
    let spare = rest.trim_end_matches(blank);
    let shown = spare.trim_start_matches(blank);
    if !shown.is_empty() {
        let range = end + spare.len() - shown.len()..end + spare.len();
        out.push(Trap::new(RAW, range, say::spare_cell(shown), say::spare_cell_help()));
    }
}

/// The kind that `!!! kind` or `??? kind` names, as a container here.
fn admonition(line: &str) -> Option<&'static str> {
    let rest = line.strip_prefix("!!!").or_else(|| line.strip_prefix("???"))?;
    let rest = rest.strip_prefix('+').unwrap_or(rest).strip_prefix(' ')?;
    let word = rest.split([' ', '"', '“']).next().unwrap_or("");
    Some(match word.to_ascii_lowercase().as_str() {
        "tip" | "hint" | "success" | "check" | "done" | "提示" => "tip",
        "important" | "重要" => "important",
        "warning" | "attention" | "注意" => "warning",
        "danger" | "error" | "bug" | "failure" | "fail" | "caution" | "警告" | "危险" => "danger",
        "quote" | "cite" => "quote",
        "" => return None,
        name if name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') || name == "说明" => {
            "note"
        }
        _ => return None,
    })
}

/// `{` at the byte `at`: a class, behind something or alone in its line.
pub(super) fn attribute(text: &str, at: usize, heading: bool, out: &mut Vec<Trap>) {
    let Some(rest) = text.get(at + 1..text.floor_char_boundary((at + REACH).min(text.len()))) else { return };
    let Some(end) = rest.find(['}', '{', '\n']).filter(|end| rest[*end..].starts_with('}')) else { return };
    let inside = rest[..end].trim();
    let (before, after) = (&text[..at], &text[at + 1 + end + 1..]);
    let line_ends = after.trim_start_matches([' ', '\t', '\r']).starts_with('\n') || after.trim().is_empty();
    let line_begins = before.is_empty() || before.ends_with('\n');
    let closed = before.ends_with([']', ')', '`', '*']) && !before.ends_with("\\)");
    let mut chars = inside.chars();
    let named = matches!(chars.next(), Some('.' | '#' | ':'))
        && chars.next().is_some_and(|c| c.is_alphabetic() || " .#".contains(c));
    let key = inside.split_once('=').is_some_and(|(key, value)| {
        !value.is_empty()
            && !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
    });
    let alone = line_begins && line_ends && inside.starts_with(':');
    if closed && (named || key) || alone || heading && named && line_ends && before.ends_with(' ') {
        let range = at..at + end + 2;
        let shown = &text[range.clone()];
        out.push(Trap::new(RAW, range, say::attribute(shown), say::attribute_help()));
    }
}

/// `$` at the byte `at`: a formula whose braces do not match. One that is well formed is no text.
pub(super) fn formula(text: &str, at: usize, end: usize, out: &mut Vec<Trap>) {
    let rest = text.get(at + 1..text.floor_char_boundary((at + REACH).min(end))).unwrap_or_default();
    let Some(length) = rest.find(['$', '\n']).filter(|length| rest[*length..].starts_with('$')) else {
        return;
    };
    let inside = &rest[..length];
    let command = inside.split('\\').skip(1).any(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    if !command && !["_{", "^{"].iter().any(|mark| inside.contains(mark)) {
        return;
    }
    let count = |mark: char| inside.matches(mark).count() - inside.matches(&format!("\\{mark}")).count();
    if count('{') != count('}') {
        let range = at..at + length + 2;
        out.push(Trap::new(RAW, range.clone(), say::formula(&text[range]), say::formula_help()));
    }
}

/// `~` at the byte `at`: `H~2~O`. A single `~` is a range here, so that this never makes a subscript.
pub(super) fn subscript(text: &str, at: usize, end: usize, out: &mut Vec<Trap>) {
    let Some(rest) = text.get(at + 1..end) else { return };
    let length = rest
        .bytes()
        .take(5)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'))
        .count();
    let lettered = text[..at].ends_with(|c: char| c.is_ascii_alphabetic() || c == ')');
    let inside = &rest[..length];
    if length == 0 || !lettered || !rest[length..].starts_with('~') || rest[length..].starts_with("~~") {
        return;
    }
    // `a~b~c` are three of a kind.
    if inside.bytes().any(|byte| byte.is_ascii_digit()) {
        let range = at..at + length + 2;
        let written = format!("<sub>{inside}</sub>");
        let trap = Trap::new(
            RAW,
            range.clone(),
            say::subscript(&text[range.clone()]),
            say::subscript_help(&written),
        );
        out.push(trap.fix(range, written));
    }
}
