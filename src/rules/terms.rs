//! Term packs: words as data. Each pack is a YAML file under `terms/`; a site adds its own under `policy/rules/` in
//! the same form.
//!
//! Words are folded when they are read, as the text is when it is searched. What a hit means is judged by its rule.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use regex::{Regex, RegexBuilder};

use super::fold::fold;
use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::source::SourceFile;
use crate::source::yaml::{self, Reader, Value};

/// The packs that come with the program, a line each, sorted.
const PACKS: &[(&str, &str)] = &[
    ("ad-absolute.yaml", include_str!("terms/ad-absolute.yaml")),
    ("cr-phrase.yaml", include_str!("terms/cr-phrase.yaml")),
    ("promo-clause.yaml", include_str!("terms/promo-clause.yaml")),
    ("uc-fake-review.yaml", include_str!("terms/uc-fake-review.yaml")),
    ("wx-clickbait.yaml", include_str!("terms/wx-clickbait.yaml")),
    ("wx-gambling.yaml", include_str!("terms/wx-gambling.yaml")),
    ("wx-induce-follow.yaml", include_str!("terms/wx-induce-follow.yaml")),
    ("wx-induce-like.yaml", include_str!("terms/wx-induce-like.yaml")),
    ("wx-induce-share.yaml", include_str!("terms/wx-induce-share.yaml")),
];

/// What a word is called by in a pack, when it must be true for the word to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum When {
    /// Always.
    Any,
    /// In an advertisement.
    Ad,
    /// In a campaign plan.
    Campaign,
    /// In a title.
    Title,
    /// Never by the word alone: it is a hint for a rule that looks at structure.
    Document,
    /// In an advertisement for that industry.
    AdFor(String),
}

impl When {
    fn read(value: &str) -> Option<Self> {
        Some(match value {
            "any" => Self::Any,
            "ad" => Self::Ad,
            "campaign" => Self::Campaign,
            "title" => Self::Title,
            "document" => Self::Document,
            other => Self::AdFor(other.strip_prefix("ad+industry:")?.to_owned()),
        })
    }
}

/// How a term is sought.
#[derive(Debug, Clone)]
pub(crate) enum Pattern {
    /// As it stands, folded.
    Literal(String),
    /// As a pattern over folded text.
    Regex(Regex),
}

/// A word or pattern of a pack.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// The rule that reports it.
    pub(crate) rule: String,
    /// The pack's title.
    pub(crate) category: Arc<str>,
    /// As written in the pack.
    pub(crate) shown: String,
    pub(crate) pattern: Pattern,
    pub(crate) severity: Severity,
    pub(crate) when: Vec<When>,
    /// A hit that overlaps a match of one of these in its sentence does not count.
    pub(crate) allow: Vec<Regex>,
    /// A hit in a block in which this matches does not count.
    pub(crate) allow_block: Option<Regex>,
    /// The legal basis, as printed.
    pub(crate) basis: String,
    pub(crate) suggest: String,
}

/// Words, the cues that rules combine, and the names of legal bases.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    pub(crate) terms: Vec<Term>,
    /// Folded words by the name of the cue.
    pub(crate) cues: BTreeMap<String, Vec<String>>,
}

impl Terms {
    /// What comes with the program.
    pub(crate) fn standard() -> &'static Self {
        static STANDARD: LazyLock<Terms> = LazyLock::new(|| Terms::embedded(&mut Findings::new()));
        &STANDARD
    }

    fn embedded(findings: &mut Findings) -> Self {
        let mut terms = Self { terms: Vec::new(), cues: cues(findings) };
        for (name, source) in PACKS {
            with_root(name, source, findings, |root, findings| terms.read_pack(root, findings));
        }
        terms
    }

    /// Reads a pack: a map with `rule`, `title`, defaults and `entries`.
    pub(crate) fn read_pack(&mut self, pack: Value<'_>, findings: &mut Findings) {
        let Some(mut reader) = Reader::open(&[pack], findings) else { return };
        let rule = reader.required_text("rule");
        let title = reader.text("title").map(|title| title.value);
        let defaults = Defaults {
            basis: reader.texts("basis").into_iter().map(|key| key.value).collect(),
            severity: reader.choice("severity", LEVELS).map_or(Severity::Warning, |level| level.value),
            when: read_when(&mut reader).unwrap_or_else(|| vec![When::Any]),
        };
        let entries = reader.require("entries");
        // For whoever keeps the list.
        reader.take("scope");
        reader.take("note");
        reader.finish();
        let (Some(rule), Some(entries)) = (rule, entries) else { return };
        let category: Arc<str> = title.unwrap_or_else(|| rule.value.clone()).into();
        for entry in entries.items(findings) {
            self.terms.extend(read_term(entry, &rule.value, &category, &defaults, findings));
        }
    }
}

/// The levels by name.
pub(crate) const LEVELS: &[(&str, Severity)] =
    &[("error", Severity::Error), ("warning", Severity::Warning), ("info", Severity::Info)];

struct Defaults {
    basis: Vec<String>,
    severity: Severity,
    when: Vec<When>,
}

fn read_when(reader: &mut Reader<'_, '_>) -> Option<Vec<When>> {
    let conditions = reader.texts("when");
    if conditions.is_empty() {
        return None;
    }
    let mut when = Vec::new();
    for condition in conditions {
        match When::read(&condition) {
            Some(known) => when.push(known),
            None => reader.findings().push(bad_pack(&condition.place, text::bad_when(&*condition))),
        }
    }
    Some(when)
}

