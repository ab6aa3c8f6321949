//! One pass over a folded text for all words of all packs, and one more over the view without marks.
//!
//! Words of the packs, cues, brand names and the words that patterns cannot do without stand in one lexicon. A pattern
//! runs only on sentences that hold one of its words. What is spelt with pinyin, homophones or split characters is
//! sought last, in the few sentences that hold such a spelling ([`super::guess`]).

mod reading;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use foldhash::{HashMap, HashMapExt};

use super::fold::{self, Folded, Views};
use super::guess::{self, Layer, Pairs};
use super::lexicon::Lexicon;
use super::need::Seen;
use super::stance;
use super::terms::{Meaning, Sought, Term, Terms, Words};
use crate::source::plain::{OBJECT, Plain};

/// How a word was disguised, when it was (compliance reference 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disguise {
    /// Not, or only in ways that happen by accident.
    None,
    /// Marks between its characters (L5), markup inside it (L6) or formal numerals (L7).
    Deliberate,
    /// It is another word that sounds or looks like it (L8 to L11): a guess, of lower weight.
    Guessed(Layer),
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
    /// Terms, by place, the longer first; those of one rule may overlap.
    pub(crate) hits: Vec<Hit>,
    /// Indices of the hits by rule, each rule's by place.
    by_rule: Vec<(usize, usize)>,
    /// Names of the cues, sorted; the scanner's.
    names: Arc<[String]>,
    /// Cues, in the order of their names: bytes of the folded text, by place.
    cues: Vec<Vec<Range<usize>>>,
    /// How many bytes patterns were run over.
    #[cfg(test)]
    work: usize,
}

impl Scan {
    /// Where the cue `name` stands, by place.
    pub(crate) fn cue(&self, name: &str) -> &[Range<usize>] {
        let index = self.names.binary_search_by(|known| known.as_str().cmp(name));
        index.ok().and_then(|index| self.cues.get(index)).map_or(&[], Vec::as_slice)
    }

    /// The cues `name` that lie inside the bytes `range` of the folded text.
    pub(crate) fn cues_within(&self, name: &str, range: Range<usize>) -> &[Range<usize>] {
        let all = self.cue(name);
        let first = all.partition_point(|cue| cue.start < range.start);
        let last = all.partition_point(|cue| cue.start < range.end);
        all.get(first..last).unwrap_or_default()
    }

    /// The hits of a rule, by its number in [`Scanner::rule`].
    pub(crate) fn of_rule(&self, rule: Option<usize>) -> impl Iterator<Item = &Hit> {
        let rule = rule.unwrap_or(usize::MAX);
        let first = self.by_rule.partition_point(|(known, _)| *known < rule);
        let of_rule = self.by_rule.get(first..).unwrap_or_default();
        of_rule.iter().take_while(move |(known, _)| *known == rule).filter_map(|(_, hit)| self.hits.get(*hit))
    }
}

/// Terms compiled for searching.
pub(crate) struct Scanner {
    pub(crate) terms: Vec<Arc<Term>>,
    /// The rules that have terms, by name.
    rules: HashMap<Arc<str>, usize>,
    /// The rule of each term, a number of `rules`.
    rule_of: Vec<usize>,
    lexicon: Lexicon<Meaning>,
    /// Names of the cues, sorted.
    cues: Arc<[String]>,
    /// Terms whose pattern has no word that it cannot do without.
    patterns: Vec<usize>,
}

/// The name of the cue for brand names.
const BRAND: &str = "brand";

