//! Footnotes and the list of references: both at the end, footnotes first, with numbers that cannot be confused.

use std::ops::Range;

use super::construct::Construct;
use super::element;
use super::open::Origin;
use super::pass::{Definitions, Pass, Prose};
use super::rule;
use crate::base::message::render as say;
use crate::source::markdown::{Event, Located, Tag, TagEnd};

/// Where footnotes are defined, and which were used, in order.
#[derive(Debug, Default)]
pub(super) struct Notes {
    definitions: Definitions,
    /// Where the definition that begins at an event ends.
    ends: std::collections::HashMap<usize, usize>,
    /// Labels in order of first use.
    used: Vec<String>,
    numbers: std::collections::HashMap<String, usize>,
}

impl Notes {
    /// Finds the definitions; of two with one label the first counts.
    pub(super) fn new(events: &[Located<'_>]) -> Self {
        let mut notes = Self::default();
        let mut open: Vec<(usize, String)> = Vec::new();
        for (index, (event, _)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => open.push((index, label.to_string())),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((start, label)) = open.pop() {
                        notes.ends.insert(start, index);
                        notes.definitions.entry(label).or_insert(start + 1..index);
                    }
                }
                _ => {}
            }
        }
        notes
    }

    /// The last event of the definition that begins at `at`.
    pub(super) fn end_of(&self, at: usize) -> Option<usize> {
        self.ends.get(&at).copied()
    }

    fn number(&mut self, label: &str) -> Option<usize> {
        if !self.definitions.contains_key(label) {
            return None;
        }
        let next = self.used.len() + 1;
        let number = *self.numbers.entry(label.to_owned()).or_insert(next);
        if number == next {
            self.used.push(label.to_owned());
        }
        Some(number)
    }
}

/// The sign of a footnote: ① to ㊿, then 注51.
fn sign(number: usize) -> String {
    let (first, offset) = match number {
        1..=20 => ('①', number - 1),
        21..=35 => ('㉑', number - 21),
        36..=50 => ('㊱', number - 36),
        _ => return format!("注{number}"),
    };
    let sign = u32::try_from(offset).ok().and_then(|offset| char::from_u32(first as u32 + offset));
    sign.map_or_else(|| format!("注{number}"), String::from)
}

impl Pass<'_> {
    /// Writes the sign of a footnote where it is used.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        if self.writer.is_muted() {
            return;
        }
        self.text_ready();
        match self.notes.number(label) {
            Some(number) => self.number(&sign(number)),
            None => self.writer.write(&format!("[^{label}]")),
        }
    }

    /// Reports `[^x]` in a text: a footnote that nobody defined is left as it is written.
    pub(super) fn unknown_footnotes(&mut self, text: &str, range: &Range<usize>) {
        let mut from = 0;
        // Most texts hold no bracket.
        if memchr::memchr(b'[', text.as_bytes()).is_none() {
            return;
        }
        while let Some(open) = memchr::memmem::find(&text.as_bytes()[from..], b"[^").map(|at| from + at) {
            from = open + 2;
            let Some(length) = text[from..].find([']', ' ', '\n', '[']) else { return };
            if length == 0 || !text[from + length..].starts_with(']') {
                continue;
            }
            let label = &text[from..from + length];
            let exact = range.len() == text.len();
            let place =
                if exact { range.start + open..range.start + from + length + 1 } else { range.clone() };
            self.warn(
                rule::FOOTNOTE_UNDEFINED,
                &place,
                say::footnote_undefined(label),
                say::footnote_undefined_help(label),
            );
        }
    }

    /// Writes what stands behind the article: footnotes, then references.
    pub(super) fn end_matter(&mut self) {
        while self.writer.depth() > 1 {
            self.pop();
        }
        self.footnotes();
        self.references();
        self.unused_footnotes();
    }

    fn open_notes(&mut self, title: &str) {
        self.open_block(&element::SECTION, Construct::Notes, &[]);
        self.open_block(&element::P, Construct::NotesTitle, &[]);
        self.writer.write(title);
        self.close();
        self.set_prose(Prose::Paragraph(Construct::Note));
    }

    /// Footnotes may use further footnotes: those come behind.
    fn footnotes(&mut self) {
        if self.notes.used.is_empty() {
            return;
        }
        self.open_notes("脚注");
        let depth = self.writer.depth();
        let mut index = 0;
        while let Some(label) = self.notes.used.get(index).cloned() {
            index += 1;
            self.text_ready();
            self.note_number(&sign(index));
            self.marker = Some(self.writer.written());
            if let Some(range) = self.notes.definitions.get(&label).cloned() {
                self.render(range);
            }
            while self.writer.depth() > depth {
                self.pop();
            }
        }
        self.close();
    }

    fn note_number(&mut self, number: &str) {
        self.writer.open(&element::SPAN, Origin::Construct, self.theme.style(Construct::NoteNumber), &[]);
        self.writer.exact(&format!("{number}\u{a0}"));
        self.close();
    }

    fn references(&mut self) {
        let references = std::mem::take(&mut self.links.references);
        if references.is_empty() {
            return;
        }
        self.open_notes("参考链接");
        for (index, (url, text)) in references.iter().enumerate() {
            self.text_ready();
            self.note_number(&format!("[{}]", index + 1));
            self.writer.write(&text.replace('\n', " "));
            self.writer.hard_break();
            self.writer.open(
                &element::SPAN,
                Origin::Construct,
                self.theme.style(Construct::NoteAddress),
                &[],
            );
            self.writer.write_whole(url);
            self.close();
            self.pop();
        }
        self.close();
        self.links.references = references;
    }

    fn unused_footnotes(&mut self) {
        let mut unused: Vec<(usize, String)> = self
            .notes
            .definitions
            .iter()
            .filter(|(label, _)| !self.notes.numbers.contains_key(*label))
            .map(|(label, range)| (range.start, label.clone()))
            .collect();
        unused.sort();
        for (start, label) in unused {
            let range = self.events.get(start.saturating_sub(1)).map_or(0..0, |(_, range)| range.clone());
            let first =
                self.file.text().get(range.clone()).and_then(|text| text.lines().next()).map_or(0, str::len);
            let place = range.start..range.start + first;
            self.warn(
                rule::FOOTNOTE_UNUSED,
                &place,
                say::footnote_unused(&label),
                say::footnote_unused_help(&label),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sign;

    #[test]
    fn signs() {
        assert_eq!([1, 20, 21, 35, 36, 50, 51].map(sign).join(""), "①⑳㉑㉟㊱㊿注51");
    }
}
