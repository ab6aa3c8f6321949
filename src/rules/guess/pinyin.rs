//! Pinyin among Chinese characters (L8): which characters its syllables may stand for.
//!
//! Of the many characters of a syllable only those count that stand beside their neighbours somewhere in the packs:
//! 「血tang」 is 血糖 because a pack says 血糖. What no pack knows cannot be found anyway.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Layer, Spot};
use crate::base::bytes::Bytes;
use crate::rules::fold::is_han;
use crate::rules::lexicon;

/// The syllables, each followed by its characters, the frequent ones first (readings: ICU 72, `Han-Latin`; further
/// readings of some characters added).
pub(super) const SYLLABLES: &str = include_str!("syllables.txt");

static BY_SYLLABLE: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let cut = |word: &'static str| word.split_at(word.find(|c: char| !c.is_ascii()).unwrap_or(word.len()));
    SYLLABLES.split_whitespace().map(cut).collect()
});

/// How often characters stand side by side in the words and patterns of packs: a count for each hash of two.
pub(in crate::rules) struct Pairs {
    counts: Vec<u8>,
}

/// One count in about fifteen is set for the words of the program.
const BITS: u32 = 20;

impl Pairs {
    pub(in crate::rules) fn new() -> Self {
        Self { counts: vec![0; 1 << BITS] }
    }

    /// Counts the pairs in a word, which may be a pattern: a group stands behind what stands before it.
    pub(in crate::rules) fn add(&mut self, word: &str) {
        let mut groups: Vec<char> = Vec::new();
        let mut before = '\0';
        for c in word.chars() {
            match c {
                '(' => groups.push(before),
                '|' => before = groups.last().copied().unwrap_or_default(),
                ')' => {
                    groups.pop();
                    before = '\0';
                }
                '?' | ':' => {}
                _ => {
                    if is_han(c)
                        && is_han(before)
                        && let Some(count) = self.counts.get_mut(slot(before, c))
                    {
                        *count = count.saturating_add(1);
                    }
                    before = c;
                }
            }
        }
    }

    fn count(&self, first: char, second: char) -> u8 {
        self.counts.get(slot(first, second)).copied().unwrap_or_default()
    }
}

fn slot(first: char, second: char) -> usize {
    usize::try_from(lexicon::mixed(first, second) >> (64 - BITS)).unwrap_or_default()
}

/// How many pairs of a reading packs know, and how often those stand there.
type Score = (usize, usize);

fn more((known, often): Score, count: u8) -> Score {
    (known + usize::from(count > 0), often + usize::from(count))
}

/// Most syllables of one spelling, most ways to cut it into them, and most readings of it.
const MOST_SYLLABLES: usize = 6;
const MOST_CUTS: usize = 4;
const MOST_READINGS: usize = 24;
/// Most letters of a spelling with its blanks.
const MOST_LETTERS: usize = 32;

static LETTERS: Bytes = Bytes::of(b"abcdefghijklmnopqrstuvwxyz");

/// Words in pinyin beside a Chinese character: as they stand, or several with a blank between them.
pub(in crate::rules) fn pinyin(text: &str, pairs: &dyn Fn() -> &'static Pairs) -> Vec<Spot> {
    let bytes = text.as_bytes();
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut spots = Vec::new();
    let mut at = 0;
    while let Some(letter) = LETTERS.find(bytes, at) {
        at = letter;
        let mut words: Vec<Range<usize>> = Vec::new();
        loop {
            let start = at;
            while is_letter(at) {
                at += 1;
            }
            words.push(start..at);
            if !(bytes.get(at) == Some(&b' ') && is_letter(at + 1)) {
                break;
            }
            at += 1;
        }
        let whole = words.first().map_or(at, |word| word.start)..at;
        if let Some(spot) = spot(text, &words, whole, pairs) {
            spots.push(spot);
        } else if words.len() > 1 {
            spots.extend(
                words.iter().filter_map(|word| spot(text, std::slice::from_ref(word), word.clone(), pairs)),
            );
        }
    }
    spots
}

