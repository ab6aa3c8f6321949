//! Open elements of a fragment being written.

use super::element::Element;

/// Who opened an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The renderer, for a construct of Markdown.
    Construct,
    /// The renderer, because text stood where it may not.
    Implied,
    /// The author, in raw HTML.
    Author,
}

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open {
    /// The element; `None` for an author's element whose content is dropped.
    pub(super) element: Option<&'static Element>,
    /// The name by which its end tag closes it.
    pub(super) name: &'static str,
    /// Who opened it.
    pub(super) origin: Origin,
    /// What the opener wants to be reminded of when it closes.
    pub(super) note: Option<usize>,
    /// Whether a tag was written.
    pub(super) real: bool,
    pub(super) filled: bool,
    pub(super) start: usize,
    /// Visible text before it.
    pub(super) text: usize,
}

/// What a closed element leaves behind.
#[derive(Debug)]
pub(super) struct Closed {
    pub(super) note: Option<usize>,
    /// Visible text inside it.
    pub(super) text: std::ops::Range<usize>,
}
