//! How many followers a send reaches when some have had their messages of the month. Followers are numbers, audiences
//! blocks `start..end` of them, so that millions cost nothing.

use std::collections::BTreeMap;

/// Followers in disjoint `blocks`.
pub(super) fn size(blocks: &[(u64, u64)]) -> u64 {
    blocks.iter().map(|(start, end)| end.saturating_sub(*start)).sum()
}

/// Followers of the disjoint blocks `audience` that lie in fewer than `limit` blocks of `received`.
pub(super) fn left(audience: &[(u64, u64)], received: &[(u64, u64)], limit: u32) -> u64 {
    let mut changes: BTreeMap<u64, (i64, i64)> = BTreeMap::new();
    for (start, end) in audience {
        changes.entry(*start).or_default().0 += 1;
        changes.entry(*end).or_default().0 -= 1;
    }
    for (start, end) in received {
        changes.entry(*start).or_default().1 += 1;
        changes.entry(*end).or_default().1 -= 1;
    }
    let (mut addressed, mut had, mut from, mut reached) = (0_i64, 0_i64, 0_u64, 0_u64);
    for (at, (audience, received)) in changes {
        if addressed > 0 && had < i64::from(limit) {
            reached += at - from;
        }
        addressed += audience;
        had += received;
        from = at;
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sweeping_agrees_with_counting_one_by_one(
            cut in 0_u64..40, received in prop::collection::vec((0_u64..40, 0_u64..40), 0..12), limit in 0_u32..5,
        ) {
            let received: Vec<_> = received.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect();
            let audience = [(0, cut), (cut, 40)];
            let one_by_one = (0..40_u64)
                .filter(|f| received.iter().filter(|(a, b)| (a..b).contains(&f)).count() < limit as usize)
                .count() as u64;
            prop_assert_eq!(left(&audience, &received, limit), one_by_one);
            prop_assert_eq!(size(&audience), 40);
        }
    }
}
