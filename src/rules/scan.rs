//! One pass over a folded text for all words of all packs, and one more over the view without marks.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use aho_corasick::{AhoCorasick, MatchKind};

use super::fold::{Folded, Views};
use super::stance;
use super::terms::{Sought, Term, Terms};
use crate::source::plain::{OBJECT, Plain};

/// How a word was disguised, when it was (compliance reference 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disguise {
    /// Not, or only in ways that happen by accident.
    None,
    /// Marks between its characters (L5), markup inside it (L6) or formal numerals (L7).
    Deliberate,
}

/// A term that was found.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// Index into [`Scanner::terms`].
    pub(crate) term: usize,
    /// Bytes of the folded text.
    pub(crate) range: Range<usize>,
    pub(crate) disguise: Disguise,
}

/// What was found in a document.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// Terms, by place; of overlapping terms of one rule only the longest of the leftmost.
    pub(crate) hits: Vec<Hit>,
    /// Cues by name: bytes of the folded text, by place.
    cues: BTreeMap<&'static str, Vec<Range<usize>>>,
}

impl Scan {
    /// Where the cue `name` stands, by place.
    pub(crate) fn cue(&self, name: &str) -> &[Range<usize>] {
        self.cues.get(name).map_or(&[], Vec::as_slice)
    }

    /// The cues `name` that lie inside the bytes `range` of the folded text.
    pub(crate) fn cues_within(&self, name: &str, range: Range<usize>) -> &[Range<usize>] {
        let all = self.cue(name);
        let first = all.partition_point(|cue| cue.start < range.start);
        let last = all.partition_point(|cue| cue.start < range.end);
        all.get(first..last).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy)]
enum Meaning {
    Term(usize),
    Cue(&'static str),
}

/// Terms compiled for searching.
pub(crate) struct Scanner {
    pub(crate) terms: Vec<Arc<Term>>,
    literals: Option<AhoCorasick>,
    meanings: Vec<Meaning>,
    patterns: Vec<usize>,
}

impl Scanner {
    /// The scanner for what comes with the program.
    pub(crate) fn standard() -> &'static Self {
        static STANDARD: LazyLock<Scanner> = LazyLock::new(|| Scanner::new(Vec::new()));
        &STANDARD
    }

    /// A scanner for what comes with the program and for `own` terms.
    pub(crate) fn new(own: Vec<Arc<Term>>) -> Self {
        let standard = Terms::standard();
        let mut terms = standard.terms.clone();
        terms.extend(own);
        let (mut words, mut meanings, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        for (index, term) in terms.iter().enumerate() {
            match &term.sought {
                Sought::Literal(word) if word.is_empty() => {}
                Sought::Literal(word) => {
                    words.push(word.as_str());
                    meanings.push(Meaning::Term(index));
                }
                Sought::Regex(_) => patterns.push(index),
            }
        }
        for (name, list) in standard.cues.iter().filter(|(name, _)| !stance::CUES.contains(&name.as_str())) {
            for word in list {
                words.push(word);
                meanings.push(Meaning::Cue(name));
            }
        }
        // Different rules may report the same place, so every occurrence is wanted here.
        let literals = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&words).ok();
        Self { terms, literals, meanings, patterns }
    }

    /// Searches a document.
    pub(crate) fn scan(&self, plain: &Plain, views: &Views) -> Scan {
        let mut scan = Scan::default();
        let mut search = Search { scanner: self, plain, folded: &views.folded, scan: &mut scan };
        search.run(&views.folded, None);
        if let Some(joined) = &views.joined {
            search.run(joined, Some(joined));
        }
        for cues in scan.cues.values_mut() {
            cues.sort_unstable_by_key(|range| (range.start, range.end));
        }
        self.longest(&mut scan.hits);
        scan
    }

    /// Of overlapping hits of one rule keeps the longest of the leftmost.
    fn longest(&self, hits: &mut Vec<Hit>) {
        let rule = |hit: &Hit| self.terms.get(hit.term).map_or("", |term| &*term.rule);
        hits.sort_by(|a, b| {
            let key = |hit: &Hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.term);
            rule(a).cmp(rule(b)).then_with(|| key(a).cmp(&key(b)))
        });
        let mut last: Option<(String, usize)> = None;
        hits.retain(|hit| {
            let name = rule(hit);
            if last.as_ref().is_some_and(|(rule, end)| rule == name && hit.range.start < *end) {
                return false;
            }
            last = Some((name.to_owned(), hit.range.end));
            true
        });
        hits.sort_by_key(|hit| (hit.range.start, hit.range.end, hit.term));
    }
}

/// One search of one document.
struct Search<'a> {
    scanner: &'a Scanner,
    plain: &'a Plain,
    folded: &'a Folded,
    scan: &'a mut Scan,
}

