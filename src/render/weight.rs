//! What weighs in a fragment: its characters by what they are spent on. Reads the finished text, so that nothing made
//! by a construct is forgotten.

use std::collections::HashMap;

/// What characters are spent on, the most particular first: text of a list inside a table is the table's.
const PARTS: &[(&str, &[&str])] = &[
    ("picture", &["img", "svg"]),
    ("code", &["pre"]),
    ("table", &["table", "caption"]),
    ("heading", &["h1", "h2", "h3", "h4", "h5", "h6"]),
    ("list", &["ul", "ol"]),
    ("quote", &["blockquote"]),
    ("paragraph", &["p"]),
    ("divider", &["hr"]),
];
/// What everything else is: the boxes around and between.
const BOX: &str = "box";

/// Elements without content.
const VOID: [&str; 3] = ["br", "hr", "img"];

/// What a part of a fragment weighs, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `paragraph`, `heading`, `list`, `quote`, `table`, `code`, `picture`, `divider`, `box`.
    pub name: &'static str,
    /// How many there are.
    pub count: usize,
    /// Characters of tags and their attributes.
    pub markup: usize,
    /// Characters that readers see, entities as they are written.
    pub text: usize,
}

/// An inline style and how often it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleUse {
    /// The style.
    pub style: String,
    /// The element that bears it first.
    pub element: String,
    /// How often it is written.
    pub uses: usize,
    /// Characters that all its uses take.
    pub characters: usize,
}

/// What weighs in a fragment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weight {
    /// Characters of tags, attributes included.
    pub markup: usize,
    /// Characters between tags.
    pub text: usize,
    /// Characters of all inline styles.
    pub styles: usize,
    /// Elements inside each other at most.
    pub depth: usize,
    /// Parts, the heaviest first.
    pub parts: Vec<Part>,
    /// Inline styles, the one that takes most first.
    pub by_style: Vec<StyleUse>,
}

/// Weighs a fragment.
pub fn weigh(fragment: &str) -> Weight {
    let mut weight = Weight::default();
    let mut parts: HashMap<&'static str, Part> = HashMap::new();
    let mut styles: HashMap<&str, StyleUse> = HashMap::new();
    // Open elements: each is of the part that it opened, or of the one around it.
    let mut open: Vec<(&str, &'static str)> = Vec::new();
    let mut rest = fragment;
    while !rest.is_empty() {
        let around = open.last().map_or(BOX, |(_, part)| *part);
        let (piece, after) = next(rest);
        rest = after;
        let size = piece.chars().count();
        let Some(tag) = piece.strip_prefix('<') else {
            weight.text += size;
            part(&mut parts, around).text += size;
            continue;
        };
        weight.markup += size;
        if tag.starts_with('/') {
            part(&mut parts, around).markup += size;
            open.pop();
            continue;
        }
        let name = tag.split([' ', '>']).next().unwrap_or("");
        let own = PARTS.iter().position(|(_, elements)| elements.contains(&name));
        let outer = PARTS.iter().position(|(part, _)| *part == around);
        let opens = own.is_some_and(|own| outer.is_none_or(|outer| own < outer));
        let of = own.filter(|_| opens).and_then(|own| PARTS.get(own)).map_or(around, |(part, _)| *part);
        let entry = part(&mut parts, of);
        entry.markup += size;
        entry.count += usize::from(opens || of == BOX && name == "section");
        if let Some(style) = style(tag) {
            let characters = style.chars().count();
            weight.styles += characters;
            let known = styles.entry(style).or_insert_with(|| StyleUse {
                style: style.to_owned(),
                element: name.to_owned(),
                uses: 0,
                characters: 0,
            });
            known.uses += 1;
            known.characters += characters;
        }
        if !VOID.contains(&name) {
            open.push((name, of));
            weight.depth = weight.depth.max(open.len());
        }
    }
    weight.parts = parts.into_values().collect();
    weight.parts.sort_by(|a, b| (b.markup + b.text).cmp(&(a.markup + a.text)).then(a.name.cmp(b.name)));
    weight.by_style = styles.into_values().collect();
    weight.by_style.sort_by(|a, b| b.characters.cmp(&a.characters).then_with(|| a.style.cmp(&b.style)));
    weight
}

fn part<'p>(parts: &'p mut HashMap<&'static str, Part>, name: &'static str) -> &'p mut Part {
    parts.entry(name).or_insert(Part { name, count: 0, markup: 0, text: 0 })
}

/// The tag or the text that comes first, and what follows. A `>` inside quotes ends no tag.
fn next(rest: &str) -> (&str, &str) {
    if !rest.starts_with('<') {
        return rest.split_at(rest.find('<').unwrap_or(rest.len()));
    }
    let mut quoted = false;
    let end = rest.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    rest.split_at(end.map_or(rest.len(), |end| end + 1))
}

fn style(tag: &str) -> Option<&str> {
    let (_, rest) = tag.split_once(" style=\"")?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_somebodys() {
        let fragment = "<section style=\"color:#333\"><p style=\"color:#333\">甲<strong>乙</strong></p><section \
                        style=\"overflow-x:auto\"><table><tr><td style=\"padding:1px\">丙<img src=\"a>b\"></td></tr></table></section></section>";
        let weight = weigh(fragment);
        assert_eq!(weight.markup + weight.text, fragment.chars().count());
        let of_parts: usize = weight.parts.iter().map(|part| part.markup + part.text).sum();
        assert_eq!(of_parts, fragment.chars().count());
        let part = |name| weight.parts.iter().find(|part| part.name == name).unwrap();
        assert_eq!((part("paragraph").count, part("paragraph").text), (1, 2));
        assert_eq!((part("table").count, part("picture").count, part("box").count), (1, 1, 2));
        assert_eq!((weight.text, weight.depth), (3, 6 - 1));
        assert_eq!(
            weight.by_style[0],
            StyleUse { style: "color:#333".into(), element: "section".into(), uses: 2, characters: 20 }
        );
    }
}
