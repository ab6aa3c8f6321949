//! What a reader sees of an article's HTML: blocks in order, runs of text with the styles that reach them, pictures.
//!
//! Two fragments that give the same [`Line`]s look the same on a phone, whatever wrappers stand between.

use std::collections::BTreeMap;
use std::fmt;

use html5gum::{Token, Tokenizer};

/// One thing that a reader sees, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// A block begins: its name and declarations.
    Open(String, BTreeMap<String, String>),
    /// A block ends.
    Close(String),
    /// Text with the declarations and marks of the inline elements around it.
    Text(String, BTreeMap<String, String>),
    /// `br`.
    Break,
    /// A picture: the last part of its address that names it, and its declarations.
    Picture(String, BTreeMap<String, String>),
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let style = |style: &BTreeMap<String, String>| {
            style.iter().map(|(name, value)| format!("{name}:{value}")).collect::<Vec<_>>().join(";")
        };
        match self {
            Self::Open(name, own) => write!(f, "<{name} {}>", style(own)),
            Self::Close(name) => write!(f, "</{name}>"),
            Self::Text(text, own) => write!(f, "{text:?} {}", style(own)),
            Self::Break => write!(f, "br"),
            Self::Picture(key, own) => write!(f, "picture {key} {}", style(own)),
        }
    }
}

const BLOCKS: &[&str] = &[
    "section",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "ul",
    "ol",
    "li",
    "pre",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "hr",
    "div",
    "figure",
    "figcaption",
];

/// What a reader sees of `html`.
pub(crate) fn lines(html: &str) -> Vec<Line> {
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let attributes =
                    tag.attributes.iter().map(|(name, value)| (text(name), text(&value.value))).collect();
                reader.start(&text(&tag.name), &attributes);
            }
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reader.lines
}

/// Everything that can be read, without styles: blocks are lines.
pub(crate) fn visible(html: &str) -> String {
    let mut out = String::new();
    for line in lines(html) {
        match line {
            Line::Text(text, _) => out.push_str(&text.replace('\u{a0}', " ")),
            Line::Break => out.push('\n'),
            Line::Open(name, _) if name == "td" || name == "th" => out.push('|'),
            Line::Picture(..) => out.push('▣'),
            Line::Open(..) if !out.is_empty() && !out.ends_with(['\n', '|']) => out.push('\n'),
            Line::Close(name) if !matches!(name.as_str(), "td" | "th") && !out.ends_with('\n') => {
                out.push('\n')
            }
            Line::Open(..) | Line::Close(_) => {}
        }
    }
    out.trim_matches('\n').to_owned()
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    /// Inline elements around, with what they give to text.
    inline: Vec<(String, BTreeMap<String, String>)>,
}

fn declarations(style: &str) -> BTreeMap<String, String> {
    let pairs = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned())).collect()
}

impl Reader {
    fn start(&mut self, name: &str, attributes: &BTreeMap<String, String>) {
        let mut own = declarations(attributes.get("style").map_or("", String::as_str));
        match name {
            "br" => self.lines.push(Line::Break),
            "img" => {
                let source = attributes.get("data-src").or_else(|| attributes.get("src"));
                let source = source.map_or("", String::as_str);
                let path = source.split(['?', '#']).next().unwrap_or("");
                let mut parts = path.rsplit('/');
                // The platform ends its addresses with a size.
                let key = parts.next().filter(|part| *part != "0" && *part != "640").or_else(|| parts.next());
                self.lines.push(Line::Picture(key.unwrap_or("").to_owned(), own));
            }
            _ if BLOCKS.contains(&name) => {
                for kept in ["start", "colspan", "rowspan"] {
                    own.extend(attributes.get(kept).map(|value| (format!("@{kept}"), value.clone())));
                }
                self.lines.push(Line::Open(name.to_owned(), own));
                if name == "hr" {
                    self.lines.push(Line::Close(name.to_owned()));
                }
            }
            _ => {
                if name != "span" {
                    own.insert(format!("@{name}"), attributes.get("href").cloned().unwrap_or_default());
                }
                self.inline.push((name.to_owned(), own));
            }
        }
    }

    fn end(&mut self, name: &str) {
        if !BLOCKS.contains(&name) {
            if let Some(at) = self.inline.iter().rposition(|(open, _)| open == name) {
                self.inline.remove(at);
            }
            return;
        }
        // An empty cell keeps a line for the cursor: as high as the row anyway.
        let cell = matches!(name, "td" | "th");
        if let [.., Line::Open(open, _), Line::Break] = self.lines.as_slice()
            && cell
            && open == name
        {
            self.lines.pop();
        }
        self.lines.push(Line::Close(name.to_owned()));
    }

    fn text(&mut self, text: &str) {
        let mut style = BTreeMap::new();
        for (_, own) in &self.inline {
            style.extend(own.clone());
        }
        if let Some(Line::Text(last, known)) = self.lines.last_mut()
            && *known == style
        {
            last.push_str(text);
        } else {
            self.lines.push(Line::Text(text.to_owned(), style));
        }
    }
}
