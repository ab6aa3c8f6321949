//! Where in front matter somebody is writing: at a key, or at the value of one. The YAML is unfinished while it is being
//! written, so lines and their indents tell, not a parser.

use std::ops::Range;

/// Where somebody is writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// A key of the map at that path: `publish`, `images[]`, or empty.
    Key {
        map: String,
        /// Bytes of what is written of it, up to the cursor.
        written: Range<usize>,
    },
    /// The value of the key at that path, or an item of its list.
    Value { path: String, written: Range<usize> },
}

/// The bytes of the front matter of `text`, its closing fence written or not; the whole of a YAML file.
pub(super) fn region(text: &str, yaml: bool) -> Option<Range<usize>> {
    if yaml {
        return Some(0..text.len());
    }
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = start;
    let mut inside = None;
    for line in text.get(start..)?.split_inclusive('\n') {
        let fence = line.trim_end() == "---";
        match inside {
            None if fence => inside = Some(at + line.len()),
            None => return None,
            Some(begin) if fence => return Some(begin..at),
            Some(_) => {}
        }
        at += line.len();
    }
    inside.map(|begin| begin..text.len())
}

/// Where the byte `cursor` stands in the front matter `region` of `text`.
pub(super) fn spot(text: &str, region: &Range<usize>, cursor: usize) -> Option<Spot> {
    if cursor < region.start || cursor > region.end {
        return None;
    }
    let before = text.get(region.start..cursor)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let (above, line) = before.split_at_checked(start)?;
    let line = Line::new(line);
    if line.rest.starts_with('#') || line.rest.contains(" #") {
        return None;
    }
    let from = |part: &str| cursor - part.len()..cursor;
    match line.key {
        Some((key, value)) => {
            let map = map_of(above, &line);
            Some(flow(join(&map, key), value, &from))
        }
        // `- 节` is an item of a list of words, or the first key of an item.
        None if line.dash.is_some() => {
            let path = map_of(above, &line);
            let list = path.strip_suffix("[]").unwrap_or(&path).to_owned();
            let takes_maps = super::keys::KEYS.iter().any(|key| key.map() == path);
            let written = from(word(line.rest));
            Some(if takes_maps {
                Spot::Key { map: path, written }
            } else {
                Spot::Value { path: list, written }
            })
        }
        None if line.rest.starts_with(['[', '{', '"', '\'']) => None,
        None => Some(Spot::Key { map: map_of(above, &line), written: from(word(line.rest)) }),
    }
}

/// A line up to the cursor.
struct Line<'a> {
    /// Column of a dash before it.
    dash: Option<usize>,
    /// Column of what is written.
    column: usize,
    /// What is written.
    rest: &'a str,
    /// Its key, and what stands behind the colon.
    key: Option<(&'a str, &'a str)>,
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Self {
        let rest = line.trim_start_matches(' ');
        let mut column = line.len() - rest.len();
        let mut dash = None;
        let mut rest = rest;
        if let Some(item) = rest.strip_prefix("- ").or_else(|| (rest == "-").then_some("")) {
            dash = Some(column);
            let trimmed = item.trim_start_matches(' ');
            column += rest.len() - trimmed.len();
            rest = trimmed;
        }
        let simple = |key: &&str| {
            !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
        };
        let key = rest
            .split_once(':')
            .filter(|(_, value)| value.is_empty() || value.starts_with([' ', '\r', '\n']));
        Self { dash, column, rest, key: key.filter(|(key, _)| simple(key)) }
    }
}

/// The path of the map that `line` belongs to, told by the lines `above` it.
fn map_of(above: &str, line: &Line<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let (mut column, mut item) = (line.dash.unwrap_or(line.column), line.dash.is_some());
    for text in above.lines().rev() {
        let other = Line::new(text);
        if other.rest.trim().is_empty() || other.rest.starts_with('#') {
            continue;
        }
        // The first key of the item that the line is a part of.
        if let Some(dash) = other.dash.filter(|dash| !item && *dash < column && other.column == column) {
            (column, item) = (dash, true);
            continue;
        }
        let Some((key, _)) = other.key else { continue };
        let above = other.column < column || (item && other.dash.is_none() && other.column == column);
        if !above {
            continue;
        }
        parts.push(if item { format!("{key}[]") } else { key.to_owned() });
        (column, item) = (other.dash.unwrap_or(other.column), other.dash.is_some());
        if column == 0 && !item {
            break;
        }
    }
    parts.reverse();
    parts.join(".")
}

fn join(map: &str, key: &str) -> String {
    if map.is_empty() { key.to_owned() } else { format!("{map}.{key}") }
}

/// A bracket that is open.
enum Open<'a> {
    List,
    Map(Option<&'a str>),
}

