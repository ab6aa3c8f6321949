//! What an SVG may be before it is drawn: bounded in elements, depth, repetition and effects, and whole in itself.
//!
//! Judged by shape and not by a clock, so that the same file has the same fate on every machine.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node};

/// Elements at most, as written.
const MAX_ELEMENTS: usize = 20_000;
/// Elements at most once every `use` and pattern is spelt out.
const MAX_EXPANDED: u64 = 50_000;
/// Elements inside each other at most.
const MAX_DEPTH: usize = 128;
/// Effects (steps of filters times their uses) at most: each goes over all pixels.
const MAX_EFFECTS: u64 = 60;

/// Why an SVG is not drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Bound {
    /// Too many elements, too deep, or too many effects.
    Heavy,
    /// It refers to a file or an address.
    External(String),
    /// It holds HTML.
    Foreign,
}

/// Judges the shape of a parsed SVG.
pub(super) fn check(document: &Document<'_>) -> Result<(), Bound> {
    let mut elements = 0usize;
    let mut ids = HashMap::new();
    for node in document.descendants().filter(Node::is_element) {
        elements += 1;
        if elements > MAX_ELEMENTS || node.ancestors().take(MAX_DEPTH + 1).count() > MAX_DEPTH {
            return Err(Bound::Heavy);
        }
        if node.tag_name().name() == "foreignObject" {
            return Err(Bound::Foreign);
        }
        if let Some(id) = node.attribute("id") {
            ids.entry(id).or_insert(node);
        }
        external(node)?;
    }
    let mut weigher = Weigher { ids: &ids, known: HashMap::new() };
    let root = document.root_element();
    if weigher.weight(root, 0) > MAX_EXPANDED || effects(root) > MAX_EFFECTS {
        return Err(Bound::Heavy);
    }
    Ok(())
}

/// References may lead inside the file or be the data themselves.
fn external(node: Node<'_, '_>) -> Result<(), Bound> {
    let outside = |target: &str| {
        let target = target.trim().trim_matches(['"', '\'']);
        (!target.is_empty() && !target.starts_with('#') && !target.starts_with("data:"))
            .then(|| target.chars().take(80).collect::<String>())
    };
    let shows = matches!(
        node.tag_name().name(),
        "image"
            | "use"
            | "feImage"
            | "font-face-uri"
            | "linearGradient"
            | "radialGradient"
            | "pattern"
            | "textPath"
    );
    for attribute in node.attributes() {
        let found = match attribute.name() {
            "href" if shows => outside(attribute.value()),
            _ => urls(attribute.value()).find_map(outside),
        };
        if let Some(target) = found {
            return Err(Bound::External(target));
        }
    }
    let sheet = node.tag_name().name() == "style";
    let text = || node.children().filter_map(|child| child.text());
    if sheet && let Some(target) = text().flat_map(urls).find_map(outside) {
        return Err(Bound::External(target));
    }
    if sheet && text().any(|text| text.contains("@import")) {
        return Err(Bound::External("@import".to_owned()));
    }
    Ok(())
}

/// The targets of `url(…)` in a value.
fn urls(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| rest.split(')').next())
}

/// Counts what there is to draw once references are followed.
struct Weigher<'i, 'd> {
    ids: &'i HashMap<&'d str, Node<'d, 'd>>,
    known: HashMap<resvg::usvg::roxmltree::NodeId, u64>,
}

impl<'d> Weigher<'_, 'd> {
    fn weight(&mut self, node: Node<'d, 'd>, depth: usize) -> u64 {
        if let Some(known) = self.known.get(&node.id()) {
            return *known;
        }
        // A reference that leads back to itself is cut here; resvg refuses it.
        self.known.insert(node.id(), 1);
        if depth > MAX_DEPTH * 2 {
            return MAX_EXPANDED + 1;
        }
        let mut weight = 1u64;
        for child in node.children().filter(Node::is_element) {
            weight = weight.saturating_add(self.weight(child, depth + 1));
        }
        for attribute in node.attributes() {
            let direct = attribute.value().strip_prefix('#').filter(|_| attribute.name() == "href");
            let named = urls(attribute.value())
                .filter_map(|url| url.trim().trim_matches(['"', '\'']).strip_prefix('#'));
            for id in direct.into_iter().chain(named) {
                if let Some(target) = self.ids.get(id).copied() {
                    weight = weight.saturating_add(self.weight(target, depth + 1));
                }
            }
        }
        self.known.insert(node.id(), weight);
        weight
    }
}

/// Steps of filters, as often as they are used; a style sheet may use them anywhere.
fn effects(root: Node<'_, '_>) -> u64 {
    let filters = root.descendants().filter(|node| node.tag_name().name() == "filter");
    let steps: u64 = filters.map(|filter| filter.children().filter(Node::is_element).count() as u64).sum();
    let uses = |node: &Node<'_, '_>| {
        let mut attributes = node.attributes();
        attributes.any(|attribute| attribute.name() == "filter" || attribute.value().contains("filter:"))
    };
    let sheet = |node: &Node<'_, '_>| {
        node.tag_name().name() == "style"
            && node.children().filter_map(|child| child.text()).any(|text| text.contains("filter"))
    };
    let uses = root.descendants().filter(uses).count() as u64;
    let sheets = root.descendants().filter(sheet).count() as u64;
    steps.saturating_mul(uses.saturating_add(sheets.saturating_mul(10)))
}
