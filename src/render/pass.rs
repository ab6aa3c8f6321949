//! The one pass over the events of an article: hands each event to the file of its construct.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::construct::Construct;
use super::contents::{self, Entry};
use super::element::{self, Element, Kind};
use super::footnote::Notes;
use super::image::Pictures;
use super::link::Links;
use super::list::List;
use super::open::Origin;
use super::shelf::Shelf;
use super::table::Table;
use super::theme::{About, Context, Theme};
use super::writer::Writer;
use crate::base::message::Message;
use crate::finding::{Finding, Findings, Place};
use crate::site::RenderOptions;
use crate::source::SourceFile;
use crate::source::markdown::{Containers, Event, Located, Tag, TagEnd};
use crate::wechat::html::style::{self, Declaration};

/// What text becomes that stands directly in a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prose {
    /// A paragraph in that style.
    Paragraph(Construct),
    /// The text of an item.
    Item,
}

/// An article on its way to a fragment.
pub(super) struct Pass<'a> {
    pub(super) theme: &'a Theme,
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) options: RenderOptions,
    pub(super) events: Vec<Located<'a>>,
    pub(super) writer: Writer,
    pub(super) findings: Findings,
    pub(super) pictures: Pictures<'a>,
    pub(super) links: Links,
    pub(super) notes: Notes,
    pub(super) lists: Vec<List>,
    pub(super) tables: Vec<Table>,
    /// The account's other articles; `None`: nobody knows them here.
    pub(super) shelf: Option<&'a Shelf>,
    /// The account that it is rendered for; `""`: none.
    pub(super) account: &'a str,
    /// Names of other articles that were asked for.
    pub(super) related: BTreeSet<String>,
    pub(super) quotes: usize,
    pub(super) containers: Containers,
    /// Containers that are open.
    pub(super) containers_open: usize,
    /// Links look like buttons.
    pub(super) buttons: bool,
    /// What a table of contents lists.
    pub(super) headings: Vec<Entry>,
    /// Containers that set how their paragraphs look, by depth.
    prose: Vec<(usize, Prose)>,
    /// Where things stand, for the theme's selectors, by depth.
    contexts: Vec<(usize, Context)>,
    /// What is written now is a part of the theme: its classes name rules, its links have no numbers.
    pub(super) in_part: bool,
    /// Bytes written when a drawn marker had just been written: the item's first paragraph continues it.
    pub(super) marker: Option<usize>,
    /// The present link shows its address.
    pub(super) address: bool,
    /// The present paragraph continues a marker and has opened nothing.
    borrowed: bool,
    /// The next paragraph holds what a line cannot be filled with evenly.
    pub(super) ragged: bool,
    /// The next paragraph's lines stand where its writer put them: it gets no indentation.
    pub(super) set: bool,
}

impl<'a> Pass<'a> {
    pub(super) fn new(
        theme: &'a Theme,
        file: &'a Arc<SourceFile>,
        options: RenderOptions,
        events: Vec<Located<'a>>,
        pictures: Pictures<'a>,
    ) -> Self {
        let notes = Notes::new(&events);
        let containers = Containers::pair(file.text(), &events);
        let headings = contents::headings(file.text(), &events, &containers);
        Self {
            theme,
            file,
            options,
            events,
            writer: Writer::new(options.spacing.character()),
            findings: Findings::new(),
            pictures,
            links: Links::default(),
            notes,
            lists: Vec::new(),
            tables: Vec::new(),
            shelf: None,
            account: "",
            related: BTreeSet::new(),
            quotes: 0,
            containers,
            containers_open: 0,
            buttons: false,
            headings,
            prose: Vec::new(),
            contexts: Vec::new(),
            in_part: false,
            marker: None,
            address: false,
            borrowed: false,
            ragged: false,
            set: false,
        }
    }

