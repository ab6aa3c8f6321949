//! Colours: reading them, contrast, and what a reader's dark mode makes of them.

pub(crate) mod names;

/// A colour without transparency, 0–255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Color(pub(crate) [u8; 3]);

/// Ground of the platform's article page in light and in dark mode.
pub(crate) const PAGE_LIGHT: Color = Color([255, 255, 255]);
/// See [`PAGE_LIGHT`].
pub(crate) const PAGE_DARK: Color = Color([0x19, 0x19, 0x19]);

/// Text of the platform's article page in dark mode.
const DARK_TEXT: Color = Color([0xa3; 3]);

/// A colour that is more transparent counts as none.
const UNSEEN: f32 = 0.05;

impl Color {
    /// Reads a colour and its share of opacity.
    pub(crate) fn parse_alpha(text: &str) -> Option<(Self, f32)> {
        let alpha = match text.strip_prefix("rgba(") {
            Some(inside) => inside.strip_suffix(')')?.rsplit(',').next()?.trim().parse().ok()?,
            None => 1.0,
        };
        Self::parse(text).map(|color| (color, alpha))
    }

    /// Reads `#rgb`, `#rrggbb`, `rgb(…)`, `rgba(…)` (the alpha is ignored) and the usual names, lower case.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Some(color) = names::find(text) {
            return Some(Self(color));
        }
        if let Some(hex) = text.strip_prefix('#') {
            let digits: Option<Vec<u8>> =
                hex.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
            return match digits?.as_slice() {
                [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
                [r1, r0, g1, g0, b1, b0] => Some(Self([r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0])),
                _ => None,
            };
        }
        let inside = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?.strip_suffix(')')?;
        let mut parts = inside.split(',').map(|part| part.trim().parse::<u8>().ok());
        Some(Self([parts.next()??, parts.next()??, parts.next()??]))
    }

    /// What a declared colour shows over `ground`; `None` for one that cannot be seen or read.
    pub(crate) fn seen(text: &str, ground: Self) -> Option<Self> {
        let (color, alpha) = Self::parse_alpha(text)?;
        (alpha >= UNSEEN).then(|| color.over(ground, alpha))
    }

    /// `#rgb` or `#rrggbb`.
    pub(crate) fn hex(self) -> String {
        let Self([r, g, b]) = self;
        if [r, g, b].iter().all(|channel| channel % 17 == 0) {
            format!("#{:x}{:x}{:x}", r / 17, g / 17, b / 17)
        } else {
            format!("#{r:02x}{g:02x}{b:02x}")
        }
    }

    /// What shows when this colour lies over `ground` with that share of opacity.
    pub(crate) fn over(self, ground: Self, alpha: f32) -> Self {
        self.channels(ground, |own, ground| ground + (own - ground) * alpha)
    }

    /// The colour that shows as this one when it lies over `ground` with that share of opacity.
    pub(crate) fn under(self, ground: Self, alpha: f32) -> Self {
        self.channels(ground, |own, ground| ground + (own - ground) / alpha)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255 before")]
    fn channels(self, other: Self, mix: impl Fn(f32, f32) -> f32) -> Self {
        let [a, b, c] = [0, 1, 2].map(|index: usize| {
            let pick = |color: Self| color.0.get(index).copied().map_or(0.0, f32::from);
            mix(pick(self), pick(other)).round().clamp(0.0, 255.0) as u8
        });
        Self([a, b, c])
    }

    /// Relative luminance (WCAG 2).
    fn luminance(self) -> f32 {
        let [r, g, b] = self.0.map(|channel| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.039_28 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio (WCAG 2), 1 to 21.
    pub(crate) fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Perceived brightness as the platform's dark mode computes it, 0–255.
    fn brightness(self) -> f32 {
        let [r, g, b] = self.0.map(f32::from);
        (r * 299.0 + g * 587.0 + b * 114.0) / 1000.0
    }

    /// Hue in degrees, saturation and lightness in percent.
    fn hsl(self) -> (f32, f32, f32) {
        let [r, g, b] = self.0.map(|channel| f32::from(channel) / 255.0);
        let (max, min) = (r.max(g).max(b), r.min(g).min(b));
        let lightness = f32::midpoint(max, min);
        let spread = max - min;
        if spread == 0.0 {
            return (0.0, 0.0, lightness * 100.0);
        }
        let saturation = spread / (1.0 - (2.0 * lightness - 1.0).abs());
        let hue = if max == r {
            ((g - b) / spread).rem_euclid(6.0)
        } else if max == g {
            (b - r) / spread + 2.0
        } else {
            (r - g) / spread + 4.0
        };
        (hue * 60.0, saturation * 100.0, lightness * 100.0)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255 before")]
    pub(crate) fn from_hsl(hue: f32, saturation: f32, lightness: f32) -> Self {
        let (s, l) = (saturation / 100.0, lightness.clamp(0.0, 100.0) / 100.0);
        let spread = s * l.min(1.0 - l);
        let channel = |n: f32| {
            let k = (n + hue / 30.0).rem_euclid(12.0);
            let value = l - spread * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
            (value * 255.0).round().clamp(0.0, 255.0) as u8
        };
        Self([channel(0.0), channel(8.0), channel(4.0)])
    }

    /// The colour scaled to a perceived brightness; where a channel is full or empty, another one makes up for it.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255 before")]
    fn at_brightness(self, wanted: f32) -> Self {
        let factor = wanted / self.brightness().max(1.0);
        let [mut r, mut g, mut b] = self.0.map(|channel| (f32::from(channel) * factor).min(255.0));
        if g == 0.0 || r >= 255.0 || b >= 255.0 {
            g = (wanted * 1000.0 - r * 299.0 - b * 114.0) / 587.0;
        } else if r == 0.0 {
            r = (wanted * 1000.0 - g * 587.0 - b * 114.0) / 299.0;
        } else if b == 0.0 || g >= 255.0 {
            b = (wanted * 1000.0 - r * 299.0 - g * 587.0) / 114.0;
        }
        Self([r, g, b].map(|channel| channel.round().clamp(0.0, 255.0) as u8))
    }

    /// The background that dark mode shows in the place of this one: greys are turned over, bright colours dimmed,
    /// very dark ones lifted.
    pub(crate) fn dark_background(self) -> Self {
        let (hue, saturation, lightness) = self.hsl();
        let brightness = self.brightness();
        if saturation == 0.0 && lightness > 40.0 || brightness > 250.0 {
            let ground = PAGE_DARK.hsl().2;
            Self::from_hsl(0.0, 0.0, 100.0 + ground - lightness)
        } else if brightness > 190.0 {
            self.at_brightness(190.0)
        } else if lightness < 22.0 {
            Self::from_hsl(hue, saturation, 22.0)
        } else {
            self
        }
    }

    /// The same for a background with that share of opacity over `around` (a dark background already): what stands in
    /// its place, as transparent as before.
    pub(crate) fn dark_veil(self, alpha: f32, around: Self) -> Self {
        self.over(around, alpha).dark_background().under(around, alpha)
    }

    /// The text colour that dark mode shows on `ground`, which is a background after conversion: it stays when it
    /// differs enough, else it is moved away from the ground; on the page itself nothing is brighter than its own text.
    pub(crate) fn dark_text(self, ground: Self) -> Self {
        const ENOUGH: f32 = 65.0;
        let most = DARK_TEXT.brightness() - PAGE_DARK.brightness();
        let around = ground.brightness();
        let settled = |color: Self| {
            let apart = (color.brightness() - around).abs();
            if color.brightness() >= 250.0 {
                Some(color)
            } else if apart > most && around <= PAGE_DARK.brightness() + 2.0 {
                Some(color.at_brightness(most + around))
            } else {
                (apart >= ENOUGH).then_some(color)
            }
        };
        if let Some(color) = settled(self) {
            return color;
        }
        let (hue, saturation, lightness) = self.hsl();
        let bright_ground = around >= 100.0;
        let turn = if bright_ground { lightness > 50.0 } else { lightness <= 40.0 };
        let turned = if turn { Self::from_hsl(hue, saturation, 90.0 - lightness) } else { self };
        settled(turned).unwrap_or_else(|| {
            turned.at_brightness(if bright_ground { around - ENOUGH } else { around + ENOUGH }.min(most))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_of_known_pairs() {
        let color = |text| Color::parse(text).unwrap();
        assert!((color("#000").contrast(color("#fff")) - 21.0).abs() < 0.01);
        assert!((color("#777777").contrast(color("white")) - 4.48).abs() < 0.01);
        assert_eq!(Color::parse("rgba(1, 2, 3, .5)"), Some(Color([1, 2, 3])));
        assert_eq!(Color::parse("#12"), None);
    }

    #[test]
    fn light_greys_become_dark_panels_and_dark_text_becomes_light() {
        let panel = Color::parse("#f6f6f6").unwrap().dark_background();
        assert_eq!(panel, Color([0x22; 3]));
        let text = Color::parse("#333").unwrap().dark_text(PAGE_DARK);
        assert_eq!(text, DARK_TEXT);
    }

    #[test]
    fn dark_mode_moves_text_away_from_its_ground() {
        let color = |text| Color::parse(text).unwrap();
        for (text, ground, shown) in [
            // On the page: dark greys are turned over and capped, light ones capped, white and saturated ones stay.
            ("#000", "#191919", "#a3a3a3"),
            ("#888", "#191919", "#888888"),
            ("#ddd", "#191919", "#a3a3a3"),
            ("#fff", "#191919", "#ffffff"),
            ("#576b95", "#191919", "#576b95"),
            // On a panel: turned over, without a cap.
            ("#333", "#222222", "#b3b3b3"),
            // On a bright ground: turned over.
            ("#ddd", "#bebebe", "#090909"),
            ("#111", "#bebebe", "#111111"),
        ] {
            let Color([r, g, b]) = color(text).dark_text(color(ground));
            assert_eq!(format!("#{r:02x}{g:02x}{b:02x}"), shown, "{text} on {ground}");
        }
    }

    #[test]
    fn a_channel_at_its_end_lets_another_make_up_for_it() {
        let red = Color([255, 0, 0]);
        assert_eq!(red.at_brightness(100.0), Color([255, 40, 0]));
        assert!((red.at_brightness(100.0).brightness() - 100.0).abs() < 1.0);
        assert_eq!(Color::seen("rgba(0,0,0,.02)", PAGE_LIGHT), None);
        assert_eq!(Color::seen("rgba(0,0,0,.5)", PAGE_LIGHT), Some(Color([128; 3])));
        assert_eq!(Color::parse("red"), Some(red));
    }
}
