//! A small strict reader of a theme's `article.css`: element and class selectors, two levels deep, in comma lists.
//!
//! What it does not know is a finding at its place, never dropped in silence: a theme author must see on the spot what
//! readers would never get.

use std::ops::Range;
use std::sync::Arc;

use super::rule;
use super::style::{self, Declaration, On};
use crate::base::message::{Message, render as text};
use crate::finding::{Finding, Findings, Place};
use crate::source::SourceFile;

/// One compound selector: `p`, `.note`, `th.stripe`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Compound {
    /// The element, if one is named.
    pub(super) element: Option<String>,
    /// The classes that are named.
    pub(super) classes: Vec<String>,
}

/// A selector of one or two levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selector {
    /// What stands around, if that matters.
    pub(super) around: Option<Compound>,
    /// What is meant.
    pub(super) own: Compound,
}

/// Declarations for a selector.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) selector: Selector,
    pub(super) place: Place,
    pub(super) declarations: Vec<Declaration>,
}

impl Selector {
    /// Classes count more than elements, whatever their number.
    pub(super) fn weight(&self) -> (usize, usize) {
        let parts = || self.around.iter().chain(std::iter::once(&self.own));
        (parts().map(|part| part.classes.len()).sum(), parts().filter(|part| part.element.is_some()).count())
    }
}

/// Reads the rules of a style sheet. `variable` gives the value of a `var(--name)`.
pub(super) fn rules<'v>(
    file: &Arc<SourceFile>,
    variable: impl Fn(&str) -> Option<&'v str>,
    findings: &mut Findings,
) -> Vec<Rule> {
    let sheet = without_comments(file.text());
    let mut reader = Reader { file, sheet: &sheet, variable, findings };
    let mut rules = Vec::new();
    let mut at = 0;
    while let Some(open) = sheet[at..].find('{').map(|length| at + length) {
        if let Some(rule) = trimmed(&sheet, at..open).filter(|range| sheet[range.clone()].starts_with('@')) {
            reader.complain(rule.clone(), text::css_selector(&sheet[rule]));
            at = block_end(&sheet, open);
            continue;
        }
        let close = sheet[open..].find('}').map(|length| open + length);
        let Some(close) = close else {
            reader.complain(open..open + 1, text::css_unclosed());
            return rules;
        };
        reader.block(at..open, open + 1..close, &mut rules);
        at = close + 1;
    }
    if let Some(rest) = trimmed(&sheet, at..sheet.len()) {
        reader.complain(rest.clone(), text::css_selector(&sheet[rest]));
    }
    rules
}

/// The sheet with comments blanked, so that every place stays.
fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(open) = rest.find("/*") {
        let close = rest[open + 2..].find("*/").map_or(rest.len(), |length| open + 2 + length + 2);
        out.push_str(&rest[..open]);
        out.extend(rest[open..close].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[close..];
    }
    out.push_str(rest);
    out
}

/// The byte behind the block that opens at `open`, blocks inside it included.
fn block_end(sheet: &str, open: usize) -> usize {
    let mut depth = 0usize;
    for (at, byte) in sheet.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    sheet.len()
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = range.start + piece.trim_end().len();
    (start < end).then_some(start..end)
}

struct Reader<'r, V> {
    file: &'r Arc<SourceFile>,
    sheet: &'r str,
    variable: V,
    findings: &'r mut Findings,
}

