//! Where a misspelt word may be none: 原故 in 草原故事 is the end of one word and the beginning of the next.
//!
//! `words.txt` holds frequent words of two characters that end as a short misspelling begins, or begin as one ends, in order
//! and without anything between them (from the dictionary of jieba, MIT licence).

/// The words; each takes [`WIDTH`] bytes.
static WORDS: &str = include_str!("words.txt");
/// Bytes of two Chinese characters.
const WIDTH: usize = 6;
/// Characters of a misspelling that may be two words; longer ones hardly are.
const SHORT: usize = 3;

/// On how many sides `word`, found between `before` and `behind`, may belong to another word.
pub(crate) fn sides(before: &str, word: &str, behind: &str) -> usize {
    let mut inner = word.chars();
    let (Some(first), last) = (inner.next(), inner.next_back()) else { return 0 };
    if word.chars().count() > SHORT {
        return 0;
    }
    let left = before.chars().next_back().is_some_and(|c| is_word(c, first));
    let right = last.zip(behind.chars().next()).is_some_and(|(last, c)| is_word(last, c));
    usize::from(left) + usize::from(right)
}

fn is_word(one: char, two: char) -> bool {
    let mut buffer = [0; 2 * WIDTH];
    let first = one.encode_utf8(&mut buffer).len();
    let Some(rest) = buffer.get_mut(first..) else { return false };
    let length = first + two.encode_utf8(rest).len();
    let (words, _) = WORDS.as_bytes().as_chunks::<WIDTH>();
    buffer
        .get(..length)
        .is_some_and(|word| words.binary_search_by(|known| known.as_slice().cmp(word)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_order() {
        assert_eq!(WORDS.len() % WIDTH, 0);
        let (words, _) = WORDS.as_bytes().as_chunks::<WIDTH>();
        assert!(words.is_sorted_by(|one, two| one < two));
        assert!(
            words.iter().all(|word| std::str::from_utf8(word).is_ok_and(|word| word.chars().count() == 2))
        );
    }

    #[test]
    fn a_misspelling_across_two_words_is_none() {
        assert_eq!(sides("中原", "原故", "地"), 1);
        assert_eq!(sides("草", "原故", "事会"), 2);
        assert_eq!(sides("问清", "原故", "。"), 0);
        assert_eq!(sides("", "既使", "用户"), 1);
        assert_eq!(sides("草", "草原故事", "事"), 0, "long ones are what they are");
        assert_eq!(sides("", "", ""), 0);
    }
}
