//! Sentences that no pack lists and that read like those that are violations: what was learnt from the labelled sentences
//! of `tests/accuracy/` judges them, and only where no rule has said anything yet.
//!
//! Writers find new words faster than packs do. The characters of a sentence add up to how much it resembles violations
//! at all, and violations of each rule; the same sentence in the same sort of document is always judged alike. It is a
//! hint to look: a warning at most, with the basis of the rule it resembles. `features` says what is counted, `model` how it
//! lies in the program, `train` how it is learnt.

mod features;
mod model;
#[cfg(test)]
mod train;

use std::ops::Range;

use features::{LONGEST, features};
use model::{Kind, Model};

use super::document::{Document, Subject};
use super::fold::is_han;
use super::meta::Meta;
use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::site::Kind as Declared;
use crate::source::plain::Zone;

/// How much a sentence has to resemble violations to be reported. `train.rs` tells what other values would find.
const THRESHOLD: f64 = 0.4;
/// How much of that it has to owe to violations of whatever rule; other sentences are not looked at again.
const SUSPICION: f64 = 0.0;
/// Chinese characters that a sentence has at least; less says too little.
const LEAST: usize = 7;

/// Reports sentences of an article that resemble violations, where `findings` say nothing yet.
pub(super) fn report(document: &Document<'_>, findings: &mut Findings) {
    let (Subject::Article(_), Some(model)) = (document.subject, Model::get()) else { return };
    let kind = kind(document);
    let mut suspects = Vec::new();
    for range in document.sentences() {
        let sentence = document.folded().get(range.clone()).unwrap_or_default();
        if let Some(class) = judge(model, sentence, kind)
            && let Some(rule) = rule(model, class, document)
        {
            suspects.push((range, class, rule));
        }
    }
    for (range, class, rule) in suspects {
        let clause = clause(model, class, document.folded(), range.clone());
        if !is_said(document, &clause) {
            continue;
        }
        let (Some(whole), Some(place)) = (document.place(range), document.place(clause)) else { continue };
        if !findings.iter().any(|finding| is_about(finding, &whole, rule)) {
            findings.push(finding(rule, place));
        }
    }
}

/// What sort of document it is.
fn kind(document: &Document<'_>) -> Kind {
    match document.front() {
        _ if document.verdict.ad => Kind::Advertisement,
        Some(front) if front.kind == Declared::Editorial && front.kind_at.is_some() => Kind::Editorial,
        _ => Kind::Other,
    }
}

/// The class whose violations a folded sentence resembles enough to be reported.
fn judge(model: &Model, sentence: &str, kind: Kind) -> Option<usize> {
    let mut doubt = 0;
    let count = features(sentence, |feature, _| {
        doubt += model.look_up(feature).map_or(0, |(_, weight)| weight);
    });
    let suspicion = model.suspicion(doubt, count);
    if suspicion < SUSPICION || !is_chinese(sentence) {
        return None;
    }
    let mut sums = vec![0; model.classes.len()];
    // Few sentences come so far: what was looked up is looked up again.
    features(sentence, |feature, _| {
        let Some((slot, _)) = model.look_up(feature) else { return };
        for (class, weight) in model.weights(slot) {
            if let Some(sum) = sums.get_mut(class) {
                *sum += weight;
            }
        }
    });
    let resemblance = |class: usize, sum: i32| (class, model.resemblance(class, sum, count, kind));
    let all = sums.into_iter().enumerate().map(|(class, sum)| resemblance(class, sum));
    let (class, most) = all.max_by(|one, other| one.1.total_cmp(&other.1))?;
    (suspicion + most >= THRESHOLD).then_some(class)
}

/// Whether a sentence is Chinese, and long enough to say something: commands and addresses are none.
fn is_chinese(sentence: &str) -> bool {
    let (mut han, mut all) = (0, 0);
    for c in sentence.chars().take(LONGEST) {
        han += usize::from(is_han(c));
        all += usize::from(!c.is_whitespace() && !c.is_ascii_digit());
    }
    han >= LEAST && 3 * han >= 2 * all
}