impl Scanner {
    /// The scanner for what comes with the program.
    pub(crate) fn standard() -> &'static Self {
        static STANDARD: LazyLock<Scanner> = LazyLock::new(|| Scanner::new(Vec::new(), &[]));
        &STANDARD
    }

    /// A scanner for what comes with the program, for `own` terms and the folded names of `brands`.
    pub(crate) fn new(own: Vec<Arc<Term>>, brands: &[String]) -> Self {
        let standard = Terms::standard();
        let mut terms = standard.terms.clone();
        terms.extend(own);
        let mut rules: HashMap<Arc<str>, usize> = HashMap::new();
        let mut number = |rule: &Arc<str>| {
            let next = rules.len();
            // Only the few new names are copied.
            rules.get(rule).copied().unwrap_or_else(|| *rules.entry(Arc::clone(rule)).or_insert(next))
        };
        let rule_of = terms.iter().map(|term| number(&term.rule)).collect();
        let sought = standard.cues.iter().filter(|(name, _)| !stance::CUES.contains(&name.as_str()));
        let mut cues: BTreeMap<&str, &[String]> =
            sought.map(|(name, words)| (name.as_str(), words.as_slice())).collect();
        cues.insert(BRAND, brands);
        let mut words = Words::default();
        (0..).zip(&terms).skip(standard.terms.len()).for_each(|(index, term)| words.add_term(index, term));
        for (index, list) in (0..).zip(cues.values()) {
            list.iter().for_each(|word| words.add(word, Meaning::Cue(index)));
        }
        for (index, spelling) in (0..).zip(&*guess::SPELLINGS) {
            words.add(&spelling.written, Meaning::Spelling(index));
        }
        let cues = cues.into_keys().map(str::to_owned).collect();
        let everywhere = standard.words.everywhere.iter().chain(&words.everywhere);
        let patterns = everywhere.map(|term| *term as usize).collect();
        Self {
            terms,
            rules,
            rule_of,
            lexicon: Lexicon::new(&standard.words.list, words.list),
            cues,
            patterns,
        }
    }

    /// The number of the rule `id`, if it has terms.
    pub(crate) fn rule(&self, id: &str) -> Option<usize> {
        self.rules.get(id).copied()
    }

    /// Which characters stand side by side in the words and patterns of the program.
    fn pairs() -> &'static Pairs {
        static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
            let terms = &Terms::standard().terms;
            let sources = terms.iter().filter_map(|term| match &term.sought {
                Sought::Literal(_) => None,
                Sought::Regex(pattern) => Some(pattern.source()),
            });
            Pairs::new(terms.iter().map(|term| &*term.shown).chain(sources))
        });
        &PAIRS
    }

    /// Searches a document.
    pub(crate) fn scan(&self, plain: &Plain, views: &Views) -> Scan {
        let cues = vec![Vec::new(); self.cues.len()];
        let mut scan = Scan { names: Arc::clone(&self.cues), cues, ..Scan::default() };
        let mut search = Search {
            scanner: self,
            plain,
            folded: &views.folded,
            scan: &mut scan,
            windows: HashMap::new(),
            last_sentence: 0..0,
            last_line: 0..0,
            last_gap: (0..0, false),
            seen: Default::default(),
            spots: Vec::new(),
        };
        search.run(&views.folded, None);
        if let Some(joined) = &views.joined {
            search.last_sentence = 0..0;
            search.last_line = 0..0;
            search.last_gap = (0..0, false);
            search.seen = Default::default();
            search.run(joined, Some(joined));
        }
        search.guess();
        for cues in &mut scan.cues {
            cues.sort_unstable_by_key(|range| (range.start, range.end));
        }
        self.sort(&mut scan);
        scan
    }

    fn rule_of(&self, hit: &Hit) -> usize {
        self.rule_of.get(hit.term).copied().unwrap_or(usize::MAX)
    }

    /// Puts the hits in order. Overlapping ones of one rule stay: which of them count is judged later.
    fn sort(&self, scan: &mut Scan) {
        let hits = &mut scan.hits;
        hits.sort_unstable_by_key(|hit| {
            let guessed = matches!(hit.disguise, Disguise::Guessed(_));
            (hit.range.start, std::cmp::Reverse(hit.range.end), hit.term, guessed)
        });
        hits.dedup_by(|hit, kept| hit.term == kept.term && hit.range == kept.range);
        scan.by_rule = hits.iter().enumerate().map(|(index, hit)| (self.rule_of(hit), index)).collect();
        scan.by_rule.sort_unstable();
    }
}

