//! What writers type and YAML cannot name: each slip gets its own sentence, and a fix where it is safe.
//!
//! Looks at single lines of a text that the parser refused, and at single values that it read otherwise than meant.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::base::message::{Message, source as text};
use crate::finding::{Finding, Place};
use crate::source::{SourceFile, rule};

/// Nobody mends more slips before looking again; and what is to be looked at stays proportional to the text.
const MOST: usize = 50;

/// Findings about the lines of `region`, which begins at the byte `base` of `file` and is no YAML.
pub(super) fn examine(file: &Arc<SourceFile>, base: usize, region: &str) -> Vec<Finding> {
    let mut lines = Lines { file, base, region, findings: Vec::new(), block: None, anchors: OnceCell::new() };
    let mut at = 0;
    while at < region.len() && lines.findings.len() < MOST {
        let end =
            region.get(at..).and_then(|rest| rest.find('\n')).map_or(region.len(), |length| at + length);
        at = lines.line(at, end).max(end + 1);
    }
    lines.findings
}

/// A plain value that ends before ` #` with no blank behind: the rest is lost as a comment.
pub(super) fn cut_short(value: &Place) -> Option<Finding> {
    let shown = value.text();
    if shown.is_empty() || shown.starts_with(['"', '\'', '[', '{', '*']) || shown.ends_with(['\n', '\r']) {
        return None;
    }
    let range = value.range();
    let rest = value.file().text().get(range.end..)?;
    let line = rest.lines().next().unwrap_or("");
    let comment = line.trim_start_matches([' ', '\t']);
    let tag = comment.strip_prefix('#')?;
    if comment.len() == line.len()
        || tag.starts_with(|c: char| c.is_whitespace() || c == '#')
        || tag.is_empty()
    {
        return None;
    }
    let blanks = line.len() - comment.len();
    let place = Place::new(value.file(), range.end + blanks..range.end + line.trim_end().len());
    let whole = range.start..range.end + line.trim_end().len();
    let quoted = quote(value.file().text().get(whole.clone())?);
    Some(
        Finding::error(rule::CUT, place, text::cut_short(comment.trim_end()))
            .help(text::cut_short_help())
            .fix(Place::new(value.file(), whole), quoted),
    )
}

/// A key that begins with a blank other than a space: the line was indented with it.
pub(super) fn blank_before(place: &Place, key: &str) -> Option<Finding> {
    let blank = key.chars().next().filter(|c| c.is_whitespace())?;
    let start = place.range().start;
    let place = Place::new(place.file(), start..start + blank.len_utf8());
    Some(Finding::error(rule::YAML, place, text::odd_indent()).help(text::odd_indent_help()))
}

/// Characters that end the name of an anchor.
const ANCHOR_ENDS: [char; 8] = [' ', '\t', '\r', '\n', ',', ']', '}', '['];

struct Lines<'a> {
    file: &'a Arc<SourceFile>,
    base: usize,
    region: &'a str,
    findings: Vec<Finding>,
    /// Inside a block text (`|`, `>`): the indentation of the line that opened it.
    block: Option<usize>,
    /// Names behind `&`.
    anchors: OnceCell<HashSet<&'a str>>,
}

