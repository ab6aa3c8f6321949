//! Lines and characters as editors count them: from 0, in UTF-16 unless both sides agree on something else.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// A byte.
    Utf8,
    /// Half a surrogate pair, or a character that needs none.
    #[default]
    Utf16,
    /// A Unicode character.
    Utf32,
}

impl Encoding {
    /// The name in the protocol.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    /// The encoding of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Utf8, Self::Utf16, Self::Utf32].into_iter().find(|encoding| encoding.name() == name)
    }

    fn units(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// Characters before it in the line, in the agreed encoding.
    pub character: u32,
}

/// From one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// Bytes between two counts of characters, so that a place in a line of megabytes costs no more than one in a short one.
const STEP: usize = 1024;

/// Where the lines of a text begin, and how many characters stand before every [`STEP`]th byte.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
    /// UTF-16 units and characters.
    counts: Vec<[usize; 2]>,
}

impl Lines {
    /// Of `text`. Lines end with `\n`, `\r\n` or `\r`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(at + 1);
            }
        }
        let mut total = [0, 0];
        let mut counts = vec![total];
        for chunk in bytes.chunks(STEP) {
            for byte in chunk {
                let [units, characters] = begun(*byte);
                total = [total[0] + units, total[1] + characters];
            }
            counts.push(total);
        }
        Self { starts, counts }
    }

    /// Where the byte `offset` of `text` stands; one beyond the end is taken as the end.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let offset = text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let character = match encoding {
            Encoding::Utf8 => offset - start,
            Encoding::Utf16 => self.before(text, offset)[0] - self.before(text, start)[0],
            Encoding::Utf32 => self.before(text, offset)[1] - self.before(text, start)[1],
        };
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(character) }
    }

    /// The byte of `text` at `position`; one beyond its line is taken as the line's end, one inside a character as the
    /// character's beginning.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let Some(start) = self.starts.get(line).copied() else { return text.len() };
        let end = line.checked_add(1).and_then(|next| self.starts.get(next)).copied().unwrap_or(text.len());
        let within = text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let mut left = usize::try_from(position.character).unwrap_or(usize::MAX);
        for (at, c) in within.char_indices() {
            let units = encoding.units(c);
            if left < units {
                return start + at;
            }
            left -= units;
        }
        start + within.len()
    }

    /// The bytes `range` of `text`.
    pub fn span(&self, text: &str, range: Range<usize>, encoding: Encoding) -> Span {
        let at = |offset| self.position(text, offset, encoding);
        Span { start: at(range.start), end: at(range.end) }
    }

    /// UTF-16 units and characters that begin before the byte `offset`.
    fn before(&self, text: &str, offset: usize) -> [usize; 2] {
        let step = offset / STEP;
        let counted = self.counts.get(step).copied().unwrap_or_default();
        let rest = text.as_bytes().get(step * STEP..offset).unwrap_or_default();
        rest.iter().fold(counted, |[units, characters], byte| {
            let more = begun(*byte);
            [units + more[0], characters + more[1]]
        })
    }
}

/// UTF-16 units and characters that begin with `byte`.
const fn begun(byte: u8) -> [usize; 2] {
    match byte {
        0x80..=0xbf => [0, 0],
        0xf0.. => [2, 1],
        _ => [1, 1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn each_encoding_counts_in_its_own_way_and_comes_back() {
        let text = "甲🙂乙\r\nab\rc\n";
        let lines = Lines::new(text);
        let offset = text.find('乙').unwrap();
        for (encoding, character) in [(Encoding::Utf8, 7), (Encoding::Utf16, 3), (Encoding::Utf32, 2)] {
            assert_eq!(lines.position(text, offset, encoding), at(0, character));
            assert_eq!(lines.offset(text, at(0, character), encoding), offset);
        }
        assert_eq!(lines.position(text, text.find('c').unwrap(), Encoding::Utf16), at(2, 0));
        assert_eq!(lines.position(text, 999, Encoding::Utf16), at(3, 0));
    }

    #[test]
    fn places_that_do_not_exist_are_moved_to_the_nearest_before() {
        let text = "甲🙂乙\r\nab";
        let lines = Lines::new(text);
        // Inside the pair of the emoji.
        assert_eq!(lines.offset(text, at(0, 2), Encoding::Utf16), 3);
        assert_eq!(lines.offset(text, at(0, 99), Encoding::Utf16), text.find('\r').unwrap());
        assert_eq!(lines.offset(text, at(u32::MAX, u32::MAX), Encoding::Utf16), text.len());
    }

    #[test]
    fn a_long_line_is_counted_right_across_the_steps() {
        let text = format!("甲\n{}", "一🙂a".repeat(2000));
        let lines = Lines::new(&text);
        for (count, (offset, _)) in text[4..].char_indices().enumerate().step_by(701) {
            assert_eq!(lines.position(&text, offset + 4, Encoding::Utf32).character as usize, count);
            let position = lines.position(&text, offset + 4, Encoding::Utf16);
            assert_eq!(lines.offset(&text, position, Encoding::Utf16), offset + 4);
        }
    }
}
