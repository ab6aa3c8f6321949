//! Declarations that may stand in a `style` attribute: an allow list of properties, and of values for each.
//!
//! The same list holds for themes and for authors. What it refuses is removed by the platform, ignored by readers'
//! phones, or hides text (rules R10–R15 of the fragment, checked again in `fragment`).

use super::color::Color;

/// On what a declaration stands; some are right on one kind of element only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum On {
    /// Text and its containers.
    Text,
    /// `code` and `pre`.
    Code,
    /// A picture.
    Picture,
}

/// One clean declaration.
pub(crate) type Declaration = (String, String);

/// Splits the inside of a `style` attribute; nothing is judged yet.
pub(crate) fn split(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style
        .split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
}

/// Why a declaration may not stand in a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// No property of CSS that anybody here knows.
    Unknown,
    /// The platform removes it, or it lays things out in a way that the editor takes apart.
    Layout,
    /// Nothing moves on readers' phones.
    Motion,
    /// Phones choose their own faces.
    Font,
    /// It is stored, and not drawn.
    Effect,
    /// The property is right and the value is not.
    Value,
    /// It works against the platform's own styles and against dark mode.
    Important,
}

/// Properties that a declaration may have, for the nearest known name.
pub(crate) const PROPERTIES: &[&str] = &[
    "color",
    "background",
    "background-color",
    "font-size",
    "font-weight",
    "font-style",
    "font-family",
    "line-height",
    "letter-spacing",
    "text-align",
    "text-decoration",
    "text-emphasis",
    "text-emphasis-position",
    "text-indent",
    "text-transform",
    "vertical-align",
    "display",
    "white-space",
    "word-break",
    "overflow-wrap",
    "overflow",
    "overflow-x",
    "opacity",
    "width",
    "min-width",
    "max-width",
    "height",
    "max-height",
    "margin",
    "margin-top",
    "margin-right",
    "margin-bottom",
    "margin-left",
    "padding",
    "padding-top",
    "padding-right",
    "padding-bottom",
    "padding-left",
    "border",
    "border-top",
    "border-right",
    "border-bottom",
    "border-left",
    "border-color",
    "border-width",
    "border-style",
    "border-radius",
    "border-collapse",
    "border-spacing",
    "box-shadow",
    "box-sizing",
    "list-style-type",
    "table-layout",
    "object-fit",
];

/// A declaration in its one spelling, or `None` when it may not stand there.
pub(crate) fn clean(name: &str, value: &str, on: On) -> Option<Declaration> {
    judge(name, value, on).ok()
}

/// A declaration in its one spelling, or why it may not stand there.
pub(crate) fn judge(name: &str, value: &str, on: On) -> Result<Declaration, Refusal> {
    let name = name.trim().to_ascii_lowercase();
    let value = tighten(value);
    if value.contains('!') {
        return Err(Refusal::Important);
    }
    let harmless = |c: char| c.is_ascii_alphanumeric() || " #%.,()+-/".contains(c);
    let written = !value.is_empty() && value.len() <= 120 && value.chars().all(harmless) && functions(&value);
    if written && allowed(&name, &value, on) {
        return Ok((name, value));
    }
    Err(match name.as_str() {
        "position" | "top" | "right" | "bottom" | "left" | "inset" | "z-index" | "float" | "clear"
        | "gap" => Refusal::Layout,
        "transform" | "filter" | "backdrop-filter" | "cursor" | "clip-path" | "mix-blend-mode"
        | "content" | "outline" | "text-shadow" | "visibility" | "aspect-ratio" | "writing-mode"
        | "columns" => Refusal::Effect,
        "font" | "font-family" => Refusal::Font,
        "display" if value.contains("flex") || value.contains("grid") => Refusal::Layout,
        name if name.starts_with("flex")
            || name.starts_with("grid")
            || name.starts_with("align-")
            || name.starts_with("justify-") =>
        {
            Refusal::Layout
        }
        name if name.starts_with("animation") || name.starts_with("transition") => Refusal::Motion,
        name if name.starts_with("mask") || name.starts_with("background-") && name != "background-color" => {
            Refusal::Effect
        }
        name if PROPERTIES.contains(&name) || edges(name, "0") => Refusal::Value,
        _ => Refusal::Unknown,
    })
}

/// Lower case, single blanks, none around commas and brackets, `#rrggbb` as `#rgb` where that is the same.
fn tighten(value: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let words: Vec<String> = lower.split_whitespace().map(short_color).collect();
    let value = words.join(" ").replace(", ", ",").replace(" ,", ",").replace("( ", "(").replace(" )", ")");
    short_numbers(&value)
}

/// `0.5em` as `.5em`, `0px` as `0`: two or three characters that come back in every paragraph.
fn short_numbers(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let starts = c == '0' && matches!(before, ' ' | ',' | '(' | '-');
        let length = match rest.get(1..) {
            Some(more)
                if starts && more.starts_with('.') && more[1..].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                rest = more;
                before = '0';
                continue;
            }
            Some(more) if starts && (more.starts_with("px") || more.starts_with("em")) => {
                let ends = more[2..].starts_with([' ', ',', ')']) || more.len() == 2;
                out.push('0');
                if ends { 3 } else { 1 }
            }
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        before = c;
        rest = rest.get(length..).unwrap_or("");
    }
    out
}

