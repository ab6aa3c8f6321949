//! Near duplicates among the articles of a site, in time that grows with their length and not with their pairs.
//!
//! Every article leaves a print: hashes of its shingles (five letters of the folded body, punctuation and quotations
//! left out), of which a share is kept that depends on the hash alone, so that equal passages leave equal hashes. An
//! index from hash to articles then says which articles share passages, and how large the share is. Passages that many
//! articles have (footers, notices, house phrases) say nothing and are left out.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use rayon::prelude::*;

use super::document::Document;
use super::fold::{is_han, is_han_or_letter};
use crate::base::pack::{Pack, Packer, Unpacker};
use crate::source::plain::Zone;

/// Letters of a shingle.
const SHINGLE: usize = 5;
/// Shortest body that is compared, in letters: two short notices are alike without anybody copying.
const LEAST: usize = 80;
/// A hash that more articles than this have is house phrase.
const COMMON: usize = 24;
/// A paragraph that this many articles have word for word is boiler-plate.
const REPEATED: u32 = 4;
/// The smallest share that is told.
const LEAST_SHARE: f64 = 0.3;
/// How many of the articles with a hash are looked at.
const PARTNERS: usize = 8;

/// What an article leaves for comparison.
#[derive(Debug, Default)]
pub(crate) struct Print {
    /// Sampled hashes and the paragraph each stands in, sorted by hash, each hash once.
    samples: Vec<(u32, u16)>,
    /// Hash of each paragraph, and its bytes in the file.
    paragraphs: Vec<(u32, Range<u32>)>,
    /// Of a hash, this many low bits are zero when it is kept.
    sparse: u32,
    /// Hash of all letters.
    whole: u64,
}

/// One article that is largely contained in another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Likeness {
    /// The article, an index into the prints.
    pub(crate) article: usize,
    /// The one it is like.
    pub(crate) other: usize,
    /// How much of the article stands in the other, 0 to 1.
    pub(crate) share: f64,
    /// The paragraph with most of it, bytes of the article's file.
    pub(crate) here: Range<usize>,
    /// Its counterpart, bytes of the other file.
    pub(crate) there: Range<usize>,
}

/// Numbers that are hashes already.
#[derive(Default)]
struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Counts by hash.
type Counts = HashMap<u32, u32, BuildHasherDefault<Plain>>;

impl Pack for Print {
    fn pack(&self, out: &mut Packer) {
        out.number(self.samples.len() as u64);
        for (hash, paragraph) in &self.samples {
            out.number(u64::from(*hash));
            out.number(u64::from(*paragraph));
        }
        out.number(self.paragraphs.len() as u64);
        for (hash, range) in &self.paragraphs {
            [*hash, range.start, range.end].iter().for_each(|number| out.number(u64::from(*number)));
        }
        out.number(u64::from(self.sparse));
        out.number(self.whole);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let mut print = Self::default();
        let short = |from: &mut Unpacker<'_>| u32::try_from(from.number()?).ok();
        for _ in 0..from.number()? {
            print.samples.push((short(from)?, u16::try_from(from.number()?).ok()?));
        }
        for _ in 0..from.number()? {
            print.paragraphs.push((short(from)?, short(from)?..short(from)?));
        }
        print.sparse = short(from)?;
        print.whole = from.number()?;
        Some(print)
    }
}

