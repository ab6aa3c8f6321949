//! Floor 3: from an article and a theme to WeChat HTML.
//!
//! A pure function of the files of a tree: one pass over the Markdown events, one file a construct. `fragment` states
//! what a fragment must be and proves it; `page` puts one into a phone.

mod article;
mod author;
mod code;
mod construct;
mod container;
mod contents;
mod cover;
mod dark;
mod diagram;
pub(crate) mod draw;
mod drawn;
mod figure;
mod footnote;
pub mod fragment;
mod heading;
mod highlight;
mod html;
mod image;
mod inline;
mod link;
mod list;
mod math;
mod names;
mod open;
pub mod page;
mod paragraph;
mod part;
mod pass;
mod plain;
mod quote;
mod related;
mod ruby;
pub mod rule;
mod shelf;
mod spacing;
mod stats;
mod svg;
mod table;
mod text;
mod theme;
pub mod weight;
mod writer;

use crate::wechat::html::{color, element, style};
pub use article::{BYTES_ALLOWED, CHARACTERS_ADVISED, Rendered, Renderer};
pub use cover::CoverPicture;
pub use draw::{FontFile, Fonts};
pub use image::{Picture, Source};
pub use link::{Link, LinkKind};
pub use shelf::{Entry as ShelfEntry, Shelf};
pub use stats::Stats;
pub use theme::{About, survey as themes};
