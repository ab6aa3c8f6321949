//! Front matter as nearly everybody writes it, read in one go: a line a key, behind it words, a date, a list or a map on the
//! same line.
//!
//! Only what every reader of YAML takes for the same is read here; a quotation mark, a number, a comment, anything that
//! could mean more than it shows is left to the parser. Tests hold the two to the same values and places.

use std::ops::Range;
use std::sync::Arc;

use super::Node;
use crate::finding::Place;
use crate::source::SourceFile;

/// Bytes of such front matter at most; longer ones are rare.
const MOST: usize = 4096;
/// Keys at most.
const KEYS: usize = 32;

type Entry = (String, Place, Node, Place);

/// The map in `region`, which begins at the byte `base` of `file`. `None`: it must be parsed.
pub(super) fn read(file: &Arc<SourceFile>, base: usize, region: &str) -> Option<(Node, Place)> {
    if region.is_empty() || region.len() > MOST {
        return None;
    }
    let flat = Flat { file, base, region };
    let mut entries = Vec::with_capacity(8);
    let mut at = 0;
    while at < region.len() {
        let end = memchr::memchr(b'\n', &region.as_bytes()[at..]).map_or(region.len(), |length| at + length);
        flat.entry(at..end, &mut entries, Flat::value)?;
        at = end + 1;
    }
    flat.map(entries)
}

struct Flat<'a> {
    file: &'a Arc<SourceFile>,
    base: usize,
    region: &'a str,
}

impl<'a> Flat<'a> {
    fn place(&self, range: Range<usize>) -> Place {
        Place::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn text(&self, range: &Range<usize>) -> Option<&'a str> {
        self.region.get(range.clone())
    }

    /// Entries as a map, from the first key to the last value.
    fn map(&self, entries: Vec<Entry>) -> Option<(Node, Place)> {
        let (first, last) = (entries.first()?, entries.last()?);
        let place = Place::new(self.file, first.1.range().start..last.3.range().end);
        Some((Node::Map(entries), place))
    }

    /// `key: value`, with `value` to read what stands behind the key.
    fn entry(
        &self,
        range: Range<usize>,
        entries: &mut Vec<Entry>,
        value: impl Fn(&Self, Range<usize>) -> Option<(Node, Place)>,
    ) -> Option<()> {
        let text = self.text(&range)?;
        let length = text.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
        let key = text.get(..length).filter(|key| key.starts_with(|c: char| c != '_') && !means_more(key))?;
        if !text.get(length..)?.starts_with(": ")
            || entries.len() >= KEYS
            || entries.iter().any(|(known, ..)| known == key)
        {
            return None;
        }
        let behind = range.start + length;
        let (node, place) = value(self, behind + 2..range.end)?;
        entries.push((key.to_owned(), self.place(range.start..behind), node, place));
        Some(())
    }

    /// What stands behind a key of the front matter.
    fn value(&self, range: Range<usize>) -> Option<(Node, Place)> {
        let text = self.text(&range)?;
        let inside = range.start + 1..range.end.checked_sub(1)?;
        match (text.bytes().next()?, text.bytes().next_back()?) {
            (b'[', b']') => {
                let mut items = Vec::new();
                self.parts(inside, |part| self.words(part).map(|item| items.push(item)))?;
                Some((Node::Seq(items), self.place(range)))
            }
            (b'{', b'}') => {
                let mut entries = Vec::new();
                self.parts(inside, |part| self.entry(part, &mut entries, Self::words))?;
                Some((Node::Map(entries), self.place(range)))
            }
            _ => self.words(range),
        }
    }

    /// Reads what stands between `, ` and `, `.
    fn parts(&self, range: Range<usize>, mut read: impl FnMut(Range<usize>) -> Option<()>) -> Option<()> {
        let text = self.text(&range)?;
        let mut at = 0;
        loop {
            let length = memchr::memchr(b',', &text.as_bytes()[at..]);
            let end = length.map_or(text.len(), |length| at + length);
            read(range.start + at..range.start + end)?;
            if length.is_none() {
                return Some(());
            }
            at = end + 2;
            text.get(end..at).filter(|between| *between == ", ")?;
        }
    }

