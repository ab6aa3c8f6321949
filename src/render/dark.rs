//! What a reader's dark mode makes of a fragment, as a style sheet for previews.
//!
//! The platform recolours element by element; here each inline style, on the ground it stands on, gets one rule.

use std::collections::{BTreeSet, HashMap};

use super::color::{Color, PAGE_DARK};
use super::style;

/// What text stands on: the style that says so, and its colour after conversion.
type Ground<'s> = (&'s str, Color);

/// Rules that recolour the inline styles of `fragment` (inside `#content`) in dark mode.
pub(super) fn sheet(fragment: &str) -> String {
    let mut rules = BTreeSet::new();
    // The ground at each depth: its style, and its colour after conversion.
    let mut grounds: Vec<(&str, Color)> = Vec::new();
    // A style in its surroundings has one rule and makes one ground, however often it is used.
    let mut known: HashMap<(&str, Ground<'_>), Ground<'_>> = HashMap::new();
    for tag in fragment.split('<').skip(1) {
        let Some(tag) = tag.split('>').next() else { continue };
        if tag.starts_with('/') {
            grounds.pop();
            continue;
        }
        let name = tag.split(' ').next().unwrap_or("");
        let style = tag.split_once("style=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("");
        let around = grounds.last().copied().unwrap_or(("", PAGE_DARK));
        let ground = *known.entry((style, around)).or_insert_with(|| {
            let own = background(style).map(|(color, alpha)| (color.dark_veil(alpha, around.1), alpha));
            let ground = own.map_or(around, |(color, alpha)| (style, color.over(around.1, alpha)));
            rules.extend(rule(style, around.0, own, ground.1));
            ground
        });
        if !matches!(name, "br" | "hr" | "img") {
            grounds.push(ground);
        }
    }
    let rules: String = rules.into_iter().collect();
    if rules.is_empty() { rules } else { format!("@media (prefers-color-scheme:dark){{{rules}}}") }
}

/// A background and its opacity; one that is hardly there counts as none.
fn background(style: &str) -> Option<(Color, f32)> {
    let value = |name: &str| style::split(style).find(|(known, _)| *known == name).map(|(_, value)| value);
    let written = value("background-color").or_else(|| value("background"))?;
    Color::parse_alpha(written).filter(|(_, alpha)| *alpha >= 0.05)
}

fn rule(style: &str, around: &str, own: Option<(Color, f32)>, ground: Color) -> Option<String> {
    let mut changed = Vec::new();
    if let Some((own, alpha)) = own {
        changed.push(format!("background-color:{}!important", written(own, alpha)));
    }
    for (name, value) in style::split(style) {
        match name {
            "color" => {
                if let Some(color) = recolored(value, ground) {
                    changed.push(format!("color:{color}!important"));
                }
            }
            name if name.starts_with("border") => {
                // Lines are judged on the page, whatever they stand on.
                if let Some(color) = value.split(' ').find_map(|word| recolored(word, PAGE_DARK)) {
                    let part = name.strip_suffix("-color").unwrap_or(name);
                    changed.push(format!("{part}-color:{color}!important"));
                }
            }
            _ => {}
        }
    }
    if changed.is_empty() {
        return None;
    }
    let outer = if around.is_empty() { String::new() } else { format!("[style=\"{around}\"] ") };
    Some(format!("#content {outer}[style=\"{style}\"]{{{}}}", changed.join(";")))
}

/// What dark mode makes of a text or line colour. A transparent one is judged as it shows on the ground, and stays as
/// transparent as it was.
fn recolored(value: &str, ground: Color) -> Option<String> {
    let (color, alpha) = Color::parse_alpha(value)?;
    if alpha <= 0.05 {
        return None;
    }
    Some(written(color.over(ground, alpha).dark_text(ground).under(ground, alpha), alpha))
}

fn written(color: Color, alpha: f32) -> String {
    let Color([r, g, b]) = color;
    if alpha < 1.0 { format!("rgba({r},{g},{b},{alpha})") } else { format!("#{r:02x}{g:02x}{b:02x}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_judged_on_the_ground_around_it() {
        let sheet = sheet(
            "<section style=\"background-color:#f6f6f6\"><p style=\"color:#333\">a</p></section><p style=\"color:#b8382b\">b</p>",
        );
        assert!(
            sheet.contains(
                "#content [style=\"background-color:#f6f6f6\"]{background-color:#222222!important}"
            ),
            "{sheet}"
        );
        assert!(sheet.contains("#content [style=\"background-color:#f6f6f6\"] [style=\"color:#333\"]{color:#b3b3b3!important}"), "{sheet}");
        assert!(sheet.contains("#content [style=\"color:#b8382b\"]{color:"), "{sheet}");
    }
}
