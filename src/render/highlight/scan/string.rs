//! Strings: escapes, code inside them, and the ways to close them.

use std::borrow::Cow;

use super::super::paint::{begins_name, is_name};
use super::super::role::Role;
use super::super::syntax::{Bracketed, Escape, Fill, Heredoc, Quote, Shape};
use super::{Before, Frame, MAX_FRAMES, Scanner};

/// Longest character literal, in bytes between its marks.
const MAX_CHARACTER: usize = 12;

/// A string that is open.
#[derive(Debug)]
pub(super) struct Open {
    close: Cow<'static, str>,
    escape: Escape,
    fill: Fill,
    lines: bool,
    role: Role,
}

impl Scanner<'_, '_> {
    /// Opens a string behind a prefix of that many bytes. Tells whether it is one.
    pub(super) fn open(&mut self, quote: &'static Quote, prefix: usize) -> bool {
        let at = self.paint.at() + prefix;
        let rest = self.paint.slice(at, self.paint.limit());
        let (length, close): (usize, Cow<'static, str>) = match quote.shape {
            Shape::Plain => (quote.open.len(), Cow::Borrowed(quote.close)),
            Shape::Hashes => {
                let hashes = rest.len() - rest.trim_start_matches('#').len();
                if !rest.get(hashes..).is_some_and(|rest| rest.starts_with(quote.open)) {
                    return false;
                }
                (hashes + quote.open.len(), format!("{}{}", quote.close, "#".repeat(hashes)).into())
            }
            Shape::Delimiter => {
                let Some(word) =
                    rest.get(1..).and_then(|rest| rest.split('(').next()).filter(|word| word.len() <= 16)
                else {
                    return false;
                };
                (word.len() + 2, format!("){word}\"").into())
            }
            Shape::Level => {
                let level = rest.bytes().skip(1).take_while(|byte| *byte == b'=').count();
                if rest.as_bytes().get(level + 1) != Some(&b'[') {
                    return false;
                }
                (level + 2, format!("]{}]", "=".repeat(level)).into())
            }
            Shape::Dollars => {
                let Some(end) =
                    rest.get(1..).and_then(|rest| rest.find(|c: char| !(c.is_alphanumeric() || c == '_')))
                else {
                    return false;
                };
                if rest.as_bytes().get(end + 1) != Some(&b'$') {
                    return false;
                }
                let word = rest.get(..end + 2).unwrap_or("$$").to_owned();
                (word.len(), word.into())
            }
            Shape::Character => return self.character(),
        };
        let role = if quote.doc && self.fresh && !matches!(self.last, b'=' | b'(' | b',' | b'[' | b'{' | b'+')
        {
            Role::Comment
        } else if self.syntax.assigns == b':' && self.names_key(at + length, &close) {
            Role::Attribute
        } else {
            Role::String
        };
        self.paint.step(prefix + length, role);
        self.frames.push(Frame::Text(Open {
            close,
            escape: quote.escape,
            fill: quote.fill,
            lines: quote.lines,
            role,
        }));
        self.before = Before::Operand;
        true
    }

    /// Whether the string whose inside begins at `from` is a key: a colon follows it.
    fn names_key(&self, from: usize, close: &str) -> bool {
        let mark = close.bytes().next().unwrap_or(0);
        let mut at = from;
        loop {
            at = self.paint.until(at, |byte| byte == mark || matches!(byte, b'\\' | b'\n'));
            if self.paint.byte_at(at) != b'\\' {
                break;
            }
            at += 2;
        }
        let behind = self.paint.until(at + 1, |byte| byte != b' ');
        self.paint.byte_at(at) == mark && self.paint.byte_at(behind) == b':'
    }

    /// A character between marks; something longer is no string.
    fn character(&mut self) -> bool {
        let rest = self.paint.rest();
        let mut escaped = false;
        let close = rest.bytes().enumerate().skip(1).take(MAX_CHARACTER).find(|(_, byte)| {
            let ends = *byte == b'\'' && !escaped || *byte == b'\n';
            escaped = *byte == b'\\' && !escaped;
            ends
        });
        let Some((length, b'\'')) = close.filter(|(length, _)| *length > 1) else { return false };
        let one =
            rest.get(1..length).is_some_and(|text| text.starts_with('\\') || text.chars().nth(1).is_none());
        if one {
            self.paint.step(length + 1, Role::String);
            self.before = Before::Operand;
        }
        one
    }

