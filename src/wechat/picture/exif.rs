//! The few facts that matter of an EXIF block: which way is up, whether it tells a place, and its remarks, where a
//! generator may have left its mark.

use super::{be16, be32, le16, le32};

/// What was found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    /// 1–8, if there is a valid one.
    pub(super) orientation: Option<u8>,
    /// Whether there is a GPS directory with anything in it.
    pub(super) has_gps: bool,
    /// Description and comments, as text.
    pub(super) remarks: Vec<String>,
}

const DESCRIPTION: u16 = 0x010e;
const ORIENTATION: u16 = 0x0112;
const DETAILS_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const USER_COMMENT: u16 = 0x9286;
/// The comment that file managers write.
const WINDOWS_COMMENT: u16 = 0x9c9c;
const GPS_VERSION: u16 = 0;

/// The longest remark that is read, in bytes.
const MAX_REMARK: usize = 64 * 1024;

/// Reads a TIFF block, with or without the `Exif\0\0` before it. A damaged block gives what could be read; a GPS
/// pointer to nowhere counts as a place.
pub(super) fn read(block: &[u8]) -> Facts {
    let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
    read_directory(tiff).unwrap_or_default()
}

fn read_directory(tiff: &[u8]) -> Option<Facts> {
    let order = Order::of(tiff)?;
    let mut facts = Facts::default();
    for entry in order.entries(tiff, order.u32(tiff, 4)?)? {
        match entry.tag {
            ORIENTATION => {
                let value = order.u16(tiff, entry.value_at).and_then(|value| u8::try_from(value).ok());
                facts.orientation = value.filter(|value| (1..=8).contains(value));
            }
            GPS_DIRECTORY => {
                let directory =
                    order.u32(tiff, entry.value_at).and_then(|offset| order.entries(tiff, offset));
                facts.has_gps = directory.is_none_or(|mut tags| tags.any(|entry| entry.tag != GPS_VERSION));
            }
            DETAILS_DIRECTORY => {
                let directory =
                    order.u32(tiff, entry.value_at).and_then(|offset| order.entries(tiff, offset));
                let remarks = directory.into_iter().flatten().filter(|entry| entry.tag == USER_COMMENT);
                facts.remarks.extend(remarks.filter_map(|entry| order.remark(tiff, &entry)));
            }
            DESCRIPTION | WINDOWS_COMMENT => facts.remarks.extend(order.remark(tiff, &entry)),
            _ => {}
        }
    }
    Some(facts)
}

/// An entry of a directory.
#[derive(Debug, Clone, Copy)]
struct Entry {
    tag: u16,
    /// How many values; bytes where the kind is bytes or text.
    count: u32,
    /// Where the value stands, or its offset if it takes more than four bytes.
    value_at: usize,
}

#[derive(Clone, Copy, PartialEq)]
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

    /// Entries of the directory at `offset`; `None` when the directory is not whole.
    fn entries(self, tiff: &[u8], offset: u32) -> Option<impl Iterator<Item = Entry>> {
        let start = usize::try_from(offset).ok()?;
        let count = usize::from(self.u16(tiff, start)?);
        let table = tiff.get(start..)?.get(2..)?.get(..count * 12)?;
        let entries: Vec<_> = (0..count)
            .filter_map(|index| {
                let at = index * 12;
                let value_at = start + 2 + at + 8;
                Some(Entry { tag: self.u16(table, at)?, count: self.u32(table, at + 4)?, value_at })
            })
            .collect();
        Some(entries.into_iter())
    }

    /// The text of an entry of bytes.
    fn remark(self, tiff: &[u8], entry: &Entry) -> Option<String> {
        let length = usize::try_from(entry.count).ok()?.min(MAX_REMARK);
        let at = if length <= 4 {
            entry.value_at
        } else {
            usize::try_from(self.u32(tiff, entry.value_at)?).ok()?
        };
        let bytes = tiff.get(at..)?;
        let bytes = bytes.get(..length).unwrap_or(bytes);
        if let Some(wide) = bytes.strip_prefix(b"UNICODE\0") {
            return Some(self.wide(wide));
        }
        if entry.tag == WINDOWS_COMMENT {
            return Some(Self::Little.wide(bytes));
        }
        let plain =
            bytes.strip_prefix(b"ASCII\0\0\0").or_else(|| bytes.strip_prefix(&[0; 8])).unwrap_or(bytes);
        Some(String::from_utf8_lossy(plain).trim_end_matches('\0').to_owned())
    }

    /// Text of two bytes a unit. Some writers do not keep to the order of the block: the one that gives ASCII is taken.
    fn wide(self, bytes: &[u8]) -> String {
        let other = if self == Self::Big { Self::Little } else { Self::Big };
        let read = |order: Self| {
            let units: Vec<u16> =
                (0..bytes.len() / 2).filter_map(|index| order.u16(bytes, index * 2)).collect();
            String::from_utf16_lossy(&units).trim_matches(['\0', '\u{feff}']).to_owned()
        };
        let own = read(self);
        if own.contains(|c: char| c.is_ascii_graphic()) { own } else { read(other) }
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
        assert_eq!(read(&tiff), Facts { has_gps: true, ..Facts::default() });
    }

    #[test]
    fn comments_of_either_order_are_text() {
        let wide: Vec<u8> = "标A".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(Order::Big.wide(&wide), "标A");
        assert_eq!(Order::Little.wide(&wide), "标A");
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
