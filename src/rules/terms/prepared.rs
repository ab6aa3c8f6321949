//! The packs of the program as they are after reading: folded, with the words of their patterns, sorted.
//!
//! Reading them from YAML takes as long as checking two hundred articles. `prepared.json` holds what reading gives, and
//! the digest of the files that it was made from; with other files it is not used, and the packs are read. A test tells
//! when it has to be made again: `PREPARE=write cargo test --lib rules::terms::prepared`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::words::{Meaning, Words};
use super::{CUE_FILES, Frame, PACKS, Sought, Term, Terms};
use crate::base::digest::Digest;
use crate::finding::Severity;
use crate::rules::basis::Basis;
use crate::rules::condition::{When, Zones};
use crate::rules::need::Needs;
use crate::rules::pattern::Pattern;
use crate::rules::period::Period;

const PREPARED: &str = include_str!("prepared.json");

/// What the program brings, as it was made ready; `None` when the packs have changed since.
pub(super) fn read() -> Option<Terms> {
    let prepared: Prepared<'static> = serde_json::from_str(PREPARED).ok()?;
    (prepared.sources == sources()).then(|| prepared.terms()).flatten()
}

/// The digest of the files that packs and cues are read from.
fn sources() -> String {
    let files = PACKS.iter().chain(CUE_FILES);
    let digests = files.map(|(name, source)| format!("{name} {}\n", Digest::of(source).hex()));
    Digest::of(digests.collect::<String>()).hex()
}

/// A text that is borrowed when nothing in it is escaped.
#[derive(Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// Terms refer to frames, suggestions and patterns by number.
#[derive(Debug, Serialize, Deserialize)]
struct Prepared<'a> {
    sources: String,
    #[serde(borrow)]
    cues: BTreeMap<Text<'a>, Vec<Text<'a>>>,
    /// The folded source, and its [`Pattern::needs`].
    patterns: Vec<(Text<'a>, Needs)>,
    suggestions: Vec<Text<'a>>,
    frames: Vec<Common<'a>>,
    terms: Vec<Entry<'a>>,
    /// Terms whose word is another one when it is folded.
    folded: Vec<(usize, Text<'a>)>,
    /// Terms that are patterns, and which.
    sought: Vec<(usize, usize)>,
    /// Sorted; twice the number of the term, and one more when it is a word of a pattern.
    words: Vec<(Text<'a>, u32)>,
    everywhere: Vec<u32>,
}

/// What the words of an entry have in common.
#[derive(Debug, Serialize, Deserialize, PartialEq, Eq)]
struct Common<'a> {
    #[serde(borrow)]
    rule: Text<'a>,
    category: Text<'a>,
    severity: Severity,
    when: Vec<When>,
    #[serde(default, skip_serializing_if = "is_default")]
    period: Period,
    #[serde(default, skip_serializing_if = "is_default")]
    zones: Zones,
    #[serde(default, skip_serializing_if = "is_default")]
    near: Vec<String>,
    within: usize,
    #[serde(default, skip_serializing_if = "is_default")]
    require: Vec<usize>,
    #[serde(default, skip_serializing_if = "is_default")]
    unless: Vec<usize>,
    #[serde(default, skip_serializing_if = "is_default")]
    allow: Vec<usize>,
    #[serde(default, skip_serializing_if = "is_default")]
    allow_block: Option<usize>,
    #[serde(default, skip_serializing_if = "is_default")]
    always: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    basis: Vec<String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A term: its frame, its suggestion, and how it is written.
#[derive(Debug, Serialize, Deserialize)]
struct Entry<'a>(usize, usize, #[serde(borrow)] Text<'a>);

impl Prepared<'static> {
    /// The terms again; `None` when a number leads nowhere.
    fn terms(self) -> Option<Terms> {
        let patterns: Vec<Pattern> = self
            .patterns
            .into_iter()
            .map(|(source, needs)| Pattern::prepared(source.0, needs.into()))
            .collect();
        let suggestions: Vec<Arc<str>> = self.suggestions.iter().map(|text| Arc::from(&*text.0)).collect();
        let frames = self.frames.iter().map(|frame| frame.frame(&patterns).map(Arc::new));
        let frames: Vec<Arc<Frame>> = frames.collect::<Option<_>>()?;
        let mut terms: Vec<Term> = Vec::with_capacity(self.terms.len());
        for Entry(frame, suggestion, shown) in self.terms {
            terms.push(Term {
                frame: Arc::clone(frames.get(frame)?),
                sought: Sought::Literal(shown.0.clone()),
                shown: shown.0,
                suggest: Arc::clone(suggestions.get(suggestion)?),
            });
        }
        for (number, word) in self.folded {
            terms.get_mut(number)?.sought = Sought::Literal(word.0);
        }
        for (number, pattern) in self.sought {
            terms.get_mut(number)?.sought = Sought::Regex(patterns.get(pattern)?.clone());
        }
        let words = self.words.into_iter().map(|(word, number)| {
            let meaning = if number % 2 == 0 { Meaning::Term } else { Meaning::Trigger };
            (word.0, meaning(number / 2))
        });
        let cue = |words: Vec<Text<'_>>| words.into_iter().map(|word| word.0.into_owned()).collect();
        Some(Terms {
            words: Words { list: words.collect(), everywhere: self.everywhere },
            cues: self.cues.into_iter().map(|(name, words)| (name.0.into_owned(), cue(words))).collect(),
            terms: terms.into_iter().map(Arc::new).collect(),
        })
    }
}