fn short_color(word: &str) -> String {
    let pairs = |hex: &[u8]| hex.len() == 6 && hex.chunks(2).all(|pair| pair[0] == pair[1]);
    match word.strip_prefix('#') {
        Some(hex) if pairs(hex.as_bytes()) => std::iter::once('#').chain(hex.chars().step_by(2)).collect(),
        _ => word.to_owned(),
    }
}

fn functions(value: &str) -> bool {
    value.match_indices('(').all(|(at, _)| {
        let name = value[..at].rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or("");
        matches!(name, "rgb" | "rgba" | "hsl" | "hsla" | "linear-gradient")
    })
}

fn allowed(name: &str, value: &str, on: On) -> bool {
    let one_of = |words: &[&str]| words.contains(&value);
    match name {
        "color" | "background-color" | "border-color" => !one_of(&["transparent"]) || name != "color",
        "background" => value.split(' ').count() == 1,
        "font-size" => size(value).is_none_or(|(number, unit)| at_least(number, unit, [10.0, 0.625, 62.5])),
        "line-height" => line_height(value),
        "font-weight" | "font-style" | "text-transform" | "list-style-type" | "border-collapse"
        | "table-layout" | "vertical-align" | "word-break" | "overflow-wrap" | "word-wrap" | "box-sizing"
        | "object-fit" => true,
        "text-align" => one_of(&["left", "center", "right", "justify"]),
        "text-decoration" => value.split(' ').all(|word| {
            matches!(word, "none" | "underline" | "line-through" | "solid" | "dashed" | "dotted" | "wavy")
                || word.starts_with('#')
        }),
        "text-emphasis" => value.split(' ').all(|word| {
            matches!(word, "filled" | "open" | "dot" | "circle" | "double-circle" | "triangle" | "sesame")
                || word.starts_with('#')
        }),
        "text-emphasis-position" => one_of(&["under right", "over right", "under", "over"]),
        "display" => one_of(&["block", "inline", "inline-block", "table", "table-row", "table-cell"]),
        "white-space" => one_of(&["normal", "nowrap", "pre-wrap"]),
        "overflow" | "overflow-x" => one_of(&["auto", "hidden", "scroll", "visible"]),
        "-webkit-overflow-scrolling" => one_of(&["touch"]),
        "letter-spacing" => size(value).is_none_or(|(number, _)| number > -1.0),
        // A mark may hang before its text, but no text leaves the screen.
        "text-indent" => size(value)
            .is_some_and(|(number, unit)| number >= 0.0 || number >= if unit == "px" { -32.0 } else { -2.0 }),
        "opacity" => value.parse::<f32>().is_ok_and(|opacity| opacity >= 0.3),
        "width" => width(value, on),
        "max-width" => value.ends_with('%') || value == "none" || on == On::Picture,
        "min-width" => {
            width(value, on) || size(value).is_some_and(|(number, unit)| unit == "px" && number <= 2000.0)
        }
        "height" | "max-height" => on == On::Picture,
        "font-family" => on == On::Code && value.ends_with("monospace"),
        "box-shadow" | "border-spacing" => true,
        _ => edges(name, value),
    }
}

/// `margin*`, `padding*`, `border*`.
fn edges(name: &str, value: &str) -> bool {
    let side = |rest: &str| matches!(rest, "" | "-top" | "-right" | "-bottom" | "-left");
    if let Some(rest) = name.strip_prefix("margin") {
        return side(rest)
            && value.split(' ').all(|word| size(word).is_none_or(|(number, _)| number >= -20.0));
    }
    if let Some(rest) = name.strip_prefix("padding") {
        return side(rest);
    }
    let Some(rest) = name.strip_prefix("border") else { return false };
    let part = ["-width", "-style", "-color", "-radius"].iter().find_map(|end| rest.strip_suffix(end));
    side(part.unwrap_or(rest))
        || matches!(
            rest,
            "-top-left-radius" | "-top-right-radius" | "-bottom-left-radius" | "-bottom-right-radius"
        )
}

/// A number and its unit: `1.5em`; a bare number has none.
pub(crate) fn size(value: &str) -> Option<(f32, &str)> {
    let end = value.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(value.len());
    let number = value[..end].parse().ok()?;
    Some((number, &value[end..]))
}

fn at_least(number: f32, unit: &str, [px, em, percent]: [f32; 3]) -> bool {
    match unit {
        "px" => number >= px,
        "em" | "rem" | "" => number >= em,
        "%" => number >= percent,
        "pt" => number >= px * 0.75,
        _ => false,
    }
}

/// Lines must not overlap: at least 1 of the font size, and in pixels at least what the largest ordinary text needs.
fn line_height(value: &str) -> bool {
    value == "normal" || size(value).is_some_and(|(number, unit)| at_least(number, unit, [20.0, 1.0, 100.0]))
}

