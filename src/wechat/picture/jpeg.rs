//! The segments of a JPEG file (ITU-T T.81 annex B).

use super::{Layout, be16, color};

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;
const TABLES: u8 = 0xdb;
const COMMENT: u8 = 0xfe;

/// Sum of the luminance table of annex K, which nearly every encoder scales by its quality.
const LUMINANCE: u32 = 3688;

/// Walks over all segments. `None` when there is no readable frame header.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    let mut layout = Layout { orientation: 1, plain: true, pixel_bytes: 3, ..Layout::default() };
    layout.keep.push(0..2);
    layout.head = 1;
    let mut at = 2;
    while let Some((marker, segment_at)) = next_marker(bytes, at) {
        match marker {
            END_OF_IMAGE => {
                layout.complete = true;
                layout.has_metadata |= segment_at < bytes.len();
                layout.keep.push(segment_at - 2..segment_at);
                break;
            }
            0x01 | 0xd0..=0xd7 => {
                at = segment_at;
                continue;
            }
            _ => {}
        }
        let Some(length) = be16(bytes, segment_at).map(usize::from).filter(|length| *length >= 2) else {
            break;
        };
        let mut end = segment_at + length;
        let Some(body) = bytes.get(segment_at + 2..end) else { break };
        let stays = note(&mut layout, marker, body);
        if marker == START_OF_SCAN {
            end += scan_length(&bytes[end..]);
        }
        if stays {
            // The mark goes behind JFIF, which must be first.
            if marker == 0xe0 && layout.keep.len() == 1 {
                layout.head = 2;
            }
            layout.keep.push(segment_at - 2..end);
        }
        at = end;
    }
    (layout.width > 0).then_some(layout)
}

/// The next marker and the place behind it. Fill bytes are skipped.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    if *bytes.get(at)? != 0xff {
        return None;
    }
    while *bytes.get(at)? == 0xff {
        at += 1;
    }
    Some((bytes[at], at + 1))
}

/// Length of the entropy-coded data up to the next real marker.
fn scan_length(data: &[u8]) -> usize {
    let marker =
        data.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff));
    marker.unwrap_or(data.len())
}

/// Takes down what a segment says; whether it belongs to the picture itself.
fn note(layout: &mut Layout, marker: u8, body: &[u8]) -> bool {
    match marker {
        0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
            layout.height = be16(body, 1).map_or(0, u32::from);
            layout.width = be16(body, 3).map_or(0, u32::from);
            layout.plain &= matches!(body.get(5), Some(1 | 3)) && body.first() == Some(&8);
            true
        }
        TABLES => {
            if let (None, Some(quality)) = (layout.quality, quality(body)) {
                layout.quality = Some(quality);
            }
            true
        }
        // JFIF without a preview of its own, Adobe's colour transform, ICC profile: they say how the pixels look.
        0xe0 if body.starts_with(b"JFIF\0") && body.len() == 14 => true,
        0xee if body.starts_with(b"Adobe") => true,
        0xe2 if body.starts_with(b"ICC_PROFILE\0") => {
            layout.has_profile = true;
            // What has no profile is sRGB.
            let idle = body.starts_with(b"ICC_PROFILE\0\x01\x01") && color::is_srgb(body);
            layout.has_ballast |= idle;
            !idle
        }
        0xe1 if body.starts_with(b"Exif\0") => {
            layout.note_exif(body);
            false
        }
        0xe1 => {
            layout.note_packet(body, |mark| mark.is_jpeg_body(body));
            false
        }
        COMMENT => {
            layout.note_remark(&String::from_utf8_lossy(body));
            false
        }
        0xe0..=0xef => {
            layout.has_metadata = true;
            false
        }
        _ => true,
    }
}

/// The quality, 1–100, with which an encoder of the usual scale has made the luminance table, if it is in this segment.
fn quality(body: &[u8]) -> Option<u8> {
    // high half: 16-bit values; low half: the table's number, 0 for luminance
    let table = if *body.first()? == 0 { body.get(1..65)? } else { return None };
    let sum: u32 = table.iter().map(|value| u32::from(*value)).sum();
    let scale = sum * 100 / LUMINANCE;
    let quality = if scale <= 100 { (200 - scale) / 2 } else { 5000 / scale };
    u8::try_from(quality.clamp(1, 100)).ok()
}
