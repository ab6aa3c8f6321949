//! Headings. They never hold a link, since the platform's readers cannot press one there.

use super::construct::Construct;
use super::element::{self, Element};
use super::pass::Pass;

/// The element of a heading of that level.
pub(super) fn heading_element(level: u8) -> &'static Element {
    match level {
        0 | 1 => &element::H1,
        2 => &element::H2,
        3 => &element::H3,
        4 => &element::H4,
        5 => &element::H5,
        _ => &element::H6,
    }
}

/// Whether an element is a heading.
pub(super) fn is_heading(element: &Element) -> bool {
    (1..=6).any(|level| heading_element(level) == element)
}

impl Pass<'_> {
    /// Opens a heading of level 1 to 6.
    pub(super) fn heading(&mut self, level: u8) {
        self.open_block(heading_element(level), Construct::heading(level), &[]);
    }
}