fn width(value: &str, on: On) -> bool {
    if value == "auto" {
        return true;
    }
    match size(value) {
        Some((number, "px")) => on == On::Picture || number <= 300.0,
        Some((number, "%")) => number <= 100.0,
        Some((number, "em")) => on == On::Picture || number <= 18.0,
        _ => false,
    }
}

/// The parts of a colour function: three values and the opacity, with commas or with blanks and a slash.
pub(crate) fn parts(inner: &str) -> Option<([&str; 3], f32)> {
    let (colors, slash) = inner.split_once('/').map_or((inner, None), |(a, b)| (a, Some(b.trim())));
    let mut words = colors.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty());
    let three = [words.next()?, words.next()?, words.next()?];
    let fourth = words.next();
    if words.next().is_some() || fourth.is_some() && slash.is_some() {
        return None;
    }
    let alpha = match fourth.or(slash) {
        None => 1.0,
        Some(share) => match share.strip_suffix('%') {
            Some(percent) => percent.parse::<f32>().ok()? / 100.0,
            None => share.parse().ok()?,
        },
    };
    (0.0..=1.0).contains(&alpha).then_some((three, alpha))
}

/// `rgb()` in its one spelling.
pub(crate) fn rgb(parts: &[&str; 3], alpha: f32) -> Option<String> {
    let [r, g, b] = parts.map(|part| part.parse::<u8>().ok());
    Some(with_alpha(Color([r?, g?, b?]), alpha))
}

/// `hsl()` as red, green and blue.
pub(crate) fn hsl(parts: &[&str; 3], alpha: f32) -> Option<String> {
    let [hue, saturation, lightness] = parts;
    let percent = |text: &str| {
        let share: f32 = text.strip_suffix('%')?.parse().ok()?;
        (0.0..=100.0).contains(&share).then_some(share)
    };
    let hue: f32 = hue.trim_end_matches("deg").parse().ok().filter(|hue: &f32| hue.is_finite())?;
    Some(with_alpha(Color::from_hsl(hue.rem_euclid(360.0), percent(saturation)?, percent(lightness)?), alpha))
}

fn with_alpha(color: Color, alpha: f32) -> String {
    if alpha >= 1.0 {
        return color.hex();
    }
    let Color([r, g, b]) = color;
    let alpha = format!("{}", (alpha * 100.0).round() / 100.0);
    format!("rgba({r},{g},{b},{})", alpha.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(&alpha))
}

/// Adds declarations to others: a later one replaces an earlier one of the same property, and stands at the end.
pub(crate) fn merge(into: &mut Vec<Declaration>, more: impl IntoIterator<Item = Declaration>) {
    for (name, value) in more {
        into.retain(|(known, _)| *known != name && !shorthand(&name, known));
        into.push((name, value));
    }
}

/// Whether `name` sets `part` too: `margin` sets `margin-top`.
fn shorthand(name: &str, part: &str) -> bool {
    matches!(name, "margin" | "padding" | "border" | "background")
        && part.strip_prefix(name).is_some_and(|rest| rest.starts_with('-') && !rest.ends_with("radius"))
}

/// The inside of a `style` attribute.
pub(crate) fn write(declarations: &[Declaration]) -> String {
    let mut out = String::new();
    for (name, value) in declarations {
        if !out.is_empty() {
            out.push(';');
        }
        out.push_str(name);
        out.push(':');
        out.push_str(value);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(declaration: &str) -> Option<String> {
        let (name, value) = declaration.split_once(':')?;
        clean(name, value, On::Text).map(|declaration| write(&[declaration]))
    }

    #[test]
    fn one_spelling() {
        assert_eq!(spelt("COLOR: #FFCC00").unwrap(), "color:#fc0");
        assert_eq!(
            spelt("background-color: rgba( 0, 0, 0, .5 )").unwrap(),
            "background-color:rgba(0,0,0,.5)"
        );
    }

    #[test]
    fn what_the_platform_or_the_phone_drops_is_refused() {
        for declaration in [
            "position: fixed",
            "z-index: 2",
            "float: left",
            "width: calc(100% - 2px)",
            "color: var(--x)",
            "background: url(https://a.cn/x.png)",
            "color: red !important",
            "display: none",
            "display: grid",
            "text-align: start",
            "opacity: 0",
            "font-size: 0",
            "font-size: 9px",
            "line-height: .5",
            "height: 0",
            "width: 500px",
            "cursor: pointer",
            "font-family: serif",
            "behavior: url(x)",
            "color: expression(1)",
            "text-indent: -9999px",
            "margin-left: -9999px",
            "color: red\"",
            "color: \\72 ed",
            "animation: a 1s",
            "filter: blur(1px)",
            "color: transparent",
            "max-width: 900px",
            "line-height: 4px",
        ] {
            assert_eq!(spelt(declaration), None, "{declaration}");
        }
    }

    #[test]
    fn later_wins_and_shorthand_covers_its_parts() {
        let mut all = vec![];
        let add = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        merge(
            &mut all,
            [add("margin-top", "1px"), add("color", "red"), add("margin", "0"), add("color", "#333")],
        );
        assert_eq!(write(&all), "margin:0;color:#333");
    }
}
