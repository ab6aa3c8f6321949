//! Absolute claims: what each is, shared by `ad.absolute` and the rules named after it.
//!
//! The 2023 guide keeps apart what the law's three words have in common: a claim about the goods, a wish, a comparison
//! with one's own products, a rank in time, place and category. Each has a rule of its own, and a hit belongs to one.

use std::ops::Range;

use super::document::Document;
use super::figure::FigureKind;
use super::fold::fold;
use super::scan::Hit;
use super::terms::Term;
use super::word;
use crate::finding::Severity;
use crate::site::Evidence;

/// What an absolute word does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim<'d> {
    /// It claims.
    Plain(Severity),
    /// It claims a rank in time and place; with what the front matter has as evidence for it.
    Rank(Option<&'d Evidence>),
    /// It says what is wished or aimed at.
    Wish,
    /// It compares with one's own products.
    Own,
}

/// The pack.
pub(crate) const PACK: &str = "ad.absolute";

/// Characters before a claim in which a wish or a comparison with oneself is looked for.
const CLAUSE: usize = 16;
/// Characters around a rank in which its year and its place are looked for.
const RANK: usize = 40;

/// What the hit is; `None` when the term does not count there.
pub(crate) fn claim<'d>(document: &'d Document<'_>, hit: &Hit, term: &Term) -> Option<Claim<'d>> {
    let severity = word::level(document, hit, term)?;
    if !document.verdict.ad {
        return Some(Claim::Plain(severity));
    }
    let evidence = evidence(document, &hit.range);
    if evidence.is_some() || is_rank(document, &hit.range) {
        return Some(Claim::Rank(evidence));
    }
    if document.has_before("wish", &hit.range, CLAUSE) && !document.has_before("reached", &hit.range, CLAUSE)
    {
        return Some(Claim::Wish);
    }
    let wide = is_wide(document, &hit.range);
    if !wide && document.has_before("self", &hit.range, CLAUSE) {
        return Some(Claim::Own);
    }
    Some(Claim::Plain(severity))
}

/// Whether it compares with more than one's own, in its own words or right before them: “迄今世界上最……”.
fn is_wide(document: &Document<'_>, range: &Range<usize>) -> bool {
    let text = document.folded();
    // Three bytes hold a Chinese character.
    let from = text.ceil_char_boundary(range.start.saturating_sub(3 * CLAUSE));
    let from = from.max(document.sentence(range.clone()).start);
    let words = text.get(from..range.end).unwrap_or_default();
    ["市场", "行业", "同类", "任何", "全网", "全国", "业内", "世界", "全球", "国内", "市面"]
        .iter()
        .any(|scope| words.contains(scope))
}

/// Whether it is a rank that names its year and its place: a fact that can be proved.
fn is_rank(document: &Document<'_>, range: &Range<usize>) -> bool {
    let shown = document.folded().get(range.clone()).unwrap_or_default();
    let ranks = [
        "第一",
        "第1",
        "冠军",
        "首家",
        "首创",
        "首个",
        "首款",
        "唯一",
        "最大",
        "最高",
        "最多",
        "最畅销",
        "榜首",
        "领先",
    ];
    ranks.iter().any(|rank| shown.contains(rank))
        && document.is_near_figure(FigureKind::Year, range, RANK)
        && (document.is_near_cue("region", range, RANK) || has_region(shown))
}

fn has_region(shown: &str) -> bool {
    ["全国", "全球", "中国", "世界", "华东", "华南", "华北", "亚洲", "全省", "全市"]
        .iter()
        .any(|place| shown.contains(place))
}

/// What the front matter has as evidence for the claim that the word stands in.
fn evidence<'d>(document: &'d Document<'_>, range: &Range<usize>) -> Option<&'d Evidence> {
    let front = document.front()?;
    let sentence = document.sentence(range.clone());
    let words = document.folded().get(sentence.clone()).unwrap_or_default();
    let of = |evidence: &&crate::source::Located<Evidence>| {
        let claim = fold(&evidence.claim);
        let claim = claim.trim_end_matches(['。', '.', '!', '?']);
        let overlaps =
            |at: usize| sentence.start + at < range.end && range.start < sentence.start + at + claim.len();
        !claim.is_empty() && words.match_indices(claim).any(|(at, _)| overlaps(at))
    };
    front.evidence.iter().find(of).map(|evidence| &evidence.value)
}
