//! One pass over a folded text for all words of all packs, and one more over the view without marks.
//!
//! Words of the packs, cues, brand names and the words that patterns cannot do without stand in one lexicon. A pattern
//! runs only on sentences that hold one of its words. What is spelt with pinyin, homophones or split characters is
//! sought last, in the few sentences that hold such a spelling ([`super::guess`]).

mod reading;
mod search;

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use foldhash::{HashMap, HashMapExt};

use super::condition::Extent;
use super::fold::Views;
use super::guess::{Layer, Pairs};
use super::lexicon::{Index, Lexicon};
use super::need::Seen;
use super::terms::{BRAND, Meaning, Standard, Term, Words, sought};
use crate::source::plain::Plain;
use search::Search;

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

/// Where a word of the lexicon stands, bytes of the view that was searched, and what it means there.
type Occurrence = (Range<usize>, Range<u32>);

/// Where words of terms stand in a document: what to search once it is known which of them can count there.
#[derive(Debug, Default)]
pub(crate) struct Occurrences {
    folded: (Vec<Occurrence>, Seen),
    joined: Option<(Vec<Occurrence>, Seen)>,
    /// Spellings to be guessed at: bytes of the folded text, and which.
    spots: Vec<(Range<usize>, usize)>,
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
    standard: &'static Standard,
    /// A site's own terms, numbered behind those of the program.
    own: Vec<Arc<Term>>,
    /// The rules that have terms, by name.
    rules: HashMap<Arc<str>, usize>,
    lexicon: Lexicon<Meaning>,
    /// Names of the cues, sorted.
    cues: Arc<[String]>,
    /// Terms whose pattern has no word that it cannot do without.
    patterns: Vec<usize>,
}

