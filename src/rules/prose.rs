//! Typography and proofreading in one pass: every block's characters are read once, and the small machines of this
//! folder look at each with its neighbours. The rules `zh.*` report what they noted, a rule a name.
//!
//! What must not be touched is marked first: addresses, hashtags, text in 《》, quoted statutes, code in HTML.

mod date;
pub(crate) mod edge;
pub(crate) mod kept;
mod mark;
pub(crate) mod names;
mod number;
mod pair;
mod shape;
pub(crate) mod trad;
mod word;

use std::ops::Range;

use super::document::Document;
use super::meta::Meta;
use crate::base::message::Message;
use crate::finding::{Finding, Findings, Fix, Place, Severity};
use crate::source::markdown::chars;
use crate::source::plain::{Block, OBJECT, Zone};
use kept::Kept;

/// What kind of character it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Han and what is written like it.
    Han,
    /// A Latin letter.
    Latin,
    /// An ASCII digit.
    Digit,
    /// A mark that is Chinese wherever it stands.
    Full,
    /// A blank inside a line.
    Space,
    /// Everything else, [`OBJECT`] included.
    Other,
}

fn class(c: char) -> Class {
    match c {
        '\u{4e00}'..='\u{9fff}' => Class::Han,
        '0'..='9' => Class::Digit,
        'a'..='z' | 'A'..='Z' => Class::Latin,
        ' ' => Class::Space,
        '\0'..='\u{7f}' | OBJECT => Class::Other,
        '\u{c0}'..='\u{24f}' if c != '×' && c != '÷' => Class::Latin,
        _ if chars::is_full_punctuation(c) => Class::Full,
        '\u{ff10}'..='\u{ff5a}' => Class::Other,
        _ if chars::is_letter(c) => Class::Han,
        _ => Class::Other,
    }
}

/// A character of a block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Char {
    at: usize,
    c: char,
    class: Class,
    kept: Kept,
}

/// What a rule says about a place.
#[derive(Debug)]
pub(crate) struct Slip {
    rule: &'static str,
    severity: Severity,
    place: Place,
    fix: Option<Fix>,
    message: Message,
    help: Message,
}

/// What is noted before its place is known: severity, sentence, remedy.
type Said = (Severity, Message, Message);

/// Reports what was noted for the rule.
pub(crate) fn report(meta: &'static Meta, document: &Document<'_>, findings: &mut Findings) {
    for slip in document.slips().iter().filter(|slip| slip.rule == meta.id) {
        let mut finding: Finding =
            meta.finding(slip.place.clone(), slip.message.clone()).help(slip.help.clone());
        finding.severity = slip.severity;
        finding.fix.clone_from(&slip.fix);
        findings.push(finding);
    }
}

/// Reads an article once and notes everything.
pub(crate) fn slips(document: &Document<'_>) -> Vec<Slip> {
    if document.article().is_none() {
        return Vec::new();
    }
    let guards = kept::guards(document);
    let brands = document.scan().cue("brand").iter();
    let brands: Vec<_> = brands.filter_map(|brand| document.visible(brand.clone())).collect();
    let linked = kept::has_fragments(document);
    let mut out = Vec::new();
    let mut memory = Memory { day_year: document.day.map(|day| day.year()), ..Memory::default() };
    let mut buffer = Vec::new();
    let mut references = document.plain.references.iter().peekable();
    for block in &document.plain.blocks {
        if matches!(block.zone, Zone::Front | Zone::Alt | Zone::Value) {
            continue;
        }
        let text = document.plain.text().get(block.range.clone()).unwrap_or_default();
        let counts = collect(text, block.range.start, &mut buffer);
        kept::mark(document, block, linked, &mut buffer, &mut references);
        let mut pass = Pass {
            brands: &brands,
            document,
            block,
            guards: &guards,
            chars: &buffer,
            counts,
            out: &mut out,
            memory: &mut memory,
        };
        pass.run();
    }
    out
}

/// How many characters of a kind a block has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    han: usize,
    latin: usize,
    kana: usize,
    traditional: usize,
}