    /// Renders everything: the article, then footnotes and references.
    pub(super) fn run(&mut self, about: &About<'_>) {
        self.writer.open(&element::SECTION, Origin::Construct, self.theme.style(Construct::Article), &[]);
        self.stand_in(Construct::Article);
        let start = self.writer.written();
        self.render(0..self.events.len());
        self.end_matter();
        self.surround(start, about);
        while self.writer.depth() > 0 {
            self.pop();
        }
    }

    /// Renders the events `range`.
    pub(super) fn render(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.event(at).max(at + 1);
        }
    }

    /// Renders the event `at`; gives the next one to look at.
    fn event(&mut self, at: usize) -> usize {
        let Some((event, range)) = self.events.get_mut(at) else { return at + 1 };
        let range = range.clone();
        match std::mem::replace(event, Event::SoftBreak) {
            Event::Start(tag) => return self.start(tag, at, range),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => self.inline_code(&text),
            Event::InlineMath(text) => self.inline_math(&text, &range, at),
            Event::DisplayMath(text) => self.display_math(&text, &range),
            Event::Html(html) | Event::InlineHtml(html) => self.inline_html(&html, &range),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::SoftBreak if self.options.breaks || self.names_source(at + 1) => self.writer.hard_break(),
            Event::SoftBreak => self.writer.soft_break(),
            Event::HardBreak => self.writer.hard_break(),
            Event::Rule => return self.rule(at, &range),
            Event::TaskListMarker(done) => self.task(done),
            Event::Reading(reading) => self.reading(&reading),
            Event::Comment(_) => {}
        }
        at + 1
    }

    fn start(&mut self, tag: Tag<'a>, at: usize, range: Range<usize>) -> usize {
        match tag {
            Tag::Paragraph => return self.paragraph(at),
            Tag::Heading { level, .. } => self.heading(level as u8),
            Tag::BlockQuote(kind) => self.quote(kind, at),
            Tag::CodeBlock(kind) => return self.code_block(&kind, at, &range),
            Tag::HtmlBlock => return self.html_block(at),
            Tag::List(start) => self.list(start, at),
            Tag::Item => self.item(at),
            Tag::FootnoteDefinition(_) => return self.notes.end_of(at).unwrap_or(at) + 1,
            Tag::Table(alignments) => self.table(alignments, at),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.inline(&element::EM, Construct::Emphasis),
            Tag::Strong => self.inline(&element::STRONG, Construct::Strong),
            Tag::Strikethrough => self.inline(&element::DEL, Construct::Deleted),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => return self.image(&dest_url, at, &range),
            Tag::Mark => self.inline(&element::MARK, Construct::Marked),
            Tag::Underline => self.inline(&element::U, Construct::Underlined),
            Tag::Superscript => self.inline(&element::SUP, Construct::Superscript),
            Tag::Dots => self.inline(&element::SPAN, Construct::Dotted),
            Tag::Ruby => self.inline(&element::RUBY, Construct::Ruby),
            Tag::DefinitionList => self.open_block(&element::SECTION, Construct::Definitions, &[]),
            Tag::DefinitionListTitle => self.open_block(&element::P, Construct::Term, &[]),
            Tag::DefinitionListDefinition => self.open_block(&element::P, Construct::Definition, &[]),
            Tag::WikiLink { target, labelled, .. } => {
                return self.related_link(&target, labelled, at, &range);
            }
        }
        at + 1
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph if self.borrowed => self.borrowed = false,
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Mark
            | TagEnd::Underline
            | TagEnd::Superscript
            | TagEnd::Dots
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Ruby => self.close(),
            TagEnd::Link => {
                self.address = false;
                self.close();
            }
            TagEnd::BlockQuote(_) => {
                self.quotes = self.quotes.saturating_sub(1);
                self.close();
            }
            TagEnd::List(_) => self.list_end(),
            TagEnd::Item => self.close(),
            TagEnd::Table => self.table_end(),
            TagEnd::TableHead => self.table_head_end(),
            TagEnd::TableRow | TagEnd::TableCell => self.close(),
            TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Image
            | TagEnd::WikiLink => {}
        }
    }

    /// Opens a paragraph, unless it only continues a drawn marker.
    pub(super) fn open_paragraph(&mut self, origin: Origin) {
        if origin == Origin::Construct && self.marker.take() == Some(self.writer.written()) {
            self.borrowed = true;
            return;
        }
        if !self.block_ready() {
            self.writer.open_unwritten(&element::P, origin);
            return;
        }
        let (element, construct) = match self.prose() {
            Prose::Item => (&element::ITEM_TEXT, Construct::ItemText),
            Prose::Paragraph(construct) => (&element::P, construct),
        };
        let mut style = self.style(construct);
        if std::mem::take(&mut self.ragged) && !style.contains("text-align") && !self.writer.inside_authors()
        {
            let between = if style.is_empty() { "" } else { ";" };
            style = Cow::Owned(format!("{style}{between}text-align:left"));
        }
        if std::mem::take(&mut self.set) && style.contains("text-indent") {
            let others = style::split(&style).filter(|(name, _)| *name != "text-indent");
            let others: Vec<String> = others.map(|(name, value)| format!("{name}:{value}")).collect();
            style = Cow::Owned(others.join(";"));
        }
        self.writer.open(element, origin, &style, &[]);
        self.stand_in(construct);
    }

    /// The inline style of a construct where it stands now.
    pub(super) fn style(&self, construct: Construct) -> Cow<'a, str> {
        self.theme.style_in(construct, self.context())
    }

    /// What the theme's selectors know of the present place.
    pub(super) fn context(&self) -> Context {
        self.contexts.last().map(|(_, context)| *context).unwrap_or_default()
    }

    /// Lets the theme's selectors know that the innermost element is that construct.
    pub(super) fn stand_in(&mut self, construct: Construct) {
        let context = self.theme.inside(self.context(), construct);
        self.contexts.push((self.writer.depth(), context));
    }

    /// Lets the theme's selectors know that the innermost element is one of a part, with classes.
    pub(super) fn stand_in_element(&mut self, element: &Element, classes: &[String]) {
        let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
        let context = self.theme.inside_element(self.context(), element.name, &classes);
        self.contexts.push((self.writer.depth(), context));
    }

    /// How a paragraph looks here.
    pub(super) fn prose(&self) -> Prose {
        self.prose.last().map_or(Prose::Paragraph(Construct::Paragraph), |(_, prose)| *prose)
    }

    /// Sets how paragraphs look inside the innermost element.
    pub(super) fn set_prose(&mut self, prose: Prose) {
        self.prose.push((self.writer.depth(), prose));
    }

    /// Makes sure that text may be written: opens what is missing around it.
    pub(super) fn text_ready(&mut self) {
        while !self.writer.is_muted() {
            match self.writer.kind() {
                Kind::Prose | Kind::Inline | Kind::Cell | Kind::Caption | Kind::Void => return,
                Kind::Flow | Kind::Item => return self.open_paragraph(Origin::Implied),
                kind => self.open_child(kind),
            }
        }
    }

    /// Makes sure that a block may be written: closes text, unless a construct holds it open. Tells whether it worked.
    pub(super) fn block_ready(&mut self) -> bool {
        self.marker = None;
        while !self.writer.is_muted() {
            match self.writer.kind() {
                Kind::Flow | Kind::Item | Kind::Cell => return true,
                Kind::Prose | Kind::Inline | Kind::Caption | Kind::Void => {
                    if self.writer.top().is_none_or(|open| open.origin == Origin::Construct) {
                        return false;
                    }
                    self.pop();
                }
                kind => self.open_child(kind),
            }
        }
        true
    }

    /// Opens the part that is missing in a list or table.
    fn open_child(&mut self, kind: Kind) {
        let (element, construct) = match kind {
            Kind::List => (&element::LI, Construct::Item),
            Kind::Row => (&element::TD, Construct::Cell),
            _ => (&element::TR, Construct::Article),
        };
        let rows = kind == Kind::Table || kind == Kind::Rows;
        let style = if rows { Cow::Borrowed("") } else { self.style(construct) };
        self.writer.open(element, Origin::Implied, &style, &[]);
        if !rows {
            self.stand_in(construct);
        }
        if kind == Kind::List {
            self.set_prose(Prose::Item);
        }
    }

    /// Opens a block of the renderer's own; where none may stand, only its content shows.
    pub(super) fn open_block(
        &mut self,
        element: &'static Element,
        construct: Construct,
        attributes: &[(&str, &str)],
    ) {
        self.open_block_with(element, construct, Vec::new(), attributes);
    }

    /// Opens a block, with declarations that depend on its content.
    pub(super) fn open_block_with(
        &mut self,
        element: &'static Element,
        construct: Construct,
        more: Vec<Declaration>,
        attributes: &[(&str, &str)],
    ) {
        if self.block_ready() {
            let style = match more.is_empty() {
                true => self.style(construct),
                false => Cow::Owned(self.theme.style_in_with(construct, self.context(), more)),
            };
            self.writer.open(element, Origin::Construct, &style, attributes);
            self.stand_in(construct);
        } else {
            self.writer.open_unwritten(element, Origin::Construct);
        }
    }

    /// Closes the innermost construct and whatever the author left open in it.
    pub(super) fn close(&mut self) {
        while let Some(origin) = self.writer.top().map(|open| open.origin) {
            self.pop();
            if origin == Origin::Construct {
                return;
            }
        }
    }

    /// Closes the innermost element.
    pub(super) fn pop(&mut self) {
        // What readers' screens would put around a quotation, and what the platform does not know.
        if self.writer.top().is_some_and(|open| open.origin == Origin::Author && open.name == "q") {
            self.writer.write("”");
        }
        let closed = self.writer.close();
        while self.prose.last().is_some_and(|(depth, _)| *depth > self.writer.depth()) {
            self.prose.pop();
        }
        while self.contexts.last().is_some_and(|(depth, _)| *depth > self.writer.depth()) {
            self.contexts.pop();
        }
        if let Some(closed) = closed
            && let Some(link) = closed.note
        {
            self.link_closed(link, &closed.text);
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if !self.writer.kind().takes_text() {
            if text.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
                return;
            }
            self.text_ready();
        }
        self.unknown_footnotes(text, range);
        if self.address {
            self.writer.write_whole(&super::link::visible_address(text));
        } else {
            self.writer.write(text);
        }
    }

    pub(super) fn inline(&mut self, element: &'static Element, construct: Construct) {
        self.text_ready();
        self.writer.open(element, Origin::Construct, &self.style(construct), &[]);
        self.stand_in(construct);
    }

    /// A divider, or one of the constructs that come as one; gives the event behind it.
    fn rule(&mut self, at: usize, range: &Range<usize>) -> usize {
        if let Some(role) = self.containers.role(at) {
            return self.container(at, role, range);
        }
        let construct = match self.file.text().as_bytes().get(range.start) {
            Some(b'*') => Construct::RuleStars,
            Some(b'_') => Construct::RuleWide,
            Some(b'-') => Construct::Rule,
            _ => {
                self.contents();
                return at + 1;
            }
        };
        if self.block_ready() {
            self.writer.void(&element::HR, &self.style(construct), &[]);
        }
        at + 1
    }

    /// The place of some bytes of the file.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        Place::new(self.file, range.clone())
    }

    /// Reports something that readers will not get.
    pub(super) fn warn(&mut self, rule: &'static str, range: &Range<usize>, message: Message, help: Message) {
        let finding = Finding::warning(rule, self.place(range), message).help(help);
        self.findings.push(finding);
    }

    /// Where each opened tag in `range` ends is found by counting: the index of the matching end of `at`.
    pub(super) fn end_of(&self, at: usize) -> usize {
        let mut depth = 0usize;
        for (index, (event, _)) in self.events.iter().enumerate().skip(at + 1) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return index,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        self.events.len()
    }
}

/// Indices of footnote definitions: first event, event behind.
pub(super) type Definitions = HashMap<String, Range<usize>>;
