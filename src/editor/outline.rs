//! The headings of an article, as an outline.

use std::ops::Range;

use serde_json::{Value, json};

use super::document::Document;
use super::front;
use super::position::Encoding;
use crate::source::markdown::{Event, Tag, TagEnd, events};

/// A heading and what stands below it.
struct Heading {
    level: usize,
    name: String,
    /// The heading itself.
    own: Range<usize>,
    /// As far as the next heading of its level.
    end: usize,
}

/// The headings: nested, or in a row for an editor that knows no nesting.
pub(super) fn symbols(document: &Document, address: &str, nested: bool, encoding: Encoding) -> Value {
    let headings = headings(document.text());
    let span = |range: Range<usize>| document.lines().span(document.text(), range, encoding);
    if nested {
        let mut rest = headings.as_slice();
        return Value::Array(below(&mut rest, 0, &span));
    }
    let flat = headings.iter().map(|heading| {
        let location = json!({"uri": address, "range": span(heading.own.start..heading.end)});
        json!({"name": heading.name, "kind": 15, "location": location})
    });
    flat.collect()
}

/// Takes the headings deeper than `level` off the front of `rest`.
fn below(rest: &mut &[Heading], level: usize, span: &dyn Fn(Range<usize>) -> super::Span) -> Vec<Value> {
    let mut out = Vec::new();
    while let Some((heading, more)) = rest.split_first().filter(|(heading, _)| heading.level > level) {
        *rest = more;
        let children = below(rest, heading.level, span);
        out.push(json!({
            "name": heading.name,
            "kind": 15,
            "range": span(heading.own.start..heading.end),
            "selectionRange": span(heading.own.clone()),
            "children": children,
        }));
    }
    out
}

fn headings(text: &str) -> Vec<Heading> {
    let body = front::region(text, false).map_or(0, |region| region.end);
    let body = text
        .get(body..)
        .and_then(|rest| rest.find('\n'))
        .filter(|_| body > 0)
        .map_or(body, |end| body + end + 1);
    let mut headings: Vec<Heading> = Vec::new();
    let mut open = false;
    for (event, range) in events(text, body..text.len()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = true;
                let own = range.start..range.start + text.get(range).unwrap_or_default().trim_end().len();
                headings.push(Heading { level: level as usize, name: String::new(), own, end: text.len() });
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Text(part) | Event::Code(part) if open => {
                if let Some(heading) = headings.last_mut() {
                    heading.name.push_str(&part);
                }
            }
            _ => {}
        }
    }
    // From the end: where the nearest heading of this level or above begins.
    let mut starts = [text.len(); 7];
    for heading in headings.iter_mut().rev() {
        let level = heading.level.min(6);
        heading.end = starts[..=level].iter().copied().min().unwrap_or(text.len());
        starts[level] = heading.own.start;
    }
    // Editors refuse a symbol without a name.
    headings.retain(|heading| !heading.name.trim().is_empty());
    headings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_nested_and_reach_to_the_next_of_their_level() {
        let text = "---\ntitle: 甲\n---\n## 一\n\n文\n\n### 一之一\n\n## 二 `码`\n\n文\n";
        let document = Document::new(1, "markdown", text);
        let symbols = symbols(&document, "file:///a.md", true, Encoding::Utf16);
        assert_eq!(symbols[0]["name"], "一");
        assert_eq!(symbols[0]["range"]["end"], json!({"line": 9, "character": 0}));
        assert_eq!(symbols[0]["children"][0]["name"], "一之一");
        assert_eq!(symbols[1]["name"], "二 码");
        assert_eq!(symbols[1]["selectionRange"]["end"], json!({"line": 9, "character": 8}));
        assert_eq!(symbols.as_array().unwrap().len(), 2);
    }
}
