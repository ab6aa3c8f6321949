//! One line of code: pieces of one colour, joined over blanks, written once.

use super::super::highlight::{Role, Span};
use super::super::writer::Writer;
use super::look::Look;

/// Walks over the roles of a text line by line.
pub(super) struct Spans<'s> {
    spans: &'s [Span],
    at: usize,
}

impl<'s> Spans<'s> {
    pub(super) const fn new(spans: &'s [Span]) -> Self {
        Self { spans, at: 0 }
    }

    /// Pieces of the next line, which has that many bytes; its end is passed over.
    fn line(&mut self, length: usize) -> impl Iterator<Item = (usize, Role)> {
        let start = self.at;
        let end = start + length;
        self.at = end + 1;
        let passed = self.spans.iter().position(|span| span.end > start).unwrap_or(self.spans.len());
        let spans = self.spans.get(passed..).unwrap_or_default();
        self.spans = spans;
        let mut done = length == 0;
        spans.iter().map_while(move |span| {
            if done {
                return None;
            }
            done = span.end >= end;
            Some((span.end.min(end) - start, span.role))
        })
    }
}

/// A piece of one colour.
#[derive(Debug)]
struct Run<'c> {
    color: Option<&'c str>,
    end: usize,
}

/// Room for what a line is made of, used again for each line.
#[derive(Default)]
pub(super) struct Lines<'c> {
    runs: Vec<Run<'c>>,
    shown: String,
}

impl<'c> Lines<'c> {
    /// Writes a line whose first `mark` bytes have the role `marked`, and whose other roles come from `spans`.
    pub(super) fn write(
        &mut self,
        line: &str,
        (mark, marked): (usize, Role),
        spans: Option<&mut Spans<'_>>,
        look: &Look<'c>,
        writer: &mut Writer,
    ) {
        if line.is_empty() {
            if let Some(spans) = spans {
                drop(spans.line(0));
            }
            return writer.exact("\u{a0}");
        }
        self.runs.clear();
        if mark > 0 {
            self.push(line, 0, mark, look.color(marked));
        }
        match spans {
            None => self.push(line, mark, line.len(), None),
            Some(spans) => {
                let mut start = mark;
                for (end, role) in spans.line(line.len() - mark) {
                    self.push(line, start, mark + end, look.color(role));
                    start = mark + end;
                }
                self.push(line, start, line.len(), None);
            }
        }
        let (mut start, mut before) = (0, ' ');
        for run in &self.runs {
            let piece = line.get(start..run.end).unwrap_or("");
            let after = line.get(run.end..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            self.shown.clear();
            blanks(piece, before, after, &mut self.shown);
            before = piece.chars().next_back().unwrap_or(before);
            start = run.end;
            match run.color {
                None => writer.exact(&self.shown),
                Some(color) => writer.colored(color, &self.shown),
            }
        }
    }

    /// Adds a piece. Blanks take the colour before them, or after them where a line begins; neighbours of one colour
    /// are one piece. So no piece is of blanks alone, which editors drop.
    fn push(&mut self, line: &str, start: usize, end: usize, color: Option<&'c str>) {
        if start >= end {
            return;
        }
        let piece = line.get(start..end).unwrap_or("");
        let first =
            self.runs.len() == 1 && line.get(..start).is_some_and(|before| before.trim_start().is_empty());
        if let Some(last) = self.runs.last_mut() {
            if first {
                last.color = color;
            }
            if last.color == color || piece.trim_start().is_empty() {
                last.end = end;
                return;
            }
        }
        let color = color.filter(|_| !piece.trim_start().is_empty());
        self.runs.push(Run { color, end });
    }
}

/// Appends `text` with blanks that a reader's phone would drop as no-break spaces: at the ends of a line and in runs.
pub(super) fn blanks(text: &str, mut before: char, after: char, out: &mut String) {
    let bytes = text.as_bytes();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let last = if at == start { before } else { 'x' };
        let lost = last == ' '
            || match bytes.get(at + 1) {
                Some(next) => *next == b' ',
                None => after == ' ',
            };
        out.push_str(text.get(start..at).unwrap_or(""));
        out.push(if lost { '\u{a0}' } else { ' ' });
        start = at + 1;
        before = ' ';
    }
    out.push_str(text.get(start..).unwrap_or(""));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blank(text: &str, before: char, after: char) -> String {
        let mut out = String::new();
        blanks(text, before, after, &mut out);
        out
    }

    #[test]
    fn single_blanks_between_words_stay_and_others_do_not_break() {
        assert_eq!(blank("  a b  c ", ' ', ' '), "\u{a0}\u{a0}a b\u{a0}\u{a0}c\u{a0}");
        assert_eq!(blank("a ", 'x', 'b'), "a ");
        assert_eq!(blank(" b", 'x', ' '), " b");
        assert_eq!(blank(" b", ' ', ' '), "\u{a0}b");
        assert_eq!(blank("签 发", 'x', 'x'), "签 发");
    }

    #[test]
    fn blanks_never_stand_alone_and_join_what_has_one_colour() {
        let mut lines = Lines::default();
        let line = "  fn a = 1";
        for (start, end, color) in [
            (0, 2, None),
            (2, 4, Some("k")),
            (4, 5, None),
            (5, 6, Some("k")),
            (6, 9, None),
            (9, 10, Some("n")),
        ] {
            lines.push(line, start, end, color);
        }
        let found: Vec<_> = lines.runs.iter().map(|run| (run.color, run.end)).collect();
        assert_eq!(found, [(Some("k"), 6), (None, 9), (Some("n"), 10)]);
    }

    #[test]
    fn roles_are_cut_at_line_ends() {
        let spans = [Span { end: 3, role: Role::Keyword }, Span { end: 9, role: Role::Comment }];
        let mut walk = Spans::new(&spans);
        assert_eq!(walk.line(5).collect::<Vec<_>>(), [(3, Role::Keyword), (5, Role::Comment)]);
        assert_eq!(walk.line(0).collect::<Vec<_>>(), []);
        assert_eq!(walk.line(2).collect::<Vec<_>>(), [(2, Role::Comment)]);
    }
}
