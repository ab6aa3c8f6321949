//! Many words sought in one pass over a text.
//!
//! The words stand sorted; a table leads from their first three characters to those that begin so, and a small filter in
//! front of it passes over nearly every place of an ordinary text. That finds what an Aho-Corasick automaton finds, and
//! needs no automaton: building one for all packs took a fifth of the time of checking an article.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::fold::ideograph;

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

    /// With room for so many words and meanings.
    pub(crate) fn with_room(self, words: usize, meanings: usize) -> Self {
        Self { words: Vec::with_capacity(words), meanings: Vec::with_capacity(meanings), ..self }
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

/// The first three characters of a word, or all of a shorter one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head(u64);

impl Head {
    /// No character.
    const NONE: u64 = 0x1f_ffff;

    fn new(first: char, second: Option<char>, third: Option<char>) -> Self {
        let bits = |c: Option<char>| c.map_or(Self::NONE, |c| u64::from(u32::from(c)));
        Self(bits(Some(first)) << 42 | bits(second) << 21 | bits(third))
    }

    fn of(word: &str) -> Option<Self> {
        let mut chars = word.chars();
        Some(Self::new(chars.next()?, chars.next(), chars.next()))
    }

    /// A number whose upper bits are its hash.
    fn mixed(self) -> u64 {
        spread(self.0)
    }
}

/// Words and the way to them.
#[derive(Debug)]
pub(crate) struct Index<M> {
    entries: Entries<M>,
    /// Where among the words those stand that begin alike.
    heads: Vec<(Head, Range<u32>)>,
    /// By the hash of a head, one more than its place among them; nought where there is none. Half of it is free.
    slots: Box<[u32]>,
    /// A bit for each hash of a head.
    begins: Heads,
}

impl<M> Index<M> {
    pub(crate) fn new(entries: Entries<M>) -> Self {
        let mut heads = Vec::with_capacity(entries.words.len());
        let mut begins = Heads::default();
        // Words that begin alike stand side by side.
        let mut start = 0;
        let known = entries.words.iter().map(|word| Head::of(entries.word(word)));
        let known: Vec<Option<Head>> = known.collect();
        for alike in known.chunk_by(|head, next| head == next) {
            let range = start..start + count(alike);
            start = range.end;
            // An empty word has none.
            if let Some(Some(head)) = alike.first() {
                begins.set(head.mixed());
                heads.push((*head, range));
            }
        }
        let mut slots = vec![0; (2 * heads.len()).next_power_of_two().max(2)];
        for ((head, _), number) in heads.iter().zip(1..) {
            let mut slot = slot(*head, slots.len());
            while slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) % slots.len();
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = number;
            }
        }
        Self { entries, heads, slots: slots.into(), begins }
    }

    /// The words.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> &Entries<M> {
        &self.entries
    }

    /// The words that begin with `head`.
    fn words(&self, head: Head) -> &[Word] {
        let mut at = slot(head, self.slots.len());
        while let Some(number) = self.slots.get(at).and_then(|number| number.checked_sub(1)) {
            match self.heads.get(number as usize) {
                Some((known, range)) if *known == head => {
                    let range = range.start as usize..range.end as usize;
                    return self.entries.words.get(range).unwrap_or_default();
                }
                _ => at = (at + 1) % self.slots.len(),
            }
        }
        &[]
    }
}

/// Where a table of so many slots, a power of two, looks for a head first.
fn slot(head: Head, slots: usize) -> usize {
    usize::try_from(head.mixed() >> (64 - slots.trailing_zeros())).unwrap_or_default()
}

/// The words of the program and those of a site, sought together.
#[derive(Debug)]
pub(crate) struct Lexicon<M> {
    /// With how many meanings those before each have.
    indices: Vec<(Arc<Index<M>>, u32)>,
    /// Those of all indices.
    begins: Heads,
}

impl<M> Lexicon<M> {
    pub(crate) fn new(indices: Vec<Arc<Index<M>>>) -> Self {
        let mut begins = Heads::default();
        let mut before = 0;
        let with_offset = |index: Arc<Index<M>>| {
            begins.add(&index.begins);
            let own = before;
            before += count(&index.entries.meanings);
            (index, own)
        };
        let indices = indices.into_iter().map(with_offset).collect();
        Self { indices, begins }
    }

    /// What a word means that was found.
    pub(crate) fn meanings(&self, of: &Range<u32>) -> &[M] {
        let index = self.indices.iter().rev().find(|(_, before)| *before <= of.start);
        index.map_or(&[], |(index, before)| index.entries.meanings(&(of.start - before..of.end - before)))
    }

