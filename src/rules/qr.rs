//! The QR codes in an article's pictures: where they lead.
//!
//! Decoding a picture costs more than all other rules together, so only pictures that their name, their words or the
//! sentence around them call a code are decoded, each once.

use std::io::Cursor;
use std::ops::Range;

use image::{ImageReader, Limits};

use super::context::Context;
use super::document::Document;
use super::fold::fold;
use super::reference::{Target, target};
use crate::site::LIMITS;

/// A code in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Code {
    /// What it says, mostly an address.
    pub(crate) content: String,
    /// Path of the picture from the root of the site.
    pub(crate) path: String,
    /// Bytes of the Markdown file that show the picture.
    pub(crate) source: Range<usize>,
}

/// Words that call a picture a code.
const CALLED: &[&str] =
    &["二维码", "扫码", "扫一扫", "识别", "qr", "群码", "收款码", "小程序码", "ewm", "加群", "进群"];
/// Pixels to a side beyond which a picture is no code to scan.
const SIDE: u32 = 4096;

/// The codes in the pictures that `document` shows.
pub(crate) fn read(context: &Context<'_>, document: &Document<'_>) -> Vec<Code> {
    let Some(article) = document.article() else { return Vec::new() };
    let mut codes = Vec::new();
    for picture in document.pictures() {
        let called = [picture.file, picture.alt, picture.caption].map(fold);
        if !called.iter().any(|words| CALLED.iter().any(|call| words.contains(call))) {
            continue;
        }
        let Target::File(path) = target(article, &picture.reference.target) else { continue };
        let Ok(bytes) = context.tree.read(&path, LIMITS.asset) else { continue };
        codes.extend(decode(&bytes).into_iter().map(|content| Code {
            content,
            path: path.clone(),
            source: picture.reference.source.clone(),
        }));
    }
    codes
}

/// What the codes in the picture `bytes` say; none when it cannot be read.
pub(crate) fn decode(bytes: &[u8]) -> Vec<String> {
    let Ok(mut reader) = ImageReader::new(Cursor::new(bytes)).with_guessed_format() else {
        return Vec::new();
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(64 << 20);
    reader.limits(limits);
    let Ok(picture) = reader.decode() else { return Vec::new() };
    let grey = picture.into_luma8();
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let pixels = grey.into_raw();
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        pixels.get(y * width + x).copied().unwrap_or(u8::MAX)
    });
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, content)| content).collect()
}
