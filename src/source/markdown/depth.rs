//! How deep quotations, lists and notes may lie inside each other: a mark that begins one is text where it stands behind
//! the first 256 bytes of its line. The parser asks each open container about each line, so that a line of ten thousand
//! `>` and ten thousand lines below it would otherwise cost their product.

use super::steps;

/// Bytes at the beginning of a line in which containers may begin.
const WIDEST: usize = 256;

/// The places of characters that must not begin a container, one a line at most: what stands behind them is text too.
pub(super) fn too_deep(text: &str) -> Vec<(usize, char)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = steps::find_any(&text[at..], [b'\n', b'\r']).map_or(text.len(), |length| at + length + 1);
        if end - at > WIDEST
            && let Some((place, c)) = beyond(&text[at..end])
        {
            out.push((at + place, c));
        }
        at = end;
    }
    out
}

/// The first character of `line` that begins a container and stands too far behind. Numbers keep their digits: without
/// the `.` they are none of a list.
fn beyond(line: &str) -> Option<(usize, char)> {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        let byte = *bytes.get(at)?;
        let (mark, length) = match byte {
            b' ' | b'\t' => {
                at += 1;
                continue;
            }
            b'>' => (at, 1),
            b'-' | b'+' | b'*' if blank(bytes.get(at + 1)) => (at, 1),
            b'0'..=b'9' => {
                let digits = bytes[at..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
                let mark = at + digits;
                let ends = matches!(bytes.get(mark), Some(b'.' | b')')) && blank(bytes.get(mark + 1));
                (ends.then_some(mark)?, 1)
            }
            b'[' if bytes.get(at + 1) == Some(&b'^') => {
                let length = steps::find(&line[at..], "]:")?;
                if steps::find_any(&line[at + 1..at + length], [b'[', b']']).is_some() {
                    return None;
                }
                (at, length + 2)
            }
            _ => return None,
        };
        if mark >= WIDEST {
            return Some((mark, char::from(bytes[mark])));
        }
        at = mark + length;
    }
}

fn blank(byte: Option<&u8>) -> bool {
    byte.is_none_or(|byte| byte.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::super::{Event, events};
    use super::*;

    #[test]
    fn only_marks_far_behind_are_text() {
        assert!(too_deep(&format!("{}甲 > 乙\n{}- 丙", "> ".repeat(100), " ".repeat(200))).is_empty());
        assert!(too_deep(&format!("{}甲，{}", "> ".repeat(100), "> ".repeat(200))).is_empty());
        assert!(too_deep(&"*".repeat(1000)).is_empty() && too_deep(&"2026 ".repeat(100)).is_empty());
        for (mark, at, c) in
            [(">", 256, '>'), ("- ", 256, '-'), ("1. ", 256, '.'), ("12) ", 258, ')'), ("[^1]: ", 258, '[')]
        {
            let text = format!("甲\n{}乙", mark.repeat(300));
            assert_eq!(too_deep(&text), [("甲\n".len() + at, c)], "{mark}");
        }
    }

    #[test]
    fn what_is_too_deep_is_shown_as_it_is_written() {
        for mark in [">", "- ", "1. ", "[^1]: "] {
            let text = format!("{}乙", mark.repeat(1000));
            let events = events(&text, 0..text.len());
            let open = events.iter().filter(|(event, _)| matches!(event, Event::Start(_))).count();
            assert!(open < 600, "{mark} {open}");
            if mark.starts_with('[') {
                continue;
            }
            let shown: String = events
                .iter()
                .filter_map(|(event, _)| match event {
                    Event::Text(words) => Some(&**words),
                    _ => None,
                })
                .collect();
            assert!(text.ends_with(&shown) && shown.len() > mark.len() + "乙".len(), "{mark} {shown:?}");
        }
        let every: String = ('\u{1}'..='\u{1f}').filter(|c| !c.is_whitespace()).collect();
        let text = format!("{every}\n\n{}乙", ">".repeat(1000));
        let open = events(&text, 0..text.len());
        assert!(open.iter().filter(|(event, _)| matches!(event, Event::Start(_))).count() < 600);
        let code = format!("```\n{}- a\n```\n", " ".repeat(300));
        let kept = events(&code, 0..code.len());
        assert!(kept.iter().any(|(event, _)| matches!(event, Event::Text(text) if text.ends_with("- a\n"))));
    }
}
