//! Code blocks: line ends as `br`, blanks that count as no-break spaces, colours inline.
//!
//! `info` reads what stands behind the fence, `look` knows the colours, `frame` builds what stands around the lines, and
//! `line` writes them. A no-break space becomes an ordinary one when readers copy: browsers do that with text.

mod frame;
mod info;
mod line;
mod look;

use std::borrow::Cow;
use std::ops::Range;

use super::highlight;
use super::pass::Pass;
use super::rule;
use super::text;
use crate::base::message::render as say;
use crate::finding::{Finding, Severity};
use crate::source::markdown::{CodeBlockKind, Event, TagEnd};
use info::Info;

/// How many spaces a tab is.
const TAB: &str = "    ";

impl Pass<'_> {
    /// Renders the code block that starts at `at`; gives the event behind it.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, at: usize, range: &Range<usize>) -> usize {
        let mut code = String::new();
        let mut next = at + 1;
        while let Some((event, _)) = self.events.get(next) {
            next += 1;
            match event {
                Event::Text(text) => code.push_str(text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => Info::read(info),
            CodeBlockKind::Indented => Info::default(),
        };
        if self.drawn_fence(&info.written, &code, at) {
            return next;
        }
        if info.language.is_none() && !info.written.is_empty() {
            self.unknown_language(&info, range);
        }
        self.write_block(&code, &info);
        next
    }

    /// Writes a block of code as the options say.
    pub(super) fn write_code(&mut self, code: &str, language: &str) {
        self.write_block(code, &Info::read(language));
    }

    fn write_block(&mut self, code: &str, info: &Info) {
        let code = normal(code);
        let code = code.strip_suffix('\n').unwrap_or(&code);
        if code.trim().is_empty() || !self.block_ready() {
            return;
        }
        self.framed(code, info);
    }

    fn unknown_language(&mut self, info: &Info, range: &Range<usize>) {
        let line = self.file.text().get(range.clone()).unwrap_or("").lines().next().unwrap_or("");
        let place = line.find(&info.written).map_or(range.clone(), |at| {
            let start = range.start + at;
            start..start + info.written.len()
        });
        let help = match highlight::nearest(&info.written) {
            Some(near) => say::code_language_near(near),
            None => say::code_language_help(),
        };
        let message = say::code_language(&info.written);
        let finding =
            Finding::new(rule::CODE_LANGUAGE, Severity::Info, self.place(&place), message).help(help);
        self.findings.push(finding);
    }
}

/// Code with one kind of line end, with blanks for tabs, without what never reaches a reader.
fn normal(code: &str) -> Cow<'_, str> {
    if !code.contains(|c: char| matches!(c, '\r' | '\t') || text::is_removed(c)) {
        return Cow::Borrowed(code);
    }
    Cow::Owned(text::clean(&code.replace("\r\n", "\n").replace('\r', "\n").replace('\t', TAB)))
}

/// A line of code from raw HTML, with blanks and tabs that stay.
pub(super) fn line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    line::blanks(&normal(line), ' ', ' ', &mut out);
    out
}
