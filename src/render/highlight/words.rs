//! The words of a language in a table that the compiler builds: nothing is made when the program starts, and a look-up
//! is one hash and, nearly always, one comparison.

/// What a word of a language does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Keyword,
    /// A keyword where something follows that it can stand before, else a name like any other.
    Soft,
    /// A keyword before the name of a function.
    Function,
    /// A keyword before the name of a type.
    Type,
    /// A type that the language brings along.
    KnownType,
    /// A constant that the language brings along.
    Constant,
    /// A function that the language brings along.
    Builtin,
    /// A word for something that is neither: directives, properties.
    Attribute,
}

/// Slots of a table; a power of two, at most three quarters of them used.
const SLOTS: usize = 512;
const FREE: u8 = u8::MAX;

#[derive(Debug, Clone, Copy)]
struct Slot {
    group: u8,
    length: u8,
    start: u16,
}

/// A table of words.
#[derive(Debug)]
pub(super) struct Words {
    groups: &'static [(Word, &'static str)],
    slots: [Slot; SLOTS],
    longest: usize,
}

/// A hash that does not tell capitals from small letters.
const fn hash(text: &[u8], start: usize, length: usize) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = start;
    while at < start + length {
        hash = (hash ^ (text[at] | 0x20) as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 15)) as usize % SLOTS
}

impl Words {
    /// The words of each group, parted by single blanks. A word that stands in two groups is of the first.
    pub(super) const fn new(groups: &'static [(Word, &'static str)]) -> Self {
        let mut slots = [Slot { group: FREE, length: 0, start: 0 }; SLOTS];
        let (mut used, mut longest, mut group) = (0, 0, 0);
        while group < groups.len() {
            let text = groups[group].1.as_bytes();
            let mut start = 0;
            while start < text.len() {
                let mut end = start;
                while end < text.len() && text[end] != b' ' {
                    end += 1;
                }
                let length = end - start;
                assert!(length > 0 && length < 256 && start < 65_536, "words are parted by single blanks");
                let mut at = hash(text, start, length);
                while slots[at].group != FREE {
                    at = (at + 1) % SLOTS;
                }
                #[expect(clippy::cast_possible_truncation, reason = "asserted above")]
                let slot = Slot { group: group as u8, length: length as u8, start: start as u16 };
                slots[at] = slot;
                used += 1;
                assert!(used < SLOTS / 4 * 3, "too many words for the table");
                longest = if length > longest { length } else { longest };
                start = end + 1;
            }
            group += 1;
        }
        Self { groups, slots, longest }
    }

    /// What `word` does; `fold` ignores capitals.
    pub(super) fn get(&self, word: &str, fold: bool) -> Option<Word> {
        let bytes = word.as_bytes();
        if bytes.is_empty() || bytes.len() > self.longest {
            return None;
        }
        let mut at = hash(bytes, 0, bytes.len());
        loop {
            let slot = self.slots.get(at)?;
            let (word, text) = self.groups.get(usize::from(slot.group))?;
            let start = usize::from(slot.start);
            let known = text.as_bytes().get(start..start + usize::from(slot.length))?;
            if known == bytes || fold && known.eq_ignore_ascii_case(bytes) {
                return Some(*word);
            }
            at = (at + 1) % SLOTS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: Words = Words::new(&[(Word::Keyword, "if else fn"), (Word::Constant, "true None fn")]);

    #[test]
    fn words_are_found_and_others_are_not() {
        assert_eq!(WORDS.get("else", false), Some(Word::Keyword));
        assert_eq!(WORDS.get("fn", false), Some(Word::Keyword));
        assert_eq!(WORDS.get("None", false), Some(Word::Constant));
        assert_eq!(WORDS.get("NONE", true), Some(Word::Constant));
        assert_eq!(WORDS.get("none", false), None);
        assert_eq!(WORDS.get("f", false), None);
        assert_eq!(WORDS.get("", false), None);
    }
}
