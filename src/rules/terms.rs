//! Term packs: words as data. Each pack is a YAML file under `terms/`; a site adds its own under `policy/rules/` in
//! the same form (`docs/term-packs.md` says it for those who write them).
//!
//! ```yaml
//! rule: ad.absolute            # the rule that reports the words
//! title: 绝对化用语
//! basis: [AD-9.3]              # short names of laws, see `terms/basis.yaml`
//! severity: error
//! when: [ad]                   # any of these; `a+b` asks for both; {ad: ~, any: info} gives each its level, `~` the term's own
//! entries:
//!   - term: 最佳               # a word, or with `kind: regex` a pattern; `terms: […]` for several alike
//!     allow: [最佳实践]        # no hit that overlaps one of these in its sentence
//!     suggest: 改为可以核实的事实
//! ```
//!
//! A pack sets defaults for its entries with `basis`, `severity`, `when` and these, and an entry may set its own:
//!
//! | key | the word counts only |
//! | --- | --- |
//! | `when` | `any` `ad` `not-ad` `editorial` `notice` `article` `campaign` `title` `minors`, `industry:a|b`, `not-industry:a|b`, joined by `+`; `document`: never by itself |
//! | `since`, `until` | when readers see the document in these days, both included |
//! | `zone` | in `title` `summary` `front` `heading` `paragraph` `item` `cell` `footnote` `alt` `value` `quote` `link` `first-screen`, `body` (all of the Markdown); `not-…` outside of it |
//! | `near`, `within` | with one of these cues (`terms/cues.yaml`; also `price` `percent` `year` `number` `brand`) at most so many characters away in its sentence, 12 when not said |
//! | `require`, `unless` | in a sentence that matches one of the patterns, that matches none |
//! | `allow`, `allow_block` | when no such pattern overlaps it in its sentence, matches in its block |
//! | `words` | (packs only) the name of a plain list beside the file, a word a line: for lists of many thousand words |
//! | `always` | `true`: also denied, forbidden, reported or asked about, see `stance.rs` |
//!
//! In patterns `<12>` stands for up to twelve characters of the same sentence, and `<name>` for the piece of that name in
//! the pack's `parts`. `allow` and `allow_block` of a pack hold for all its entries.
//!
//! Words are folded when they are read, as the text is when it is searched. What a hit means is judged by its rule.

mod pack;
mod prepared;
mod standard;
mod words;

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use super::basis::Basis;
use super::condition::{Extent, When, Zones};
use super::document::Document;
use super::pattern::Pattern;
use super::period::Period;
use crate::finding::Severity;

pub(crate) use pack::{LEVELS, with_root};
pub(crate) use standard::{Cues, Standard};
pub(crate) use words::{BRAND, Meaning, Words, sought};

