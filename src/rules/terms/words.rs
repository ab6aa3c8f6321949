//! What terms and cues are found by: their words, and the words that patterns cannot do without.

use std::borrow::Cow;

use super::{Cues, Sought, Term};
use crate::rules::lexicon::Entries;
use crate::rules::stance;

/// What a word means that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// The term of this number.
    Term(u32),
    /// A word that the pattern of this term cannot do without.
    Trigger(u32),
    /// An index of [`sought`] cues.
    Cue(u32),
    /// A spelling to be guessed at: an index of [`crate::rules::guess::SPELLINGS`].
    Spelling(u32),
}

/// The name of the cue for brand names.
pub(crate) const BRAND: &str = "brand";

/// The names of the cues that are sought in a text, sorted: those of the packs, but for what is read where it matters
/// only ([`stance`]), and brand names.
pub(crate) fn sought(cues: &Cues) -> Vec<&str> {
    let names = cues.keys().map(|name| &**name).filter(|name| !stance::CUES.contains(name));
    let mut names: Vec<&str> = names.chain([BRAND]).collect();
    names.sort_unstable();
    names
}

/// The words of terms.
#[derive(Debug)]
pub(crate) struct Words {
    /// The words and what each means.
    pub(crate) list: Entries<Meaning>,
    /// Terms whose pattern has no word that it cannot do without.
    pub(crate) everywhere: Vec<u32>,
}

impl Words {
    /// The words of `terms`, which are numbered from `first` on, and `more`.
    pub(crate) fn of<'t>(
        first: u32,
        terms: impl IntoIterator<Item = &'t Term>,
        more: impl IntoIterator<Item = (&'t str, Meaning)>,
    ) -> Self {
        let (mut list, mut everywhere): (Vec<(Cow<'_, str>, Meaning)>, _) = (Vec::new(), Vec::new());
        for (index, term) in (first..).zip(terms) {
            match &term.sought {
                Sought::Literal(word) => {
                    let digits = Some(with_digits(word)).filter(|digits| digits != word);
                    list.extend(digits.map(|digits| (digits.into(), Meaning::Term(index))));
                    list.push((Cow::Borrowed(word), Meaning::Term(index)));
                }
                Sought::Regex(pattern) => match pattern.required() {
                    Some(words) => {
                        let trigger = |word: &'t String| (word.into(), Meaning::Trigger(index));
                        list.extend(words.iter().map(trigger));
                    }
                    None => everywhere.push(index),
                },
            }
        }
        list.extend(more.into_iter().map(|(word, meaning)| (word.into(), meaning)));
        list.retain(|(word, _)| !word.is_empty());
        Self { list: Entries::of(list), everywhere }
    }
}

/// 第一 and the like as they are written with a digit (L7).
fn with_digits(word: &str) -> String {
    word.replace("第一", "第1").replace("唯一", "唯1").replace("独一无二", "独1无2")
}
