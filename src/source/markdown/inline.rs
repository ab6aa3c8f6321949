//! Constructs inside text that the parser does not know: `==marks==`, `++underlines++`, `x^2^`, `^[notes]`, `[…]{.dots}`,
//! ruby, `[[names]]`, `%%notes%%`, and runs of `*` between two emphases.
//!
//! One walk finds the marks, a stack a nesting level pairs them, and what they say is then written over the events.
//! Texts that hold none of the marks are not looked at.

mod caret;
mod edit;
mod ruby;
mod token;
mod wiki;

use std::ops::Range;

use super::{CowStr, Event, LinkType, Located, Tag, TagEnd};
use edit::{Edit, Spot};
use token::Token;

/// The events with the constructs in the text of `source` resolved; `comments` are notes that the parser did not see.
pub(super) fn resolve<'a>(
    source: &'a str,
    events: Vec<Located<'a>>,
    comments: &[Range<usize>],
) -> Vec<Located<'a>> {
    let marks = ["==", "++", "[[", "]{", "%%", "****", "~~~~", "**", "^"];
    let pairs = source.contains('{') && source.contains('|');
    let foreign = source.contains('<') && token::FOREIGN.iter().any(|tag| source.contains(tag));
    if comments.is_empty() && !pairs && !foreign && !marks.iter().any(|mark| source.contains(mark)) {
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
    insert(source, events, comments)
}