/// The spot at the end of `value`, the value of the key at `path` as far as it is written.
fn flow(path: String, value: &str, from: &dyn Fn(&str) -> Range<usize>) -> Spot {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut begun = 0;
    let mut quote = None;
    let mut previous = ' ';
    for (at, c) in value.char_indices() {
        let last = std::mem::replace(&mut previous, c);
        match (quote, c) {
            (Some(mark), _) => {
                if c == mark {
                    quote = None;
                }
                continue;
            }
            (None, '"' | '\'') if value.get(begun..at).is_some_and(|part| part.trim().is_empty()) => {
                quote = Some(c)
            }
            (None, '[') => open.push(Open::List),
            (None, '{') => open.push(Open::Map(None)),
            (None, ']' | '}') => drop(open.pop()),
            (None, ',') => {
                if let Some(Open::Map(key)) = open.last_mut() {
                    *key = None;
                }
            }
            (None, ' ') if last == ':' => {
                let key = value.get(begun..at.saturating_sub(1)).unwrap_or_default().trim();
                if let Some(Open::Map(slot @ None)) = open.last_mut() {
                    *slot = Some(key);
                }
            }
            _ => continue,
        }
        begun = at + c.len_utf8();
    }
    let written = from(value.get(begun..).unwrap_or_default().trim_start());
    let mut path = path;
    let depth = open.len();
    for (index, bracket) in open.into_iter().enumerate() {
        match bracket {
            // An item of the innermost list is a value of its key.
            Open::List if index + 1 == depth => {}
            Open::List => path.push_str("[]"),
            Open::Map(Some(key)) => path = join(&path, key),
            Open::Map(None) => return Spot::Key { map: path, written },
        }
    }
    Spot::Value { path, written }
}

/// What is written of a word.
fn word(text: &str) -> &str {
    text.trim_start_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spot at `|`, and what is written there.
    fn at(front: &str) -> Option<(Spot, String)> {
        let text = format!("---\n{front}");
        let cursor = text.find('|').unwrap();
        let text = text.replacen('|', "", 1);
        let region = region(&text, false).unwrap();
        let spot = spot(&text, &region, cursor)?;
        let (Spot::Key { written, .. } | Spot::Value { written, .. }) = &spot;
        let written = text[written.clone()].to_owned();
        Some((spot, written))
    }

    fn key(front: &str) -> (String, String) {
        match at(front) {
            Some((Spot::Key { map, .. }, written)) => (map, written),
            other => panic!("{front}: {other:?}"),
        }
    }

    fn value(front: &str) -> (String, String) {
        match at(front) {
            Some((Spot::Value { path, .. }, written)) => (path, written),
            other => panic!("{front}: {other:?}"),
        }
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn keys_know_their_map_from_the_indent() {
        assert_eq!(key("ti|\n---\n"), pair("", "ti"));
        assert_eq!(key("title: 甲\n|\n---\n"), pair("", ""));
        assert_eq!(key("publish:\n  at: 2026-12-21\n  mo|\n---\n"), pair("publish", "mo"));
        assert_eq!(key("images:\n  - file: a.png\n    ow|\n"), pair("images[]", "ow"));
        assert_eq!(key("images:\n- fi|\n"), pair("images[]", "fi"));
        assert_eq!(key("publish:\n  mode: mass\nco|"), pair("", "co"));
        assert_eq!(key("publish: {at: 2026-12-21 20:00, mo|}"), pair("publish", "mo"));
        assert_eq!(key("evidence: [{claim: 甲, is|"), pair("evidence[]", "is"));
    }

    #[test]
    fn values_know_their_key() {
        assert_eq!(value("column: 节|\n"), pair("column", "节"));
        assert_eq!(value("column: |\n"), pair("column", ""));
        assert_eq!(value("tags: [节气, 饮|]"), pair("tags", "饮"));
        assert_eq!(value("tags:\n  - 节|\n"), pair("tags", "节"));
        assert_eq!(value("publish: {mode: ma|}"), pair("publish.mode", "ma"));
        assert_eq!(value("images:\n  - file: a.png\n    ai: |"), pair("images[].ai", ""));
        assert_eq!(value("images: [{file: a.png, tags: [person, m|]}]"), pair("images[].tags", "m"));
        assert_eq!(value("author: \"编|"), pair("author", "编"));
    }

    #[test]
    fn comments_and_the_text_below_are_no_front_matter() {
        assert_eq!(at("# ti|\n"), None);
        assert_eq!(at("title: 甲\n---\nti|"), None);
        assert_eq!(region("# 标题\n", false), None);
        assert_eq!(region("\u{feff}---\na: 1\n---\n", false), Some(7..12));
    }
}
