//! Han–Latin spacing: where a gap belongs between Chinese characters and the Latin letters or digits beside them.
//! Punctuation has its own room, and names of files and addresses stay whole.

use crate::source::markdown::chars;

/// Endings of names of files. Names of things (`Node.js`) are words like others.
const ENDINGS: [&str; 42] = [
    "md", "markdown", "txt", "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "avif", "heic", "pdf", "doc",
    "docx", "xls", "xlsx", "ppt", "pptx", "csv", "zip", "rar", "7z", "html", "htm", "css", "json", "yaml",
    "yml", "toml", "xml", "rs", "py", "go", "java", "ts", "cpp", "sh", "sql", "mp3", "mp4", "log",
];

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c) && c != '×' && c != '÷'
}

/// A Chinese letter that is not itself a letter or digit of full width.
fn is_han(c: char) -> bool {
    chars::is_letter(c) && !('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// Whether a gap belongs between two neighbours.
pub(super) fn between(before: char, after: char) -> bool {
    is_han(before) && is_latin(after) || is_latin(before) && is_han(after)
}

/// The places of `run` (text without blanks) where a gap belongs; `before` is the character in front of it.
pub(super) fn gaps(before: Option<char>, run: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if !may_hold_latin(run.as_bytes()) {
        let first = before.zip(run.chars().next());
        found.extend(first.filter(|(before, first)| between(*before, *first)).map(|_| 0));
        return found;
    }
    let mut last = before;
    let mut names: Option<Vec<std::ops::Range<usize>>> = None;
    for (at, c) in run.char_indices() {
        if last.is_some_and(|last| between(last, c)) {
            let names = names.get_or_insert_with(|| file_names(run));
            let next = names.partition_point(|name| name.end < at);
            if names.get(next).is_none_or(|name| at < name.start) {
                found.push(at);
            }
        }
        last = Some(c);
    }
    found
}

/// Whether one of the characters may be Latin: a look at all bytes without a way out, which the compiler makes sixteen at a
/// time.
fn may_hold_latin(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .fold(false, |found, byte| found | byte.is_ascii_alphanumeric() | (0xc3..=0xc9).contains(byte))
}

/// Where names of files stand in `run`: `图1.png`, `content/甲/index.md`.
fn file_names(run: &str) -> Vec<std::ops::Range<usize>> {
    let mut names = Vec::new();
    let mut from = 0;
    for (dot, _) in run.match_indices('.') {
        let behind = &run[dot + 1..];
        let length = behind.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let ending = &behind[..length];
        if dot < from || !ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) {
            continue;
        }
        let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '\\' | '~' | '+');
        let start = dot - run[from..dot].len() + run[from..dot].trim_end_matches(part).len();
        from = dot + 1 + length;
        names.push(start..from);
    }
    names
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whole text, blanks included.
    fn spaced(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        let mut before = None;
        loop {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let run = &rest[..end];
            let mut done = 0;
            for at in gaps(before, run) {
                out.push_str(&run[done..at]);
                out.push('\u{2009}');
                done = at;
            }
            out.push_str(&run[done..]);
            let Some(blank) = rest[end..].chars().next() else { return out };
            out.push(blank);
            before = None;
            rest = &rest[end + blank.len_utf8()..];
        }
    }

    #[test]
    fn gaps_stand_between_han_and_latin_only() {
        for (text, expected) in [
            ("用Rust写3篇", "用|Rust|写|3|篇"),
            ("增长3.5%，约“Git”", "增长|3.5%，约“Git”"),
            ("看图1.png和a.md，改content/甲/index.md", "看图1.png和a.md，改content/甲/index.md"),
            ("用Node.js写", "用|Node.js|写"),
            ("用 Rust 写，Ａ股", "用 Rust 写，Ａ股"),
            ("第2章（v1.0）", "第|2|章（v1.0）"),
            ("café馆", "café|馆"),
        ] {
            assert_eq!(spaced(text).replace('\u{2009}', "|"), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn spacing_twice_is_spacing_once(text in "[汉字甲a1.Z% ，“”/é（）md\\-]{0,60}") {
            let once = spaced(&text);
            prop_assert_eq!(spaced(&once), once);
        }

        #[test]
        fn without_the_gaps_the_text_is_as_it_was(text in "[汉字甲a1.Z% ，“”/é（）md\\-]{0,60}") {
            prop_assert_eq!(spaced(&text).replace('\u{2009}', ""), text);
        }
    }
}
