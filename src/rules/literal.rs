//! Which words a pattern cannot do without: at least one of them stands in every text that it matches.
//!
//! They are sought with all other words in one pass; the pattern itself runs only on sentences that hold one. A pack may
//! have hundreds of patterns, and a site thousands of articles.

use std::ops::Range;

use regex_syntax::hir::{Class, Hir, HirKind};

/// Most words that are made by putting others together.
const MOST: usize = 160;
/// Most words for one pattern; more would be found everywhere.
const MOST_WORDS: usize = 1_000;
/// Most characters of a class that are written out.
const CLASS: usize = 16;

/// What a match of a pattern is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Clue {
    /// Words, one of which is in every match. Empty when there are none.
    pub(crate) words: Vec<String>,
    /// The most bytes that a match has before its word; `None` when there is no bound.
    pub(crate) before: Option<usize>,
    /// The most bytes that a match has behind it.
    pub(crate) after: Option<usize>,
    /// The most bytes that a match has; `None` when there is no bound, or it looks at its surroundings.
    pub(crate) longest: Option<usize>,
    /// Lists of words, of each of which one stands before the word.
    pub(crate) ahead: Vec<Vec<String>>,
    /// Lists of words, of each of which one stands behind it.
    pub(crate) behind: Vec<Vec<String>>,
}

/// What the matches of `pattern` are found by.
pub(crate) fn clue(pattern: &str) -> Clue {
    let Ok(hir) = regex_syntax::Parser::new().parse(pattern) else { return Clue::default() };
    // What looks at its surroundings needs to see them.
    let bounded = hir.properties().look_set().is_empty();
    let longest = most(&hir).filter(|_| bounded);
    let Some((mut list, part)) = top(&hir) else { return Clue { longest, ..Clue::default() } };
    list.words.sort_unstable();
    list.words.dedup();
    let (ahead, behind) = match (part, parts(&hir)) {
        (Some(own), Some(parts)) => (lists(parts.get(..own.start)), lists(parts.get(own.end..))),
        _ => (Vec::new(), Vec::new()),
    };
    let [before, after] = [list.before, list.after].map(|most| most.filter(|_| bounded));
    Clue { words: list.words, before, after, longest, ahead, behind }
}

/// Words of a part of a pattern, one of which is in every match of it.
#[derive(Debug, Clone, Default)]
struct List {
    words: Vec<String>,
    /// The most bytes of a match before one of them.
    before: Option<usize>,
    /// The most bytes of a match behind it.
    after: Option<usize>,
}

impl List {
    fn exactly(words: Vec<String>) -> Self {
        Self { words, before: Some(0), after: Some(0) }
    }

    /// With `before` and `after` around it.
    fn within(self, before: &[Hir], after: &[Hir]) -> Self {
        let sum = |own: Option<usize>, parts: &[Hir]| {
            parts.iter().try_fold(own?, |sum, part| Some(sum + most(part)?))
        };
        Self { before: sum(self.before, before), after: sum(self.after, after), words: self.words }
    }
}

/// The most bytes that a match has.
fn most(hir: &Hir) -> Option<usize> {
    hir.properties().maximum_len()
}

/// The parts of a sequence.
fn parts(hir: &Hir) -> Option<&[Hir]> {
    match hir.kind() {
        HirKind::Concat(parts) => Some(parts),
        HirKind::Capture(capture) => parts(&capture.sub),
        _ => None,
    }
}

/// The best words of the pattern, and which of its parts they are of.
fn top(hir: &Hir) -> Option<(List, Option<Range<usize>>)> {
    if let Some(words) = exact(hir).filter(|words| is_useful(words)) {
        return Some((List::exactly(words), None));
    }
    match parts(hir) {
        Some(parts) => best_of(parts).map(|(list, own)| (list, Some(own))),
        None => of(hir).map(|list| (list, None)),
    }
}

/// A list for each of the parts that has one, the rarest words first.
fn lists(parts: Option<&[Hir]>) -> Vec<Vec<String>> {
    let mut lists: Vec<Vec<String>> = Vec::new();
    for part in parts.unwrap_or_default() {
        every(part, &mut lists);
    }
    lists.sort_by_cached_key(|words| frequency(words));
    lists
}

