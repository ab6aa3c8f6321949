//! The packs of the program as they are after reading: folded, with the words of their patterns, sorted.
//!
//! Reading them from YAML takes as long as checking two hundred articles. `prepared.txt` holds what reading gives, and
//! the digest of the files that it was made from; with other files it is not used, and the packs are read. A test tells
//! when it has to be made again: `PREPARE=write cargo test --lib rules::terms::prepared`.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use memchr::{memchr, memchr_iter};
use serde::{Deserialize, Serialize};

use super::standard::{Cues, Standard};
use super::words::Meaning;
use super::{CUE_FILES, Frame, PACKS, Sought, Term};
use crate::base::digest::Digest;
use crate::finding::Severity;
use crate::rules::basis::Basis;
use crate::rules::condition::{When, Zones};
use crate::rules::guess;
use crate::rules::lexicon::Entries;
use crate::rules::need::Needs;
use crate::rules::pattern::Pattern;
use crate::rules::period::Period;

const PREPARED: &str = include_str!("prepared.txt");

/// What the program brings, as it was made ready; `None` when the packs have changed since.
pub(super) fn read() -> Option<Standard> {
    let mut sections = Sections { rest: PREPARED };
    if is_current(sections.next("sources")?.lines().next()?) { sections.standard() } else { None }
}

/// Whether it was made from the packs and cues that the program has. In what users run the sizes are enough: the tests have
/// seen the rest, and reading a megabyte takes a tenth of the time of checking an article.
fn is_current(sources: &str) -> bool {
    let Some((size, digest)) = sources.split_once(TAB) else { return false };
    size.parse() == Ok(size_of_sources()) && (!cfg!(debug_assertions) || digest == digest_of_sources())
}

/// All that it is made from.
fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    PACKS.iter().chain(CUE_FILES).copied().chain(guess::sources())
}

/// Bytes of what packs and cues are read from.
fn size_of_sources() -> usize {
    sources().map(|(_, source)| source.len()).sum()
}

fn digest_of_sources() -> String {
    let digests = sources().map(|(name, source)| format!("{name} {}\n", Digest::of(source).hex()));
    Digest::of(digests.collect::<String>()).hex()
}

/// The sections of the file in their order, each behind a line with its name and its bytes, so that one can be stepped
/// over. Columns stand between tabs.
struct Sections {
    rest: &'static str,
}

impl Sections {
    /// The text of the section `name`, which must come next.
    fn next(&mut self, name: &str) -> Option<&'static str> {
        let (head, rest) = self.rest.split_once('\n')?;
        let (known, size) = head.split_once(TAB)?;
        let (section, rest) = rest.split_at_checked(size.parse().ok()?)?;
        self.rest = rest;
        (known == name).then_some(section)
    }

    fn standard(&mut self) -> Option<Standard> {
        let mut cues = Cues::new();
        for line in self.next("cues")?.lines() {
            let mut columns = line.split(TAB).map(Cow::Borrowed);
            cues.insert(columns.next()?, columns.collect());
        }
        let rules = self.next("rules")?.lines().map(Cow::Borrowed).collect();
        let everywhere = self.next("everywhere")?.lines().map(|line| line.parse().ok());
        let everywhere = everywhere.collect::<Option<_>>()?;
        let words = words(self.next("words")?)?;
        let terms = Prepared {
            terms: Rows::new(self.next("terms")?),
            frames: Rows::new(self.next("frames")?),
            suggestions: Rows::new(self.next("suggestions")?),
            patterns: Rows::new(self.next("patterns")?),
        };
        Some(Standard::prepared(terms, cues, rules, words, everywhere))
    }
}

/// The words of a section: each with numbers behind it.
fn words(section: &'static str) -> Option<Entries<Meaning>> {
    let (bytes, mut start) = (section.as_bytes(), 0);
    let count = |mark: u8| memchr_iter(mark, bytes).count();
    // A line a word, and a meaning behind every tab: nothing is moved while the lists grow.
    let mut words = Entries::over(section).with_room(count(b'\n'), count(b'\t'));
    while start < bytes.len() {
        let rest = bytes.get(start..)?;
        let (word, line) = (memchr(b'\t', rest)?, memchr(b'\n', rest)?);
        let numbers = rest.get(word + 1..line)?.split(|byte| *byte == b'\t');
        words.push(start..start + word, numbers.map(meaning));
        start += line + 1;
    }
    Some(words)
}

