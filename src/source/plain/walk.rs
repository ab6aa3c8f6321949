//! From Markdown events to blocks.

use std::ops::Range;
use std::sync::Arc;

use super::html::{Piece, Stripper};
use super::{Comment, Form, FormKind, OBJECT, Plain, Reference, ReferenceKind, Zone};
use crate::source::SourceFile;
use crate::source::markdown::{
    self, CodeBlockKind, Containers, Event, Fence, LinkType, Math, Role, Tag, TagEnd,
};
use crate::source::trap::traps;

/// Adds the Markdown in the bytes `range` of `file` to `plain`.
pub(super) fn walk(plain: &mut Plain, file: &Arc<SourceFile>, range: Range<usize>, math: Math) {
    let text = Arc::clone(file);
    let events = markdown::events_with(text.text(), range.clone(), math);
    plain.traps.extend(traps(text.text(), range, &events));
    let mut walk = Walk::new(plain, file);
    let containers = Containers::pair(text.text(), &events);
    let ends: Vec<usize> = events.iter().map(|(_, source)| source.end).collect();
    let mut boxed_until = 0;
    for (index, (event, source)) in events.into_iter().enumerate() {
        walk.boxed = index < boxed_until;
        match containers.role(index) {
            Some(role) => {
                if let Role::Opens { end, .. } = role {
                    boxed_until = boxed_until.max(end);
                }
                walk.fence(role, source, &ends);
            }
            None => walk.event(event, source),
        }
    }
    walk.end_block();
}

/// A picture whose words are being read.
struct Picture {
    reference: usize,
    words: Words,
}

/// Pieces of text, and the bytes of the file that each was made from.
type Words = Vec<(String, Range<usize>)>;

struct Walk<'p> {
    plain: &'p mut Plain,
    file: Arc<SourceFile>,
    /// The open block takes text.
    open: bool,
    /// What an unannounced text would be: the zone and the bytes of the innermost container.
    containers: Vec<(Zone, Range<usize>)>,
    quotes: usize,
    boxed: bool,
    lists: usize,
    headings: Vec<usize>,
    /// The last block outside of lists, tables and quotations, while nothing came after it but one of those.
    lead: Option<usize>,
    depth: usize,
    /// The last table, an index of the forms.
    table: Option<usize>,
    columns: Vec<usize>,
    column: usize,
    in_head: bool,
    in_code: bool,
    in_html: bool,
    pending_break: bool,
    /// Inside a link that shows the title of another article.
    named: bool,
    links: Vec<usize>,
    pictures: Vec<Picture>,
    /// The readings of the open ruby.
    readings: Words,
    /// Words beside the text of the open block: of pictures, readings, formulas; with the bytes of the whole.
    asides: Vec<(Range<usize>, Words)>,
    comments: Vec<usize>,
    html: Stripper,
}

impl<'p> Walk<'p> {
    fn new(plain: &'p mut Plain, file: &Arc<SourceFile>) -> Self {
        Self {
            plain,
            file: Arc::clone(file),
            open: false,
            containers: Vec::new(),
            quotes: 0,
            boxed: false,
            lists: 0,
            headings: Vec::new(),
            lead: None,
            depth: 0,
            table: None,
            columns: Vec::new(),
            column: 0,
            in_head: false,
            in_code: false,
            in_html: false,
            pending_break: false,
            named: false,
            links: Vec::new(),
            pictures: Vec::new(),
            readings: Words::new(),
            asides: Vec::new(),
            comments: Vec::new(),
            html: Stripper::default(),
        }
    }

