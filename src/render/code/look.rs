//! The colours of a block: those of the theme, or of one of the two palettes that go with every theme.

use std::borrow::Cow;

use super::super::color::Color;
use super::super::highlight::Role;
use super::super::theme::CodeColors;
use crate::site;

/// Roles and what is plain.
const ROLES: usize = Role::COLORED.len() + 1;

/// A palette that goes with every theme.
pub(super) struct Palette {
    pub(super) ground: &'static str,
    pub(super) ink: &'static str,
    pub(super) colors: CodeColors,
}

const fn some(color: &'static str) -> Option<Cow<'static, str>> {
    Some(Cow::Borrowed(color))
}

/// Dark text on a grey that dark mode turns over.
pub(super) static LIGHT: Palette = Palette {
    ground: "#f6f6f6",
    ink: "#24292f",
    colors: CodeColors {
        ground: Color([0xf6; 3]),
        roles: [
            some("#585e66"),
            some("#b02a30"),
            some("#1d6b3f"),
            some("#8a4b08"),
            some("#7d3c78"),
            some("#0b5fa5"),
            None,
            some("#8a4b08"),
            some("#0b5fa5"),
            some("#8a4b08"),
            some("#1d6b3f"),
            some("#b02a30"),
        ],
    },
};

/// Light text on a dark ground, in light and in dark mode.
pub(super) static DARK: Palette = Palette {
    ground: "#282c34",
    ink: "#d7dae0",
    colors: CodeColors {
        ground: Color([0x28, 0x2c, 0x34]),
        roles: [
            some("#a4acb8"),
            some("#d8a0e8"),
            some("#a3cf86"),
            some("#e0b080"),
            some("#82c0f8"),
            some("#e8cc88"),
            None,
            some("#e0b080"),
            some("#e8cc88"),
            some("#f0a4ac"),
            some("#a3cf86"),
            some("#f0a4ac"),
        ],
    },
};

/// What stands behind a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// A line that stands out.
    Lit,
    /// A line that comes.
    Inserted,
    /// A line that goes.
    Deleted,
}

impl Mark {
    /// The tint and its opacity. Of middle brightness, so that dark mode leaves it as it is, on either ground.
    const fn tint(self) -> Option<([u8; 3], f32)> {
        match self {
            Self::None => None,
            Self::Lit => Some(([200, 150, 40], 0.14)),
            Self::Inserted => Some(([46, 160, 67], 0.15)),
            Self::Deleted => Some(([220, 70, 60], 0.13)),
        }
    }

    /// The style of the line: as wide as the block, or as its own text.
    pub(super) fn style(self) -> Option<String> {
        let ([r, g, b], alpha) = self.tint()?;
        let alpha = alpha.to_string();
        let alpha = alpha.trim_start_matches('0');
        Some(format!("display:inline-block;min-width:100%;background:rgba({r},{g},{b},{alpha})"))
    }
}

/// The colours of a block, by role.
pub(super) struct Look<'t> {
    ground: Color,
    colors: [Option<&'t str>; ROLES],
    /// The palette that takes the place of the theme's colours.
    pub(super) palette: Option<&'static Palette>,
}

impl<'t> Look<'t> {
    pub(super) fn new(theme: &'t CodeColors, wanted: site::CodeColors) -> Self {
        let palette = match wanted {
            site::CodeColors::Theme => None,
            site::CodeColors::Light => Some(&LIGHT),
            site::CodeColors::Dark => Some(&DARK),
        };
        let source: &'t CodeColors = palette.map_or(theme, |palette| &palette.colors);
        let mut colors = [None; ROLES];
        for (role, _) in Role::COLORED {
            if let Some(slot) = colors.get_mut(role as usize) {
                *slot = source.color(role);
            }
        }
        Self { ground: source.ground, colors, palette }
    }

    /// The colour of a role; `None`: as the plain text.
    pub(super) fn color(&self, role: Role) -> Option<&'t str> {
        self.colors.get(role as usize).copied().flatten()
    }

    /// The same on the ground of a mark: a colour that is too weak there gives way to that of the plain text.
    pub(super) fn on(&self, mark: Mark) -> Self {
        let Some((tint, alpha)) = mark.tint() else {
            return Self { ground: self.ground, colors: self.colors, palette: self.palette };
        };
        let ground = Color(tint).over(self.ground, alpha);
        let legible = |color: &&str| Color::parse(color).is_some_and(|color| color.contrast(ground) >= 4.5);
        Self { ground, colors: self.colors.map(|color| color.filter(legible)), palette: self.palette }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast 4.5 as written, and 3 after what dark mode does, on the ground and on every tint.
    #[test]
    fn both_palettes_are_legible_in_light_and_dark() {
        for palette in [&LIGHT, &DARK] {
            let theme = CodeColors::default();
            let wanted = if std::ptr::eq(palette, &raw const LIGHT) {
                site::CodeColors::Light
            } else {
                site::CodeColors::Dark
            };
            let look = Look::new(&theme, wanted);
            assert_eq!(Color::parse(palette.ground), Some(palette.colors.ground));
            for mark in [Mark::None, Mark::Lit, Mark::Inserted, Mark::Deleted] {
                let own = look.on(mark);
                let dark = mark.tint().map_or(look.ground.dark_background(), |(tint, alpha)| {
                    Color(tint).over(look.ground.dark_background(), alpha)
                });
                let colors = own.colors.iter().flatten().copied().chain([palette.ink]);
                let mut seen = 0;
                for color in colors.filter_map(Color::parse) {
                    assert!(
                        color.contrast(own.ground) >= 4.5,
                        "{color:?} on {mark:?}: {}",
                        color.contrast(own.ground)
                    );
                    let turned = color.dark_text(dark);
                    assert!(
                        turned.contrast(dark) >= 3.0,
                        "{color:?} in dark on {mark:?}: {}",
                        turned.contrast(dark)
                    );
                    seen += 1;
                }
                assert!(seen >= 9, "{mark:?} keeps {seen} colours");
            }
        }
    }
}
