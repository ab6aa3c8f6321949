//! Many words sought in one pass over a text.
//!
//! The words stand sorted; a table leads from their first two characters to those that begin so, and a small filter in
//! front of it passes over nearly every place of an ordinary text. That finds what an Aho-Corasick automaton finds, and
//! needs no automaton: building one for all packs took a fifth of the time of checking an article.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

/// A word: its bytes in the text of all words, and where in the list of meanings its own stand.
#[derive(Debug, Clone)]
struct Word {
    bytes: Range<u32>,
    meanings: Range<u32>,
}

/// Words and what each means, sorted by word. They lie in one text, so that twenty thousand of them are read at once.
#[derive(Debug, Clone)]
pub(crate) struct Entries<M> {
    text: Cow<'static, str>,
    words: Vec<Word>,
    meanings: Vec<M>,
}

impl<M> Entries<M> {
    /// None yet, of words that lie in `text`.
    pub(crate) fn over(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), words: Vec::new(), meanings: Vec::new() }
    }

    /// Adds a word behind all others, the `bytes` of the text, with what it means.
    pub(crate) fn push(&mut self, bytes: Range<usize>, meanings: impl IntoIterator<Item = M>) {
        let start = count(&self.meanings);
        self.meanings.extend(meanings);
        let at = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        self.words
            .push(Word { bytes: at(bytes.start)..at(bytes.end), meanings: start..count(&self.meanings) });
    }

    /// Each word with what it means, in their order.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[M])> {
        self.words.iter().map(|word| (self.word(word), self.meanings(&word.meanings)))
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn word(&self, word: &Word) -> &str {
        self.text.get(word.bytes.start as usize..word.bytes.end as usize).unwrap_or_default()
    }

    fn meanings(&self, of: &Range<u32>) -> &[M] {
        self.meanings.get(of.start as usize..of.end as usize).unwrap_or_default()
    }
}

impl<M: Copy + Ord> Entries<M> {
    /// Words with a meaning each, of which several may have the same word.
    pub(crate) fn of(mut pairs: Vec<(Cow<'_, str>, M)>) -> Self {
        pairs.sort();
        let mut text = String::new();
        let mut entries = Self::over("");
        for alike in pairs.chunk_by(|(word, _), (next, _)| word == next) {
            let Some((word, _)) = alike.first() else { continue };
            let start = text.len();
            text.push_str(word);
            entries.push(start..text.len(), alike.iter().map(|(_, meaning)| *meaning));
        }
        entries.text = text.into();
        entries
    }
}

/// How many there are: fewer than 2^32, as words are counted in tens of thousands.
fn count<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

/// Words and the way to them.
#[derive(Debug)]
pub(crate) struct Index<M> {
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

impl<M> Index<M> {
    pub(crate) fn new(entries: Entries<M>) -> Self {
        let (mut begins, mut alone) = (Words::default(), Words::default());
        let mut pairs = HashMap::with_capacity(entries.words.len() / 2);
        let mut singles = HashMap::new();
        // Words that begin alike stand side by side.
        let mut start = 0;
        let heads = entries.words.chunk_by(|word, next| head(entries.word(word)) == head(entries.word(next)));
        for alike in heads {
            let range = start..start + count(alike);
            start = range.end;
            match alike.first().map(|word| head(entries.word(word))) {
                Some((Some(first), Some(second))) => {
                    begins.set(hash(first, second));
                    pairs.insert((first, second), range);
                }
                Some((Some(first), None)) => {
                    alone.set(hash(first, '\0'));
                    singles.insert(first, range);
                }
                // An empty word.
                Some((None, _)) | None => {}
            }
        }
        Self { entries, pairs, singles, begins, alone }
    }

    /// The words.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> &Entries<M> {
        &self.entries
    }

