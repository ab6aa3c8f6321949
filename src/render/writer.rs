//! Writes a fragment: balanced, escaped, without white space between tags, without empty elements.
//!
//! What may stand where is enforced here; what a construct looks like is not known here. Elements that would nest too
//! deep or stand where they may not are left out while their content stays.

mod exact;
mod line;

use super::element::{Element, ITEM_TEXT, Kind};
use super::open::{Closed, Open, Origin};
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
            self.settle_before_tag(matches!(element.name, "mark" | "u" | "code" | "del" | "kbd"));
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
            if matches!(kind, Kind::Prose | Kind::Cell | Kind::Caption | Kind::Flow | Kind::Item)
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
}
