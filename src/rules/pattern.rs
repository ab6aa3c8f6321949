//! Patterns over folded text, compiled when they are first needed: most of a pack's patterns never are.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use regex::{Captures, Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::literal::{self, Clue};
use crate::finding::Findings;
use crate::source::yaml::Value;

/// A regular expression over folded text. Copies share what was compiled.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    /// Folded.
    source: Cow<'static, str>,
    compiled: OnceLock<Option<Regex>>,
    needs: OnceLock<Needs>,
    crosses: OnceLock<bool>,
}

/// What must stand in a text that the pattern matches, and where: [`literal::Clue`] as it is looked through.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Needs {
    /// Its own words, [`WORD`] between them; empty when there are none, or too many to look for.
    own: Cow<'static, str>,
    /// Most bytes of a match before and behind one of its own words; [`UNBOUNDED`] or less.
    reach: (u16, u16),
    /// Lists of words, of each of which one stands before its own; [`LIST`] between them.
    ahead: Cow<'static, str>,
    /// The same behind it.
    behind: Cow<'static, str>,
}

/// As far as the sentence goes.
const UNBOUNDED: u16 = u16::MAX;

impl Needs {
    fn of(clue: &Clue) -> Self {
        let list = |words: &Vec<String>| Some(words.join(WORD)).filter(|words| words.len() <= LONG);
        let lists =
            |lists: &[Vec<String>]| lists.iter().filter_map(list).collect::<Vec<_>>().join(LIST).into();
        let reach = |most: Option<usize>| most.and_then(|most| u16::try_from(most).ok()).unwrap_or(UNBOUNDED);
        Self {
            own: list(&clue.words).unwrap_or_default().into(),
            reach: (reach(clue.before), reach(clue.after)),
            ahead: lists(&clue.ahead),
            behind: lists(&clue.behind),
        }
    }
}

impl Pattern {
    /// The pattern `source`: its letters are folded, its escapes are not. It is not compiled yet.
    pub(crate) fn new(source: &str) -> Self {
        let mut folded = String::with_capacity(source.len());
        let mut chars = source.chars();
        while let Some(c) = chars.next() {
            if c == '\\' {
                folded.push(c);
                folded.extend(chars.next());
            } else if c.is_ascii() {
                folded.push(c.to_ascii_lowercase());
            } else {
                folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
            }
        }
        // 第一 is written with a digit too (L7); inside a class the two characters are no word.
        if !folded.contains("[第一") {
            folded = folded.replace("第一", "第[一1]").replace("唯一", "唯[一1]");
        }
        Self::folded(folded)
    }

    /// The pattern whose folded source is `source`.
    pub(crate) fn folded(source: String) -> Self {
        Self::prepared(source.into(), OnceLock::new())
    }

    /// The pattern whose folded source is `source`, with its [`Pattern::needs`] if they are known.
    pub(crate) fn prepared(source: Cow<'static, str>, needs: OnceLock<Needs>) -> Self {
        let (compiled, crosses) = (OnceLock::new(), OnceLock::new());
        Self { shared: Arc::new(Shared { source, compiled, needs, crosses }) }
    }

    /// The folded source.
    pub(crate) fn source(&self) -> &str {
        &self.shared.source
    }

    /// Words, one of which is in every match; `None` when there are no such words.
    pub(crate) fn required(&self) -> Option<Vec<String>> {
        let clue = literal::clue(self.source());
        self.shared.needs.get_or_init(|| Needs::of(&clue));
        Some(clue.words).filter(|words| !words.is_empty())
    }

    /// Whether it names marks that end a sentence, and so may reach over one.
    pub(crate) fn crosses_sentences(&self) -> bool {
        let crosses = || ["!", "。", "\\?", "[?", ";"].iter().any(|mark| self.source().contains(mark));
        *self.shared.crosses.get_or_init(crosses)
    }

    /// Compiles it now and says what is wrong with it.
    pub(crate) fn compile(&self) -> Result<(), String> {
        match build(self.source()) {
            Ok(regex) => {
                self.shared.compiled.get_or_init(|| Some(regex));
                Ok(())
            }
            Err(error) => Err(error.to_string().lines().last().unwrap_or_default().to_owned()),
        }
    }

    /// The compiled pattern; `None` when it is broken, which whoever read it has reported.
    pub(crate) fn regex(&self) -> Option<&Regex> {
        self.shared.compiled.get_or_init(|| build(self.source()).ok()).as_ref()
    }

    /// The compiled pattern when it may match in `text`. Compiling one takes as long as seeking its words in a hundred
    /// sentences, and most patterns lack one of them; running one takes as long as seeking a few words.
    fn regex_for(&self, text: &str) -> Option<&Regex> {
        let needs = self.needs();
        let bytes = text.as_bytes();
        let own = needs.own.is_empty() || self.is_compiled() || any_in(bytes, &needs.own);
        (own && self.all_in(bytes, &needs.ahead) && self.all_in(bytes, &needs.behind))
            .then(|| self.regex())?
    }

    fn is_compiled(&self) -> bool {
        self.shared.compiled.get().is_some()
    }

    /// Whether of each of the `lists` a word is in `text`; once it is compiled only the short ones are looked through.
    fn all_in(&self, text: &[u8], lists: &str) -> bool {
        let compiled = self.is_compiled();
        lists.is_empty()
            || lists
                .split(LIST)
                .filter(|words| !compiled || words.len() <= SHORT)
                .all(|words| any_in(text, words))
    }

