//! Fixed lines: an area code and the number behind it.

use super::phone::stands_free;
use super::{Group, Number};

/// Fixed lines: area code and 7 or 8 digits, together or joined, with or without brackets round the code.
pub(crate) fn landlines(text: &str, chains: &[Vec<Group>]) -> Vec<Number> {
    let mut found = Vec::new();
    for (at, chain) in chains.iter().enumerate() {
        let Some(first) = chain.first() else { continue };
        let number = if is_area(&first.digits) {
            let bracketed = text.get(first.range.end..).is_some_and(|rest| rest.starts_with(')'));
            let second =
                if bracketed { chains.get(at + 1).and_then(|next| next.first()) } else { chain.get(1) };
            second
                .filter(|second| {
                    let gap = text.get(first.range.end..second.range.start).unwrap_or_default();
                    matches!(second.digits.len(), 7 | 8) && gap.len() <= 3 && !gap.contains('.')
                })
                .map(|second| Number {
                    digits: format!("{}{}", first.digits, second.digits),
                    range: first.range.start..second.range.end,
                })
        } else {
            let split = first.digits.split_at_checked(3).filter(|(area, _)| is_area(area));
            let split = split.or_else(|| first.digits.split_at_checked(4).filter(|(area, _)| is_area(area)));
            let good =
                split.is_some_and(|(_, line)| matches!(line.len(), 7 | 8) && !line.starts_with(['0', '1']));
            good.then(|| Number { digits: first.digits.clone(), range: first.range.clone() })
        };
        found.extend(number.filter(|number| stands_free(text, &number.range)));
    }
    found
}

/// Whether the digits are an area code: 010, 02x, or four digits from 0310 on.
fn is_area(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'0', b'1', b'0'] => true,
        [b'0', b'2', last] => *last != b'6',
        [b'0', b'3'..=b'9', _, _] => true,
        _ => false,
    }
}
