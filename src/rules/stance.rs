//! What a sentence does with the words in it: claims them, denies them, forbids them, reports on them, asks about them.
//!
//! A naive list flags 「不得使用“国家级”」 as it flags 「国家级品质」. The difference stands around the hit: in its clause,
//! behind it, in its heading, in the title. It is looked for here once, for every rule; sentences with a hit only, so
//! that it costs nothing elsewhere. Advertisers know these turns too (「别人不敢说最佳」「告别骗局，全网最低」), so inside
//! advertisements less of them counts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::document::Document;
use super::fold::fold;
use super::terms::Standard;
use crate::finding::Severity;

/// What a sentence does with a word in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stance {
    /// It says it: the word counts.
    Claimed,
    /// It says that it is not so: 并非, 不代表, 无法保证.
    Denied,
    /// It forbids it or warns of it: 不得, 禁止, 谨防.
    Forbidden,
    /// It reports on it: 被罚, 骗局, 号称, 辟谣.
    Reported,
    /// It asks whether it is so.
    Asked,
    /// It quotes it as an example of what not to do.
    Example,
}

impl Stance {
    /// What a finding of weight `severity` weighs under this stance; `None`: it is none.
    pub(crate) fn weigh(self, severity: Severity) -> Option<Severity> {
        match self {
            Self::Claimed => Some(severity),
            Self::Denied => None,
            _ => Some(Severity::Info.min(severity)),
        }
    }
}

/// Cues that are sought in sentences with a hit and not in whole texts, see `terms/cues.yaml`.
pub(crate) const CUES: &[&str] = &[
    "deny",
    "forbid",
    "forbid-strong",
    "lure",
    "report",
    "report-before",
    "doubt",
    "doubt-strong",
    "no-cue",
    "wrongs",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Deny,
    Forbid,
    ForbidStrong,
    /// 错过, 犹豫: what advertisers tell readers not to do.
    Lure,
    /// Behind the word.
    Report,
    ReportBefore,
    Doubt,
    DoubtStrong,
    /// Swallows a cue inside a longer word: 不得不, 不仅是.
    None,
}

struct Cues {
    automaton: AhoCorasick,
    /// What each word may mean; a word can be of several kinds.
    meanings: Vec<Vec<Cue>>,
}

static SOUGHT: LazyLock<Option<Cues>> = LazyLock::new(|| {
    let kinds = [
        Cue::Deny,
        Cue::Forbid,
        Cue::ForbidStrong,
        Cue::Lure,
        Cue::Report,
        Cue::ReportBefore,
        Cue::Doubt,
        Cue::DoubtStrong,
        Cue::None,
    ];
    let mut by_word: BTreeMap<&str, Vec<Cue>> = BTreeMap::new();
    for (name, kind) in CUES.iter().zip(kinds) {
        for word in Standard::get().cue(name) {
            by_word.entry(word).or_default().push(kind);
        }
    }
    let automaton =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(by_word.keys()).ok()?;
    Some(Cues { automaton, meanings: by_word.into_values().collect() })
});

/// Characters between a denial and what it denies.
const DENIAL: usize = 6;
/// Characters between a ban and what it forbids, in its clause.
const BAN: usize = 22;
/// Characters between a word and the report on it.
const REPORT: usize = 40;

/// The stance towards the folded bytes `range` of the document's text.
pub(crate) fn stance(document: &Document<'_>, range: &Range<usize>) -> Stance {
    if document.is_negative_example(range) {
        return Stance::Example;
    }
    let ad = document.verdict.ad;
    let sentence = document.sentence(range.clone());
    let text = document.folded();
    let words = text.get(sentence.clone()).unwrap_or_default();
    let hit = range.start.saturating_sub(sentence.start)..range.end.saturating_sub(sentence.start);
    let asks = matches!(text.get(sentence.end..).and_then(|rest| rest.chars().next()), Some('?' | '？'));
    let inside = in_sentence(words, &hit, asks, ad);
    if inside != Stance::Claimed || ad {
        return inside;
    }
    if document.headings_above(range).any(is_about_wrongs) { Stance::Reported } else { Stance::Claimed }
}

/// Whether a title or heading announces a report on wrongs.
fn is_about_wrongs(heading: &str) -> bool {
    let folded = fold(heading.get(..heading.floor_char_boundary(400)).unwrap_or_default());
    Standard::get().has_cue("wrongs", &folded)
}