/// What a document remembers from block to block.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The year of the day on which readers see it.
    day_year: Option<i16>,
    corner_said: bool,
    /// The first date with Arabic digits.
    date: Option<String>,
    date_said: bool,
}

fn collect(text: &str, start: usize, buffer: &mut Vec<Char>) -> Counts {
    buffer.clear();
    buffer.reserve(text.len());
    let suspects = trad::suspects();
    let mut counts = Counts::default();
    for (at, c) in text.char_indices() {
        let class = class(c);
        match class {
            Class::Han => {
                counts.han += 1;
                counts.kana += usize::from(('\u{3041}'..='\u{30ff}').contains(&c));
                counts.traditional += usize::from(trad::is_in(suspects, c));
            }
            Class::Latin => counts.latin += 1,
            _ => {}
        }
        buffer.push(Char { at: start + at, c, class, kept: Kept::No });
    }
    counts
}

/// The pass over one block.
pub(crate) struct Pass<'a, 'd> {
    brands: &'a [Range<usize>],
    document: &'a Document<'d>,
    block: &'a Block,
    /// Bytes of the file that no edit may touch.
    guards: &'a [Range<usize>],
    chars: &'a [Char],
    counts: Counts,
    out: &'a mut Vec<Slip>,
    memory: &'a mut Memory,
}

impl Pass<'_, '_> {
    fn run(&mut self) {
        shape::heading(self);
        shape::paragraph(self);
        let mut pairs = pair::Pairs::default();
        let chars = self.chars;
        let mut recent = word::Recent::default();
        let mut before = Class::Other;
        for (i, &Char { c, class, kept, .. }) in chars.iter().enumerate() {
            let border = std::mem::replace(&mut before, class) != class;
            let again = recent.note(i, c);
            if kept == Kept::Whole {
                continue;
            }
            if border && matches!(class, Class::Han | Class::Digit | Class::Latin) {
                mark::border(self, i);
            }
            match class {
                Class::Han => {
                    word::han(self, i, c, again);
                    number::han(self, i, c);
                }
                Class::Digit => number::digit(self, i),
                Class::Latin => {}
                Class::Space => mark::space(self, i),
                Class::Full => {
                    mark::full(self, i, c);
                    pairs.see(self, i, c);
                }
                Class::Other => {
                    mark::other(self, i, c);
                    trad::compatible(self, i, c);
                    pairs.see(self, i, c);
                }
            }
        }
        pairs.end(self);
    }

    /// The character `i`; a NUL outside of the block.
    fn c(&self, i: usize) -> char {
        self.chars.get(i).map_or('\0', |char| char.c)
    }

