//! Containers: `::: name 标题` to `:::`. One file a kind of container, one line here.
//!
//! A container that nobody knows, or that stands too deep, shows its content as ordinary blocks. How fences are read
//! and paired is in `source::markdown`.

mod action;
mod boxes;
mod columns;
mod gallery;
mod parts;
mod steps;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::construct::Construct;
use super::element::{self, Element};
use super::open::Origin;
use super::pass::{Pass, Prose};
use super::rule;
use super::style::Declaration;
use crate::base::message::render as say;
use crate::base::near;
use crate::source::markdown::{self, Event, Fence, Role};

pub(super) use gallery::per_row;

/// Containers inside each other that show; deeper ones show their content only.
const MAX_DEPTH: usize = 6;

/// A container of the source.
pub(super) struct Container<'f> {
    fence: Fence<'f>,
    /// Bytes of its opening fence.
    place: Range<usize>,
    /// Events inside.
    content: Range<usize>,
}

/// A kind of container.
struct Kind {
    /// What it is called, the first name first.
    names: &'static [&'static str],
    show: fn(&mut Pass<'_>, &Container<'_>),
}

const KINDS: &[Kind] = &[
    Kind { names: boxes::NOTE, show: boxes::note },
    Kind { names: boxes::TIP, show: boxes::tip },
    Kind { names: boxes::IMPORTANT, show: boxes::important },
    Kind { names: boxes::WARNING, show: boxes::warning },
    Kind { names: boxes::CAUTION, show: boxes::caution },
    Kind { names: boxes::QUOTE, show: boxes::quote },
    Kind { names: boxes::CARD, show: boxes::card },
    Kind { names: boxes::DETAILS, show: boxes::details },
    Kind { names: boxes::CENTER, show: boxes::center },
    Kind { names: boxes::RIGHT, show: boxes::right },
    Kind { names: steps::NAMES, show: steps::show },
    Kind { names: columns::COMPARE, show: columns::compare },
    Kind { names: columns::COLUMNS, show: columns::columns },
    Kind { names: columns::COLUMN, show: columns::column },
    Kind { names: gallery::GALLERY, show: gallery::gallery },
    Kind { names: gallery::ROW, show: gallery::row },
    Kind { names: gallery::SWIPE, show: gallery::swipe },
    Kind { names: action::NAMES, show: action::show },
    Kind { names: action::MINI_PROGRAM, show: action::mini_program },
];

/// Whether a container of the list is called that.
fn is_called(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

impl Pass<'_> {
    /// Renders the container whose opening fence is the event `at`; gives the event behind it. A fence that opens
    /// nothing is dropped.
    pub(super) fn container(&mut self, at: usize, role: Role, place: &Range<usize>) -> usize {
        let file = Arc::clone(self.file);
        let line = file.text().get(place.start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let place = &(place.start..place.start + line.trim_end().len());
        let fence = markdown::fence(file.text(), place);
        let (Role::Opens { end, closed }, Some(fence)) = (role, fence) else {
            if role == Role::Stray {
                self.stray_fence(place);
            }
            return at + 1;
        };
        let Some(kind) = KINDS.iter().find(|kind| is_called(kind.names, fence.name)) else {
            self.unknown_container(&fence, place);
            return at + 1;
        };
        if !closed {
            let name = fence.name.to_owned();
            self.warn(rule::CONTAINER, place, say::container_open(name), say::container_open_help());
        }
        if self.containers_open >= MAX_DEPTH || self.writer.is_muted() {
            self.container_title(&fence);
            return at + 1;
        }
        self.containers_open += 1;
        self.close_author_text();
        let depth = self.writer.depth();
        (kind.show)(self, &Container { fence, place: place.clone(), content: at + 1..end });
        while self.writer.depth() > depth {
            self.pop();
        }
        self.containers_open -= 1;
        if closed { end + 1 } else { end }
    }

    /// Reports a fence that does nothing.
    pub(super) fn stray_fence(&mut self, place: &Range<usize>) {
        self.warn(rule::CONTAINER, place, say::container_stray(), say::container_stray_help());
    }

    /// Text that an author's tag left open before a container ends there.
    fn close_author_text(&mut self) {
        self.block_ready();
    }

    fn unknown_container(&mut self, fence: &Fence<'_>, place: &Range<usize>) {
        let names = KINDS.iter().flat_map(|kind| kind.names).copied();
        let help = match near::nearest(fence.name, names) {
            Some(known) => say::container_near(known),
            None => say::container_known(),
        };
        self.warn(rule::CONTAINER, place, say::container_unknown(fence.name), help);
        self.container_title(fence);
    }

    /// The title of a container that shows as ordinary blocks: a paragraph in bold.
    fn container_title(&mut self, fence: &Fence<'_>) {
        let Some(title) = fence.heading() else { return };
        self.open_paragraph(Origin::Implied);
        let style = &self.style(Construct::Strong);
        self.writer.open(&element::STRONG, Origin::Implied, style, &[]);
        self.writer.write(title);
        self.pop();
        self.pop();
    }

    /// Opens a section whose paragraphs look like `prose`.
    fn open_box(&mut self, construct: Construct, prose: Construct) {
        self.open_block(&element::SECTION, construct, &[]);
        self.set_prose(Prose::Paragraph(prose));
    }

    /// Opens a part of a construct, with declarations that depend on its content.
    pub(super) fn open_part(
        &mut self,
        element: &'static Element,
        construct: Construct,
        more: Vec<Declaration>,
        attributes: &[(&str, &str)],
    ) {
        let style = self.theme.style_with(Some(construct), more);
        self.writer.open(element, Origin::Construct, &style, attributes);
        self.stand_in(construct);
    }

    /// Writes a line of text as a block.
    pub(super) fn titled_line(&mut self, construct: Construct, text: &str) {
        self.open_block(&element::P, construct, &[]);
        self.writer.write(&words(text));
        self.close();
    }
}

/// The words of a title: its line stands out as a whole, so the marks inside it only name what they enclose.
pub(super) fn words(title: &str) -> Cow<'_, str> {
    if !title.contains(['*', '`', '=', '[', '$', '{', '~', '\\', '&', '<']) {
        return Cow::Borrowed(title);
    }
    let mut out = String::new();
    for (event, _) in markdown::events(title, 0..title.len()) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::InlineMath(latex) | Event::DisplayMath(latex) => {
                out.push_str(super::math::words(&latex).as_deref().unwrap_or(&latex));
            }
            _ => {}
        }
    }
    if out.trim().is_empty() { Cow::Borrowed(title) } else { Cow::Owned(out) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_is_one_containers_and_is_documented() {
        let guide = include_str!("../../../docs/markdown.md");
        let mut seen = BTreeSet::new();
        for name in KINDS.iter().flat_map(|kind| kind.names) {
            assert!(seen.insert(name.to_lowercase()), "{name} twice");
            let fence = format!("::: {name}");
            assert!(
                markdown::fence(&fence, &(0..fence.len())).is_some_and(|fence| fence.name == *name),
                "{name}"
            );
        }
        for kind in KINDS {
            assert!(kind.names.iter().all(|name| guide.contains(&format!("`{name}`"))), "{:?}", kind.names);
        }
    }
}