/// One search of one document.
struct Search<'a> {
    scanner: &'a Scanner,
    plain: &'a Plain,
    folded: &'a Folded,
    scan: &'a mut Scan,
    /// Where each pattern is to be sought next: bytes of the view.
    windows: HashMap<usize, Range<usize>>,
    /// The sentence of the last word whose pattern was sought.
    last_sentence: Range<usize>,
    /// The line of the last word whose pattern was sought in one.
    last_line: Range<usize>,
    /// The last sentence that was searched, the last line, and the pairs of characters in each.
    seen: [(Range<usize>, Seen); 2],
    /// The last sentence that was asked for gaps, and whether it has one.
    last_gap: (Range<usize>, bool),
    /// Spellings to be guessed at: bytes of the folded text, and which.
    spots: Vec<(Range<usize>, usize)>,
}

impl Search<'_> {
    /// Searches `view`. With `joined` only what the marks hid is new, and everything else was seen already.
    fn run(&mut self, view: &Folded, joined: Option<&Folded>) {
        let scanner = self.scanner;
        scanner.lexicon.find_all(&view.text, |range, meaning| match meaning {
            Meaning::Term(term) => self.found(term as usize, range, joined),
            Meaning::Trigger(term) => self.pattern(term as usize, view, &range, joined),
            // In the joined view these were seen already.
            _ if joined.is_some() => {}
            Meaning::Cue(cue) => {
                if let Some(cues) = self.scan.cues.get_mut(cue as usize) {
                    cues.push(range);
                }
            }
            Meaning::Spelling(spelling) => self.spots.push((range, spelling as usize)),
        });
        for (term, window) in std::mem::take(&mut self.windows) {
            self.everywhere(term, view, window, joined);
        }
        for term in &scanner.patterns {
            self.everywhere(*term, view, 0..view.text.len(), joined);
        }
    }

    /// Whether marks were left out in the sentence around the bytes `range` of the joined view.
    fn has_gap(&mut self, joined: &Folded, range: &Range<usize>) -> bool {
        let sentence = self.sentence(&joined.text, range);
        let (of, known) = &self.last_gap;
        if *of == sentence {
            return *known;
        }
        let gap = !joined.is_contiguous(sentence.clone());
        self.last_gap = (sentence, gap);
        gap
    }

    /// Seeks a pattern around one of its words: as far as a match may reach, inside its sentence. Where such windows
    /// overlap they are one, so that each byte is looked at once and the longest of the leftmost is found.
    fn pattern(&mut self, term: usize, view: &Folded, word: &Range<usize>, joined: Option<&Folded>) {
        let scanner = self.scanner;
        let Some(Sought::Regex(pattern)) = scanner.terms.get(term).map(|term| &term.sought) else { return };
        let text = &view.text;
        let crosses = pattern.crosses_sentences();
        let limits = if crosses { self.line(text, word) } else { self.sentence(text, word) };
        let [sentence, line] = &mut self.seen;
        let (of, seen) = if crosses { line } else { sentence };
        if *of != limits {
            seen.read(text.get(limits.clone()).unwrap_or_default());
            *of = limits.clone();
        }
        let Some(window) = pattern.needs().window(text, word, &limits, seen) else { return };
        if !joined.is_none_or(|joined| self.has_gap(joined, word)) {
            return;
        }
        let known = self.windows.entry(term).or_insert_with(|| window.clone());
        if window.start <= known.end {
            known.end = known.end.max(window.end);
        } else {
            let done = std::mem::replace(known, window);
            self.everywhere(term, view, done, joined);
        }
    }

    /// The line around a word, as [`Search::sentence`].
    fn line(&mut self, text: &str, word: &Range<usize>) -> Range<usize> {
        let last = &self.last_line;
        if last.start <= word.start && word.end <= last.end {
            return last.clone();
        }
        let line = fold::line(text, word.clone());
        self.last_line = if line.len() < fold::REACH { line.clone() } else { 0..0 };
        line
    }

    /// The sentence around a word. Many words stand in each, and come one behind the other.
    fn sentence(&mut self, text: &str, word: &Range<usize>) -> Range<usize> {
        let last = &self.last_sentence;
        if last.start <= word.start && word.end <= last.end {
            return last.clone();
        }
        let sentence = fold::sentence(text, word.clone());
        // One that was cut off, or holds the end of another, is not the sentence of all words in it.
        let inside = text.get(sentence.clone()).unwrap_or_default();
        let whole = sentence.len() < fold::REACH && !inside.contains(fold::ends_sentence);
        self.last_sentence = if whole { sentence.clone() } else { 0..0 };
        sentence
    }

    fn everywhere(&mut self, term: usize, view: &Folded, window: Range<usize>, joined: Option<&Folded>) {
        let Some(Sought::Regex(pattern)) = self.scanner.terms.get(term).map(|term| &term.sought) else {
            return;
        };
        let text = view.text.get(window.clone()).unwrap_or_default();
        #[cfg(test)]
        {
            self.scan.work += text.len();
        }
        for found in pattern.find_iter(text) {
            let words = text.get(found.clone()).unwrap_or_default();
            if !words.is_empty() && !words.contains(['\n', OBJECT]) {
                self.found(term, window.start + found.start..window.start + found.end, joined);
            }
        }
    }

    fn found(&mut self, term: usize, range: Range<usize>, joined: Option<&Folded>) {
        let hit = match joined {
            None => Hit { term, disguise: self.disguise(term, range.clone()), range },
            Some(view) if view.is_contiguous(range.clone()) => return,
            Some(view) => {
                let Some(range) = view.source(range) else { return };
                Hit { term, disguise: self.split(term, range.clone()), range }
            }
        };
        self.scan.hits.push(hit);
    }

    /// How a hit is disguised that only the view without marks shows: a word by any mark, a pattern, which may be half a
    /// sentence with its quotation marks and blanks, only by marks that serve nothing else.
    fn split(&self, term: usize, range: Range<usize>) -> Disguise {
        let is_word =
            self.scanner.terms.get(term).is_none_or(|term| matches!(term.sought, Sought::Literal(_)));
        let text = self.folded.text.get(range).unwrap_or_default();
        let serves_nothing = |c: char| "·•*_-~|/\\.+^`=#&".contains(c);
        let chars: Vec<char> = text.chars().collect();
        let is_han = |c: Option<&char>| c.is_some_and(|c| ('\u{3400}'..='\u{9fff}').contains(c));
        let between = |mark: &dyn Fn(char) -> bool| {
            let is_split = |three: &&[char]| {
                is_han(three.first()) && three.get(1).is_some_and(|c| mark(*c)) && is_han(three.get(2))
            };
            chars.windows(3).filter(is_split).count()
        };
        // A single blank between two words of Chinese stands for a comma.
        if is_word || between(&serves_nothing) > 0 || between(&|c| c == ' ') > 1 {
            Disguise::Deliberate
        } else {
            Disguise::None
        }
    }

    /// Whether markup stands inside the word, or a formal numeral that the term does not have.
    fn disguise(&self, term: usize, range: Range<usize>) -> Disguise {
        if self.scanner.terms.get(term).is_some_and(|term| matches!(term.sought, Sought::Regex(_))) {
            // Emphasis and links inside half a sentence are no disguise.
            return Disguise::None;
        }
        let Some(visible) = self.folded.source(range) else { return Disguise::None };
        let shown = self.plain.text().get(visible.clone()).unwrap_or_default();
        let term = self.scanner.terms.get(term).map_or("", |term| &*term.shown);
        let numerals = shown.chars().any(|c| is_odd_numeral(c) && !term.contains(c));
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

/// Numerals that writers of plain text do not use inside words.
fn is_odd_numeral(c: char) -> bool {
    matches!(c, '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩' | '㊀'..='㊉' | '❶'..='➓' | '\u{20e3}')
        || "壹贰貳叁肆伍陆柒捌玖".contains(c)
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
            (term.shown.to_string(), plain.place(visible).unwrap().text().to_owned(), hit.disguise)
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
        assert!(
            found("全国第壹")
                .iter()
                .any(|(_, text, how)| (text.as_str(), *how) == ("全国第壹", Disguise::Deliberate))
        );
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

    fn scanned(markdown: &str) -> (Plain, Views, Scan) {
        let file = Arc::new(SourceFile::new("a.md", markdown));
        let mut plain = Plain::new();
        plain.add_markdown(&file, 0..markdown.len());
        let views = Views::new(&plain);
        let scan = Scanner::standard().scan(&plain, &views);
        (plain, views, scan)
    }

    #[test]
    fn guesses_are_marked_and_hold_the_whole_spelling() {
        assert_eq!(one("热饮zui佳"), ("zui佳".to_owned(), Disguise::Guessed(Layer::Pinyin)));
        assert_eq!(one("guojia级品质"), ("guojia级".to_owned(), Disguise::Guessed(Layer::Pinyin)));
        assert_eq!(one("醉佳之选"), ("醉佳".to_owned(), Disguise::Guessed(Layer::Homophone)));
        assert_eq!(one("第1品牌"), ("第1品牌".to_owned(), Disguise::None));
        assert_eq!(found("zui 好 的 vx 与 weixin"), []);
    }

    #[test]
    fn patterns_run_over_each_byte_a_bounded_number_of_times() {
        for part in ["转发", "转发。", "邀请好友关注领", "最", "全国最", "第一"] {
            let work = |count: usize| scanned(&part.repeat(count)).2.work;
            // The longer first: what it compiles is run at once in the shorter.
            let (twice, once) = (work(4_000), work(2_000));
            // A tenth for the windows at the edges, of which every pattern has its own.
            assert!(twice * 10 <= once * 22 + 40_000, "{part}: {once}, {twice}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_hit_lies_on_whole_characters_of_one_block(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "最", "佳", "zui", "jia", "第", "一", "1", "①", "·", "**", "级", "国家", "guo", "转发", "领红包", "蕞", "氵台",
                    "加", "vx", "🧧", "。", "，", "\n\n", "\n", " ", "&#20339;", "<b>", "|", "О", "l",
                ]),
                0..24,
            )
        ) {
            let markdown = parts.concat();
            let (plain, views, scan) = scanned(&markdown);
            for hit in &scan.hits {
                proptest::prop_assert!(views.folded.text.get(hit.range.clone()).is_some_and(|text| !text.is_empty()));
                proptest::prop_assert!(!views.folded.text[hit.range.clone()].contains('\n'));
                let place = views.folded.source(hit.range.clone()).and_then(|visible| plain.place(visible));
                proptest::prop_assert!(place.is_some_and(|place| !place.text().is_empty()));
            }
        }
    }

    /// What a search with every pattern over every sentence would find, `scan` finds by the words of the patterns.
    #[test]
    fn no_match_of_a_pattern_is_missed_for_want_of_its_words() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/accuracy/");
        let text = ["blind-plain.md", "f-plain.md"]
            .map(|name| std::fs::read_to_string(format!("{folder}{name}")).unwrap());
        let text: String = text
            .concat()
            .lines()
            .filter_map(|line| line.strip_prefix("- "))
            .fold(String::new(), |text, line| text + line + "\n\n");
        let (_, views, scan) = scanned(&text);
        let folded = &views.folded.text;
        let mut count = 0;
        // Compiling them all takes longer than all other tests of the rules.
        for (index, term) in Scanner::standard().terms.iter().enumerate().step_by(7) {
            let Sought::Regex(pattern) = &term.sought else { continue };
            let whole = regex::Regex::new(pattern.source()).unwrap();
            for line in folded.split('\n') {
                let start = line.as_ptr() as usize - folded.as_ptr() as usize;
                let sentences: Vec<&str> = if pattern.crosses_sentences() {
                    vec![line]
                } else {
                    line.split(fold::ends_sentence).collect()
                };
                for sentence in sentences {
                    let at = sentence.as_ptr() as usize - line.as_ptr() as usize + start;
                    for found in whole.find_iter(sentence).filter(|found| !found.is_empty()) {
                        let range = at + found.start()..at + found.end();
                        count += 1;
                        let there = scan.hits.iter().any(|hit| hit.term == index && hit.range == range);
                        assert!(there, "{}: {}", pattern.source(), found.as_str());
                    }
                }
            }
        }
        assert!(count > 30, "{count}");
    }
}