    /// The bytes of `text` in which a match can stand that holds the bytes `word`, one of its own words, and nothing
    /// outside of `limits`; `None` when something is missing there.
    pub(crate) fn window(
        &self,
        text: &str,
        word: &Range<usize>,
        limits: impl FnOnce() -> Range<usize>,
    ) -> Option<Range<usize>> {
        let needs = self.needs();
        let (before, after) = needs.reach;
        let mut from = word.start.saturating_sub(usize::from(before));
        let mut to = word.end.saturating_add(usize::from(after)).min(text.len());
        let mut limits = Some(limits);
        let mut cut = |from: &mut usize, to: &mut usize| {
            if let Some(limits) = limits.take() {
                let limits = limits();
                (*from, *to) = (limits.start.max(*from), limits.end.min(*to));
            }
        };
        if before == UNBOUNDED || after == UNBOUNDED {
            cut(&mut from, &mut to);
        }
        let bytes = text.as_bytes();
        let ahead = || bytes.get(from..word.start).unwrap_or_default();
        let behind = || bytes.get(word.end..to).unwrap_or_default();
        if !self.all_in(ahead(), &needs.ahead) || !self.all_in(behind(), &needs.behind) {
            return None;
        }
        cut(&mut from, &mut to);
        Some(text.ceil_char_boundary(from)..text.floor_char_boundary(to))
    }

    /// What must stand in a text that it matches.
    pub(crate) fn needs(&self) -> &Needs {
        self.shared.needs.get_or_init(|| Needs::of(&literal::clue(self.source())))
    }

    /// Whether it matches somewhere in `text`.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex_for(text).is_some_and(|regex| regex.is_match(text))
    }

    /// Its first match in `text` with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex_for(text)?.captures(text)
    }

    /// Where it matches in `text`.
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        self.regex_for(text)
            .into_iter()
            .flat_map(move |regex| regex.find_iter(text).map(|found| found.range()))
    }
}

/// Named pieces of a pack's patterns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    by_name: Arc<BTreeMap<String, String>>,
}

impl Parts {
    /// The map `parts` of a pack.
    pub(crate) fn read(value: Option<Value<'_>>, findings: &mut Findings) -> Self {
        let mut by_name = BTreeMap::new();
        for (_, value) in value.and_then(|value| value.pairs(findings)).unwrap_or_default() {
            if let Some(source) = value.text(findings) {
                by_name.insert(value.name.to_owned(), source.value);
            }
        }
        Self { by_name: Arc::new(by_name) }
    }

    /// `source` with its pieces put in: `<name>`, and `<12>` for up to twelve characters of the same sentence.
    pub(crate) fn expand(&self, source: &str) -> String {
        self.expand_to(source, DEPTH)
    }

    fn expand_to(&self, source: &str, depth: usize) -> String {
        let mut out = String::with_capacity(source.len());
        let mut rest = source;
        while let Some(open) = rest.find('<') {
            let (before, after) = rest.split_at(open);
            out.push_str(before);
            let Some((name, behind)) = after.strip_prefix('<').and_then(|after| after.split_once('>')) else {
                rest = after;
                break;
            };
            if let Ok(reach) = name.parse::<u8>() {
                out.push_str(&format!(r"[^。!?;\n]{{0,{reach}}}"));
            } else if let Some(part) = self.by_name.get(name).filter(|_| depth > 0) {
                out.push_str(&self.expand_to(part, depth - 1));
            } else {
                out.push('<');
                rest = after.strip_prefix('<').unwrap_or_default();
                continue;
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

/// Control characters, which no pack has.
const LIST: &str = "\u{1}";
const WORD: &str = "\u{2}";

/// Whether one of `words` stands in `text`.
fn any_in(text: &[u8], words: &str) -> bool {
    words.split(WORD).any(|word| holds(text, word.as_bytes()))
}

/// Whether `word` stands in a short `text`. What is built for the search of a long one would take longer than the search.
fn holds(text: &[u8], word: &[u8]) -> bool {
    // The third byte tells Chinese characters apart best.
    let at = if word.len() > 2 && word.first() >= Some(&0xe0) { 2 } else { 0 };
    let Some(byte) = word.get(at) else { return true };
    memchr::memchr_iter(*byte, text).any(|found| {
        found.checked_sub(at).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(word))
    })
}

/// A longer list is in nearly every sentence, and takes long to look through.
const LONG: usize = 240;

/// A list of so many bytes is looked through faster than the pattern is run.
const SHORT: usize = 48;

/// How deep pieces may stand in pieces.
const DEPTH: usize = 3;

fn build(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).size_limit(1 << 23).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_held_where_they_stand() {
        for word in ["", "a", "佳品", "最佳", "é", "ab"] {
            for text in ["", "最佳品", "xab", "é", "a"] {
                assert_eq!(holds(text.as_bytes(), word.as_bytes()), text.contains(word), "{text} {word}");
            }
        }
    }

    #[test]
    fn pieces_are_put_in_and_what_is_none_stays() {
        let by_name = [("act", "(?:转发|<to>)"), ("to", "转给")];
        let by_name = by_name.map(|(name, part)| (name.to_owned(), part.to_owned()));
        let parts = Parts { by_name: Arc::new(by_name.into()) };
        assert_eq!(parts.expand("<act><8>领"), r"(?:转发|转给)[^。!?;\n]{0,8}领");
        assert_eq!(parts.expand("(?P<x>a)<b <other>"), "(?P<x>a)<b <other>");
    }
}
