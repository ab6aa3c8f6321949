//! Colours of code: taken from a theme's variables, kept only where they can be read.

use std::borrow::Cow;

use super::value::{self, Variables};
use crate::base::message::render as say;
use crate::finding::{Finding, Findings};
use crate::render::color::{Color, PAGE_LIGHT};
use crate::render::highlight::Role;
use crate::render::rule;
use crate::render::style::{self, Declaration};

/// Colours of code; each has enough contrast on the block's ground, or is the plain text colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) struct CodeColors {
    /// What the code stands on.
    pub(in crate::render) ground: Color,
    /// Colour by role, in the order of [`Role::COLORED`]; `None`: the one that stands in, or as the plain text.
    pub(in crate::render) roles: [Option<Cow<'static, str>>; Role::COLORED.len()],
}

impl Default for CodeColors {
    fn default() -> Self {
        Self { ground: PAGE_LIGHT, roles: [const { None }; Role::COLORED.len()] }
    }
}

impl CodeColors {
    /// Colours with contrast 4.5 or more on the ground of a code block; a weaker one is reported and left out.
    pub(super) fn new(variables: &Variables, code_box: &[Declaration], findings: &mut Findings) -> Self {
        let ground = code_box
            .iter()
            .find(|(name, _)| matches!(name.as_str(), "background" | "background-color"))
            .and_then(|(_, value)| Color::parse(value))
            .unwrap_or(PAGE_LIGHT);
        let mut colors = Self { ground, ..Self::default() };
        for (slot, (_, role)) in colors.roles.iter_mut().zip(Role::COLORED) {
            let Some((written, place)) = variables.get(&format!("code-{role}")) else { continue };
            let value = value::compute(written, variables).unwrap_or_else(|_| written.to_owned());
            match Color::parse(&value.to_ascii_lowercase()) {
                Some(color) if color.contrast(ground) >= 4.5 => {
                    *slot = style::clean("color", &value, style::On::Text).map(|(_, value)| value.into());
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

    /// The colour of a role, or of the one that stands in for it.
    pub(in crate::render) fn color(&self, role: Role) -> Option<&str> {
        let own = Role::COLORED
            .iter()
            .zip(&self.roles)
            .find(|((known, _), _)| *known == role)
            .and_then(|(_, color)| color.as_deref());
        own.or_else(|| self.color(role.instead()?))
    }
}
