//! The files of an article's bundle: what they are by their first bytes, and what they would give away.

use super::context::Context;
use crate::site::{Article, LIMITS};
use crate::source::tree::TreeError;
use crate::wechat::picture::{self, PictureError};

/// What a picture is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    Gif,
    Webp,
    Bmp,
    Svg,
    Other,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
            Self::Bmp => "BMP",
            Self::Svg => "SVG",
            Self::Other => "?",
        }
    }

    /// What the name of a file promises; `None` when it promises no picture.
    pub(crate) fn promised(path: &str) -> Option<Self> {
        let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())?;
        Some(match extension.as_str() {
            "jpg" | "jpeg" => Self::Jpeg,
            "png" => Self::Png,
            "gif" => Self::Gif,
            "webp" => Self::Webp,
            "bmp" => Self::Bmp,
            "svg" => Self::Svg,
            _ => return None,
        })
    }

    fn of(bytes: &[u8]) -> Self {
        let head = bytes.get(..256.min(bytes.len())).unwrap_or_default();
        if head.starts_with(b"\xff\xd8\xff") {
            Self::Jpeg
        } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a") {
            Self::Gif
        } else if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            Self::Webp
        } else if head.starts_with(b"BM") {
            Self::Bmp
        } else if String::from_utf8_lossy(head)
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with("<svg")
            || head.windows(4).any(|window| window == b"<svg")
        {
            Self::Svg
        } else {
            Self::Other
        }
    }
}

/// A file of a bundle that looks like a picture.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Path from the root of the site.
    pub(crate) path: String,
    /// What its name promises.
    pub(crate) promised: Kind,
    /// What could be read of it.
    pub(crate) content: Result<Content, TreeError>,
}

/// What a file holds.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) kind: Kind,
    /// Why the platform will not get it, where it is a picture of the promised kind.
    pub(crate) fault: Option<PictureError>,
    /// Bytes.
    pub(crate) size: usize,
    /// It is a GIF of several frames, which is uploaded as it is.
    pub(crate) moving: bool,
    /// It says where it was taken.
    pub(crate) located: bool,
    /// It carries the mark of generated content.
    pub(crate) generated: bool,
    /// Who made it, as its Exif data says.
    pub(crate) author: Option<String>,
}

/// Reads the pictures of a bundle.
pub(crate) fn read(context: &Context<'_>, article: &Article) -> Vec<Asset> {
    article
        .files
        .iter()
        .filter_map(|path| {
            let promised = Kind::promised(path)?;
            let content = context.tree.read(path, LIMITS.asset).map(|bytes| {
                let probe = picture::probe(&bytes).ok();
                Content {
                    kind: Kind::of(&bytes),
                    fault: fault(path, &bytes, promised),
                    size: bytes.len(),
                    moving: probe
                        .is_some_and(|probe| probe.format == picture::Format::Gif && probe.animated()),
                    located: has_gps(&bytes),
                    generated: probe.is_some_and(|probe| probe.marked),
                    author: author(&bytes),
                }
            });
            Some(Asset { path: path.clone(), promised, content })
        })
        .collect()
}

fn fault(path: &str, bytes: &[u8], promised: Kind) -> Option<PictureError> {
    let uploaded = matches!(promised, Kind::Jpeg | Kind::Png | Kind::Gif) && Kind::of(bytes) == promised;
    if uploaded { picture::inspect(path, bytes).err() } else { None }
}

/// Whether the picture's Exif data says where it was taken.
fn has_gps(bytes: &[u8]) -> bool {
    exif(bytes).is_some_and(|tiff| gps_entries(tiff).unwrap_or(0) > 0)
}

/// The TIFF structure inside a picture.
fn exif(bytes: &[u8]) -> Option<&[u8]> {
    match Kind::of(bytes) {
        Kind::Jpeg => jpeg_exif(bytes),
        Kind::Png => chunk(bytes, 8, b"eXIf", false),
        Kind::Webp => {
            chunk(bytes, 12, b"EXIF", true).map(|data| data.strip_prefix(b"Exif\0\0").unwrap_or(data))
        }
        _ => None,
    }
}

fn jpeg_exif(bytes: &[u8]) -> Option<&[u8]> {
    let mut at = 2;
    loop {
        let [0xff, marker, high, low] = *bytes.get(at..at + 4)?.first_chunk()? else { return None };
        // The picture's data begins; metadata stands before it.
        if marker == 0xda || marker == 0xd9 {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = bytes.get(at + 4..at + 2 + length)?;
        if marker == 0xe1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return Some(tiff);
        }
        at += 2 + length.max(2);
    }
}

