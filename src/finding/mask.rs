//! Masking: personal data and credentials never reach an output, not in a message and not in an excerpt.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Findings, Place};

/// `text` with only its first three and last two characters left; everything between them becomes `*`. A text of five
/// characters or fewer disappears whole.
pub fn mask(text: &str) -> String {
    let count = text.chars().count();
    let hidden = |index: usize| count <= 5 || (index >= 3 && index + 2 < count);
    text.chars().enumerate().map(|(index, c)| if hidden(index) { star(c) } else { c }).collect()
}

/// What hides `c`: a mark of the same number of bytes, so that places in the text stay true. Separators stay.
fn star(c: char) -> char {
    match c.len_utf8() {
        _ if !c.is_alphanumeric() => c,
        1 => '*',
        2 => '¤',
        3 => '＊',
        _ => '\u{1f7c9}',
    }
}

/// The places of a run that nobody may print.
#[derive(Debug, Default)]
pub struct Veil {
    ranges: HashMap<String, Vec<Range<usize>>>,
    words: Option<(AhoCorasick, Vec<String>)>,
}

impl Veil {
    /// The veil over every masked finding of `findings` and over `more` places.
    pub fn new(findings: &Findings, more: &[Place]) -> Self {
        let masked = findings.iter().filter(|finding| finding.masked).map(|finding| &finding.place);
        let mut ranges: HashMap<String, Vec<Range<usize>>> = HashMap::new();
        let mut words = Vec::new();
        for place in masked.chain(more) {
            ranges.entry(place.path().to_owned()).or_default().push(place.range());
            words.push(place.text().to_owned());
        }
        for list in ranges.values_mut() {
            list.sort_by_key(|range| (range.start, range.end));
        }
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words.dedup();
        Self { ranges, words: automaton(words) }
    }

    /// The bytes `range` of the file `path`, whose text is `text`, with masked parts hidden. Byte offsets stay true.
    pub fn excerpt(&self, path: &str, text: &str, range: Range<usize>) -> String {
        let mut out = text[range.clone()].to_owned();
        let Some(list) = self.ranges.get(path) else { return out };
        // Masked places are numbers and keys, never longer than this; the search stays short in a long file.
        const LONGEST: usize = 16 * 1024;
        let first = list.partition_point(|masked| masked.start + LONGEST < range.start);
        for masked in list[first..].iter().take_while(|masked| masked.start < range.end) {
            let hidden = mask(&text[masked.clone()]);
            let start = masked.start.max(range.start);
            let end = masked.end.min(range.end);
            if start < end {
                let part = &hidden[start - masked.start..end - masked.start];
                out.replace_range(start - range.start..end - range.start, part);
            }
        }
        out
    }

    /// `sentence` with every masked text in it hidden.
    pub fn sentence(&self, sentence: String) -> String {
        match &self.words {
            Some((automaton, masks)) => automaton.replace_all(&sentence, masks),
            None => sentence,
        }
    }
}

fn automaton(words: Vec<String>) -> Option<(AhoCorasick, Vec<String>)> {
    if words.is_empty() {
        return None;
    }
    let masks = words.iter().map(|word| mask(word)).collect();
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).ok()?;
    Some((automaton, masks))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::message::finding;
    use crate::finding::Finding;
    use crate::source::SourceFile;

    #[test]
    fn three_and_two_characters_remain_and_bytes_stay() {
        assert_eq!(mask("13812345678"), "138******78");
        assert_eq!(mask("138-1234-5678"), "138-****-**78");
        assert_eq!(mask("１３８１２３４５６７８"), "１３８＊＊＊＊＊＊７８");
        assert_eq!(mask("12345"), "*****");
        assert_eq!(mask("𝟏𝟑𝟖𝟏𝟐𝟑").len(), "𝟏𝟑𝟖𝟏𝟐𝟑".len());
    }

    #[test]
    fn excerpts_and_sentences_hide_what_is_masked_even_when_cut() {
        let file = Arc::new(SourceFile::new("a.md", "电话 13812345678，谢谢"));
        let place = Place::new(&file, 7..18);
        let findings: Findings =
            [Finding::error("pii.phone", place, finding::clean()).masked()].into_iter().collect();
        let veil = Veil::new(&findings, &[]);
        assert_eq!(veil.excerpt("a.md", file.text(), 0..file.text().len()), "电话 138******78，谢谢");
        assert_eq!(veil.excerpt("a.md", file.text(), 9..14), "8****");
        assert_eq!(veil.sentence("没有 13812345678.md".to_owned()), "没有 138******78.md");
        assert_eq!(veil.excerpt("b.md", "13812345678", 0..11), "13812345678");
    }
}
