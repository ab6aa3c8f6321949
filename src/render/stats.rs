//! How large an article is for the platform and how long for a reader.

use crate::source::markdown::chars;

/// Counts of a rendered article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// Characters of the fragment, markup included: what the platform's limit of 20,000 counts.
    pub characters: usize,
    /// Bytes of the fragment: what the limit of 1,000,000 counts.
    pub bytes: usize,
    /// Chinese characters that readers see.
    pub han: usize,
    /// Words and numbers in other scripts that readers see.
    pub words: usize,
    /// Pictures.
    pub pictures: usize,
}

/// What a reader takes in within a minute: Chinese characters, or half as many words.
const PER_MINUTE: usize = 400;

impl Stats {
    /// Counts a fragment and its visible text.
    pub(super) fn new(fragment: &str, text: &str, pictures: usize) -> Self {
        let mut stats =
            Self { characters: fragment.chars().count(), bytes: fragment.len(), pictures, ..Self::default() };
        let mut in_word = false;
        let bytes = text.as_bytes();
        let mut at = 0;
        // Nearly all of it can be told by a byte or two.
        while let Some(byte) = bytes.get(at) {
            if byte.is_ascii() {
                let word = byte.is_ascii_alphanumeric();
                stats.words += usize::from(word && !in_word);
                in_word = word || in_word && matches!(byte, b'\'' | b'-' | b'.' | b'_');
                at += 1;
                continue;
            }
            if is_han(*byte, bytes.get(at + 1)) {
                stats.han += 1;
                in_word = false;
                at += 3;
                continue;
            }
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            if is_mark(c) {
                in_word = false;
                continue;
            }
            let han = chars::is_letter(c);
            let word = !han && c.is_alphanumeric();
            stats.han += usize::from(han);
            stats.words += usize::from(word && !in_word);
            in_word = word || in_word && c == '’';
        }
        stats
    }

    /// Whole minutes to read it, at least one.
    pub fn minutes(&self) -> usize {
        (self.han + self.words * 2).div_ceil(PER_MINUTE).max(1)
    }
}

/// Whether these begin a character from U+4E00 to U+9FFF, which has three bytes.
fn is_han(first: u8, second: Option<&u8>) -> bool {
    matches!(first, 0xe5..=0xe9) || first == 0xe4 && second.is_some_and(|second| *second >= 0xb8)
}

/// The usual marks of Chinese text, for which the tables of all characters need not be asked.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '《'
            | '》'
            | '「'
            | '」'
            | '，'
            | '：'
            | '；'
            | '？'
            | '！'
            | '（'
            | '）'
            | '“'
            | '”'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_by_character_and_other_scripts_by_word() {
        let stats = Stats::new("<p>签&amp;</p>", "签发 qianfa 1.5 版，don't 停", 0);
        assert_eq!((stats.han, stats.words, stats.characters, stats.bytes), (4, 3, 13, 15));
        assert_eq!(stats.minutes(), 1);
    }
}
