//! What a document is built of beside its words: lists and quotations with their depth, tables with their size, code,
//! raw HTML, footnotes, underlined headings.

use std::ops::Range;

/// A part of the source and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is.
    pub kind: FormKind,
    /// Bytes of the file that the whole part takes.
    pub source: Range<usize>,
}

/// What a part of the source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormKind {
    /// A list, that deep in others (1: in none).
    List(usize),
    /// A block quotation, that deep in others (1: in none).
    Quote(usize),
    /// A table with its columns and rows, the head included.
    Table {
        /// Columns.
        columns: usize,
        /// Rows, the head included.
        rows: usize,
    },
    /// A block of code and the words behind its fence.
    Code {
        /// What stands behind the fence; empty for indented code.
        info: String,
        /// Whether it has a fence.
        fenced: bool,
    },
    /// Raw HTML: the bytes of the file of each piece, without the marks of quotations and lists around them.
    Html(Vec<Range<usize>>),
    /// A place where a footnote is used, and its name.
    FootnoteUse(String),
    /// A footnote's text, and its name.
    FootnoteText(String),
    /// A link to another article of the site, `[[name]]`, and the name.
    Related(String),
    /// A heading made by the line below it.
    Underlined(u8),
}
