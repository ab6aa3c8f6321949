//! Inline styles: declarations that storing removes.

use super::link;

/// Whether a decoded style has a quoted `url(…)`, which costs the whole element.
pub(super) fn has_quoted_url(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    style.match_indices("url(").any(|(at, open)| {
        style.get(at + open.len()..).is_some_and(|rest| rest.trim_start().starts_with(['"', '\'']))
    })
}

/// The style without the declarations that go, from its raw attribute value; `None` when all stay.
pub(super) fn stored(raw: &str) -> Option<String> {
    let declarations = split(raw);
    let kept: Vec<&str> = declarations.iter().copied().filter(|declaration| !goes(declaration)).collect();
    if kept.len() == declarations.len() {
        return None;
    }
    let text = kept.concat();
    Some(if text.trim().is_empty() { String::new() } else { text.trim_start().to_owned() })
}

fn goes(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else { return false };
    let value = value.to_ascii_lowercase();
    match property.trim().to_ascii_lowercase().as_str() {
        "position" | "text-decoration-thickness" | "text-underline-offset" => true,
        "background" | "background-image" if has_foreign_url(&value) => true,
        _ => value.contains("calc("),
    }
}

fn has_foreign_url(value: &str) -> bool {
    value.match_indices("url(").any(|(at, open)| {
        let inner = value.get(at + open.len()..).unwrap_or_default();
        !link::is_picture_host(inner.split(')').next().unwrap_or(inner))
    })
}

/// Declarations with their semicolons; semicolons of entities, strings and brackets do not separate.
fn split(raw: &str) -> Vec<&str> {
    let mut declarations = Vec::new();
    let (mut start, mut depth, mut string) = (0, 0_usize, None::<&str>);
    let mut entity_until = 0;
    for (at, c) in raw.char_indices() {
        if at < entity_until {
            continue;
        }
        match c {
            '&' => {
                let entity = entity(raw.get(at..).unwrap_or_default());
                entity_until = at + entity.len();
                let quote = match entity {
                    "&quot;" | "&#34;" => Some("&quot;"),
                    "&apos;" | "&#39;" => Some("&#39;"),
                    _ => None,
                };
                string = match (string, quote) {
                    (None, Some(quote)) => Some(quote),
                    (Some(open), Some(quote)) if open == quote => None,
                    (open, _) => open,
                };
            }
            '"' | '\'' => {
                let quote = if c == '"' { "&quot;" } else { "&#39;" };
                string = match string {
                    None => Some(quote),
                    Some(open) if open == quote => None,
                    open => open,
                };
            }
            '(' if string.is_none() => depth += 1,
            ')' if string.is_none() => depth = depth.saturating_sub(1),
            ';' if string.is_none() && depth == 0 => {
                declarations.extend(raw.get(start..=at));
                start = at + 1;
            }
            _ => {}
        }
    }
    declarations.extend(raw.get(start..).filter(|rest| !rest.trim().is_empty()));
    declarations
}

/// The entity at the beginning of `text`, `&` alone when there is none.
fn entity(text: &str) -> &str {
    let name = text.bytes().skip(1).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let whole = text.get(..name + 2).filter(|whole| name > 0 && whole.ends_with(';'));
    whole.unwrap_or("&")
}
