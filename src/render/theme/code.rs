//! Colours of code: taken from a theme's variables, kept only where they can be read.

use super::value::{self, Variables};
use crate::base::message::render as say;
use crate::finding::{Finding, Findings};
use crate::render::color::{Color, PAGE_LIGHT};
use crate::render::rule;
use crate::render::style::{self, Declaration};

/// Colours of code; each has enough contrast on the block's ground, or is the plain text colour.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::render) struct CodeColors {
    /// Colour by role, in the order of [`CodeColors::ROLES`]; `None`: as the plain text.
    pub(in crate::render) roles: [Option<String>; 7],
}

impl CodeColors {
    /// Roles as the variables of a theme name them, behind `code-`.
    pub(in crate::render) const ROLES: [&'static str; 7] =
        ["comment", "keyword", "string", "number", "function", "type", "punctuation"];

    /// Colours with contrast 4.5 or more on the ground of a code block; a weaker one is reported and left out.
    pub(super) fn new(variables: &Variables, code_box: &[Declaration], findings: &mut Findings) -> Self {
        let ground = code_box
            .iter()
            .find(|(name, _)| matches!(name.as_str(), "background" | "background-color"))
            .and_then(|(_, value)| Color::parse(value))
            .unwrap_or(PAGE_LIGHT);
        let mut colors = Self::default();
        for (slot, role) in colors.roles.iter_mut().zip(Self::ROLES) {
            let Some((written, place)) = variables.get(&format!("code-{role}")) else { continue };
            let value = value::compute(written, variables).unwrap_or_else(|_| written.to_owned());
            match Color::parse(&value.to_ascii_lowercase()) {
                Some(color) if color.contrast(ground) >= 4.5 => {
                    *slot = style::clean("color", &value, style::On::Text).map(|(_, value)| value);
                }
                _ => findings.push(Finding::warning(
                    rule::CONTRAST,
                    place.clone(),
                    say::theme_contrast(written),
                )),
            }
        }
        colors
    }
}
