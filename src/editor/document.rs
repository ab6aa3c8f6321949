//! A text that is open in the editor.

use std::sync::Arc;

use serde::Deserialize;

use super::position::{Encoding, Lines, Position, Span};

/// A text that is open, saved or not.
#[derive(Debug)]
pub struct Document {
    /// What the editor counts up with each change.
    pub version: i64,
    /// The language as the editor calls it: `markdown`, `yaml`, …
    pub language: String,
    text: Arc<str>,
    lines: Lines,
}

/// A change of a text: of a part, or of the whole.
#[derive(Debug, Clone, Deserialize)]
pub struct Change {
    /// What is replaced; the whole text when absent.
    pub range: Option<Span>,
    /// What comes in its place.
    pub text: String,
}

impl Document {
    /// A text as the editor opened it.
    pub fn new(version: i64, language: impl Into<String>, text: &str) -> Self {
        Self { version, language: language.into(), text: text.into(), lines: Lines::new(text) }
    }

    /// The text.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Its lines.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// Applies `changes`, each to what the one before left.
    pub fn change(&mut self, changes: &[Change], encoding: Encoding) {
        for change in changes {
            let text = match change.range {
                None => change.text.clone(),
                Some(span) => self.replaced(span, &change.text, encoding),
            };
            self.lines = Lines::new(&text);
            self.text = text.into();
        }
    }

    fn replaced(&self, span: Span, new: &str, encoding: Encoding) -> String {
        let start = self.offset(span.start, encoding);
        let end = self.offset(span.end, encoding).max(start);
        let (before, after) = (self.text.get(..start), self.text.get(end..));
        [before.unwrap_or_default(), new, after.unwrap_or_default()].concat()
    }

    /// The byte at `position`.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        self.lines.offset(&self.text, position, encoding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(range: Option<[u32; 4]>, text: &str) -> Change {
        let span = |[line, character, end_line, end_character]: [u32; 4]| Span {
            start: Position { line, character },
            end: Position { line: end_line, character: end_character },
        };
        Change { range: range.map(span), text: text.to_owned() }
    }

    #[test]
    fn changes_are_applied_one_after_the_other() {
        let mut document = Document::new(1, "markdown", "甲🙂乙\n丙");
        let changes = [change(Some([0, 1, 0, 3]), ""), change(Some([0, 2, 1, 0]), "，"), change(None, "新")];
        document.change(&changes[..2], Encoding::Utf16);
        assert_eq!(&**document.text(), "甲乙，丙");
        document.change(&changes[2..], Encoding::Utf16);
        assert_eq!(&**document.text(), "新");
    }

    #[test]
    fn ranges_that_do_not_fit_do_no_harm() {
        let mut document = Document::new(1, "markdown", "甲");
        document.change(&[change(Some([9, 9, 0, 0]), "乙")], Encoding::Utf16);
        assert_eq!(&**document.text(), "甲乙");
    }
}