    /// The character before `i`.
    fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.c(i))
    }

    fn class(&self, i: usize) -> Class {
        self.chars.get(i).map_or(Class::Other, |char| char.class)
    }

    fn class_before(&self, i: usize) -> Class {
        i.checked_sub(1).map_or(Class::Other, |i| self.class(i))
    }

    /// The first place from `i` that is no blank.
    fn skip(&self, mut i: usize) -> usize {
        while self.class(i) == Class::Space {
            i += 1;
        }
        i
    }

    /// The end of the run of `c` that begins at `i`.
    fn run_end(&self, mut i: usize, c: char) -> usize {
        while i < self.chars.len() && self.c(i) == c {
            i += 1;
        }
        i
    }

    /// Whether `words` stand at `i`.
    fn has(&self, i: usize, words: &str) -> bool {
        words.chars().enumerate().all(|(n, c)| self.c(i + n) == c)
    }

    /// Whether `words` end before `i`.
    fn had(&self, i: usize, words: &str) -> bool {
        // From the last character, which is the one that nearly always differs.
        words.chars().rev().zip(1..).all(|(c, n)| i >= n && self.c(i - n) == c)
    }

    /// Visible bytes of the characters `range`.
    fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let start = self.chars.get(range.start).map_or(self.block.range.end, |char| char.at);
        let end = self.chars.get(range.end).map_or(self.block.range.end, |char| char.at);
        start..end.max(start)
    }

    /// The characters `range` as text.
    fn text(&self, range: Range<usize>) -> &str {
        self.document.plain.text().get(self.bytes(range)).unwrap_or_default()
    }

    /// Where the characters `range` were written.
    fn place(&self, range: Range<usize>) -> Option<Place> {
        if range.is_empty() {
            return None;
        }
        self.document.plain.place(self.bytes(range))
    }

    /// As [`Pass::place`], when nothing but these characters stands there: no markup, no entity.
    fn exact(&self, range: Range<usize>) -> Option<Place> {
        let place = self.place(range.clone())?;
        (place.text() == self.text(range)).then_some(place)
    }

    /// Whether one of the characters `range` must stay as it is.
    fn is_kept(&self, range: Range<usize>) -> bool {
        let inside = self.chars.get(range).unwrap_or_default();
        inside.iter().any(|char| char.kept != Kept::No)
    }

    /// Whether a quotation mark is open before `i`, not far off.
    fn is_quoted(&self, i: usize) -> bool {
        for n in (i.saturating_sub(60)..i).rev() {
            match self.c(n) {
                '“' | '「' | '『' => return true,
                '”' | '」' | '』' | '\n' => return false,
                _ => {}
            }
        }
        false
    }

    fn is_title(&self) -> bool {
        matches!(self.block.zone, Zone::Title | Zone::Summary)
    }

    /// Whether an edit of `place` to `new` is one that a program may make by itself.
    fn allows(&self, place: &Place, new: &str) -> bool {
        // Marks of YAML never come in by an edit.
        let structure = self.is_title() && new.contains(|c: char| c.is_ascii_punctuation());
        !structure && kept::allows(self.guards, place)
    }

    /// Notes the characters `range`, without an edit.
    fn say(&mut self, rule: &'static str, range: Range<usize>, said: Said) {
        self.note(rule, range, None, said);
    }

    /// Notes the characters `range`, which become `new` when nothing else stands there.
    fn change(&mut self, rule: &'static str, range: Range<usize>, new: &str, said: Said) {
        let fix = if self.is_kept(range.clone()) { None } else { self.exact(range.clone()) };
        let fix = fix.filter(|place| self.allows(place, new));
        let fix = fix.map(|place| Fix { place, replacement: new.to_owned() });
        self.note(rule, range, fix, said);
    }

    /// Notes the characters before and at `i`, between which `new` is put in.
    fn insert(&mut self, rule: &'static str, i: usize, new: &str, range: Range<usize>, said: Said) {
        let before = i.saturating_sub(1);
        let fix = if self.is_kept(before..i + 1) { None } else { self.exact(before..i + 1) };
        let fix = fix.filter(|place| self.allows(place, new)).map(|place| {
            let at = place.range().start + self.c(before).len_utf8();
            Fix { place: Place::new(place.file(), at..at), replacement: new.to_owned() }
        });
        self.note(rule, range, fix, said);
    }

    /// Notes the characters `range`, of which the first and the last become others; what is between stays.
    fn enclose(&mut self, rule: &'static str, range: Range<usize>, (open, close): (char, char), said: Said) {
        let (Some(first), Some(last)) =
            (self.exact(range.start..range.start + 1), self.exact(range.end.saturating_sub(1)..range.end))
        else {
            return self.say(rule, range, said);
        };
        let ends_kept = self.is_kept(range.start..range.start + 1)
            || self.is_kept(range.end.saturating_sub(1)..range.end);
        let inside = first.range().end..last.range().start;
        let inner = first.file().text().get(inside).unwrap_or_default();
        let new = format!("{open}{inner}{close}");
        let whole = Place::new(first.file(), first.range().start..last.range().end);
        let fix = (!ends_kept && self.allows(&whole, &new)).then_some(Fix { place: whole, replacement: new });
        self.note(rule, range, fix, said);
    }

    fn note(&mut self, rule: &'static str, range: Range<usize>, fix: Option<Fix>, said: Said) {
        let Some(place) = self.place(range) else { return };
        let (severity, message, help) = said;
        self.out.push(Slip { rule, severity, place, fix, message, help });
    }
}
