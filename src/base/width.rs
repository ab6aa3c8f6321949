//! How many terminal columns a text takes: Chinese characters take two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that `text` takes in a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// `text` filled with spaces on the right up to `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// `text` cut to `columns`, with `…` at the end when something was cut.
pub fn clip(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let mut out = String::new();
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// `text` in lines of at most `columns`. Its own line ends stay. Chinese may break between any two characters, but no
/// line begins with a closing mark; Latin words stay whole as long as they fit into a line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, columns)).collect()
}

fn wrap_line(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let size = width(piece);
        if used + size > columns && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        let piece = if line.is_empty() && !lines.is_empty() { piece.trim_start() } else { piece };
        line.push_str(piece);
        used += width(piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Parts of `text` between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let closing = "，。；：？！、）》」』】”’…,.;:?!)]}%".contains(c);
        let opening = "（《「『【“‘([{".contains(before);
        let inside = before.is_ascii_graphic() && c.is_ascii_graphic();
        if at > start && !closing && !opening && !inside && c != ' ' {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = c;
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_double() {
        assert_eq!(width("签发 ok"), 7);
        assert_eq!(pad("签发", 6), "签发  ");
        assert_eq!(clip("恰好一次投递", 7), "恰好一…");
        assert_eq!(clip("签发", 4), "签发");
    }

    #[test]
    fn lines_break_between_characters_and_never_before_a_closing_mark() {
        assert_eq!(wrap("恰好一次，不多不少", 8), ["恰好一", "次，不多", "不少"]);
        assert_eq!(wrap("改为 publish.until 之前", 12), ["改为", "publish.until", "之前"]);
        assert_eq!(wrap("一\n二", 8), ["一", "二"]);
        assert_eq!(wrap("", 8), [""]);
    }
}
