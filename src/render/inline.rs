//! Code inside a sentence.

use super::construct::Construct;
use super::element;
use super::open::Origin;
use super::pass::Pass;
use super::text;

impl Pass<'_> {
    /// Writes code that stands in a sentence: every blank counts.
    pub(super) fn inline_code(&mut self, code: &str) {
        let code = text::clean(&code.replace(['\t', '\n', '\r'], " "));
        self.text_ready();
        self.writer.settle_box(code.chars().next());
        self.writer.open(&element::CODE, Origin::Construct, &self.style(Construct::InlineCode), &[]);
        let last = code.chars().next_back();
        self.writer.exact(&blanks(&code));
        self.close();
        self.writer.set_last(last);
    }
}

/// `code` with blanks that would be lost (at the ends, in runs) made no-break spaces.
fn blanks(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut chars = code.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let lost = c == ' ' && (before == ' ' || chars.peek().is_none_or(|next| *next == ' '));
        out.push(if lost { '\u{a0}' } else { c });
        before = c;
    }
    out
}
