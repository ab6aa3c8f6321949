//! What a fragment must be: a strict reader that proves the rules on the finished text.
//!
//! It knows nothing of how fragments are made, so a mistake there shows here. `build` and the tests ask it; a fragment
//! without violations is one that cleaning would leave as it is.

use foldhash::HashMap;
use memchr::{memchr, memchr_iter};

use super::element::{self, Element, Kind};
use super::link;
use super::style::{self, On};
use super::text;

/// Elements inside each other at most.
const MAX_DEPTH: usize = 30;
/// Equal layers with one child each at most.
const MAX_EQUAL: usize = 11;

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Number of the rule (`R8`).
    pub rule: &'static str,
    /// What was seen, and where in the fragment.
    pub seen: String,
}

/// Tags that were in order, wherever they stand. The articles of a site are made of a few hundred, each thousands of
/// times; what a tag is inside others is judged every time.
#[derive(Debug, Default)]
pub(crate) struct Known(HashMap<Box<str>, Tag>);

/// A tag in order.
#[derive(Debug, Clone, Copy)]
struct Tag {
    element: &'static Element,
    /// Where its style begins and ends.
    style: (usize, usize),
    dressed: bool,
}

/// Tags that are remembered at most: beyond a few hundred they are not the theme's.
const MAX_KNOWN: usize = 4096;

/// Every violation of a fragment, in order. None: the fragment is what the platform and readers' phones keep.
pub fn check(fragment: &str) -> Vec<Violation> {
    check_knowing(&mut Known::default(), fragment)
}

/// The same, with the tags of earlier fragments.
pub(crate) fn check_knowing(known: &mut Known, fragment: &str) -> Vec<Violation> {
    let plain = !text::may_hold_controls(fragment.as_bytes());
    let mut checker = Checker { fragment, plain, at: 0, stack: Vec::new(), known, violations: Vec::new() };
    checker.run();
    checker.violations
}

/// An open element of the fragment.
struct Frame<'f> {
    element: &'static Element,
    style: &'f str,
    /// The style sets what every text must carry.
    dressed: bool,
    children: usize,
    text: bool,
    /// Something that readers see is inside.
    filled: bool,
    /// Length of the chain of equal elements with one child each that ends in the only child so far.
    chain: usize,
    first_child: Option<(&'static Element, &'f str)>,
    /// A section holds either blocks or, as the text of an item, text: what came first decides.
    prose: Option<bool>,
}

impl Frame<'_> {
    /// Whether an element (or text: `None`) may stand in this one; settles what a section holds.
    fn takes(&mut self, inner: Option<&Element>) -> bool {
        let kind = self.element.kind;
        match inner.map(|inner| (inner.name, inner.kind)) {
            Some(("img", _)) => kind.takes_text() || kind == Kind::Flow,
            Some(("hr", _)) => kind.takes_blocks() && self.is_prose(false),
            None | Some((_, Kind::Inline | Kind::Void)) if self.element.name == "section" => {
                self.is_prose(true)
            }
            None => kind.takes_text(),
            Some((_, inner)) => kind.takes(inner) && (kind != Kind::Flow || self.is_prose(false)),
        }
    }

    fn is_prose(&mut self, prose: bool) -> bool {
        *self.prose.get_or_insert(prose) == prose
    }
}

struct Checker<'f, 'k> {
    fragment: &'f str,
    /// There are no controls in it, nor ends of lines.
    plain: bool,
    at: usize,
    stack: Vec<Frame<'f>>,
    known: &'k mut Known,
    violations: Vec<Violation>,
}

