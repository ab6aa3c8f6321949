//! What the classifier counts in a sentence: its characters, pairs of neighbours, and pairs with one character between.
//! Each is a number; what it weighs stands in the model.

/// How many characters of a sentence are looked at: long enough for any sentence, short enough for a hostile line.
pub(super) const LONGEST: usize = 200;

/// What identifies a character or a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Feature(u64);

impl Feature {
    fn new(kind: u64, first: char, second: char) -> Self {
        let key = kind << 42 | u64::from(u32::from(first)) << 21 | u64::from(u32::from(second));
        Self(key.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// Where a table of `1 << bits` slots looks for it first.
    pub(super) fn slot(self, bits: u32) -> usize {
        usize::try_from(self.0 >> (64 - bits)).unwrap_or_default()
    }

    /// What tells it from others of its slot; never zero.
    pub(super) fn print(self) -> u16 {
        let bits = self.0 >> 24 & 0xffff;
        u16::try_from(bits).unwrap_or_default().max(1)
    }
}

/// Gives the features of a folded sentence to `each`, with the byte behind each, and tells how many characters counted:
/// blanks do not, a number counts as one digit, and so does a mark that is repeated.
pub(super) fn features(sentence: &str, mut each: impl FnMut(Feature, usize)) -> usize {
    let (mut one, mut two) = ('\0', '\0');
    let mut count = 0;
    for (at, c) in sentence.char_indices() {
        let c = match c {
            '\0'..='\u{20}' => continue,
            '0'..='9' => '0',
            _ => c,
        };
        if c == one && !is_han(c) {
            continue;
        }
        let end = at + c.len_utf8();
        each(Feature::new(1, c, '\0'), end);
        if one != '\0' {
            each(Feature::new(2, one, c), end);
        }
        if two != '\0' {
            each(Feature::new(3, two, c), end);
        }
        (two, one) = (one, c);
        count += 1;
        if count == LONGEST {
            break;
        }
    }
    count
}

fn is_han(c: char) -> bool {
    c >= '\u{3400}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sentence: &str) -> (usize, Vec<Feature>) {
        let mut found = Vec::new();
        let count = features(sentence, |feature, _| found.push(feature));
        (count, found)
    }

    #[test]
    fn blanks_numbers_and_repeated_marks_make_no_difference() {
        assert_eq!(of("满 100 减 20!!!"), of("满5减3!"));
        assert_ne!(of("满减").1, of("减满").1);
        assert_eq!(of("签发").0, 2);
        assert_eq!(of("签发").1.len(), 3, "two characters and one pair");
        assert_eq!(of("人人").0, 2, "a Chinese character may be repeated");
    }

    #[test]
    fn a_line_without_end_is_looked_at_at_its_beginning() {
        assert_eq!(of(&"热饮".repeat(10_000)).0, LONGEST);
    }
}
