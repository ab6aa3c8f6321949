//! A strict reader of a theme's `article.css`: rules and variables as they are written, nothing computed yet.
//!
//! What it does not know is a finding at its place, never dropped in silence: a theme author must see on the spot what
//! readers would never get.

use std::ops::Range;
use std::sync::Arc;

use super::selector::{self, Selector};
use crate::base::message::{Message, render as say};
use crate::finding::{Finding, Findings, Place};
use crate::render::rule;
use crate::render::style::On;
use crate::source::SourceFile;

/// A declaration as it is written.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) place: Place,
}

/// A rule as it is written.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) selectors: Vec<(Selector, Place)>,
    pub(super) on: On,
    pub(super) declarations: Vec<Written>,
}

/// A style sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) blocks: Vec<Block>,
    /// Variables of `:root`, names without the dashes.
    pub(super) variables: Vec<Written>,
}

/// Reads a style sheet.
pub(super) fn read(file: &Arc<SourceFile>, findings: &mut Findings) -> Sheet {
    let text = without_comments(file.text());
    let mut reader = Reader { file, text: &text, findings };
    let mut sheet = Sheet::default();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|length| at + length) {
        if let Some(at_rule) = trimmed(&text, at..open).filter(|range| text[range.clone()].starts_with('@')) {
            let name = text[at_rule.clone()].split_whitespace().next().unwrap_or("@").to_owned();
            reader.complain(at_rule, say::css_at_rule(name));
            at = block_end(&text, open);
            continue;
        }
        let Some(close) = text[open..].find('}').map(|length| open + length) else {
            reader.complain(open..open + 1, say::css_unclosed());
            return sheet;
        };
        reader.block(at..open, open + 1..close, &mut sheet);
        at = close + 1;
    }
    if let Some(rest) = trimmed(&text, at..text.len()) {
        reader.complain(rest.clone(), say::css_selector(&text[rest]));
    }
    sheet
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

struct Reader<'r> {
    file: &'r Arc<SourceFile>,
    text: &'r str,
    findings: &'r mut Findings,
}

impl Reader<'_> {
    fn complain(&mut self, range: Range<usize>, message: Message) {
        let place = Place::new(self.file, range);
        self.findings.push(Finding::error(rule::CSS, place, message).help(say::css_help()));
    }

    fn block(&mut self, selectors: Range<usize>, body: Range<usize>, sheet: &mut Sheet) {
        let Some(selectors) = trimmed(self.text, selectors.clone()) else {
            self.complain(selectors.end..selectors.end + 1, say::css_selector("{"));
            return;
        };
        if &self.text[selectors.clone()] == ":root" {
            let declarations = self.declarations(body);
            for mut variable in declarations {
                match variable.name.strip_prefix("--") {
                    Some(name) => {
                        variable.name = name.to_owned();
                        sheet.variables.push(variable);
                    }
                    None => {
                        let finding =
                            Finding::error(rule::CSS, variable.place, say::css_root(&variable.name));
                        self.findings.push(finding.help(say::css_help()));
                    }
                }
            }
            return;
        }
        let mut read = Vec::new();
        for (piece, range) in selector::pieces(&self.text[selectors.clone()], selectors.start) {
            let place = trimmed(self.text, range.clone()).unwrap_or(range);
            match selector::read(piece) {
                Ok(selector) => read.push((selector, Place::new(self.file, place))),
                Err(refused) => self.complain(place, refused.0),
            }
        }
        let on = on(&read);
        let declarations = self.declarations(body);
        sheet.blocks.push(Block { selectors: read, on, declarations });
    }

    fn declarations(&mut self, body: Range<usize>) -> Vec<Written> {
        let mut out = Vec::new();
        let mut start = body.start;
        for piece in self.text[body].split(';') {
            let range = start..start + piece.len();
            start = range.end + 1;
            let Some(place) = trimmed(self.text, range) else { continue };
            let written = &self.text[place.clone()];
            match written.split_once(':') {
                Some((name, value)) => out.push(Written {
                    name: name.trim().to_ascii_lowercase(),
                    value: value.trim().to_owned(),
                    place: Place::new(self.file, place),
                }),
                None => self.complain(place, say::css_declaration(written)),
            }
        }
        out
    }
}

/// On what a rule's declarations stand: some are right on one kind of element only.
fn on(selectors: &[(Selector, Place)]) -> On {
    let code = |selector: &Selector| {
        matches!(selector.own.element.as_deref(), Some("code" | "pre" | "kbd"))
            || selector.own.classes.iter().any(|class| class == "code")
    };
    let all = |fits: &dyn Fn(&Selector) -> bool| {
        !selectors.is_empty() && selectors.iter().all(|(selector, _)| fits(selector))
    };
    if all(&code) {
        On::Code
    } else if all(&|selector: &Selector| selector.own.element.as_deref() == Some("img")) {
        On::Picture
    } else {
        On::Text
    }
}
