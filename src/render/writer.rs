//! Writes a fragment: balanced, escaped, without white space between tags, without empty elements.
//!
//! What may stand where is enforced here; what a construct looks like is not known here. Elements that would nest too
//! deep or stand where they may not are left out while their content stays.

use super::element::{Element, ITEM_TEXT, Kind};
use super::open::{Closed, Open, Origin};
use super::spacing;
use super::text::{self, Pending};

/// Blocks inside blocks at most; the platform's checker counts equal layers.
const MAX_BLOCKS: usize = 10;
/// Inline elements inside each other at most.
const MAX_INLINE: usize = 8;
/// Open elements above which the author's further ones are not even remembered.
const MAX_REMEMBERED: usize = 200;

/// A fragment being written, and its visible text.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    text: String,
    stack: Vec<Open>,
    /// Kinds of the open elements that were written.
    kinds: Vec<Kind>,
    pending: Pending,
    /// The last visible character of the line; `None` at its beginning.
    last: Option<char>,
    /// What stands between Chinese and Latin, if something does.
    gap: Option<char>,
    /// The last character, when it is one of text that may have a gap behind it.
    joint: Option<char>,
    muted: usize,
    blocks: usize,
    inline: usize,
}

impl Writer {
    /// A writer that puts `gap` between Chinese and Latin.
    pub(super) fn new(gap: Option<char>) -> Self {
        Self { gap, ..Self::default() }
    }

    /// The fragment and its visible text, everything closed.
    pub(super) fn finish(mut self) -> (String, String) {
        while !self.stack.is_empty() {
            self.close();
        }
        self.text.truncate(self.text.trim_end().len());
        (self.out, self.text)
    }

    /// Bytes written so far.
    pub(super) fn written(&self) -> usize {
        self.out.len()
    }

    /// Puts a finished fragment at the byte `at`, else behind everything; its text goes to the same end.
    pub(super) fn insert(&mut self, at: Option<usize>, html: &str, text: &str) {
        if html.is_empty() {
            return;
        }
        match at {
            Some(at) => {
                self.out.insert_str(at.min(self.out.len()), html);
                self.text.insert_str(0, &format!("{text}\n"));
            }
            None => {
                self.out.push_str(html);
                self.text.push_str(&format!("{text}\n"));
            }
        }
        self.fill(true);
    }

    /// Visible text so far.
    pub(super) fn visible(&self) -> &str {
        &self.text
    }

    /// Takes what was written behind `length` out of the visible text.
    pub(super) fn forget(&mut self, length: usize) {
        self.text.truncate(length);
    }

    /// Whether what is written now is dropped.
    pub(super) fn is_muted(&self) -> bool {
        self.muted > 0
    }

    /// Whether the author opened an element of that name that still can be closed here.
    pub(super) fn author_opened(&self, name: &str) -> bool {
        let reachable = self.stack.iter().rev().take_while(|open| open.origin != Origin::Construct);
        reachable.filter(|open| open.origin == Origin::Author).any(|open| open.name == name)
    }

