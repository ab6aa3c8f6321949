//! What comes with the program: its terms by number, its cues, and the words that both are found by.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use super::prepared::{self, Prepared};
use super::words::{self, Meaning, Words};
use super::{CUE_FILES, PACKS, Term, Terms, with_root};
use crate::base::message::pack as text;
use crate::finding::Findings;
use crate::rules::fold::fold;
use crate::rules::guess;
use crate::rules::lexicon::{Entries, Index};

/// Folded words by the name of their cue.
pub(crate) type Cues = BTreeMap<Cow<'static, str>, Vec<Cow<'static, str>>>;

/// Terms, cues, and what they are found by.
#[derive(Debug)]
pub(crate) struct Standard {
    source: Source,
    cues: Cues,
    /// The rules that have terms, sorted.
    rules: Vec<Cow<'static, str>>,
    index: Arc<Index<Meaning>>,
    /// Terms that are found by no word.
    everywhere: Vec<u32>,
}

/// Where terms are.
#[derive(Debug)]
enum Source {
    Packs(Vec<Arc<Term>>),
    Prepared(Prepared),
}

/// What comes with the program, unless its packs have changed since it was prepared.
static PREPARED: LazyLock<Option<Standard>> = LazyLock::new(prepared::read);

impl Standard {
    /// What comes with the program.
    pub(crate) fn get() -> &'static Self {
        static READ: LazyLock<Standard> = LazyLock::new(|| Standard::from_packs(&mut Findings::new()));
        PREPARED.as_ref().unwrap_or_else(|| &READ)
    }

    /// What was prepared.
    pub(super) fn prepared(
        terms: Prepared,
        cues: Cues,
        rules: Vec<Cow<'static, str>>,
        words: Entries<Meaning>,
        everywhere: Vec<u32>,
    ) -> Self {
        let index = Arc::new(Index::new(words));
        Self { source: Source::Prepared(terms), cues, rules, index, everywhere }
    }

    /// What comes with the program, read from its packs.
    pub(super) fn from_packs(findings: &mut Findings) -> Self {
        let terms = read_packs(findings);
        let cues = read_cues();
        let Words { list, everywhere } = words_of(&terms, &cues);
        let rules: BTreeSet<&str> = terms.iter().map(|term| &*term.rule).collect();
        let rules = rules.into_iter().map(|rule| rule.to_owned().into()).collect();
        Self { source: Source::Packs(terms), cues, rules, index: Arc::new(Index::new(list)), everywhere }
    }

    /// How many terms there are.
    pub(crate) fn count(&self) -> usize {
        match &self.source {
            Source::Packs(terms) => terms.len(),
            Source::Prepared(prepared) => prepared.count(),
        }
    }

    /// The term of that number.
    pub(crate) fn term(&self, number: usize) -> Option<&Term> {
        match &self.source {
            Source::Packs(terms) => terms.get(number).map(|term| &**term),
            Source::Prepared(prepared) => prepared.term(number),
        }
    }

    /// All terms, by number.
    #[cfg(test)]
    pub(crate) fn terms(&self) -> impl Iterator<Item = &Term> {
        (0..self.count()).filter_map(|number| self.term(number))
    }

    /// Hands on each word as it is written in its pack, and the source of each pattern; reads no term.
    pub(crate) fn texts(&self, mut take: impl FnMut(&str)) {
        match &self.source {
            Source::Prepared(prepared) => prepared.texts(take),
            Source::Packs(terms) => {
                terms.iter().for_each(|term| take(&term.shown));
            }
        }
    }

    /// The cues by name.
    pub(crate) fn cues(&self) -> &Cues {
        &self.cues
    }

    /// The folded words of the cue `name`.
    pub(crate) fn cue(&self, name: &str) -> &[Cow<'static, str>] {
        self.cues.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a folded text holds one of the words of the cue `name`. For short texts: each word is looked for.
    pub(crate) fn has_cue(&self, name: &str, folded: &str) -> bool {
        self.cue(name).iter().any(|word| folded.contains(&**word))
    }

    /// The names of the rules that have terms, sorted.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| &**rule)
    }

    /// The words of terms, cues and spellings.
    pub(crate) fn index(&self) -> &Arc<Index<Meaning>> {
        &self.index
    }

    /// Numbers of the terms whose pattern has no word that it cannot do without.
    pub(crate) fn everywhere(&self) -> &[u32] {
        &self.everywhere
    }
}

/// Whether packs may name a cue so.
pub(super) fn is_cue(name: &str) -> bool {
    static READ: LazyLock<Cues> = LazyLock::new(read_cues);
    PREPARED.as_ref().map_or_else(|| &*READ, |prepared| &prepared.cues).contains_key(name)
}

/// The words of the program's terms, of its cues, and spellings to be guessed at.
pub(super) fn words_of(terms: &[Arc<Term>], cues: &Cues) -> Words {
    let of_cues = (0..).zip(words::sought(cues)).flat_map(|(index, name)| {
        let words = cues.get(name).into_iter().flatten();
        words.map(move |word| (&**word, Meaning::Cue(index)))
    });
    let spellings = (0..).zip(&*guess::SPELLINGS);
    let spellings = spellings.map(|(index, spelling)| (&*spelling.written, Meaning::Spelling(index)));
    Words::of(0, terms.iter().map(|term| &**term), of_cues.chain(spellings))
}

fn read_packs(findings: &mut Findings) -> Vec<Arc<Term>> {
    let (first, second) = PACKS.split_at(PACKS.len() / 2);
    // Two threads of their own: a pool's worker that waits here could be handed work that waits for the packs.
    let halves = std::thread::scope(|scope| {
        let second = scope.spawn(|| read_all(second));
        let first = read_all(first);
        [Some(first), second.join().ok()]
    });
    let mut terms = Vec::new();
    for (read, problems) in halves.into_iter().flatten() {
        terms.extend(read);
        findings.extend(problems);
    }
    terms
}

fn read_all(packs: &[(&str, &str)]) -> (Vec<Arc<Term>>, Findings) {
    let (mut terms, mut findings) = (Terms::default(), Findings::new());
    for (name, source) in packs {
        with_root(name, source, &mut findings, |root, findings| {
            terms.read_pack(root, &|_| Err(text::no_list()), findings);
        });
    }
    (terms.terms, findings)
}

fn read_cues() -> Cues {
    let mut cues = Cues::new();
    for (name, source) in CUE_FILES {
        with_root(name, source, &mut Findings::new(), |root, findings| {
            for (_, value) in root.pairs(findings).unwrap_or_default() {
                let words = value.texts(findings).iter().map(|word| fold(word).into()).collect();
                cues.insert(value.name.to_owned().into(), words);
            }
        });
    }
    cues
}
