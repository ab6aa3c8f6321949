//! Rewards for what readers do for the account: the common part of `wx.induce-share` and `wx.induce-follow`.

use std::ops::Range;

use super::context::Context;
use super::document::Document;
use super::meta::Meta;
use super::scan::Hit;
use super::word::{self, Sentence, Verdict};
use crate::base::message::{Message, rules as text};
use crate::finding::{Findings, Place, Severity};
use crate::source::yaml::Node;

/// What is induced, and how it is said.
pub(crate) struct Inducement {
    pub(crate) meta: &'static Meta,
    /// Name of the cues for the act.
    pub(crate) cue: &'static str,
    /// The sentence about a listed phrase.
    pub(crate) phrase: Sentence,
    /// The sentence about an act and its reward.
    pub(crate) message: fn(&str, &str) -> Message,
    /// Keys of a campaign's `mechanics` that require the act.
    pub(crate) mechanics: &'static [&'static str],
}

/// Characters between an act and its reward.
const NEAR: usize = 25;
/// Characters before an act in which it is said that it is not required.
const WAIVER: usize = 10;

/// Reports listed words, acts near rewards, and plans that require the act.
pub(crate) fn check(
    what: &Inducement,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
) {
    let mut listed = Findings::new();
    word::report_with(what.meta, context, document, &mut listed, |hit, term, shown| {
        let waived = document.has_before("waived", &hit.range, WAIVER);
        let level = word::level(document, hit, term).filter(|_| !waived);
        level.map(|severity| Verdict { severity, message: (what.phrase)(shown) })
    });
    let lawful = |finding: crate::finding::Finding| finding.help(text::induce_help());
    findings.extend(listed.into_iter().map(lawful));
    for act in document.scan().cue(what.cue) {
        if is_listed(context, document, what.meta.id, act) || document.has_before("waived", act, WAIVER) {
            continue;
        }
        let Some(reward) = reward(document, act) else { continue };
        let whole = act.start.min(reward.start)..act.end.max(reward.end);
        let Some(place) = document.place(whole) else { continue };
        let message = (what.message)(document.shown(act.clone()), document.shown(reward));
        let mut finding = what.meta.finding(place, message).help(text::induce_help());
        if document.is_negative_example(act) {
            finding.severity = Severity::Info;
        }
        findings.push(finding);
    }
    mechanics(what, document, findings);
}

/// Whether a listed term covers the act.
fn is_listed(context: &Context<'_>, document: &Document<'_>, rule: &str, act: &Range<usize>) -> bool {
    let hits = &document.scan().hits;
    // No term is longer than this many bytes before the act.
    let first = hits.partition_point(|hit| hit.range.start + 128 < act.start);
    let covers = |hit: &Hit| {
        let term = context.scanner.terms.get(hit.term);
        hit.range.start < act.end && act.start < hit.range.end && term.is_some_and(|term| &*term.rule == rule)
    };
    hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.range.start < act.end).any(covers)
}

/// The reward for the act in its sentence: behind it, or before it when the act is named as its condition.
fn reward(document: &Document<'_>, act: &Range<usize>) -> Option<Range<usize>> {
    let scan = document.scan();
    let text = document.folded();
    let reach = 4 * (NEAR + 8);
    let to = text.ceil_char_boundary((act.end + reach).min(text.len()));
    let behind = scan.cues_within("reward", act.end..to).iter();
    let is_free = |gap: &str| {
        super::terms::Terms::standard()
            .cues
            .get("waived")
            .is_some_and(|words| words.iter().any(|word| gap.contains(word.as_str())))
    };
    let mut behind =
        behind.filter(|reward| document.between(act, reward, NEAR).is_some_and(|gap| !is_free(gap)));
    if let Some(reward) = behind.next() {
        return Some(reward.clone());
    }
    let from = text.floor_char_boundary(act.start.saturating_sub(reach));
    let before = scan.cues_within("reward", from..act.start).iter().rev();
    let mut before = before.filter(|reward| {
        reward.end <= act.start
            && document.between(reward, act, NEAR).is_some()
            && !scan.cues_within("condition", reward.end..act.start).is_empty()
    });
    before.next().cloned()
}

/// A plan that says so by its keys.
fn mechanics(what: &Inducement, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign() else { return };
    let Node::Map(entries) = &campaign.root.value else { return };
    let Some((_, _, Node::Map(mechanics), _)) = entries.iter().find(|(key, ..)| key == "mechanics") else {
        return;
    };
    for (key, _, value, place) in mechanics {
        if !what.mechanics.contains(&key.as_str()) {
            continue;
        }
        if let Some(message) = required(key, value) {
            let place: Place = place.clone();
            findings.push(what.meta.finding(place, message).help(text::induce_help()));
        }
    }
}

fn required(key: &str, value: &Node) -> Option<Message> {
    match (key, value) {
        ("share_required", Node::Bool(true)) => Some(text::share_required()),
        ("follow_required", Node::Bool(true)) => Some(text::follow_required()),
        ("invite_count", Node::Int(count)) if *count > 0 => Some(text::invites_required(count)),
        _ => None,
    }
}
