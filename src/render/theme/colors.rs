//! Words in a theme's declarations that stand where a colour must and are none: a phone drops the whole declaration.

use crate::wechat::html::color::Color;

/// What may stand for a colour anywhere.
const ANYWHERE: [&str; 6] = ["transparent", "currentcolor", "inherit", "initial", "unset", "none"];
/// Styles and widths of lines.
const LINES: [&str; 13] = [
    "solid", "dashed", "dotted", "double", "groove", "ridge", "inset", "outset", "hidden", "thin", "medium",
    "thick", "auto",
];

/// The first word of a computed value that should be a colour and is none.
pub(super) fn wrong<'v>(name: &str, value: &'v str) -> Option<&'v str> {
    let others: &[&str] = match name {
        "color" | "background" | "background-color" => &[],
        "box-shadow" => &["inset"],
        name if name.starts_with("border") && name.ends_with("-color") => &[],
        "border" | "border-top" | "border-right" | "border-bottom" | "border-left" => &LINES,
        _ => return None,
    };
    words(value).find(|word| {
        let function = word.contains('(') && !word.starts_with("rgb");
        let colour = word.starts_with(|c: char| c == '#' || c.is_ascii_alphabetic());
        colour && !function && !ANYWHERE.contains(word) && !others.contains(word) && !is_color(word)
    })
}

fn is_color(word: &str) -> bool {
    // With four and eight digits the last ones are the opacity.
    let opaque = match word.strip_prefix('#').map(str::len) {
        Some(4) => word.get(..4),
        Some(8) => word.get(..7),
        _ => Some(word),
    };
    let digits = |hex: &str| hex.chars().all(|c| c.is_ascii_hexdigit());
    word.strip_prefix('#').is_none_or(digits) && opaque.and_then(Color::parse).is_some()
}

/// The words of a value; a function with what is in its brackets is one.
fn words(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    value
        .split(move |c: char| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && matches!(c, ' ' | ',')
        })
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn words_that_are_no_colour_are_named() {
        for (name, value, word) in [
            ("color", "blurple", Some("blurple")),
            ("color", "rebeccapurple", None),
            ("color", "#12345", Some("#12345")),
            ("color", "#12345678", None),
            ("color", "rgba(0,0,0,.12)", None),
            ("color", "rgb(300,0,0)", Some("rgb(300,0,0)")),
            ("background", "linear-gradient(90deg,#fff,#000)", None),
            ("border-left", "3px solid blak", Some("blak")),
            ("border", "thin dashed rgba(0,0,0,.1)", None),
            ("border-top-color", "solid", Some("solid")),
            ("box-shadow", "inset 0 1px 2px gry", Some("gry")),
            ("border-radius", "4px", None),
            ("text-align", "center", None),
        ] {
            assert_eq!(wrong(name, value), word, "{name}: {value}");
        }
    }
}
