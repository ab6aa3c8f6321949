//! The shadow text: a copy of the same length in which CommonMark's rules for delimiters give what Chinese means.
//!
//! A `*` or `~~` beside full-width punctuation does not open or close emphasis under CommonMark. The shadow replaces
//! the one character that stands in the way by another of the same length in UTF-8, and every event gets the original
//! back. A lone `~`, which would strike text out, a `$` that is money, stars that mask, notes that look like definitions
//! and other signs are hidden in the same way; notes among writers that span blocks become spaces.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::{memchr3, memmem};

use super::chars;
use super::depth;
use super::event::{self, CowStr, Event};
use super::mask::{self, Mask};
use super::note;
use super::scan::Scan;
use super::{sign, steps};

/// A copy of a text to parse in its place.
pub(super) struct Shadow {
    text: String,
    originals: HashMap<char, char>,
    masks: Vec<Mask>,
}

/// As what a character must appear to the parser.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Disguise {
    Letter,
    Mark,
    /// A letter, even in a text that holds every substitute already: what is too deep must not become a container.
    Always,
}

impl Shadow {
    /// The shadow of `text`; `None` when the text can be parsed as it is.
    pub(super) fn new(text: &str, scan: &Scan) -> Option<Self> {
        let mut wanted = disguises(text);
        let masks = mask::masks(text);
        let deep = depth::too_deep(text);
        let notes = note::openings(text);
        if wanted.is_empty() && deep.is_empty() && notes.is_empty() && scan.is_empty() && masks.is_empty() {
            return None;
        }
        if !scan.dollars.is_empty() || !deep.is_empty() || !notes.is_empty() {
            wanted.extend(notes.into_iter().map(|at| (at, '[', Disguise::Letter)));
            wanted.extend(scan.dollars.iter().map(|at| (*at, '$', Disguise::Letter)));
            wanted.extend(deep.into_iter().map(|(at, c)| (at, c, Disguise::Always)));
            wanted.sort_by_key(|(at, ..)| *at);
            wanted.dedup_by_key(|(at, ..)| *at);
        }
        let used = !wanted.is_empty() && may_use_pools(text.as_bytes());
        let present = if used { text.chars().filter(|c| in_pool(*c)).collect() } else { HashSet::new() };
        let mut pools = Pools { present, given: HashMap::new() };
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (at, c, disguise) in wanted {
            let Some(substitute) = pools.substitute(c, disguise) else { continue };
            out.push_str(&text[done..at]);
            out.push(substitute);
            done = at + c.len_utf8();
        }
        out.push_str(&text[done..]);
        let out = blanked(masked(out, &masks), scan);
        let originals = pools.given.into_iter().map(|((original, _), copy)| (copy, original)).collect();
        Some(Self { text: out, originals, masks })
    }

    /// The text to parse, as long in bytes as the original.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// `event` of the shadow as an event of `source`, the original text.
    pub(super) fn restore<'a>(
        &self,
        source: &'a str,
        event: pulldown_cmark::Event<'_>,
        range: &Range<usize>,
    ) -> Option<Event<'a>> {
        if matches!(event, pulldown_cmark::Event::Code(CowStr::Boxed(_) | CowStr::Inlined(_)))
            && let Some(code) = self.masked_code(source, range)
        {
            return Some(Event::Code(CowStr::from(code)));
        }
        event::from_parser(event, |text| self.restore_text(source, &text))
    }

    /// The inside of a code span that holds a mask and that the parser has rewritten: blanks for line ends.
    fn masked_code(&self, source: &str, range: &Range<usize>) -> Option<String> {
        let first = self.masks.partition_point(|mask| mask.range.end <= range.start);
        self.masks.get(first).filter(|mask| mask.range.start < range.end)?;
        let code = source.get(range.clone())?.trim_matches('`').replace("\r\n", " ").replace('\n', " ");
        let inner = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
        Some(inner.filter(|inner| !inner.trim().is_empty()).map_or_else(|| code.clone(), str::to_owned))
    }

    /// A string that is a piece of the shadow is the same piece of the original; a string that the parser made itself
    /// (entities, normalised ends of lines) is mapped back character by character.
    fn restore_text<'a>(&self, source: &'a str, text: &CowStr<'_>) -> CowStr<'a> {
        if let CowStr::Borrowed(piece) = text {
            let offset = (piece.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
            let inside = offset.checked_add(piece.len()).and_then(|end| self.text.get(offset..end));
            if inside.is_some_and(|inside| std::ptr::eq(inside.as_ptr(), piece.as_ptr()))
                && let Some(original) = source.get(offset..offset + piece.len())
            {
                return CowStr::Borrowed(original);
            }
        }
        let back = |c: char| self.originals.get(&c).copied().unwrap_or(c);
        CowStr::from(text.chars().map(back).collect::<String>())
    }
}

