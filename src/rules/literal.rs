//! Which words a pattern cannot do without: at least one of them stands in every text that it matches.
//!
//! They are sought with all other words in one pass; the pattern itself runs only on sentences that hold one. A pack may
//! have hundreds of patterns, and a site thousands of articles.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Most words for one pattern; more would be found everywhere.
const MOST: usize = 160;
/// Most characters of a class that are written out.
const CLASS: usize = 16;

/// The words, one of which is in every match of the pattern; `None` when there are no such words.
pub(crate) fn required(pattern: &str) -> Option<Vec<String>> {
    let hir = regex_syntax::Parser::new().parse(pattern).ok()?;
    let mut words = of(&hir)?;
    words.sort_unstable();
    words.dedup();
    Some(words)
}

/// Lists of words, of each of which one is in every match of the pattern: what is sought before a pattern is compiled.
pub(crate) fn all_required(pattern: &str) -> Vec<Vec<String>> {
    let Ok(hir) = regex_syntax::Parser::new().parse(pattern) else { return Vec::new() };
    let mut lists = Vec::new();
    every(&hir, &mut lists);
    lists
}

fn every(hir: &Hir, lists: &mut Vec<Vec<String>>) {
    match hir.kind() {
        HirKind::Concat(parts) => parts.iter().for_each(|part| every(part, lists)),
        HirKind::Capture(capture) => every(&capture.sub, lists),
        _ => lists.extend(of(hir)),
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
    !words.is_empty() && words.len() <= MOST && words.iter().all(|word| !word.trim().is_empty())
}

fn of(hir: &Hir) -> Option<Vec<String>> {
    if let Some(words) = exact(hir)
        && is_useful(&words)
    {
        return Some(words);
    }
    match hir.kind() {
        HirKind::Capture(capture) => of(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => of(&repetition.sub),
        HirKind::Alternation(parts) => {
            let mut words = Vec::new();
            for part in parts {
                words.extend(of(part)?);
            }
            is_useful(&words).then_some(words)
        }
        HirKind::Concat(parts) => best_of(parts),
        _ => None,
    }
}

/// The best words of a sequence: of one of its parts, or of neighbours that can be written out together.
fn best_of(parts: &[Hir]) -> Option<Vec<String>> {
    let mut candidates: Vec<Vec<String>> = Vec::new();
    let mut run: Option<Vec<String>> = None;
    for part in parts {
        let exact = exact(part);
        let longer = match (&run, &exact) {
            (Some(run), Some(words)) => product(run, words),
            _ => None,
        };
        if longer.is_none() {
            candidates.extend(run.take());
        }
        run = longer.or(exact);
        candidates.extend(of(part));
    }
    candidates.extend(run);
    candidates.into_iter().filter(|words| is_useful(words)).min_by_key(|words| frequency(words))
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
            (words.len() <= MOST).then_some(words)
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
        required(pattern)
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

    #[test]
    fn every_part_that_must_be_there_has_its_list() {
        let list = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let lists = all_required(r"(?:转发|分享)(?:本文)?[^,]{0,8}(领取|送)\d+元");
        assert_eq!(lists, [list(&["转发", "分享"]), list(&["领取", "送"]), list(&["元"])]);
        assert_eq!(all_required(r"\d{3,}"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn every_match_holds_one_of_the_words() {
        let pattern = r"(?:全国|全网)?销量(?:连续)?[一二三]年第一";
        let regex = regex::Regex::new(pattern).unwrap();
        let words = required(pattern).unwrap();
        for text in ["全网销量连续三年第一", "销量二年第一"] {
            assert!(regex.is_match(text) && words.iter().any(|word| text.contains(word.as_str())), "{text}");
        }
    }
}
