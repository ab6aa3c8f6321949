//! Mathematics: simple formulas as text, all others as pictures that stand on the line of the text around them.

mod formula;
mod simple;

use std::ops::Range;

use super::construct::Construct;
use super::drawn::{Shown, ems};
use super::element;
use super::open::Origin;
use super::pass::Pass;
use super::rule;
use crate::base::message::{Message, render as say};
use crate::finding::{Finding, Place};
use crate::source::markdown::Event;
use formula::{Fault, Formula};
use simple::Piece;

/// Pixels of an em in a theme; a block formula is measured against the column with it.
const EM: f64 = 16.0;
/// Pixels of a column on a phone.
const COLUMN: f64 = 335.0;
/// A formula is made smaller to fit the column down to this share of its size; a wider one scrolls.
const LEAST: f64 = 0.72;

/// How much room a formula inside text takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum InlineWidth {
    /// As text, of so many letters.
    Letters(usize),
    /// As a picture, of so many ems of the text around it.
    Ems(f64),
}

/// The room that `$latex$` takes; one that cannot be drawn is shown as its source.
pub(super) fn inline_width(latex: &str) -> InlineWidth {
    match simple::simple(latex) {
        Some(pieces) => InlineWidth::Letters(simple::letters(&pieces)),
        None => match formula::formula(latex, false) {
            Ok(formula) => InlineWidth::Ems(formula.width),
            Err(_) => InlineWidth::Letters(latex.chars().count()),
        },
    }
}

impl Pass<'_> {
    /// Renders `$…$` in the bytes `range` of the file, the event `at`.
    pub(super) fn inline_math(&mut self, latex: &str, range: &Range<usize>, at: usize) {
        self.text_ready();
        if self.writer.is_muted() {
            return;
        }
        if let Some(pieces) = simple::simple(latex) {
            return self.pieces(&pieces);
        }
        let Some((formula, src)) = self.formula(latex, false, range) else {
            return self.inline_code(latex);
        };
        let more = [
            ("width".to_owned(), format!("{}em", ems(formula.width))),
            ("vertical-align".to_owned(), format!("-{}em", ems(formula.depth))),
        ];
        // A line may break between a picture and a mark, and no line of Chinese begins with one.
        let marks = self.closing_marks(at + 1);
        if marks.is_empty() {
            return self.picture_of(Construct::Formula, latex, &src, more);
        }
        self.writer.open(&element::SPAN, Origin::Construct, "white-space:nowrap", &[]);
        self.picture_of(Construct::Formula, latex, &src, more);
        self.writer.write(&marks);
        self.close();
    }

    /// Takes the marks that close a sentence or bracket from the beginning of the text event `at`.
    fn closing_marks(&mut self, at: usize) -> String {
        let Some((Event::Text(text), range)) = self.events.get_mut(at) else { return String::new() };
        let closing = |c: &char| "，。、；：！？）」』】》〉…”’,.;:!?)".contains(*c);
        let marks: String = text.chars().take_while(closing).take(3).collect();
        if !marks.is_empty() {
            *text = text.get(marks.len()..).unwrap_or_default().to_owned().into();
            range.start = (range.start + marks.len()).min(range.end);
        }
        marks
    }

    /// Renders `$$…$$` or a block `math` in the bytes `range` of the file.
    pub(super) fn display_math(&mut self, latex: &str, range: &Range<usize>) {
        if self.writer.is_muted() || latex.trim().is_empty() {
            return;
        }
        // A paragraph goes on behind the formula.
        let paragraph = self.writer.top().is_some_and(|open| {
            open.origin == Origin::Construct && open.real && open.element.is_some_and(is_paragraph)
        });
        if paragraph {
            self.close();
        }
        self.formula_block(latex, range);
        if paragraph {
            self.open_paragraph(Origin::Construct);
        }
    }

    fn formula_block(&mut self, latex: &str, range: &Range<usize>) {
        let Some((formula, src)) = self.formula(latex, true, range) else {
            return self.write_code(latex.trim_matches('\n'), "latex");
        };
        if !self.block_ready() {
            self.text_ready();
            let width = [("width".to_owned(), format!("{}em", ems(formula.width)))];
            return self.picture_of(Construct::Formula, latex, &src, width);
        }
        let width = formula.width * EM;
        self.open_block(&element::SECTION, Construct::FormulaBlock, &[]);
        if width * LEAST > COLUMN {
            self.scrolled(Construct::FormulaImage, latex, &src, width);
        } else {
            let width = [("width".to_owned(), format!("{}em", ems(formula.width)))];
            self.picture_of(Construct::FormulaImage, latex, &src, width);
        }
        self.close();
    }

    /// The formula and the address of its picture; a finding when there is none.
    fn formula(&mut self, latex: &str, display: bool, range: &Range<usize>) -> Option<(Formula, Shown)> {
        let formula = match formula::formula(latex, display) {
            Ok(formula) => formula,
            Err(fault) => {
                self.no_formula(latex, &fault, range);
                return None;
            }
        };
        let drawn = self.pictures.studio.draw(&formula.svg, &formula.canvas, self.pictures.tree);
        match drawn.as_ref() {
            Ok(drawing) => {
                let src = self.pictures.add_drawing(drawing, latex.trim(), self.place(range));
                Some((formula, src))
            }
            Err(undrawn) => {
                self.undrawn(rule::FORMULA, undrawn, range, say::formula_help());
                None
            }
        }
    }

    fn no_formula(&mut self, latex: &str, fault: &Fault, range: &Range<usize>) {
        // The place inside the formula, where the source holds it as it is.
        let source = self.file.text().get(range.clone()).unwrap_or_default();
        let start = source.find(latex).map(|at| range.start + at);
        let place = match (start, &fault.range) {
            (Some(start), Some(at)) if at.start <= latex.len() => {
                let end = at.end.clamp(at.start, latex.len());
                Place::new(self.file, start + at.start..start + end)
            }
            _ => self.place(range),
        };
        let finding = Finding::warning(rule::FORMULA, place, reason(&fault.reason));
        self.findings.push(finding.help(say::formula_help()));
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            let (element, construct, inner) = match piece {
                Piece::Plain(text) => {
                    self.writer.write(text);
                    continue;
                }
                Piece::Variable(text) => {
                    let style = self.style(Construct::Variable);
                    self.writer.open(&element::SPAN, Origin::Construct, &style, &[]);
                    self.writer.write(text);
                    self.close();
                    continue;
                }
                Piece::Super(inner) => (&element::SUP, Construct::Superscript, inner),
                Piece::Sub(inner) => (&element::SUB, Construct::Subscript, inner),
            };
            let style = self.style(construct);
            self.writer.open(element, Origin::Construct, &style, &[]);
            self.pieces(inner);
            self.close();
        }
    }
}

