//! What an article's HTML may hold: elements, declarations, colours and what a reader's dark mode makes of them.
//!
//! Facts of the platform in one place, for the renderer, which keeps them, and for the rules, which tell authors. The
//! sandbox has its own reading, so that a mistake here shows there.

pub mod address;
pub(crate) mod author;
pub(crate) mod character;
pub(crate) mod color;
pub(crate) mod element;
pub(crate) mod spacer;
pub(crate) mod style;
