//! One formula: LaTeX to a picture and its place on the line.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use ratex_layout::{
    FallbackGlyphMetrics, LayoutOptions, layout_with_fallback_metrics, to_display_list, validate_layout,
};
use ratex_svg::{SvgColorSyntax, SvgOptions, render_to_svg_with_color_syntax};
use ratex_types::color::Color;
use ratex_types::math_style::MathStyle;

use crate::render::draw::Canvas;

/// Bytes of LaTeX at most.
const MAX_BYTES: usize = 8 << 10;
/// Units of the drawing for an em.
const UNITS: f64 = 18.0;
/// Pixels for a unit: an em has 54, as on a phone with three pixels a point.
const SCALE: f32 = 3.0;
/// Letters of formulas are small for their size; this much larger they match the text around them.
pub(super) const MAGNIFIED: f64 = 1.15;
/// Ems of ground around a formula inside text, and around one on a line of its own.
const MARGIN: (f64, f64) = (0.14, 0.45);
/// Sides of a formula at most, in ems.
const MAX_EMS: f64 = 120.0;
/// The ink: nearly black, on white.
const INK: f32 = 0.13;

/// A formula that can be drawn.
#[derive(Debug, Clone)]
pub(super) struct Formula {
    /// The drawing as SVG text.
    pub(super) svg: String,
    /// How it is drawn.
    pub(super) canvas: Canvas,
    /// Width in ems of the text around it, with the ground.
    pub(super) width: f64,
    /// How far it reaches under the line, in ems of the text around it, with the ground.
    pub(super) depth: f64,
}

/// Why LaTeX is no formula.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// What the parser says (English).
    pub(super) reason: String,
    /// Where, in bytes of the LaTeX.
    pub(super) range: Option<Range<usize>>,
}

/// Sets `latex` as a line of its own (`display`) or inside text. Never panics.
pub(super) fn formula(latex: &str, display: bool) -> Result<Formula, Fault> {
    let fault = |reason: &str| Fault { reason: reason.to_owned(), range: None };
    if latex.len() > MAX_BYTES {
        return Err(fault("too long"));
    }
    catch_unwind(AssertUnwindSafe(|| set(latex, display))).unwrap_or_else(|_| Err(fault("cannot be set")))
}

fn set(latex: &str, display: bool) -> Result<Formula, Fault> {
    let parsed = |latex: &str| {
        ratex_parser::parse(latex).map_err(|error| {
            let range = error.loc.map(|at| at.start..at.end.max(at.start));
            Fault { reason: error.message, range }
        })
    };
    let mut nodes = parsed(latex)?;
    // The number of a formula would stand right behind it.
    if latex.contains("\\tag") {
        nodes = parsed(&latex.replace("\\tag", "\\qquad\\tag")).unwrap_or(nodes);
    }
    let style = if display { MathStyle::Display } else { MathStyle::Text };
    let options = LayoutOptions { style, color: Color::rgb(INK, INK, INK), ..LayoutOptions::default() };
    let laid = layout_with_fallback_metrics(&nodes, &options, Arc::new(wide(latex)));
    validate_layout(&laid).map_err(|reason| Fault { reason, range: None })?;
    let list = to_display_list(&laid);
    let fits = |ems: f64| ems.is_finite() && (0.0..MAX_EMS).contains(&ems);
    if list.items.is_empty() || !fits(list.width) || !fits(list.total_height()) || list.width <= 0.0 {
        let reason = if list.items.is_empty() { "nothing to show" } else { "too large" };
        return Err(Fault { reason: reason.to_owned(), range: None });
    }
    let margin = if display { MARGIN.1 } else { MARGIN.0 };
    let settings = SvgOptions { font_size: UNITS, padding: margin * UNITS, ..SvgOptions::default() };
    // The size is written in points; resvg counts pixels, of which there are 96 to 72 points.
    let svg = render_to_svg_with_color_syntax(&list, &settings, SvgColorSyntax::Rgb).replace("pt\"", "\"");
    let canvas = Canvas { scale: SCALE, ground: Some([255; 3]), own: true, ..Canvas::default() };
    Ok(Formula {
        svg,
        canvas,
        width: (list.width + 2.0 * margin) * MAGNIFIED,
        depth: (list.depth + margin) * MAGNIFIED,
    })
}

/// Chinese letters and marks are as wide as high, and hang a little under the line.
fn wide(latex: &str) -> HashMap<char, FallbackGlyphMetrics> {
    let full = |c: &char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '—');
    let metrics = FallbackGlyphMetrics { width: 1.0, height: 0.84, depth: 0.12 };
    latex.chars().filter(full).map(|c| (c, metrics)).collect()
}
