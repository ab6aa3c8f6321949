//! What a writer wrote for an effect that it does not have: it would show as it was written, or is a slip.
//!
//! One place for everybody who tells: the rules `md.marker`, `md.reference` and `md.raw` of `check`, and rendering, which
//! reports the same at the same places. Found in the events of a document, which every reader of it has anyway.

mod link;
mod mark;
mod raw;

use std::ops::Range;
use std::sync::Arc;

use super::SourceFile;
use super::markdown::{Event, Located, Tag, TagEnd};
use crate::base::message::Message;
use crate::finding::{Finding, Place, Severity};

/// Marks of headings and lists that do nothing.
pub const MARKER: &str = "md.marker";
/// Text that looks like a link.
pub const REFERENCE: &str = "md.reference";
/// Constructs of other tools.
pub const RAW: &str = "md.raw";

/// One of them.
#[derive(Debug, Clone)]
pub struct Trap {
    /// The rule that reports it.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Bytes of the file.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// What the writer can do.
    pub help: Message,
    /// Bytes of the file, and what should stand there.
    pub fix: Option<(Range<usize>, String)>,
    /// Readers see it as it was written, or not at all.
    pub shows: bool,
}

impl Trap {
    fn new(rule: &'static str, range: Range<usize>, message: Message, help: Message) -> Self {
        let severity = if rule == MARKER { Severity::Info } else { Severity::Warning };
        Self { rule, severity, range, message, help, fix: None, shows: true }
    }

    fn fix(self, range: Range<usize>, text: impl Into<String>) -> Self {
        Self { fix: Some((range, text.into())), ..self }
    }

    /// The finding about it in `file`.
    pub fn finding(&self, file: &Arc<SourceFile>) -> Finding {
        let place = |range: &Range<usize>| Place::new(file, range.clone());
        let finding = Finding::new(self.rule, self.severity, place(&self.range), self.message.clone());
        let finding = finding.help(self.help.clone());
        match &self.fix {
            Some((range, text)) => finding.fix(place(range), text.clone()),
            None => finding,
        }
    }
}

/// The traps of the document in the bytes `body` of `text`, whose events are `events`.
pub fn traps(text: &str, body: Range<usize>, events: &[Located<'_>]) -> Vec<Trap> {
    let mut out = Vec::new();
    mark::find(text, body, events, &mut out);
    let mut walk = Walk::new(text);
    for (event, range) in events {
        walk.event(event, range, &mut out);
    }
    walk.end_block(&mut out);
    out
}

/// What kind of block text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Prose,
    Heading,
    Other,
}

