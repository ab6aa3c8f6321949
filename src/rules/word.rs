//! Rules that are a list: what a hit of a term pack becomes. Judgement that a rule adds comes in as a function.
//!
//! Here, for every rule alike, are looked at: the term's days, zones, cues and patterns, allowed uses, brand names, and
//! what the sentence does with the word (denies, forbids, reports, asks, quotes: [`super::stance`]).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::condition::When;
use super::context::Context;
use super::document::Document;
use super::fold::fold;
use super::guess::Layer;
use super::meta::Meta;
use super::pattern::Pattern;
use super::scan::{Disguise, Hit};
use super::stance::Stance;
use super::terms::{Sought, Term};
use crate::base::message::{Message, rules as text};
use crate::finding::{Finding, Findings, Severity};

/// What a rule makes of a hit.
pub(crate) struct Verdict {
    pub(crate) severity: Severity,
    pub(crate) message: Message,
}

/// What a rule says about a listed word.
pub(crate) type Sentence = fn(&str) -> Message;

/// Reports the hits of the rule as the packs say.
pub(crate) fn report(
    meta: &'static Meta,
    sentence: Sentence,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
) {
    report_with(meta, context, document, findings, |hit, term, shown| {
        level(document, hit, term).map(|severity| Verdict { severity, message: sentence(shown) })
    });
}

/// Reports the hits of the rule that `judge` lets through. It is asked about every hit whose term counts there; whether
/// one of the term's conditions (`when`) holds, it asks [`level`] itself.
pub(crate) fn report_with(
    meta: &'static Meta,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
    judge: impl Fn(&Hit, &Term, &str) -> Option<Verdict>,
) {
    report_pack(meta, meta.id, context, document, findings, judge);
}

/// As [`report_with`], about the words of the rule `pack`, which several rules share.
pub(crate) fn report_pack(
    meta: &'static Meta,
    pack: &str,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
    judge: impl Fn(&Hit, &Term, &str) -> Option<Verdict>,
) {
    let mut counted: Vec<Counted<'_>> = Vec::new();
    let mut let_be = 0..0;
    for hit in certain_first(document.hits(context, pack)) {
        let Some(term) = context.scanner().term(hit.term) else { continue };
        // What is part of a use that may stand, stands with it.
        let inside = let_be.start <= hit.range.start && hit.range.end <= let_be.end;
        if inside || !counts(document, hit, term) {
            continue;
        }
        if is_excused(document, hit, term) || is_allowed(document, hit, term) {
            let_be = hit.range.clone();
            continue;
        }
        let Some(Verdict { severity, message }) = judge(hit, term, document.shown(hit.range.clone())) else {
            continue;
        };
        let Some(severity) = stance(document, hit, term).weigh(severity) else { continue };
        let severity = match hit.disguise {
            Disguise::Guessed(layer) => severity.min(guessed(context, document, layer)),
            Disguise::None | Disguise::Deliberate => severity,
        };
        counted.push(Counted { hit, term, severity, message });
    }
    for counted in heaviest(counted) {
        if let Some(finding) = finding(meta, document, counted) {
            findings.push(finding);
        }
    }
}

/// Hits by place, without guesses where something is certain, whatever becomes of it: 包过 is no spelling of 保过.
fn certain_first<'h>(hits: impl Iterator<Item = &'h Hit>) -> impl Iterator<Item = &'h Hit> {
    let is_guess = |hit: &&Hit| matches!(hit.disguise, Disguise::Guessed(_));
    let (guesses, mut hits): (Vec<&Hit>, Vec<&Hit>) = hits.partition(is_guess);
    let certain: Vec<(usize, usize)> = furthest(&hits);
    let overlaps = |range: &Range<usize>| {
        let before = certain.partition_point(|(start, _)| *start < range.end);
        before.checked_sub(1).and_then(|at| certain.get(at)).is_some_and(|(_, end)| range.start < *end)
    };
    hits.extend(guesses.into_iter().filter(|guess| !overlaps(&guess.range)));
    hits.into_iter()
}

/// Where each hit begins, and how far it and those before it reach.
fn furthest(hits: &[&Hit]) -> Vec<(usize, usize)> {
    let mut reach = 0;
    let ends = hits.iter().map(|hit| {
        reach = reach.max(hit.range.end);
        (hit.range.start, reach)
    });
    ends.collect()
}

/// A hit that counts.
struct Counted<'a> {
    hit: &'a Hit,
    term: &'a Term,
    severity: Severity,
    message: Message,
}

