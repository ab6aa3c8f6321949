//! A small binary form for caches: numbers of variable length, texts with their length before them.
//!
//! It is read back by the same version of the program only and checked as a whole by its keeper; still every read is
//! bounded, so that a damaged cache is `None` and never a crash.

use super::digest::Digest;

/// Something that can be packed.
pub trait Pack: Sized {
    /// Appends it.
    fn pack(&self, out: &mut Packer);
    /// Reads it back.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}

/// Writes.
#[derive(Debug, Default)]
pub struct Packer {
    /// What is written so far.
    pub bytes: Vec<u8>,
}

impl Packer {
    /// A number.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number as u8 & 0x7f) | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// Bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }
}

/// Reads.
#[derive(Debug)]
pub struct Unpacker<'b> {
    rest: &'b [u8],
}

impl<'b> Unpacker<'b> {
    /// Reads `bytes`.
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether everything was read.
    pub const fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// Bytes that are still to be read.
    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Packer) {
        out.bytes(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.text().map(str::to_owned)
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Packer) {
        out.number(u64::from(*self));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(from.number()? != 0)
    }
}

impl Pack for u64 {
    fn pack(&self, out: &mut Packer) {
        out.number(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.number()
    }
}

impl Pack for i64 {
    fn pack(&self, out: &mut Packer) {
        out.number(self.cast_unsigned());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.number().map(u64::cast_signed)
    }
}

impl Pack for Digest {
    fn pack(&self, out: &mut Packer) {
        out.bytes(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self::from_bytes(from.bytes()?.try_into().ok()?))
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packer) {
        out.number(u64::from(self.is_some()));
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        if from.number()? == 0 { Some(None) } else { T::unpack(from).map(Some) }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packer) {
        out.number(self.len() as u64);
        self.iter().for_each(|item| item.pack(out));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let count = usize::try_from(from.number()?).ok()?;
        // A false count must not reserve memory.
        let mut items = Self::with_capacity(count.min(1 << 12));
        for _ in 0..count {
            items.push(T::unpack(from)?);
        }
        Some(items)
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Packer) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

/// Packs a struct field by field.
macro_rules! packed {
    ($($type:ty { $($field:ident),* $(,)? })*) => {$(
        impl $crate::base::pack::Pack for $type {
            fn pack(&self, out: &mut $crate::base::pack::Packer) {
                $($crate::base::pack::Pack::pack(&self.$field, out);)*
            }

            fn unpack(from: &mut $crate::base::pack::Unpacker<'_>) -> Option<Self> {
                Some(Self { $($field: $crate::base::pack::Pack::unpack(from)?),* })
            }
        }
    )*};
}
pub(crate) use packed;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Everything = (Vec<String>, (Option<i64>, (u64, bool)));

    fn packed_bytes(value: &Everything) -> Vec<u8> {
        let mut out = Packer::default();
        value.pack(&mut out);
        out.bytes
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back_and_what_is_cut_does_not(
            texts in prop::collection::vec("\\PC{0,8}", 0..4), number: Option<i64>, size: u64, flag: bool, cut in 1usize..9
        ) {
            let value: Everything = (texts, (number, (size, flag)));
            let bytes = packed_bytes(&value);
            let mut from = Unpacker::new(&bytes);
            prop_assert_eq!(Everything::unpack(&mut from), Some(value));
            prop_assert!(from.is_done());
            let short = &bytes[..bytes.len().saturating_sub(cut)];
            prop_assert_eq!(Everything::unpack(&mut Unpacker::new(short)), None);
        }

        #[test]
        fn anything_is_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = Everything::unpack(&mut Unpacker::new(&bytes));
        }
    }
}
