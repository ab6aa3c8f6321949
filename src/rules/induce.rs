//! Rewards for what readers do for the account: the common part of `wx.induce-share` and `wx.induce-follow`.

use super::context::Context;
use super::document::Document;
use super::meta::Meta;
use super::word::{self, Sentence, Verdict};
use crate::base::message::{Message, rules as text};
use crate::finding::{Findings, Place};
use crate::source::yaml::Node;

/// What is induced, and how it is said.
pub(crate) struct Inducement {
    pub(crate) meta: &'static Meta,
    /// The sentence about a phrase that induces it.
    pub(crate) phrase: Sentence,
    /// Keys of a campaign's `mechanics` that require the act.
    pub(crate) mechanics: &'static [&'static str],
}

/// Characters before an act in which it is said that it is not required.
const WAIVER: usize = 10;

/// Reports phrases, and plans that require the act.
pub(crate) fn check(
    what: &Inducement,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
) {
    let mut listed = Findings::new();
    word::report_with(what.meta, context, document, &mut listed, |hit, term, shown| {
        let waived = !term.always && document.has_before("waived", &hit.range, WAIVER);
        let level = word::level(document, hit, term).filter(|_| !waived);
        level.map(|severity| Verdict { severity, message: (what.phrase)(shown) })
    });
    findings.extend(listed.into_iter().map(|finding| finding.help(text::induce_help())));
    mechanics(what, document, findings);
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