impl<'f> Checker<'f, '_> {
    fn report(&mut self, rule: &'static str, seen: impl Into<String>) {
        let seen = format!("{} (byte {})", seen.into(), self.at);
        self.violations.push(Violation { rule, seen });
    }

    fn run(&mut self) {
        while self.at < self.fragment.len() {
            let rest = &self.fragment[self.at..];
            let length = if rest.starts_with('<') {
                let Some(end) = tag_end(rest) else {
                    self.report("R1", "a tag that does not end");
                    return;
                };
                self.tag(&rest[1..end]);
                end + 1
            } else {
                let end = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
                self.text(&rest[..end]);
                end
            };
            self.at += length;
        }
        for frame in std::mem::take(&mut self.stack) {
            self.report("R1", format!("<{}> is not closed", frame.element.name));
        }
    }

    fn tag(&mut self, inside: &'f str) {
        if inside.starts_with(['!', '?']) {
            return self.report("R2", format!("<{inside}>"));
        }
        if let Some(name) = inside.strip_prefix('/') {
            return self.end(name);
        }
        let Some(Tag { element, style: (start, end), dressed }) = self.judged(inside) else { return };
        let style = inside.get(start..end).unwrap_or("");
        if element.kind == Kind::Cell && !self.stack.iter().skip(1).any(|frame| frame.dressed) {
            self.report("R13", "a cell without colour, size or line height around it");
        }
        self.nesting(element);
        let closes = element.kind == Kind::Void;
        if let Some(parent) = self.stack.last_mut() {
            parent.children += 1;
            parent.filled |= matches!(element.name, "img" | "hr") || element.kind == Kind::Cell;
            parent.first_child = Some((element, style));
        }
        if !closes {
            self.stack.push(Frame {
                element,
                style,
                dressed,
                children: 0,
                text: false,
                filled: false,
                chain: 0,
                first_child: None,
                prose: None,
            });
            if self.stack.len() >= MAX_DEPTH {
                self.report("R9", format!("{} elements inside each other", self.stack.len()));
            }
        }
    }

    /// What a tag is by itself. `None`: it cannot be read.
    fn judged(&mut self, inside: &'f str) -> Option<Tag> {
        if let Some(known) = self.known.0.get(inside) {
            return Some(*known);
        }
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        let Some(element) = element::element(name) else {
            self.report("R4", format!("<{name}>"));
            return None;
        };
        let Some(attributes) = read_attributes(attributes) else {
            self.report("R1", format!("attributes of <{name}>"));
            return None;
        };
        let before = self.violations.len();
        self.attributes(element, &attributes);
        let style = attributes.iter().find(|(name, _)| *name == "style").map_or("", |(_, value)| *value);
        // An attribute's value is a part of the tag.
        let start = if style.is_empty() { 0 } else { style.as_ptr().addr() - inside.as_ptr().addr() };
        let tag = Tag { element, style: (start, start + style.len()), dressed: dressed(style) };
        let sound = self.violations.len() == before;
        // Addresses are many and do not come again.
        if sound && !matches!(element.name, "a" | "img") && self.known.0.len() < MAX_KNOWN {
            self.known.0.insert(inside.into(), tag);
        }
        Some(tag)
    }

    fn end(&mut self, name: &str) {
        let Some(frame) = self.stack.pop() else { return self.report("R1", format!("</{name}>")) };
        if frame.element.name != name {
            self.report("R1", format!("<{}> closed by </{name}>", frame.element.name));
        }
        let may_be_empty = matches!(frame.element.kind, Kind::Cell);
        if !frame.filled && !may_be_empty {
            self.report("R8", format!("<{name}> is empty"));
        }
        let alone = frame.children == 1 && !frame.text;
        let same =
            || frame.first_child.is_some_and(|(child, style)| child == frame.element && style == frame.style);
        let chain = if alone && same() { frame.chain + 1 } else { 1 };
        if chain > MAX_EQUAL {
            self.report("R9", format!("{chain} equal <{name}>"));
        }
        self.structure(&frame);
        if let Some(parent) = self.stack.last_mut() {
            parent.chain = chain;
            parent.filled |= frame.filled;
        }
    }

    /// What an element and its parent must be to each other.
    fn structure(&mut self, frame: &Frame<'_>) {
        if frame.prose == Some(true) && !frame.dressed && !self.stack.iter().any(|around| around.dressed) {
            self.report("R13", "text of an item without colour, size or line height");
        }
        let parent = self.stack.last().map(|parent| (parent.element, parent.style));
        if frame.element.kind == Kind::Table
            && !parent.is_some_and(|(element, style)| {
                element.name == "section" && style.contains("overflow-x:auto")
            })
        {
            self.report("R34", "a table outside a box that scrolls");
        }
    }

    fn nesting(&mut self, element: &Element) {
        let Some(parent) = self.stack.last().map(|frame| frame.element) else {
            if !Kind::Flow.takes(element.kind) && element.name != "hr" {
                self.report("R6", format!("<{}> at the top", element.name));
            }
            return;
        };
        if !self.stack.last_mut().is_some_and(|frame| frame.takes(Some(element))) {
            let rule = if parent.kind == Kind::List { "R24" } else { "R6" };
            self.report(rule, format!("<{}> in <{}>", element.name, parent.name));
        }
        if parent.kind == Kind::Item && element.name == "p" {
            self.report("R26", "<p> in <li>");
        }
        if element.name == "a" && self.stack.iter().any(|frame| super::heading::is_heading(frame.element)) {
            self.report("R39", "<a> in a heading");
        }
        if matches!(parent.kind, Kind::Item) && element.kind == Kind::Inline {
            self.report("R25", format!("<{}> straight in <li>", element.name));
        }
    }

    fn attributes(&mut self, element: &'static Element, attributes: &[(&'f str, &'f str)]) {
        let get = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        for (index, (name, value)) in attributes.iter().enumerate() {
            if attributes[..index].iter().any(|(before, _)| before == name) {
                self.report("R1", format!("{name} twice"));
            }
            let known = match element.name {
                "img" => {
                    matches!(*name, "src" | "alt" | "data-w" | "data-ratio" | "data-ignore-width" | "style")
                }
                "section" | "table" => matches!(*name, "data-ignore-width" | "style"),
                "a" => matches!(*name, "href" | "style" | "data-miniprogram-appid" | "data-miniprogram-path"),
                "ol" => matches!(*name, "start" | "style"),
                "td" | "th" => matches!(*name, "colspan" | "rowspan" | "style"),
                _ => *name == "style",
            };
            if !known {
                self.report("R5", format!("{name} on <{}>", element.name));
            }
            self.characters(value);
        }
        self.style(element, get("style").unwrap_or(""));
        match element.name {
            "img" => self.image(get("src").unwrap_or(""), get("alt"), get("style").unwrap_or("")),
            "a" => self.link(get("href").unwrap_or(""), get("data-miniprogram-appid")),
            _ => {}
        }
    }

    fn declarations(&mut self, style: &str, on: On) {
        let mut seen: Vec<&str> = Vec::new();
        for declaration in style.split(';').filter(|declaration| !declaration.is_empty()) {
            let clean = declaration.split_once(':').and_then(|(name, value)| style::clean(name, value, on));
            if clean.is_none_or(|clean| style::write(&[clean]) != declaration) {
                self.report("R11", declaration);
            }
            let name = declaration.split(':').next().unwrap_or("");
            if seen.contains(&name) {
                self.report("R10", format!("{name} twice"));
            }
            seen.push(name);
        }
    }

    fn style(&mut self, element: &'static Element, style: &'f str) {
        let on = match element.name {
            "img" => On::Picture,
            "code" | "pre" | "kbd" => On::Code,
            _ => On::Text,
        };
        self.declarations(style, on);
        let text = element.name == "p" || super::heading::is_heading(element);
        if text && !dressed(style) {
            self.report("R13", format!("<{}> without colour, size or line height", element.name));
        }
        if element.kind == Kind::Cell {
            let aligned = style.split(';').any(|declaration| declaration.starts_with("text-align:"));
            if !(aligned && style.contains("border") && style.contains("padding")) {
                self.report("R34", "a cell without border, padding or alignment");
            }
        }
    }

    fn image(&mut self, src: &str, alt: Option<&str>, style: &str) {
        let asset = src.strip_prefix("asset:sha256:").is_some_and(|hex| {
            hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
        });
        if !asset && !src.starts_with("https://mmbiz.qpic.cn/") {
            self.report("R42", format!("src {src}"));
        }
        if alt.is_none() {
            self.report("R43", "a picture without alt");
        }
        if !style.contains("max-width:100%") || !style.contains("height:auto") {
            self.report("R44", style);
        }
    }

    fn link(&mut self, href: &str, mini_program: Option<&str>) {
        if let Some(appid) = mini_program {
            if !href.is_empty() || !link::is_appid(appid) {
                self.report("R36", format!("mini-program {appid} {href}"));
            }
            return;
        }
        if link::kind_of(href) != link::LinkKind::Platform || href.contains('#') || href.contains("tempkey=")
        {
            self.report("R36", href);
        }
    }

    fn characters(&mut self, text: &str) {
        let wrong = |c: char| text::is_removed(c) || matches!(c, '\n' | '\r');
        if !self.plain
            && let Some(c) = text.chars().find(|c| wrong(*c))
        {
            self.report(if matches!(c, '\n' | '\r') { "R7" } else { "R19" }, format!("{c:?}"));
        }
        for at in memchr_iter(b'&', text.as_bytes()) {
            let known =
                ["&amp;", "&lt;", "&gt;", "&quot;"].iter().any(|entity| text[at..].starts_with(entity));
            if !known {
                self.report("R18", "a bare &");
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.characters(text);
        if memchr(b'>', text.as_bytes()).is_some() {
            self.report("R18", "a bare >");
        }
        let before = self.fragment[..self.at].ends_with("<br>");
        let after = self.fragment[self.at + text.len()..].starts_with("<br>");
        if before && text.starts_with(' ') || after && text.ends_with(' ') {
            self.report("R17", "a space beside <br>");
        }
        let blank = text.trim_matches(' ').is_empty();
        let Some(parent) = self.stack.last_mut() else { return self.report("R7", "text at the top") };
        if blank && parent.element.kind == Kind::Flow && parent.prose != Some(true) {
            return self.report("R7", "white space between blocks");
        }
        if parent.takes(None) {
            parent.text = true;
            parent.filled |= !blank;
        } else {
            let (rule, name) =
                (if parent.element.kind == Kind::Item { "R25" } else { "R7" }, parent.element.name);
            self.report(rule, format!("text straight in <{name}>"));
        }
    }
}

/// Whether a style sets what every text must carry.
fn dressed(style: &str) -> bool {
    let has = |name: &str| {
        style.split(';').any(|one| one.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')))
    };
    has("color") && has("font-size") && has("line-height")
}

/// Where the tag at the start of `rest` ends: a `>` outside quotes.
fn tag_end(rest: &str) -> Option<usize> {
    let (mut at, mut quotes) = (0, 0);
    loop {
        let end = at + memchr(b'>', rest.as_bytes().get(at..)?)?;
        quotes += memchr_iter(b'"', rest.as_bytes().get(at..end)?).count();
        if quotes % 2 == 0 {
            return Some(end);
        }
        at = end + 1;
    }
}

/// `name="value"` pairs with one blank between; `None` when anything else stands there.
fn read_attributes(mut rest: &str) -> Option<Vec<(&str, &str)>> {
    let mut out = Vec::new();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"")?;
        let (value, after) = value.split_once('"')?;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        {
            return None;
        }
        if value.contains('<') {
            return None;
        }
        out.push((name, value));
        rest = match after.strip_prefix(' ') {
            Some(more) if !more.is_empty() => more,
            None if after.is_empty() => after,
            _ => return None,
        };
    }
    Some(out)
}

#[cfg(test)]
mod tests;
