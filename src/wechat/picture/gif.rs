//! The blocks of a GIF file (GIF89a).

use super::{Layout, le16};

const IMAGE: u8 = 0x2c;
const EXTENSION: u8 = 0x21;
const TRAILER: u8 = 0x3b;
const COMMENT: u8 = 0xfe;
const APPLICATION: u8 = 0xff;

/// Walks over all blocks. `None` when the header is cut off.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    let mut layout = Layout { orientation: 1, ..Layout::default() };
    layout.width = u32::from(le16(bytes, 6)?);
    layout.height = u32::from(le16(bytes, 8)?);
    let mut at = 13 + table_length(*bytes.get(10)?);
    let mut frames = 0_u32;
    while let Some(block) = bytes.get(at) {
        let next = match *block {
            TRAILER => {
                layout.complete = true;
                layout.has_metadata |= at + 1 < bytes.len();
                break;
            }
            IMAGE => {
                frames += 1;
                let Some(packed) = bytes.get(at + 9) else { break };
                // one byte of code size stands between the colour table and the data
                skip_blocks(bytes, at + 10 + table_length(*packed) + 1)
            }
            EXTENSION => {
                let Some(label) = bytes.get(at + 1) else { break };
                let loops = [b"\x0bNETSCAPE2.0".as_slice(), b"\x0bANIMEXTS1.0"];
                let is_loop =
                    bytes.get(at + 2..).is_some_and(|rest| loops.iter().any(|name| rest.starts_with(name)));
                layout.has_metadata |= *label == COMMENT || (*label == APPLICATION && !is_loop);
                skip_blocks(bytes, at + 2)
            }
            _ => break,
        };
        let Some(next) = next else { break };
        at = next;
    }
    // Many writers leave the trailer out; a file that ends between two blocks is whole all the same.
    layout.complete |= frames > 0 && at == bytes.len();
    layout.animated = frames > 1;
    Some(layout)
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