impl Search<'_> {
    /// Searches `view`. With `joined` only what the marks hid is new, and everything else was seen already.
    fn run(&mut self, view: &Folded, joined: Option<&Folded>) {
        let scanner = self.scanner;
        if let Some(literals) = &scanner.literals {
            for found in literals.find_overlapping_iter(&view.text) {
                match scanner.meanings.get(found.pattern().as_usize()) {
                    Some(Meaning::Term(term)) => self.found(*term, found.range(), joined),
                    Some(Meaning::Cue(name)) if joined.is_none() => {
                        self.scan.cues.entry(name).or_default().push(found.range());
                    }
                    _ => {}
                }
            }
        }
        for term in &scanner.patterns {
            let Some(Sought::Regex(pattern)) = scanner.terms.get(*term).map(|term| &term.sought) else {
                continue;
            };
            for range in pattern.find_iter(&view.text) {
                let text = view.text.get(range.clone()).unwrap_or_default();
                if !text.is_empty() && !text.contains(['\n', OBJECT]) {
                    self.found(*term, range, joined);
                }
            }
        }
    }

    fn found(&mut self, term: usize, range: Range<usize>, joined: Option<&Folded>) {
        let hit = match joined {
            None => Hit { term, disguise: self.disguise(term, range.clone()), range },
            Some(view) if view.is_contiguous(range.clone()) => return,
            Some(view) => {
                let Some(range) = view.source(range) else { return };
                Hit { term, range, disguise: Disguise::Deliberate }
            }
        };
        self.scan.hits.push(hit);
    }

    /// Whether markup stands inside the word, or a formal numeral that the term does not have.
    fn disguise(&self, term: usize, range: Range<usize>) -> Disguise {
        let Some(visible) = self.folded.source(range) else { return Disguise::None };
        let shown = self.plain.text().get(visible.clone()).unwrap_or_default();
        let formal = |c: char| "壹贰貳叁肆伍陆柒捌玖".contains(c);
        let term = self.scanner.terms.get(term).map_or("", |term| term.shown.as_str());
        let numerals = shown.chars().any(|c| formal(c) && !term.contains(c));
        if numerals || self.has_marks(visible) { Disguise::Deliberate } else { Disguise::None }
    }

    /// Whether the source of the visible bytes `range` has more than its letters and blanks: tags, marks, entities.
    fn has_marks(&self, range: Range<usize>) -> bool {
        let Some(place) = self.plain.place(range.clone()) else { return false };
        let visible = self.plain.text().get(range).unwrap_or_default();
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        letters(place.text()) > letters(visible)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::SourceFile;

    fn found(markdown: &str) -> Vec<(String, String, Disguise)> {
        let file = Arc::new(SourceFile::new("a.md", markdown));
        let mut plain = Plain::new();
        plain.add_markdown(&file, 0..markdown.len());
        let views = Views::new(&plain);
        let scanner = Scanner::standard();
        let scan = scanner.scan(&plain, &views);
        let show = |hit: &Hit| {
            let visible = views.folded.source(hit.range.clone()).unwrap();
            let term = &scanner.terms[hit.term];
            (term.shown.clone(), plain.place(visible).unwrap().text().to_owned(), hit.disguise)
        };
        scan.hits.iter().filter(|hit| &*scanner.terms[hit.term].rule == "ad.absolute").map(show).collect()
    }

    fn one(markdown: &str) -> (String, Disguise) {
        let all = found(markdown);
        assert_eq!(all.len(), 1, "{markdown}: {all:?}");
        (all[0].1.clone(), all[0].2)
    }

    #[test]
    fn spelling_tricks_are_seen_through_and_named_when_they_are_deliberate() {
        assert_eq!(one("国家级品质"), ("国家级".to_owned(), Disguise::None));
        assert_eq!(one("國\u{200b}家級品质"), ("國\u{200b}家級".to_owned(), Disguise::None));
        assert_eq!(one("绝无\n仅有"), ("绝无\n仅有".to_owned(), Disguise::None));
        assert_eq!(one("最·佳"), ("最·佳".to_owned(), Disguise::Deliberate));
        assert_eq!(one("最**佳**"), ("最**佳".to_owned(), Disguise::Deliberate));
        assert_eq!(one("全国第壹"), ("全国第壹".to_owned(), Disguise::Deliberate));
        assert_eq!(one("最&#20339;"), ("最&#20339;".to_owned(), Disguise::Deliberate));
    }

    #[test]
    fn nothing_is_found_across_sentences_cells_and_blocks() {
        for text in
            ["最。佳音", "最，佳", "- 最\n- 佳", "| 最 | 佳 |\n| - | - |", "最\n\n佳", "最`x`佳", "最  \n佳"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn the_longest_term_of_a_rule_wins() {
        let all = found("全国首家史上最便宜");
        let shown: Vec<_> = all.iter().map(|(term, ..)| term.as_str()).collect();
        assert_eq!(shown, ["全国首家", "史上最"]);
    }
}
