//! Many words sought in one pass over a text.
//!
//! The words stand sorted; a table leads from their first two characters to those that begin so, and a small filter in
//! front of it passes over nearly every place of an ordinary text. That finds what an Aho-Corasick automaton finds, and
//! needs no automaton: building one for all packs took a fifth of the time of checking an article.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::need::Seen;

/// A word, and where in the list of meanings its own stand.
pub(crate) type Entry = (Cow<'static, str>, Range<u32>);

/// Words and what each means, sorted by word.
#[derive(Debug, Clone)]
pub(crate) struct Entries<M> {
    pub(crate) words: Vec<Entry>,
    meanings: Vec<M>,
}

impl<M> Default for Entries<M> {
    fn default() -> Self {
        Self { words: Vec::new(), meanings: Vec::new() }
    }
}

impl<M: Copy + Ord> Entries<M> {
    /// Words with a meaning each, of which several may have the same word.
    pub(crate) fn of(mut pairs: Vec<(Cow<'static, str>, M)>) -> Self {
        pairs.sort();
        let mut entries = Self::default();
        for (word, meaning) in pairs {
            let at = entries.len();
            match entries.words.last_mut() {
                Some((known, meanings)) if *known == word => meanings.end = at + 1,
                _ => entries.words.push((word, at..at + 1)),
            }
            entries.meanings.push(meaning);
        }
        entries
    }

    /// Adds a word behind all others with what it means.
    pub(crate) fn push(&mut self, word: Cow<'static, str>, meanings: impl IntoIterator<Item = M>) {
        let start = self.len();
        self.meanings.extend(meanings);
        self.words.push((word, start..self.len()));
    }

    /// What an entry means.
    pub(crate) fn meanings(&self, of: &Range<u32>) -> &[M] {
        self.meanings.get(of.start as usize..of.end as usize).unwrap_or_default()
    }

    /// How many meanings there are: fewer than 2^32, as words are counted in tens of thousands.
    fn len(&self) -> u32 {
        u32::try_from(self.meanings.len()).unwrap_or(u32::MAX)
    }

    /// These with `more`.
    fn with(&self, more: &Self) -> Self {
        let mut out = Self::default();
        let (mut own, mut others) = (self.words.iter().peekable(), more.words.iter().peekable());
        loop {
            let order = match (own.peek(), others.peek()) {
                (Some((own, _)), Some((other, _))) => own.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return out,
            };
            let own = own.next_if(|_| order != Ordering::Greater);
            let other = others.next_if(|_| order != Ordering::Less);
            let Some((word, _)) = own.or(other) else { return out };
            let of = |entry: Option<&Entry>, all: &Self| {
                entry.map_or_else(Vec::new, |(_, meanings)| all.meanings(meanings).to_vec())
            };
            let meanings = of(own, self).into_iter().chain(of(other, more));
            out.push(word.clone(), meanings);
        }
    }
}

/// Words and what each means, and the way to them.
#[derive(Debug)]
pub(crate) struct Lexicon<M> {
    entries: Entries<M>,
    /// Where among the words those stand that begin with two characters.
    pairs: HashMap<(char, char), Range<u32>>,
    /// Where the word of one character stands.
    singles: HashMap<char, Range<u32>>,
    /// A bit for each hash of two characters that words begin with.
    begins: Words,
    /// A bit for each hash of a word of one character.
    alone: Words,
}

impl<M: Copy + Ord> Lexicon<M> {
    /// A lexicon of some words and of `more`.
    pub(crate) fn new(entries: &Entries<M>, more: &Entries<M>) -> Self {
        let mut entries = entries.with(more);
        entries.words.retain(|(word, _)| !word.is_empty());
        let (mut begins, mut alone) = (Words::default(), Words::default());
        let mut pairs: HashMap<(char, char), Range<u32>> = HashMap::with_capacity(entries.words.len() / 2);
        let mut singles: HashMap<char, Range<u32>> = HashMap::new();
        let mut note = |word: &str, at: u32| {
            let mut chars = word.chars();
            let range = match (chars.next(), chars.next()) {
                (Some(first), Some(second)) => {
                    begins.set(hash(first, second));
                    pairs.entry((first, second)).or_insert(at..at)
                }
                (Some(first), None) => {
                    alone.set(hash(first, '\0'));
                    singles.entry(first).or_insert(at..at)
                }
                (None, _) => return,
            };
            range.end = at + 1;
        };
        for (at, (word, _)) in entries.words.iter().enumerate() {
            if let Ok(at) = u32::try_from(at) {
                note(word, at);
            }
        }
        Self { entries, pairs, singles, begins, alone }
    }

    /// What a word means that was found.
    pub(crate) fn meanings(&self, of: &Range<u32>) -> &[M] {
        self.entries.meanings(of)
    }

    /// Tells `found` of every occurrence of every word in `text`, by place: its bytes, and the meanings. The characters of
    /// the text are noted as `seen`.
    pub(crate) fn find_all(
        &self,
        text: &str,
        seen: &mut Seen,
        mut found: impl FnMut(Range<usize>, &Range<u32>),
    ) {
        let mut chars = text.char_indices();
        let Some(mut first) = chars.next() else { return };
        for second in chars {
            self.find_at(text, first, Some(second), seen, &mut found);
            first = second;
        }
        self.find_at(text, first, None, seen, &mut found);
    }

    fn find_at(
        &self,
        text: &str,
        (start, first): (usize, char),
        second: Option<(usize, char)>,
        seen: &mut Seen,
        found: &mut impl FnMut(Range<usize>, &Range<u32>),
    ) {
        let one = hash(first, '\0');
        seen.note(one);
        if self.alone.has(one)
            && let Some(words) = self.singles.get(&first)
        {
            let end = start + first.len_utf8();
            self.slice(words).iter().for_each(|(_, meanings)| found(start..end, meanings));
        }
        let Some((at, second)) = second else { return };
        let two = hash(first, second);
        seen.note(two);
        if self.begins.has(two)
            && let Some(words) = self.pairs.get(&(first, second))
        {
            let length = at - start + second.len_utf8();
            longer(self.slice(words), text, start, length, found);
        }
    }

    fn slice(&self, range: &Range<u32>) -> &[Entry] {
        self.entries.words.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// Of `words`, which all begin with the `length` bytes of `text` at `start`, those that the text goes on with.
fn longer(
    mut words: &[Entry],
    text: &str,
    start: usize,
    mut length: usize,
    found: &mut impl FnMut(Range<usize>, &Range<u32>),
) {
    let rest = text.get(start..).unwrap_or_default().as_bytes();
    loop {
        if let [(word, meanings), longer @ ..] = words
            && word.len() == length
        {
            found(start..start + length, meanings);
            words = longer;
        }
        if words.len() <= FEW {
            let there = words.iter().filter(|(word, _)| rest.starts_with(word.as_bytes()));
            there.for_each(|(word, meanings)| found(start..start + word.len(), meanings));
            return;
        }
        // Byte by byte: words are whole characters, so what fits to its end ends with one.
        let Some(next) = rest.get(length) else { return };
        let byte = |word: &str| word.as_bytes().get(length).copied();
        let from = words.partition_point(|(word, _)| byte(word) < Some(*next));
        let to = words.partition_point(|(word, _)| byte(word) <= Some(*next));
        words = words.get(from..to).unwrap_or_default();
        length += 1;
    }
}

/// With twenty thousand words, five places of six are passed over by it alone.
type Words = Filter<16>;

/// So many words are compared one by one.
const FEW: usize = 4;

/// A set of keys in 2^`BITS` bits, which may also hold keys that nobody put in.
#[derive(Debug, Clone)]
pub(super) struct Filter<const BITS: u32>(Box<[u64]>);

impl<const BITS: u32> Default for Filter<BITS> {
    fn default() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into())
    }
}

impl<const BITS: u32> Filter<BITS> {
    pub(super) fn set(&mut self, key: u16) {
        let bit = key >> (u16::BITS - BITS);
        if let Some(bits) = self.0.get_mut(usize::from(bit >> 6)) {
            *bits |= 1 << (bit & 63);
        }
    }

    pub(super) fn has(&self, key: u16) -> bool {
        let bit = key >> (u16::BITS - BITS);
        self.0.get(usize::from(bit >> 6)).is_some_and(|bits| bits & (1 << (bit & 63)) != 0)
    }
}

/// A key for two characters.
pub(super) fn hash(first: char, second: char) -> u16 {
    (mixed(first, second) >> 48) as u16
}

/// A number for two characters, the upper bits of which are its hash: a product with 2^64 divided by the golden ratio
/// (Knuth, 6.4).
pub(super) fn mixed(first: char, second: char) -> u64 {
    let both = u64::from(u32::from(first)) << 21 | u64::from(u32::from(second));
    both.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(words: &[String], text: &str) -> Vec<(usize, usize, usize)> {
        let words = words.iter().enumerate().map(|(index, word)| (Cow::Owned(word.clone()), index));
        let mut words: Vec<(Cow<'static, str>, usize)> = words.collect();
        let more = words.split_off(words.len() / 2);
        let lexicon = Lexicon::new(&Entries::of(words), &Entries::of(more));
        let mut all = Vec::new();
        lexicon.find_all(text, &mut Seen::default(), |range, meanings| {
            all.extend(lexicon.meanings(meanings).iter().map(|index| (range.start, range.end, *index)));
        });
        all.sort_unstable();
        all
    }

    proptest! {
        #[test]
        fn every_occurrence_is_found_and_nothing_else(
            words in proptest::collection::vec("[最佳好a1 ]{1,5}", 0..60),
            text in "[最佳好a1 ]{0,60}",
        ) {
            let mut expected = Vec::new();
            for (index, word) in words.iter().enumerate() {
                let starts = text.char_indices().map(|(start, _)| start);
                let there = starts.filter(|start| text[*start..].starts_with(word.as_str()));
                expected.extend(there.map(|start| (start, start + word.len(), index)));
            }
            expected.sort_unstable();
            prop_assert_eq!(found(&words, &text), expected);
        }
    }

    #[test]
    fn an_empty_word_and_an_empty_text_are_nothing() {
        assert_eq!(found(&[String::new(), "甲".to_owned()], ""), []);
        assert_eq!(found(&[String::new(), "甲".to_owned()], "甲乙"), [(0, 3, 1)]);
    }
}
