//! Colours of code: from a language and a text to roles, in one pass, without patterns and without start-up.
//!
//! `language` is the registry, `languages` the data, `scan` the scanner that follows it, `special` the scanners for
//! what data cannot say. Every scanner paints from left to right, so that no byte is lost. What a role looks like is the
//! theme's business.

mod language;
mod languages;
mod paint;
mod role;
mod scan;
mod special;
mod syntax;
mod words;

#[cfg(test)]
use language::LANGUAGES;
pub(crate) use language::{Language, find, nearest};
pub(crate) use paint::Span;
pub(crate) use role::Role;

/// The roles of `code`, from its beginning to its end.
pub(crate) fn spans(code: &str, language: &Language) -> Vec<Span> {
    let mut paint = paint::Paint::new(code);
    language.paint(&mut paint);
    paint.finish()
}

#[cfg(test)]
mod tests;
