//! Numbers of people in a folded text: runs of digits, however they are grouped or written, and their check sums.
//!
//! The regular expressions of this program have no look-around, and need none: a run is read whole, so its neighbours
//! are no digits.

use std::ops::Range;

use jiff::civil::Date;

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
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    })
}

/// What may stand between the groups of one number.
fn joins(gap: &str) -> bool {
    matches!(gap, " " | "-" | "." | "·" | "–" | "—" | "‐" | "‑" | " - ")
}

/// Runs of digits that blanks, hyphens or dots join.
pub(crate) fn chains(text: &str) -> Vec<Vec<Group>> {
    let mut chains: Vec<Vec<Group>> = Vec::new();
    let mut chain: Vec<Group> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        // The first bytes of digits: most of a text is passed over by them alone.
        let may = match byte {
            b'0'..=b'9' => true,
            0xe4 => matches!(text.as_bytes().get(at + 1), Some(0xb8..=0xba)),
            0xe5 => matches!(text.as_bytes().get(at + 1), Some(0x85 | 0x9b | 0xb9)),
            0xe9 => text.as_bytes().get(at + 1) == Some(&0x9b),
            _ => false,
        };
        let c = if may { text.get(at..).and_then(|rest| rest.chars().next()) } else { None };
        let Some((c, digit)) = c.and_then(|c| Some((c, digit(c)?))) else { continue };
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

/// Resident identity numbers (GB 11643): 18 characters, whole or in groups.
pub(crate) fn id_cards(text: &str, chains: &[Vec<Group>]) -> Vec<Number> {
    let mut found = Vec::new();
    for chain in chains {
        let mut index = 0;
        while let Some(group) = chain.get(index) {
            let single = with_x(text, group, 18).filter(|number| is_id_card(&number.digits));
            let (number, count) = match single {
                Some(number) => (Some(number), 1),
                None => id_card_of_groups(text, chain.get(index..).unwrap_or_default())
                    .map_or((None, 1), |(number, count)| (Some(number), count)),
            };
            found.extend(number);
            index += count;
        }
    }
    found
}

/// A number that the first of `groups` make together, and how many they are. The check sum, the date and the province
/// carry the proof, so any grouping will do.
fn id_card_of_groups(text: &str, groups: &[Group]) -> Option<(Number, usize)> {
    let mut total = 0;
    for (index, group) in groups.iter().enumerate().take(18) {
        total += group.digits.len();
        if index > 0 && matches!(total, 17 | 18) {
            let groups = groups.get(..=index)?;
            let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
            let (last, others) = lengths.split_last()?;
            let whole = [others, &[last + 18 - total]].concat();
            let number = grouped(text, groups, &whole).filter(|number| is_id_card(&number.digits));
            if let Some(number) = number {
                return Some((number, index + 1));
            }
        }
        if total >= 18 {
            break;
        }
    }
    None
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

/// Province, date of birth and check sum.
fn is_id_card(number: &str) -> bool {
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
    known && born && number.as_bytes().last() == check
}

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
                is_phone(&number.digits)
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
        [3, 8] | [3, 3, 5] | [4, 4, 3] | [4, 3, 4] | [3, 4, 2, 2] | [3, 2, 2, 2, 2] | [3, 2, 2, 4] | [7, 4]
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
fn stands_free(text: &str, range: &Range<usize>) -> bool {
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

fn is_phone(number: &str) -> bool {
    matches!(number.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9)
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

/// Numbers that have the form of a bank card: 16 to 19 digits, whole or in groups of four, with a good check sum.
pub(crate) fn cards(chains: &[Vec<Group>]) -> Vec<Number> {
    let mut found = Vec::new();
    for chain in chains {
        let mut index = 0;
        while let Some(group) = chain.get(index) {
            let run = fours(chain.get(index..).unwrap_or_default());
            let candidate = match run {
                Some(count) => {
                    let groups = chain.get(index..index + count).unwrap_or_default();
                    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
                    index += count;
                    grouped_exactly(groups, &lengths)
                }
                None => {
                    index += 1;
                    (16..=19)
                        .contains(&group.digits.len())
                        .then(|| Number { digits: group.digits.clone(), range: group.range.clone() })
                }
            };
            found.extend(candidate.filter(|number| luhn(&number.digits) && !is_id_card(&number.digits)));
        }
    }
    found
}

/// How many groups at the beginning are one card: four of four digits, and one of one to three behind them if there is.
fn fours(groups: &[Group]) -> Option<usize> {
    let four = groups.get(..4)?.iter().all(|group| group.digits.len() == 4);
    let tail = groups.get(4).is_some_and(|group| group.digits.len() <= 3);
    four.then_some(if tail { 5 } else { 4 })
}

/// The check sum of card numbers.
fn luhn(digits: &str) -> bool {
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
            "1 3 8 1 2 3 4 5 6 7 8",
            "138.1234.5678",
            "138 12345678",
            "138-123-45678",
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
        assert!(
            has_scheme("4111111111111111")
                && has_scheme("6222021234567890123")
                && !has_scheme("8888888888888888")
        );
    }
}
