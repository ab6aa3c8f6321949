//! The marks in a text, and what each may do where it stands.

use std::ops::Range;

use super::super::{chars, steps};
use super::Kind;
use crate::base::bytes::Bytes;

/// A mark, with the bytes of the text that it takes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `==` or `++`, or four of them.
    Pair { kind: Kind, range: Range<usize> },
    /// A run of `*` or `~`.
    Run { byte: u8, range: Range<usize> },
    /// `[`
    Open { range: Range<usize> },
    /// `^`
    Caret { range: Range<usize> },
    /// `]`
    Close { range: Range<usize> },
    /// A tag of Word's own, `<o:p>`.
    Foreign { range: Range<usize> },
    /// `{`
    Brace { range: Range<usize> },
}

impl Token {
    pub(super) fn range(&self) -> &Range<usize> {
        match self {
            Self::Pair { range, .. }
            | Self::Run { range, .. }
            | Self::Open { range }
            | Self::Caret { range }
            | Self::Close { range }
            | Self::Foreign { range }
            | Self::Brace { range } => range,
        }
    }
}

/// The marks of `text`, left to right; its first character is none when it is `escaped`.
pub(super) fn tokens(text: &str, escaped: bool) -> impl Iterator<Item = Token> {
    let bytes = text.as_bytes();
    let mut at = usize::from(escaped);
    steps::read(text.len());
    std::iter::from_fn(move || {
        loop {
            let start = MARKS.find(bytes, at)?;
            let byte = bytes[start];
            if byte == b'<' {
                at = start + 1;
                if let Some(length) = foreign(&text[start..]) {
                    at = start + length;
                    return Some(Token::Foreign { range: start..at });
                }
                continue;
            }
            if matches!(byte, b'[' | b']' | b'{' | b'^') {
                at = start + 1;
                let range = start..at;
                return Some(match byte {
                    b'[' => Token::Open { range },
                    b']' => Token::Close { range },
                    b'^' => Token::Caret { range },
                    _ => Token::Brace { range },
                });
            }
            at = start + bytes[start..].iter().take_while(|next| **next == byte).count();
            let range = start..at;
            match (byte, range.len()) {
                (b'=', 2 | 4) => return Some(Token::Pair { kind: Kind::Mark, range }),
                (b'+', 2 | 4) => return Some(Token::Pair { kind: Kind::Underline, range }),
                (b'*' | b'~', 2 | 4) => return Some(Token::Run { byte, range }),
                _ => {}
            }
        }
    })
}

/// Bytes that a mark may begin with.
static MARKS: Bytes = Bytes::of(b"=+[]{*~<^");

/// What Word's own tags begin with. HTML knows no colons in names, and CommonMark would show the tags as text.
pub(super) const FOREIGN: [&str; 10] =
    ["<o:", "</o:", "<w:", "</w:", "<v:", "</v:", "<m:", "</m:", "<st1:", "</st1:"];

/// How long the tag of Word's own is that `text` begins with.
fn foreign(text: &str) -> Option<usize> {
    let rest = FOREIGN.iter().find_map(|begin| text.strip_prefix(begin))?;
    let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let behind = rest.as_bytes().get(name)?;
    if name == 0 || !matches!(behind, b' ' | b'\t' | b'/' | b'>') {
        return None;
    }
    steps::read(name);
    let end = rest.bytes().take(500).position(|byte| matches!(byte, b'<' | b'>'))?;
    (rest.as_bytes()[end] == b'>').then_some(text.len() - rest.len() + end + 1)
}

/// Whether a character is Chinese, letter or punctuation.
pub(super) fn is_chinese(c: char) -> bool {
    chars::is_letter(c) || chars::is_full_punctuation(c) || chars::is_shared_punctuation(c)
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Whether a pair of marks between these characters may begin something. `a==b` and `C++` are no marks.
pub(super) fn opens(kind: Kind, before: Option<char>, after: Option<char>) -> bool {
    let Some(next) = after.filter(|c| !c.is_whitespace()) else { return false };
    match kind {
        Kind::Underline => !is_word(before),
        _ => !is_word(before) || is_chinese(next),
    }
}

/// Whether `++` before this text increments a variable of one letter: `++i`, not `++i++`.
pub(super) fn is_increment(after: &str) -> bool {
    let mut rest = after.chars();
    rest.next().is_some_and(|c| c.is_ascii_alphabetic())
        && rest
            .next()
            .is_none_or(|c| c != '+' && c != '_' && !c.is_ascii_alphanumeric() && !chars::is_letter(c))
}

/// Whether a pair of marks between these characters may end something.
pub(super) fn closes(_: Kind, before: Option<char>, after: Option<char>) -> bool {
    let Some(last) = before.filter(|c| !c.is_whitespace()) else { return false };
    !is_word(after) || is_chinese(last)
}

/// Whether the inside of `{…}` behind a bracket asks for emphasis dots.
pub(super) fn is_dots(inside: &str) -> bool {
    matches!(inside.trim(), ".dots" | ".dot" | ".着重" | ".着重号")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_runs_of_two_or_four() {
        let found: Vec<_> =
            tokens("=a==b===c====d++[{]}", false).map(|token| token.range().clone()).collect();
        assert_eq!(found, [2..4, 9..13, 14..16, 16..17, 17..18, 18..19]);
        assert_eq!(tokens("==a", true).count(), 0);
    }

    #[test]
    fn comparisons_and_names_are_no_marks() {
        assert!(!opens(Kind::Mark, Some('a'), Some('b')) && !opens(Kind::Underline, Some('C'), Some('语')));
        assert!(opens(Kind::Mark, Some('a'), Some('中')) && opens(Kind::Mark, None, Some('a')));
        assert!(!opens(Kind::Mark, Some('中'), Some(' ')) && !closes(Kind::Mark, Some(' '), Some('a')));
        assert!(closes(Kind::Mark, Some('中'), Some('a')) && !closes(Kind::Mark, Some('a'), Some('b')));
    }
}