/// A walk over the events, a block at a time.
struct Walk<'t> {
    text: &'t str,
    kind: Kind,
    /// The lines of the present block.
    lines: Vec<Range<usize>>,
    fresh: bool,
    /// Levels of code, HTML, links and pictures, in which nothing counts.
    closed: usize,
    block: Range<usize>,
    brackets: link::Brackets,
    /// Pictures of the present block, with their captions.
    pictures: Vec<(Range<usize>, String)>,
    /// Columns of the present table, cells of the present row, and where the last one ends.
    columns: usize,
    cells: usize,
    cell_end: usize,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            kind: Kind::Other,
            lines: Vec::new(),
            fresh: true,
            closed: 0,
            block: 0..text.len(),
            brackets: link::Brackets::default(),
            pictures: Vec::new(),
            columns: 0,
            cells: 0,
            cell_end: 0,
        }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, out: &mut Vec<Trap>) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {
                self.end_block(out);
                self.closed += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => self.closed = self.closed.saturating_sub(1),
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::WikiLink { .. })) => {
                link::wide_mark(self.text, tag, range, out);
                if let (Tag::Image { title, .. }, 0) = (tag, self.closed) {
                    self.pictures.push((range.clone(), title.trim().to_owned()));
                }
                self.touch(range);
                self.closed += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::WikiLink) => {
                self.closed = self.closed.saturating_sub(1);
            }
            Event::Start(
                Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Mark
                | Tag::Underline
                | Tag::Dots
                | Tag::Ruby
                | Tag::Superscript,
            ) => self.touch(range),
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Mark
                | TagEnd::Underline
                | TagEnd::Dots
                | TagEnd::Ruby
                | TagEnd::Superscript,
            ) => {}
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                self.end_block(out);
                if self.cells >= self.columns {
                    raw::spare_cells(self.text, self.cell_end, out);
                }
            }
            Event::Start(tag) => {
                self.end_block(out);
                self.block = range.clone();
                match tag {
                    Tag::Table(columns) => self.columns = columns.len(),
                    Tag::TableHead | Tag::TableRow => self.cells = 0,
                    Tag::TableCell => {
                        self.cells += 1;
                        self.cell_end = range.end;
                    }
                    _ => {}
                }
                self.kind = match tag {
                    Tag::Paragraph | Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                        Kind::Prose
                    }
                    Tag::Heading { .. } => Kind::Heading,
                    _ => Kind::Other,
                };
            }
            Event::End(_) | Event::Rule => self.end_block(out),
            Event::SoftBreak | Event::HardBreak => self.fresh = true,
            Event::Text(text) => {
                self.touch(range);
                // Text behind a backslash, or of an entity, is what the writer wants to show.
                if self.closed == 0 && self.text.get(range.clone()) == Some(&**text) {
                    self.literal(range, out);
                }
            }
            _ => self.touch(range),
        }
    }

    /// An event of the present line.
    fn touch(&mut self, range: &Range<usize>) {
        if self.closed > 0 {
            return;
        }
        match self.lines.last_mut() {
            Some(line) if !self.fresh => line.end = line.end.max(range.end),
            _ => self.lines.push(range.clone()),
        }
        self.fresh = false;
    }

    fn literal(&mut self, range: &Range<usize>, out: &mut Vec<Trap>) {
        let bytes = self.text.as_bytes();
        if !bytes.get(range.clone()).is_some_and(may_trap) {
            return;
        }
        for at in range.clone() {
            match bytes[at] {
                // Brackets, full-width ones among them: 【 and 】 are e3 80 90 and e3 80 91.
                b'[' | b']' | 0xe3 if !is_escaped(bytes, at) => {
                    self.brackets.read(self.text, at, &self.block, out);
                }
                b'{' if !is_escaped(bytes, at) => {
                    raw::attribute(self.text, at, self.kind == Kind::Heading, out)
                }
                b'$' if !is_escaped(bytes, at) => raw::formula(self.text, at, self.block.end, out),
                b'~' if !is_escaped(bytes, at) => raw::subscript(self.text, at, range.end, out),
                _ => {}
            }
        }
    }

    fn end_block(&mut self, out: &mut Vec<Trap>) {
        if self.kind == Kind::Prose && !self.lines.is_empty() {
            raw::lines(self.text, &self.lines, out);
            if self.pictures.iter().any(|(_, caption)| !caption.is_empty()) {
                mark::captions(self.text, &self.lines, &self.pictures, out);
            }
        }
        self.pictures.clear();
        self.lines.clear();
        self.fresh = true;
        self.brackets.clear();
        // What follows a nested block belongs to the block around it.
        if self.kind == Kind::Heading {
            self.kind = Kind::Other;
        }
    }
}

/// Whether a text may hold what [`Walk::literal`] looks for. Most hold nothing of it, and a look at all bytes without a way
/// out is made sixteen at a time.
fn may_trap(text: &[u8]) -> bool {
    let ascii =
        text.iter().fold(false, |found, byte| found | matches!(byte, b'[' | b']' | b'{' | b'~' | b'$'));
    let [second, third] = [1, 2].map(|from| text.get(from..).unwrap_or_default());
    let wide = text
        .iter()
        .zip(second)
        .zip(third)
        .fold(false, |found, ((a, b), c)| found | (*a == 0xe3) & (*b == 0x80) & (*c & 0xfe == 0x90));
    ascii | wide
}

fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}
