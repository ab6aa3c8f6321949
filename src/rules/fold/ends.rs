//! Where the sentences of a folded text end, read in one pass, so that the sentence around a place is looked up.

use std::ops::Range;

use super::REACH;
use crate::base::bytes::Bytes;

/// What the marks begin with that end sentences.
static BEGIN: Bytes = Bytes::of(&[b'\n', b'!', b'?', b';', 0xe3, 0xef]);

/// Where the marks stand that end sentences.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ends {
    /// Bytes, in order.
    marks: Vec<Range<usize>>,
}

impl Ends {
    /// Those of `text`: what [`super::ends_sentence`] says of its characters.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::new();
        let mut next = 0;
        while let Some(at) = BEGIN.find(bytes, next) {
            next = at + 1;
            let length = match bytes.get(at) {
                Some(0xe3) if bytes.get(next..next + 2) == Some(&[0x80, 0x82]) => 3,
                Some(0xef) if matches!(bytes.get(next..next + 2), Some([0xbc, 0x81 | 0x9b | 0x9f])) => 3,
                Some(0xe3 | 0xef) => continue,
                _ => 1,
            };
            marks.push(at..at + length);
        }
        Self { marks }
    }

    /// Bytes of the sentence around `range` of `text`, at most [`REACH`] bytes to either side.
    pub(super) fn sentence(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let (whole, _) = self.around(text, &range);
        let from = text.floor_char_boundary(range.start.saturating_sub(REACH));
        let to = text.ceil_char_boundary((range.end + REACH).min(text.len()));
        whole.start.max(from)..whole.end.min(to)
    }

    /// Bytes between the marks of a text of `length` bytes.
    pub(super) fn sentences(&self, length: usize) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.marks.iter().map(|mark| mark.end));
        let ends = self.marks.iter().map(|mark| mark.start).chain(std::iter::once(length));
        starts.zip(ends).map(|(start, end)| start..end).filter(|range| !range.is_empty())
    }

    /// Bytes of the sentence around `range` of `text`, and whether no end of another stands in it.
    pub(crate) fn around(&self, text: &str, range: &Range<usize>) -> (Range<usize>, bool) {
        let first = self.marks.partition_point(|mark| mark.start < range.start);
        let behind = self.marks.get(first..).unwrap_or_default();
        let inside = behind.iter().take_while(|mark| mark.start < range.end).count();
        let start = first.checked_sub(1).and_then(|before| self.marks.get(before)).map_or(0, |mark| mark.end);
        let end = behind.get(inside).map_or(text.len(), |mark| mark.start);
        (start..end, inside == 0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{ends_sentence, fold};
    use super::*;

    #[test]
    fn sentences_end_at_their_marks() {
        let text = fold("一。二，最佳三！四");
        let at = text.find("最佳").unwrap();
        assert_eq!(&text[Ends::of(&text).sentence(&text, at..at + 6)], "二,最佳三");
    }

    proptest! {
        #[test]
        fn the_sentence_around_a_place_reaches_from_mark_to_mark(
            text in "[一二a。!?;\n、，]{0,40}", start in 0..40_usize, length in 0..9_usize,
        ) {
            let at = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
            let range = at(start)..at(start + length);
            let before = text[..range.start].rfind(ends_sentence);
            let before = before.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
            let behind = text[range.end..].find(ends_sentence).map_or(text.len(), |at| range.end + at);
            prop_assert_eq!(Ends::of(&text).sentence(&text, range), before..behind);
        }
    }
}
