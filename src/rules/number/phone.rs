//! Mobile numbers, and what tells them from other numbers of eleven digits.

use std::ops::Range;

use super::{Group, Number, grouped_exactly, with_length};
use crate::base::number::is_mobile;

/// Mobile numbers: 1[3-9] and nine digits, whole or in groups, with or without +86.
pub(crate) fn phones(text: &str, chains: &[Vec<Group>]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    for chain in chains {
        let mut index = 0;
        while let Some(group) = chain.get(index) {
            let rest = chain.get(index..).unwrap_or_default();
            let whole = international(text, group).or_else(|| with_length(group, 11));
            let (candidate, count) = match whole {
                Some(number) => (Some(number), 1),
                None => phone_of_groups(text, chain, index),
            };
            let count = if candidate.is_some() { count } else { 1 };
            let next = rest.get(count);
            let number = candidate.filter(|number| {
                is_mobile(&number.digits)
                    && stands_free(text, &number.range)
                    && !is_bound(text, number, chain.get(index.wrapping_sub(1)), next)
            });
            index += if number.is_some() { count } else { 1 };
            found.extend(number);
        }
    }
    found
}

/// Groups from the one at `index` on that are a number together, and how many they are: 3-4-4 anywhere, other ways of
/// grouping only where the chain holds nothing else but a country code.
fn phone_of_groups(text: &str, chain: &[Group], index: usize) -> (Option<Number>, usize) {
    let rest = chain.get(index..).unwrap_or_default();
    if let Some(number) = rest.get(..3).and_then(|groups| grouped_exactly(groups, &[3, 4, 4])) {
        return (Some(number), 3);
    }
    // 张三 138 …: the last character of a name is no digit of the number.
    let is_other = |group: &Group| {
        is_country(&group.digits) || !text.get(group.range.clone()).is_some_and(str::is_ascii)
    };
    let others = chain.get(..index).unwrap_or_default();
    // One more than the longest that is known: a line of digits may hold any number of groups.
    let lengths: Vec<usize> = rest.iter().take(12).map(|group| group.digits.len()).collect();
    let usual = matches!(
        lengths.as_slice(),
        [3, 8]
            | [3, 3, 5]
            | [4, 4, 3]
            | [4, 3, 4]
            | [3, 4, 2, 2]
            | [3, 3, 3, 2]
            | [3, 2, 2, 2, 2]
            | [3, 2, 2, 4]
            | [7, 4]
    ) || lengths.len() == 11
        || matches!(lengths.as_slice(), [1, 1, 1, 4, 4]);
    let alone = others.len() <= 2 && others.iter().all(is_other);
    let number = (alone && usual).then(|| grouped_exactly(rest, &lengths)).flatten();
    (number, rest.len())
}

fn is_country(digits: &str) -> bool {
    matches!(digits, "86" | "0086")
}

/// Whether the number is part of a longer one that hyphens or dots write: an order's number, an amount with decimals.
fn is_bound(text: &str, number: &Number, before: Option<&Group>, after: Option<&Group>) -> bool {
    let mark = |gap: Option<&str>| gap.is_some_and(|gap| matches!(gap, "-" | "."));
    let led = before.is_some_and(|group| {
        !is_country(&group.digits) && mark(text.get(group.range.end..number.range.start))
    });
    led || after.is_some_and(|group| {
        group.digits.len() > 4 && mark(text.get(number.range.end..group.range.start))
            || text.get(number.range.end..group.range.start) == Some(".")
    })
}

/// Whether nothing beside the number says that it is something else: letters of an order's number, a unit, a currency.
pub(super) fn stands_free(text: &str, range: &Range<usize>) -> bool {
    const WORDS: [&str; 11] = ["tel", "phone", "mobile", "mob", "vx", "wx", "v", "t", "m", "q", "wechat"];
    const OTHERS: [&str; 14] = [
        "订单",
        "单号",
        "编号",
        "流水",
        "批号",
        "isbn",
        "货号",
        "型号",
        "序列号",
        "条码",
        "版本",
        "案号",
        "税号",
        "学号",
    ];
    const UNITS: [&str; 16] = [
        "元",
        "万",
        "亿",
        "%",
        "人次",
        "次",
        "字节",
        "步",
        "公里",
        "美元",
        "股",
        "吨",
        "毫秒",
        "秒",
        "号文",
        "位用户",
    ];
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let word_start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = before.get(word_start..).unwrap_or_default();
    if !word.is_empty() && !WORDS.contains(&word) || before.ends_with(['.', '_', '¥', '$', '=', '#', '*']) {
        return false;
    }
    if behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '*'))
        || UNITS.iter().any(|unit| behind.trim_start().starts_with(unit))
    {
        return false;
    }
    let near = before.get(before.floor_char_boundary(before.len().saturating_sub(18))..).unwrap_or_default();
    let near = near.rsplit([',', '。', ';', '\n', '、']).next().unwrap_or_default();
    !OTHERS.iter().any(|word| near.contains(word))
}

/// `+86` or `0086` written together with the number.
fn international(text: &str, group: &Group) -> Option<Number> {
    let plus = text.get(..group.range.start)?.ends_with('+');
    let digits = match group.digits.strip_prefix("86") {
        Some(rest) if plus => rest,
        _ => group.digits.strip_prefix("0086")?,
    };
    Some(Number { digits: digits.to_owned(), range: group.range.clone() })
}