impl Scanner {
    /// The scanner for what comes with the program.
    pub(crate) fn standard() -> &'static Self {
        static STANDARD: LazyLock<Scanner> = LazyLock::new(|| Scanner::new(Vec::new(), &[]));
        &STANDARD
    }

    /// A scanner for what comes with the program, for `own` terms and the folded names of `brands`.
    pub(crate) fn new(own: Vec<Arc<Term>>, brands: &[String]) -> Self {
        let standard = Standard::get();
        let mut rules: HashMap<Arc<str>, usize> = HashMap::new();
        for rule in standard.rules().map(Arc::from).chain(own.iter().map(|term| Arc::clone(&term.rule))) {
            let next = rules.len();
            rules.entry(rule).or_insert(next);
        }
        let cues: Arc<[String]> = sought(standard.cues()).into_iter().map(str::to_owned).collect();
        let brand = cues.iter().position(|name| name == BRAND).and_then(|at| u32::try_from(at).ok());
        let brands = brand
            .into_iter()
            .flat_map(|brand| brands.iter().map(move |name| (name.as_str(), Meaning::Cue(brand))));
        let first = u32::try_from(standard.count()).unwrap_or(u32::MAX);
        let words = Words::of(first, own.iter().map(|term| &**term), brands);
        let patterns = standard.everywhere().iter().chain(&words.everywhere);
        let patterns = patterns.map(|term| *term as usize).collect();
        let mut indices = vec![Arc::clone(standard.index())];
        if !words.list.is_empty() {
            indices.push(Arc::new(Index::new(words.list)));
        }
        Self { standard, own, rules, lexicon: Lexicon::new(indices), cues, patterns }
    }

    /// The term of that number.
    pub(crate) fn term(&self, number: usize) -> Option<&Term> {
        match number.checked_sub(self.standard.count()) {
            None => self.standard.term(number),
            Some(own) => self.own.get(own).map(|term| &**term),
        }
    }

    /// How many terms there are.
    fn count(&self) -> usize {
        self.standard.count() + self.own.len()
    }

    /// The number of the rule `id`, if it has terms.
    pub(crate) fn rule(&self, id: &str) -> Option<usize> {
        self.rules.get(id).copied()
    }

    /// Which characters stand side by side in the words and patterns of the program.
    fn pairs() -> &'static Pairs {
        static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
            let mut pairs = Pairs::new();
            Standard::get().texts(|text| pairs.add(text));
            pairs
        });
        &PAIRS
    }

    /// Whether one of the words of the cue `name` stands in a folded text.
    pub(crate) fn has_cue(&self, name: &str, folded: &str) -> bool {
        let Ok(index) = self.cues.binary_search_by(|known| known.as_str().cmp(name)) else { return false };
        let is_it = |meaning: &Meaning| matches!(meaning, Meaning::Cue(cue) if *cue as usize == index);
        let mut has = false;
        self.lexicon.find_all(
            folded,
            |_| (),
            |_, meanings| has |= self.lexicon.meanings(&meanings).iter().any(is_it),
        );
        has
    }

    /// The words that stand in a text, by place, and the characters that it has.
    fn words(&self, text: &str) -> (Vec<Occurrence>, Seen) {
        // As many as an article has.
        let (mut words, mut seen) = (Vec::with_capacity(text.len() / 8), Seen::default());
        self.add_words(text, &mut words, &mut seen);
        (words, seen)
    }

    /// Adds the words and the characters of a text to those known.
    fn add_words(&self, text: &str, words: &mut Vec<Occurrence>, seen: &mut Seen) {
        self.lexicon.find_all(text, |key| seen.note(key), |range, meanings| words.push((range, meanings)));
    }

    /// Finds all words in a document: its cues, and where terms are to be sought.
    pub(crate) fn read(&self, views: &Views) -> (Scan, Occurrences) {
        let mut cues = vec![Vec::new(); self.cues.len()];
        let mut spots = Vec::new();
        let folded = self.words(&views.folded.text);
        for (range, meanings) in &folded.0 {
            // Cues and spellings come behind terms.
            for meaning in self.lexicon.meanings(meanings).iter().rev() {
                match meaning {
                    Meaning::Cue(cue) => {
                        if let Some(cues) = cues.get_mut(*cue as usize) {
                            cues.push(range.clone());
                        }
                    }
                    Meaning::Spelling(spelling) => spots.push((range.clone(), *spelling as usize)),
                    Meaning::Term(_) | Meaning::Trigger(_) => break,
                }
            }
        }
        for cues in &mut cues {
            cues.sort_unstable_by_key(|range| (range.start, range.end));
        }
        let joined = views.joined.as_ref().map(|joined| self.words(&joined.text));
        let scan = Scan { names: Arc::clone(&self.cues), cues, ..Scan::default() };
        (scan, Occurrences { folded, joined, spots })
    }

    /// Searches a document for the terms whose words were found in it, as far as they may count there, and adds to
    /// `scan` what stands there.
    pub(crate) fn search(
        &self,
        plain: &Plain,
        views: &Views,
        found: Occurrences,
        extent: &dyn Fn(&Term) -> Extent,
        scan: &mut Scan,
    ) {
        let mut search = Search::new(self, plain, &views.folded, extent);
        let (words, seen) = &found.folded;
        search.run(&views.folded, words, seen, None);
        if let (Some(joined), Some((words, seen))) = (&views.joined, &found.joined) {
            search.run(joined, words, seen, Some(joined));
        }
        search.guess(found.spots);
        #[cfg(test)]
        {
            scan.work = search.work;
        }
        scan.hits = search.hits;
        self.sort(scan);
    }

    fn rule_of(&self, hit: &Hit) -> usize {
        self.term(hit.term).and_then(|term| self.rule(&term.rule)).unwrap_or(usize::MAX)
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::rules::fold;
    use crate::rules::terms::Sought;
    use crate::source::SourceFile;

    /// What stands in a document in which every term may count.
    fn scan(plain: &Plain, views: &Views) -> Scan {
        let (mut scan, found) = Scanner::standard().read(views);
        Scanner::standard().search(plain, views, found, &|_| Extent::Everywhere, &mut scan);
        scan
    }

    fn found(markdown: &str) -> Vec<(String, String, Disguise)> {
        let file = Arc::new(SourceFile::new("a.md", markdown));
        let mut plain = Plain::new();
        plain.add_markdown(&file, 0..markdown.len());
        let views = Views::new(&plain);
        let scanner = Scanner::standard();
        let scan = scan(&plain, &views);
        let show = |hit: &Hit| {
            let visible = views.folded.source(hit.range.clone()).unwrap();
            let term = scanner.term(hit.term).unwrap();
            (term.shown.to_string(), plain.place(visible).unwrap().text().to_owned(), hit.disguise)
        };
        scan.hits
            .iter()
            .filter(|hit| &*scanner.term(hit.term).unwrap().rule == "ad.absolute")
            .map(show)
            .collect()
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
        let scan = scan(&plain, &views);
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
        for (index, term) in Standard::get().terms().enumerate().step_by(7) {
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
