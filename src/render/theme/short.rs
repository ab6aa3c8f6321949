//! Short styles: what a phone shows anyway is not written, since every character counts against the platform's limit.
//!
//! Left out is what the browser's own style sheet says (bold `strong` and `th`), what the box right around says (the
//! code in a code block), what a list says for its items, and values that are the initial ones (`background:none`,
//! `border:0` where nothing has a border by itself). Kept, though it could be inherited from the article:
//! colour, size, line height and margin of paragraphs and headings, because the reader's style sheet resets exactly
//! these; and alignment of headings, code and captions, because the article around them is justified.

use crate::render::construct::Construct;
use crate::render::style::Declaration;

/// Properties that an element takes from the one around it.
const INHERITED: [&str; 9] = [
    "color",
    "font-size",
    "line-height",
    "letter-spacing",
    "text-align",
    "font-weight",
    "font-style",
    "text-indent",
    "text-transform",
];

/// The declarations of a construct without what needs no saying. `around` is what its box says, `base` what its
/// article says.
pub(super) fn short(
    construct: Construct,
    all: Vec<Declaration>,
    around: &[Declaration],
    base: &[Declaration],
) -> Vec<Declaration> {
    let mut all = folded(all);
    // Cells have borders of the platform's own, rules and pictures of the browser's.
    let bordered = matches!(construct.shape().own.0, "th" | "td" | "hr" | "img" | "table")
        || matches!(construct, Construct::CodeNumbers | Construct::CodeCell);
    all.retain(|(name, value)| match name.as_str() {
        "background" => value != "none" && value != "transparent",
        "border" | "border-top" | "border-right" | "border-bottom" | "border-left" => {
            bordered || !matches!(value.as_str(), "0" | "none")
        }
        "border-radius" => value != "0",
        _ => value != "inherit",
    });
    let said = |by: &[Declaration], (name, value): &Declaration| {
        INHERITED.contains(&name.as_str()) && by.iter().any(|(known, same)| known == name && same == value)
    };
    match construct {
        Construct::Strong | Construct::HeadCell => {
            all.retain(|(name, value)| name != "font-weight" || !matches!(value.as_str(), "700" | "bold"));
        }
        Construct::ItemText => all.retain(|own| !said(base, own)),
        Construct::Code => {
            let ground = |by: &[Declaration]| by.iter().find(|(name, _)| name == "background").cloned();
            let same = ground(&all).is_some() && ground(&all) == ground(around);
            all.retain(|own| {
                !(said(around, own)
                    || same && own.0 == "background"
                    || matches!(own.0.as_str(), "word-break" | "overflow-wrap")
                    || own.0 == "padding" && own.1 == "0")
            });
        }
        Construct::FigureImage => all.retain(|(name, _)| name != "vertical-align"),
        _ => {}
    }
    all
}

/// Parts put into the shorthand before them: `margin:0 0 9px;margin-left:2em` is `margin:0 0 9px 2em`.
fn folded(all: Vec<Declaration>) -> Vec<Declaration> {
    let mut out: Vec<Declaration> = Vec::with_capacity(all.len());
    for (name, value) in all {
        let whole = name.rsplit_once('-').and_then(|(whole, part)| {
            let index = out.iter().position(|(known, _)| known == whole)?;
            Some((index, part.to_owned()))
        });
        let done = match (&whole, name.as_str()) {
            (Some((index, part)), name) if name.starts_with("margin-") || name.starts_with("padding-") => {
                out.get_mut(*index).is_some_and(|(_, written)| set_side(written, part, &value))
            }
            (Some((index, part)), name) if name.starts_with("border") && part == "color" => {
                out.get_mut(*index).is_some_and(|(_, written)| set_color(written, &value))
            }
            (None, name) if name.starts_with("border-") && name.ends_with("-color") => {
                // One side of a border that is set as a whole: the same colour needs no saying.
                let whole = out.iter().find(|(known, _)| known == "border").map(|(_, whole)| whole.clone());
                match whole {
                    Some(whole) if !whole.ends_with(&format!(" {value}")) => {
                        let side = name.trim_end_matches("-color").to_owned();
                        let mut own = whole;
                        let changed = set_color(&mut own, &value);
                        if changed {
                            out.push((side, own));
                        }
                        changed
                    }
                    _ => true,
                }
            }
            _ => false,
        };
        if !done {
            let name = if name == "background-color" { "background".to_owned() } else { name };
            if name == "background" {
                out.retain(|(known, _)| known != "background");
            }
            out.push((name, value));
        }
    }
    for (name, value) in &mut out {
        if matches!(name.as_str(), "margin" | "padding") {
            shorten(value);
        }
    }
    out
}

fn set_side(written: &mut String, side: &str, value: &str) -> bool {
    let Some(mut sides) = sides(written) else { return false };
    let index = match side {
        "top" => 0,
        "right" => 1,
        "bottom" => 2,
        "left" => 3,
        _ => return false,
    };
    sides[index] = value.to_owned();
    *written = sides.join(" ");
    true
}

/// Top, right, bottom and left of a shorthand.
fn sides(written: &str) -> Option<[String; 4]> {
    let words: Vec<&str> = written.split(' ').collect();
    let four = match words.as_slice() {
        [all] => [all; 4],
        [y, x] => [y, x, y, x],
        [top, x, bottom] => [top, x, bottom, x],
        [top, right, bottom, left] => [top, right, bottom, left],
        _ => return None,
    };
    Some(four.map(|side| (*side).to_owned()))
}

fn shorten(written: &mut String) {
    let Some([top, right, bottom, left]) = sides(written) else { return };
    *written = if right != left {
        [top, right, bottom, left].join(" ")
    } else if top != bottom {
        [top, right, bottom].join(" ")
    } else if top != right {
        [top, right].join(" ")
    } else {
        top
    };
}

/// Puts a colour in the place of the one that a border has.
fn set_color(written: &mut String, color: &str) -> bool {
    let words: Vec<&str> = written.split(' ').collect();
    let [width, style, _] = words.as_slice() else { return false };
    if color.contains(' ') {
        return false;
    }
    *written = [width, style, color].join(" ");
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::style;

    fn fold(declarations: &str) -> String {
        let all = style::split(declarations).map(|(name, value)| (name.to_owned(), value.to_owned()));
        style::write(&folded(all.collect()))
    }

    #[test]
    fn parts_go_into_their_shorthand() {
        assert_eq!(fold("margin:0 0 20px;margin-left:2em"), "margin:0 0 20px 2em");
        assert_eq!(fold("padding:8px 8px 8px 8px"), "padding:8px");
        assert_eq!(fold("margin:26px 0 26px;color:#333"), "margin:26px 0;color:#333");
        assert_eq!(fold("border-left:3px solid #111;border-left-color:#222"), "border-left:3px solid #222");
        assert_eq!(fold("background:#fff;background-color:#eee"), "background:#eee");
        assert_eq!(fold("border:0;border-top:1px solid #333"), "border:0;border-top:1px solid #333");
        assert_eq!(fold("margin-left:2em"), "margin-left:2em");
        assert_eq!(fold("border:1px solid #111;border-left-color:#111"), "border:1px solid #111");
        assert_eq!(
            fold("border:1px solid #111;border-left-color:#222"),
            "border:1px solid #111;border-left:1px solid #222"
        );
        assert_eq!(fold("color:#333;border-left-color:#222"), "color:#333");
    }
}
