//! What a reader sees of a document, as plain text whose every character knows the bytes of the file it came from.
//!
//! Emphasis, links, entities and soft breaks disappear, as on the screen. Code is left out; a picture, a code span and a
//! footnote mark leave [`OBJECT`] behind, so that words on both sides of it do not run together. Blocks are separated
//! by a line end, and so are the lines of a block with a hard break. What the words mean is not decided here.

mod form;
mod html;
mod walk;

use std::ops::Range;
use std::sync::Arc;

pub use form::{Form, FormKind};

use super::SourceFile;
use super::map::Map;
use super::markdown::Math;
use super::trap::Trap;
use crate::finding::Place;

/// Stands in the text for something that is no text: a picture, a code span, a footnote mark.
pub const OBJECT: char = '\u{fffc}';

/// What kind of block a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zone {
    /// 标题 of the article.
    Title,
    /// 摘要.
    Summary,
    /// Another text of the front matter: author, tags, sponsor, sources.
    Front,
    /// A heading of that level, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list item.
    Item,
    /// A cell of a table.
    Cell,
    /// Text of a footnote.
    Footnote,
    /// Text beside the text: instead of a picture, its caption, the reading of a ruby, the words of a formula.
    Alt,
    /// A value of a plan in YAML.
    Value,
}

/// A stretch of text that a match never leaves.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub zone: Zone,
    /// Where it lies in [`Plain::text`].
    pub range: Range<usize>,
    /// The file it was written in.
    pub file: Arc<SourceFile>,
    /// Bytes of the file that the block takes with its marks.
    pub source: Range<usize>,
    /// It stands in a block quotation.
    pub quoted: bool,
    /// It stands in a container (`:::`).
    pub boxed: bool,
    /// The nearest heading above, an index of [`Plain::blocks`].
    pub heading: Option<usize>,
    /// The paragraph right before the list, table or quotation that it belongs to.
    pub lead: Option<usize>,
    /// The head of a cell's column.
    pub column: Option<usize>,
}

/// Whether a reference is followed or shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    /// A link.
    Link,
    /// A picture.
    Image,
}

/// A link or a picture.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Link or picture.
    pub kind: ReferenceKind,
    /// Address as the parser reads it.
    pub target: String,
    /// Bytes of the file that the whole construct takes.
    pub source: Range<usize>,
    /// Its words in [`Plain::text`]; for a picture the place where it stands.
    pub text: Range<usize>,
    /// Its words themselves: link text, or the text instead of the picture.
    pub words: String,
    /// It has a title behind the address.
    pub titled: bool,
    /// Name of the definition that gives the address, when it does not stand here.
    pub definition: Option<String>,
}

/// A comment, of HTML or between `%%`, and the block that follows it.
#[derive(Debug, Clone)]
pub struct Comment {
    /// What stands between its marks, trimmed.
    pub text: String,
    /// Bytes of the file.
    pub source: Range<usize>,
    /// Bytes of the whole block (paragraph, list, table, quotation) that follows; `None` at the end.
    pub next: Option<Range<usize>>,
}

/// What a reader sees of a document.
#[derive(Debug, Clone, Default)]
pub struct Plain {
    text: String,
    map: Map,
    /// The blocks, in the order of reading.
    pub blocks: Vec<Block>,
    /// Links and pictures of the Markdown, in order.
    pub references: Vec<Reference>,
    /// Comments of the Markdown, in order.
    pub comments: Vec<Comment>,
    /// Lists, tables, code and the like, in the order in which they begin.
    pub forms: Vec<Form>,
    /// What has not the effect that its writer meant, in the Markdown.
    pub traps: Vec<Trap>,
}

impl Plain {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value that was written at `place`.
    pub fn add_value(&mut self, zone: Zone, value: &str, place: &Place) {
        let source = place.range();
        self.open(zone, place.file(), source.clone());
        match place.text().find(value) {
            Some(at) => self.copy(value, source.start + at),
            None => self.replace(value, source),
        }
        self.close();
    }

    /// Adds the Markdown in the bytes `range` of `file`.
    pub fn add_markdown(&mut self, file: &Arc<SourceFile>, range: Range<usize>) {
        self.add_markdown_with(file, range, Math::Auto);
    }

    /// As [`Plain::add_markdown`], with what the document says about `$`.
    pub fn add_markdown_with(&mut self, file: &Arc<SourceFile>, range: Range<usize>, math: Math) {
        walk::walk(self, file, range, math);
    }

    /// The whole text; blocks are separated by a line end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a block.
    pub fn block_text(&self, block: usize) -> &str {
        self.blocks.get(block).map_or("", |block| &self.text[block.range.clone()])
    }

    /// The block that the byte `offset` of the text lies in.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let index = self.blocks.partition_point(|block| block.range.end <= offset);
        self.blocks.get(index).filter(|block| block.range.start <= offset).map(|_| index)
    }

    /// Where the bytes `range` of the text were written; `None` for a range outside of every block.
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        let block = &self.blocks[self.block_at(range.start)?];
        let source = self.map.source(range.start..range.end.min(block.range.end))?;
        Some(Place::new(&block.file, source))
    }

    /// Begins a block and gives its index.
    fn open(&mut self, zone: Zone, file: &Arc<SourceFile>, source: Range<usize>) -> usize {
        self.close();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.blocks.push(Block {
            zone,
            range: start..start,
            file: Arc::clone(file),
            source,
            quoted: false,
            boxed: false,
            heading: None,
            lead: None,
            column: None,
        });
        self.blocks.len() - 1
    }

    /// Ends the present block.
    fn close(&mut self) {
        let end = self.text.len();
        if let Some(last) = self.blocks.last_mut() {
            last.range.end = end;
        }
    }

    fn copy(&mut self, text: &str, source: usize) {
        let start = self.text.len();
        self.text.push_str(text);
        self.map.copy(start..self.text.len(), source..source + text.len());
    }

    fn replace(&mut self, text: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.map.replace(start..self.text.len(), source);
    }
}

#[cfg(test)]
mod tests;