    /// Paints the open string up to its end, or to the code inside it.
    pub(super) fn text(&mut self) {
        loop {
            let Some(Frame::Text(open)) = self.frames.last() else { return };
            let (role, fill, escape, lines) = (open.role, open.fill, open.escape, open.lines);
            let first = open.close.as_bytes().first().copied().unwrap_or(b'\n');
            let mark = match fill {
                Fill::Nothing => 0,
                Fill::Brace => b'{',
                Fill::DollarBrace | Fill::Dollar | Fill::DollarParen | Fill::Shell => b'$',
                Fill::HashBrace => b'#',
                Fill::BackslashParen => b'\\',
            };
            let quit = match escape {
                Escape::Backslash => b'\\',
                Escape::Backtick => b'`',
                Escape::Nothing | Escape::Doubled => 0,
            };
            let tick = fill == Fill::Shell;
            let at = self.paint.until(self.paint.at(), |byte| {
                byte == first
                    || byte == b'\n'
                    || byte != 0 && (byte == mark || byte == quit)
                    || tick && byte == b'`'
            });
            self.paint.to(at, role);
            if self.paint.done() {
                return;
            }
            let byte = self.paint.byte(0);
            let length = open_length(&self.frames);
            if byte == b'\n' && !lines {
                self.frames.pop();
                return;
            }
            if byte == first && self.closes() {
                if escape == Escape::Doubled && self.paint.byte(length) == first {
                    self.paint.step(length + 1, Role::Constant);
                    continue;
                }
                self.paint.step(length, role);
                self.frames.pop();
                self.last = byte;
                return;
            }
            if byte == b'\n' {
                self.paint.step(1, role);
                continue;
            }
            if byte == mark && self.fill(fill, lines)
                || tick && byte == b'`' && self.enter(1, b'`', b'`', lines)
            {
                return;
            }
            if byte == quit {
                self.escape(role);
            } else {
                self.paint.character(role);
            }
        }
    }

    fn closes(&self) -> bool {
        match self.frames.last() {
            Some(Frame::Text(open)) => self.paint.starts(&open.close),
            _ => false,
        }
    }

    /// A backslash and what belongs to it.
    fn escape(&mut self, role: Role) {
        let length = match self.paint.byte(1) {
            b'\n' => return self.paint.step(2, role),
            b'x' => 2 + (2..4).take_while(|ahead| self.paint.byte(*ahead).is_ascii_hexdigit()).count(),
            b'u' | b'U' if self.paint.byte(2) == b'{' => {
                2 + (2..12).take_while(|ahead| self.paint.byte(*ahead) != b'}').count() + 1
            }
            b'u' => 2 + (2..6).take_while(|ahead| self.paint.byte(*ahead).is_ascii_hexdigit()).count(),
            _ => 2,
        };
        let line = (1..length).find(|ahead| self.paint.byte(*ahead) == b'\n');
        self.paint.step(line.unwrap_or(length), if role == Role::Comment { role } else { Role::Constant });
    }

    /// Code or a variable inside the string. Tells whether the caller must look at the frames again.
    fn fill(&mut self, fill: Fill, lines: bool) -> bool {
        let next = self.paint.byte(1);
        match fill {
            Fill::Nothing => false,
            Fill::Brace if next == b'{' => {
                self.paint.step(2, Role::Constant);
                true
            }
            Fill::Brace => self.enter(1, b'{', b'}', lines),
            Fill::DollarBrace | Fill::Dollar | Fill::Shell if next == b'{' => {
                if fill == Fill::Shell {
                    self.variable(b'$')
                } else {
                    self.enter(2, b'{', b'}', lines)
                }
            }
            Fill::DollarParen | Fill::Shell if next == b'(' => self.enter(2, b'(', b')', lines),
            Fill::Dollar | Fill::DollarParen | Fill::Shell
                if begins_name(next)
                    || fill == Fill::Shell
                        && (next.is_ascii_digit()
                            || matches!(next, b'?' | b'@' | b'*' | b'#' | b'$' | b'!')) =>
            {
                let end = self.paint.until(self.paint.at() + 1, |byte| !(is_name(byte) && byte < 0x80));
                self.paint.to(end.max(self.paint.at() + 2), Role::Variable);
                true
            }
            Fill::HashBrace if next == b'{' => self.enter(2, b'{', b'}', lines),
            Fill::BackslashParen if next == b'(' => self.enter(2, b'(', b')', lines),
            _ => false,
        }
    }

    /// Goes on with code up to the closing bracket.
    pub(super) fn enter(&mut self, length: usize, open: u8, close: u8, lines: bool) -> bool {
        if self.frames.len() >= MAX_FRAMES {
            return false;
        }
        self.paint.step(length, Role::Punctuation);
        let open = if open == close { 0 } else { open };
        self.frames.push(Frame::Code { open, close, depth: 0, line: !lines });
        self.before = Before::Operator;
        self.command = true;
        self.fresh = false;
        self.last = b'(';
        true
    }

    /// Opens a string with marks that the author chose.
    pub(super) fn open_marked(&mut self, length: usize, close: u8, fill: Fill) {
        self.paint.step(length, Role::String);
        let close = char::from(close).to_string().into();
        let open = Open { close, escape: Escape::Backslash, fill, lines: true, role: Role::String };
        self.frames.push(Frame::Text(open));
        self.before = Before::Operand;
    }