/// Of overlapping hits the certain one before the guess, then the gravest, then the longest of the leftmost; by place.
fn heaviest(mut counted: Vec<Counted<'_>>) -> Vec<Counted<'_>> {
    if counted.len() < 2 {
        return counted;
    }
    counted.sort_by_key(|Counted { hit, severity, .. }| {
        let guessed = matches!(hit.disguise, Disguise::Guessed(_));
        (guessed, Reverse(*severity), hit.range.start, Reverse(hit.range.end))
    });
    let mut kept: BTreeMap<usize, Counted<'_>> = BTreeMap::new();
    for counted in counted {
        let range = &counted.hit.range;
        let before = kept.range(..range.end).next_back();
        if before.is_none_or(|(_, known)| known.hit.range.end <= range.start) {
            kept.insert(range.start, counted);
        }
    }
    kept.into_values().collect()
}

fn finding(
    meta: &'static Meta,
    document: &Document<'_>,
    Counted { hit, term, severity, message }: Counted<'_>,
) -> Option<Finding> {
    let place = document.place(hit.range.clone())?;
    let message = match hit.disguise {
        Disguise::None => message,
        _ => text::disguised(place.text(), plainly(term, document.shown(hit.range.clone()))),
    };
    let mut finding = Finding::new(meta.id, severity, place, message);
    if !term.basis.is_empty() {
        finding = finding.basis(term.basis.text(document.day));
    }
    if !term.suggest.is_empty() {
        finding = finding.help(text::suggestion(&term.suggest));
    }
    let for_ads = condition(document, hit, term).is_some_and(When::is_for_ads);
    Some(if for_ads { document.verdict.explain(finding) } else { finding })
}

/// The most that a guessed word weighs: pinyin among Chinese characters in an advertisement is a strong signal, anything
/// else a hint. A site that asks for a layer (`fold` in `policy/rules/`) is warned of it everywhere.
fn guessed(context: &Context<'_>, document: &Document<'_>, layer: Layer) -> Severity {
    if context.policy.folds(layer) || document.verdict.ad && layer == Layer::Pinyin {
        Severity::Warning
    } else {
        Severity::Info
    }
}

/// The word as it would be written without its disguise: what a pattern found, without marks.
fn plainly(term: &Term, shown: &str) -> String {
    match term.sought {
        Sought::Literal(_) => term.shown.to_string(),
        Sought::Regex(_) => fold(shown).chars().filter(|c| c.is_alphanumeric() || *c == ',').collect(),
    }
}

/// What the sentence does with the word. A term that always counts is lowered only where it is quoted as an example.
fn stance(document: &Document<'_>, hit: &Hit, term: &Term) -> Stance {
    if !term.always {
        return document.stance(&hit.range);
    }
    if document.is_negative_example(&hit.range) { Stance::Example } else { Stance::Claimed }
}

/// Whether one of the term's conditions holds.
pub(crate) fn applies(document: &Document<'_>, hit: &Hit, term: &Term) -> bool {
    condition(document, hit, term).is_some()
}

/// What the term weighs there: the level of its first condition that holds; `None` when none does.
pub(crate) fn level(document: &Document<'_>, hit: &Hit, term: &Term) -> Option<Severity> {
    condition(document, hit, term).map(|when| when.severity.unwrap_or(term.severity))
}

fn condition<'t>(document: &Document<'_>, hit: &Hit, term: &'t Term) -> Option<&'t When> {
    term.when.iter().find(|when| when.holds(document, hit))
}

/// Whether the term counts where it was found: on that day, in that part of the text, beside its cue, in such a sentence.
fn counts(document: &Document<'_>, hit: &Hit, term: &Term) -> bool {
    if !term.period.contains(document.day) || !term.zones.hold(document, hit) {
        return false;
    }
    if !term.near.is_empty() && !document.is_near(&term.near, &hit.range, term.within) {
        return false;
    }
    term.require.is_empty() || is_any_in_sentence(&term.require, document, hit)
}

/// Whether the sentence holds what makes the term none.
fn is_excused(document: &Document<'_>, hit: &Hit, term: &Term) -> bool {
    !term.unless.is_empty() && is_any_in_sentence(&term.unless, document, hit)
}

fn is_any_in_sentence(patterns: &[Pattern], document: &Document<'_>, hit: &Hit) -> bool {
    let sentence = document.sentence_text(hit.range.clone());
    patterns.iter().any(|pattern| matches_spaced(pattern, sentence))
}

/// Whether a pattern matches a folded text as it is, or without its blanks: many writers put one between Chinese and
/// numbers.
fn matches_spaced(pattern: &Pattern, text: &str) -> bool {
    pattern.is_match(text) || text.contains(' ') && pattern.is_match(&text.replace(' ', ""))
}

/// Whether a use that stands covers the hit when the blanks go: 全国 第一批 is as good as 全国第一批.
fn allows_tight(allow: &Pattern, text: &str, hit: &Hit, sentence: &Range<usize>) -> bool {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    if !part(hit.range.clone()).contains(' ') {
        return false;
    }
    let near = allow.needs().around(text, &hit.range, sentence);
    let [before, inner, behind] = [near.start..hit.range.start, hit.range.clone(), hit.range.end..near.end]
        .map(|range| part(range).replace(' ', ""));
    let (start, end) = (before.len(), before.len() + inner.len());
    let found = allow.find_all(&[before, inner, behind].concat());
    found.iter().any(|found| found.start < end && start < found.end)
}

/// Whether the hit is one of the uses that the pack or the site lets stand.
fn is_allowed(document: &Document<'_>, hit: &Hit, term: &Term) -> bool {
    let text = document.folded();
    let sentence = document.sentence(hit.range.clone());
    let overlaps = |allow: &Pattern| {
        // No farther than a match reaches: a line without a stop may hold thousands of hits.
        let near = allow.needs().around(text, &hit.range, &sentence);
        let found = allow.find_all(text.get(near.clone()).unwrap_or_default());
        let mut found = found.into_iter().map(|found| near.start + found.start..near.start + found.end);
        found.any(|found| found.start < hit.range.end && hit.range.start < found.end)
    };
    if term.allow.iter().any(|allow| overlaps(allow) || allows_tight(allow, text, hit, &sentence)) {
        return true;
    }
    let brands = document.scan().cues_within("brand", sentence.clone());
    if brands.iter().any(|brand| brand.start < hit.range.end && hit.range.start < brand.end) {
        return true;
    }
    let Some(allow) = &term.allow_block else { return false };
    let block = document.block(hit.range.clone()).map(|block| block.range.clone());
    let block = block.and_then(|range| document.plain.text().get(range)).unwrap_or_default();
    matches_spaced(allow, &fold(block.get(..block.floor_char_boundary(4096)).unwrap_or_default()))
}
