//! What terms are found by: their words, and the words that their patterns cannot do without.

use std::borrow::Cow;

use super::{Sought, Term};

/// What a word means that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// The term of this number.
    Term(u32),
    /// A word that the pattern of this term cannot do without.
    Trigger(u32),
    /// An index of the names of cues.
    Cue(u32),
    /// A spelling to be guessed at: an index of [`crate::rules::guess::SPELLINGS`].
    Spelling(u32),
}

/// The words of terms.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// The words and what each means.
    pub(crate) list: Vec<(Cow<'static, str>, Meaning)>,
    /// Terms whose pattern has no word that it cannot do without.
    pub(crate) everywhere: Vec<u32>,
}

impl Words {
    /// Adds a word.
    pub(crate) fn add(&mut self, word: &str, meaning: Meaning) {
        self.list.push((word.to_owned().into(), meaning));
    }

    /// Adds what the term of the number `index` is found by.
    pub(crate) fn add_term(&mut self, index: u32, term: &Term) {
        match &term.sought {
            Sought::Literal(word) => {
                self.add(word, Meaning::Term(index));
                let digits = with_digits(word);
                if digits != *word {
                    self.add(&digits, Meaning::Term(index));
                }
            }
            Sought::Regex(pattern) => match pattern.required() {
                Some(words) => words.iter().for_each(|word| self.add(word, Meaning::Trigger(index))),
                None => self.everywhere.push(index),
            },
        }
    }

    /// The words of `terms`, sorted.
    pub(super) fn of<'t>(terms: impl IntoIterator<Item = &'t Term>) -> Self {
        let mut words = Self::default();
        (0..).zip(terms).for_each(|(index, term)| words.add_term(index, term));
        words.list.sort();
        words
    }
}

/// 第一 and the like as they are written with a digit (L7).
fn with_digits(word: &str) -> String {
    word.replace("第一", "第1").replace("唯一", "唯1").replace("独一无二", "独1无2")
}
