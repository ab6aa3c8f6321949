//! Rules that are a list: what a hit of a term pack becomes. Judgement that a rule adds comes in as a function.

use super::context::Context;
use super::document::Document;
use super::fold::fold;
use super::meta::Meta;
use super::scan::{Disguise, Hit};
use super::terms::{Term, When};
use crate::base::message::{Message, rules as text};
use crate::finding::{Finding, Findings, Severity};
use crate::source::plain::Zone;

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
        let verdict = || Verdict { severity: term.severity, message: sentence(shown) };
        applies(document, hit, term).then(verdict)
    });
}

/// Reports the hits of the rule that `judge` lets through. Conditions, allowed uses, brand names and quoted examples of
/// what not to do are looked at here, for every rule alike.
pub(crate) fn report_with(
    meta: &'static Meta,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
    judge: impl Fn(&Hit, &Term, &str) -> Option<Verdict>,
) {
    for hit in document.hits(context, meta.id) {
        let Some(term) = context.scanner.terms.get(hit.term) else { continue };
        if is_allowed(context, document, hit, term) {
            continue;
        }
        let (Some(place), shown) = (document.place(hit.range.clone()), document.shown(hit.range.clone()))
        else {
            continue;
        };
        let Some(Verdict { severity, message }) = judge(hit, term, shown) else { continue };
        let severity =
            if document.is_negative_example(&hit.range) { Severity::Info.min(severity) } else { severity };
        let message = match hit.disguise {
            Disguise::None => message,
            Disguise::Deliberate => text::disguised(place.text(), &term.shown),
        };
        let mut finding = Finding::new(meta.id, severity, place, message);
        if !term.basis.is_empty() {
            finding = finding.basis(term.basis.clone());
        }
        if !term.suggest.is_empty() {
            finding = finding.help(text::suggestion(&term.suggest));
        }
        findings.push(finding);
    }
}

/// Whether one of the term's conditions holds.
pub(crate) fn applies(document: &Document<'_>, hit: &Hit, term: &Term) -> bool {
    let zone = || document.block(hit.range.clone()).map(|block| block.zone);
    term.when.iter().any(|when| match when {
        When::Any => true,
        When::Ad => document.verdict.ad,
        When::Document => false,
        When::Campaign => document.campaign().is_some(),
        When::Title => zone() == Some(Zone::Title),
        When::AdFor(industry) => {
            let industries = document.article().map_or(&[][..], |article| &article.front.industry);
            document.verdict.ad && industries.iter().any(|known| known.value == *industry)
        }
    })
}

/// Whether the hit is one of the uses that the pack or the site lets stand.
fn is_allowed(context: &Context<'_>, document: &Document<'_>, hit: &Hit, term: &Term) -> bool {
    let text = document.folded();
    let sentence = document.sentence(hit.range.clone());
    let words = text.get(sentence.clone()).unwrap_or_default();
    let overlaps = |start: usize, end: usize| {
        sentence.start + start < hit.range.end && hit.range.start < sentence.start + end
    };
    if term.allow.iter().any(|allow| allow.find_iter(words).any(|found| overlaps(found.start(), found.end())))
    {
        return true;
    }
    if context.policy.brands().any(|brand| {
        !brand.is_empty() && words.match_indices(brand).any(|(at, _)| overlaps(at, at + brand.len()))
    }) {
        return true;
    }
    let Some(allow) = &term.allow_block else { return false };
    let block = document.block(hit.range.clone()).map(|block| block.range.clone());
    let block = block.and_then(|range| document.plain.text().get(range)).unwrap_or_default();
    allow.is_match(&fold(block.get(..block.floor_char_boundary(4096)).unwrap_or_default()))
}
