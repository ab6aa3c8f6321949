//! Sentences that hold a cue, and what stands around it: for rules that weigh several words together.
//!
//! The one search of the document finds the cues; patterns look at their sentences only, never at a whole text.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::document::Document;
use super::meta::Meta;
use super::pattern::Engine;
use crate::base::message::Message;
use crate::finding::{Findings, Severity};

/// A pattern over folded text (half width, lower case, simplified), compiled when it is first needed.
pub(crate) struct Phrase {
    source: &'static str,
    engine: Engine,
    /// With its groups, for the few that are asked for them.
    groups: OnceLock<Option<Regex>>,
}

impl Phrase {
    pub(crate) const fn new(source: &'static str) -> Self {
        Self { source, engine: Engine::new(), groups: OnceLock::new() }
    }

    /// The pattern compiled with its groups. A broken one never matches; tests run with assertions and find it.
    pub(crate) fn regex(&self) -> Option<&Regex> {
        let compile = || {
            let regex = Regex::new(self.source);
            debug_assert!(regex.is_ok(), "{regex:?}");
            regex.ok()
        };
        self.groups.get_or_init(compile).as_ref()
    }

    /// Whether it matches somewhere in `text`.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.engine.is_match(self.source, text)
    }

    /// Its first match in `text`.
    pub(crate) fn find(&self, text: &str) -> Option<Range<usize>> {
        self.engine.find(self.source, text)
    }
}

/// A sentence of a document.
pub(crate) struct Sentence<'d> {
    document: &'d Document<'d>,
    /// Bytes of the folded text.
    pub(crate) range: Range<usize>,
    /// The folded sentence.
    pub(crate) text: &'d str,
}

/// The sentences that hold the cue `name`, each once, in order.
pub(crate) fn with<'d>(document: &'d Document<'_>, name: &str) -> Vec<Sentence<'d>> {
    let mut sentences: Vec<Sentence<'d>> = Vec::new();
    for cue in document.scan().cue(name) {
        if sentences.last().is_none_or(|last| last.range.end < cue.end) {
            sentences.push(around(document, cue.clone()));
        }
    }
    sentences
}

/// The sentence around the folded bytes `range`.
pub(crate) fn around<'d>(document: &'d Document<'_>, range: Range<usize>) -> Sentence<'d> {
    let range = document.sentence(range);
    let text = document.folded().get(range.clone()).unwrap_or_default();
    Sentence { document, range, text }
}

/// How much of a long paragraph is looked at, in bytes to either side of the sentence.
const PARAGRAPH: usize = 2400;

impl<'d> Sentence<'d> {
    /// The folded bytes of the document behind the bytes `range` of this sentence.
    pub(crate) fn at(&self, range: Range<usize>) -> Range<usize> {
        self.range.start + range.start..self.range.start + range.end
    }

    /// Where `phrase` matches first, as folded bytes of the document.
    pub(crate) fn find(&self, phrase: &Phrase) -> Option<Range<usize>> {
        phrase.find(self.text).map(|range| self.at(range))
    }

    /// Whether `phrase` matches in it.
    pub(crate) fn has(&self, phrase: &Phrase) -> bool {
        phrase.is_in(self.text)
    }

    /// The first cue `name` inside it.
    pub(crate) fn cue(&self, name: &str) -> Option<Range<usize>> {
        let within = self.document.scan().cues_within(name, self.range.clone());
        within.iter().find(|cue| cue.end <= self.range.end).cloned()
    }

    /// Whether the cue `name` stands in its paragraph.
    pub(crate) fn paragraph_cue(&self, name: &str) -> bool {
        !self.document.scan().cues_within(name, self.paragraph_range()).is_empty()
    }

    /// The folded paragraph that it belongs to.
    pub(crate) fn paragraph(&self) -> &'d str {
        self.document.folded().get(self.paragraph_range()).unwrap_or_default()
    }

    /// Bytes of the folded text that the paragraph takes.
    pub(crate) fn paragraph_range(&self) -> Range<usize> {
        let text = self.document.folded();
        let from = text.floor_char_boundary(self.range.start.saturating_sub(PARAGRAPH));
        let to = text.ceil_char_boundary((self.range.end + PARAGRAPH).min(text.len()));
        let before = text.get(from..self.range.start).unwrap_or_default();
        let behind = text.get(self.range.end..to).unwrap_or_default();
        let start = before.rfind('\n').map_or(from, |at| from + at + 1);
        let end = behind.find('\n').map_or(to, |at| self.range.end + at);
        start..end
    }
}

/// The words of sentences that hold the cue `name`: where `says` stands in those that `counts` lets through.
pub(crate) fn saying<'d>(
    document: &'d Document<'_>,
    name: &str,
    says: &'static Phrase,
    counts: impl Fn(&Sentence<'d>) -> bool,
) -> impl Iterator<Item = Range<usize>> {
    with(document, name)
        .into_iter()
        .filter_map(move |sentence| sentence.find(says).filter(|_| counts(&sentence)))
}

/// Reports the folded bytes `range`. A quoted example of what not to do is only a hint.
pub(crate) fn report(
    meta: &'static Meta,
    document: &Document<'_>,
    range: &Range<usize>,
    (severity, message, help): (Severity, Message, Message),
    findings: &mut Findings,
) {
    let example = document.is_negative_example(range);
    let severity = if example { Severity::Info.min(severity) } else { severity };
    push(meta, document, range, (severity, message, help), findings);
}

/// Reports the folded bytes `range` as far as their sentence claims them, see `stance.rs`.
pub(crate) fn report_claim(
    meta: &'static Meta,
    document: &Document<'_>,
    range: &Range<usize>,
    (severity, message, help): (Severity, Message, Message),
    findings: &mut Findings,
) {
    if let Some(severity) = document.stance(range).weigh(severity) {
        push(meta, document, range, (severity, message, help), findings);
    }
}

fn push(
    meta: &'static Meta,
    document: &Document<'_>,
    range: &Range<usize>,
    (severity, message, help): (Severity, Message, Message),
    findings: &mut Findings,
) {
    let Some(place) = document.place(range.clone()) else { return };
    let mut finding = meta.finding(place, message).help(help);
    finding.severity = severity;
    findings.push(finding);
}