fn spot(
    text: &str,
    words: &[Range<usize>],
    range: Range<usize>,
    pairs: &dyn Fn() -> &'static Pairs,
) -> Option<Spot> {
    if !(2..=MOST_LETTERS).contains(&range.len()) {
        return None;
    }
    let (before, after) = neighbours(text, &range)?;
    let mut cuts: Vec<Vec<&'static str>> = vec![Vec::new()];
    for word in words {
        let of_word = syllables(text.get(word.clone())?);
        let longer = cuts.iter().flat_map(|cut| {
            of_word.iter().map(move |more| cut.iter().chain(more).copied().collect::<Vec<_>>())
        });
        cuts = longer.filter(|cut| cut.len() <= MOST_SYLLABLES).take(MOST_CUTS).collect();
    }
    if cuts.is_empty() {
        return None;
    }
    let pairs = pairs();
    let mut readings: Vec<(Score, String)> = Vec::new();
    for cut in &cuts {
        read(cut, before, after, pairs, &mut readings);
    }
    readings.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    readings.truncate(MOST_READINGS);
    let readings: Vec<String> = readings.into_iter().map(|(_, reading)| reading).collect();
    (!readings.is_empty()).then_some(Spot { range, readings, layer: Layer::Pinyin })
}

/// The Chinese characters beside the bytes `range`; `None` when there are none, or when it is a part of a longer name.
fn neighbours(text: &str, range: &Range<usize>) -> Option<(Option<char>, Option<char>)> {
    let before = text.get(..range.start)?.chars().next_back();
    let after = text.get(range.end..)?.chars().next();
    let part = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | '-' | '@'))
    };
    let han = |c: Option<char>| c.filter(|c| is_han(*c));
    let beside = han(before).is_some() || han(after).is_some();
    (beside && !part(before) && !part(after)).then_some((han(before), han(after)))
}

/// The ways to cut a word into syllables, as the characters of each.
fn syllables(word: &str) -> Vec<Vec<&'static str>> {
    let mut cuts = Vec::new();
    let mut open = vec![(0, Vec::<&'static str>::new())];
    while let Some((at, cut)) = open.pop() {
        if at == word.len() {
            cuts.push(cut);
            continue;
        }
        if cut.len() == MOST_SYLLABLES || cuts.len() == MOST_CUTS {
            continue;
        }
        for length in 1..=6.min(word.len() - at) {
            if let Some(chars) = word.get(at..at + length).and_then(|syllable| BY_SYLLABLE.get(syllable)) {
                let mut longer = cut.clone();
                longer.push(chars);
                open.push((at + length, longer));
            }
        }
    }
    cuts
}

/// The readings of some syllables between their neighbours.
fn read(
    cut: &[&'static str],
    before: Option<char>,
    after: Option<char>,
    pairs: &Pairs,
    readings: &mut Vec<(Score, String)>,
) {
    let Some((first, rest)) = cut.split_first() else { return };
    let count = |first: Option<char>, second: Option<char>| {
        first.zip(second).map_or(0, |(first, second)| pairs.count(first, second))
    };
    let mut open: Vec<(Score, char, String)> = Vec::new();
    for c in first.chars() {
        open.push((more((0, 0), count(before, Some(c))), c, c.to_string()));
    }
    for chars in rest {
        let mut longer = Vec::new();
        for (score, last, reading) in &open {
            let known = chars.chars().map(|c| (pairs.count(*last, c), c)).filter(|(count, _)| *count > 0);
            longer.extend(known.map(|(count, c)| (more(*score, count), c, format!("{reading}{c}"))));
        }
        open = longer;
    }
    for (score, last, reading) in open {
        let score = more(score, count(Some(last), after));
        if score.0 > 0 {
            readings.push((score, reading));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, Vec<String>)> {
        static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
            let mut pairs = Pairs::new();
            for word in ["最佳", "国家级", "全网最(?:低|好)", "血糖", "分(?:享|发)", "电子烟"]
            {
                pairs.add(word);
            }
            pairs
        });
        let spots = pinyin(text, &|| &PAIRS);
        spots.into_iter().map(|spot| (text[spot.range].to_owned(), spot.readings)).collect()
    }

    #[test]
    fn syllables_are_read_as_what_packs_put_beside_their_neighbours() {
        let one = |text: &str| shown(text).into_iter().next().map(|(_, readings)| readings.join(" "));
        assert_eq!(one("稳住血tang"), Some("糖".to_owned()));
        assert_eq!(one("fen享"), Some("分".to_owned()));
        assert_eq!(one("dian子烟"), Some("电".to_owned()));
        assert!(one("热饮zuijia").unwrap().contains("最佳"));
        assert_eq!(one("价格quan wang最低"), Some("全网".to_owned()));
        assert_eq!(one("血ban"), None);
    }

    #[test]
    fn only_whole_words_beside_chinese_characters_are_read() {
        let spelt = |text: &str| shown(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(spelt("全城zui佳,用 rust 写,zui good,a.zui佳"), ["zui"]);
        assert_eq!(spelt("use zui佳"), ["zui"]);
    }
}
