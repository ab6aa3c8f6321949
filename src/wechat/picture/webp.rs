//! The chunks of a WebP file (RFC 9649); its size is read by the decoder.

use super::{Layout, le32};

/// Walks over all chunks. `None` when the file is cut off before the first.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    let mut layout = Layout { orientation: 1, pixel_bytes: 4, ..Layout::default() };
    let announced = usize::try_from(le32(bytes, 4)?).ok()?;
    // some writers announce the padding of the last chunk and leave it out
    layout.complete = announced.checked_add(7).is_some_and(|end| end <= bytes.len());
    let mut at: usize = 12;
    while let (Some(kind), Some(length)) = (bytes.get(at..at + 4), le32(bytes, at + 4)) {
        let Some(end) = usize::try_from(length).ok().and_then(|length| (at + 8).checked_add(length)) else {
            break;
        };
        let data = bytes.get(at + 8..end.min(bytes.len())).unwrap_or_default();
        match kind {
            b"EXIF" => layout.note_exif(data),
            b"XMP " => layout.note_packet(data, |_| false),
            b"ICCP" => layout.has_profile = true,
            b"ANMF" => layout.frames += 1,
            _ => {}
        }
        // chunks are padded to an even length
        let Some(next) = end.checked_add(end % 2) else { break };
        at = next;
    }
    Some(layout)
}
