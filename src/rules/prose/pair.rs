//! Marks that come in pairs: parentheses and quotation marks.

use super::{Class, Pass};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};

const QUOTE: &str = "zh.quote";
/// Pairs farther apart are left to people.
const REACH: usize = 300;

/// What is open at a place of a block.
#[derive(Default)]
pub(super) struct Pairs {
    /// Open parentheses, half or full.
    round: Vec<usize>,
    /// Open “ and ‘.
    curly: Vec<usize>,
    /// Straight quotes so far.
    straight: Vec<usize>,
    books: Vec<usize>,
}

impl Pairs {
    /// Looks at the mark at `i`.
    pub(super) fn see(&mut self, pass: &mut Pass<'_, '_>, i: usize, c: char) {
        match c {
            '(' | '（' => self.round.push(i),
            ')' | '）' => {
                if let Some(start) = self.round.pop() {
                    round(pass, start, i);
                }
            }
            // Behind a digit it is inches or seconds, unless it closes.
            '"' if self.straight.len().is_multiple_of(2) && i > 0 && pass.class(i - 1) == Class::Digit => {}
            '"' => self.straight.push(i),
            '“' => self.curly.push(i),
            '‘' if pass.class(i + 1) == Class::Han => self.curly.push(i),
            '”' => self.close(pass, i, '“'),
            '’' if self.curly.last().is_some_and(|open| pass.c(*open) == '‘') => self.close(pass, i, '‘'),
            '「' | '『' if !pass.memory.corner_said => {
                pass.memory.corner_said = true;
                pass.say(QUOTE, i..i + 1, (Info, text::corner_quotes(), text::quotes_help()));
            }
            '《' => self.books.push(i),
            '》' if self.books.pop().is_none() => unpaired(pass, i),
            _ => {}
        }
    }

    /// A closing quotation mark whose partner is `open`.
    fn close(&mut self, pass: &mut Pass<'_, '_>, i: usize, open: char) {
        // Deeper than this nobody quotes; the bound keeps long runs of marks cheap.
        let mut nearest = self.curly.iter().enumerate().rev().take(8);
        let Some((at, _)) = nearest.find(|(_, start)| pass.c(**start) == open) else {
            if open == '“' && !pass.block.quoted {
                unpaired(pass, i);
            }
            return;
        };
        let start = self.curly.get(at).copied().unwrap_or(i);
        self.curly.truncate(at);
        let near = i - start <= REACH;
        let inside = self.curly.last().map(|outer| pass.c(*outer));
        match (open, inside) {
            ('“', Some('“')) if near => {
                pass.enclose(
                    QUOTE,
                    start..i + 1,
                    ('‘', '’'),
                    (Info, text::inner_quotes(), text::quotes_help()),
                );
            }
            ('‘', None) if near => {
                pass.enclose(
                    QUOTE,
                    start..i + 1,
                    ('“', '”'),
                    (Info, text::outer_quotes(), text::quotes_help()),
                );
            }
            _ => {}
        }
    }

    /// The block ends.
    pub(super) fn end(self, pass: &mut Pass<'_, '_>) {
        if self.straight.len().is_multiple_of(2) {
            for pair in self.straight.chunks_exact(2) {
                if let [start, end] = pair {
                    straight(pass, *start, *end);
                }
            }
        }
        if let [open] = self.books.as_slice() {
            unpaired(pass, *open);
        }
        // A quotation that goes on in the next paragraph leaves one mark open; two in a row are a slip.
        if let [_, second] = self.curly.as_slice()
            && pass.c(*second) == '“'
        {
            unpaired(pass, *second);
        }
    }
}

fn unpaired(pass: &mut Pass<'_, '_>, i: usize) {
    pass.say(QUOTE, i..i + 1, (Info, text::unpaired(pass.c(i)), text::unpaired_help()));
}

fn has_han(pass: &Pass<'_, '_>, start: usize, end: usize) -> bool {
    (start..end).any(|n| pass.class(n) == Class::Han)
}

/// A pair of parentheses.
fn round(pass: &mut Pass<'_, '_>, start: usize, end: usize) {
    let half = pass.c(start) == '(' || pass.c(end) == ')';
    if !half || end - start > REACH || !has_han(pass, start + 1, end) {
        return;
    }
    // Behind a bracket it is the address of a link, whole or broken: another rule narrows what this one would widen.
    if pass.before(start) == ']' {
        return;
    }
    let call =
        pass.c(start) == '(' && start > 0 && matches!(pass.class(start - 1), Class::Latin | Class::Digit);
    let severity = if call { Info } else { Warning };
    let said = (severity, text::parentheses(), text::parentheses_help());
    if call {
        pass.say("zh.width-punct", start..end + 1, said);
    } else {
        pass.enclose("zh.width-punct", start..end + 1, ('（', '）'), said);
    }
}

/// A pair of straight quotes.
fn straight(pass: &mut Pass<'_, '_>, start: usize, end: usize) {
    if end - start <= REACH && has_han(pass, start + 1, end) {
        let said = (Info, text::straight_quotes(), text::quotes_help());
        pass.enclose(QUOTE, start..end + 1, ('“', '”'), said);
    }
}