/// Puts the notes that the parser did not see in their places.
fn insert<'a>(source: &'a str, events: Vec<Located<'a>>, comments: &[Range<usize>]) -> Vec<Located<'a>> {
    let Some((_, rest)) = comments.split_first() else { return events };
    let mut out = Vec::with_capacity(events.len() + comments.len());
    let mut comments = comments[..comments.len() - rest.len()].iter().chain(rest).peekable();
    let mut note = |range: &Range<usize>| {
        let words = source[range.clone()].trim_matches('%').trim();
        (Event::Comment(CowStr::Borrowed(words)), range.clone())
    };
    for (event, range) in events {
        while let Some(comment) = comments.next_if(|comment| comment.start <= range.start) {
            out.push(note(comment));
        }
        out.push((event, range));
    }
    out.extend(comments.map(&mut note));
    out
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
        (slice == &**text).then_some((slice, range.start))
    }

    /// Finds `%%…%%` in one construct of the parser.
    fn notes(&mut self) {
        let mut open: Vec<Option<(Spot, usize)>> = vec![None];
        let mut closed = 0usize;
        for (index, (event, _)) in self.events.iter().enumerate() {
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => closed += 1,
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => closed = closed.saturating_sub(1),
                Event::Start(tag) => {
                    if is_block(tag)
                        && let Some(last) = open.last_mut()
                    {
                        *last = None;
                    }
                    open.push(None);
                }
                Event::End(_) => drop(open.pop()),
                Event::Text(text) if closed == 0 && text.contains("%%") => {
                    let (Some((text, start)), Some(open)) = (self.literal(index), open.last_mut()) else {
                        continue;
                    };
                    let mut at = 0;
                    while let Some(found) = text[at..].find("%%") {
                        let mark = at + found;
                        let length = text[mark..].bytes().take_while(|byte| *byte == b'%').count();
                        at = mark + length;
                        match open.take() {
                            Some((from, begun)) => {
                                let words = self.source[begun + 2..start + at - 2].trim();
                                let note = Event::Comment(CowStr::Borrowed(words));
                                let place = begun..start + at;
                                let until = Spot { event: index, byte: at };
                                self.dropped.push(Edit { from, until, put: vec![(note, place)] });
                            }
                            // `100%%` is a slip of the finger, and what follows it is the article.
                            None if length == 2
                                && !self.source[..start + mark].ends_with(|c: char| c.is_ascii_digit()) =>
                            {
                                *open = Some((Spot { event: index, byte: mark }, start + mark));
                            }
                            None => {}
                        }
                    }
                }
                _ => {}
            }
        }
        self.dropped.sort_by_key(|note| note.from);
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

    fn open(&mut self, kind: Kind, spot: Spot, range: Range<usize>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.waiting[kind as usize] += 1;
            self.openers.push(Opener { kind, spot, range });
        }
    }

    /// The nearest mark of that kind that waits here; what waits behind it waits in vain.
    fn take(&mut self, kind: Kind) -> Option<Opener> {
        let frame = self.frames.last_mut().filter(|frame| frame.waiting[kind as usize] > 0)?;
        while self.openers.len() > frame.base {
            let opener = self.openers.pop()?;
            frame.waiting[opener.kind as usize] -= 1;
            if opener.kind == kind {
                return Some(opener);
            }
        }
        None
    }

    /// `==` or `++`, or two of them in a row.
    fn pair(&mut self, kind: Kind, spot: Spot, range: Range<usize>) {
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        let double = range.len() == 4;
        let opens = token::opens(kind, before, after);
        let closes = token::closes(kind, before, after);
        let waits = self.frames.last().is_some_and(|frame| frame.waiting[kind as usize] > 0);
        if double && !(closes && waits && opens) {
            return;
        }
        let half = range.start..range.start + 2;
        let mut opened = spot;
        if closes && let Some(opener) = self.take(kind) {
            let (tag, end) = kind.tags();
            self.wrap(opener, tag, end, spot, half.clone());
            if !double {
                return;
            }
            opened = Spot { event: spot.event, byte: spot.byte + 2 };
        }
        if opens {
            let range = if double { half.end..half.end + 2 } else { half };
            self.open(kind, opened, range);
        }
    }

    /// Writes a tag over the mark `opener` and its end over the mark `closer` at `spot`.
    fn wrap(&mut self, opener: Opener, tag: Tag<'a>, end: TagEnd, spot: Spot, closer: Range<usize>) {
        let whole = opener.range.start..closer.end;
        let behind = |spot: Spot, length| Spot { event: spot.event, byte: spot.byte + length };
        self.edits.push(Edit {
            from: opener.spot,
            until: behind(opener.spot, opener.range.len()),
            put: vec![(Event::Start(tag), whole.clone())],
        });
        self.edits.push(Edit {
            from: spot,
            until: behind(spot, closer.len()),
            put: vec![(Event::End(end), whole)],
        });
    }

    /// `****` inside bold text beside Chinese: one bold text ends and another begins. CommonMark would show the stars.
    fn run(&mut self, byte: u8, spot: Spot, range: Range<usize>) {
        let Some(tag) = self.frames.last().and_then(|frame| frame.tag) else { return };
        let (length, mark, start) = match tag {
            TagEnd::Strong => (4, b'*', Tag::Strong),
            TagEnd::Emphasis => (2, b'*', Tag::Emphasis),
            TagEnd::Strikethrough => (4, b'~', Tag::Strikethrough),
            _ => return,
        };
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { return };
        let chinese = token::is_chinese(before) || token::is_chinese(after);
        if byte != mark
            || range.len() != length
            || !chinese
            || before.is_whitespace()
            || after.is_whitespace()
        {
            return;
        }
        let half = range.start + length / 2;
        self.edits.push(Edit {
            from: spot,
            until: Spot { event: spot.event, byte: spot.byte + length },
            put: vec![(Event::End(tag), range.start..half), (Event::Start(start), half..range.end)],
        });
    }

    /// `]`, perhaps with a class or a reading behind it.
    fn close_bracket(&mut self, spot: Spot, at: usize) -> Option<Spot> {
        if self.ends_note() {
            return self.close_note(spot, at);
        }
        let opener = self.take(Kind::Bracket)?;
        let (text, start) = self.literal(spot.event)?;
        let behind = text[at + 1 - start..].strip_prefix('{')?;
        let inside = &behind[..behind.find(['}', '{', '\n'])?];
        if !behind[inside.len()..].starts_with('}') {
            return None;
        }
        let end = at + inside.len() + 3;
        let until = Spot { event: spot.event, byte: end - start };
        if token::is_dots(inside) {
            let (tag, tag_end) = Kind::Bracket.tags();
            let whole = opener.range.start..end;
            self.edits.push(Edit {
                from: opener.spot,
                until: Spot { event: opener.spot.event, byte: opener.spot.byte + 1 },
                put: vec![(Event::Start(tag), whole.clone())],
            });
            self.edits.push(Edit { from: spot, until, put: vec![(Event::End(tag_end), whole)] });
            return Some(until);
        }
        let attribute = inside.trim_start().starts_with(['.', '#', ':']) || inside.contains('=');
        if attribute || opener.spot.event != spot.event {
            return None;
        }
        let base = opener.range.end..at;
        let reading = at + 2..at + 2 + inside.len();
        let put = ruby::ruby(self.source, opener.range.start..end, base, reading)?;
        self.edits.push(Edit { from: opener.spot, until, put });
        Some(until)
    }

    /// The place in the events of the byte `at` of the source, from the event `index` on: in text of the same
    /// construct, with nothing but text and emphasis between.
    fn spot_of(&self, index: usize, at: usize) -> Option<Spot> {
        let mut depth = 0usize;
        for (offset, (event, range)) in self.events.get(index..)?.iter().enumerate() {
            match event {
                Event::Text(_) if depth == 0 && range.end >= at => {
                    let (_, start) = self.literal(index + offset)?;
                    return Some(Spot { event: index + offset, byte: at.checked_sub(start)? });
                }
                Event::Text(_) if range.end < at => {}
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => depth += 1,
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                    depth = depth.checked_sub(1)?;
                }
                _ => return None,
            }
        }
        None
    }

    /// `{签发|qiān fā}` at the byte `at` of the source.
    fn braces(&self, spot: Spot, at: usize) -> Option<(Edit<'a>, Spot)> {
        let rest = &self.source[at + 1..];
        let end = rest.find(['}', '{', '\n'])?;
        let inside = rest[..end].split_once('|').filter(|_| rest[end..].starts_with('}'));
        let (base, reading) = inside?;
        let until = self.spot_of(spot.event, at + end + 2)?;
        let bare = base.strip_suffix('\\').unwrap_or(base);
        let (base_at, reading_at) = (at + 1, at + 1 + base.len() + 1);
        let put = ruby::ruby(
            self.source,
            at..at + end + 2,
            base_at..base_at + bare.len(),
            reading_at..reading_at + reading.len(),
        )?;
        Some((Edit { from: spot, until, put }, until))
    }

    /// `[[name]]` or `![[picture.png]]` whose brackets stand at the byte `at` of the source.
    fn wiki(&self, spot: Spot, at: usize) -> Option<(Edit<'a>, Spot)> {
        if self.links > 0 || self.pictures > 0 || !self.source[at..].starts_with("[[") {
            return None;
        }
        let rest = &self.source[at + 2..];
        let length = rest.find(['[', ']', '\n'])?;
        if !rest[length..].starts_with("]]") {
            return None;
        }
        let embedded = spot.byte > 0 && self.source[..at].ends_with('!');
        let begin = if embedded { at - 1 } else { at };
        let until = self.spot_of(spot.event, at + length + 4)?;
        let put = wiki::name(self.source, begin..at + length + 4, at + 2..at + 2 + length, embedded)?;
        let from = Spot { event: spot.event, byte: spot.byte - usize::from(embedded) };
        Some((Edit { from, until, put }, until))
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