/// The rule to report: that of the class, or the one of its kind for what the document promotes; `None` where the rule says
/// nothing.
fn rule(model: &Model, class: usize, document: &Document<'_>) -> Option<&'static Meta> {
    let meta = model.classes.get(class)?.rule;
    if meta.family() == "ad" && !document.verdict.ad {
        return None;
    }
    if !matches!(meta.id, "ad.medical" | "ad.medical-term" | "ad.health-food") {
        return Some(meta);
    }
    let of = |names: &[&str]| names.iter().any(|name| document.is_of(name));
    let id = if of(&["health-food"]) {
        "ad.health-food"
    } else if of(&["medical", "drug", "medical-device"]) {
        "ad.medical"
    } else {
        "ad.medical-term"
    };
    super::rule(id).map(|rule| rule.meta)
}

/// The clause of the sentence that says most for the class.
fn clause(model: &Model, class: usize, text: &str, sentence: Range<usize>) -> Range<usize> {
    let words = text.get(sentence.clone()).unwrap_or_default();
    let mut clauses: Vec<(Range<usize>, i32)> = Vec::new();
    let mut start = 0;
    for (at, mark) in words.match_indices([',', ':']).chain([(words.len(), "")]) {
        clauses.push((start..at, 0));
        start = at + mark.len();
    }
    features(words, |feature, end| {
        let Some((slot, doubt)) = model.look_up(feature) else { return };
        let weight: i32 = model.weights(slot).filter(|(of, _)| *of == class).map(|(_, weight)| weight).sum();
        let at = clauses.partition_point(|(clause, _)| clause.end < end);
        if let Some((_, sum)) = clauses.get_mut(at) {
            *sum += weight + doubt;
        }
    });
    let most = clauses.into_iter().rev().max_by_key(|(_, sum)| *sum);
    // A word or two say nothing to somebody who reads them alone.
    let han = |clause: &Range<usize>| {
        words.get(clause.clone()).unwrap_or_default().chars().filter(|c| is_han(*c)).count()
    };
    let clause = most.map(|(clause, _)| clause).filter(|clause| han(clause) > 4).unwrap_or(0..words.len());
    let shown = words.get(clause.clone()).unwrap_or_default();
    let start = sentence.start + clause.start + (shown.len() - shown.trim_start().len());
    start..start + shown.trim().len()
}

/// Whether the document says so itself: it neither denies, forbids, reports nor quotes it, and it is running text.
fn is_said(document: &Document<'_>, clause: &Range<usize>) -> bool {
    let Some(block) = document.block(clause.clone()) else { return false };
    if matches!(block.zone, Zone::Front | Zone::Alt | Zone::Value) || block.quoted && !document.verdict.ad {
        return false;
    }
    document.stance(clause).weigh(Severity::Warning) == Some(Severity::Warning)
}

/// Whether a finding says something about law or platform at that place; of what `rule` is about, a hint is enough: that a
/// claim is proven, for one.
fn is_about(finding: &Finding, place: &Place, rule: &Meta) -> bool {
    let there = &finding.place;
    let (one, other) = (there.range(), place.range());
    (finding.severity >= Severity::Warning || finding.rule.starts_with(rule.id))
        && FAMILIES.iter().any(|family| finding.rule.starts_with(family))
        && one.start < other.end
        && other.start < one.end
        && there.path() == place.path()
}

/// Families whose findings make a hint superfluous: those about what is said, not about how it is set.
const FAMILIES: &[&str] =
    &["ad.", "cr.", "gov.", "own.", "pii.", "price.", "promo.", "sec.", "tm.", "uc.", "wx."];

fn finding(rule: &'static Meta, place: Place) -> Finding {
    let message = text::resembles(place.text(), rule.zh, rule.en);
    let mut finding = rule.finding(place, message).help(text::resembles_help(rule.id));
    finding.severity = Severity::Warning.min(rule.severity);
    finding
}