    fn words(&self, range: Range<usize>) -> Option<(Node, Place)> {
        let text = self.text(&range)?;
        (is_words(text) || is_date(text)).then(|| (Node::Str(text.to_owned()), self.place(range)))
    }
}

/// Whether a text can be nothing but text: Chinese, letters, and marks that mean nothing to YAML.
fn is_words(text: &str) -> bool {
    let chinese = |c: char| matches!(c, '\u{3001}'..='\u{9fff}' | '\u{ff01}'..='\u{ff65}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·');
    let inside =
        |c: char| chinese(c) || c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/');
    text.starts_with(|c: char| chinese(c) || c.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(inside)
        && !means_more(text)
}

/// Whether a word stands for a value in some dialect of YAML.
fn means_more(word: &str) -> bool {
    const VALUES: [&str; 12] =
        ["y", "n", "on", "no", "yes", "off", "nan", "inf", "null", "true", "false", "infinity"];
    word.len() <= 8 && VALUES.iter().any(|value| value.eq_ignore_ascii_case(word))
}

/// `2027-01-01`, or with a time, `2027-01-01 08:30`.
fn is_date(text: &str) -> bool {
    let like = |form: &str| {
        let same = |(byte, form): (u8, u8)| if form == b'0' { byte.is_ascii_digit() } else { byte == form };
        text.len() == form.len() && text.bytes().zip(form.bytes()).all(same)
    };
    like("0000-00-00") || like("0000-00-00 00:00")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parse::strictly;
    use super::*;

    /// What both readers make of `front`, behind a fence.
    fn both(front: &str) -> (Option<String>, Option<String>) {
        let file = Arc::new(SourceFile::new("a.md", format!("---\n{front}---\n正文")));
        let shown = |(node, place): (Node, Place)| format!("{node:?} {place:?}");
        let (parsed, findings) = strictly(&file, 4, front);
        let sound = findings.is_empty();
        (read(&file, 4, front).map(shown), parsed.filter(|_| sound).map(shown))
    }

    #[test]
    fn it_is_what_the_parser_reads() {
        for front in [
            "title: 第0篇手记：把发布这件事做得从容\n",
            "uid: g0000000\ntitle: “甲”与乙——丙\ntags: [手册, a b, c-1]\npublish: {at: 2027-01-01 00:00, mode: publish}\nstatus: ready\n",
            "date: 2027-01-01\nfile: ./a.png",
            "date: 2027-01-01\nfile: img/a.png",
            "a: 甲\nb: [乙]\n",
        ] {
            let (flat, parsed) = both(front);
            assert!(parsed.is_some(), "{front}");
            assert_eq!(flat.is_some(), !front.contains("./a"), "{front}");
            assert!(flat.is_none() || flat == parsed, "{front}");
        }
    }

    #[test]
    fn what_means_more_than_it_shows_is_left_to_the_parser() {
        for front in [
            "a: 1\n",
            "a: true\n",
            "a: No\n",
            "a: '甲'\n",
            "a: 甲 # 乙\n",
            "a: 甲: 乙\n",
            "a: 甲\n  乙\n",
            "a: 甲\na: 乙\n",
            "a: 甲 \n",
            "a: 甲\r\n",
            "a:\n",
            "a: [甲,乙]\n",
            "a: [甲, [乙]]\n",
            "a: []\n",
            "a: {b: 1}\n",
            "null: 甲\n",
            "a: \u{3000}甲\n",
            "- 甲\n",
            "\n",
            "",
        ] {
            assert_eq!(both(front).0, None, "{front}");
        }
    }

    proptest! {
        #[test]
        fn the_two_never_differ(
            lines in prop::collection::vec(
                ("[a-z_]{1,4}", "(: |:|: \\[|: \\{a: )", "[a-zA-Z0-9甲乙，：“—/._, -]{0,6}", "(, |: |)",
                 "(2027-01-01|08:30|null|y|[甲a0 .-]{0,4})", "(\\]|\\}| |#|)", "(\n|\n|\n|\r\n|\n\n|\n )"),
                0..4,
            )
        ) {
            let front: String =
                lines.iter().map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g].map(String::as_str).concat()).collect();
            let (flat, parsed) = both(&front);
            prop_assert!(flat.is_none() || flat == parsed, "{:?}: {:?}, {:?}", front, flat, parsed);
        }
    }
}