/// The packs that come with the program, a line each, sorted.
const PACKS: &[(&str, &str)] = &[
    ("ad-absolute.yaml", include_str!("terms/ad-absolute.yaml")),
    ("ad-agri.yaml", include_str!("terms/ad-agri.yaml")),
    ("ad-alcohol.yaml", include_str!("terms/ad-alcohol.yaml")),
    ("ad-citation.yaml", include_str!("terms/ad-citation.yaml")),
    ("ad-cosmetic.yaml", include_str!("terms/ad-cosmetic.yaml")),
    ("ad-dignity.yaml", include_str!("terms/ad-dignity.yaml")),
    ("ad-disparage.yaml", include_str!("terms/ad-disparage.yaml")),
    ("ad-education.yaml", include_str!("terms/ad-education.yaml")),
    ("ad-finance-licence.yaml", include_str!("terms/ad-finance-licence.yaml")),
    ("ad-finance.yaml", include_str!("terms/ad-finance.yaml")),
    ("ad-food-label.yaml", include_str!("terms/ad-food-label.yaml")),
    ("ad-gift.yaml", include_str!("terms/ad-gift.yaml")),
    ("ad-health-food.yaml", include_str!("terms/ad-health-food.yaml")),
    ("ad-infant.yaml", include_str!("terms/ad-infant.yaml")),
    ("ad-medaes.yaml", include_str!("terms/ad-medaes.yaml")),
    ("ad-medical-inducement.yaml", include_str!("terms/ad-medical-inducement.yaml")),
    ("ad-medical-term.yaml", include_str!("terms/ad-medical-term.yaml")),
    ("ad-medical.yaml", include_str!("terms/ad-medical.yaml")),
    ("ad-minor-endorser.yaml", include_str!("terms/ad-minor-endorser.yaml")),
    ("ad-minor-medium.yaml", include_str!("terms/ad-minor-medium.yaml")),
    ("ad-minor-persuade.yaml", include_str!("terms/ad-minor-persuade.yaml")),
    ("ad-real-estate.yaml", include_str!("terms/ad-real-estate.yaml")),
    ("ad-rx.yaml", include_str!("terms/ad-rx.yaml")),
    ("ad-state-organ.yaml", include_str!("terms/ad-state-organ.yaml")),
    ("ad-state-symbol.yaml", include_str!("terms/ad-state-symbol.yaml")),
    ("ad-superstition.yaml", include_str!("terms/ad-superstition.yaml")),
    ("ad-tobacco.yaml", include_str!("terms/ad-tobacco.yaml")),
    ("ad-unclear.yaml", include_str!("terms/ad-unclear.yaml")),
    ("cr-attribution.yaml", include_str!("terms/cr-attribution.yaml")),
    ("cr-defame.yaml", include_str!("terms/cr-defame.yaml")),
    ("cr-font.yaml", include_str!("terms/cr-font.yaml")),
    ("cr-phrase.yaml", include_str!("terms/cr-phrase.yaml")),
    ("cr-reprint.yaml", include_str!("terms/cr-reprint.yaml")),
    ("gov-bad.yaml", include_str!("terms/gov-bad.yaml")),
    ("gov-ethnic-religion.yaml", include_str!("terms/gov-ethnic-religion.yaml")),
    ("gov-fundraise.yaml", include_str!("terms/gov-fundraise.yaml")),
    ("gov-illegal.yaml", include_str!("terms/gov-illegal.yaml")),
    ("gov-language.yaml", include_str!("terms/gov-language.yaml")),
    ("gov-news.yaml", include_str!("terms/gov-news.yaml")),
    ("gov-rumour.yaml", include_str!("terms/gov-rumour.yaml")),
    ("gov-secret.yaml", include_str!("terms/gov-secret.yaml")),
    ("gov-territory.yaml", include_str!("terms/gov-territory.yaml")),
    ("gov-weather.yaml", include_str!("terms/gov-weather.yaml")),
    ("pii-consent.yaml", include_str!("terms/pii-consent.yaml")),
    ("pii-minor.yaml", include_str!("terms/pii-minor.yaml")),
    ("price-compare.yaml", include_str!("terms/price-compare.yaml")),
    ("price-currency.yaml", include_str!("terms/price-currency.yaml")),
    ("price-gift.yaml", include_str!("terms/price-gift.yaml")),
    ("price-lowest.yaml", include_str!("terms/price-lowest.yaml")),
    ("promo-clause.yaml", include_str!("terms/promo-clause.yaml")),
    ("promo-condition.yaml", include_str!("terms/promo-condition.yaml")),
    ("promo-prize-change.yaml", include_str!("terms/promo-prize-change.yaml")),
    ("promo-prize-fake.yaml", include_str!("terms/promo-prize-fake.yaml")),
    ("promo-prize-info.yaml", include_str!("terms/promo-prize-info.yaml")),
    ("sec-customer.yaml", include_str!("terms/sec-customer.yaml")),
    ("sec-inside.yaml", include_str!("terms/sec-inside.yaml")),
    ("sec-internal.yaml", include_str!("terms/sec-internal.yaml")),
    ("sec-unreleased-figure.yaml", include_str!("terms/sec-unreleased-figure.yaml")),
    ("tm-well-known.yaml", include_str!("terms/tm-well-known.yaml")),
    ("uc-confusion.yaml", include_str!("terms/uc-confusion.yaml")),
    ("uc-fake-review.yaml", include_str!("terms/uc-fake-review.yaml")),
    ("uc-fake-stock.yaml", include_str!("terms/uc-fake-stock.yaml")),
    ("uc-false-promo.yaml", include_str!("terms/uc-false-promo.yaml")),
    ("wx-ad-click.yaml", include_str!("terms/wx-ad-click.yaml")),
    ("wx-avatar.yaml", include_str!("terms/wx-avatar.yaml")),
    ("wx-clickbait.yaml", include_str!("terms/wx-clickbait.yaml")),
    ("wx-external-link.yaml", include_str!("terms/wx-external-link.yaml")),
    ("wx-festival-politics.yaml", include_str!("terms/wx-festival-politics.yaml")),
    ("wx-fission.yaml", include_str!("terms/wx-fission.yaml")),
    ("wx-gambling.yaml", include_str!("terms/wx-gambling.yaml")),
    ("wx-impersonate.yaml", include_str!("terms/wx-impersonate.yaml")),
    ("wx-induce-follow.yaml", include_str!("terms/wx-induce-follow.yaml")),
    ("wx-induce-like.yaml", include_str!("terms/wx-induce-like.yaml")),
    ("wx-induce-share.yaml", include_str!("terms/wx-induce-share.yaml")),
    ("wx-lost-contact.yaml", include_str!("terms/wx-lost-contact.yaml")),
    ("wx-lottery.yaml", include_str!("terms/wx-lottery.yaml")),
    ("wx-multi-level.yaml", include_str!("terms/wx-multi-level.yaml")),
    ("zh-typo.yaml", include_str!("terms/zh-typo.yaml")),
];

/// How a term is sought.
#[derive(Debug, Clone)]
pub(crate) enum Sought {
    /// As it stands, folded.
    Literal(Cow<'static, str>),
    /// As a pattern over folded text.
    Regex(Pattern),
}

/// A word or pattern of a pack, and (by [`Deref`]) what it has in common with the others of its entry.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    frame: Arc<Frame>,
    /// As written in the pack; of a pattern, one of its branches, folded.
    pub(crate) shown: Cow<'static, str>,
    pub(crate) sought: Sought,
    pub(crate) suggest: Arc<str>,
}