/// `text` with the notes and blanks of `scan` as spaces; what stands before a note's lines stays.
fn blanked(text: String, scan: &Scan) -> String {
    if scan.comments.is_empty() && scan.blanks.is_empty() {
        return text;
    }
    let mut bytes = text.into_bytes();
    for comment in &scan.comments {
        let mut before_words = false;
        let prefix = bytes.get(..comment.start).unwrap_or_default().rsplit(|byte| *byte == b'\n').next();
        let quoted = prefix.is_some_and(|prefix| prefix.contains(&b'>'));
        for byte in bytes.get_mut(comment.clone()).unwrap_or_default() {
            match *byte {
                b'\n' => before_words = true,
                b'\r' => {}
                b' ' | b'\t' if before_words => {}
                b'>' if before_words && quoted => {}
                _ => {
                    before_words = false;
                    *byte = b' ';
                }
            }
        }
    }
    for blank in &scan.blanks {
        bytes.get_mut(blank.clone()).unwrap_or_default().fill(b' ');
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// `text` with ASCII in the place of what is masked.
fn masked(text: String, masks: &[Mask]) -> String {
    if masks.is_empty() {
        return text;
    }
    let mut bytes = text.into_bytes();
    for Mask { range, strokes } in masks {
        for (index, byte) in bytes.get_mut(range.clone()).into_iter().flatten().enumerate() {
            *byte = if index < *strokes { b'_' } else { b' ' };
        }
    }
    // Masks begin and end between characters, so this never replaces anything.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Which characters must be disguised, in order of their places, each once.
fn disguises(text: &str) -> Vec<(usize, char, Disguise)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(usize, char, Disguise)> = Vec::new();
    let mut roles = Roles::default();
    // Without Chinese a text is what every parser makes of it.
    let chinese = !text.is_ascii();
    let mut at = 0;
    steps::read(text.len());
    while let Some(next) = memchr3(b'*', b'~', b'_', &bytes[at..]) {
        let mut start = at + next;
        let delimiter = bytes[start];
        let length = bytes[start..].iter().take_while(|byte| **byte == delimiter).count();
        let end = start + length;
        roles.read(&bytes[at..start]);
        at = end;
        if is_escaped(bytes, start) {
            start += 1;
        }
        if start == end {
            continue;
        }
        if delimiter == b'_' {
            if chinese && sign::draws(text, start, end) {
                found.extend((start..end).map(|line| (line, '_', Disguise::Letter)));
            }
            continue;
        }
        if delimiter == b'~' && end - start == 1 {
            found.push((start, '~', Disguise::Letter));
            continue;
        }
        if chinese && delimiter == b'*' && !roles.is_open(end - start) && sign::masks(text, start, end) {
            found.extend((start..end).map(|star| (star, '*', Disguise::Letter)));
            continue;
        }
        // The edges of the text count as ends of lines, or the first run would be taken for none.
        let before = text[..start].chars().next_back().unwrap_or('\n');
        let after = text[end..].chars().next().unwrap_or('\n');
        let opens = roles.next(delimiter, end - start, before, after);
        let disguised = match judge(before, after).filter(|(side, _)| {
            let alone = match side {
                Side::Before => bytes[..start - before.len_utf8()].last() == Some(&delimiter),
                Side::After => bytes.get(end + after.len_utf8()) == Some(&delimiter),
            };
            !alone || !flanks(opens, before, after)
        }) {
            Some((Side::Before, disguise)) => (start - before.len_utf8(), before, disguise),
            Some((Side::After, disguise)) => (end, after, disguise),
            None => continue,
        };
        if found.last().is_none_or(|(last, ..)| *last < disguised.0) {
            found.push(disguised);
        }
    }
    found
}

fn is_escaped(bytes: &[u8], at: usize) -> bool {
    let strokes = bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count();
    steps::read(strokes);
    strokes % 2 == 1
}

/// Whether runs of delimiters are beginnings or ends, by counting those of one length in a paragraph.
#[derive(Default)]
struct Roles {
    open: [[bool; 4]; 2],
}

impl Roles {
    /// Reads what stands between two runs: a paragraph's end closes everything.
    fn read(&mut self, between: &[u8]) {
        if memmem::find(between, b"\n\n").is_some() || memmem::find(between, b"\n\r\n").is_some() {
            self.open = Default::default();
        }
    }

    /// Whether emphasis of so many stars is open.
    fn is_open(&self, length: usize) -> bool {
        self.open[0].get(length.min(4) - 1).is_some_and(|open| *open)
    }

    /// Whether the next run begins something.
    fn next(&mut self, delimiter: u8, length: usize, before: char, after: char) -> bool {
        let Some(open) = self.open[usize::from(delimiter == b'~')].get_mut(length.min(4) - 1) else {
            return true;
        };
        let opens = match (before.is_whitespace(), after.is_whitespace()) {
            (true, true) => return !*open,
            (true, false) => true,
            (false, true) => false,
            (false, false) => !*open,
        };
        *open = opens;
        opens
    }
}

/// Whether CommonMark lets a run between these characters begin, or end, something.
fn flanks(opens: bool, before: char, after: char) -> bool {
    let (inner, outer) = if opens { (after, before) } else { (before, after) };
    !chars::is_punctuation(inner) || chars::is_punctuation(outer)
}

enum Side {
    Before,
    After,
}

/// Which of the two characters around a run of delimiters stands in the way, and as what it must appear.
fn judge(before: char, after: char) -> Option<(Side, Disguise)> {
    if before.is_whitespace() || after.is_whitespace() {
        return None;
    }
    let chinese_mark = |c| chars::is_full_punctuation(c) || chars::is_shared_punctuation(c);
    let letter = |c| !chars::is_punctuation(c);
    let other_mark = |c| chars::is_punctuation(c) && !chinese_mark(c);
    if chinese_mark(before) && letter(after) {
        Some((Side::Before, Disguise::Letter))
    } else if letter(before) && chinese_mark(after) {
        Some((Side::After, Disguise::Letter))
    } else if other_mark(before) && chars::is_letter(after) {
        Some((Side::After, Disguise::Mark))
    } else if chars::is_letter(before) && other_mark(after) {
        Some((Side::Before, Disguise::Mark))
    } else {
        None
    }
}

/// Substitutes that do not occur in the text; each original has its own.
struct Pools {
    present: HashSet<char>,
    given: HashMap<(char, Disguise), char>,
}

impl Pools {
    fn substitute(&mut self, original: char, disguise: Disguise) -> Option<char> {
        if let Some(known) = self.given.get(&(original, disguise)) {
            return Some(*known);
        }
        let mut pool = pool(original.len_utf8(), disguise)?;
        let last = *pool.end();
        let Some(free) = pool.find(|c| !self.present.contains(c)) else {
            return (disguise == Disguise::Always).then_some(last);
        };
        self.present.insert(free);
        self.given.insert((original, disguise), free);
        Some(free)
    }
}

/// Characters of `length` bytes that the parser takes for a letter or for punctuation, and that nobody writes.
fn pool(length: usize, disguise: Disguise) -> Option<std::ops::RangeInclusive<char>> {
    match (length, disguise) {
        (1, Disguise::Letter | Disguise::Always) => Some('\u{e}'..='\u{1f}'),
        (2, Disguise::Letter) => Some('\u{250}'..='\u{2af}'),
        (3, Disguise::Letter) => Some('\u{e000}'..='\u{f8ff}'),
        (3, Disguise::Mark) => Some('\u{2e00}'..='\u{2e2e}'),
        (4, Disguise::Letter) => Some('\u{f0000}'..='\u{ffffd}'),
        (4, Disguise::Mark) => Some('\u{1d000}'..='\u{1d0f5}'),
        _ => None,
    }
}

/// Whether a text may hold a character of a pool: a look at all bytes without a way out, which the compiler makes sixteen
/// at a time.
fn may_use_pools(bytes: &[u8]) -> bool {
    let one = bytes.iter().fold(false, |found, byte| {
        found | (*byte >= 0xe) & (*byte < 0x20) | matches!(byte, 0xc9 | 0xca | 0xee) | (*byte >= 0xf0)
    });
    // Full-width punctuation and curly quotes begin like some of them.
    let two = bytes
        .iter()
        .zip(bytes.get(1..).unwrap_or_default())
        .fold(false, |found, (a, b)| found | (*a == 0xef) & (*b < 0xa4) | (*a == 0xe2) & (*b == 0xb8));
    one | two
}

fn in_pool(c: char) -> bool {
    matches!(c,
        '\u{e}'..='\u{1f}' | '\u{250}'..='\u{2af}' | '\u{2e00}'..='\u{2e2e}' | '\u{e000}'..='\u{f8ff}'
        | '\u{1d000}'..='\u{1d0f5}' | '\u{f0000}'..='\u{ffffd}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_character_has_one_substitute_however_often_it_stands_in_the_way() {
        let text = "**甲：**乙**丙：**丁".repeat(2000);
        let shadow = Shadow::new(&text, &Scan::default()).unwrap();
        assert_eq!(shadow.text().len(), text.len());
        assert_eq!(shadow.originals.len(), 1);
    }

    #[test]
    fn every_character_of_a_pool_is_seen() {
        let chars = ('\0'..=char::MAX).filter(|c| in_pool(*c));
        assert!(chars.into_iter().all(|c| may_use_pools(format!("中{c}文").as_bytes())));
        assert!(!may_use_pools("中文，“引”——～「甲」。\r\n\tabc".as_bytes()));
    }

    proptest! {
        #[test]
        fn a_shadow_is_as_long_as_its_text(text in "[ab*~_`（），。“”·中文𠮷😀% \\\\\n\u{e000}\u{e}-]{0,80}") {
            if let Some(shadow) = Shadow::new(&text, &Scan::default()) {
                prop_assert_eq!(shadow.text().len(), text.len());
                let back: String =
                    shadow.text().chars().map(|c| *shadow.originals.get(&c).unwrap_or(&c)).collect();
                prop_assert_eq!(back, text);
            }
        }
    }
}