impl Print {
    /// The print of an article's own words; `None` when it has too few, or is no article.
    pub(crate) fn of(document: &Document<'_>) -> Option<Self> {
        document.article()?;
        let mut letters: Vec<u32> = Vec::with_capacity(document.plain.text().len() / 3);
        let mut paragraphs: Vec<(Range<usize>, Range<u32>)> = Vec::new();
        for block in &document.plain.blocks {
            let spoken = matches!(block.zone, Zone::Paragraph | Zone::Item | Zone::Cell | Zone::Heading(_));
            if !spoken || block.quoted {
                continue;
            }
            let text = document.plain.text().get(block.range.clone()).unwrap_or_default();
            let first = letters.len();
            for c in text.chars().filter(|c| is_han_or_letter(*c)) {
                if is_han(c) {
                    letters.push(u32::from(c));
                } else {
                    letters.extend(c.to_lowercase().map(u32::from));
                }
            }
            if letters.len() - first < SHINGLE {
                letters.truncate(first);
                continue;
            }
            let start = u32::try_from(block.source.start).ok()?;
            paragraphs.push((first..letters.len(), start..u32::try_from(block.source.end).ok()?));
        }
        (letters.len() >= LEAST).then(|| Self::build(&letters, &paragraphs))
    }

    /// The print of `paragraphs`: which of `letters` each has, and its bytes in the file.
    fn build(letters: &[u32], paragraphs: &[(Range<usize>, Range<u32>)]) -> Self {
        // At most some four hundred samples of an ordinary article; all of a short one.
        let sparse = match letters.len() {
            0..400 => 0,
            400..3200 => 3,
            _ => 5,
        };
        let mut print = Self { sparse, whole: 0xcbf2_9ce4_8422_2325, ..Self::default() };
        for (own, source) in paragraphs {
            let text = letters.get(own.clone()).unwrap_or_default();
            let index = u16::try_from(print.paragraphs.len()).unwrap_or(u16::MAX);
            let mut whole = 0_u64;
            each_shingle(text, |hash| {
                whole = whole.rotate_left(5).wrapping_add(u64::from(hash));
                if hash.trailing_zeros() >= sparse {
                    print.samples.push((hash, index));
                }
            });
            print.whole = (print.whole.rotate_left(7) ^ whole).wrapping_mul(0x0100_0000_01b3);
            print.paragraphs.push((fold64(whole), source.clone()));
        }
        print.samples.sort_unstable();
        print.samples.dedup_by_key(|(hash, _)| *hash);
        print
    }

    fn source(&self, paragraph: u16) -> Range<usize> {
        let range = self.paragraphs.get(usize::from(paragraph)).map(|(_, range)| range.clone());
        let range = range.unwrap_or_default();
        usize::try_from(range.start).unwrap_or(0)..usize::try_from(range.end).unwrap_or(0)
    }
}

