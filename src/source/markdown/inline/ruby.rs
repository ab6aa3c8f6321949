//! Ruby (注音): `{签发|qiān fā}` and `[签]{qiān}`.

use std::ops::Range;

use super::super::{CowStr, Event, Located, Tag, TagEnd, chars, steps};

/// The events of a ruby whose words and reading stand at these bytes of `source`. With as many syllables as characters
/// each character has its own. `None`: the words are not Chinese, as in `{start|stop}` or `[a-z]{2}`.
pub(super) fn ruby(
    source: &str,
    whole: Range<usize>,
    base: Range<usize>,
    reading: Range<usize>,
) -> Option<Vec<Located<'_>>> {
    let words = source.get(base.clone())?;
    let said = source.get(reading.clone())?;
    steps::read(words.find(|c| !chars::is_letter(c)).unwrap_or(words.len()) + said.len());
    if words.is_empty() || !words.chars().all(chars::is_letter) || said.trim().is_empty() {
        return None;
    }
    let syllables = syllables(said);
    let mut out = vec![(Event::Start(Tag::Ruby), whole.clone())];
    if syllables.len() == words.chars().count() {
        for ((at, c), syllable) in words.char_indices().zip(syllables) {
            let place = base.start + at..base.start + at + c.len_utf8();
            let reading = reading.start + syllable.start..reading.start + syllable.end;
            out.push((Event::Text(CowStr::Borrowed(&source[place.clone()])), place));
            out.push((Event::Reading(CowStr::Borrowed(&source[reading.clone()])), reading));
        }
    } else {
        let parts: Vec<&str> = syllables.iter().map(|part| &said[part.clone()]).collect();
        let text = match parts.as_slice() {
            [one] => CowStr::Borrowed(one),
            parts => CowStr::from(parts.join(" ")),
        };
        out.push((Event::Text(CowStr::Borrowed(words)), base));
        out.push((Event::Reading(text), reading));
    }
    out.push((Event::End(TagEnd::Ruby), whole));
    Some(out)
}

/// The parts of a reading between blanks, `|` and dots.
fn syllables(reading: &str) -> Vec<Range<usize>> {
    let between = |c: char| c.is_whitespace() || matches!(c, '|' | '\\' | '·' | '・' | '\u{3000}');
    let mut parts = Vec::new();
    let mut start = None;
    for (at, c) in reading.char_indices() {
        match (between(c), start) {
            (true, Some(begun)) => {
                parts.push(begun..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    parts.extend(start.map(|begun| begun..reading.len()));
    parts
}
