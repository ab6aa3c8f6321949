//! What becomes of each element and attribute of an author's HTML. How a tag is written is in `html`.

use html5gum::StartTag;

use super::construct::Construct;
use super::element::{self, Element};
use super::style::{self, Declaration};
pub(super) use crate::wechat::html::author::{
    DATA, DRAWN, DROPPED, HIDDEN, QUIET, RENAMED, attribute, declarations, is_drawn, is_thin, is_wordless,
    on, open_comment,
};

/// How a start tag is shown.
pub(super) struct Plan {
    pub(super) element: &'static Element,
    pub(super) construct: Option<Construct>,
    pub(super) more: Vec<Declaration>,
    /// Attributes that stay.
    pub(super) attributes: Vec<(&'static str, String)>,
    /// Attributes that readers will not get.
    pub(super) lost: Vec<String>,
    /// Classes, which name rules of the theme in its own parts.
    pub(super) classes: Vec<String>,
}

/// How a start tag is shown; `None`: not at all, its content stays.
pub(super) fn plan(name: &str, tag: &StartTag<usize>) -> Option<Plan> {
    let renamed = RENAMED.iter().find(|(from, _)| *from == name).map(|(_, element)| *element);
    let element = renamed.or_else(|| element::element(name))?;
    let (mut more, lost) = declarations(tag, on(element));
    match name {
        "center" => more.insert(0, ("text-align".to_owned(), "center".to_owned())),
        "summary" | "legend" => more.insert(0, ("font-weight".to_owned(), "600".to_owned())),
        "big" => more.insert(0, ("font-size".to_owned(), "1.125em".to_owned())),
        "font" => {
            let size = attribute(tag, "size").and_then(|size| font_size(&size));
            more.extend(size.map(|size| ("font-size".to_owned(), size.to_owned())));
        }
        "td" | "th" => {
            // Only a share of the table is the same on every screen.
            let width = attribute(tag, "width").filter(|width| width.trim_end().ends_with('%'));
            more.extend(width.and_then(|width| style::clean("width", width.trim(), on(element))));
        }
        "pre" => {
            more.push(("white-space".to_owned(), "pre-wrap".to_owned()));
            more.push(("word-break".to_owned(), "break-all".to_owned()));
        }
        _ => {}
    }
    let attributes = match element.name {
        "td" | "th" => numbers(tag, &["colspan", "rowspan"]),
        "ol" => numbers(tag, &["start"]),
        _ => Vec::new(),
    };
    let classes = classes(tag);
    Some(Plan { element, construct: construct(name, element), more, attributes, lost, classes })
}

/// The size that `<font size>` asks for, which counts from 1 to 7, or from the ordinary 3: `+1`. The largest are kept to
/// what a phone has room for.
fn font_size(written: &str) -> Option<&'static str> {
    const SIZES: [Option<&str>; 7] =
        [Some(".75em"), Some(".875em"), None, Some("1.125em"), Some("1.25em"), Some("1.5em"), Some("1.75em")];
    let written = written.trim();
    let number = written.parse::<i32>().ok()?;
    let size = if written.starts_with(['+', '-']) { number.saturating_add(3) } else { number };
    SIZES.get(usize::try_from(size.clamp(1, 7) - 1).ok()?).copied().flatten()
}

/// The classes of a tag.
pub(super) fn classes(tag: &StartTag<usize>) -> Vec<String> {
    attribute(tag, "class").unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

/// Attributes of `names` that are small numbers.
fn numbers(tag: &StartTag<usize>, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let number =
        |name: &&'static str| attribute(tag, name)?.trim().parse::<u16>().ok().filter(|number| *number > 0);
    names.iter().filter_map(|name| number(name).map(|number| (*name, number.to_string()))).collect()
}

fn construct(name: &str, element: &Element) -> Option<Construct> {
    Some(match (name, element.name) {
        ("figcaption", _) => Construct::Caption,
        ("dl", _) => Construct::Definitions,
        ("dt", _) => Construct::Term,
        (_, "p") => Construct::Paragraph,
        (_, "h1") => Construct::H1,
        (_, "h2") => Construct::H2,
        (_, "h3") => Construct::H3,
        (_, "h4") => Construct::H4,
        (_, "h5") => Construct::H5,
        (_, "h6") => Construct::H6,
        (_, "strong") => Construct::Strong,
        (_, "em") => Construct::Emphasis,
        (_, "del") => Construct::Deleted,
        (_, "code") => Construct::InlineCode,
        (_, "mark") => Construct::Marked,
        (_, "u") => Construct::Underlined,
        (_, "ruby") => Construct::Ruby,
        (_, "rt") => Construct::Reading,
        (_, "kbd") => Construct::Keyboard,
        (_, "small") => Construct::Small,
        (_, "blockquote") => Construct::Quote,
        (_, "ul") => Construct::Bullets,
        (_, "ol") => Construct::Numbers,
        (_, "li") => Construct::Item,
        (_, "th") => Construct::HeadCell,
        (_, "td") => Construct::Cell,
        (_, "caption") => Construct::TableCaption,
        (_, "pre") => Construct::CodeBox,
        _ => return None,
    })
}
