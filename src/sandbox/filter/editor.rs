//! What the console's editor does when a stored draft is opened and saved: it rebuilds the document by its own model.
//!
//! Publishing in the console opens and saves first, so this is what readers get there. The rules are the harsher ones
//! of what tools report; what comes out goes through unchanged the next time.

use super::attribute::{self, Attribute};
use super::tree::{self, Element, Node, is_block, is_table_part};

/// Elements that the editor knows beside blocks.
const KNOWN: &[&str] = &[
    "span", "strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "kbd", "br",
    "hr", "img", "a", "code", "ruby", "rt", "rp", "svg", "col",
];
/// Elements that vanish with their content.
const GONE: &[&str] =
    &["script", "style", "iframe", "object", "video", "audio", "form", "input", "embed", "link", "meta"];
/// A declaration that holds one of these costs the element its whole style.
const DISLIKED: &[&str] =
    &["position:", "float:", "z-index:", "var(", "calc(", "expression(", "display:grid", "@", "!important"];

/// The document after the editor has saved it.
pub(in crate::sandbox) fn resave(html: &str) -> String {
    let mut nodes = rebuild(tree::parse(html), "section");
    if let [Node::Element(root)] = nodes.as_mut_slice() {
        strip_ground(root);
    }
    let mut out = String::with_capacity(html.len() * 2);
    tree::write(&nodes, &mut out);
    out
}

/// Rebuilds what stands in the element `parent`.
fn rebuild(nodes: Vec<Node>, parent: &str) -> Vec<Node> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in unwrap(nodes) {
        match node {
            Node::Text(text) => self::text(&text, parent, &mut out),
            Node::Element(element) if element.name == "svg" => out.push(Node::Element(element)),
            Node::Element(element) => self::element(element, parent, &mut out),
        }
    }
    out
}

/// Takes away the tags that the editor does not know, and elements that vanish; neighbouring texts become one.
fn unwrap(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Element(element) if GONE.contains(&element.name.as_str()) => {}
            Node::Element(element)
                if element.name == "div"
                    || !is_block(&element.name) && !KNOWN.contains(&element.name.as_str()) =>
            {
                unwrap(element.children).into_iter().for_each(|node| join(&mut out, node));
            }
            node => join(&mut out, node),
        }
    }
    out
}

fn join(out: &mut Vec<Node>, node: Node) {
    match (out.last_mut(), node) {
        (Some(Node::Text(last)), Node::Text(text)) => last.push_str(&text),
        (_, node) => out.push(node),
    }
}

/// HTML's white space; a no-break space is none.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c'))
}

fn text(text: &str, parent: &str, out: &mut Vec<Node>) {
    let list = matches!(parent, "ul" | "ol");
    if list {
        let inside = if is_blank(text) { vec![blank_line()] } else { leaf(text) };
        return out.push(item("", vec![section(inside)]));
    }
    if is_blank(text) || is_table_part(parent) && !matches!(parent, "td" | "th" | "caption") {
        return;
    }
    out.extend(if parent == "leaf" { lines(text) } else { leaf(text) });
}

/// A text run as the editor stores it, line ends as `br`.
fn leaf(text: &str) -> Vec<Node> {
    lines(text)
        .into_iter()
        .map(|node| match node {
            Node::Text(text) => Node::Element(Element::new("span", " leaf=\"\"", vec![Node::Text(text)])),
            line_end => line_end,
        })
        .collect()
}

fn lines(text: &str) -> Vec<Node> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push(Node::Element(Element::new("br", "", Vec::new())));
        }
        if !is_blank(line) {
            out.push(Node::Text(line.to_owned()));
        }
    }
    out
}

fn blank_line() -> Node {
    let line_end = Node::Element(Element::new("br", "", Vec::new()));
    Node::Element(Element::new("span", " leaf=\"\"", vec![line_end]))
}

fn section(children: Vec<Node>) -> Node {
    Node::Element(Element::new("section", "", children))
}

fn item(attributes: &str, children: Vec<Node>) -> Node {
    Node::Element(Element::new("li", attributes, children))
}

fn element(element: Element, parent: &str, out: &mut Vec<Node>) {
    let Element { name, attributes, children, void } = element;
    let attributes = kept(&attributes);
    if void {
        return out.push(Node::Element(Element { name, attributes, children, void }));
    }
    let name = if is_at_home(&name, parent) { name } else { "section".to_owned() };
    let is_leaf = name == "span" && attributes.contains(" leaf=");
    let children = rebuild(children, if is_leaf { "leaf" } else { &name });
    if name == "li" {
        return split_item(&attributes, children, out);
    }
    // Marks without text are no marks; blocks keep a line for the cursor.
    if children.is_empty() && !is_block(&name) {
        return;
    }
    let holds_text = !matches!(name.as_str(), "ul" | "ol")
        && (!is_table_part(&name) || matches!(name.as_str(), "td" | "th"));
    let children = if children.is_empty() && holds_text { vec![blank_line()] } else { children };
    let element = Node::Element(Element::new(&name, &attributes, children));
    out.push(match parent {
        // A list straight in a list gets a bullet of its own.
        "ul" | "ol" if is_block(&name) => item("", vec![element]),
        "ul" | "ol" => item("", vec![section(vec![element])]),
        _ => element,
    });
}

/// Whether an item stands in a list, and a part of a table where tables have it.
fn is_at_home(name: &str, parent: &str) -> bool {
    match name {
        "li" => matches!(parent, "ul" | "ol"),
        "tr" => matches!(parent, "table" | "thead" | "tbody" | "tfoot"),
        "td" | "th" => parent == "tr",
        "thead" | "tbody" | "tfoot" | "caption" | "colgroup" => parent == "table",
        _ => true,
    }
}

