//! Patterns over folded text, compiled when they are first needed: most of a pack's patterns never are.

mod engine;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use regex::{Captures, Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast};

use super::fold::fold;
use super::literal;
use super::need::Needs;
use crate::finding::Findings;
use crate::source::yaml::Value;
pub(super) use engine::Engine;

/// A regular expression over folded text. Copies share what was compiled.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    /// Folded.
    source: Cow<'static, str>,
    engine: Engine,
    /// With its groups, for the few that are asked for them.
    groups: OnceLock<Option<Regex>>,
    required: OnceLock<Vec<String>>,
    needs: OnceLock<Needs>,
    crosses: OnceLock<bool>,
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
            } else if c == '\n' {
                // As an escape, so that a pattern is one line.
                folded.push_str(r"\n");
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
        let (groups, required, crosses) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { shared: Arc::new(Shared { source, engine: Engine::new(), groups, required, needs, crosses }) }
    }

    /// The folded source.
    pub(crate) fn source(&self) -> &Cow<'static, str> {
        &self.shared.source
    }

    /// What stands between its outermost bars, each a pattern. One of them is sought by words of its own, around which
    /// others must stand too, and is made to run only where they do; all together are sought by any of their words.
    pub(crate) fn branches(self) -> Vec<Self> {
        let Ok(parsed) = ast::parse::Parser::new().parse(self.source()) else { return vec![self] };
        let Ast::Alternation(alternation) = &parsed else { return vec![self] };
        // What is switched on in one of them holds in those behind it.
        let switches = |part: &Ast| match part {
            Ast::Flags(_) => true,
            Ast::Concat(concat) => concat.asts.iter().any(|part| matches!(part, Ast::Flags(_))),
            _ => false,
        };
        if alternation.asts.iter().any(switches) {
            return vec![self];
        }
        let spans = alternation.asts.iter().map(|part| part.span().start.offset..part.span().end.offset);
        let sources = spans.filter_map(|span| self.source().get(span)).filter(|source| !source.is_empty());
        let branches: Vec<Self> = sources.map(|source| Self::folded(source.to_owned())).collect();
        if branches.len() == alternation.asts.len() { branches } else { vec![self] }
    }

    /// Words, one of which is in every match; `None` when there are no such words.
    pub(crate) fn required(&self) -> Option<&[String]> {
        let words = self.shared.required.get_or_init(|| {
            let clue = literal::clue(self.source());
            self.shared.needs.get_or_init(|| Needs::of(&clue));
            clue.words
        });
        Some(words.as_slice()).filter(|words| !words.is_empty())
    }

    /// Whether it names marks that end a sentence, and so may reach over one.
    pub(crate) fn crosses_sentences(&self) -> bool {
        *self.shared.crosses.get_or_init(|| {
            let mut rest: &str = self.source();
            // What a class leaves out is no such mark, but where it stands before an end, the end is the line's.
            if rest.contains('$') {
                return names_an_end(rest);
            }
            while let Some((before, class)) = rest.split_once("[^") {
                if names_an_end(before) {
                    return true;
                }
                rest = class.split_once(']').map_or("", |(_, behind)| behind);
            }
            names_an_end(rest)
        })
    }

    /// Compiles it now and says what is wrong with it.
    pub(crate) fn compile(&self) -> Result<(), String> {
        match build(self.source()) {
            Ok(_) => Ok(()),
            Err(error) => Err(error.to_string().lines().last().unwrap_or_default().to_owned()),
        }
    }

    /// What runs it when it may match in `text`: running it takes as long as looking for a few words.
    fn engine_for(&self, text: &str) -> Option<&Engine> {
        let engine = &self.shared.engine;
        (engine.has_run() || self.needs().are_met(text)).then_some(engine)
    }

    /// What must stand in a text that it matches.
    pub(crate) fn needs(&self) -> &Needs {
        self.shared.needs.get_or_init(|| Needs::of(&literal::clue(self.source())))
    }

    /// Whether it matches somewhere in `text`.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.engine_for(text).is_some_and(|engine| engine.is_match(self.source(), text))
    }

    /// Its first match in `text` with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let known = self.shared.groups.get().is_some();
        if !known && !self.needs().are_met(text) {
            return None;
        }
        self.shared.groups.get_or_init(|| build(self.source()).ok()).as_ref()?.captures(text)
    }

    /// Where it matches in `text`.
    pub(crate) fn find_all(&self, text: &str) -> Vec<Range<usize>> {
        self.engine_for(text).map(|engine| engine.find_all(self.source(), text)).unwrap_or_default()
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

/// Whether a part of a pattern names a mark that ends a sentence.
fn names_an_end(source: &str) -> bool {
    ["!", "。", "\\?", "[?", ";"].iter().any(|mark| source.contains(mark))
}

/// How deep pieces may stand in pieces.
const DEPTH: usize = 3;

fn build(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).size_limit(1 << 23).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_put_in_and_what_is_none_stays() {
        let by_name = [("act", "(?:转发|<to>)"), ("to", "转给")];
        let by_name = by_name.map(|(name, part)| (name.to_owned(), part.to_owned()));
        let parts = Parts { by_name: Arc::new(by_name.into()) };
        assert_eq!(parts.expand("<act><8>领"), r"(?:转发|转给)[^。!?;\n]{0,8}领");
        assert_eq!(parts.expand("(?P<x>a)<b <other>"), "(?P<x>a)<b <other>");
    }
}
