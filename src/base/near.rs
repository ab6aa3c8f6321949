//! Near words: which known name somebody probably meant.

/// Beyond this distance a word is another word, however long it is.
const MOST: usize = 3;

/// The candidate nearest to `word`, if it is near enough to be a slip of the finger: at most a third of its length
/// (and never more than three) insertions, deletions, replacements or swaps away.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        // Lengths that differ by more than the largest distance need no measuring.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= MOST)
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| {
            let longest = length.max(candidate.chars().count());
            *distance <= (longest / 3).clamp(1, MOST) && *distance < longest
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let keys = ["title", "author", "summary", "cover"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("Summery", keys), Some("summary"));
        assert_eq!(nearest("budget", keys), None);
        assert_eq!(nearest("标", ["题"]), None);
    }
}
