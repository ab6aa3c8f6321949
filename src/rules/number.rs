//! Numbers of people in a folded text: runs of digits, however they are grouped or written, and their check sums.
//!
//! The regular expressions of this program have no look-around, and need none: a run is read whole, so its neighbours
//! are no digits.

mod card;
mod id_card;
mod landline;
mod phone;

use std::ops::Range;

pub(crate) use card::cards;
pub(crate) use id_card::id_cards;
pub(crate) use landline::landlines;
pub(crate) use phone::phones;

/// A run of digits without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// The digits, ASCII.
    pub(crate) digits: String,
    /// Bytes of the folded text.
    pub(crate) range: Range<usize>,
}

/// A number that a detector recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// The digits (and X), ASCII, without separators and country code.
    pub(crate) digits: String,
    /// Bytes of the folded text.
    pub(crate) range: Range<usize>,
}

fn digit(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        '零' => '0',
        // How numbers are read out: 幺三八.
        '一' | '幺' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        // The capitals of these two are words and surnames too, so folding leaves them alone.
        '五' | '伍' => '5',
        '六' | '陆' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    })
}

/// Whether a character may be a digit: most of a text is passed over by that alone.
fn may_be_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '一'..='五' | '八'..='六' | '四' | '零' | '幺' | '伍' | '陆')
}

/// What may stand between the groups of one number.
fn joins(gap: &str) -> bool {
    matches!(gap, " " | "-" | "." | "·" | "–" | "—" | "‐" | "‑" | " - ")
}

/// Runs of digits that blanks, hyphens or dots join.
pub(crate) fn chains(text: &str) -> Vec<Vec<Group>> {
    let mut chains: Vec<Vec<Group>> = Vec::new();
    let mut chain: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| may_be_digit(*c)) {
        let Some(digit) = digit(c) else { continue };
        let end = at + c.len_utf8();
        let gap = chain.last().and_then(|last| text.get(last.range.end..at)).unwrap_or("..");
        if gap.is_empty() {
            if let Some(group) = chain.last_mut() {
                group.digits.push(digit);
                group.range.end = end;
            }
            continue;
        }
        if !joins(gap) && !chain.is_empty() {
            chains.push(std::mem::take(&mut chain));
        }
        chain.push(Group { digits: digit.into(), range: at..end });
    }
    if !chain.is_empty() {
        chains.push(chain);
    }
    chains
}

/// A group of `length` characters, the last of which may be an X behind the digits.
fn with_x(text: &str, group: &Group, length: usize) -> Option<Number> {
    if group.digits.len() == length {
        return Some(Number { digits: group.digits.clone(), range: group.range.clone() });
    }
    let mut after = text.get(group.range.end..)?.chars();
    let is_x = after.next() == Some('x') && !after.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let number =
        || Number { digits: format!("{}X", group.digits), range: group.range.start..group.range.end + 1 };
    (group.digits.len() + 1 == length && is_x).then(number)
}

/// Letters right before a group of `length` digits, and the place of both; `None` when more letters or digits touch it.
pub(crate) fn lettered<'t>(text: &'t str, group: &Group, length: usize) -> Option<(&'t str, Range<usize>)> {
    if group.digits.len() != length || !text.get(group.range.clone())?.is_ascii() {
        return None;
    }
    let before = text.get(..group.range.start)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let touched = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    let free = !before.get(..start)?.ends_with(touched)
        && !text
            .get(group.range.end..)?
            .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    free.then_some((before.get(start..)?, start..group.range.end))
}

/// Groups of these lengths as one number.
fn grouped(text: &str, groups: &[Group], lengths: &[usize]) -> Option<Number> {
    let (last, others) = groups.split_last()?;
    let (last_length, lengths) = lengths.split_last()?;
    if !others.iter().map(|group| group.digits.len()).eq(lengths.iter().copied()) {
        return None;
    }
    let last = with_x(text, last, *last_length)?;
    let digits = others.iter().map(|group| group.digits.as_str()).chain([last.digits.as_str()]).collect();
    Some(Number { digits, range: groups.first()?.range.start..last.range.end })
}

