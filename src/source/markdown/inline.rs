//! Constructs inside text that the parser does not know: `==marks==`, `++underlines++`, `x^2^`, `^[notes]`, `[…]{.dots}`,
//! ruby, `[[names]]`, `%%notes%%`, and runs of `*` between two emphases.
//!
//! One walk finds the marks, a stack a nesting level pairs them, and what they say is then written over the events.
//! Texts that hold none of the marks are not looked at.

mod bracket;
mod caret;
mod edit;
mod note;
mod pair;
mod ruby;
mod token;
mod wiki;

use std::ops::Range;

use super::{CowStr, Event, LinkType, Located, Tag, TagEnd, steps};
use edit::{Edit, Spot};
use token::Token;

/// The events with the constructs in the text of `source` resolved; `comments` are notes that the parser did not see.
pub(super) fn resolve<'a>(
    source: &'a str,
    events: Vec<Located<'a>>,
    comments: &[Range<usize>],
) -> Vec<Located<'a>> {
    // The most common first: the others need not be looked for then.
    let marks = ["**", "[[", "==", "++", "]{", "%%", "~~~~", "^"];
    let marked = || marks.iter().any(|mark| source.contains(mark));
    let pairs = || source.contains('{') && source.contains('|');
    let foreign = || source.contains('<') && token::FOREIGN.iter().any(|tag| source.contains(tag));
    if comments.is_empty() && !marked() && !pairs() && !foreign() {
        return events;
    }
    let mut walk = Walk::new(source, &events);
    if source.contains("%%") {
        walk.notes();
    }
    walk.constructs();
    let noted = walk.noted;
    let mut edits = walk.edits;
    edits.extend(walk.dropped);
    if edits.is_empty() && comments.is_empty() {
        return events;
    }
    edits.sort_by_key(|edit| edit.from);
    let events = if edits.is_empty() { events } else { edit::apply(events, edits) };
    let events = if noted { caret::move_out(events) } else { events };
    note::insert(source, events, comments)
}

/// What a mark can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Mark,
    Underline,
    Bracket,
    /// `^[`
    Note,
}

const KINDS: usize = 4;

impl Kind {
    const fn tags(self) -> (Tag<'static>, TagEnd) {
        match self {
            Self::Mark => (Tag::Mark, TagEnd::Mark),
            Self::Underline => (Tag::Underline, TagEnd::Underline),
            Self::Bracket | Self::Note => (Tag::Dots, TagEnd::Dots),
        }
    }
}

/// A mark that waits for its partner.
struct Opener {
    kind: Kind,
    spot: Spot,
    /// Bytes of the source that it takes.
    range: Range<usize>,
}

/// A construct of the parser that is open, and where its own openers begin.
struct Frame {
    tag: Option<TagEnd>,
    base: usize,
    waiting: [usize; KINDS],
}

struct Walk<'e, 'a> {
    source: &'a str,
    events: &'e [Located<'a>],
    frames: Vec<Frame>,
    openers: Vec<Opener>,
    edits: Vec<Edit<'a>>,
    /// Notes: nothing inside them counts.
    dropped: Vec<Edit<'a>>,
    /// Footnotes were found where they are used.
    noted: bool,
    links: usize,
    pictures: usize,
}

