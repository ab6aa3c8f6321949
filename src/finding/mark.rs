//! The mark of a finding: the same as long as rule, file and text are, wherever in the file it stands.

use super::Finding;
use super::mask::mask;
use crate::base::digest::Digest;

/// Characters of a place's text that the mark looks at; a place may be a whole article.
const LENGTH: usize = 64;
/// Hex digits of a mark.
const DIGITS: usize = 16;

impl Finding {
    /// 16 hex digits over rule, path, text of the place without regard to blanks, and occurrence. Personal data goes
    /// in masked, so that nobody can guess it from the digits.
    pub fn mark(&self) -> String {
        self.digits(self.place.path(), self.occurrence)
    }

    /// The mark without the occurrence: the same for all findings of a rule about the same text in a file.
    pub fn likeness(&self) -> String {
        self.likeness_at(self.place.path())
    }

    /// What [`Finding::likeness`] would be if its file stood at `path`.
    pub fn likeness_at(&self, path: &str) -> String {
        self.digits(path, 0)
    }

    fn digits(&self, path: &str, occurrence: u32) -> String {
        let text = self.marked_text();
        let all = [self.rule, path, &text, &occurrence.to_string()].join("\0");
        let mut digits = Digest::of(all).hex();
        digits.truncate(DIGITS);
        digits
    }

    /// The text that tells one finding of a rule from another in the same file.
    pub(super) fn marked_text(&self) -> String {
        let mut text = String::new();
        let words = self.place.text().split_whitespace();
        for (index, c) in words.flat_map(|word| std::iter::once(' ').chain(word.chars())).enumerate() {
            if index > LENGTH {
                break;
            }
            text.push(c);
        }
        if self.masked { mask(&text) } else { text }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::message::finding as text;
    use crate::finding::{Findings, Place};
    use crate::source::SourceFile;

    fn marks(path: &str, source: &str, word: &str, masked: bool) -> Vec<String> {
        let file = Arc::new(SourceFile::new(path, source));
        let mut findings: Findings = source
            .match_indices(word)
            .map(|(at, _)| {
                Finding::error("ad.absolute", Place::new(&file, at..at + word.len()), text::clean())
            })
            .map(|finding| if masked { finding.masked() } else { finding })
            .collect();
        findings.sort();
        findings.iter().map(Finding::mark).collect()
    }

    #[test]
    fn a_mark_moves_with_its_text_and_tells_occurrences_apart() {
        let before = marks("a.md", "最佳。\n\n又是最佳。", "最佳", false);
        assert_eq!(before, marks("a.md", "前面多了一段。\n\n最佳！\n\n还是最佳", "最佳", false));
        assert_ne!(before[0], before[1]);
        assert_ne!(before, marks("b.md", "最佳。\n\n又是最佳。", "最佳", false));
        assert_eq!(before[0].len(), 16);
    }

    #[test]
    fn the_mark_of_personal_data_is_made_of_what_anybody_may_see() {
        let one = marks("a.md", "13812345678", "13812345678", true);
        assert_eq!(one, marks("a.md", "13800000078", "13800000078", true));
        assert_ne!(one, marks("a.md", "13812345678", "13812345678", false));
    }
}