/// An item's text must stand in a block: bare text splits the item in two.
fn split_item(attributes: &str, children: Vec<Node>, out: &mut Vec<Node>) {
    let inline = |node: &Node| match node {
        Node::Text(_) => true,
        Node::Element(element) => !is_block(&element.name),
    };
    if children.is_empty() {
        return out.push(item(attributes, vec![section(vec![blank_line()])]));
    }
    let Some(first) = children.iter().position(inline) else { return out.push(item(attributes, children)) };
    let mut before = children;
    let mut rest = before.split_off(first);
    let after = rest.split_off(1);
    if after.is_empty() {
        before.push(section(vec![blank_line()]));
        out.push(item(attributes, before));
        out.push(item(attributes, vec![section(rest)]));
        return;
    }
    before.push(section(rest));
    out.push(item(attributes, before));
    let mut blocks: Vec<Node> = Vec::new();
    let mut run: Vec<Node> = Vec::new();
    for node in after {
        if inline(&node) {
            run.push(node);
            continue;
        }
        if !run.is_empty() {
            blocks.push(section(std::mem::take(&mut run)));
        }
        blocks.push(node);
    }
    if !run.is_empty() {
        blocks.push(section(run));
    }
    out.push(item(attributes, blocks));
}

/// The attributes that stay; a style with something the editor dislikes goes whole.
fn kept(source: &str) -> String {
    let (_, attributes, _) = attribute::split(source);
    let stays = |attribute: &&Attribute<'_>| match attribute.name.as_str() {
        "id" | "class" => false,
        "style" => {
            let style: String = attribute.value().to_ascii_lowercase().split_whitespace().collect();
            !style.is_empty() && !DISLIKED.iter().any(|part| style.contains(part))
        }
        name => !name.starts_with("on"),
    };
    attributes
        .iter()
        .filter(stays)
        .map(|attribute| {
            format!(" {}", attribute.source.trim_start_matches([' ', '\n', '\t', '\r', '\x0c', '/']))
        })
        .collect()
}

/// The outermost element loses its padding and its ground.
fn strip_ground(root: &mut Element) {
    let (_, attributes, _) = attribute::split(&root.attributes);
    let kept: Vec<String> = attributes
        .iter()
        .filter_map(|attribute| {
            if attribute.name != "style" {
                return Some(attribute.source.to_owned());
            }
            let stays = |declaration: &&str| {
                let name = declaration.split(':').next().unwrap_or_default().trim().to_ascii_lowercase();
                !name.starts_with("padding") && !name.starts_with("background")
            };
            let style = attribute.raw.split(';').filter(stays).collect::<Vec<_>>().join(";");
            (!style.trim().is_empty()).then(|| attribute.with("style", &style))
        })
        .collect();
    root.attributes = kept.concat();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::resave;

    #[test]
    fn what_tools_report_of_the_editor() {
        for (html, saved) in [
            ("<div style=\"padding:1px\"><p>甲</p></div>", "<p><span leaf=\"\">甲</span></p>"),
            ("<p>甲\n乙</p>", "<p><span leaf=\"\">甲</span><br><span leaf=\"\">乙</span></p>"),
            (
                "<p><span style=\"color:red\">a</span> <span>b</span></p>",
                "<p><span style=\"color:red\"><span leaf=\"\">a</span></span><span><span leaf=\"\">b</span></span></p>",
            ),
            (
                "<ul><li><section>甲</section></li> <li><section>乙</section></li></ul>",
                "<ul><li><section><span leaf=\"\">甲</span></section></li><li><section><span leaf=\"\"><br></span></section></li>\
                 <li><section><span leaf=\"\">乙</span></section></li></ul>",
            ),
            (
                "<ul><li>甲</li></ul>",
                "<ul><li><section><span leaf=\"\"><br></span></section></li><li><section><span leaf=\"\">甲</span></section></li></ul>",
            ),
            (
                "<ol><li><strong>甲</strong>乙</li></ol>",
                "<ol><li><section><strong><span leaf=\"\">甲</span></strong></section></li><li><section><span leaf=\"\">乙</span></section></li></ol>",
            ),
            ("<p style=\"color:red;position:fixed\">甲</p>", "<p><span leaf=\"\">甲</span></p>"),
            (
                "<section style=\"padding:8px;color:red\"><hr></section>",
                "<section style=\"color:red\"><hr></section>",
            ),
            (
                "<section></section><p class=\"a\">甲</p>",
                "<section><span leaf=\"\"><br></span></section><p><span leaf=\"\">甲</span></p>",
            ),
            ("<p>甲<x-y>乙</x-y></p>", "<p><span leaf=\"\">甲乙</span></p>"),
            (
                "<table> <tr>\n<td>甲</td><td></td></tr></table>",
                "<table><tr><td><span leaf=\"\">甲</span></td><td><span leaf=\"\"><br></span></td></tr></table>",
            ),
        ] {
            assert_eq!(resave(html), saved, "{html}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let html = format!("{}甲{}", "<section>".repeat(100_000), "</section>".repeat(100_000));
        assert!(resave(&html).contains('甲'));
    }

    proptest! {
        #[test]
        fn saving_twice_is_saving_once(
            html in "(<(p|section|ul|ol|li|span|strong|div|blockquote|table|tr|td|h2|pre|code|a|svg|path|x)( (style=\"(color:red|padding:1px|position:fixed)\"|leaf=\"\"|class=\"a\"))?>|</(p|section|ul|ol|li|span|strong|div|blockquote|table|tr|td|h2|pre|code|a|svg|x)>|<br>|<img src=\"x\">|甲| |\n|a &lt; b|&nbsp;){0,24}"
        ) {
            let once = resave(&html);
            prop_assert_eq!(resave(&once), once.clone(), "{}", html);
        }
    }
}