fn every(hir: &Hir, lists: &mut Vec<Vec<String>>) {
    match parts(hir) {
        Some(parts) => parts.iter().for_each(|part| every(part, lists)),
        None => lists.extend(of(hir).map(|list| list.words)),
    }
}

/// Common characters of modern Chinese, the commonest first.
const COMMON: &str = "的一是不了在有人这上大来到时我个他们中和地为子你说生国年着就那要出也得里后自以会家可下而过天去能对\
    小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长\
    儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月\
    十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性\
    马光白或住难望教命花结乐色买吃送领学钱价卖";

/// How often a list of words is met, about, in a million characters: how often its pattern would be run.
fn frequency(words: &[String]) -> u64 {
    words.iter().map(|word| frequency_of(word)).sum()
}

fn frequency_of(word: &str) -> u64 {
    let of = |c: char| match c {
        '0'..='9' => 10_000,
        ',' => 60_000,
        '。' | '、' | ':' | '"' | '!' => 15_000,
        _ if c.is_ascii() => 2_000,
        _ => match COMMON.chars().position(|common| common == c) {
            Some(rank) => 120_000 / (rank as u64 + 4),
            None => 150,
        },
    };
    let rarest = word.chars().map(of).min().unwrap_or(u64::MAX / 1_000);
    // A second character makes a word thirty times as rare, and each further one too.
    (1..word.chars().count()).fold(rarest * 1_000, |frequency, _| frequency / 30).max(1)
}

fn is_useful(words: &[String]) -> bool {
    !words.is_empty() && words.len() <= MOST_WORDS && words.iter().all(|word| !word.trim().is_empty())
}

fn of(hir: &Hir) -> Option<List> {
    if let Some(words) = exact(hir).filter(|words| is_useful(words)) {
        return Some(List::exactly(words));
    }
    match hir.kind() {
        HirKind::Capture(capture) => of(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => {
            // The word of its first turn; the others may follow.
            let first = of(&repetition.sub)?;
            Some(List { after: most(hir), ..first })
        }
        HirKind::Alternation(parts) => {
            let mut all = List::exactly(Vec::new());
            for part in parts {
                let list = of(part)?;
                all.words.extend(list.words);
                all.before = all.before.zip(list.before).map(|(a, b)| a.max(b));
                all.after = all.after.zip(list.after).map(|(a, b)| a.max(b));
            }
            is_useful(&all.words).then_some(all)
        }
        HirKind::Concat(parts) => best_of(parts).map(|(list, _)| list),
        _ => None,
    }
}

/// The best words of a sequence, and of which parts they are: of one, or of neighbours that can be written out together.
fn best_of(parts: &[Hir]) -> Option<(List, Range<usize>)> {
    let mut candidates: Vec<(List, Range<usize>)> = Vec::new();
    let mut run: Option<(Vec<String>, usize)> = None;
    for (at, part) in parts.iter().enumerate() {
        let exact = exact(part);
        let longer = match (&run, &exact) {
            (Some((run, start)), Some(words)) => product(run, words).map(|words| (words, *start)),
            _ => None,
        };
        if longer.is_none() {
            candidates.extend(run.take().map(|(words, start)| (List::exactly(words), start..at)));
        }
        run = longer.or(exact.map(|words| (words, at)));
        candidates.extend(of(part).map(|list| (list, at..at + 1)));
    }
    candidates.extend(run.map(|(words, start)| (List::exactly(words), start..parts.len())));
    candidates.retain(|(list, _)| is_useful(&list.words));
    let (list, own) = candidates.into_iter().min_by_key(|(list, _)| frequency(&list.words))?;
    let (before, after) =
        (parts.get(..own.start).unwrap_or_default(), parts.get(own.end..).unwrap_or_default());
    Some((list.within(before, after), own))
}

/// Every text that it matches, when these are few.
fn exact(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Class(Class::Unicode(class)) => {
            let mut words = Vec::new();
            for range in class.ranges() {
                for c in range.start()..=range.end() {
                    words.push(c.to_string());
                    if words.len() > CLASS {
                        return None;
                    }
                }
            }
            Some(words)
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Capture(capture) => exact(&capture.sub),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.filter(|max| *max <= 2)?;
            let one = exact(&repetition.sub)?;
            let mut words = Vec::new();
            let mut power = vec![String::new()];
            for count in 0..=most {
                if count >= repetition.min {
                    words.extend(power.iter().cloned());
                }
                if count < most {
                    power = product(&power, &one)?;
                }
            }
            (words.len() <= MOST).then_some(words)
        }
        HirKind::Concat(parts) => {
            let start = Some(vec![String::new()]);
            parts.iter().fold(start, |words, part| product(&words?, &exact(part)?))
        }
        HirKind::Alternation(parts) => {
            let mut words = Vec::new();
            for part in parts {
                words.extend(exact(part)?);
            }
            (words.len() <= MOST_WORDS).then_some(words)
        }
    }
}