    /// Notes a text that begins on the next line. Tells whether there is one.
    pub(super) fn heredoc(&mut self) -> bool {
        let mark = if self.syntax.heredoc == Heredoc::Three { "<<<" } else { "<<" };
        if !self.paint.starts(mark) || self.paint.byte(mark.len()) == b'<' {
            return false;
        }
        let mut at = self.paint.at() + mark.len();
        while matches!(self.paint.byte_at(at), b'-' | b'~' | b' ' | b'\'' | b'"' | b'\\')
            && at < self.paint.at() + 8
        {
            // A shift has blanks around it, a text has none, except in shells.
            if self.paint.byte_at(at) == b' ' && !self.syntax.shell {
                return false;
            }
            at += 1;
        }
        let end = self.paint.until(at, |byte| !is_name(byte));
        if end == at || self.paint.byte_at(at).is_ascii_digit() {
            return false;
        }
        let capital = self.paint.byte_at(at).is_ascii_uppercase();
        if !self.syntax.shell && self.syntax.heredoc == Heredoc::Two && !capital {
            return false;
        }
        self.heredocs.push(self.paint.slice(at, end));
        let quoted = matches!(self.paint.byte_at(end), b'\'' | b'"');
        self.paint.to(end + usize::from(quoted), Role::String);
        self.before = Before::Operand;
        true
    }

    /// Paints the texts whose words stood on the line before.
    pub(super) fn heredoc_bodies(&mut self) {
        for word in std::mem::take(&mut self.heredocs) {
            while !self.paint.done() {
                let line = self.paint.line();
                let last = line.trim() == word || line.trim().trim_end_matches([';', ')', ',']) == word;
                self.paint.to(self.paint.line_end(), Role::String);
                if last {
                    break;
                }
                self.paint.step(1, Role::String);
            }
            if !self.paint.done() {
                self.paint.step(1, Role::Plain);
            }
        }
        self.fresh = true;
    }

    /// `q(…)`, `qw/…/` of Perl behind the word.
    pub(super) fn bracketed(&mut self, word: &str, end: usize) -> bool {
        if self.syntax.bracketed != Bracketed::Perl
            || !matches!(word, "q" | "qq" | "qw" | "qr" | "m" | "s" | "tr" | "y")
        {
            return false;
        }
        let open = self.paint.byte_at(end);
        if !open.is_ascii_punctuation()
            || matches!(open, b',' | b';' | b'=' | b')' | b'-' | b'_')
            || self.before == Before::Operand
        {
            return false;
        }
        let close = closing(open);
        // `s{…}{…}` has two parts; with one mark for all, the second part is up to the next mark.
        let twice = matches!(word, "s" | "tr" | "y");
        let mut at = end + 1;
        for part in 0..=usize::from(twice) {
            if part == 1 && close != open {
                at = self.paint.until(at, |byte| byte == open) + 1;
            }
            let mut escaped = false;
            let from = at;
            let mut found = from;
            for byte in self.paint.slice(from.min(self.paint.limit()), self.paint.limit()).bytes() {
                if byte == close && !escaped {
                    break;
                }
                escaped = byte == b'\\' && !escaped;
                found += 1;
            }
            at = found + 1;
        }
        let end = self.paint.until(at, |byte| !byte.is_ascii_alphabetic());
        self.paint.to(end, Role::String);
        self.before = Before::Operand;
        true
    }

    /// `%w[…]` of Ruby, `~s(…)` of Elixir.
    pub(super) fn marked(&mut self, byte: u8) -> bool {
        let (mark, fill) = match self.syntax.bracketed {
            Bracketed::Ruby => (b'%', Fill::HashBrace),
            Bracketed::Elixir => (b'~', Fill::HashBrace),
            Bracketed::Nothing | Bracketed::Perl => return false,
        };
        if byte != mark || self.before == Before::Operand {
            return false;
        }
        let letters = usize::from(self.paint.byte(1).is_ascii_alphabetic());
        let open = self.paint.byte(1 + letters);
        let fits = matches!(open, b'(' | b'[' | b'{' | b'<' | b'|' | b'/' | b'!' | b'"');
        if !fits || mark == b'~' && letters == 0 || open == b'/' && letters == 0 {
            return false;
        }
        if self.paint.slice(self.paint.at() + 2, self.paint.limit()).starts_with("\"\"\"") {
            return false;
        }
        self.open_marked(2 + letters, closing(open), fill);
        true
    }
}

fn open_length(frames: &[Frame]) -> usize {
    match frames.last() {
        Some(Frame::Text(open)) => open.close.len().max(1),
        _ => 1,
    }
}

const fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        b'<' => b'>',
        same => same,
    }
}