fn with_length(group: &Group, length: usize) -> Option<Number> {
    (group.digits.len() == length)
        .then(|| Number { digits: group.digits.clone(), range: group.range.clone() })
}

fn grouped_exactly(groups: &[Group], lengths: &[usize]) -> Option<Number> {
    if !groups.iter().map(|group| group.digits.len()).eq(lengths.iter().copied()) {
        return None;
    }
    let digits = groups.iter().map(|group| group.digits.as_str()).collect();
    Some(Number { digits, range: groups.first()?.range.start..groups.last()?.range.end })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fold::fold;

    fn all(text: &str, detect: impl Fn(&str, &[Vec<Group>]) -> Vec<Number>) -> Vec<String> {
        let folded = fold(text);
        let found = detect(&folded, &chains(&folded));
        found.into_iter().map(|number| number.digits).collect()
    }

    #[test]
    fn resident_numbers_are_found_however_they_are_written() {
        for text in [
            "11010519491231002X",
            "号码11010519491231002x。",
            "１１０１０５１９４９１２３１００２Ｘ",
            "110105 19491231 002X",
            "110105-19491231-002x",
            "一一〇一〇五一九四九一二三一〇〇二X",
            "110\u{200b}10519491231002X",
        ] {
            assert_eq!(all(text, id_cards), ["11010519491231002X"], "{text}");
        }
        for text in [
            "110105194912310021",
            "11010519491331002X",
            "99999919491231002X0",
            "1110105194912310022X",
            "11010519491231002XY",
            "110105  19491231 002X",
        ] {
            assert_eq!(all(text, id_cards), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn mobile_numbers_are_found_and_their_neighbours_are_not() {
        for text in [
            "13812345678",
            "电话138-1234-5678",
            "138 1234 5678。",
            "+8613812345678",
            "+86 13812345678",
            "+86-138-1234-5678",
            "008613812345678",
            "１３８１２３４５６７８",
            "一三八一二三四五六七八",
            "①③⑧12345678",
            "幺三八一二三四五六七八",
            "壹叁捌壹贰叁肆伍陆柒捌",
            "1 3 8 1 2 3 4 5 6 7 8",
            "138.1234.5678",
            "138 12345678",
            "138-123-45678",
            "138 123 456 78",
            "手机13812345678-8001",
        ] {
            assert_eq!(all(text, phones), ["13812345678"], "{text}");
        }
        for text in [
            "12812345678",
            "1381234567",
            "138123456789",
            "1681234567890",
            "400-123-4567",
            "0.13812345678",
            "95588",
            "SF13812345678",
            "订单号：13812345678",
            "13812345678元",
            "13812345678.50",
            "2026-13812345678",
            "138****5678",
            "13-15 2026-11-2",
        ] {
            assert_eq!(all(text, phones), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn fixed_lines_begin_with_an_area_code() {
        for text in
            ["010-62345678", "(010)62345678", "01062345678", "010 62345678", "０１０－６２３４５６７８"]
        {
            assert_eq!(all(text, landlines), ["01062345678"], "{text}");
        }
        assert_eq!(all("0571-8765432", landlines), ["05718765432"]);
        for text in
            ["2026-62345678", "0.10-62345678", "010-1234", "001062345678", "400-800-1234", "00571-87654321"]
        {
            assert_eq!(all(text, landlines), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn cards_need_a_check_sum() {
        let detect = |_: &str, chains: &[Vec<Group>]| cards(chains);
        assert_eq!(all("6222021234567890127", detect), Vec::<String>::new());
        for text in ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"] {
            assert_eq!(all(text, detect), ["4111111111111111"], "{text}");
        }
    }
}
