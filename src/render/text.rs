//! Text inside tags: escaping, blanks, and characters that never reach a reader.

use memchr::{memchr, memchr3};

pub(super) use crate::wechat::html::character::is_removed;

/// What waits between two pieces of text until it is known what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pending {
    /// Nothing.
    #[default]
    None,
    /// A space.
    Space,
    /// A soft line break.
    Soft,
    /// Line breaks that stay.
    Breaks(u8),
}

impl Pending {
    pub(super) const fn with_space(self) -> Self {
        match self {
            Self::None => Self::Space,
            other => other,
        }
    }

    pub(super) const fn with_soft(self) -> Self {
        match self {
            Self::None => Self::Soft,
            other => other,
        }
    }

    pub(super) const fn with_break(self) -> Self {
        match self {
            Self::Breaks(_) => Self::Breaks(2),
            _ => Self::Breaks(1),
        }
    }
}

/// A piece of text: white space, or characters that show.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Blank,
    Visible(&'t str),
}

const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Whether a text may hold a control or another character that is removed: a look at all bytes without a way out, which
/// the compiler makes sixteen at a time.
pub(super) fn may_hold_controls(bytes: &[u8]) -> bool {
    let control = |a: u8, b: u8, c: u8| {
        let pair = (a == 0xc2) & (b < 0xa0) | (a == 0xef) & (b == 0xbb);
        // Curly quotes and dashes begin like the controls of direction.
        let embedding = (b == 0x80) & (0xaa..=0xae).contains(&c);
        let isolate = (b == 0x81) & (0xa6..=0xa9).contains(&c);
        (a < 0x20) | (a == 0x7f) | pair | (a == 0xe2) & (embedding | isolate)
    };
    let [second, third] = [1, 2].map(|from| bytes.get(from..).unwrap_or_default());
    let inside =
        bytes.iter().zip(second).zip(third).fold(false, |found, ((a, b), c)| found | control(*a, *b, *c));
    // What follows the end makes no control of anything before it.
    let end = match bytes {
        [.., a, b] => control(*a, *b, b'x') | control(*b, b'x', b'x'),
        [a] => control(*a, b'x', b'x'),
        [] => false,
    };
    inside | end
}

/// Splits a text into blanks and visible pieces; what is removed is in neither.
pub(super) fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    // Where there are no controls the only blank is a space, and nothing is removed.
    let plain = !may_hold_controls(text.as_bytes());
    std::iter::from_fn(move || {
        if plain {
            let end = memchr(b' ', rest.as_bytes()).unwrap_or(rest.len());
            if end > 0 {
                let (run, after) = rest.split_at(end);
                rest = after;
                return Some(Part::Visible(run));
            }
            let after = rest.trim_start_matches(' ');
            let blank = after.len() < rest.len();
            rest = after;
            return blank.then_some(Part::Blank);
        }
        loop {
            let first = rest.chars().next()?;
            if is_removed(first) {
                rest = rest.trim_start_matches(is_removed);
                continue;
            }
            if is_blank(first) {
                rest = rest.trim_start_matches(is_blank);
                return Some(Part::Blank);
            }
            let end = rest.find(|c| is_blank(c) || is_removed(c)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            rest = after;
            return Some(Part::Visible(run));
        }
    })
}

/// `text` without the characters that never reach a reader.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_removed(*c)).collect()
}

/// Appends `text` with `&`, `<`, `>` escaped.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = memchr3(b'&', b'<', b'>', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Appends an attribute's value: escaped, on one line, without what never reaches a reader.
pub(super) fn escape_attribute(value: &str, out: &mut String) {
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if is_blank(c) => out.push(' '),
            c if is_removed(c) => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_removed_characters_split_a_text() {
        let found: Vec<_> = parts("\u{feff}甲 \t\n乙\u{202e}丙\u{3000}").collect();
        assert_eq!(
            found,
            [Part::Visible("甲"), Part::Blank, Part::Visible("乙"), Part::Visible("丙\u{3000}")]
        );
    }

    #[test]
    fn attributes_stay_on_one_line_and_closed() {
        let mut out = String::new();
        escape_attribute("a\"b\n<&>", &mut out);
        assert_eq!(out, "a&quot;b &lt;&amp;&gt;");
    }
}