impl<'v, V: Fn(&str) -> Option<&'v str>> Reader<'_, V> {
    fn complain(&mut self, range: Range<usize>, message: Message) {
        let place = Place::new(self.file, range);
        self.findings.push(Finding::error(rule::CSS, place, message).help(text::css_help()));
    }

    fn block(&mut self, selectors: Range<usize>, body: Range<usize>, rules: &mut Vec<Rule>) {
        let Some(selectors) = trimmed(self.sheet, selectors.clone()) else {
            self.complain(selectors.end..selectors.end + 1, text::css_selector("{"));
            return;
        };
        let mut read = Vec::new();
        let mut start = selectors.start;
        for piece in self.sheet[selectors].split(',') {
            let range = start..start + piece.len();
            start = range.end + 1;
            let place = trimmed(self.sheet, range.clone()).unwrap_or(range);
            match selector(piece) {
                Some(selector) => read.push((selector, place)),
                None => self.complain(place.clone(), text::css_selector(&self.sheet[place])),
            }
        }
        let on_code = |own: &Compound| {
            matches!(own.element.as_deref(), Some("code" | "pre" | "kbd"))
                || own.classes.iter().any(|class| class == "code")
        };
        let on = if !read.is_empty() && read.iter().all(|(selector, _)| on_code(&selector.own)) {
            On::Code
        } else if read.iter().all(|(selector, _)| selector.own.element.as_deref() == Some("img")) {
            On::Picture
        } else {
            On::Text
        };
        let declarations = self.declarations(body, on);
        rules.extend(read.into_iter().map(|(selector, place)| Rule {
            selector,
            place: Place::new(self.file, place),
            declarations: declarations.clone(),
        }));
    }

    fn declarations(&mut self, body: Range<usize>, on: On) -> Vec<Declaration> {
        let mut out = Vec::new();
        let mut start = body.start;
        for piece in self.sheet[body].split(';') {
            let range = start..start + piece.len();
            start = range.end + 1;
            let Some(place) = trimmed(self.sheet, range) else { continue };
            let written = &self.sheet[place.clone()];
            let known = written.split_once(':').and_then(|(name, value)| {
                let value = self.substitute(value, &place)?;
                style::clean(name, &value, on)
            });
            match known {
                Some(declaration) => style::merge(&mut out, [declaration]),
                None => self.complain(place, text::css_declaration(written)),
            }
        }
        out
    }

    /// `value` with every `var(--name)` replaced; an unknown name is a finding of its own.
    fn substitute(&mut self, value: &str, place: &Range<usize>) -> Option<String> {
        let mut out = String::new();
        let mut rest = value;
        while let Some(open) = rest.find("var(") {
            let close = rest[open..].find(')').map(|length| open + length)?;
            let name = rest[open + 4..close].trim();
            out.push_str(&rest[..open]);
            match name.strip_prefix("--").and_then(|name| (self.variable)(name)) {
                Some(known) => out.push_str(known),
                None => {
                    self.complain(place.clone(), text::css_variable(name));
                    return Some("0".to_owned());
                }
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        Some(out)
    }
}

fn selector(piece: &str) -> Option<Selector> {
    let mut words = piece.split_whitespace();
    let first = compound(words.next()?)?;
    let second = words.next().map(compound);
    if words.next().is_some() {
        return None;
    }
    match second {
        None => Some(Selector { around: None, own: first }),
        Some(own) => Some(Selector { around: Some(first), own: own? }),
    }
}

fn compound(word: &str) -> Option<Compound> {
    let name = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let mut parts = word.split('.');
    let element = parts.next().filter(|part| !part.is_empty());
    let classes: Vec<String> = parts.map(str::to_owned).collect();
    let good = element.is_none_or(name) && classes.iter().all(|class| name(class));
    (good && (element.is_some() || !classes.is_empty()))
        .then(|| Compound { element: element.map(str::to_owned), classes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::message::Lang;

    fn read(css: &str) -> (Vec<Rule>, Vec<String>) {
        let file = Arc::new(SourceFile::new("layouts/themes/x/article.css", css));
        let mut findings = Findings::new();
        let rules = rules(&file, |name| (name == "ink").then_some("#112233"), &mut findings);
        let said = findings
            .iter()
            .map(|finding| format!("{}: {}", finding.place.start().line, finding.message.text(Lang::En)))
            .collect();
        (rules, said)
    }

    #[test]
    fn rules_with_lists_levels_and_variables() {
        let (rules, said) = read("/* 甲 */\np, .note p { color: var(--ink); margin: 0 0 1em }\n.a.b{}");
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(rules.len(), 3);
        assert_eq!(rules[1].selector.weight(), (1, 1));
        assert_eq!(style::write(&rules[0].declarations), "color:#123;margin:0 0 1em");
    }

    #[test]
    fn what_is_not_known_is_reported_where_it_stands() {
        let (_, said) = read(
            "p > a { color: red }\n@media x { p { color: red } }\np { position: fixed;\n color: var(--no) }\np {",
        );
        assert_eq!(said.len(), 5, "{said:#?}");
        assert!(said.iter().any(|line| line.starts_with("3:") && line.contains("position")), "{said:#?}");
        assert!(said.iter().any(|line| line.starts_with("4:") && line.contains("--no")), "{said:#?}");
    }
}
