//! Classes of characters that Chinese typesetting needs.

use std::sync::LazyLock;

use regex::Regex;

/// A Chinese (or Japanese) letter: a Han character, kana, bopomofo, or a full-width letter or digit.
pub fn is_letter(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{3035}' | '\u{303b}' | '\u{303c}'
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3105}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}'
        | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

/// Punctuation that is Chinese wherever it stands: `，。：（）《》` and their like.
pub fn is_full_punctuation(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303d}'..='\u{303f}' | '\u{30a0}'
        | '\u{30fb}' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe6b}' | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffee}')
}

/// Marks that Chinese shares with other scripts: curly quotes, dashes, dots.
pub fn is_shared_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '‥' | '·')
}

/// Punctuation or a symbol in the sense of Unicode (P and S).
pub fn is_punctuation(c: char) -> bool {
    static CLASS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[\p{P}\p{S}]$").ok());
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    if is_letter(c) {
        return false;
    }
    is_full_punctuation(c)
        || is_shared_punctuation(c)
        || CLASS.as_ref().is_some_and(|class| class.is_match(c.encode_utf8(&mut [0; 4])))
}

/// Whether text that was broken between these two characters joins without a space: both are Chinese, where a mark
/// that other scripts share counts as Chinese when its neighbour is.
pub fn joins(before: char, after: char) -> bool {
    let sure = |c| is_letter(c) || is_full_punctuation(c) || c == '\u{3000}';
    let either = |c| sure(c) || is_shared_punctuation(c);
    either(before) && either(after) && (sure(before) || sure(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        assert!("汉々あア９Ａ〇𠮷".chars().all(is_letter));
        assert!("，。：；！？（）《》「」【】、～￥".chars().all(is_full_punctuation));
        assert!("，。（“”…—%$+😀©".chars().all(is_punctuation));
        assert!(!"汉a9 \n".chars().any(is_punctuation));
        assert!(joins('文', '中') && joins('，', '中') && joins('”', '中') && joins('文', '“'));
        assert!(!joins('文', 'a') && !joins('”', '“') && !joins('”', 'a') && !joins('글', '글'));
    }
}
