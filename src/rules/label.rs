//! What says what a value is: a word in front of it, behind it, at the head of its column, in its heading.

use std::ops::Range;

use super::document::Document;
use super::fold::fold;
use super::terms::Standard;

/// Bytes of a heading or a lead that are looked at.
const LONG: usize = 400;

impl Document<'_> {
    /// Whether one of the cues `name` stands at most `reach` characters behind the folded bytes `range`, in its sentence.
    pub(crate) fn has_behind(&self, name: &str, range: &Range<usize>, reach: usize) -> bool {
        // Four bytes hold any character.
        let to = self.folded().ceil_char_boundary((range.end + 4 * reach).min(self.folded().len()));
        let near = self.scan().cues_within(name, range.end..to);
        near.iter().any(|cue| self.between(range, cue, reach).is_some())
    }

    /// Whether the head of the column, the lead or the heading of the folded bytes `range` holds one of the cues `name`.
    pub(crate) fn is_headed(&self, name: &str, range: &Range<usize>) -> bool {
        self.labels(range).any(|label| Standard::get().has_cue(name, &label))
    }

    /// Head of the column, lead and heading of the folded bytes `range`, folded.
    pub(crate) fn labels(&self, range: &Range<usize>) -> impl Iterator<Item = String> {
        let block = self.block(range.clone());
        let labels = block.map(|block| [block.column, block.lead, block.heading]).unwrap_or_default();
        labels.into_iter().flatten().map(|label| {
            let text = self.plain.block_text(label);
            fold(text.get(..text.floor_char_boundary(LONG)).unwrap_or_default())
        })
    }

    /// Whether the sentence of the folded bytes `range`, or a label of theirs, holds one of `words`.
    pub(crate) fn is_said(&self, range: &Range<usize>, words: &[&str]) -> bool {
        let sentence = self.sentence_text(range.clone());
        words.iter().any(|word| sentence.contains(word))
            || self.labels(range).any(|label| words.iter().any(|word| label.contains(word)))
    }
}
