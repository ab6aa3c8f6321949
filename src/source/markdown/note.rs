//! Lines that CommonMark takes for definitions of links and that are notes: `[注]: 数据截至上月底` names no address, and nothing
//! refers to it. As a definition it would vanish from the page.

use std::collections::HashMap;

use memchr::memmem;

/// How long the name of a note may be, in bytes.
const NAME: usize = 60;

/// Where the brackets of such lines of `text` open, in order.
pub(super) fn openings(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut found: Vec<(usize, &str)> =
        memmem::find_iter(bytes, b"]:").filter_map(|close| opening(text, close)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let mut mentions: HashMap<&str, usize> = found.iter().map(|(_, name)| (*name, 0)).collect();
    for at in memchr::memchr_iter(b'[', bytes) {
        let inside = bytes.get(at + 1..bytes.len().min(at + 1 + NAME)).unwrap_or_default();
        let name = memchr::memchr(b']', inside).and_then(|end| text.get(at + 1..at + 1 + end));
        if let Some(count) = name.and_then(|name| mentions.get_mut(name)) {
            *count += 1;
        }
    }
    let lines = found.iter().fold(HashMap::new(), |mut lines: HashMap<&str, usize>, (_, name)| {
        *lines.entry(name).or_default() += 1;
        lines
    });
    found.retain(|(_, name)| mentions.get(name) == lines.get(name));
    found.into_iter().map(|(at, _)| at).collect()
}

/// The bracket that opens the name closed at `close`, and the name, when they begin a line whose rest is words.
fn opening(text: &str, close: usize) -> Option<(usize, &str)> {
    let bytes = text.as_bytes();
    let open =
        memchr::memrchr(b'[', bytes.get(close.saturating_sub(NAME)..close)?)? + close.saturating_sub(NAME);
    let name = text.get(open + 1..close)?;
    let start = memchr::memrchr(b'\n', bytes.get(open.saturating_sub(NAME)..open)?)
        .map_or_else(|| (open < NAME).then_some(0), |at| Some(open.saturating_sub(NAME) + at + 1))?;
    let before = text.get(start..open)?.as_bytes();
    let contained = before.iter().all(|byte| b" >-*+.)0123456789".contains(byte));
    let named = !name.trim().is_empty() && !name.starts_with(['^', '/']) && !name.contains(['[', ']', '\n']);
    // Only now, at most a few times a line, its end is looked for.
    if !contained || !named {
        return None;
    }
    let rest = text.get(close + 2..)?;
    let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
    is_words(line).then_some((open, name))
}

/// Whether a line is Chinese words and no address.
fn is_words(line: &str) -> bool {
    let address =
        |c: char| matches!(c, '/' | '.' | '#' | ':' | '@' | '?' | '=' | '&' | '%' | '<' | '"' | '\'');
    line.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) && !line.contains(address)
}