/// What a word is of: a number times four, and one more for each kind behind terms.
fn meaning(number: &[u8]) -> Meaning {
    let digit = |byte: &u8| u32::from(byte.wrapping_sub(b'0'));
    let number = number.iter().fold(0_u32, |number, byte| number.wrapping_mul(10).wrapping_add(digit(byte)));
    let of = number / 4;
    match number % 4 {
        0 => Meaning::Term(of),
        1 => Meaning::Trigger(of),
        2 => Meaning::Cue(of),
        _ => Meaning::Spelling(of),
    }
}

/// The terms of the program, each read when it is first asked for: an article has few of them.
#[derive(Debug)]
pub(super) struct Prepared {
    terms: Rows<Term>,
    frames: Rows<Arc<Frame>>,
    suggestions: Rows<Arc<str>>,
    patterns: Rows<Pattern>,
}

impl Prepared {
    /// How many terms there are.
    pub(super) fn count(&self) -> usize {
        self.terms.made.len()
    }

    /// The term of that number; `None` also when its line leads nowhere, which the tests would have seen.
    pub(super) fn term(&self, number: usize) -> Option<&Term> {
        self.terms.get(number, |line| {
            let Columns { frame, suggestion, shown, sought } = Columns::of(line)?;
            let (shown, sought) = match sought {
                Written::Same => (shown.into(), Sought::Literal(shown.into())),
                Written::Folded(word) => (shown.into(), Sought::Literal(word.into())),
                Written::Pattern(number) => {
                    let pattern = self.pattern(number)?;
                    (pattern.source().clone(), Sought::Regex(pattern))
                }
            };
            let frame = self.frames.get(frame, |line| {
                let frame: Common<'_> = serde_json::from_str(line).ok()?;
                frame.frame(&|number| self.pattern(number)).map(Arc::new)
            });
            let suggest = self.suggestions.get(suggestion, |line| Some(line.into()));
            Some(Term { frame: Arc::clone(frame?), sought, shown, suggest: Arc::clone(suggest?) })
        })
    }

    /// Hands on each word as it is written in its pack, and the source of each pattern.
    pub(super) fn texts(&self, mut take: impl FnMut(&str)) {
        for line in self.terms.section.lines() {
            let Some(Columns { shown, sought, .. }) = Columns::of(line) else { continue };
            let source = match sought {
                Written::Pattern(number) => self.patterns.line(number).and_then(|line| line.rsplit_once(TAB)),
                Written::Same | Written::Folded(_) => None,
            };
            take(source.map_or(shown, |(_, source)| source));
        }
    }

    fn pattern(&self, number: usize) -> Option<Pattern> {
        let pattern = self.patterns.get(number, |line| {
            let (needs, source) = line.rsplit_once(TAB)?;
            Some(Pattern::prepared(source.into(), Needs::read(needs)?.into()))
        });
        pattern.cloned()
    }
}

/// The lines of a section by number, and what was made of them.
#[derive(Debug)]
struct Rows<T> {
    section: &'static str,
    /// Where each line ends.
    ends: Vec<usize>,
    made: Box<[OnceLock<Option<T>>]>,
}

impl<T> Rows<T> {
    fn new(section: &'static str) -> Self {
        let ends: Vec<usize> = memchr_iter(b'\n', section.as_bytes()).collect();
        let made = ends.iter().map(|_| OnceLock::new()).collect();
        Self { section, ends, made }
    }

    /// What `make` makes of the line of that number.
    fn get(&self, number: usize, make: impl FnOnce(&'static str) -> Option<T>) -> Option<&T> {
        self.made.get(number)?.get_or_init(|| make(self.line(number)?)).as_ref()
    }

    fn line(&self, number: usize) -> Option<&'static str> {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| end + 1);
        self.section.get(start..*self.ends.get(number)?)
    }
}

