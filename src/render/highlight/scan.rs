//! The scanner of languages of words: one step a token, driven by a [`Syntax`].
//!
//! What is open (a string, the code inside it, an element) lies on a stack of frames, never on the call stack; every
//! step paints at least one byte, so hostile text costs no more than ordinary text.

mod command;
mod element;
mod pattern;
mod string;

use super::paint::{Paint, begins_name, is_name};
use super::role::Role;
use super::syntax::{Capitals, Comment, Hash, Quote, Syntax, Where};
use super::words::Word;

/// Frames inside each other at most; beyond that, code in strings is text.
const MAX_FRAMES: usize = 24;

/// Longest name of a variable in braces, in bytes.
const MAX_VARIABLE: usize = 200;

/// Something that is open.
#[derive(Debug)]
enum Frame {
    /// Code between brackets, in a string or an element.
    Code {
        open: u8,
        close: u8,
        depth: usize,
        /// Ends with the line, because the string around it does.
        line: bool,
    },
    Text(string::Open),
    /// Inside the tag of an element.
    Tag {
        /// The element's name was painted.
        named: bool,
        closes: bool,
    },
    /// Between the tags of an element.
    Children,
}

/// What stands before the next token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A name, number, string or closing bracket: what follows is an operator.
    Operand,
    /// Anything else: what follows begins an operand.
    Operator,
}

/// Paints code of a language of words.
pub(super) fn paint(syntax: &'static Syntax, paint: &mut Paint<'_>) {
    let mut scanner = Scanner {
        syntax,
        paint,
        frames: Vec::new(),
        before: Before::Operator,
        name: None,
        fresh: true,
        command: true,
        last: 0,
        heredocs: Vec::new(),
        no_pattern: 0,
    };
    while !scanner.paint.done() {
        scanner.step();
    }
}

struct Scanner<'p, 'c> {
    syntax: &'static Syntax,
    paint: &'p mut Paint<'c>,
    frames: Vec<Frame>,
    before: Before,
    /// The role of the next name, after a word that announces it.
    name: Option<Role>,
    /// Nothing but blanks stands before on the line.
    fresh: bool,
    /// The next word of a shell is a command.
    command: bool,
    /// The last byte that was no blank.
    last: u8,
    /// Words that end texts which begin on the next line.
    heredocs: Vec<&'c str>,
    /// No pattern ends before this place.
    no_pattern: usize,
}