impl Term {
    /// Where in the document it may count, whatever stands there.
    pub(crate) fn extent(&self, document: &Document<'_>) -> Extent {
        if !self.period.contains(document.day) {
            return Extent::Nowhere;
        }
        self.when.iter().map(|when| when.extent(document)).max().unwrap_or(Extent::Nowhere)
    }
}

impl Deref for Term {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.frame
    }
}

/// What the words of an entry have in common.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The rule that reports them.
    pub(crate) rule: Arc<str>,
    /// The pack's title.
    pub(crate) category: Arc<str>,
    pub(crate) severity: Severity,
    pub(crate) when: Arc<[When]>,
    pub(crate) period: Period,
    pub(crate) zones: Zones,
    /// Names of cues, one of which must be at most `within` characters away.
    pub(crate) near: Arc<[String]>,
    pub(crate) within: usize,
    /// One of these must match in the sentence.
    pub(crate) require: Arc<[Pattern]>,
    /// None of these may match in the sentence.
    pub(crate) unless: Arc<[Pattern]>,
    /// A hit that overlaps a match of one of these in its sentence does not count.
    pub(crate) allow: Arc<[Pattern]>,
    /// A hit in a block in which this matches does not count.
    pub(crate) allow_block: Option<Pattern>,
    /// They count whatever their sentence makes of them.
    pub(crate) always: bool,
    /// The legal basis.
    pub(crate) basis: Basis,
}

/// Terms as they are read from packs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    pub(crate) terms: Vec<Arc<Term>>,
}

/// The files of cues, a line each, sorted. No name stands in two of them.
const CUE_FILES: &[(&str, &str)] = &[
    ("cues-gov.yaml", include_str!("terms/cues-gov.yaml")),
    ("cues-pii.yaml", include_str!("terms/cues-pii.yaml")),
    ("cues.yaml", include_str!("terms/cues.yaml")),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::finding::Findings;
    use crate::rules::fold::fold;

    #[test]
    fn embedded_packs_are_valid_sorted_complete_and_without_repetition() {
        let mut findings = Findings::new();
        let terms = Standard::from_packs(&mut findings);
        let problems: Vec<_> =
            findings.iter().map(|f| format!("{}: {}", f.place.path(), f.message)).collect();
        assert_eq!(problems, Vec::<String>::new());
        let mut seen = HashSet::new();
        for term in terms.terms() {
            let is_word = matches!(term.sought, Sought::Literal(_));
            let key = (term.rule.clone(), fold(&term.shown), is_word, term.period.since);
            assert!(seen.insert(key), "{} twice", term.shown);
            assert!(!term.suggest.is_empty() && !term.when.is_empty(), "{}", term.shown);
        }
        assert!(terms.count() > 120);

        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/terms")).unwrap();
        let mut files: Vec<_> =
            files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        files.retain(|file| file.ends_with(".yaml") && file != "basis.yaml" && !file.starts_with("cues"));
        files.sort();
        assert_eq!(files, PACKS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }

    #[test]
    fn every_pattern_is_found_by_words() {
        let terms = Standard::from_packs(&mut Findings::new());
        let everywhere = terms.everywhere().iter().filter_map(|term| terms.term(*term as usize));
        let everywhere: Vec<_> = everywhere.map(|term| format!("{}: {}", term.rule, term.shown)).collect();
        // Such a pattern would run over every sentence of every article.
        assert_eq!(everywhere, Vec::<String>::new());
    }

    #[test]
    fn every_basis_of_a_pack_has_a_full_name() {
        for term in Standard::get().terms() {
            assert_eq!(term.basis.unknown(), Vec::<&str>::new(), "{}: {}", term.rule, term.shown);
        }
    }

    #[test]
    fn every_word_counts_when_it_stands_alone() {
        // An allowed use that matches the bare word would let the word never count.
        for term in Standard::get().terms() {
            let Sought::Literal(word) = &term.sought else { continue };
            let allow = term.allow.iter().find(|allow| allow.is_match(word));
            assert!(allow.is_none(), "{}: {:?}", term.shown, allow.map(Pattern::source));
        }
    }

    #[test]
    fn every_allow_pattern_overlaps_its_term_in_some_text() {
        // A pattern that does not hold the term's first or last character could never overlap a hit.
        for term in Standard::get().terms() {
            if !matches!(term.sought, Sought::Literal(_)) {
                continue;
            }
            // The words of one entry share its patterns.
            let terms = Standard::get().terms().filter(|other| Arc::ptr_eq(&other.allow, &term.allow));
            let words: String = terms.map(|other| fold(&other.shown)).collect();
            let shared = |allow: &&Pattern| {
                let mut of_rule = Standard::get().terms().filter(|other| other.rule == term.rule);
                of_rule.all(|other| other.allow.iter().any(|known| known.source() == allow.source()))
            };
            for allow in term.allow.iter().filter(|allow| !shared(allow)) {
                let pattern = allow.source();
                assert!(words.chars().any(|c| pattern.contains(c)), "{}: {pattern}", term.shown);
            }
        }
    }
}
