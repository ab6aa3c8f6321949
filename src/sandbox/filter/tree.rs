//! HTML as a small tree: enough to rebuild a document as an editor does. Text and attributes stay as they were written.

use super::{Piece, tokens};

/// Elements without content.
const VOID: &[&str] =
    &["br", "hr", "img", "col", "wbr", "input", "link", "meta", "embed", "source", "track", "area"];
/// Elements that end a paragraph that is open.
const BLOCKS: &[&str] = &[
    "section",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "figure",
    "figcaption",
    "hr",
];
/// Elements deeper than this are read as if their tags were not there.
const DEPTH: usize = 200;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// Text, entities as written.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with what is inside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Element {
    /// Lower case.
    pub(super) name: String,
    /// The source of its attributes, with the blank before each.
    pub(super) attributes: String,
    pub(super) children: Vec<Node>,
    /// Written `<x … />`, or never with an end tag.
    pub(super) void: bool,
}

impl Element {
    pub(super) fn new(name: &str, attributes: &str, children: Vec<Node>) -> Self {
        Self {
            name: name.to_owned(),
            attributes: attributes.to_owned(),
            children,
            void: VOID.contains(&name),
        }
    }
}

/// Whether an element is a block.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || is_table_part(name)
}

/// Whether an element holds table parts only.
pub(super) fn is_table_part(name: &str) -> bool {
    matches!(name, "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption" | "colgroup")
}

/// Reads `html`.
pub(super) fn parse(html: &str) -> Vec<Node> {
    let mut reader = Reader { open: vec![Element::default()] };
    for piece in tokens(html) {
        match piece {
            Piece::Text { start, end } => reader.text(html.get(start..end).unwrap_or_default()),
            Piece::Start { name, source, .. } => reader.start(&name, source),
            Piece::End { name, .. } => reader.end(&name),
            Piece::Comment { .. } => {}
        }
    }
    while reader.open.len() > 1 {
        reader.close();
    }
    reader.open.pop().map(|root| root.children).unwrap_or_default()
}

struct Reader {
    /// The elements around, outermost (the document) first.
    open: Vec<Element>,
}

impl Reader {
    fn push(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(Node::Text(last)) = self.open.last_mut().and_then(|parent| parent.children.last_mut()) {
            last.push_str(text);
        } else if !text.is_empty() {
            self.push(Node::Text(text.to_owned()));
        }
    }

    fn start(&mut self, name: &str, source: &str) {
        if is_block(name) {
            self.end_within("p", &["section", "blockquote", "li", "td", "th", "div"]);
        }
        match name {
            "li" => self.end_within("li", &["ul", "ol"]),
            "tr" => self.end_within("tr", &["table"]),
            "td" | "th" => {
                self.end_within("td", &["tr", "table"]);
                self.end_within("th", &["tr", "table"]);
            }
            _ => {}
        }
        let inside = source.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
        let attributes = inside.get(name.len()..).unwrap_or_default();
        let closed = attributes.ends_with('/') && self.open.iter().any(|element| element.name == "svg");
        let attributes = attributes.trim_end_matches([' ', '/']);
        let element = Element::new(name, attributes, Vec::new());
        if element.void || closed {
            self.push(Node::Element(Element { void: true, ..element }));
        } else if self.open.len() < DEPTH {
            self.open.push(element);
        }
    }

    /// Ends the open element `name`, unless one of `walls` stands between.
    fn end_within(&mut self, name: &str, walls: &[&str]) {
        let near = self.open.iter().rev().take_while(|element| !walls.contains(&element.name.as_str()));
        if near.into_iter().any(|element| element.name == name) {
            self.end(name);
        }
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().skip(1).rposition(|element| element.name == name) else { return };
        while self.open.len() > at + 1 {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.push(Node::Element(element));
        }
    }
}

/// Writes the tree.
pub(super) fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) => {
                out.push('<');
                out.push_str(&element.name);
                out.push_str(&element.attributes);
                out.push('>');
                if !element.void {
                    write(&element.children, out);
                }
                if !element.void || !VOID.contains(&element.name.as_str()) {
                    out.push_str("</");
                    out.push_str(&element.name);
                    out.push('>');
                }
            }
        }
    }
}
