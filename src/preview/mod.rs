//! Floor 6: what people look at before anything goes out: the pages of a build.
//!
//! Pages are made of what `render` gives; nothing here changes what readers get.

mod address;
pub mod build;
mod calendar;
mod index;

pub use address::inline_address;