    fn slice(&self, range: &Range<u32>) -> &[Word] {
        self.entries.words.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// The first two characters of a word.
fn head(word: &str) -> (Option<char>, Option<char>) {
    let mut chars = word.chars();
    (chars.next(), chars.next())
}

/// The words of the program and those of a site, sought together.
#[derive(Debug)]
pub(crate) struct Lexicon<M> {
    indices: Vec<Arc<Index<M>>>,
    /// Those of all indices.
    begins: Words,
    alone: Words,
}

impl<M> Lexicon<M> {
    pub(crate) fn new(indices: Vec<Arc<Index<M>>>) -> Self {
        let (mut begins, mut alone) = (Words::default(), Words::default());
        for index in &indices {
            begins.add(&index.begins);
            alone.add(&index.alone);
        }
        Self { indices, begins, alone }
    }

    /// What a word means that was found.
    pub(crate) fn meanings(&self, of: &Range<u32>) -> &[M] {
        let mut before = 0;
        for index in &self.indices {
            let next = before + count(&index.entries.meanings);
            if of.start < next {
                return index.entries.meanings(&(of.start - before..of.end - before));
            }
            before = next;
        }
        &[]
    }

    /// Tells `found` of every occurrence of every word in `text`, by place: its bytes, and what [`Lexicon::meanings`] asks
    /// for; and `note` the [`hash`] of each character and of each two.
    pub(crate) fn find_all(
        &self,
        text: &str,
        mut note: impl FnMut(u16),
        mut found: impl FnMut(Range<usize>, Range<u32>),
    ) {
        let mut chars = text.char_indices();
        let Some(mut first) = chars.next() else { return };
        for second in chars {
            self.find_at(text, first, Some(second), &mut note, &mut found);
            first = second;
        }
        self.find_at(text, first, None, &mut note, &mut found);
    }

    fn find_at(
        &self,
        text: &str,
        (start, first): (usize, char),
        second: Option<(usize, char)>,
        note: &mut impl FnMut(u16),
        found: &mut impl FnMut(Range<usize>, Range<u32>),
    ) {
        let one = hash(first, '\0');
        note(one);
        if self.alone.has(one) {
            let end = start + first.len_utf8();
            self.each(|index, before| {
                let words = index.singles.get(&first).map(|words| index.slice(words)).unwrap_or_default();
                words.iter().for_each(|word| found(start..end, behind(before, word)));
            });
        }
        let Some((at, second)) = second else { return };
        let two = hash(first, second);
        note(two);
        if self.begins.has(two) {
            let length = at - start + second.len_utf8();
            self.each(|index, before| {
                if let Some(words) = index.pairs.get(&(first, second)) {
                    longer(index, index.slice(words), text, start, length, &mut |length, word| {
                        found(start..start + length, behind(before, word));
                    });
                }
            });
        }
    }

    /// Hands on each index, and how many meanings those before it have.
    fn each(&self, mut take: impl FnMut(&Index<M>, u32)) {
        let mut before = 0;
        for index in &self.indices {
            take(index, before);
            before += count(&index.entries.meanings);
        }
    }
}

/// What a word means, when so many meanings are `before` its index's own.
fn behind(before: u32, word: &Word) -> Range<u32> {
    before + word.meanings.start..before + word.meanings.end
}

/// Of `words`, which all begin with the `length` bytes of `text` at `start`, those that the text goes on with, and their
/// bytes.
fn longer<M>(
    index: &Index<M>,
    mut words: &[Word],
    text: &str,
    start: usize,
    mut length: usize,
    found: &mut impl FnMut(usize, &Word),
) {
    let rest = text.get(start..).unwrap_or_default().as_bytes();
    let bytes = |word: &Word| index.entries.word(word).as_bytes();
    loop {
        if let [word, longer @ ..] = words
            && word.bytes.len() == length
        {
            found(length, word);
            words = longer;
        }
        if words.len() <= FEW {
            let there = words.iter().filter(|word| rest.starts_with(bytes(word)));
            there.for_each(|word| found(word.bytes.len(), word));
            return;
        }
        // Byte by byte: words are whole characters, so what fits to its end ends with one.
        let Some(next) = rest.get(length) else { return };
        let byte = |word: &Word| bytes(word).get(length).copied();
        let from = words.partition_point(|word| byte(word) < Some(*next));
        let to = words.partition_point(|word| byte(word) <= Some(*next));
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

    /// Takes all keys out.
    pub(super) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Puts the keys of `other` in.
    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(bits, more)| *bits |= more);
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
        let lexicon =
            Lexicon::new([words, more].map(|words| Arc::new(Index::new(Entries::of(words)))).into());
        let mut all = Vec::new();
        lexicon.find_all(
            text,
            |_| (),
            |range, meanings| {
                all.extend(lexicon.meanings(&meanings).iter().map(|index| (range.start, range.end, *index)));
            },
        );
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