    fn event(&mut self, event: Event<'_>, source: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, source),
            Event::End(tag) => self.end(tag, source),
            Event::Text(text) => self.text(&text, source),
            Event::FootnoteReference(name) => {
                self.form(FormKind::FootnoteUse(name.to_string()), &source);
                self.object(source);
            }
            Event::Code(_) => self.object(source),
            Event::InlineMath(formula) | Event::DisplayMath(formula) => {
                self.object(source.clone());
                if !formula.is_ascii() {
                    self.asides.push((source.clone(), vec![(formula.to_string(), source)]));
                }
            }
            Event::SoftBreak => self.pending_break = true,
            Event::HardBreak => self.line_end(source),
            Event::Html(html) => {
                self.html_piece(&source);
                self.html(&html, &source, false);
            }
            Event::InlineHtml(html) => {
                self.form(FormKind::Html(vec![source.clone()]), &source);
                self.html(&html, &source, true);
            }
            Event::Rule => {
                self.announce(&source);
                self.end_block();
                self.lead = None;
            }
            Event::Reading(reading) => {
                if !self.readings.is_empty() {
                    self.readings.push((" ".to_owned(), source.start..source.start));
                }
                self.readings.push((reading.to_string(), source));
            }
            Event::Comment(note) => self.comment(note.to_string(), source),
            Event::TaskListMarker(_) => {}
        }
    }

    /// A container begins or ends. Its title is a paragraph; the fence itself is no text.
    fn fence(&mut self, role: Role, source: Range<usize>, ends: &[usize]) {
        self.end_block();
        self.lead = None;
        let Role::Opens { end, .. } = role else { return };
        let end = ends.get(end).or(ends.last()).copied().unwrap_or(source.end);
        self.announce(&(source.start..end.max(source.end)));
        let file = Arc::clone(&self.file);
        let fence = markdown::fence(file.text(), &source);
        let Some(title) = fence.as_ref().and_then(Fence::heading) else { return };
        let offset = (title.as_ptr() as usize).saturating_sub(file.text().as_ptr() as usize);
        self.begin(Zone::Paragraph, source);
        self.plain.copy(title, offset);
        self.end_block();
    }

    fn start(&mut self, tag: &Tag<'_>, source: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.announce(&source);
                let zone = self.containers.last().map_or(Zone::Paragraph, |(zone, _)| *zone);
                self.begin(zone, source);
            }
            Tag::Heading { level, .. } => {
                self.announce(&source);
                if self.file.text().as_bytes().get(source.start) != Some(&b'#') {
                    self.form(FormKind::Underlined(*level as u8), &source);
                }
                self.begin(Zone::Heading(*level as u8), source);
            }
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                self.form(FormKind::Quote(self.quotes), &source);
                self.container(source);
            }
            Tag::List(_) => {
                self.lists += 1;
                self.form(FormKind::List(self.lists), &source);
                self.container(source);
            }
            Tag::Item => {
                self.end_block();
                self.containers.push((Zone::Item, source));
            }
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.announce(&source);
                self.begin(Zone::Item, source);
            }
            Tag::FootnoteDefinition(name) => {
                self.form(FormKind::FootnoteText(name.to_string()), &source);
                self.announce(&source);
                self.end_block();
                self.containers.push((Zone::Footnote, source));
            }
            Tag::Table(alignments) => {
                self.table = Some(self.plain.forms.len());
                self.form(FormKind::Table { columns: alignments.len(), rows: 1 }, &source);
                self.container(source);
                self.columns.clear();
            }
            Tag::TableHead => self.in_head = true,
            Tag::TableRow => {
                self.column = 0;
                self.row();
            }
            Tag::TableCell => self.cell(source),
            Tag::CodeBlock(kind) => {
                let (info, fenced) = match kind {
                    CodeBlockKind::Fenced(info) => (info.to_string(), true),
                    CodeBlockKind::Indented => (String::new(), false),
                };
                self.form(FormKind::Code { info, fenced }, &source);
                self.announce(&source);
                self.end_block();
                self.in_code = true;
            }
            Tag::HtmlBlock => {
                self.end_block();
                self.html = Stripper::default();
                self.form(FormKind::Html(Vec::new()), &source);
                self.in_html = true;
            }
            Tag::WikiLink { target, labelled, .. } => {
                self.form(FormKind::Related(target.to_string()), &source);
                if !labelled {
                    // Readers see the title of the other article, which is checked there.
                    self.object(source.clone());
                    self.named = true;
                }
            }
            Tag::Link { .. } => {
                let at = self.plain.text.len();
                self.links.push(self.plain.references.len());
                self.reference(tag, source, at);
            }
            Tag::Image { .. } => {
                self.object(source.clone());
                let at = self.plain.text.len() - OBJECT.len_utf8();
                let reference = self.plain.references.len();
                self.reference(tag, source, at);
                self.pictures.push(Picture { reference, words: Vec::new() });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, source: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_block(),
            TagEnd::BlockQuote(_) => {
                self.leave();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.leave();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Table => self.leave(),
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.end_block();
                self.containers.pop();
            }
            TagEnd::TableHead => self.in_head = false,
            TagEnd::TableCell => {
                self.end_block();
                self.column += 1;
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::HtmlBlock => {
                self.in_html = false;
                self.end_block();
            }
            TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => self.end_block(),
            TagEnd::Link => {
                let end = self.plain.text.len();
                if let Some(index) = self.links.pop() {
                    let text = &self.plain.text;
                    if let Some(link) = self.plain.references.get_mut(index) {
                        link.text.end = end.max(link.text.start);
                        link.words = text[link.text.clone()].replace([OBJECT, '\n'], "");
                    }
                }
            }
            TagEnd::WikiLink => self.named = false,
            TagEnd::Ruby => {
                let readings = std::mem::take(&mut self.readings);
                self.asides.push((source, readings));
            }
            TagEnd::Image => {
                if let Some(picture) = self.pictures.pop() {
                    let words: String = picture.words.iter().map(|(text, _)| text.as_str()).collect();
                    if let Some(image) = self.plain.references.get_mut(picture.reference) {
                        self.asides.push((image.source.clone(), picture.words));
                        image.words = words;
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>) {
        if self.in_code || self.named {
            return;
        }
        if self.in_html {
            self.html_piece(&source);
        }
        if let Some(picture) = self.pictures.last_mut() {
            picture.words.push((text.to_owned(), source));
            return;
        }
        self.ready(text.chars().next(), &source);
        if self.file.text().get(source.clone()) == Some(text) {
            self.plain.copy(text, source.start);
        } else {
            self.plain.replace(text, source);
        }
    }

    /// Makes sure that a block takes text, and writes the soft break that waits.
    fn ready(&mut self, next: Option<char>, source: &Range<usize>) {
        if !self.open {
            let (zone, bytes) = self.containers.last().cloned().unwrap_or((Zone::Paragraph, source.clone()));
            self.begin(zone, bytes);
        }
        if std::mem::take(&mut self.pending_break) {
            let start = self.plain.blocks.last().map_or(0, |block| block.range.start);
            let before = self.plain.text[start..].chars().next_back();
            let space = markdown::soft_break(before, next);
            self.plain.replace(space, source.start..source.start);
        }
    }

    fn object(&mut self, source: Range<usize>) {
        if self.pictures.is_empty() && !self.in_code {
            self.ready(Some(OBJECT), &source);
            self.plain.replace(OBJECT.encode_utf8(&mut [0; 4]), source);
        }
    }

    fn line_end(&mut self, source: Range<usize>) {
        if self.open && self.pictures.is_empty() {
            self.plain.replace("\n", source);
        }
    }

    fn reference(&mut self, tag: &Tag<'_>, source: Range<usize>, at: usize) {
        let (kind, link_type, target, title, id) = match tag {
            Tag::Link { link_type, dest_url, title, id } => {
                (ReferenceKind::Link, link_type, dest_url, title, id)
            }
            Tag::Image { link_type, dest_url, title, id, .. } => {
                (ReferenceKind::Image, link_type, dest_url, title, id)
            }
            _ => return,
        };
        let defined = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
        let scheme = if *link_type == LinkType::Email { "mailto:" } else { "" };
        self.plain.references.push(Reference {
            kind,
            target: format!("{scheme}{target}"),
            source,
            text: at..at,
            words: String::new(),
            titled: !title.trim().is_empty(),
            definition: defined.then(|| id.to_string()),
        });
    }

    fn form(&mut self, kind: FormKind, source: &Range<usize>) {
        self.plain.forms.push(Form { kind, source: source.clone() });
    }

    /// Counts a row of the table that is open.
    fn row(&mut self) {
        let form = self.table.and_then(|index| self.plain.forms.get_mut(index));
        if let Some(Form { kind: FormKind::Table { rows, .. }, .. }) = form {
            *rows += 1;
        }
    }

    /// Adds to the block of HTML that is open.
    fn html_piece(&mut self, source: &Range<usize>) {
        if let Some(Form { kind: FormKind::Html(pieces), .. }) = self.plain.forms.last_mut() {
            pieces.push(source.clone());
        }
    }

    fn comment(&mut self, text: String, source: Range<usize>) {
        self.comments.push(self.plain.comments.len());
        self.plain.comments.push(Comment { text, source, next: None });
    }

    fn html(&mut self, html: &str, source: &Range<usize>, inline: bool) {
        if self.in_code || !self.pictures.is_empty() {
            return;
        }
        let mut stripper = std::mem::take(&mut self.html);
        let literal = self.file.text().get(source.clone()) == Some(html);
        for piece in stripper.feed(html) {
            match piece {
                Piece::Comment(text, range) => {
                    let source = if literal {
                        source.start + range.start..source.start + range.end
                    } else {
                        source.clone()
                    };
                    self.comment(text, source);
                }
                Piece::LineEnd => self.line_end(source.clone()),
                Piece::Edge if inline => self.line_end(source.clone()),
                Piece::Edge => self.end_block(),
                Piece::Text(text, range) if !inline => {
                    if !text.trim().is_empty() || self.open {
                        self.ready(text.chars().next(), source);
                        let bytes = source.start + range.start..source.start + range.end;
                        match self.file.text().get(bytes.clone()) {
                            Some(same) if literal && same == text => self.plain.copy(&text, bytes.start),
                            _ if literal => self.plain.replace(&text, bytes),
                            _ => self.plain.replace(&text, source.clone()),
                        }
                    }
                }
                Piece::Text(..) => {}
            }
        }
        self.html = stripper;
    }

    fn cell(&mut self, source: Range<usize>) {
        self.begin(Zone::Cell, source);
        let index = self.plain.blocks.len() - 1;
        if self.in_head {
            self.columns.push(index);
        }
        let column = if self.in_head { None } else { self.columns.get(self.column).copied() };
        if let Some(block) = self.plain.blocks.get_mut(index) {
            block.column = column;
        }
    }

    /// A list, a table or a quotation begins.
    fn container(&mut self, source: Range<usize>) {
        self.announce(&source);
        self.end_block();
        self.depth += 1;
    }

    fn leave(&mut self) {
        self.end_block();
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.lead = None;
        }
    }

    /// Tells waiting comments which block comes next.
    fn announce(&mut self, source: &Range<usize>) {
        for index in self.comments.drain(..) {
            if let Some(comment) = self.plain.comments.get_mut(index) {
                comment.next = Some(source.clone());
            }
        }
    }

    fn begin(&mut self, zone: Zone, source: Range<usize>) {
        self.end_block();
        let index = self.plain.open(zone, &self.file, source);
        self.open = true;
        self.pending_break = false;
        if let Zone::Heading(level) = zone {
            let level = usize::from(level);
            self.headings.truncate(level.saturating_sub(1));
            self.headings.push(index);
        }
        let heading = self.headings.last().copied();
        let lead = if self.depth > 0 { self.lead } else { None };
        if let Some(block) = self.plain.blocks.last_mut() {
            block.heading = heading.filter(|heading| *heading != index);
            block.quoted = self.quotes > 0;
            block.boxed = self.boxed;
            block.lead = lead;
        }
        if self.depth == 0 {
            self.lead = (zone == Zone::Paragraph).then_some(index);
        }
    }

    /// Ends the open block and adds the words beside its text, a block each.
    fn end_block(&mut self) {
        self.plain.close();
        self.open = false;
        self.pending_break = false;
        for (source, words) in std::mem::take(&mut self.asides) {
            if words.iter().all(|(text, _)| text.trim().is_empty()) {
                continue;
            }
            let (heading, quoted) =
                self.plain.blocks.last().map_or((None, false), |block| (block.heading, block.quoted));
            self.plain.open(Zone::Alt, &self.file, source);
            for (text, source) in words {
                if self.file.text().get(source.clone()) == Some(text.as_str()) {
                    self.plain.copy(&text, source.start);
                } else {
                    self.plain.replace(&text, source);
                }
            }
            self.plain.close();
            if let Some(block) = self.plain.blocks.last_mut() {
                (block.heading, block.quoted) = (heading, quoted);
            }
        }
    }
}