fn read_term(
    entry: Value<'_>,
    rule: &str,
    category: &Arc<str>,
    defaults: &Defaults,
    findings: &mut Findings,
) -> Option<Term> {
    let mut reader = Reader::open(&[entry], findings)?;
    let shown = reader.required_text("term");
    let is_regex =
        reader.choice("kind", &[("literal", false), ("regex", true)]).is_some_and(|kind| kind.value);
    let severity = reader.choice("severity", LEVELS).map_or(defaults.severity, |level| level.value);
    let when = read_when(&mut reader).unwrap_or_else(|| defaults.when.clone());
    let basis = reader.texts("basis").into_iter().map(|key| key.value).collect::<Vec<_>>();
    let basis = if basis.is_empty() { &defaults.basis } else { &basis };
    let mut allow = Vec::new();
    for pattern in reader.texts("allow") {
        allow.extend(compile(&pattern, &pattern.place, reader.findings()));
    }
    let allow_block = reader.text("allow_block");
    let allow_block = allow_block.and_then(|pattern| compile(&pattern, &pattern.place, reader.findings()));
    let suggest = reader.text("suggest").map(|suggest| suggest.value).unwrap_or_default();
    // Known to the schema of term lists, of no use here.
    reader.text("category");
    let shown = shown?;
    let pattern = if is_regex {
        Pattern::Regex(compile(&shown, &shown.place, reader.findings())?)
    } else {
        Pattern::Literal(fold(&shown))
    };
    reader.finish();
    Some(Term {
        rule: rule.to_owned(),
        category: Arc::clone(category),
        shown: shown.value,
        pattern,
        severity,
        when,
        allow,
        allow_block,
        basis: basis_text(basis.iter().map(String::as_str)),
        suggest,
    })
}

fn bad_pack(place: &Place, message: crate::base::message::Message) -> Finding {
    Finding::error("site.rules", place.clone(), message).help(text::pack_help())
}

/// A pattern over folded text: its letters are folded too, its escapes are not.
fn compile(pattern: &str, place: &Place, findings: &mut Findings) -> Option<Regex> {
    let mut folded = String::with_capacity(pattern.len());
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            folded.push(c);
            folded.extend(chars.next());
        } else if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
        }
    }
    match RegexBuilder::new(&folded).size_limit(1 << 21).build() {
        Ok(regex) => Some(regex),
        Err(error) => {
            let reason = error.to_string().lines().last().unwrap_or_default().to_owned();
            findings.push(bad_pack(place, text::bad_pattern(pattern, reason)));
            None
        }
    }
}

/// Full names of legal bases by their short ones.
static BASIS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    with_root("basis.yaml", include_str!("terms/basis.yaml"), &mut Findings::new(), |root, findings| {
        for (_, value) in root.pairs(findings).unwrap_or_default() {
            if let Some(name) = value.text(findings) {
                names.insert(value.name.to_owned(), name.value);
            }
        }
    });
    names
});

/// The full names of `keys`, as printed; a name that is none of ours is printed as it is.
pub(crate) fn basis_text<'k>(keys: impl IntoIterator<Item = &'k str>) -> String {
    let names: Vec<&str> = keys.into_iter().map(|key| BASIS.get(key).map_or(key, String::as_str)).collect();
    names.join("；")
}

fn cues(findings: &mut Findings) -> BTreeMap<String, Vec<String>> {
    let mut cues = BTreeMap::new();
    with_root("cues.yaml", include_str!("terms/cues.yaml"), findings, |root, findings| {
        for (_, value) in root.pairs(findings).unwrap_or_default() {
            let words = value.texts(findings).iter().map(|word| fold(word)).collect();
            cues.insert(value.name.to_owned(), words);
        }
    });
    cues
}

/// Parses an embedded file and hands its root on.
fn with_root(name: &str, source: &str, findings: &mut Findings, read: impl FnOnce(Value<'_>, &mut Findings)) {
    let file = Arc::new(SourceFile::new(name, source));
    let range: Range<usize> = 0..source.len();
    let (root, problems) = yaml::parse(&file, range);
    findings.extend(problems);
    if let Some((node, place)) = &root {
        read(Value { name: "", node, place }, findings);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn embedded_packs_are_valid_sorted_complete_and_without_repetition() {
        let mut findings = Findings::new();
        let terms = Terms::embedded(&mut findings);
        let problems: Vec<_> =
            findings.iter().map(|f| format!("{}: {}", f.place.path(), f.message)).collect();
        assert_eq!(problems, Vec::<String>::new());
        let mut seen = HashSet::new();
        for term in &terms.terms {
            assert!(seen.insert((term.rule.clone(), fold(&term.shown))), "{} twice", term.shown);
            assert!(!term.suggest.is_empty() && !term.when.is_empty(), "{}", term.shown);
        }
        assert!(terms.terms.len() > 120);

        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/terms")).unwrap();
        let mut files: Vec<_> =
            files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        files.retain(|file| !["basis.yaml", "cues.yaml"].contains(&file.as_str()));
        files.sort();
        assert_eq!(files, PACKS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }

    #[test]
    fn every_basis_of_a_pack_has_a_full_name() {
        for (name, source) in PACKS {
            for key in source.lines().flat_map(|line| line.split("basis: [").skip(1)) {
                for key in key.split(']').next().unwrap_or("").split(',') {
                    assert!(BASIS.contains_key(key.trim()), "{name}: {key}");
                }
            }
        }
    }

    #[test]
    fn every_allow_pattern_overlaps_its_term_in_some_text() {
        // A pattern that does not hold the term's first or last character could never overlap a hit.
        for term in &Terms::standard().terms {
            let Pattern::Literal(word) = &term.pattern else { continue };
            for allow in &term.allow {
                let pattern = allow.as_str();
                assert!(word.chars().any(|c| pattern.contains(c)), "{}: {pattern}", term.shown);
            }
        }
    }
}
