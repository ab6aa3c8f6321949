//! The author's raw HTML: an allow list of tags, attributes and declarations. Everything else is unwrapped, or removed
//! with its content where the content is no text, and reported where it stands.

use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::author::{
    DATA, DRAWN, DROPPED, HIDDEN, Plan, QUIET, RENAMED, attribute, classes, declarations, is_drawn, is_thin,
    is_wordless, open_comment, plan,
};
use super::code;
use super::construct::Construct;
use super::element::{self, Kind};
use super::image::Named;
use super::open::Origin;
use super::pass::{Pass, Prose};
use super::rule;
use super::style::{self, Declaration, On};
use crate::base::message::render as say;
use crate::source::markdown::{Event, TagEnd};
use crate::wechat::html::spacer::{self, Pasted};

impl Pass<'_> {
    /// Renders the HTML block that starts at `at`; gives the event behind it.
    pub(super) fn html_block(&mut self, at: usize) -> usize {
        let mut html = String::new();
        // Where each piece of `html` stands in the file: quotation marks and indentation are left out of the events.
        let mut pieces: Vec<(usize, Range<usize>)> = Vec::new();
        let mut next = at + 1;
        while let Some((event, range)) = self.events.get(next) {
            next += 1;
            match event {
                Event::Html(text) | Event::Text(text) => {
                    pieces.push((html.len(), range.clone()));
                    html.push_str(text);
                }
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        self.block_ready();
        let depth = self.writer.depth();
        let place = |at| {
            let index = pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            pieces.get(index).map_or(0, |(start, range)| (range.start + (at - start)).min(range.end))
        };
        if let Some(at) = open_comment(&html).filter(|_| !self.writer.is_muted()) {
            let range = place(at)..place(at + 4);
            self.warn(rule::HTML_REMOVED, &range, say::html_comment_open(), say::html_comment_help());
        }
        self.tokens(&html, place);
        self.end_block(depth);
        next
    }

    /// Text that the author left open ends with the block; containers stay open for the Markdown that follows.
    fn end_block(&mut self, depth: usize) {
        while self.writer.depth() > depth {
            let Some(open) = self.writer.top() else { return };
            let container = open.element.is_some_and(|element| {
                !matches!(element.kind, Kind::Inline | Kind::Prose | Kind::Caption | Kind::Void)
            });
            if container || open.origin == Origin::Construct {
                return;
            }
            self.pop();
        }
    }

    /// Renders a tag or comment that stands in a sentence.
    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        let (start, end) = (range.start, range.end);
        self.tokens(html, |at| (start + at).min(end));
    }

    pub(super) fn tokens(&mut self, html: &str, place: impl Fn(usize) -> usize) {
        let begin = html.len() - html.trim_start().len();
        if html[begin..].strip_prefix('<').is_some_and(|rest| rest.starts_with(DATA)) {
            let end = html.find("]]>").map_or(html.len(), |at| at + "]]>".len());
            self.removed(DATA, &(place(begin)..place(end)));
            return self.tags(&html[end..], |at| place(end + at));
        }
        self.tags(html, place);
    }

    fn tags(&mut self, html: &str, place: impl Fn(usize) -> usize) {
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let range = place(tag.span.start)..place(tag.span.end);
                    self.start_tag(&tag, &range);
                }
                Token::EndTag(tag) => self.end_tag(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => {
                    let range = place(text.span.start)..place(text.span.end);
                    self.author_text(&String::from_utf8_lossy(&text), &range);
                }
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    fn author_text(&mut self, text: &str, range: &Range<usize>) {
        let blank = text.trim_matches([' ', '\t', '\n', '\r']).is_empty();
        if !self.writer.kind().takes_text() {
            if blank {
                return;
            }
            self.text_ready();
        }
        let exact = self.writer.inside(|element| element.name == "pre");
        for (index, line) in text.split('\n').enumerate() {
            match (index > 0, exact) {
                (true, true) => self.writer.hard_break(),
                (true, false) => self.writer.soft_break(),
                _ => {}
            }
            let line = line.trim_matches('\r');
            if !exact && index > 0 && line.trim_start().starts_with(":::") {
                // A fence inside an HTML block is never one; it is not shown either.
                self.stray_fence(range);
                continue;
            }
            if exact {
                self.writer.exact(&code::line(line));
            } else {
                self.writer.write(line);
            }
        }
    }

    fn start_tag(&mut self, tag: &StartTag<usize>, range: &Range<usize>) {
        let name = String::from_utf8_lossy(&tag.name).to_string();
        match name.as_str() {
            "br" => return self.author_break(),
            "hr" => {
                if self.block_ready() {
                    self.writer.void(&element::HR, self.theme.style(Construct::Rule), &[]);
                }
                return;
            }
            "img" => return self.author_image(tag, range),
            "a" if self.writer.is_muted() => return,
            "a" => return self.author_link(tag, range),
            _ => {}
        }
        if is_thin(&name, tag) && self.thin(&name, tag, range) {
            return;
        }
        if let Some(hidden) = HIDDEN.iter().find(|hidden| **hidden == name) {
            if name != DRAWN || tag.self_closing {
                self.removed(&name, range);
            } else if !self.writer.is_muted() {
                self.author_svg(range);
            }
            if !tag.self_closing {
                self.writer.mute(hidden);
            }
            return;
        }
        if DROPPED.contains(&name.as_str()) {
            if !QUIET.contains(&name.as_str()) {
                self.removed(&name, range);
            }
            return;
        }
        let Some(plan) = plan(&name, tag) else {
            if !QUIET.contains(&name.as_str()) && !self.writer.is_muted() && !self.in_part {
                self.warn(rule::HTML_REMOVED, range, say::html_unwrapped(&name), say::html_removed_help());
            }
            return;
        };
        if !plan.lost.is_empty() && !self.writer.is_muted() && !self.in_part {
            let lost = plan.lost.join(", ");
            self.warn(rule::HTML_REMOVED, range, say::html_attributes(&name, lost), say::html_removed_help());
        }
        if matches!(name.as_str(), "dt" | "dd") {
            self.end_definition();
        }
        self.open_author(&name, plan);
    }

    /// A box a few pixels high without words is a divider, or nothing; tells whether it is one.
    fn thin(&mut self, name: &str, tag: &StartTag<usize>, range: &Range<usize>) -> bool {
        const BOXES: [&str; 4] = ["section", "p", "div", "span"];
        let Some(name) = BOXES.into_iter().find(|known| *known == name) else { return false };
        let rest = self.file.text().get(range.end..).unwrap_or_default();
        if tag.self_closing || !is_wordless(name, rest) {
            return false;
        }
        if is_drawn(tag) && !self.writer.is_muted() && self.block_ready() {
            self.writer.void(&element::HR, &self.style(Construct::Rule), &[]);
        }
        self.writer.mute(name);
        true
    }

    /// A term or definition ends where the next one begins.
    fn end_definition(&mut self) {
        if let Some(open) = self.writer.author_nearest(&["dt", "dd"], "dl") {
            self.end_tag(open);
        }
    }

    fn removed(&mut self, name: &str, range: &Range<usize>) {
        if !self.writer.is_muted() && !self.in_part {
            self.warn(rule::HTML_REMOVED, range, say::html_removed(name), say::html_removed_help());
        }
    }

    fn author_break(&mut self) {
        if self.writer.kind().takes_text() {
            self.writer.hard_break();
        }
    }

    fn open_author(&mut self, name: &str, plan: Plan) {
        let Plan { element, mut construct, more, attributes, classes, .. } = plan;
        // A paragraph looks like the others around it: in a quotation, an alert, an item.
        if name == "p" && construct == Some(Construct::Paragraph) {
            construct = Some(match self.prose() {
                Prose::Paragraph(construct) => construct,
                Prose::Item => Construct::ItemText,
            });
        }
        let style = if self.in_part {
            self.part_style(element, construct, &classes, more)
        } else {
            self.theme.style_with(construct, more)
        };
        let opened = self.writer.depth();
        let attributes: Vec<(&str, &str)> =
            attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match element.kind {
            Kind::Inline => {
                self.text_ready();
                if style.is_empty() && element.name == "span" {
                    self.writer.open_plain(element);
                } else {
                    self.writer.open(element, Origin::Author, &style, &[]);
                }
            }
            Kind::Table => return self.open_table(Origin::Author, false),
            // Outside of a table it is a line of text.
            Kind::Caption if self.writer.kind() == Kind::Table => {
                self.writer.open(element, Origin::Author, &style, &[]);
            }
            Kind::Caption => self.author_paragraph(name, &style),
            Kind::Prose if element.name == "p" => self.author_paragraph(name, &style),
            Kind::Flow if name == "dd" => {
                if !self.block_ready() {
                    return;
                }
                self.writer.open_unwritten(element, Origin::Author);
                if self.writer.depth() > opened {
                    self.set_prose(Prose::Paragraph(Construct::Definition));
                }
            }
            Kind::Prose | Kind::Flow | Kind::List => {
                if !self.block_ready() {
                    return;
                }
                self.writer.open(element, Origin::Author, &style, &attributes);
                if element.name == "blockquote" {
                    self.set_prose(Prose::Paragraph(Construct::QuoteParagraph));
                }
            }
            _ => {
                if !self.part_ready(element.kind) {
                    return;
                }
                self.writer.open(element, Origin::Author, &style, &attributes);
                if element.kind == Kind::Item {
                    self.set_prose(Prose::Item);
                }
            }
        }
        if self.writer.depth() > opened {
            self.rename(name);
            if name == "q" {
                self.writer.write("“");
            }
            if self.in_part {
                self.stand_in_element(element, &classes);
            }
        }
    }

    /// An author's paragraph; in an item it is the item's text.
    fn author_paragraph(&mut self, name: &str, style: &str) {
        if !self.block_ready() {
            return;
        }
        let element = if self.prose() == Prose::Item { &element::ITEM_TEXT } else { &element::P };
        self.writer.open(element, Origin::Author, style, &[]);
        self.rename(name);
    }

    fn rename(&mut self, name: &str) {
        let known = RENAMED.iter().find(|(from, _)| *from == name).map(|(from, _)| *from);
        let known = known.or_else(|| element::element(name).map(|element| element.name));
        if let Some(known) = known {
            self.writer.rename(known);
        }
    }

    /// Makes sure that a part of a list or table may be written: closes the part before it. Tells whether it worked.
    fn part_ready(&mut self, part: Kind) -> bool {
        while !self.writer.is_muted() {
            let kind = self.writer.kind();
            if kind.takes(part) {
                return true;
            }
            match (part, kind) {
                (Kind::Cell, Kind::Table | Kind::Rows) => {
                    self.writer.open(&element::TR, Origin::Implied, "", &[]);
                    continue;
                }
                (Kind::Item, Kind::Flow) => return false,
                (_, Kind::Flow) => return false,
                _ => {}
            }
            if self.writer.top().is_none_or(|open| open.origin == Origin::Construct) {
                return false;
            }
            self.pop();
        }
        true
    }

    fn end_tag(&mut self, name: &str) {
        if name == "p" && !self.writer.author_opened("p") {
            return;
        }
        if !self.writer.author_opened(name) {
            return;
        }
        while let Some(open) = self.writer.top() {
            let found = open.origin == Origin::Author && open.name == name;
            let table = found && name == "table";
            self.pop();
            if found {
                // The box around an author's table closes with it.
                if table && self.writer.top().is_some_and(|open| open.origin == Origin::Author) {
                    self.pop();
                }
                return;
            }
        }
    }

    fn author_image(&mut self, tag: &StartTag<usize>, range: &Range<usize>) {
        if self.writer.is_muted() {
            return;
        }
        let Pasted::Picture(url) = spacer::pasted(tag) else {
            return self.spacer(range);
        };
        let mut more: Vec<Declaration> = Vec::new();
        if let Some(width) = attribute(tag, "width") {
            let width =
                if width.ends_with('%') { width } else { format!("{}px", width.trim_end_matches("px")) };
            more.extend(style::clean("width", &width, On::Picture));
        }
        if self.in_part {
            style::merge(&mut more, self.theme.element_declarations("img", &classes(tag), self.context()));
        }
        let (declarations, lost) = declarations(tag, On::Picture);
        style::merge(&mut more, declarations);
        if !lost.is_empty() && !self.in_part {
            let lost = lost.join(", ");
            self.warn(rule::HTML_REMOVED, range, say::html_attributes("img", lost), say::html_removed_help());
        }
        let alt = attribute(tag, "alt").unwrap_or_default();
        self.text_ready();
        self.write_image(&Named { url: &url, alt: &alt, style: more }, range);
    }

    fn author_link(&mut self, tag: &StartTag<usize>, range: &Range<usize>) {
        let url = attribute(tag, "href").unwrap_or_default();
        self.text_ready();
        if self.writer.author_opened("a") {
            self.end_tag("a");
        }
        self.open_link(&url, range, false, Origin::Author);
    }
}
