//! What a caret begins: `x^2^`, and `^[a footnote]` written where it is used.

use super::super::{CowStr, Event, Located, Tag, TagEnd, steps};
use super::edit::{Edit, Spot};
use super::{Kind, Walk, token};

/// Bytes of an exponent.
const REACH: usize = 40;
/// Bytes of a footnote in which a blank or Chinese must stand.
const SENTENCE: usize = 400;

impl<'a> Walk<'_, 'a> {
    /// `^` at the byte `at` of the source.
    pub(super) fn caret(&mut self, spot: Spot, at: usize) -> Option<Spot> {
        let (text, start) = self.literal(spot.event)?;
        let rest = &text[at + 1 - start..];
        if rest.starts_with('[') {
            self.open(Kind::Note, spot, at..at + 2);
            return Some(Spot { event: spot.event, byte: spot.byte + 2 });
        }
        let before = self.source[..at].chars().next_back()?;
        let length = rest.bytes().take(REACH).position(|byte| byte == b'^')?;
        let exponent = &rest[..length];
        if !raises(before, exponent) || rest[length + 1..].starts_with('^') {
            return None;
        }
        let until = Spot { event: spot.event, byte: spot.byte + length + 2 };
        let (whole, inside) = (at..at + length + 2, at + 1..at + 1 + length);
        let put = vec![
            (Event::Start(Tag::Superscript), whole.clone()),
            (Event::Text(CowStr::Borrowed(&self.source[inside.clone()])), inside),
            (Event::End(TagEnd::Superscript), whole),
        ];
        self.edits.push(Edit { from: spot, until, put });
        Some(until)
    }

    /// Whether the next `]` ends a footnote.
    pub(super) fn ends_note(&self) -> bool {
        // Where none waits, what else is open is not looked at.
        let Some(frame) = self.frames.last().filter(|frame| frame.waiting[Kind::Note as usize] > 0) else {
            return false;
        };
        let base = frame.base;
        let bracket = |kind| matches!(kind, Kind::Bracket | Kind::Note);
        let open = self.openers.get(base..).unwrap_or_default();
        open.iter().rev().find(|opener| bracket(opener.kind)).is_some_and(|opener| opener.kind == Kind::Note)
    }

    /// `]` behind `^[`: a footnote, unless what stands between is no sentence (`^[a-z]` is a pattern).
    pub(super) fn close_note(&mut self, spot: Spot, at: usize) -> Option<Spot> {
        let opener = self.take(Kind::Note)?;
        let words = self.source.get(opener.range.end..at)?.trim();
        // Notes stand inside each other: each looks at its beginning only.
        let beginning = &words[..words.floor_char_boundary(SENTENCE)];
        steps::read(beginning.len());
        let sentence = beginning.contains(token::is_chinese) || beginning.contains(char::is_whitespace);
        if words.is_empty() || !sentence {
            return None;
        }
        let whole = opener.range.start..at + 1;
        // A label that nobody can write: names of notes hold no line ends.
        let label = || CowStr::from(format!("\n{}", opener.range.start));
        let open = |event| (event, whole.clone());
        self.edits.push(Edit {
            from: opener.spot,
            until: Spot { event: opener.spot.event, byte: opener.spot.byte + 2 },
            put: vec![
                open(Event::FootnoteReference(label())),
                open(Event::Start(Tag::FootnoteDefinition(label()))),
                open(Event::Start(Tag::Paragraph)),
            ],
        });
        let until = Spot { event: spot.event, byte: spot.byte + 1 };
        let close = [Event::End(TagEnd::Paragraph), Event::End(TagEnd::FootnoteDefinition)];
        self.edits.push(Edit { from: spot, until, put: close.map(open).to_vec() });
        self.noted = true;
        Some(until)
    }
}

/// Whether `^exponent^` behind that character is an exponent, and no face (`^_^`, `^o^`).
fn raises(before: char, exponent: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "+-−±.,，()[]/*′″'°®™".contains(c);
    let plain =
        exponent.chars().all(fits) && exponent.contains(|c: char| c.is_alphanumeric() || "®™".contains(c));
    let unit = exponent.starts_with(|c: char| c.is_ascii_digit() || "+-−[®™注".contains(c));
    // ^o^，T^T are faces in a sentence; only numbers are listed.
    let listed = exponent.starts_with(|c: char| c.is_ascii_digit() || c == '[');
    let begins =
        !exponent.starts_with([',', '，', '.', ')', ']']) && (listed || !exponent.contains([',', '，']));
    plain
        && begins
        && (before.is_ascii_alphanumeric()
            || matches!(before, ')' | ']' | '）')
            || token::is_chinese(before) && unit)
}

/// Moves the texts of footnotes behind the blocks in which they are used.
pub(super) fn move_out(events: Vec<Located<'_>>) -> Vec<Located<'_>> {
    let mut out = Vec::with_capacity(events.len());
    let mut pending: Vec<Located<'_>> = Vec::new();
    let mut open: Vec<Vec<Located<'_>>> = Vec::new();
    let mut depth = 0usize;
    for (event, range) in events {
        match &event {
            Event::Start(Tag::FootnoteDefinition(label)) if label.starts_with('\n') => {
                open.push(vec![(event, range)]);
                continue;
            }
            Event::End(TagEnd::FootnoteDefinition) if !open.is_empty() => {
                if let Some(mut note) = open.pop() {
                    note.push((event, range));
                    pending.append(&mut note);
                }
                continue;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        open.last_mut().unwrap_or(&mut out).push((event, range));
        if depth == 0 {
            out.append(&mut pending);
        }
    }
    out.append(&mut pending);
    out
}
