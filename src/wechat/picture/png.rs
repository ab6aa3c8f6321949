//! The chunks of a PNG file (W3C PNG, third edition).

use super::mark::Mark;
use super::{Layout, be32};

/// Chunks that say how the pixels look; everything else is metadata. Those of an animation are not kept: only the
/// default picture is shown by the platform.
const PICTURE: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
    b"hIST", b"pHYs", b"cICP", b"mDCV", b"cLLI",
];

/// Walks over all chunks. `None` when there is no header.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    let mut layout = Layout { orientation: 1, plain: true, frames: 1, ..Layout::default() };
    layout.keep.push(0..8);
    layout.head = 2;
    let mut at: usize = 8;
    while let (Some(length), Some(kind)) = (be32(bytes, at), bytes.get(at + 4..at + 8)) {
        let Some(end) =
            usize::try_from(length).ok().and_then(|length| at.checked_add(12)?.checked_add(length))
        else {
            break;
        };
        let Some(data) = bytes.get(at + 8..end.saturating_sub(4)).filter(|_| end <= bytes.len()) else {
            break;
        };
        note(&mut layout, kind, data);
        if PICTURE.iter().any(|name| name.as_slice() == kind) {
            layout.keep.push(at..end);
        }
        at = end;
        if kind == b"IEND" {
            layout.complete = true;
            layout.has_metadata |= at < bytes.len();
            break;
        }
    }
    (layout.width > 0).then_some(layout)
}

fn note(layout: &mut Layout, kind: &[u8], data: &[u8]) {
    match kind {
        b"IHDR" => {
            layout.width = be32(data, 0).unwrap_or(0);
            layout.height = be32(data, 4).unwrap_or(0);
            layout.pixel_bytes = match (data.get(8), data.get(9)) {
                (Some(16), Some(0)) => 2,
                (Some(16), Some(2)) => 6,
                (Some(16), _) => 8,
                (_, Some(0)) => 1,
                // Palettes become three channels, or four with transparent places.
                _ => 4,
            };
        }
        b"eXIf" => layout.note_exif(data),
        b"iTXt" | b"tEXt" | b"zTXt" => {
            let found = Mark::in_chunk(kind, data);
            let own = layout.note_mark(found, |mark| mark.is_png_chunk(kind, data));
            layout.has_metadata |= !own;
            layout.note_place(data);
        }
        b"acTL" => layout.frames = be32(data, 0).unwrap_or(1),
        b"fcTL" | b"fdAT" => {}
        b"iCCP" => layout.has_profile = true,
        _ => layout.has_metadata |= !PICTURE.iter().any(|name| name.as_slice() == kind),
    }
}