fn is_paragraph(element: &element::Element) -> bool {
    *element == element::P || *element == element::ITEM_TEXT
}

/// What the parser found wrong, in words of the writer.
fn reason(reason: &str) -> Message {
    if let Some(command) = reason.strip_prefix("Undefined control sequence: ") {
        return say::formula_unknown(command);
    }
    let expected = reason.strip_prefix("Expected '").and_then(|rest| rest.split_once('\''));
    match expected {
        Some((expected, got)) if got.contains("EOF") => say::formula_unfinished(expected),
        Some(("EOF", got)) => say::formula_unexpected(got.trim_start_matches(", got ").trim_matches('\'')),
        Some((expected, got)) => {
            say::formula_expected(expected, got.trim_start_matches(", got ").trim_matches('\''))
        }
        None if reason.contains("\\end") && reason.contains("EOF") => say::formula_unfinished("\\end"),
        None => say::formula_broken(reason),
    }
}

/// A simple formula as plain text, when there are raised and lowered characters for all of it.
pub(super) fn words(latex: &str) -> Option<String> {
    let mut out = String::new();
    for piece in simple::simple(latex)? {
        match piece {
            Piece::Plain(text) | Piece::Variable(text) => out.push_str(&text),
            Piece::Super(inner) => out.push_str(&small(&inner, "0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")?),
            Piece::Sub(inner) => {
                out.push_str(&small(
                    &inner,
                    "0123456789+−=()aehijklmnoprstuvx",
                    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ",
                )?);
            }
        }
    }
    Some(out)
}

/// The characters of `pieces`, each replaced by the one of `to` that stands where it stands in `from`.
fn small(pieces: &[Piece], from: &str, to: &str) -> Option<String> {
    let text = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Variable(text) => Some(text.clone()),
        Piece::Super(_) | Piece::Sub(_) => None,
    };
    let text: String = pieces.iter().map(text).collect::<Option<_>>()?;
    text.chars()
        .map(|c| from.chars().position(|known| known == c).and_then(|at| to.chars().nth(at)))
        .collect()
}
