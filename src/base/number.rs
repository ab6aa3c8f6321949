//! Numbers that belong to one person: what tells a mobile number, a resident identity number and a bank card from any other
//! digits, and where they stand in a line of output. How they are disguised in prose is the rules' business.

use std::ops::Range;

use jiff::civil::Date;

/// Whether eleven digits are a mobile number: 1[3-9] and nine more.
pub(crate) fn is_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', rest @ ..]
        if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit))
}

/// Whether 18 characters are a resident identity number (GB 11643): province, date of birth and check sum.
pub(crate) fn is_id_card(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let Some(province) = number.get(..2).and_then(|digits| digits.parse::<u8>().ok()) else { return false };
    let known = matches!(province, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 90..=99);
    let part = |range| number.get(range).and_then(|digits: &str| digits.parse::<i16>().ok());
    let (Some(year), Some(month), Some(day)) = (part(6..10), part(10..12), part(12..14)) else {
        return false;
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return false };
    // "Today" would make the same file good or bad by the day; no living person's number is lost by this bound.
    let born = (1900..2100).contains(&year) && Date::new(year, month, day).is_ok();
    let sum: u32 = number.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let check = usize::try_from(sum % 11).ok().and_then(|index| CHECKS.get(index));
    known && born && number.len() == 18 && number.as_bytes().last() == check
}

/// Whether digits have the check sum of card numbers.
pub(crate) fn has_card_sum(digits: &str) -> bool {
    let doubled = |(index, value): (usize, u32)| match index % 2 {
        1 if value * 2 > 9 => value * 2 - 9,
        1 => value * 2,
        _ => value,
    };
    let sum: u32 = digits.chars().rev().filter_map(|c| c.to_digit(10)).enumerate().map(doubled).sum();
    sum.is_multiple_of(10)
}

/// Whether a card number begins like one of a known scheme: UnionPay 62; Visa, Mastercard, JCB with 16 digits.
pub(crate) fn has_scheme(digits: &str) -> bool {
    let long = digits.len() == 16;
    digits.starts_with("62")
        || (long && digits.starts_with('4'))
        || (long && matches!(digits.get(..2), Some("51" | "52" | "53" | "54" | "55" | "35")))
}

/// Where numbers of persons stand in `text`, whole or in groups that a blank or a hyphen joins, in order.
pub(crate) fn places(text: &str) -> Vec<Range<usize>> {
    /// Digits of the shortest.
    const LEAST: usize = 11;
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let start = at + start;
        let end = chain(bytes, start);
        at = end;
        if end - start < LEAST {
            continue;
        }
        let groups = groups(bytes, start, end);
        let mut first = 0;
        while first < groups.len() {
            let count = own(text, groups.get(first..).unwrap_or_default());
            if let (Some(count), Some(begin)) = (count, groups.get(first))
                && let Some(last) = groups.get(first + count - 1)
            {
                found.push(begin.start..last.end);
                first += count;
            } else {
                first += 1;
            }
        }
    }
    found
}

/// Where digits (and an X at their end) joined by single blanks or hyphens end.
fn chain(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        let joins = matches!(byte, b' ' | b'-') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !joins {
            break;
        }
        end += 1;
    }
    let x = bytes.get(end).is_some_and(|byte| matches!(byte, b'X' | b'x'));
    end + usize::from(x && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric))
}

fn groups(bytes: &[u8], start: usize, end: usize) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut from = start;
    for at in start..=end {
        if at == end || bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'-')) {
            groups.push(from..at);
            from = at + 1;
        }
    }
    groups
}

/// How many of `groups` are one number of a person together.
fn own(text: &str, groups: &[Range<usize>]) -> Option<usize> {
    /// Groups of the number with most of them: a card of nineteen digits.
    const MOST: usize = 5;
    let mut digits = String::new();
    for (index, group) in groups.iter().take(MOST).enumerate() {
        digits.push_str(&text.get(group.clone())?.to_ascii_uppercase());
        let is_card = (16..=19).contains(&digits.len()) && has_scheme(&digits) && has_card_sum(&digits);
        let plain = digits.strip_prefix("86").unwrap_or(&digits);
        if is_mobile(plain) || is_id_card(&digits) || is_card && !digits.ends_with('X') {
            return Some(index + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_begin_like_those_of_a_scheme() {
        assert!(has_scheme("4111111111111111") && has_scheme("6222021234567890123"));
        assert!(!has_scheme("8888888888888888"));
    }

    #[test]
    fn numbers_of_persons_are_found_whole_and_in_groups() {
        for (text, number) in [
            ("电话13812345678。", "13812345678"),
            ("138 1234 5678", "138 1234 5678"),
            ("a/13812345678.md", "13812345678"),
            ("号码 11010519491231002x，", "11010519491231002x"),
            ("6222 0212 3456 7894 中", "6222 0212 3456 7894"),
        ] {
            let found: Vec<_> = places(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [number], "{text}");
        }
        for text in ["2026-11-23 20:00", "订单 113812345678", "010-12345678", "400-810-8888", "1234567890123"]
        {
            assert!(places(text).is_empty(), "{text}");
        }
    }
}
