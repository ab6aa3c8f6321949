//! Declarations that may stand in a `style` attribute: an allow list of properties, and of values for each.
//!
//! The same list holds for themes and for authors. What it refuses is removed by the platform, ignored by readers'
//! phones, or hides text (rules R10–R15 of the fragment, checked again in `fragment`).

/// On what a declaration stands; some are right on one kind of element only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A declaration in its one spelling, or `None` when it may not stand there.
pub(crate) fn clean(name: &str, value: &str, on: On) -> Option<Declaration> {
    let name = name.trim().to_ascii_lowercase();
    let value = tighten(value);
    let harmless = |c: char| c.is_ascii_alphanumeric() || " #%.,()+-/".contains(c);
    if value.is_empty() || value.len() > 120 || !value.chars().all(harmless) || !functions(&value) {
        return None;
    }
    allowed(&name, &value, on).then_some((name, value))
}

/// Lower case, single blanks, none around commas and brackets, `#rrggbb` as `#rgb` where that is the same.
fn tighten(value: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let words: Vec<String> = lower.split_whitespace().map(short_color).collect();
    words.join(" ").replace(", ", ",").replace(" ,", ",").replace("( ", "(").replace(" )", ")")
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
        "display" => one_of(&["block", "inline", "inline-block", "table", "table-row", "table-cell"]),
        "white-space" => one_of(&["normal", "nowrap", "pre-wrap"]),
        "overflow" | "overflow-x" => one_of(&["auto", "hidden", "scroll", "visible"]),
        "-webkit-overflow-scrolling" => one_of(&["touch"]),
        "letter-spacing" => size(value).is_none_or(|(number, _)| number > -1.0),
        "text-indent" => size(value).is_some_and(|(number, _)| number >= 0.0),
        "opacity" => value.parse::<f32>().is_ok_and(|opacity| opacity >= 0.3),
        "width" => width(value, on),
        "max-width" => value.ends_with('%') || value == "none" || on == On::Picture,
        "min-width" => width(value, on),
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
        Some((number, "em")) => number <= 18.0,
        _ => false,
    }
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
