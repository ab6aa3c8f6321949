//! The packs of the program as they are after reading: folded, with the words of their patterns, sorted.
//!
//! Reading them from YAML takes as long as checking two hundred articles. `prepared.txt` holds what reading gives, and
//! the digest of the files that it was made from; with other files it is not used, and the packs are read. A test tells
//! when it has to be made again: `PREPARE=write cargo test --lib rules::terms::prepared`.

use std::borrow::Cow;
use std::str::Lines;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::words::{Meaning, Words};
use super::{CUE_FILES, Frame, PACKS, Sought, Term, Terms};
use crate::base::digest::Digest;
use crate::finding::Severity;
use crate::rules::basis::Basis;
use crate::rules::condition::{When, Zones};
use crate::rules::lexicon::Entries;
use crate::rules::need::Needs;
use crate::rules::pattern::Pattern;
use crate::rules::period::Period;

const PREPARED: &str = include_str!("prepared.txt");

/// What the program brings, as it was made ready; `None` when the packs have changed since.
pub(super) fn read() -> Option<Terms> {
    let mut sections = Sections { lines: PREPARED.lines() };
    let sources = sections.section("sources")?;
    if is_current(sources.first()?) { sections.terms() } else { None }
}

/// Whether it was made from the packs and cues that the program has. In what users run the sizes are enough: the tests have
/// seen the rest, and reading a megabyte takes a tenth of the time of checking an article.
fn is_current(sources: &str) -> bool {
    let Some((size, digest)) = sources.split_once(TAB) else { return false };
    size.parse() == Ok(size_of_sources()) && (!cfg!(debug_assertions) || digest == digest_of_sources())
}

fn files() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    PACKS.iter().chain(CUE_FILES)
}

/// Bytes of the files that packs and cues are read from.
fn size_of_sources() -> usize {
    files().map(|(_, source)| source.len()).sum()
}

fn digest_of_sources() -> String {
    let digests = files().map(|(name, source)| format!("{name} {}\n", Digest::of(source).hex()));
    Digest::of(digests.collect::<String>()).hex()
}

/// The sections of the file in their order, each a line with its name and how many lines follow. Columns stand between
/// tabs. Reading it as JSON took three times as long, and a third of the time of checking an article.
struct Sections {
    lines: Lines<'static>,
}

impl Sections {
    /// The lines of the section `name`, which must come next.
    fn section(&mut self, name: &str) -> Option<Vec<&'static str>> {
        let (known, count) = self.lines.next()?.split_once(TAB)?;
        let lines: Vec<&str> = self.lines.by_ref().take(count.parse().ok()?).collect();
        (known == name).then_some(lines)
    }

    /// The terms; `None` when a number leads nowhere.
    fn terms(&mut self) -> Option<Terms> {
        let cues = self.section("cues")?.into_iter().map(|line| {
            let mut columns = line.split(TAB).map(str::to_owned);
            Some((columns.next()?, columns.collect()))
        });
        let cues: Option<_> = cues.collect();
        let patterns = self.section("patterns")?.into_iter().map(|line| {
            let (needs, source) = line.rsplit_once(TAB)?;
            Some(Pattern::prepared(source.into(), Needs::read(needs)?.into()))
        });
        let patterns: Vec<Pattern> = patterns.collect::<Option<_>>()?;
        let suggestions: Vec<Arc<str>> = self.section("suggestions")?.into_iter().map(Arc::from).collect();
        let frames = self.section("frames")?.into_iter().map(|line| {
            let frame: Common<'_> = serde_json::from_str(line).ok()?;
            frame.frame(&patterns).map(Arc::new)
        });
        let frames: Vec<Arc<Frame>> = frames.collect::<Option<_>>()?;
        let mut terms: Vec<Term> = Vec::new();
        for line in self.section("terms")? {
            let (frame, (suggestion, shown)) =
                numbered(line).and_then(|(frame, rest)| Some((frame, numbered(rest)?)))?;
            terms.push(Term {
                frame: Arc::clone(frames.get(frame)?),
                sought: Sought::Literal(shown.into()),
                shown: shown.into(),
                suggest: Arc::clone(suggestions.get(suggestion)?),
            });
        }
        for line in self.section("folded")? {
            let (number, word) = numbered(line)?;
            terms.get_mut(number)?.sought = Sought::Literal(word.into());
        }
        for line in self.section("sought")? {
            let (number, pattern) = numbered(line)?;
            terms.get_mut(number)?.sought =
                Sought::Regex(patterns.get(pattern.parse::<usize>().ok()?)?.clone());
        }
        let mut list = Entries::default();
        for line in self.section("words")? {
            let (word, numbers) = line.split_once(TAB)?;
            let meanings: Option<Vec<Meaning>> = numbers.split(TAB).map(meaning).collect();
            list.push(word.into(), meanings?);
        }
        let everywhere = self.section("everywhere")?.into_iter().map(|line| line.parse().ok());
        let words = Words { list, everywhere: everywhere.collect::<Option<_>>()? };
        Some(Terms { words, cues: cues?, terms: terms.into_iter().map(Arc::new).collect() })
    }
}

