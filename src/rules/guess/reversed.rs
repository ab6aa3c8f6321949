//! Words written backwards, where a text says that it is to be read so: 「价低最网全，反着念」.

use std::ops::Range;

use super::{Layer, Spot};
use crate::rules::fold::{self, is_han};

/// Lengths of what is read backwards, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;

/// The runs of Chinese characters in the line around `cue`, read backwards.
pub(in crate::rules) fn reversed(text: &str, cue: &Range<usize>) -> Vec<Spot> {
    let line = fold::line(text, cue.clone());
    let mut spots = Vec::new();
    let mut start = line.start;
    let words = text.get(line.clone()).unwrap_or_default();
    let ends =
        words.char_indices().filter(|(_, c)| !is_han(*c)).map(|(at, c)| (line.start + at, c.len_utf8()));
    for (end, length) in ends.chain([(line.end, 0)]) {
        let run = text.get(start..end).unwrap_or_default();
        let holds_cue = start <= cue.start && cue.end <= end;
        if !holds_cue && LENGTHS.contains(&run.chars().count()) {
            spots.push(Spot {
                range: start..end,
                readings: vec![run.chars().rev().collect()],
                layer: Layer::Reversed,
            });
        }
        start = end + length;
    }
    spots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_beside_the_cue_are_read_backwards() {
        let text = "价低最网全,反着念";
        let at = text.find("反着").unwrap();
        let spots = reversed(text, &(at..at + 6));
        assert_eq!(spots.len(), 1);
        assert_eq!(spots[0].readings, ["全网最低价"]);
    }
}