impl<'e, 'a> Walk<'e, 'a> {
    fn new(source: &'a str, events: &'e [Located<'a>]) -> Self {
        Self {
            source,
            events,
            frames: Vec::new(),
            openers: Vec::new(),
            edits: Vec::new(),
            dropped: Vec::new(),
            noted: false,
            links: 0,
            pictures: 0,
        }
    }

    /// The literal text of an event.
    fn literal(&self, index: usize) -> Option<(&'a str, usize)> {
        let (Event::Text(text), range) = self.events.get(index)? else { return None };
        let slice = self.source.get(range.clone())?;
        let same = slice.len() == text.len()
            && (std::ptr::eq(slice.as_ptr(), text.as_ptr()) || steps::equal(slice, text));
        same.then_some((slice, range.start))
    }

    /// Finds everything else.
    fn constructs(&mut self) {
        self.frames.push(Frame { tag: None, base: 0, waiting: [0; KINDS] });
        let mut code = 0usize;
        let mut skip = Spot { event: 0, byte: 0 };
        let mut note = 0;
        for index in 0..self.events.len() {
            match &self.events[index].0 {
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => code += 1,
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => code = code.saturating_sub(1),
                Event::Start(tag) => self.enter(tag, index),
                Event::End(end) => self.leave(*end),
                Event::Text(_) if code == 0 => {
                    let Some((text, start)) = self.literal(index) else { continue };
                    let autolink = matches!(
                        index.checked_sub(1).and_then(|before| self.events.get(before)),
                        Some((
                            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }),
                            _
                        ))
                    );
                    if autolink {
                        continue;
                    }
                    let escaped = start > 0
                        && self.source.as_bytes()[start - 1] == b'\\'
                        && index.checked_sub(1).is_none_or(|before| self.events[before].1.end != start);
                    for token in token::tokens(text, escaped) {
                        let spot = Spot { event: index, byte: token.range().start };
                        while self.dropped.get(note).is_some_and(|note| note.until <= spot) {
                            note += 1;
                        }
                        let inside = self.dropped.get(note).is_some_and(|note| note.from <= spot);
                        if !inside && spot >= skip {
                            skip = self.token(&token, spot, start).unwrap_or(skip);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self, tag: &Tag<'_>, index: usize) {
        match tag {
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } => self.pictures += 1,
            _ if is_block(tag) => self.forget(),
            _ => {}
        }
        let tag = match (tag, &self.events[index].0) {
            (Tag::Strong, _) => Some(TagEnd::Strong),
            (Tag::Emphasis, _) => Some(TagEnd::Emphasis),
            (Tag::Strikethrough, _) => Some(TagEnd::Strikethrough),
            _ => None,
        };
        self.frames.push(Frame { tag, base: self.openers.len(), waiting: [0; KINDS] });
    }

    fn leave(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            _ => {}
        }
        if let Some(frame) = self.frames.pop() {
            self.openers.truncate(frame.base);
        }
    }

    /// A block begins: what waits before it waits in vain.
    fn forget(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            self.openers.truncate(frame.base);
            frame.waiting = [0; KINDS];
        }
    }

    /// Looks at a mark; gives the place before which further marks are part of what was found.
    fn token(&mut self, token: &Token, spot: Spot, start: usize) -> Option<Spot> {
        match token {
            Token::Pair { kind, range } => self.pair(*kind, spot, start + range.start..start + range.end),
            Token::Run { byte, range } => self.run(*byte, spot, start + range.start..start + range.end),
            Token::Open { range } => {
                if let Some((edit, until)) = self.wiki(spot, start + range.start) {
                    self.edits.push(edit);
                    return Some(until);
                }
                let range = start + range.start..start + range.start + 1;
                self.open(Kind::Bracket, spot, range);
            }
            Token::Caret { range } => return self.caret(spot, start + range.start),
            Token::Close { range } => return self.close_bracket(spot, start + range.start),
            Token::Foreign { range } => {
                let place = start + range.start..start + range.end;
                let tag = Event::InlineHtml(CowStr::Borrowed(&self.source[place.clone()]));
                let until = Spot { event: spot.event, byte: range.end };
                self.edits.push(Edit { from: spot, until, put: vec![(tag, place)] });
                return Some(until);
            }
            Token::Brace { range } => {
                let (edit, until) = self.braces(spot, start + range.start)?;
                self.edits.push(edit);
                return Some(until);
            }
        }
        None
    }
}

/// Whether a construct holds or is a block.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Mark
            | Tag::Underline
            | Tag::Superscript
            | Tag::Dots
            | Tag::Ruby
            | Tag::Link { .. }
            | Tag::WikiLink { .. }
            | Tag::Image { .. }
    )
}
