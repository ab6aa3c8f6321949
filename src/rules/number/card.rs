//! Bank cards: their form, their check sum, the schemes they begin with.

use super::{Group, Number, grouped_exactly};
use crate::base::number::{has_card_sum, is_id_card};

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
            found.extend(
                candidate.filter(|number| has_card_sum(&number.digits) && !is_id_card(&number.digits)),
            );
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