    /// Tells `found` of every occurrence of every word in `text`, by place: its bytes, and what [`Lexicon::meanings`] asks
    /// for; and `note` the [`hash`] of each character and of each two.
    pub(crate) fn find_all(
        &self,
        text: &str,
        mut note: impl FnMut(u16),
        mut found: impl FnMut(Range<usize>, Range<u32>),
    ) {
        let bytes = text.as_bytes();
        // A character as a head has it, and where the next one begins.
        let read = |at: usize| {
            let rest = bytes.get(at..).unwrap_or_default();
            if let Some(code) = ideograph(rest) {
                return (u64::from(code), at + 3);
            }
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            c.map_or((Head::NONE, at), |c| (u64::from(u32::from(c)), at + c.len_utf8()))
        };
        let mut start = 0;
        let (mut a, mut behind_a) = read(start);
        let (mut b, mut behind_b) = read(behind_a);
        while a != Head::NONE {
            let (c, behind_c) = read(behind_b);
            let one = Head(a << 42 | Head::NONE << 21 | Head::NONE);
            let hash = one.mixed();
            note(short(hash));
            if self.begins.has(hash) {
                self.find_whole(one, start..behind_a, &mut found);
            }
            if b != Head::NONE {
                let two = Head(a << 42 | b << 21 | Head::NONE);
                let hash = two.mixed();
                note(short(hash));
                if self.begins.has(hash) {
                    self.find_whole(two, start..behind_b, &mut found);
                }
            }
            if c != Head::NONE {
                let three = Head(a << 42 | b << 21 | c);
                if self.begins.has(three.mixed()) {
                    self.find_at(three, text, start..behind_c, &mut found);
                }
            }
            (start, a, behind_a) = (behind_a, b, behind_b);
            (b, behind_b) = (c, behind_c);
        }
    }

    /// Tells of the word that is `head`, the bytes `range` of the text.
    #[inline(never)]
    fn find_whole(&self, head: Head, range: Range<usize>, found: &mut impl FnMut(Range<usize>, Range<u32>)) {
        for (index, before) in &self.indices {
            for word in index.words(head) {
                found(range.clone(), before + word.meanings.start..before + word.meanings.end);
            }
        }
    }

    /// Tells of the words that begin with `head`, the bytes `begin` of `text`.
    #[inline(never)]
    fn find_at(
        &self,
        head: Head,
        text: &str,
        begin: Range<usize>,
        found: &mut impl FnMut(Range<usize>, Range<u32>),
    ) {
        for (index, before) in &self.indices {
            let words = index.words(head);
            if !words.is_empty() {
                longer(index, words, text, begin.start, begin.len(), &mut |length, word| {
                    found(
                        begin.start..begin.start + length,
                        before + word.meanings.start..before + word.meanings.end,
                    );
                });
            }
        }
    }
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

/// With twenty thousand words, nine places of ten are passed over by it alone.
type Heads = Filter<18>;

/// So many words are compared one by one.
const FEW: usize = 4;

/// A set of hashes in 2^`BITS` bits, which may also hold some that nobody put in. What counts are their upper bits.
#[derive(Debug, Clone)]
pub(super) struct Filter<const BITS: u32>(Box<[u64]>);

impl<const BITS: u32> Default for Filter<BITS> {
    fn default() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into())
    }
}

impl<const BITS: u32> Filter<BITS> {
    fn at(hash: u64) -> (usize, u64) {
        let bit = hash >> (u64::BITS - BITS);
        (usize::try_from(bit >> 6).unwrap_or_default(), 1 << (bit & 63))
    }

    pub(super) fn set(&mut self, hash: u64) {
        let (at, bit) = Self::at(hash);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Takes all out.
    pub(super) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Puts those of `other` in.
    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(bits, more)| *bits |= more);
    }

    pub(super) fn has(&self, hash: u64) -> bool {
        let (at, bit) = Self::at(hash);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

/// A key for two characters, or for one.
pub(super) fn hash(first: char, second: Option<char>) -> u16 {
    short(Head::new(first, second, None).mixed())
}

/// The upper bits of a hash.
fn short(hash: u64) -> u16 {
    (hash >> 48) as u16
}

/// A number for two characters, the upper bits of which are its hash.
pub(super) fn mixed(first: char, second: char) -> u64 {
    spread(u64::from(u32::from(first)) << 21 | u64::from(u32::from(second)))
}

/// A product with 2^64 divided by the golden ratio, whose upper bits are a hash (Knuth, 6.4).
fn spread(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
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