const TAB: char = '\t';

/// A number and what stands behind it.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.split_once(TAB)?;
    Some((number.parse().ok()?, rest))
}

/// What a word is of: the number of a term, doubled, and one more when it is a word of its pattern.
fn meaning(number: &str) -> Option<Meaning> {
    let number: u32 = number.parse().ok()?;
    Some(if number.is_multiple_of(2) { Meaning::Term(number / 2) } else { Meaning::Trigger(number / 2) })
}

/// What the words of an entry have in common. Patterns are numbers.
#[derive(Debug, Serialize, Deserialize, PartialEq, Eq)]
struct Common<'a> {
    rule: Cow<'a, str>,
    category: Cow<'a, str>,
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
            rule: Arc::from(&*self.rule),
            category: Arc::from(&*self.category),
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
    }

    /// The file: one line for each value, so that a change of a pack is a change of a few lines.
    #[derive(Default)]
    struct File(String);

    impl File {
        fn section(&mut self, name: &str, lines: Vec<String>) {
            assert!(lines.iter().all(|line| !line.contains(['\n', '\r'])), "{name}");
            self.0.push_str(&format!("{name}\t{}\n", lines.len()));
            lines.iter().for_each(|line| self.0.extend([line, "\n"]));
        }
    }

    fn prepared(terms: &Terms) -> String {
        let (mut patterns, mut suggestions) = (Pool::default(), Pool::default());
        let mut frames: Vec<Common<'_>> = Vec::new();
        let (mut entries, mut folded, mut sought) = (Vec::new(), Vec::new(), Vec::new());
        for term in &terms.terms {
            let frame = Common {
                rule: Cow::Borrowed(&term.rule),
                category: Cow::Borrowed(&term.category),
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
            let at = entries.len();
            match &term.sought {
                Sought::Literal(word) if *word == term.shown => {}
                Sought::Literal(word) => folded.push(format!("{at}\t{word}")),
                Sought::Regex(pattern) => sought.push(format!("{at}\t{}", patterns.number(pattern.source()))),
            }
            entries.push(format!("{number}\t{}\t{}", suggestions.number(&term.suggest), term.shown));
        }
        let list = &terms.words.list;
        let number = |meaning: &Meaning| match meaning {
            Meaning::Term(number) => number * 2,
            Meaning::Trigger(number) => number * 2 + 1,
            Meaning::Cue(_) | Meaning::Spelling(_) => unreachable!("words of terms"),
        };
        let words = list.words.iter().map(|(word, meanings)| {
            let numbers = list.meanings(meanings).iter().map(|meaning| number(meaning).to_string());
            format!("{word}\t{}", numbers.collect::<Vec<_>>().join("\t"))
        });
        let cues = terms.cues.iter().map(|(name, words)| format!("{name}\t{}", words.join("\t")));
        let pattern =
            |source: &String| format!("{}\t{source}", Pattern::folded(source.clone()).needs().line());
        let mut file = File::default();
        file.section("sources", vec![format!("{}\t{}", size_of_sources(), digest_of_sources())]);
        file.section("cues", cues.collect());
        file.section("patterns", patterns.0.iter().map(pattern).collect());
        file.section("suggestions", suggestions.0);
        file.section("frames", frames.iter().map(|frame| serde_json::to_string(frame).unwrap()).collect());
        file.section("terms", entries);
        file.section("folded", folded);
        file.section("sought", sought);
        file.section("words", words.collect());
        file.section("everywhere", terms.words.everywhere.iter().map(ToString::to_string).collect());
        file.0
    }

    #[test]
    fn what_is_prepared_is_what_reading_the_packs_gives() {
        let read = Terms::from_packs(&mut Findings::new());
        let made = prepared(&read);
        if std::env::var("PREPARE").is_ok_and(|wish| wish == "write") {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/terms/prepared.txt");
            std::fs::write(path, made).unwrap();
            return;
        }
        assert!(
            made == PREPARED,
            "a pack has changed: PREPARE=write cargo test --lib rules::terms::prepared"
        );
        let again = super::read().unwrap();
        assert!(prepared(&again) == made, "reading back gives something else");
    }
}
