//! Resident identity numbers (GB 11643): how they are grouped, and their proof.

use super::{Group, Number, grouped, with_x};
use crate::base::number::is_id_card;

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
