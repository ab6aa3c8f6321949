//! The blocks of a GIF file (GIF89a).

use super::mark::Mark;
use super::{Layout, le16};

const IMAGE: u8 = 0x2c;
const EXTENSION: u8 = 0x21;
const TRAILER: u8 = 0x3b;
const COMMENT: u8 = 0xfe;
const APPLICATION: u8 = 0xff;
/// Applications whose block says how often an animation plays.
const LOOPS: [&[u8]; 2] = [b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0"];
/// The application whose block is an XMP packet.
const PACKET: &[u8] = b"\x0bXMP Data";

/// Walks over all blocks. `None` when the header is cut off.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    let mut layout = Layout { orientation: 1, pixel_bytes: 4, ..Layout::default() };
    layout.width = u32::from(le16(bytes, 6)?);
    layout.height = u32::from(le16(bytes, 8)?);
    let mut at = 13 + table_length(*bytes.get(10)?);
    layout.keep.push(0..at);
    layout.head = 1;
    while let Some(block) = bytes.get(at) {
        let next = match *block {
            TRAILER => {
                layout.complete = true;
                layout.has_metadata |= at + 1 < bytes.len();
                layout.keep.push(at..at + 1);
                break;
            }
            IMAGE => {
                layout.frames += 1;
                let Some(packed) = bytes.get(at + 9) else { break };
                // one byte of code size stands between the colour table and the data
                skip_blocks(bytes, at + 10 + table_length(*packed) + 1)
            }
            EXTENSION => skip_blocks(bytes, at + 2),
            _ => break,
        };
        let Some(next) = next else { break };
        if *block == IMAGE || note(&mut layout, bytes.get(at..next).unwrap_or_default()) {
            layout.keep.push(at..next);
        }
        at = next;
    }
    // Many writers leave the trailer out; a file that ends between two blocks is whole all the same.
    layout.complete |= layout.frames > 0 && at == bytes.len();
    Some(layout)
}

/// Takes down what an extension says; whether it belongs to the picture itself.
fn note(layout: &mut Layout, extension: &[u8]) -> bool {
    let body = extension.get(2..).unwrap_or_default();
    match extension.get(1) {
        Some(&COMMENT) => {
            layout.note_remark(&blocks(body));
            false
        }
        Some(&APPLICATION) if LOOPS.iter().any(|name| body.starts_with(name)) => true,
        Some(&APPLICATION) if body.starts_with(PACKET) => {
            let own = |mark: &Mark| mark.is_gif_bytes(extension);
            layout.note_packet(body, own);
            false
        }
        Some(&APPLICATION) => {
            layout.has_metadata = true;
            false
        }
        _ => true,
    }
}

/// The text of a run of sub-blocks.
fn blocks(mut body: &[u8]) -> String {
    let mut text = Vec::new();
    while let Some((length, rest)) = body.split_first() {
        let (block, next) = rest.split_at(usize::from(*length).min(rest.len()));
        text.extend(block);
        body = next;
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// Bytes of the colour table that a packed field announces.
fn table_length(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// The place behind a run of sub-blocks.
fn skip_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
