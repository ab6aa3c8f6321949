//! Making a pattern run: lightly at first, swiftly when it runs often.
//!
//! Most patterns that run at all in an article run once or twice. One that searches step by step takes a quarter of the
//! time to make; what runs more often is worth the automata that search faster.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use regex_automata::Input;
use regex_automata::meta;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::util::iter::Searcher;

/// Runs for which a light engine is enough.
const SELDOM: u32 = 12;

/// Most bytes of a compiled pattern.
const SIZE: usize = 1 << 23;

/// Bytes of the states that a swift one keeps for each thread.
const CACHE: usize = 1 << 18;

/// What runs a pattern. The source is given to it each time: whoever has one has the other.
#[derive(Debug, Default)]
pub(in crate::rules) struct Engine {
    made: RwLock<Made>,
    uses: AtomicU32,
}

/// A pattern made to run; `None` inside when it is broken, which whoever read it has reported.
#[derive(Debug, Clone, Default)]
enum Made {
    #[default]
    Not,
    Light(Option<Arc<meta::Regex>>),
    Swift(Option<Arc<meta::Regex>>),
}

impl Engine {
    pub(in crate::rules) const fn new() -> Self {
        Self { made: RwLock::new(Made::Not), uses: AtomicU32::new(0) }
    }

    /// Whether it was run before.
    pub(super) fn has_run(&self) -> bool {
        self.uses.load(Ordering::Relaxed) > 0
    }

    /// Where `source` matches in `text`.
    pub(in crate::rules) fn find_all(&self, source: &str, text: &str) -> Vec<Range<usize>> {
        self.run(source, |regex, swift| {
            if swift {
                return regex.find_iter(text).map(|found| found.range()).collect();
            }
            let mut cache = regex.create_cache();
            let search = |input: &Input<'_>| Ok(regex.search_with(&mut cache, input));
            let found = Searcher::new(Input::new(text)).into_matches_iter(search).infallible();
            found.map(|found| found.range()).collect()
        })
    }

    /// Where `source` matches first in `text`.
    pub(in crate::rules) fn find(&self, source: &str, text: &str) -> Option<Range<usize>> {
        let found = self.run(source, |regex, swift| {
            if swift {
                regex.find(text)
            } else {
                regex.search_with(&mut regex.create_cache(), &Input::new(text))
            }
        });
        found.map(|found| found.range())
    }

    /// Whether `source` matches somewhere in `text`.
    pub(in crate::rules) fn is_match(&self, source: &str, text: &str) -> bool {
        self.run(source, |regex, swift| {
            if swift {
                return regex.is_match(text);
            }
            let input = Input::new(text).earliest(true);
            regex.search_half_with(&mut regex.create_cache(), &input).is_some()
        })
    }

    /// What `search` finds with the engine, which it is told the kind of: what a light one notes while it searches is not
    /// worth keeping for each thread.
    fn run<T: Default>(&self, source: &str, search: impl FnOnce(&meta::Regex, bool) -> T) -> T {
        let often = self.uses.fetch_add(1, Ordering::Relaxed) >= SELDOM;
        let made = self.made(source, often);
        match &made {
            Made::Light(Some(regex)) => search(regex, false),
            Made::Swift(Some(regex)) => search(regex, true),
            Made::Light(None) | Made::Swift(None) | Made::Not => T::default(),
        }
    }

    fn made(&self, source: &str, often: bool) -> Made {
        let fits = |made: &Made| match made {
            Made::Swift(_) => true,
            Made::Light(_) => !often,
            Made::Not => false,
        };
        let known = self.made.read().unwrap_or_else(PoisonError::into_inner).clone();
        if fits(&known) {
            return known;
        }
        // Whoever comes meanwhile waits: making one takes longer than the search.
        let mut made = self.made.write().unwrap_or_else(PoisonError::into_inner);
        if !fits(&made) {
            let regex = make(source, often).map(Arc::new);
            *made = if often { Made::Swift(regex) } else { Made::Light(regex) };
        }
        made.clone()
    }
}

/// `source` made to run; not `swift`: without what only pays off in many runs.
fn make(source: &str, swift: bool) -> Option<meta::Regex> {
    let config = meta::Config::new()
        .nfa_size_limit(Some(SIZE))
        .which_captures(WhichCaptures::Implicit)
        .hybrid(swift)
        .hybrid_cache_capacity(CACHE)
        .dfa(swift)
        .onepass(swift)
        .auto_prefilter(swift);
    meta::Builder::new().configure(config).build(source).ok()
}