/// The stance of the sentence `words` towards its bytes `hit`.
fn in_sentence(words: &str, hit: &Range<usize>, asks: bool, ad: bool) -> Stance {
    let Some(sought) = SOUGHT.as_ref() else { return Stance::Claimed };
    if is_behind_no(words.get(..hit.start).unwrap_or_default()) {
        return Stance::Denied;
    }
    let mut stance = Stance::Claimed;
    let mut doubts = false;
    for found in sought.automaton.find_iter(words) {
        let at = found.range();
        if at.start < hit.end && hit.start < at.end {
            continue;
        }
        let is_before = at.end <= hit.start;
        let gap = if is_before { words.get(at.end..hit.start) } else { words.get(hit.end..at.start) };
        let around = Around { is_before, gap: gap.unwrap_or_default(), ad };
        for cue in sought.meanings.get(found.pattern().as_usize()).into_iter().flatten() {
            doubts |= *cue == Cue::DoubtStrong || *cue == Cue::Doubt && !ad;
            let seen = around.seen(*cue);
            // A lure between a ban and the word turns it around: 不要错过全网最低价.
            let turned = matches!(seen, Stance::Denied | Stance::Forbidden) && has_lure(sought, around.gap);
            if seen == Stance::Denied && !turned {
                return Stance::Denied;
            }
            if !turned {
                stance = stance.max(seen);
            }
        }
    }
    if stance == Stance::Claimed && asks && doubts { Stance::Asked } else { stance }
}

/// Whether what stands before a hit ends with a bare 不: 也不|包就业. 不得不, 无不 and 是不是 affirm
/// or ask; at the head of a clause it is a condition (不过包退).
fn is_behind_no(before: &str) -> bool {
    let turns = |c: char| "得能可无莫何要是会该敢不".contains(c);
    let begins_clause = |before: &str| before.is_empty() || before.ends_with([',', ':', ' ']);
    before.strip_suffix('不').is_some_and(|before| !begins_clause(before) && !before.ends_with(turns))
}

/// How a cue stands to a hit of its sentence.
struct Around<'s> {
    is_before: bool,
    /// What stands between the two.
    gap: &'s str,
    /// In an advertisement.
    ad: bool,
}

impl Around<'_> {
    /// What the cue alone makes of the hit.
    fn seen(&self, cue: Cue) -> Stance {
        let same_clause = !self.gap.contains(',');
        let is_before = self.is_before;
        match cue {
            Cue::Deny if is_before && same_clause && self.is_near(DENIAL) => Stance::Denied,
            Cue::Forbid if is_before && same_clause && self.is_near(BAN) => Stance::Forbidden,
            Cue::ForbidStrong if is_before && self.is_near(2 * BAN) && (same_clause || !self.ad) => {
                Stance::Forbidden
            }
            Cue::ReportBefore if is_before && same_clause && self.is_near(BAN) && !self.ad => {
                Stance::Reported
            }
            Cue::Report if self.is_near(REPORT) && (same_clause || !self.ad) => Stance::Reported,
            _ => Stance::Claimed,
        }
    }

    fn is_near(&self, reach: usize) -> bool {
        self.gap.len() <= 4 * reach && self.gap.chars().count() <= reach
    }
}

fn has_lure(sought: &Cues, gap: &str) -> bool {
    let is_lure =
        |pattern: usize| sought.meanings.get(pattern).is_some_and(|kinds| kinds.contains(&Cue::Lure));
    sought.automaton.find_iter(gap).any(|found| is_lure(found.pattern().as_usize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sentence: &str, word: &str, ad: bool) -> Stance {
        let folded = fold(sentence);
        let asks = folded.ends_with('?');
        let words = folded.trim_end_matches('?');
        let at = words.find(word).unwrap();
        in_sentence(words, &(at..at + word.len()), asks, ad)
    }

    #[test]
    fn claims_are_told_from_denials_bans_reports_and_questions() {
        let cases = [
            ("本店有全网最低价", "全网最低价", Stance::Claimed),
            ("这并非全网最低价", "全网最低价", Stance::Denied),
            ("我们不能保证治愈", "治愈", Stance::Denied),
            ("广告里不得写“全网最低价”", "全网最低价", Stance::Forbidden),
            ("平台严禁转发抽奖、集赞", "集赞", Stance::Forbidden),
            ("某店因写“全网最低价”被罚20万元", "全网最低价", Stance::Reported),
            ("“保本高收益”多半是骗局", "保本高收益", Stance::Reported),
            ("该店自称全网最低价", "全网最低价", Stance::Reported),
            ("转发抽奖算不算违规？", "转发抽奖", Stance::Reported),
            ("什么是全网最低价？", "全网最低价", Stance::Asked),
        ];
        for (sentence, word, stance) in cases {
            assert_eq!(of(sentence, word, false), stance, "{sentence}");
        }
    }

    #[test]
    fn advertisers_turns_do_not_hide_a_claim() {
        for sentence in [
            "不要错过全网最低价",
            "别再犹豫了，全网最低价",
            "告别骗局，全网最低价",
            "还在找全网最低价？",
            "不仅是全网最低价",
            "拒绝套路，全网最低价",
            "什么是全网最低价？",
        ] {
            assert_eq!(of(sentence, "全网最低价", true), Stance::Claimed, "{sentence}");
        }
        assert_eq!(of("广告里不得写全网最低价", "全网最低价", true), Stance::Forbidden);
    }
}