const TAB: char = '\t';

/// Stands before the number of a pattern where words stand otherwise. No pack has it.
const PATTERN: char = '\u{1}';

/// What the line of a term says.
struct Columns<'a> {
    frame: usize,
    suggestion: usize,
    shown: &'a str,
    sought: Written<'a>,
}

/// What a term is sought as.
enum Written<'a> {
    Same,
    Folded(&'a str),
    Pattern(usize),
}

impl<'a> Columns<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let (frame, rest) = numbered(line)?;
        let (suggestion, rest) = numbered(rest)?;
        let (shown, sought) = rest.split_once(TAB).unwrap_or((rest, ""));
        let sought = match sought.strip_prefix(PATTERN) {
            Some(number) => Written::Pattern(number.parse().ok()?),
            None if sought.is_empty() => Written::Same,
            None => Written::Folded(sought),
        };
        Some(Self { frame, suggestion, shown, sought })
    }
}

/// A number and what stands behind it.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.split_once(TAB)?;
    Some((number.parse().ok()?, rest))
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
    fn frame(&self, pattern: &dyn Fn(usize) -> Option<Pattern>) -> Option<Frame> {
        let all = |numbers: &[usize]| -> Option<Arc<[Pattern]>> {
            numbers.iter().map(|number| pattern(*number)).collect()
        };
        let allow_block = match self.allow_block {
            Some(number) => Some(pattern(number)?),
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
            let size: usize = lines.iter().map(|line| line.len() + 1).sum();
            self.0.push_str(&format!("{name}\t{size}\n"));
            lines.iter().for_each(|line| self.0.extend([line, "\n"]));
        }
    }

    fn prepared(standard: &Standard) -> String {
        let (mut patterns, mut suggestions) = (Pool::default(), Pool::default());
        let mut frames: Vec<Common<'_>> = Vec::new();
        let mut entries = Vec::new();
        for term in standard.terms() {
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
            let shown = match &term.sought {
                Sought::Literal(word) if *word == term.shown => word.to_string(),
                Sought::Literal(word) => format!("{}\t{word}", term.shown),
                Sought::Regex(pattern) => format!("\t{PATTERN}{}", patterns.number(pattern.source())),
            };
            entries.push(format!("{number}\t{}\t{shown}", suggestions.number(&term.suggest)));
        }
        let number = |meaning: &Meaning| match meaning {
            Meaning::Term(number) => number * 4,
            Meaning::Trigger(number) => number * 4 + 1,
            Meaning::Cue(number) => number * 4 + 2,
            Meaning::Spelling(number) => number * 4 + 3,
        };
        let words = standard.index().entries().iter().map(|(word, meanings)| {
            let numbers = meanings.iter().map(|meaning| number(meaning).to_string());
            format!("{word}\t{}", numbers.collect::<Vec<_>>().join("\t"))
        });
        let cues = standard.cues().iter().map(|(name, words)| format!("{name}\t{}", words.join("\t")));
        let pattern =
            |source: &String| format!("{}\t{source}", Pattern::folded(source.clone()).needs().line());
        let mut file = File::default();
        file.section("sources", vec![format!("{}\t{}", size_of_sources(), digest_of_sources())]);
        file.section("cues", cues.collect());
        file.section("rules", standard.rules().map(str::to_owned).collect());
        file.section("everywhere", standard.everywhere().iter().map(ToString::to_string).collect());
        file.section("words", words.collect());
        file.section("terms", entries);
        file.section("frames", frames.iter().map(|frame| serde_json::to_string(frame).unwrap()).collect());
        file.section("suggestions", suggestions.0);
        file.section("patterns", patterns.0.iter().map(pattern).collect());
        file.0
    }

    #[test]
    fn what_is_prepared_is_what_reading_the_packs_gives() {
        let read = Standard::from_packs(&mut Findings::new());
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