impl Lines<'_> {
    fn place(&self, range: Range<usize>) -> Place {
        Place::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn report(&mut self, range: Range<usize>, message: Message, help: Message) {
        let place = self.place(range);
        self.findings.push(Finding::error(rule::YAML, place, message).help(help));
    }

    fn report_fix(
        &mut self,
        range: Range<usize>,
        message: Message,
        help: Message,
        change: (Range<usize>, String),
    ) {
        let (place, target) = (self.place(range), self.place(change.0));
        self.findings.push(Finding::error(rule::YAML, place, message).help(help).fix(target, change.1));
    }

    /// Looks at the line `start..end`; gives the offset from which to go on.
    fn line(&mut self, start: usize, end: usize) -> usize {
        let line = self.region.get(start..end).unwrap_or("").trim_end();
        let content = line.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
        let indent = line.len() - content.len();
        if content.is_empty() || content.starts_with('#') {
            return end;
        }
        if let Some(opener) = self.block {
            if indent > opener {
                return end;
            }
            self.block = None;
        }
        let blanks = line.get(..indent).unwrap_or("");
        if let Some(tab) = blanks.find('\t') {
            self.report(start + tab..start + tab + 1, text::tab_indent(), text::tab_indent_help());
            return end;
        }
        if let Some((odd, c)) = blanks.char_indices().find(|(_, c)| *c != ' ') {
            self.report(start + odd..start + odd + c.len_utf8(), text::odd_indent(), text::odd_indent_help());
            return end;
        }
        let item = content.trim_start_matches("- ").trim_start();
        self.entry(start + line.len() - item.len(), item, indent, end)
    }

    /// A `key: value`, or a value alone, at `at`.
    fn entry(&mut self, at: usize, item: &str, indent: usize, end: usize) -> usize {
        let key_end =
            item.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(item.len());
        let (key, rest) = item.split_at(key_end);
        // No key begins with a digit; a date does.
        if key.is_empty() || rest.is_empty() || key.starts_with(|c: char| c.is_ascii_digit()) {
            return self.value(at, item, None, indent, end);
        }
        let colon = at + key_end;
        if let Some(after) = rest.strip_prefix('：') {
            let width = '：'.len_utf8();
            let blanks = after.len() - after.trim_start().len();
            let change =
                (colon..colon + width + blanks, if after.trim().is_empty() { ":" } else { ": " }.to_owned());
            self.report_fix(colon..colon + width, text::wide_colon(key), text::wide_colon_help(key), change);
            return end;
        }
        let Some(after) = rest.strip_prefix(':') else { return self.value(at, item, None, indent, end) };
        match after.chars().next() {
            None => end,
            Some(' ' | '\t') => {
                let value = after.trim_start_matches([' ', '\t']);
                match value.chars().next() {
                    Some(c) if c.is_whitespace() => {
                        self.odd_blank(at + item.len() - value.len(), c, key, end)
                    }
                    _ => self.value(at + item.len() - value.len(), value, Some(key), indent, end),
                }
            }
            Some(c) if c.is_whitespace() => self.odd_blank(colon + 1, c, key, end),
            Some('/') => end,
            Some(_) => {
                let change = (colon + 1..colon + 1, " ".to_owned());
                self.report_fix(colon..colon + 1, text::no_blank(key), text::no_blank_help(key), change);
                end
            }
        }
    }

    fn odd_blank(&mut self, at: usize, blank: char, key: &str, end: usize) -> usize {
        let range = at..at + blank.len_utf8();
        self.report_fix(range.clone(), text::odd_blank(key), text::odd_blank_help(), (range, " ".to_owned()));
        end
    }

    /// The value at `at`, up to the end of its line. `key` is the key before it.
    fn value(&mut self, at: usize, value: &str, key: Option<&str>, indent: usize, end: usize) -> usize {
        let value = value.trim_end();
        let bare = value.split_once(" #").map_or(value, |(bare, _)| bare.trim_end());
        let Some(first) = bare.chars().next() else { return end };
        let rest = bare.get(first.len_utf8()..).unwrap_or("");
        match first {
            '"' | '\'' => return self.quoted(at, value, first, end),
            '[' | '{' => return self.flow(at, value, first, indent, end),
            '@' | '`' | '%' => self.reserved(at, bare, first),
            '*' if !self.anchored(rest) => self.reserved(at, bare, first),
            '&' | '!' if !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '!') => {
                self.reserved(at, bare, first);
            }
            '|' | '>' if rest.bytes().all(|b| matches!(b, b'+' | b'-' | b'0'..=b'9')) => {
                self.block = Some(indent)
            }
            '|' | '>' => self.reserved(at, bare, first),
            _ if key.is_some() => {
                if let Some(colon) = inner_colon(bare) {
                    let change = (at..at + bare.len(), quote(bare));
                    let place = at + colon..at + colon + 1;
                    self.report_fix(place, text::inner_colon(), text::quote_help(), change);
                }
            }
            _ => {}
        }
        end
    }

    fn reserved(&mut self, at: usize, bare: &str, first: char) {
        let change = (at..at + bare.len(), quote(bare));
        let range = at..at + first.len_utf8();
        self.report_fix(range, text::reserved_start(first), text::quote_help(), change);
    }

    /// Whether the text after `*` names an anchor of the region.
    fn anchored(&self, rest: &str) -> bool {
        let name = |rest: &'_ str| rest.find(ANCHOR_ENDS).unwrap_or(rest.len());
        let anchors = self.anchors.get_or_init(|| {
            let behind = self.region.match_indices('&').filter_map(|(at, _)| self.region.get(at + 1..));
            behind.filter_map(|rest| rest.get(..name(rest))).collect()
        });
        rest.get(..name(rest)).is_some_and(|name| anchors.contains(name))
    }

    /// A value that opens a quotation mark.
    fn quoted(&mut self, at: usize, value: &str, mark: char, end: usize) -> usize {
        let rest = self.region.get(at + 1..).unwrap_or("");
        let closing = closing(rest, mark);
        let same_line = closing.filter(|close| at + 1 + close < end);
        if let Some(close) = same_line {
            let behind = value.get(close + 2..).unwrap_or("");
            let stray = behind.trim_start();
            if !stray.is_empty() && !stray.starts_with(['#', ':', ',', ']', '}']) {
                let change = (at..at + value.len(), quote(value));
                let from = at + value.len() - stray.len();
                self.report_fix(from..at + value.len(), text::after_quote(), text::quote_help(), change);
            }
            return end;
        }
        // A text may go on over lines; but a line that looks like the next key means that the mark was forgotten.
        let next = rest.find('\n').map_or(rest.len(), |length| length + 1);
        let until = closing.unwrap_or(rest.len());
        let swallowed = rest.get(next..until.max(next)).unwrap_or("");
        if closing.is_none() || swallowed.lines().any(looks_like_entry) {
            self.report(at..at + 1, text::unclosed_quote(), text::unclosed_quote_help());
            return end;
        }
        self.line_end(at + 1 + until)
    }

    /// A value that opens a bracket: `[重磅] 明天` was meant as text; `[一, 二` has no end.
    fn flow(&mut self, at: usize, value: &str, open: char, indent: usize, line_end: usize) -> usize {
        let close = if open == '[' { ']' } else { '}' };
        let rest = self.region.get(at..).unwrap_or("");
        let Some(end) = matching(rest, open, close) else {
            self.report(at..at + 1, text::unclosed_bracket(open), text::unclosed_bracket_help());
            return line_end;
        };
        if end >= value.len() {
            // The list goes on over lines; a new entry as far left as this one means that the bracket was forgotten.
            let next = rest.find('\n').map_or(end, |length| length + 1);
            let swallowed = rest.get(next.min(end)..end).unwrap_or("");
            let left = |line: &str| line.len() - line.trim_start().len() <= indent;
            if swallowed.lines().any(|line| left(line) && looks_like_entry(line)) {
                self.report(at..at + 1, text::unclosed_bracket(open), text::unclosed_bracket_help());
                return line_end;
            }
            return self.line_end(at + end);
        }
        let behind = value.get(end + 1..).unwrap_or("");
        let stray = behind.trim_start();
        if !stray.is_empty() && !stray.starts_with(['#', ':', ',', ']', '}']) {
            let change = (at..at + value.len(), quote(value));
            let from = at + value.len() - stray.len();
            self.report_fix(from..at + value.len(), text::after_bracket(close), text::quote_help(), change);
        }
        line_end
    }

    /// End of the line in which the byte `at` stands.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.region.get(at..).unwrap_or("");
        rest.find('\n').map_or(self.region.len(), |length| at + length)
    }
}