/// Each of the first before each of the second.
fn product(first: &[String], second: &[String]) -> Option<Vec<String>> {
    if first.len().saturating_mul(second.len()) > MOST {
        return None;
    }
    Some(first.iter().flat_map(|a| second.iter().map(move |b| format!("{a}{b}"))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(pattern: &str) -> Option<Vec<String>> {
        Some(clue(pattern).words).filter(|words| !words.is_empty())
    }

    #[test]
    fn the_rarest_words_that_cannot_be_missing_are_chosen() {
        assert_eq!(
            words("转发(?:本文|此文)?(?:即可|就能)领取"),
            Some(
                vec![
                    "转发即可领取",
                    "转发就能领取",
                    "转发本文即可领取",
                    "转发本文就能领取",
                    "转发此文即可领取",
                    "转发此文就能领取"
                ]
                .into_iter()
                .map(String::from)
                .collect()
            )
        );
        assert_eq!(words(r"邀请\s*[0-9]+\s*位?好友.{0,4}关注"), Some(vec!["邀请".into()]));
        assert_eq!(words(r"\d+%"), Some(vec!["%".into()]));
        assert_eq!(words(r"(?:保本|刚兑).*"), Some(vec!["保本".into(), "刚兑".into()]));
        assert_eq!(words(r"\d{3,}"), None);
        assert_eq!(words(r"(?:甲|\d+)"), None);
    }

    fn list(words: &[&str]) -> Vec<String> {
        words.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_must_stand_before_and_behind_the_words_is_known_and_how_far() {
        let clue = clue(r"(?:转发|分享)(?:本文)?[^,]{0,8}(领取|送)[^,]?(?:红包)\d{1,3}元");
        assert_eq!(clue.words, list(&["红包"]));
        assert_eq!((clue.before, clue.after), (Some(6 + 6 + 8 * 4 + 6 + 4), Some(3 * 4 + 3)));
        assert_eq!(clue.ahead, [list(&["转发", "分享"]), list(&["领取", "送"])]);
        assert_eq!(clue.behind, [list(&["元"])]);
    }

    #[test]
    fn what_has_no_bound_or_looks_around_is_given_none() {
        assert_eq!(clue(r"\d+红包.*").before, None);
        assert_eq!(clue(r"红包\d{1,2}$").after, None);
        assert_eq!(clue(r"\d{3,}"), Clue::default());
        assert_eq!(clue(r"[一-龟]{2,3}").longest, Some(9));
        assert_eq!(clue(r"红包\d{1,2}").longest, Some(6 + 2 * 4));
    }

    #[test]
    fn every_match_holds_one_of_the_words() {
        let pattern = r"(?:全国|全网)?销量(?:连续)?[一二三]年第一";
        let regex = regex::Regex::new(pattern).unwrap();
        let words = words(pattern).unwrap();
        for text in ["全网销量连续三年第一", "销量二年第一"] {
            assert!(regex.is_match(text) && words.iter().any(|word| text.contains(word.as_str())), "{text}");
        }
    }
}