    /// The innermost of these elements that the author opened, not looking beyond an open `fence`.
    pub(super) fn author_nearest(&self, names: &[&str], fence: &str) -> Option<&'static str> {
        let reachable = self.stack.iter().rev().take_while(|open| open.origin != Origin::Construct);
        let mut inside = reachable.filter(|open| open.origin == Origin::Author).map(|open| open.name);
        inside.find(|name| *name == fence || names.contains(name)).filter(|name| *name != fence)
    }

    /// How many more blocks may be opened inside each other.
    pub(super) fn room(&self) -> usize {
        MAX_BLOCKS.saturating_sub(self.blocks)
    }

    /// The last visible character of the line.
    pub(super) fn last(&self) -> Option<char> {
        self.last
    }

    /// Sets what counts as the last visible character: a number behind a word is not part of the sentence.
    pub(super) fn set_last(&mut self, last: Option<char>) {
        self.last = last;
        self.joint = None;
    }

    /// Whether this stands inside an element of the author.
    pub(super) fn inside_authors(&self) -> bool {
        let nearest = self.stack.iter().rev().take(MAX_REMEMBERED);
        nearest.into_iter().any(|open| open.origin == Origin::Author && open.real)
    }

    /// How deep the stack is.
    pub(super) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// The innermost open element.
    pub(super) fn top(&self) -> Option<&Open> {
        self.stack.last()
    }

    /// The kind of the innermost element that was written; the fragment itself holds blocks.
    pub(super) fn kind(&self) -> Kind {
        self.kinds.last().copied().unwrap_or(Kind::Flow)
    }

    /// Whether an element of that kind is open.
    pub(super) fn inside(&self, wanted: impl Fn(&Element) -> bool) -> bool {
        let nearest = self.stack.iter().rev().take(MAX_REMEMBERED);
        nearest.filter(|open| open.real).any(|open| open.element.is_some_and(&wanted))
    }

    /// Opens an element. It is left out where it may not stand or would be too deep, and its content stays.
    pub(super) fn open(
        &mut self,
        element: &'static Element,
        origin: Origin,
        style: &str,
        attributes: &[(&str, &str)],
    ) {
        // A paragraph of a construct, such as a hint or a caption, is the item's text there: `p` directly in `li` splits it.
        let element = match (element.name, self.kind()) {
            ("p", Kind::Item) => &ITEM_TEXT,
            _ => element,
        };
        let inline = element.kind == Kind::Inline;
        if origin == Origin::Author && self.stack.len() >= MAX_REMEMBERED {
            return;
        }
        if inline && self.muted == 0 {
            self.settle_before_tag();
        }
        let real = self.muted == 0 && self.kind().takes(element.kind) && self.has_room(element);
        let start = self.out.len();
        if real {
            self.tag(element, style, attributes);
            self.kinds.push(element.kind);
            match element.kind {
                Kind::Inline => self.inline += 1,
                Kind::Flow | Kind::List | Kind::Item | Kind::Table => self.blocks += 1,
                _ => {}
            }
        }
        if !inline {
            self.begin_line();
        }
        let text = self.text.len();
        self.stack.push(Open {
            element: Some(element),
            name: element.name,
            origin,
            note: None,
            real,
            filled: false,
            start,
            text,
        });
    }

    /// Notes something on the innermost element, to get it back when it closes.
    pub(super) fn note(&mut self, note: usize) {
        if let Some(open) = self.stack.last_mut() {
            open.note = Some(note);
        }
    }

    /// Renames the innermost element for the author's end tag: `center` closes the section it became.
    pub(super) fn rename(&mut self, name: &'static str) {
        if let Some(open) = self.stack.last_mut() {
            open.name = name;
        }
    }

    /// Drops everything until the element is closed.
    pub(super) fn mute(&mut self, name: &'static str) {
        self.muted += 1;
        self.push_unwritten(None, name, Origin::Author);
    }

    /// Opens an element without writing it: its content stays.
    pub(super) fn open_unwritten(&mut self, element: &'static Element, origin: Origin) {
        self.begin_line();
        self.push_unwritten(Some(element), element.name, origin);
    }

    /// Opens an author's inline element that looks like nothing.
    pub(super) fn open_plain(&mut self, element: &'static Element) {
        self.push_unwritten(Some(element), element.name, Origin::Author);
    }

    fn push_unwritten(&mut self, element: Option<&'static Element>, name: &'static str, origin: Origin) {
        if origin == Origin::Author && element.is_some() && self.stack.len() >= MAX_REMEMBERED {
            return;
        }
        let (start, text) = (self.out.len(), self.text.len());
        self.stack.push(Open { element, name, origin, note: None, real: false, filled: false, start, text });
    }

    fn has_room(&self, element: &Element) -> bool {
        match element.kind {
            Kind::Inline => self.inline < MAX_INLINE,
            Kind::Flow | Kind::List | Kind::Table => self.blocks < MAX_BLOCKS,
            _ => true,
        }
    }

    fn tag(&mut self, element: &Element, style: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(element.name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            text::escape_attribute(value, &mut self.out);
            self.out.push('"');
        }
        if !style.is_empty() {
            self.out.push_str(" style=\"");
            self.out.push_str(style);
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Closes the innermost element.
    pub(super) fn close(&mut self) -> Option<Closed> {
        let open = self.stack.pop()?;
        let closed = Closed { note: open.note, text: open.text..self.text.len() };
        let Some(element) = open.element else {
            self.muted = self.muted.saturating_sub(1);
            return Some(closed);
        };
        let kind = element.kind;
        if kind != Kind::Inline {
            self.begin_line();
            if matches!(kind, Kind::Prose | Kind::Cell | Kind::Flow | Kind::Item)
                && self.text.len() > open.text
            {
                self.end_line(if kind == Kind::Cell { '\t' } else { '\n' });
            }
        }
        if !open.real {
            self.fill(open.filled);
            return Some(closed);
        }
        self.kinds.pop();
        match kind {
            Kind::Inline => self.inline -= 1,
            Kind::Flow | Kind::List | Kind::Item | Kind::Table => self.blocks -= 1,
            _ => {}
        }
        if open.filled || kind == Kind::Cell {
            self.out.push_str("</");
            self.out.push_str(element.name);
            self.out.push('>');
            self.fill(true);
        } else {
            self.out.truncate(open.start);
        }
        Some(closed)
    }

    fn fill(&mut self, filled: bool) {
        if filled && let Some(open) = self.stack.last_mut() {
            open.filled = true;
        }
    }

    fn begin_line(&mut self) {
        self.pending = Pending::None;
        self.last = None;
        self.joint = None;
        while self.out.ends_with(' ') {
            self.out.pop();
        }
    }

    fn end_line(&mut self, end: char) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if self.text.ends_with(['\t', '\n']) {
            self.text.pop();
        }
        self.text.push(end);
    }

    /// Writes text; runs of white space become one space, and none where a line begins or ends.
    pub(super) fn write(&mut self, piece: &str) {
        let gap = self.gap.filter(|_| !self.inside(|element| matches!(element.name, "code" | "kbd" | "pre")));
        self.put(piece, gap);
    }

    /// Writes text as [`Writer::write`], but nothing is put between its characters: an address.
    pub(super) fn write_whole(&mut self, piece: &str) {
        self.put(piece, None);
    }

    fn put(&mut self, piece: &str, gap: Option<char>) {
        if self.muted > 0 {
            return;
        }
        for part in text::parts(piece) {
            match part {
                text::Part::Blank => {
                    if self.last.is_some_and(|last| last != ' ') {
                        self.pending = self.pending.with_space();
                    }
                }
                text::Part::Visible(run) => {
                    self.settle(run.chars().next());
                    self.run(run, gap);
                    self.text.push_str(run);
                    self.last = run.chars().next_back();
                    self.joint = gap.and(self.last);
                    self.fill(true);
                }
            }
        }
    }

    /// Writes visible characters, with gaps between Chinese and Latin.
    fn run(&mut self, run: &str, gap: Option<char>) {
        let mut done = 0;
        if let Some(gap) = gap {
            for at in spacing::gaps(self.joint, run) {
                text::escape(&run[done..at], &mut self.out);
                self.out.push(gap);
                done = at;
            }
        }
        text::escape(&run[done..], &mut self.out);
    }

    /// A soft line break: a space, or nothing between Chinese characters.
    pub(super) fn soft_break(&mut self) {
        if self.muted == 0 && self.last.is_some() {
            self.pending = self.pending.with_soft();
        }
    }

    /// A line break that stays, unless nothing follows in the block.
    pub(super) fn hard_break(&mut self) {
        if self.muted == 0 && (self.last.is_some() || matches!(self.pending, Pending::Breaks(_))) {
            self.pending = self.pending.with_break();
        }
    }

    /// Writes what stands between the text so far and `next`.
    fn settle(&mut self, next: Option<char>) {
        let pending = std::mem::take(&mut self.pending);
        if !matches!(pending, Pending::None | Pending::Soft) {
            self.joint = None;
        }
        match pending {
            Pending::None => {}
            Pending::Space => self.space(' '),
            Pending::Soft => {
                let joined = crate::source::markdown::soft_break(self.last, next.or(Some('x'))).is_empty();
                if !joined && self.last != Some(' ') {
                    self.space(' ');
                }
            }
            Pending::Breaks(count) => {
                while self.out.ends_with(' ') {
                    self.out.pop();
                }
                (0..count).for_each(|_| self.out.push_str("<br>"));
                self.text.push('\n');
            }
        }
    }

    fn space(&mut self, space: char) {
        self.out.push(space);
        self.text.push(' ');
        self.last = Some(' ');
        self.joint = None;
    }

    /// A space before an inline element goes to the text before it; where a tag stands there, it goes into the element.
    fn settle_before_tag(&mut self) {
        if self.pending == Pending::Space && !self.out.ends_with('>') {
            self.pending = Pending::None;
            self.space(' ');
        }
    }

    /// Settles what is pending before an inline box that begins with `next`: a space must not slip into it, and would
    /// be lost between two tags, so there it is a no-break space.
    pub(super) fn settle_box(&mut self, next: Option<char>) {
        if self.muted > 0 {
            return;
        }
        let tag_before = self.out.ends_with('>');
        self.settle(next);
        if tag_before && self.out.ends_with(' ') {
            self.out.pop();
            self.out.push('\u{a0}');
        }
    }

    /// Writes a void element that counts as content.
    pub(super) fn void(&mut self, element: &Element, style: &str, attributes: &[(&str, &str)]) {
        if self.muted > 0 {
            return;
        }
        self.joint = None;
        if element.name == "img" && self.kind().takes_text() {
            self.settle_box(None);
            self.last = Some('\u{fffc}');
        }
        self.tag(element, style, attributes);
        self.fill(true);
    }

    /// Writes text of which every blank counts: `blank` has replaced them already.
    pub(super) fn exact(&mut self, piece: &str) {
        if self.muted > 0 || piece.is_empty() {
            return;
        }
        self.settle(piece.chars().next());
        text::escape(piece, &mut self.out);
        self.text.extend(piece.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }));
        self.last = Some(if piece.ends_with('\u{a0}') { ' ' } else { '\u{fffc}' });
        self.joint = None;
        self.fill(true);
    }

    /// Writes text of which every blank counts, in a colour.
    pub(super) fn colored(&mut self, color: &str, piece: &str) {
        if self.muted > 0 || piece.is_empty() {
            return;
        }
        self.out.push_str("<span style=\"color:");
        self.out.push_str(color);
        self.out.push_str("\">");
        self.exact(piece);
        self.out.push_str("</span>");
    }

    /// Writes what readers see and what is no part of the text: numbers of lines, dots.
    pub(super) fn ornament(&mut self, piece: &str) {
        if self.muted == 0 {
            text::escape(piece, &mut self.out);
            self.last = Some('\u{fffc}');
            self.fill(true);
        }
    }

    /// The same in a colour.
    pub(super) fn colored_ornament(&mut self, color: &str, piece: &str) {
        if self.muted == 0 {
            self.out.push_str("<span style=\"color:");
            self.out.push_str(color);
            self.out.push_str("\">");
            self.ornament(piece);
            self.out.push_str("</span>");
        }
    }

    /// A line end that is no part of the text.
    pub(super) fn ornament_break(&mut self) {
        if self.muted == 0 {
            self.out.push_str("<br>");
        }
    }

    /// Ends a line of code.
    pub(super) fn line_end(&mut self) {
        if self.muted == 0 {
            self.out.push_str("<br>");
            self.text.push('\n');
        }
    }
}
