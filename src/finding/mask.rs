//! Masking: personal data and credentials never reach an output, not in a message and not in an excerpt.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Findings, Place};
use crate::base::number;

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
    files: HashMap<String, Hidden>,
    words: Option<(AhoCorasick, Vec<String>)>,
}

/// The masked places of a file.
#[derive(Debug, Default)]
struct Hidden {
    /// By place.
    ranges: Vec<Range<usize>>,
    /// Bytes of the longest, so that the search for a place stays short in a long file.
    longest: usize,
}

impl Veil {
    /// The veil over every masked finding of `findings` and over `more` places.
    pub fn new(findings: &Findings, more: &[Place]) -> Self {
        let masked = findings.iter().filter(|finding| finding.masked).map(|finding| &finding.place);
        let mut files: HashMap<String, Hidden> = HashMap::new();
        let mut words = Vec::new();
        for place in masked.chain(more) {
            let hidden = files.entry(place.path().to_owned()).or_default();
            hidden.longest = hidden.longest.max(place.range().len());
            hidden.ranges.push(place.range());
            words.push(place.text().to_owned());
        }
        for hidden in files.values_mut() {
            hidden.ranges.sort_by_key(|range| (range.start, range.end));
        }
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words.dedup();
        Self { files, words: automaton(words) }
    }

    /// The bytes `range` of the file `path`, whose text is `text`, with masked parts hidden. Byte offsets stay true.
    pub fn excerpt(&self, path: &str, text: &str, range: Range<usize>) -> String {
        let mut out = text[range.clone()].to_owned();
        let mut hide = |masked: Range<usize>| {
            let hidden = mask(&text[masked.clone()]);
            let start = masked.start.max(range.start);
            let end = masked.end.min(range.end);
            if start < end {
                let part = &hidden[start - masked.start..end - masked.start];
                out.replace_range(start - range.start..end - range.start, part);
            }
        };
        if let Some(list) = self.files.get(path) {
            let first = list.ranges.partition_point(|masked| masked.start + list.longest < range.start);
            let near = list.ranges[first..].iter().take_while(|masked| masked.start < range.end);
            near.filter(|masked| masked.end > range.start).cloned().for_each(&mut hide);
        }
        // An excerpt may cut a number.
        let from = text.floor_char_boundary(range.start.saturating_sub(NUMBER));
        let to = text.ceil_char_boundary((range.end + NUMBER).min(text.len()));
        number::places(&text[from..to])
            .into_iter()
            .for_each(|found| hide(from + found.start..from + found.end));
        // The same number inside a longer one is no finding of its own, and just as private.
        self.sentence(out)
    }

    /// `sentence` with every masked text in it hidden, and every number of a person, whether a rule told of it or not.
    pub fn sentence(&self, sentence: String) -> String {
        let mut sentence = match &self.words {
            Some((automaton, masks)) => automaton.replace_all(&sentence, masks),
            None => sentence,
        };
        for found in number::places(&sentence) {
            let hidden = mask(&sentence[found.clone()]);
            sentence.replace_range(found, &hidden);
        }
        sentence
    }

    /// Whether `text` holds nothing that is hidden.
    pub fn shows(&self, text: &str) -> bool {
        self.sentence(text.to_owned()) == text
    }
}

/// Bytes of the longest number of a person, with what joins its groups.
const NUMBER: usize = 24;

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
            [Finding::error("pii.mobile", place, finding::clean()).masked()].into_iter().collect();
        let veil = Veil::new(&findings, &[]);
        assert_eq!(veil.excerpt("a.md", file.text(), 0..file.text().len()), "电话 138******78，谢谢");
        assert_eq!(veil.excerpt("a.md", file.text(), 9..14), "8****");
        assert_eq!(veil.sentence("没有 13812345678.md".to_owned()), "没有 138******78.md");
        assert_eq!(veil.excerpt("b.md", "913812345678", 0..12), "9138******78");
        assert_eq!(veil.excerpt("b.md", "139-1234", 0..8), "139-1234");
    }

    #[test]
    fn numbers_of_persons_are_hidden_whether_a_rule_tells_of_them_or_not() {
        let veil = Veil::default();
        assert_eq!(veil.sentence("答复：打过 13812345634".to_owned()), "答复：打过 138******34");
        assert_eq!(veil.excerpt("b.md", "证 11010519491231002X。", 0..12), "证 110*****");
        assert!(veil.shows("400-810-8888") && !veil.shows("13812345634"));
    }
}
