//! L4: letters that pose as others inside a Latin word or a number: Cyrillic а, Greek ο, l for 1, O for 0.
//!
//! A letter misleads only among others of its own token. A Russian or Greek word stays what it is, and so does a letter
//! among Chinese characters.

use unicode_normalization::UnicodeNormalization;

/// How the misleading letters of a token are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As they are.
    Plain,
    /// As Latin letters.
    Latin,
    /// As digits.
    Digits,
}

impl Reading {
    /// The letter that `c` poses as.
    pub(super) fn read(self, c: char) -> char {
        match self {
            Self::Plain => c,
            Self::Latin => latin(c).unwrap_or(c),
            Self::Digits => digit(latin(c).unwrap_or(c)).unwrap_or(c),
        }
    }
}

/// Most characters to either side that are looked at.
const REACH: usize = 32;

/// Letters that may pose as another one.
pub(super) fn may_mislead(c: char) -> bool {
    matches!(c, 'l' | 'I' | 'O' | 'o' | 'ｌ' | 'Ｉ' | 'Ｏ' | 'ｏ' | '\u{391}'..='\u{3c9}' | '\u{400}'..='\u{458}' | '\u{474}' | '\u{475}' | 'һ' | 'ԁ' | 'ԛ' | 'ԝ')
}

/// The end of the token around the byte `at`, and how its letters are read.
pub(super) fn around(text: &str, at: usize) -> (usize, Reading) {
    let in_token = |c: &char| c.is_alphanumeric() && !super::is_han(*c);
    let before = text.get(..at).unwrap_or_default().chars().rev().take(REACH).take_while(in_token);
    let behind = text.get(at..).unwrap_or_default().chars().take(REACH).take_while(in_token);
    let end = at + behind.clone().map(char::len_utf8).sum::<usize>();
    let (mut letters, mut digits, mut posing, mut others, mut count) = (0, 0, 0, 0, 0);
    for c in before.chain(behind) {
        let c = if c.is_ascii() { c } else { std::iter::once(c).nfkc().next().unwrap_or(c) };
        count += 1;
        if c.is_ascii_digit() {
            digits += 1;
        } else if digit(latin(c).unwrap_or(c)).is_some() {
            posing += 1;
            letters += usize::from(c.is_ascii());
        } else if c.is_ascii() {
            letters += 1;
            others += 1;
        } else if latin(c).is_some() {
            others += 1;
        } else {
            return (end, Reading::Plain);
        }
    }
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    let is_share = matches!(next, Some('%' | '％' | '元')) && digits > 0;
    if others == 0 && posing > 0 && (is_share || count >= 6 && digits >= 3) {
        return (end, Reading::Digits);
    }
    // A Latin letter or a digit among them, letters of two scripts, or a few capitals beside Chinese characters: the
    // others are no word of their script.
    let token = text.get(at..end).unwrap_or_default();
    let mixed = token.chars().any(is_greek) && token.chars().any(is_cyrillic);
    let archaic = token.contains(['Ѵ', 'ѵ']);
    let initials = archaic
        || (2..=4).contains(&count) && token.chars().all(char::is_uppercase) && others + posing == count;
    let reading =
        if letters > 0 || digits > 0 || mixed || initials { Reading::Latin } else { Reading::Plain };
    (end, reading)
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// The digit that a Latin letter poses as.
fn digit(c: char) -> Option<char> {
    match c {
        'l' | 'I' => Some('1'),
        'O' | 'o' => Some('0'),
        _ => None,
    }
}

/// The Latin letter that a Cyrillic or Greek one poses as.
fn latin(c: char) -> Option<char> {
    const POSING: &str = "аaАAвbВBсcСCеeЕEнhНHіiІIјjЈJкkКKмmМMоoОOрpРPѕsЅSтtТTуyУYхxХXһhԁdԛqԝwѴVѵv\
        ΑAαaΒBΕEεeΖZΗHΙIιiΚKκkΜMΝNνvΟOοoΡPρpΤTτtΥYυuΧXχxωw";
    if c.is_ascii() {
        return None;
    }
    let mut pairs = POSING.chars();
    while let (Some(posing), Some(latin)) = (pairs.next(), pairs.next()) {
        if posing == c {
            return Some(latin);
        }
    }
    None
}