impl<'c> Scanner<'_, 'c> {
    fn step(&mut self) {
        let (from, depth) = (self.paint.at(), self.frames.len());
        match self.frames.last() {
            None | Some(Frame::Code { .. }) => self.code(),
            Some(Frame::Text(_)) => self.text(),
            Some(Frame::Tag { .. }) => self.tag(),
            Some(Frame::Children) => self.children(),
        }
        // Whatever happens, the scanner goes on.
        if self.paint.at() == from && self.frames.len() == depth {
            self.paint.character(Role::Plain);
        }
    }

    fn code(&mut self) {
        let byte = self.paint.byte(0);
        match byte {
            b'\n' => return self.line_end(),
            b' ' | b'\t' | b'\r' => return self.paint.blanks(),
            _ => {}
        }
        if self.comment() {
            return;
        }
        let next = self.paint.byte(1);
        let begins = begins_name(byte)
            || self.syntax.start.as_bytes().contains(&byte)
                && (self.syntax.lisp || is_name(next) || byte == b'$');
        if self.syntax.shell {
            self.shell(byte);
        } else if byte.is_ascii_digit() || byte == b'.' && self.paint.byte(1).is_ascii_digit() {
            self.number();
        } else if begins {
            self.word();
        } else {
            self.symbol(byte);
        }
        self.fresh = false;
        self.last = self.paint.byte_before();
    }

    fn line_end(&mut self) {
        self.paint.step(1, Role::Plain);
        self.fresh = true;
        self.command = true;
        self.name = None;
        if !self.heredocs.is_empty() {
            self.heredoc_bodies();
        }
        while matches!(self.frames.last(), Some(Frame::Code { line: true, .. })) {
            self.frames.pop();
            self.frames.pop();
        }
    }

    fn comment(&mut self) -> bool {
        let Some(comment) = self.syntax.comments.iter().find(|comment| {
            self.paint.starts(comment.open)
                && match comment.place {
                    Where::Anywhere => true,
                    Where::BehindBlank => {
                        self.fresh
                            || matches!(
                                self.paint.byte_before(),
                                0 | b' ' | b'\t' | b'\n' | b';' | b'(' | b')'
                            )
                    }
                    Where::LineStart => self.fresh,
                }
        }) else {
            return false;
        };
        // `#[…]` and `#include` are no comments.
        if comment.open == "#" && self.syntax.hash == Hash::Attribute && self.paint.byte(1) == b'[' {
            return false;
        }
        let end = comment_end(self.paint, comment);
        self.paint.to(end, Role::Comment);
        true
    }

    fn number(&mut self) {
        let bytes = |at| self.paint.byte_at(at);
        let start = self.paint.at();
        let hex = bytes(start) == b'0' && matches!(bytes(start + 1), b'x' | b'X');
        let mut at = start + 1;
        loop {
            let byte = bytes(at);
            let exponent = !hex && matches!(byte, b'e' | b'E') || hex && matches!(byte, b'p' | b'P');
            if exponent && matches!(bytes(at + 1), b'+' | b'-') && bytes(at + 2).is_ascii_digit() {
                at += 2;
            } else if byte.is_ascii_alphanumeric()
                || byte == b'_'
                || matches!(byte, b'.' | b'\'') && bytes(at + 1).is_ascii_digit() && bytes(at - 1) != b'.'
            {
                at += 1;
            } else {
                break;
            }
        }
        self.paint.to(at, Role::Number);
        self.before = Before::Operand;
        self.name = None;
    }

    fn word(&mut self) {
        let start = self.paint.at();
        let inner = self.syntax.inner.as_bytes();
        let mut end = self.paint.until(start + 1, |byte| !is_name(byte) && !inner.contains(&byte));
        // A name does not end with what may only stand inside: `a.` is a name and a point.
        while end > start + 1 && matches!(self.paint.byte_at(end - 1), b'-' | b'.') {
            end -= 1;
        }
        let word = self.paint.slice(start, end);
        if self.prefixed(word, end) || self.bracketed(word, end) {
            return;
        }
        let (role, before) = self.judge(word, end);
        let end = if self.syntax.macros && role == Role::Function && self.paint.byte_at(end) == b'!' {
            end + 1
        } else {
            end
        };
        self.paint.to(end, role);
        self.before = before;
    }

    /// The role of a name that ends at `end`, and whether an operand may follow.
    fn judge(&mut self, word: &str, end: usize) -> (Role, Before) {
        let announced = self.name.take();
        let next = self.paint.byte_at(end);
        let member = self.last == b'.' && self.paint.byte_before() == b'.' && self.paint.at() > 1 && {
            self.paint.byte_at(self.paint.at() - 2) != b'.'
        };
        let behind = || self.paint.byte_at(self.paint.until(end, |byte| byte != b' '));
        let syntax = self.syntax;
        if syntax.assigns != 0 && self.fresh && behind() == syntax.assigns
            || syntax.keys && next == b':' && self.paint.byte_at(end + 1) != b':' && self.last != b'?'
        {
            return (Role::Attribute, Before::Operand);
        }
        if !member && let Some(known) = syntax.words.get(word, syntax.fold) {
            return self.known(known, end);
        }
        if syntax.first_word && self.fresh {
            return (if next == b':' { Role::Function } else { Role::Keyword }, Before::Operator);
        }
        if let Some(role) = announced {
            return (role, Before::Operand);
        }
        if syntax.lisp {
            if word.starts_with(':') {
                return (Role::Constant, Before::Operand);
            }
            let called = self.paint.byte_before() == b'(';
            return (if called { Role::Function } else { Role::Plain }, Before::Operand);
        }
        if syntax.verbs && word.contains('-') && !word.starts_with('-') {
            return (Role::Function, Before::Operand);
        }
        let first = word.bytes().next().unwrap_or(0);
        let capital = first.is_ascii_uppercase();
        let called = syntax.calls && (next == b'(' || next == b'<' && self.generic_call(end))
            || syntax.macros
                && next == b'!'
                && matches!(self.paint.byte_at(end + 1), b'(' | b'[' | b'{' | b' ');
        let role = if called && (!capital || syntax.capitals != Capitals::Types) {
            Role::Function
        } else if capital && syntax.constants && is_constant(word) {
            Role::Constant
        } else if capital && syntax.capitals != Capitals::Nothing {
            Role::Type
        } else {
            Role::Plain
        };
        (role, Before::Operand)
    }

    /// Whether types in angle brackets stand at `end`, and a bracket behind them: `useState<number>(`.
    fn generic_call(&self, end: usize) -> bool {
        let inside = |byte: u8| {
            is_name(byte) || matches!(byte, b'<' | b'>' | b',' | b' ' | b'[' | b']' | b'.' | b'|' | b'&')
        };
        let rest = self.paint.slice(end, self.paint.limit()).as_bytes();
        let near = rest.iter().take(60).position(|byte| !inside(*byte));
        near.is_some_and(|at| rest.get(at) == Some(&b'(') && rest.get(at - 1) == Some(&b'>'))
    }

    /// Whether a blank stands at `end`, and behind it a name, a string or a bracket.
    fn stands_before(&self, end: usize) -> bool {
        let next = self.paint.byte_at(end + 1);
        self.paint.byte_at(end) == b' '
            && (begins_name(next)
                || matches!(next, b'"' | b'\'' | b'`' | b'{' | b'[' | b'*' | b'#' | b'$' | b'@'))
    }

    fn known(&mut self, word: Word, end: usize) -> (Role, Before) {
        match word {
            Word::Keyword => (Role::Keyword, Before::Operator),
            Word::Soft if self.stands_before(end) => (Role::Keyword, Before::Operator),
            Word::Soft => {
                let called = self.syntax.calls && self.paint.byte_at(end) == b'(';
                (if called { Role::Function } else { Role::Plain }, Before::Operand)
            }
            Word::Function => {
                self.name = Some(Role::Function);
                (Role::Keyword, Before::Operator)
            }
            Word::Type => {
                self.name = Some(Role::Type);
                (Role::Keyword, Before::Operator)
            }
            Word::KnownType => (Role::Type, Before::Operand),
            Word::Constant => (Role::Constant, Before::Operand),
            Word::Attribute => (Role::Attribute, Before::Operand),
            // `print` without brackets is the function too, `x.len` is judged before.
            Word::Builtin => {
                let called = !self.syntax.calls || self.paint.byte_at(end) == b'(';
                (if called { Role::Function } else { Role::Plain }, Before::Operand)
            }
        }
    }

    fn symbol(&mut self, byte: u8) {
        self.name = None;
        let next = self.paint.byte(1);
        match byte {
            b'@' if self.syntax.annotations && begins_name(next) && self.before != Before::Operand
                || byte == b'@' && self.syntax.annotations && self.fresh && begins_name(next) =>
            {
                let end = self.paint.until(self.paint.at() + 1, |byte| !is_name(byte) && byte != b'.');
                self.paint.to(end, Role::Attribute);
                self.before = Before::Operator;
                return;
            }
            b'#' if self.hash() => return,
            b'\'' if self.syntax.ticks && self.tick() => return,
            b':' if self.syntax.symbols
                && begins_name(next)
                && !matches!(self.paint.byte_before(), b':' | b')')
                && !is_name(self.paint.byte_before()) =>
            {
                let inner = self.syntax.inner.as_bytes();
                let end =
                    self.paint.until(self.paint.at() + 1, |byte| !is_name(byte) && !inner.contains(&byte));
                self.paint.to(end, Role::Constant);
                self.before = Before::Operand;
                return;
            }
            _ => {}
        }
        if self.syntax.sigils.as_bytes().contains(&byte) && self.variable(byte)
            || self.quoted()
            || self.syntax.heredoc != super::syntax::Heredoc::Nothing && self.heredoc()
            || self.marked(byte)
            || byte == b'/' && self.syntax.regexes && self.pattern()
            || byte == b'<' && self.syntax.elements && self.element()
        {
            return;
        }
        self.bracket(byte);
    }

    /// Brackets and operators; a bracket may end the code inside a string.
    fn bracket(&mut self, byte: u8) {
        if let Some(Frame::Code { open, close, depth, .. }) = self.frames.last_mut() {
            if byte == *open {
                *depth += 1;
            } else if byte == *close {
                if *depth == 0 {
                    self.frames.pop();
                    self.paint.step(1, Role::Punctuation);
                    self.before = Before::Operand;
                    return;
                }
                *depth -= 1;
            }
        }
        self.before = if matches!(byte, b')' | b']') { Before::Operand } else { Before::Operator };
        if byte.is_ascii() {
            self.paint.step(1, Role::Punctuation);
        } else {
            self.paint.character(Role::Plain);
        }
    }

    /// What `#` begins, if it begins anything.
    fn hash(&mut self) -> bool {
        let at = self.paint.at();
        match self.syntax.hash {
            Hash::Nothing => false,
            Hash::Preprocessor if !self.fresh => false,
            Hash::Preprocessor => {
                let from = self.paint.until(at + 1, |byte| !matches!(byte, b' ' | b'\t'));
                let end = self.paint.until(from, |byte| !is_name(byte));
                let directive = self.paint.slice(from, end);
                self.paint.to(end, Role::Keyword);
                if matches!(directive, "include" | "import" | "include_next") {
                    self.paint.blanks();
                    let close = if self.paint.byte(0) == b'<' { self.paint.line().find('>') } else { None };
                    if let Some(length) = close {
                        self.paint.step(length + 1, Role::String);
                    }
                } else if directive == "define" {
                    self.paint.blanks();
                    let end = self.paint.until(self.paint.at(), |byte| !is_name(byte));
                    let role = if self.paint.byte_at(end) == b'(' { Role::Function } else { Role::Constant };
                    self.paint.to(end, role);
                }
                self.before = Before::Operator;
                true
            }
            Hash::Attribute => {
                let open = if self.paint.byte(1) == b'!' { 2 } else { 1 };
                if self.paint.byte(open) != b'[' {
                    return false;
                }
                self.attribute();
                true
            }
            Hash::Keyword => {
                let end = self.paint.until(at + 1, |byte| !is_name(byte));
                if end == at + 1 {
                    return false;
                }
                self.paint.to(end, Role::Keyword);
                true
            }
        }
    }

    /// `#[…]` with brackets inside; strings keep their colour. Ends at the latest after some lines.
    fn attribute(&mut self) {
        let mut depth = 0usize;
        let start = self.paint.at();
        loop {
            let end = self.paint.until(self.paint.at(), |byte| matches!(byte, b'[' | b']' | b'"'));
            if end >= self.paint.limit() || end > start + 2_000 {
                return self.paint.to(end, Role::Attribute);
            }
            let byte = self.paint.byte_at(end);
            if byte == b'"' {
                self.paint.to(end, Role::Attribute);
                let close = self.paint.until(end + 1, |byte| matches!(byte, b'"' | b'\n'));
                self.paint.to(close + 1, Role::String);
                continue;
            }
            self.paint.to(end + 1, Role::Attribute);
            depth = if byte == b'[' { depth + 1 } else { depth.saturating_sub(1) };
            if depth == 0 {
                self.before = Before::Operator;
                return;
            }
        }
    }

    /// `'name` that is no character: a lifetime, a type variable, a symbol.
    fn tick(&mut self) -> bool {
        let at = self.paint.at();
        if !begins_name(self.paint.byte(1)) {
            return false;
        }
        let end = self.paint.until(at + 1, |byte| !is_name(byte));
        let one = self.paint.slice(at + 1, end).chars().nth(1).is_none();
        if one && self.paint.byte_at(end) == b'\'' {
            return false;
        }
        self.paint.to(end, Role::Attribute);
        self.before = Before::Operand;
        true
    }

    /// `$name`, `${name}`, `@name`.
    fn variable(&mut self, sigil: u8) -> bool {
        let at = self.paint.at();
        if self.before == Before::Operand && sigil != b'$' {
            return false;
        }
        let mut from = at + 1;
        while matches!(self.paint.byte_at(from), b'@' | b'$' | b':') && from < at + 3 {
            from += 1;
        }
        let end = if self.paint.byte_at(from) == b'{' {
            let close = self.paint.near(from, MAX_VARIABLE, |byte| matches!(byte, b'}' | b'\n'));
            let Some(close) = close.filter(|close| self.paint.byte_at(*close) == b'}') else { return false };
            close + 1
        } else {
            self.paint.until(from, |byte| !is_name(byte))
        };
        // `$?`, `$1`, `$_` are variables too.
        let special = sigil == b'$'
            && end == at + 1
            && matches!(self.paint.byte(1), b'?' | b'!' | b'#' | b'*' | b'@' | b'&' | b'$');
        let end = if special { at + 2 } else { end };
        if end == from && !special {
            return false;
        }
        self.paint.to(end, Role::Variable);
        self.before = Before::Operand;
        true
    }

    /// A string that begins here without a prefix.
    fn quoted(&mut self) -> bool {
        let behind =
            self.before == Before::Operand && !matches!(self.paint.byte_before(), b' ' | b'\t' | b'\n' | 0);
        let quote = self.syntax.quotes.iter().find(|quote| {
            quote.prefixes.is_empty() && self.paint.starts(quote.open) && !(quote.not_behind && behind)
        });
        quote.is_some_and(|quote| self.open(quote, 0))
    }

    /// A string behind a prefix such as `f` or `r#`.
    fn prefixed(&mut self, word: &str, end: usize) -> bool {
        if word.len() > 4 || !self.paint.byte_at(end).is_ascii_punctuation() {
            return false;
        }
        let quote = self.syntax.quotes.iter().find(|quote: &&'static Quote| {
            quote.prefixes.iter().any(|prefix| prefix.eq_ignore_ascii_case(word)) && {
                let hashes = if quote.shape == super::syntax::Shape::Hashes {
                    self.paint.until(end, |byte| byte != b'#')
                } else {
                    end
                };
                self.paint.slice(hashes, self.paint.limit()).starts_with(quote.open)
            }
        });
        quote.is_some_and(|quote| self.open(quote, word.len()))
    }
}

/// Whether a name is written as constants are: capitals, digits, underscores, two at least.
fn is_constant(word: &str) -> bool {
    word.len() > 1
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Where the comment ends that begins at the next byte.
pub(super) fn comment_end(paint: &Paint<'_>, comment: &Comment) -> usize {
    if comment.close.is_empty() {
        return paint.line_end();
    }
    let behind = paint.at() + comment.open.len();
    if !comment.nested {
        let rest = paint.slice(behind, paint.limit());
        return rest
            .find(comment.close)
            .map_or(paint.limit(), |length| behind + length + comment.close.len());
    }
    let (open, close) = (comment.open.as_bytes(), comment.close.as_bytes());
    let first = [open, close].map(|mark| mark.first().copied().unwrap_or(0));
    let (mut depth, mut at) = (1usize, behind);
    while depth > 0 {
        at = paint.until(at, |byte| first.contains(&byte));
        if at >= paint.limit() {
            return paint.limit();
        }
        let rest = paint.slice(at, paint.limit()).as_bytes();
        if rest.starts_with(close) {
            depth -= 1;
            at += close.len();
        } else if rest.starts_with(open) {
            depth += 1;
            at += open.len();
        } else {
            at += 1;
        }
    }
    at
}