/// The data of the first chunk `name`. PNG writes length, name, data, check; RIFF writes name, length, data.
fn chunk<'b>(bytes: &'b [u8], mut at: usize, name: &[u8; 4], riff: bool) -> Option<&'b [u8]> {
    loop {
        let head: [u8; 8] = *bytes.get(at..at + 8)?.first_chunk()?;
        let (first, second) = head.split_at(4);
        let (found, length) = if riff {
            (first, u32::from_le_bytes(second.try_into().ok()?))
        } else {
            (second, u32::from_be_bytes(first.try_into().ok()?))
        };
        let length = usize::try_from(length).ok()?;
        let end = at.checked_add(8)?.checked_add(length)?;
        if found == name {
            return bytes.get(at + 8..end);
        }
        at = if riff { end + length % 2 } else { end.checked_add(4)? };
    }
}

/// The artist that the picture's Exif data names.
fn author(bytes: &[u8]) -> Option<String> {
    const ARTIST: u16 = 0x013b;
    let tiff = Tiff::of(exif(bytes)?);
    let entry = tiff.entry(ARTIST)?;
    let length = tiff.long(entry.checked_add(4)?)?;
    // Up to four bytes stand in the entry itself.
    let value = entry.checked_add(8)?;
    let at = if length <= 4 { value } else { tiff.long(value)? };
    let name = tiff.bytes.get(at..at.checked_add(length.min(200))?)?;
    let name = String::from_utf8_lossy(name);
    let name = name.trim_matches(|c: char| c == '\0' || c.is_whitespace());
    (!name.is_empty()).then(|| name.to_owned())
}

/// How many entries the GPS directory of a TIFF structure has.
fn gps_entries(tiff: &[u8]) -> Option<u16> {
    const GPS: u16 = 0x8825;
    let tiff = Tiff::of(tiff);
    tiff.short(tiff.long(tiff.entry(GPS)?.checked_add(8)?)?)
}

/// A TIFF structure, of which Exif data are one (TIFF 6.0, section 2).
struct Tiff<'b> {
    bytes: &'b [u8],
    /// Numbers begin with their lowest byte.
    little: bool,
}

impl<'b> Tiff<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, little: bytes.starts_with(b"II") }
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = *self.bytes.get(at..at.checked_add(2)?)?.first_chunk()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = *self.bytes.get(at..at.checked_add(4)?)?.first_chunk()?;
        let value = if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(value).ok()
    }

    /// Where the entry `tag` of the first directory begins.
    fn entry(&self, tag: u16) -> Option<usize> {
        let directory = self.long(4)?;
        for index in 0..usize::from(self.short(directory)?) {
            let entry = directory.checked_add(2 + index * 12)?;
            if self.short(entry)? == tag {
                return Some(entry);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(tiff: &[u8]) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xe1".to_vec();
        bytes.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
        bytes.extend(b"Exif\0\0");
        bytes.extend(tiff);
        bytes.extend(b"\xff\xda\x00\x02");
        bytes
    }

    /// One directory with a GPS pointer to a directory of `entries`.
    fn tiff(entries: u8) -> Vec<u8> {
        let mut bytes = b"II*\0\x08\0\0\0\x01\0".to_vec();
        bytes.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend([entries, 0]);
        bytes
    }

    #[test]
    fn places_are_found_in_each_container_and_absent_ones_are_not() {
        assert!(has_gps(&jpeg(&tiff(2))));
        assert!(!has_gps(&jpeg(&tiff(0))));
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\0IHDRxxxx".to_vec();
        let data = tiff(1);
        png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        png.extend(b"eXIf");
        png.extend(&data);
        assert!(has_gps(&png));
        let mut webp = b"RIFF\0\0\0\0WEBPVP8 \x01\0\0\0x\0EXIF".to_vec();
        webp.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        webp.extend(&data);
        assert!(has_gps(&webp));
    }

    #[test]
    fn the_artist_is_read_from_the_entry_or_from_where_it_points() {
        let artist = |name: &[u8]| {
            let mut tiff = b"II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0".to_vec();
            tiff.extend(u32::try_from(name.len()).unwrap().to_le_bytes());
            if name.len() > 4 {
                tiff.extend(22_u32.to_le_bytes());
            }
            tiff.extend(name);
            author(&jpeg(&tiff))
        };
        assert_eq!(artist("李雷\0".as_bytes()), Some("李雷".to_owned()));
        assert_eq!(artist(b"Li\0\0"), Some("Li".to_owned()));
        assert_eq!((artist(b" \0\0\0"), author(&jpeg(&tiff(1)))), (None, None));
    }

    #[test]
    fn broken_pictures_have_no_place_and_do_no_harm() {
        let whole = jpeg(&tiff(2));
        for cut in 0..whole.len() {
            has_gps(&whole[..cut]);
        }
        assert!(!has_gps(b"\xff\xd8\xff\xe1\xff\xffExif\0\0II*\0\xff\xff\xff\xff"));
    }
}
