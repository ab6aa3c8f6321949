//! A file's text and its lines.

use std::ops::Range;
use std::sync::OnceLock;

/// A place that people read: line and column, both from 1, columns in Unicode characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A text file of the site.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    /// Counted only when a position is asked for.
    index: OnceLock<Index>,
}

/// Where lines begin, and how many characters stand before every [`STEP`]th byte, so that a position in a line of
/// megabytes costs no more than one in a short one.
#[derive(Debug)]
struct Index {
    lines: Vec<usize>,
    characters: Vec<usize>,
}

/// Bytes between two counts of characters.
const STEP: usize = 1024;

/// Bytes of `bytes` that begin a character.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

impl Index {
    fn new(text: &str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut total = 0;
        let mut characters = vec![0];
        for chunk in text.as_bytes().chunks(STEP) {
            total += beginnings(chunk);
            characters.push(total);
        }
        Self { lines, characters }
    }

    /// Characters that begin before the byte `offset`.
    fn before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        self.characters.get(step).copied().unwrap_or(0) + beginnings(&text.as_bytes()[step * STEP..offset])
    }
}

impl SourceFile {
    /// The file `path` (from the root of the site, with `/`) that holds `text`.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), index: OnceLock::new() }
    }

    /// Path from the root of the site, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.text))
    }

    fn lines(&self) -> &[usize] {
        &self.index().lines
    }

    /// Bytes of the line `line` (from 1) without its line end; empty at the end of the file for a line beyond it.
    pub fn line(&self, line: usize) -> Range<usize> {
        let Some(start) = line.checked_sub(1).and_then(|line| self.lines().get(line)).copied() else {
            return self.text.len()..self.text.len();
        };
        let end = self.lines().get(line).map_or(self.text.len(), |next| next - 1);
        let trimmed = if self.text[start..end].ends_with('\r') { end - 1 } else { end };
        start..trimmed
    }

    /// Line and column of the byte `offset`; one beyond the end is taken as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let index = self.index();
        let line = index.lines.partition_point(|start| *start <= offset);
        let start = index.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = index.before(&self.text, offset) - index.before(&self.text, start) + 1;
        Position { line, column }
    }

    /// Byte offset of a line and column; a place beyond the line or the file is moved to its end.
    pub fn offset(&self, position: Position) -> usize {
        let Some(start) = position.line.checked_sub(1).and_then(|line| self.lines().get(line)) else {
            return self.text.len();
        };
        let line = self.text[*start..].lines().next().unwrap_or("");
        let within =
            line.char_indices().nth(position.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
        start + within
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_come_back() {
        let file = SourceFile::new("a.md", "第一行\r\n第二行𝐀末\n");
        let at = file.text().find('末').unwrap();
        assert_eq!(file.position(at), Position { line: 2, column: 5 });
        assert_eq!(file.offset(Position { line: 2, column: 5 }), at);
        assert_eq!(file.position(9999), Position { line: 3, column: 1 });
        assert_eq!(file.offset(Position { line: 9, column: 1 }), file.text().len());
        assert_eq!(&file.text()[file.line(1)], "第一行");
        assert_eq!(&file.text()[file.line(2)], "第二行𝐀末");
        assert_eq!(file.line(4), file.text().len()..file.text().len());
    }

    #[test]
    fn positions_in_a_very_long_line_count_characters() {
        let file = SourceFile::new("a.md", format!("甲\n{}", "一丁a".repeat(3000)));
        for (count, (at, _)) in file.text()[4..].char_indices().enumerate().step_by(997) {
            assert_eq!(file.position(4 + at), Position { line: 2, column: count + 1 });
        }
    }
}
