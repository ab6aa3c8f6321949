//! Pixels to PNG: grey pictures as sixteen shades, others as they are; then packed by a fast deterministic optimiser.

use oxipng::{BitDepth, ColorType, Options, RawImage};
use resvg::tiny_skia::Pixmap;

/// Shades of a grey picture; more than the eye tells apart at the edges of letters on a phone.
const SHADES: u8 = 16;

/// The PNG file of a picture.
pub(super) fn png(pixels: &Pixmap) -> Option<Vec<u8>> {
    let (width, height) = (pixels.width(), pixels.height());
    let opaque = pixels.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX);
    let grey = opaque
        && pixels.pixels().iter().all(|pixel| pixel.red() == pixel.green() && pixel.green() == pixel.blue());
    let image = if grey {
        let rows = pixels.pixels().chunks(width as usize).flat_map(|row| {
            row.chunks(2).map(|pair| {
                let shade = |at: usize| pair.get(at).map_or(0, |pixel| shade(pixel.red()));
                shade(0) << 4 | shade(1)
            })
        });
        let kind = ColorType::Grayscale { transparent_shade: None };
        RawImage::new(width, height, kind, BitDepth::Four, rows.collect())
    } else if opaque {
        let data = pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
        RawImage::new(
            width,
            height,
            ColorType::RGB { transparent_color: None },
            BitDepth::Eight,
            data.collect(),
        )
    } else {
        let data = pixels.pixels().iter().flat_map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        });
        RawImage::new(width, height, ColorType::RGBA, BitDepth::Eight, data.collect())
    };
    image.ok()?.create_optimized_png(&Options::from_preset(1)).ok()
}

/// The nearest of the sixteen shades.
fn shade(value: u8) -> u8 {
    let step = u16::from(u8::MAX / (SHADES - 1));
    u8::try_from((u16::from(value) + step / 2) / step).unwrap_or(SHADES - 1)
}
