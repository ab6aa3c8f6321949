//! A theme: one inline style for each construct, made of `theme.yaml` and `article.css` when the theme is loaded.
//!
//! `base.css` is read before a theme's own sheet, as if it stood at its beginning. A theme may build on another one.

mod builtin;
mod cascade;
mod code;
mod colors;
mod contrast;
mod files;
mod load;
mod parts;
mod selector;
mod settings;
mod sheet;
mod short;
pub mod survey;
mod value;

use std::borrow::Cow;
use std::sync::Arc;

use super::color::Color;
use super::construct::Construct;
use super::style::{self, Declaration};
use crate::base::digest::Digest;
use crate::finding::{Findings, Place};
use crate::source::SourceFile;
use crate::source::markdown::Alignment;

use cascade::Cascade;
pub(super) use cascade::Context;
pub(super) use code::CodeColors;
pub(super) use load::load;
pub use parts::About;
pub(super) use parts::{PARTS, Part, Parts};
pub(super) use selector::Selector;

/// The theme of articles that name none.
const DEFAULT: &str = "ink";

/// A loaded theme.
#[derive(Debug)]
pub(super) struct Theme {
    cascade: Cascade,
    /// Styles of cells: head, plain, striped, each by alignment.
    cells: [[String; 4]; 3],
    pub(super) code: CodeColors,
    /// The one colour of the theme: drawings take it up.
    pub(super) accent: Color,
    /// The colour of headings, for drawn covers.
    pub(super) ink: Color,
    /// The Tera template of the phone page.
    pub(super) page: Arc<SourceFile>,
    /// Files that decide how an article looks, and their digests, sorted by path.
    pub(super) files: Vec<(String, Digest)>,
    /// What stands around an article.
    pub(super) parts: Parts,
    pub(super) findings: Findings,
}

impl Theme {
    /// The inline style of a construct where it ordinarily stands.
    pub(super) fn style(&self, construct: Construct) -> &str {
        self.cascade.ordinary(construct).map_or("", |style| &style.text)
    }

    /// The inline style of a construct in a place.
    pub(super) fn style_in(&self, construct: Construct, context: Context) -> Cow<'_, str> {
        match self.cascade.particular(construct, context) {
            None => Cow::Borrowed(self.style(construct)),
            Some(style) => Cow::Owned(style.text.clone()),
        }
    }

    /// The place inside a construct that stands in `around`.
    pub(super) fn inside(&self, around: Context, construct: Construct) -> Context {
        self.cascade.inside(around, construct)
    }

    /// The inline style of an element with classes, for HTML whose classes name rules of the theme.
    pub(super) fn element_style(
        &self,
        element: &str,
        construct: Option<Construct>,
        classes: &[&str],
        context: Context,
        more: Vec<Declaration>,
    ) -> String {
        let mut all = self.cascade.element(element, construct, classes, context);
        style::merge(&mut all, more);
        style::write(&all)
    }

    /// What the theme says of an element with classes.
    pub(super) fn element_declarations(
        &self,
        element: &str,
        classes: &[String],
        context: Context,
    ) -> Vec<Declaration> {
        let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
        self.cascade.element(element, None, &classes, context)
    }

    /// The place inside an element with classes that stands in `around`.
    pub(super) fn inside_element(&self, around: Context, element: &str, classes: &[&str]) -> Context {
        self.cascade.inside_element(around, element, classes)
    }

    /// The inline style of a construct with declarations of the author.
    pub(super) fn style_with(&self, construct: Option<Construct>, more: Vec<Declaration>) -> String {
        let mut all = construct
            .and_then(|construct| self.cascade.ordinary(construct))
            .map(|style| style.declarations.clone())
            .unwrap_or_default();
        style::merge(&mut all, more);
        style::write(&all)
    }

    /// The style of a construct in a place, with more declarations behind its own.
    pub(super) fn style_in_with(
        &self,
        construct: Construct,
        context: Context,
        more: Vec<Declaration>,
    ) -> String {
        let mut all = self.declarations_in(construct, context);
        style::merge(&mut all, more);
        style::write(&all)
    }

    /// The declarations of a construct in a place.
    fn declarations_in(&self, construct: Construct, context: Context) -> Vec<Declaration> {
        match self.cascade.particular(construct, context) {
            Some(style) => style.declarations.clone(),
            None => {
                self.cascade.ordinary(construct).map(|style| style.declarations.clone()).unwrap_or_default()
            }
        }
    }

    /// Where the theme says how the text at the end of a path looks.
    fn origin(&self, path: &[Construct]) -> Option<Place> {
        let (last, around) = path.split_last()?;
        let context = around.iter().fold(Context::default(), |context, outer| self.inside(context, *outer));
        self.cascade.origin(*last, context)
    }

    /// The inline style of a cell.
    pub(super) fn cell(&self, head: bool, striped: bool, alignment: Alignment) -> &str {
        let row = if head { 0 } else { 1 + usize::from(striped) };
        let column = match alignment {
            Alignment::None => 0,
            Alignment::Left => 1,
            Alignment::Center => 2,
            Alignment::Right => 3,
        };
        &self.cells[row][column]
    }
}

#[cfg(test)]
mod tests;
