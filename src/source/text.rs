//! A file's text and its lines.

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
    /// Offsets at which lines begin; counted only when a position is asked for.
    lines: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// The file `path` (from the root of the site, with `/`) that holds `text`.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// Path from the root of the site, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        })
    }

    /// Line and column of the byte `offset`; one beyond the end is taken as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines().partition_point(|start| *start <= offset);
        let start = self.lines()[line - 1];
        Position { line, column: self.text[start..offset].chars().count() + 1 }
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
    }
}
