//! Resident identity numbers (GB 11643): how they are grouped, and their proof.

use jiff::civil::Date;

use super::{Group, Number, grouped, with_x};

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

/// Province, date of birth and check sum.
pub(super) fn is_id_card(number: &str) -> bool {
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
