//! Passing over bytes that do not matter, many at a time: most of a Chinese text is no ASCII, and few of its bytes begin
//! what somebody looks for.

/// A set of bytes.
#[derive(Debug)]
pub(crate) struct Bytes([bool; 256]);

impl Bytes {
    /// The bytes of `list`.
    pub(crate) const fn of(list: &[u8]) -> Self {
        let mut set = [false; 256];
        let mut at = 0;
        while at < list.len() {
            set[list[at] as usize] = true;
            at += 1;
        }
        Self(set)
    }

    /// Where the first of them stands in `text` from the byte `from` on.
    pub(crate) fn find(&self, text: &[u8], from: usize) -> Option<usize> {
        let at = text.get(from..)?.iter().position(|byte| self.0[usize::from(*byte)])?;
        Some(from + at)
    }
}

/// How many bytes at the beginning of `text` are no ASCII, as far as whole blocks of them tell.
pub(crate) fn without_ascii(text: &[u8]) -> usize {
    let has_none = |block: &&[u8; 32]| block.iter().fold(u8::MAX, |all, byte| all & byte) >= 0x80;
    let (blocks, _) = text.as_chunks::<32>();
    32 * blocks.iter().take_while(has_none).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_passed_over_holds_nothing(text in "[a一最，]{0,60}", from in 0..20_usize) {
            let bytes = text.as_bytes();
            prop_assert!(!bytes[..without_ascii(bytes)].iter().any(u8::is_ascii));
            const SET: Bytes = Bytes::of(&[b'a', 0xef]);
            let there = |at: &usize| matches!(bytes[*at], b'a' | 0xef);
            prop_assert_eq!(SET.find(bytes, from), (from..bytes.len()).find(there));
        }
    }
}