impl Common<'_> {
    /// The frame, with its patterns.
    fn frame(&self, patterns: &[Pattern]) -> Option<Frame> {
        let all = |numbers: &[usize]| -> Option<Arc<[Pattern]>> {
            numbers.iter().map(|number| patterns.get(*number).cloned()).collect()
        };
        let allow_block = match self.allow_block {
            Some(number) => Some(patterns.get(number)?.clone()),
            None => None,
        };
        Some(Frame {
            rule: Arc::from(&*self.rule.0),
            category: Arc::from(&*self.category.0),
            severity: self.severity,
            when: self.when.clone().into(),
            period: self.period,
            zones: self.zones,
            near: self.near.clone().into(),
            within: self.within,
            require: all(&self.require)?,
            unless: all(&self.unless)?,
            allow: all(&self.allow)?,
            allow_block,
            always: self.always,
            basis: Basis::new(&self.basis),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;

    /// Numbers the values that it is given, equal ones alike.
    #[derive(Default)]
    struct Pool(Vec<String>);

    impl Pool {
        fn number(&mut self, value: &str) -> usize {
            let known = self.0.iter().position(|known| known == value);
            known.unwrap_or_else(|| {
                self.0.push(value.to_owned());
                self.0.len() - 1
            })
        }

        fn numbers(&mut self, patterns: &[Pattern]) -> Vec<usize> {
            patterns.iter().map(|pattern| self.number(pattern.source())).collect()
        }

        fn texts(self) -> Vec<Text<'static>> {
            self.0.into_iter().map(|text| Text(text.into())).collect()
        }
    }

    fn with_needs(source: Text<'static>) -> (Text<'static>, Needs) {
        let needs = Pattern::folded(source.0.to_string()).needs().clone();
        (source, needs)
    }

    fn text(text: &str) -> Text<'_> {
        Text(text.into())
    }

    fn prepared(terms: &Terms) -> Prepared<'_> {
        let (mut patterns, mut suggestions) = (Pool::default(), Pool::default());
        let mut frames: Vec<Common<'_>> = Vec::new();
        let (mut entries, mut folded, mut sought) = (Vec::new(), Vec::new(), Vec::new());
        for term in &terms.terms {
            let frame = Common {
                rule: text(&term.rule),
                category: text(&term.category),
                severity: term.severity,
                when: term.when.to_vec(),
                period: term.period,
                zones: term.zones,
                near: term.near.to_vec(),
                within: term.within,
                require: patterns.numbers(&term.require),
                unless: patterns.numbers(&term.unless),
                allow: patterns.numbers(&term.allow),
                allow_block: term.allow_block.as_ref().map(|pattern| patterns.number(pattern.source())),
                always: term.always,
                basis: term.basis.keys().to_vec(),
            };
            let number = frames.iter().position(|known| *known == frame).unwrap_or_else(|| {
                frames.push(frame);
                frames.len() - 1
            });
            match &term.sought {
                Sought::Literal(word) if *word == term.shown => {}
                Sought::Literal(word) => folded.push((entries.len(), text(word))),
                Sought::Regex(pattern) => sought.push((entries.len(), patterns.number(pattern.source()))),
            }
            entries.push(Entry(number, suggestions.number(&term.suggest), text(&term.shown)));
        }
        let words = terms.words.list.iter().map(|(word, meaning)| match meaning {
            Meaning::Term(number) => (text(word), number * 2),
            Meaning::Trigger(number) => (text(word), number * 2 + 1),
            Meaning::Cue(_) | Meaning::Spelling(_) => unreachable!("words of terms"),
        });
        let list = |words: &'_ Vec<String>| words.iter().map(|word| Text(word.clone().into())).collect();
        Prepared {
            sources: sources(),
            cues: terms.cues.iter().map(|(name, words)| (text(name), list(words))).collect(),
            patterns: patterns.texts().into_iter().map(with_needs).collect(),
            suggestions: suggestions.texts(),
            frames,
            terms: entries,
            folded,
            sought,
            words: words.collect(),
            everywhere: terms.words.everywhere.clone(),
        }
    }

    /// One line for each value, so that a change of a pack is a change of a few lines.
    fn lines(prepared: &Prepared<'_>) -> String {
        let value = serde_json::to_value(prepared).unwrap();
        let parts = value.as_object().unwrap().iter().map(|(key, value)| match value {
            serde_json::Value::Array(items) if !items.is_empty() => {
                let items: Vec<_> = items.iter().map(ToString::to_string).collect();
                format!("\"{key}\":[\n{}\n]", items.join(",\n"))
            }
            other => format!("\"{key}\":{other}"),
        });
        format!("{{\n{}\n}}\n", parts.collect::<Vec<_>>().join(",\n"))
    }

    #[test]
    fn what_is_prepared_is_what_reading_the_packs_gives() {
        let read = Terms::from_packs(&mut Findings::new());
        let made = lines(&prepared(&read));
        if std::env::var("PREPARE").is_ok_and(|wish| wish == "write") {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/terms/prepared.json");
            std::fs::write(path, made).unwrap();
            return;
        }
        assert!(
            made == PREPARED,
            "a pack has changed: PREPARE=write cargo test --lib rules::terms::prepared"
        );
        let again = super::read().unwrap();
        assert!(lines(&prepared(&again)) == made, "reading back gives something else");
    }
}