/// Offset of the bracket that closes the one at the beginning of `rest`; brackets in quotation marks do not count.
fn matching(rest: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut mark = None;
    for (index, c) in rest.char_indices() {
        match mark {
            Some(quote) if c == quote => mark = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => mark = Some(c),
            None if c == open => depth += 1,
            None if c == close => {
                depth -= 1;
                if depth == 0 {
                    return Some(index);
                }
            }
            None => {}
        }
    }
    None
}

/// Whether a line that a quoted text swallowed was meant as the next entry.
fn looks_like_entry(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches("- ");
    let key = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
    key > 0 && line.get(key..).is_some_and(|rest| rest.starts_with(": ") || rest.trim_end() == ":")
}

/// Offset of the closing `mark` in `rest`.
fn closing(rest: &str, mark: char) -> Option<usize> {
    let mut chars = rest.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        if mark == '"' && c == '\\' {
            chars.next();
        } else if c == mark {
            if mark == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                chars.next();
            } else {
                return Some(index);
            }
        }
    }
    None
}

/// Offset of a colon that makes a plain value a map.
fn inner_colon(bare: &str) -> Option<usize> {
    bare.find(": ").or_else(|| bare.find(":\t")).or_else(|| bare.strip_suffix(':').map(str::len))
}

/// `value` as a quoted text.
fn quote(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t"))
}
