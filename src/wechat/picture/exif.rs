//! The two facts that matter of an EXIF block: which way is up, and whether it tells a place.

use super::{be16, be32, le16, le32};

/// What was found.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// 1–8, if there is a valid one.
    pub(super) orientation: Option<u8>,
    /// Whether there is a GPS directory with anything in it.
    pub(super) has_gps: bool,
}

const ORIENTATION: u16 = 0x0112;
const GPS_DIRECTORY: u16 = 0x8825;
const GPS_VERSION: u16 = 0;

/// Reads a TIFF block, with or without the `Exif\0\0` before it. A damaged block gives what could be read; a GPS
/// pointer to nowhere counts as a place.
pub(super) fn read(block: &[u8]) -> Facts {
    let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
    read_directory(tiff).unwrap_or_default()
}

fn read_directory(tiff: &[u8]) -> Option<Facts> {
    let order = Order::of(tiff)?;
    let mut facts = Facts::default();
    for (tag, value_at) in order.entries(tiff, order.u32(tiff, 4)?)? {
        match tag {
            ORIENTATION => {
                let value = order.u16(tiff, value_at).and_then(|value| u8::try_from(value).ok());
                facts.orientation = value.filter(|value| (1..=8).contains(value));
            }
            GPS_DIRECTORY => {
                let directory = order.u32(tiff, value_at).and_then(|offset| order.entries(tiff, offset));
                facts.has_gps = directory.is_none_or(|mut tags| tags.any(|(tag, _)| tag != GPS_VERSION));
            }
            _ => {}
        }
    }
    Some(facts)
}

#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

impl Order {
    fn of(tiff: &[u8]) -> Option<Self> {
        match tiff.get(..4)? {
            b"II*\0" => Some(Self::Little),
            b"MM\0*" => Some(Self::Big),
            _ => None,
        }
    }

    fn u16(self, bytes: &[u8], at: usize) -> Option<u16> {
        match self {
            Self::Big => be16(bytes, at),
            Self::Little => le16(bytes, at),
        }
    }

    fn u32(self, bytes: &[u8], at: usize) -> Option<u32> {
        match self {
            Self::Big => be32(bytes, at),
            Self::Little => le32(bytes, at),
        }
    }

    /// Tags of the directory at `offset`, each with the place of its value; `None` when the directory is not whole.
    fn entries(self, tiff: &[u8], offset: u32) -> Option<impl Iterator<Item = (u16, usize)>> {
        let start = usize::try_from(offset).ok()?;
        let count = usize::from(self.u16(tiff, start)?);
        let table = tiff.get(start..)?.get(2..)?.get(..count * 12)?;
        let tags: Vec<_> = (0..count).filter_map(|index| self.u16(table, index * 12)).collect();
        Some(tags.into_iter().enumerate().map(move |(index, tag)| (tag, start + 2 + index * 12 + 8)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gps_directory_that_points_nowhere_counts_as_a_place() {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01".to_vec();
        tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0xff, 0xff, 0, 0, 0, 0]);
        assert_eq!(read(&tiff), Facts { orientation: None, has_gps: true });
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for order in [b"II*\0", b"MM\0*"] {
                let facts = read(&[order.as_slice(), &bytes].concat());
                prop_assert!(facts.orientation.is_none_or(|value| (1..=8).contains(&value)));
            }
        }
    }
}
