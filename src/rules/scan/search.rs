//! Searching one document for the terms whose words stand in it.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::{Disguise, Hit, Occurrence, Scanner};
use crate::rules::condition::Extent;
use crate::rules::fold::{self, Folded};
use crate::rules::need::{Present, Seen};
use crate::rules::terms::{Meaning, Sought, Term};
use crate::source::plain::{OBJECT, Plain, Zone};

/// One search of one document.
pub(super) struct Search<'a> {
    pub(super) scanner: &'a Scanner,
    pub(super) folded: &'a Folded,
    pub(super) hits: Vec<Hit>,
    plain: &'a Plain,
    /// Where in the document each term may count, as far as it was asked.
    extents: Vec<Option<Extent>>,
    /// Says where in the document a term may count.
    extent: &'a dyn Fn(&Term) -> Extent,
    /// Whether a match of each term's pattern can not stand in the view that is searched, as far as it was asked.
    hopeless: Vec<bool>,
    /// Bytes of the folded title, which is what a document begins with.
    title: usize,
    /// Of the patterns that may match, which of their words stand in the view, and where to seek next: bytes of the view.
    patterns: HashMap<usize, (Present, Option<Range<usize>>)>,
    /// What is found where a spelling is read as another: kept for the next one.
    pub(super) scratch: Option<(Vec<Occurrence>, Seen)>,
    /// The sentence of the last word whose pattern was sought.
    last_sentence: Range<usize>,
    /// The line of the last word whose pattern was sought in one.
    last_line: Range<usize>,
    /// How many bytes patterns were run over.
    #[cfg(test)]
    pub(super) work: usize,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        scanner: &'a Scanner,
        plain: &'a Plain,
        folded: &'a Folded,
        extent: &'a dyn Fn(&Term) -> Extent,
    ) -> Self {
        let title = plain.blocks.first().filter(|block| block.zone == Zone::Title);
        let title = title.and_then(|title| plain.text().get(title.range.clone())).unwrap_or_default();
        let title = Folded::new(title).text.len();
        Self {
            scanner,
            folded,
            hits: Vec::new(),
            plain,
            extents: vec![None; scanner.count()],
            extent,
            hopeless: Vec::new(),
            title,
            patterns: HashMap::new(),
            scratch: None,
            last_sentence: 0..0,
            last_line: 0..0,
            #[cfg(test)]
            work: 0,
        }
    }

    /// Searches `view`, in which `words` stand and whose characters are `seen`. With `joined` only what the marks hid is
    /// new, and everything else was found already.
    pub(super) fn run(&mut self, view: &Folded, words: &[Occurrence], seen: &Seen, joined: Option<&Folded>) {
        self.last_sentence = 0..0;
        self.last_line = 0..0;
        let scanner = self.scanner;
        self.hopeless.clear();
        self.hopeless.resize(scanner.count(), false);
        for (range, meanings) in words {
            for meaning in scanner.lexicon.meanings(meanings) {
                match meaning {
                    Meaning::Term(term) if self.may_count(*term as usize, range) => {
                        self.found(*term as usize, range.clone(), joined);
                    }
                    // Nearly always it is known by then that its other words are nowhere.
                    Meaning::Trigger(term)
                        if self.hopeless.get(*term as usize) == Some(&false)
                            && self.may_count(*term as usize, range) =>
                    {
                        self.pattern(*term as usize, view, range, seen, joined);
                    }
                    _ => {}
                }
            }
        }
        for (term, (_, window)) in std::mem::take(&mut self.patterns) {
            if let Some(window) = window {
                self.everywhere(term, view, window, joined);
            }
        }
        for term in &scanner.patterns {
            if self.may_count(*term, &(0..0)) {
                self.everywhere(*term, view, 0..view.text.len(), joined);
            }
        }
    }

    /// Whether the term may count where a word of it stands. In the view without marks the title is shorter than in the
    /// other, but a pattern too many in the words behind it does no harm.
    pub(super) fn may_count(&mut self, term: usize, word: &Range<usize>) -> bool {
        let Some(known) = self.extents.get_mut(term) else { return false };
        let ask = || self.scanner.term(term).map_or(Extent::Nowhere, |term| (self.extent)(term));
        match *known.get_or_insert_with(ask) {
            Extent::Nowhere => false,
            Extent::Title => word.start < self.title,
            Extent::Everywhere => true,
        }
    }

    /// Seeks a pattern around one of its words: as far as a match may reach, inside its sentence. Where such windows
    /// overlap they are one, so that each byte is looked at once and the longest of the leftmost is found.
    fn pattern(
        &mut self,
        term: usize,
        view: &Folded,
        word: &Range<usize>,
        seen: &Seen,
        joined: Option<&Folded>,
    ) {
        let scanner = self.scanner;
        let Some(Sought::Regex(pattern)) = scanner.term(term).map(|term| &term.sought) else { return };
        if !self.patterns.contains_key(&term) {
            let Some(present) = pattern.needs().present(seen) else {
                if let Some(hopeless) = self.hopeless.get_mut(term) {
                    *hopeless = true;
                }
                return;
            };
            self.patterns.insert(term, (present, None));
        }
        let text = &view.text;
        let limits =
            if pattern.crosses_sentences() { self.line(text, word) } else { self.sentence(view, word) };
        let Some((present, known)) = self.patterns.get_mut(&term) else { return };
        let Some(window) = pattern.needs().window(text, word, &limits, present) else { return };
        let done = match known {
            Some(known) if window.start <= known.end => {
                known.end = known.end.max(window.end);
                None
            }
            _ => known.replace(window),
        };
        if let Some(done) = done {
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
    fn sentence(&mut self, view: &Folded, word: &Range<usize>) -> Range<usize> {
        let last = &self.last_sentence;
        if last.start <= word.start && word.end <= last.end {
            return last.clone();
        }
        let (whole, alone) = view.ends().around(&view.text, word);
        // One that has to be cut, or holds the end of another, is not the sentence of all words in it.
        let keeps = alone && whole.len() < fold::REACH;
        self.last_sentence = if keeps { whole.clone() } else { 0..0 };
        if keeps { whole } else { view.sentence(word.clone()) }
    }

    fn everywhere(&mut self, term: usize, view: &Folded, window: Range<usize>, joined: Option<&Folded>) {
        let Some(Sought::Regex(pattern)) = self.scanner.term(term).map(|term| &term.sought) else {
            return;
        };
        let text = view.text.get(window.clone()).unwrap_or_default();
        #[cfg(test)]
        {
            self.work += text.len();
        }
        for found in pattern.find_all(text) {
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
        self.hits.push(hit);
    }

    /// How a hit is disguised that only the view without marks shows: a word by any mark, a pattern, which may be half a
    /// sentence with its quotation marks and blanks, only by marks that serve nothing else.
    fn split(&self, term: usize, range: Range<usize>) -> Disguise {
        let is_word = self.scanner.term(term).is_none_or(|term| matches!(term.sought, Sought::Literal(_)));
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
        if self.scanner.term(term).is_some_and(|term| matches!(term.sought, Sought::Regex(_))) {
            // Emphasis and links inside half a sentence are no disguise.
            return Disguise::None;
        }
        let Some(visible) = self.folded.source(range) else { return Disguise::None };
        let shown = self.plain.text().get(visible.clone()).unwrap_or_default();
        let term = self.scanner.term(term).map_or("", |term| &*term.shown);
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
