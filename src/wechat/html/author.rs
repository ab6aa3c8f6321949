//! What becomes of the elements and attributes of an author's HTML, before anybody writes a tag.

use html5gum::StartTag;

use super::element::{self, Element};
use super::spacer::{self, Pasted};
use super::style::{self, Declaration, On};

/// Elements whose content is no text for readers.
pub(crate) const HIDDEN: &[&str] = &[
    "script", "style", "head", "title", "template", "iframe", "object", "video", "audio", "canvas",
    "noscript", "select", "textarea", "svg", "math", "map", "noembed", "noframes", "applet", "datalist",
    "xmp",
];
/// The one of them that is drawn: its content shows as a picture.
pub(crate) const DRAWN: &str = "svg";
/// Elements without content that are dropped.
pub(crate) const DROPPED: &[&str] = &[
    "embed", "input", "link", "meta", "base", "source", "track", "param", "area", "frame", "wbr", "col",
    "keygen",
];
/// What a section of data begins with, behind `<`.
pub(crate) const DATA: &str = "![CDATA[";
/// Elements whose loss no reader notices.
pub(crate) const QUIET: &[&str] = &[
    "wbr", "col", "colgroup", "html", "body", "label", "abbr", "acronym", "nobr", "time", "data", "bdi",
    "bdo", "picture", "source", "o:p",
];
/// Elements that become another one, silently: the same to readers.
pub(crate) const RENAMED: &[(&str, &Element)] = &[
    ("div", &element::SECTION),
    ("article", &element::SECTION),
    ("aside", &element::SECTION),
    ("main", &element::SECTION),
    ("header", &element::SECTION),
    ("footer", &element::SECTION),
    ("nav", &element::SECTION),
    ("hgroup", &element::SECTION),
    ("address", &element::SECTION),
    ("fieldset", &element::SECTION),
    ("figure", &element::SECTION),
    ("center", &element::SECTION),
    ("details", &element::SECTION),
    ("summary", &element::P),
    ("figcaption", &element::P),
    ("legend", &element::P),
    ("dl", &element::SECTION),
    ("dt", &element::P),
    ("dd", &element::SECTION),
    ("dir", &element::UL),
    ("menu", &element::UL),
    ("b", &element::STRONG),
    ("i", &element::EM),
    ("s", &element::DEL),
    ("strike", &element::DEL),
    ("font", &element::SPAN),
    ("big", &element::SPAN),
    ("q", &element::SPAN),
    ("cite", &element::EM),
    ("dfn", &element::EM),
    ("var", &element::EM),
    ("tt", &element::CODE),
    ("samp", &element::CODE),
];

/// The value of an attribute.
pub(crate) fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// The declarations of a tag that may stay, and the names of attributes and declarations that may not.
pub(crate) fn declarations(tag: &StartTag<usize>, on: On) -> (Vec<Declaration>, Vec<String>) {
    let mut kept = Vec::new();
    let mut lost = Vec::new();
    for (name, value) in &tag.attributes {
        let name = String::from_utf8_lossy(name).to_string();
        let value = String::from_utf8_lossy(value).to_string();
        match name.as_str() {
            "style" => {
                for (property, value) in style::split(&value) {
                    match style::clean(property, value, on) {
                        Some(declaration) => style::merge(&mut kept, [declaration]),
                        None => lost.push(format!("{property}:{value}").chars().take(40).collect()),
                    }
                }
            }
            "align" => kept.extend(style::clean("text-align", &value, on)),
            "color" => kept.extend(style::clean("color", &value, on)),
            "bgcolor" => kept.extend(style::clean("background-color", &value, on)),
            "src" | "alt" | "href" | "title" | "width" | "height" | "open" | "start" | "colspan"
            | "rowspan" | "border" | "cellpadding" | "cellspacing" | "valign" | "lang" | "size" | "face"
            | "dir" | "type" | "role" => {}
            other if other.starts_with("data-") || other.starts_with("aria-") => {}
            _ => lost.push(name.chars().take(40).collect()),
        }
    }
    (kept, lost)
}

