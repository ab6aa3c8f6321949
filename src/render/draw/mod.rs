//! Drawing: SVG text becomes a PNG picture, the same bytes on every machine that has the same fonts.
//!
//! What is drawn (formulas, diagrams, an author's SVG, cover cards) is decided elsewhere; here are fonts, bounds, pixels
//! and the encoding. Nothing is read but what the caller supplies: no file, no address, no font of the machine.

mod bounds;
mod encode;
mod fonts;
pub(super) mod guard;
mod raster;
mod studio;

pub use fonts::{FontFile, Fonts};
pub(crate) use raster::{Canvas, Drawing, Undrawn};
pub(crate) use studio::Studio;
