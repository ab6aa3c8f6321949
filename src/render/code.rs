//! Code blocks: line ends as `br`, blanks that count as no-break spaces, colours inline.

use super::construct::Construct;
use super::element;
use super::highlight::{self, Run};
use super::open::Origin;
use super::pass::Pass;
use super::text;
use crate::source::markdown::{CodeBlockKind, Event, TagEnd};

/// How many spaces a tab is.
const TAB: &str = "    ";

impl Pass<'_> {
    /// Renders the code block that starts at `at`; gives the event behind it.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, at: usize) -> usize {
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
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '\t', '{']).next().unwrap_or("").to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        if !self.drawn_fence(&language, &code, at) {
            self.write_code(&code, &language);
        }
        next
    }

    /// Writes a block of code.
    pub(super) fn write_code(&mut self, code: &str, language: &str) {
        let code = text::clean(&code.replace("\r\n", "\n").replace('\r', "\n").replace('\t', TAB));
        let code = code.strip_suffix('\n').unwrap_or(&code);
        if code.trim().is_empty() || !self.block_ready() {
            return;
        }
        let theme = self.theme;
        self.writer.open(&element::SECTION, Origin::Construct, theme.style(Construct::CodeBox), &[]);
        self.writer.open(&element::PRE, Origin::Construct, theme.style(Construct::Pre), &[]);
        self.writer.open(&element::CODE, Origin::Construct, theme.style(Construct::Code), &[]);
        for (index, line) in highlight::lines(code, language, &theme.code).into_iter().enumerate() {
            if index > 0 {
                self.writer.line_end();
            }
            self.code_line(&line);
        }
        (0..3).for_each(|_| self.close());
    }

    fn code_line(&mut self, line: &[Run<'_>]) {
        let mut before = ' ';
        for (index, run) in line.iter().enumerate() {
            let after = line.get(index + 1).and_then(|next| next.text.chars().next()).unwrap_or(' ');
            let shown = blanks(run.text, before, after);
            before = run.text.chars().next_back().unwrap_or(before);
            match run.color {
                None => self.writer.exact(&shown),
                Some(color) => {
                    let style = format!("color:{color}");
                    self.writer.open(&element::SPAN, Origin::Construct, &style, &[]);
                    self.writer.exact(&shown);
                    self.close();
                }
            }
        }
        if line.iter().all(|run| run.text.is_empty()) {
            self.writer.exact("\u{a0}");
        }
    }
}

/// A line of code from raw HTML, with blanks and tabs that stay.
pub(super) fn line(line: &str) -> String {
    blanks(&text::clean(&line.replace('\t', TAB)), ' ', ' ')
}

/// `text` with blanks that a reader's phone would drop as no-break spaces: at the ends of a line and in runs.
fn blanks(text: &str, mut before: char, after: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(after);
        out.push(if c == ' ' && (before == ' ' || next == ' ') { '\u{a0}' } else { c });
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_blanks_between_words_stay_and_others_do_not_break() {
        assert_eq!(blanks("  a b  c ", ' ', ' '), "\u{a0}\u{a0}a b\u{a0}\u{a0}c\u{a0}");
        assert_eq!(blanks("a ", 'x', 'b'), "a ");
    }
}
