//! The names that a site's own files list (customers, heroes, metrics with a date of release), sought together: one
//! automaton for the site, one pass over a document, and none where nothing is listed.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::fold::fold;
use crate::site::Project;

/// Who or what a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// `policy/customers.yaml`, by index.
    Customer(usize),
    /// `policy/figures.yaml`, by index.
    Figure(usize),
    /// A list of kind `heroes`.
    Hero,
    /// A competitor of `policy/brands.yaml`.
    Competitor,
}

/// A name that was found.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) who: Listed,
    /// Bytes of the folded text.
    pub(crate) range: Range<usize>,
}

/// The names of a site.
#[derive(Debug, Default)]
pub(crate) struct Roster {
    automaton: Option<AhoCorasick>,
    who: Vec<Listed>,
}

impl Roster {
    /// The names that `project` lists. A name of one character would be found everywhere and is left out.
    pub(crate) fn new(project: &Project) -> Self {
        let (mut words, mut who) = (Vec::new(), Vec::new());
        let mut add = |name: &str, listed| {
            let name = fold(name.trim());
            if name.chars().count() >= 2 {
                words.push(name);
                who.push(listed);
            }
        };
        for (index, customer) in project.customers.iter().enumerate() {
            for name in std::iter::once(&customer.value.name).chain(&customer.value.aliases) {
                add(&name.value, Listed::Customer(index));
            }
        }
        for (index, figure) in project.figures.iter().enumerate() {
            for name in std::iter::once(&figure.value.metric).chain(&figure.value.aliases) {
                add(&name.value, Listed::Figure(index));
            }
        }
        for hero in project.names("heroes") {
            add(&hero.value.name.value, Listed::Hero);
        }
        for brand in &project.brands.competitors {
            for name in std::iter::once(&brand.value.name).chain(&brand.value.aliases) {
                add(&name.value, Listed::Competitor);
            }
        }
        if words.is_empty() {
            return Self::default();
        }
        Self { automaton: AhoCorasick::builder().match_kind(MatchKind::Standard).build(words).ok(), who }
    }

    /// The names in a folded text, by place.
    pub(crate) fn find(&self, text: &str) -> Vec<Named> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let named = automaton.find_overlapping_iter(text).filter_map(|found| {
            let who = *self.who.get(found.pattern().as_usize())?;
            Some(Named { who, range: found.range() })
        });
        let mut named: Vec<Named> = named.collect();
        named.sort_by_key(|named| (named.range.start, named.range.end));
        named
    }
}