/// Where a comment begins that nobody ends: all that follows it in a block of HTML is lost.
pub(crate) fn open_comment(html: &str) -> Option<usize> {
    let at = html.rfind("<!--")?;
    (!html[at..].contains("-->")).then_some(at)
}

/// What readers will not get of a tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// The element with its content.
    Content(String),
    /// The tag; its content stays.
    Tag(String),
    /// Attributes or declarations.
    Parts(String, Vec<String>),
    /// A picture that shows nothing.
    Spacer,
}

/// Whether a tag is a line or a gap as page editors make them: a box a few pixels high.
pub(crate) fn is_thin(name: &str, tag: &StartTag<usize>) -> bool {
    matches!(name, "section" | "p" | "div" | "span")
        && style_of(tag, "height").is_some_and(|height| {
            let pixels = height.strip_suffix("px").unwrap_or(&height).parse::<f64>();
            pixels.is_ok_and(|pixels| pixels <= 4.0)
        })
}

/// Whether the element `name` that is open at the start of `html` holds no words and no element of its own name.
pub(crate) fn is_wordless(name: &str, html: &str) -> bool {
    const REACH: usize = 600;
    let html = html.get(..html.floor_char_boundary(REACH)).unwrap_or(html);
    let Some(end) = html.find(&format!("</{name}")) else { return false };
    let inside = &html[..end];
    let words = inside.split('<').enumerate().any(|(at, piece)| {
        let behind = if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, behind)| behind) };
        !behind.replace("&nbsp;", "").trim().is_empty()
    });
    !words && !inside.contains(&format!("<{name}")) && !inside.contains("<img")
}

/// Whether a thin box shows: it has a ground, or an edge.
pub(crate) fn is_drawn(tag: &StartTag<usize>) -> bool {
    let none = |value: &str| {
        value.is_empty() || ["none", "0", "transparent", "initial"].iter().any(|no| value.starts_with(no))
    };
    ["background", "background-color", "background-image", "border", "border-top", "border-bottom"]
        .iter()
        .any(|property| style_of(tag, property).is_some_and(|value| !none(&value)))
}

/// The value of a property in a tag's style, in small letters.
fn style_of(tag: &StartTag<usize>, property: &str) -> Option<String> {
    let style = attribute(tag, "style")?;
    let mut declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    let (_, value) = declarations.find(|(name, _)| name.trim().eq_ignore_ascii_case(property))?;
    Some(value.replace("!important", "").trim().to_ascii_lowercase())
}

/// What readers will not get of the start tag `name`.
pub(crate) fn loss(name: &str, tag: &StartTag<usize>) -> Option<Loss> {
    if name == DRAWN && !tag.self_closing {
        return None;
    }
    if HIDDEN.contains(&name) {
        return Some(Loss::Content(name.to_owned()));
    }
    if QUIET.contains(&name) || matches!(name, "br" | "hr" | "a") {
        return None;
    }
    if DROPPED.contains(&name) {
        return Some(Loss::Content(name.to_owned()));
    }
    if name == "img" && spacer::pasted(tag) == Pasted::Spacer {
        return Some(Loss::Spacer);
    }
    let renamed = RENAMED.iter().find(|(from, _)| *from == name).map(|(_, element)| *element);
    let Some(element) = renamed.or_else(|| element::element(name)) else {
        return Some(Loss::Tag(name.to_owned()));
    };
    let (_, lost) = declarations(tag, on(element));
    (!lost.is_empty()).then(|| Loss::Parts(name.to_owned(), lost))
}

/// What the declarations of an element stand on.
pub(crate) fn on(element: &Element) -> On {
    match element.name {
        "img" => On::Picture,
        "code" | "pre" | "kbd" => On::Code,
        _ => On::Text,
    }
}
