//! What a file is, by its first bytes.

use super::{Format, PictureError, contains};

/// The format of `bytes` by content.
pub(super) fn format(bytes: &[u8]) -> Result<Format, PictureError> {
    if bytes.is_empty() {
        return Err(PictureError::Empty);
    }
    let known = [
        (b"\x89PNG\r\n\x1a\n".as_slice(), Format::Png),
        (b"\xff\xd8\xff", Format::Jpeg),
        (b"GIF87a", Format::Gif),
        (b"GIF89a", Format::Gif),
        (b"BM", Format::Bmp),
    ];
    for (magic, format) in known {
        if bytes.starts_with(magic) {
            return Ok(format);
        }
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Format::Webp);
    }
    Err(PictureError::Unsupported { kind: stranger(bytes) })
}

/// The name of a kind that is recognised only to be named in the message.
fn stranger(bytes: &[u8]) -> &'static str {
    if bytes.get(4..8) == Some(b"ftyp") {
        return match bytes.get(8..12) {
            Some(b"avif" | b"avis") => "AVIF",
            Some(b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1") => "HEIC",
            _ => "MP4",
        };
    }
    let head = &bytes[..bytes.len().min(512)];
    let known = [
        (b"II*\0".as_slice(), "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"%PDF", "PDF"),
        (b"8BPS", "PSD"),
        (b"\xff\x0a", "JPEG XL"),
        (b"\0\0\0\x0cJXL ", "JPEG XL"),
    ];
    match known.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, name)) => name,
        None if contains(head, b"<svg") => "SVG",
        None => "?",
    }
}