/// 64 bits as 32, all of them used.
fn fold64(value: u64) -> u32 {
    let mixed = (value ^ (value >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    u32::try_from(mixed >> 32).unwrap_or(0)
}

/// Calls `visit` with the hash of every [`SHINGLE`] letters in a row: a polynomial of them, which rolls on.
fn each_shingle(letters: &[u32], mut visit: impl FnMut(u32)) {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    const LAST: u64 = BASE.wrapping_pow(SHINGLE as u32);
    let mut sum = 0_u64;
    for (index, letter) in letters.iter().enumerate() {
        sum = sum.wrapping_add(u64::from(*letter)).wrapping_mul(BASE);
        if let Some(gone) = index.checked_sub(SHINGLE).and_then(|gone| letters.get(gone)) {
            sum = sum.wrapping_sub(u64::from(*gone).wrapping_mul(LAST).wrapping_mul(BASE));
        }
        if index + 1 >= SHINGLE {
            visit(fold64(sum));
        }
    }
}

/// The articles of which a good part ([`LEAST_SHARE`]) stands in another: each once, with the one it is most like. `rank` says which
/// of two came later and is to be reported; equal ranks go by index.
pub(crate) fn likenesses(prints: &[Option<Print>], rank: &[i64]) -> Vec<Likeness> {
    let repeated = repeated_paragraphs(prints);
    let index = Index::new(prints, &repeated);
    let order = |article: usize| (rank.get(article).copied().unwrap_or(0), article);
    let mut firsts: HashMap<u64, usize> = HashMap::new();
    let mut in_order: Vec<usize> = (0..prints.len()).collect();
    in_order.sort_unstable_by_key(|article| order(*article));
    let printed = in_order.into_iter().filter_map(|article| Some((article, prints.get(article)?.as_ref()?)));
    // Each article with the first that has the same words throughout.
    let pairs: Vec<(usize, usize)> =
        printed.map(|(article, print)| (article, *firsts.entry(print.whole).or_insert(article))).collect();
    let likeness = |(article, first): (usize, usize)| {
        // A copy of the whole is told even where everything in it is repeated by many.
        if first == article {
            best(prints, &index, &repeated, article, order)
        } else {
            copy(prints, article, first)
        }
    };
    pairs.into_par_iter().filter_map(likeness).collect()
}

/// Paragraphs that many articles have.
fn repeated_paragraphs(prints: &[Option<Print>]) -> Counts {
    let mut counts = Counts::default();
    for print in prints.iter().flatten() {
        let mut own: Vec<u32> = print.paragraphs.iter().map(|(hash, _)| *hash).collect();
        own.sort_unstable();
        own.dedup();
        for hash in own {
            *counts.entry(hash).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= REPEATED);
    counts
}

/// Which articles have a hash: pairs sorted by hash.
struct Index {
    entries: Vec<(u32, u32)>,
}

impl Index {
    fn new(prints: &[Option<Print>], repeated: &Counts) -> Self {
        let mut entries = Vec::new();
        for (article, print) in prints.iter().enumerate() {
            let (Some(print), Ok(article)) = (print, u32::try_from(article)) else { continue };
            entries.extend(own(print, repeated).map(|(hash, _)| (hash, article)));
        }
        entries.par_sort_unstable();
        Self { entries }
    }

    /// The articles with `hash`; none when it is too common to mean anything.
    fn articles(&self, hash: u32) -> impl Iterator<Item = usize> {
        let first = self.entries.partition_point(|(known, _)| *known < hash);
        let rest = self.entries.get(first..).unwrap_or_default();
        let count = rest.iter().take(COMMON + 1).take_while(|(known, _)| *known == hash).count();
        let count = if count > COMMON { 0 } else { count };
        rest.iter().take(count).map(|(_, article)| usize::try_from(*article).unwrap_or(usize::MAX))
    }
}

/// The samples of a print that do not stand in a repeated paragraph.
fn own<'p>(print: &'p Print, repeated: &'p Counts) -> impl Iterator<Item = (u32, u16)> + 'p {
    print.samples.iter().copied().filter(|(_, paragraph)| {
        let paragraph = print.paragraphs.get(usize::from(*paragraph));
        paragraph.is_some_and(|(hash, _)| !repeated.contains_key(hash))
    })
}

fn copy(prints: &[Option<Print>], article: usize, other: usize) -> Option<Likeness> {
    let (print, first) = (prints.get(article)?.as_ref()?, prints.get(other)?.as_ref()?);
    Some(Likeness { article, other, share: 1.0, here: print.source(0), there: first.source(0) })
}

/// The earlier article that has most of `article`.
fn best(
    prints: &[Option<Print>],
    index: &Index,
    repeated: &Counts,
    article: usize,
    order: impl Fn(usize) -> (i64, usize),
) -> Option<Likeness> {
    let print = prints.get(article)?.as_ref()?;
    let mut shared: Vec<(usize, u32)> = Vec::new();
    for (hash, _) in own(print, repeated) {
        let earlier = index.articles(hash).filter(|other| order(*other) < order(article));
        for other in earlier.take(PARTNERS) {
            let known = shared.iter_mut().find(|(known, _)| *known == other);
            if let Some((_, count)) = known {
                *count += 1;
            } else if shared.len() < 64 {
                // Many partners with a little each are no copy of any of them.
                shared.push((other, 1));
            }
        }
    }
    let likeness = |(other, count): (usize, u32)| {
        let second = prints.get(other)?.as_ref()?;
        let sparse = print.sparse.max(second.sparse);
        let comparable = own(print, repeated).filter(|(hash, _)| hash.trailing_zeros() >= sparse).count();
        let share = f64::from(count) / f64::from(u32::try_from(comparable.max(1)).ok()?);
        (count >= 8 && comparable >= 16 && share >= LEAST_SHARE).then_some((other, share.min(1.0)))
    };
    let best =
        shared.into_iter().filter_map(likeness).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    let (here, there) = places(print, prints.get(best.0)?.as_ref()?, repeated)?;
    Some(Likeness { article, other: best.0, share: best.1, here, there })
}

/// The paragraph that shares most, and where most of that stands in the other.
fn places(print: &Print, other: &Print, repeated: &Counts) -> Option<(Range<usize>, Range<usize>)> {
    let mut pairs: HashMap<(u16, u16), u32> = HashMap::new();
    for (hash, paragraph) in own(print, repeated) {
        if let Ok(at) = other.samples.binary_search_by_key(&hash, |(known, _)| *known)
            && let Some((_, counterpart)) = other.samples.get(at)
        {
            *pairs.entry((paragraph, *counterpart)).or_default() += 1;
        }
    }
    let most = pairs.into_iter().max_by_key(|(pair, count)| (*count, std::cmp::Reverse(*pair)))?;
    Some((print.source(most.0.0), other.source(most.0.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences that share nothing, by number.
    fn words(seed: u32, count: u32) -> String {
        let letter = |n: u32| char::from_u32(0x4e00 + n % 8000).unwrap();
        (0..count).map(|n| letter(fold64(u64::from(seed) << 32 | u64::from(n)))).collect()
    }

    fn print(paragraphs: &[String]) -> Option<Print> {
        let mut letters = Vec::new();
        let mut placed = Vec::new();
        for (text, at) in paragraphs.iter().zip((0..).step_by(100)) {
            let first = letters.len();
            letters.extend(text.chars().map(u32::from));
            placed.push((first..letters.len(), at..at + 100));
        }
        Some(Print::build(&letters, &placed))
    }

    fn found(prints: &[Option<Print>]) -> Vec<(usize, usize, u32)> {
        let rank = vec![0; prints.len()];
        let percent = |share: f64| (share * 100.0).round() as u32;
        let mut found: Vec<_> = likenesses(prints, &rank)
            .into_iter()
            .map(|like| (like.article, like.other, percent(like.share)))
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn copies_are_found_with_their_share_and_strangers_are_not() {
        let prints = [
            print(&[words(1, 600), words(2, 300)]),
            print(&[words(3, 900)]),
            print(&[words(1, 600), words(4, 60)]),
            print(&[words(5, 700), words(2, 100)]),
        ];
        let found = found(&prints);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].0, found[0].1), (2, 0));
        assert!((85..=97).contains(&found[0].2), "{found:?}");
    }

    #[test]
    fn what_many_have_is_no_likeness_but_a_copy_of_the_whole_is() {
        let footer = words(9, 400);
        let mut prints: Vec<_> = (10..30).map(|seed| print(&[words(seed, 300), footer.clone()])).collect();
        assert_eq!(found(&prints), []);
        prints.push(print(&[words(10, 300), footer]));
        assert_eq!(found(&prints), [(20, 0, 100)]);
    }

    #[test]
    fn the_paragraphs_of_both_sides_are_named() {
        let prints =
            [print(&[words(1, 200), words(2, 400)]), print(&[words(2, 400), words(3, 100), words(4, 30)])];
        let like = likenesses(&prints, &[0, 0]);
        assert_eq!((like[0].here.clone(), like[0].there.clone()), (0..100, 100..200));
        // Whichever came later is the one to change.
        let like = likenesses(&prints, &[5, 1]);
        assert_eq!((like[0].article, like[0].other), (0, 1));
    }
}
