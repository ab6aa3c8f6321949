//! Writing JPEG and PNG files as small as they look the same.

use image::{DynamicImage, ImageFormat};
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};
use oxipng::{BitDepth, ColorType as PngColor, Options, RawImage};

use super::mark::Mark;
use super::similarity::Plane;
use super::{Fault, Format, PictureError};

/// The lowest JPEG quality that is written, and only where a file would be too large otherwise.
pub(super) const LOWEST: u8 = 60;
/// The lowest JPEG quality that may look the same: below it colours suffer, which are not measured.
const LOW: u8 = 72;
/// The highest JPEG quality that is written. A JPEG that was made with less is not encoded again.
pub(super) const HIGHEST: u8 = 90;

/// The quality is looked for on at most this many pixels: bands of a long picture stand for all of it.
const SAMPLE: u32 = 2_000_000;
/// Height of a band, in pixels; whole blocks of JPEG.
const BAND: u32 = 64;
/// How much colour may lie beside a pixel's own when four pixels share one: on a hundred-and-twenty-eighth of the pixels
/// more than this is seen, as fringes of red letters are.
const FRINGE: i32 = 40;

/// How colours are stored in a JPEG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chroma {
    /// Each pixel has its own.
    Full,
    /// Four pixels share one.
    Shared,
}

/// A picture on its way to a JPEG file, and what was found out about it.
pub(super) struct JpegPlan<'i> {
    image: &'i DynamicImage,
    chroma: Chroma,
    /// The lowest quality that looks the same.
    pub(super) quality: u8,
}

impl<'i> JpegPlan<'i> {
    /// Looks for the lowest quality that looks the same as `image`, 8-bit and without transparency.
    pub(super) fn new(image: &'i DynamicImage) -> Result<Self, PictureError> {
        let chroma = chroma(image);
        let bands = bands(image);
        let sample = bands.as_ref().unwrap_or(image);
        let truth = Plane::of(sample);
        let (mut low, mut high) = (LOW, HIGHEST);
        while low < high {
            let middle = low.midpoint(high);
            let file = write(sample, middle, chroma, None)?;
            let shown = image::load_from_memory_with_format(&file, ImageFormat::Jpeg).map_err(broken)?;
            if truth.looks_like(&Plane::of(&shown)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(Self { image, chroma, quality: low })
    }

    /// The file.
    pub(super) fn file(&self, quality: u8, mark: Option<&Mark>) -> Result<Vec<u8>, PictureError> {
        write(self.image, quality, self.chroma, mark)
    }
}

/// One scan with the usual tables: progressive scans came out no smaller, and tables of its own cost a scan for each
/// colour, which not every decoder reads.
fn write(
    image: &DynamicImage,
    quality: u8,
    chroma: Chroma,
    mark: Option<&Mark>,
) -> Result<Vec<u8>, PictureError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(match chroma {
        Chroma::Full => SamplingFactor::F_1_1,
        Chroma::Shared => SamplingFactor::F_2_2,
    });
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    if let Some(mark) = mark {
        encoder.add_app_segment(1, mark.jpeg_body()).map_err(broken)?;
    }
    let (width, height) = (narrow(image.width())?, narrow(image.height())?);
    let color = if image.color().has_color() { ColorType::Rgb } else { ColorType::Luma };
    encoder.encode(image.as_bytes(), width, height, color).map_err(broken)?;
    Ok(out)
}

fn narrow(side: u32) -> Result<u16, PictureError> {
    u16::try_from(side).map_err(broken)
}

fn broken(error: impl std::fmt::Display) -> PictureError {
    PictureError::Broken { format: Format::Jpeg, fault: Fault::Data(error.to_string()) }
}

/// Evenly spread bands of a picture of many pixels, one below the other; `None` for a small picture, which stands for
/// itself.
fn bands(image: &DynamicImage) -> Option<DynamicImage> {
    let (width, height) = (image.width(), image.height());
    let rows = (SAMPLE / width.max(1)).max(BAND) / BAND * BAND;
    if height <= rows {
        return None;
    }
    let count = rows / BAND;
    let step = height / count;
    let mut bands = image.crop_imm(0, 0, width, rows);
    for index in 1..count {
        let band = image.crop_imm(0, index * step, width, BAND);
        image::imageops::replace(&mut bands, &band, 0, i64::from(index * BAND));
    }
    Some(match image {
        DynamicImage::ImageLuma8(_) => bands.into_luma8().into(),
        _ => bands.into_rgb8().into(),
    })
}

/// Whether four pixels may share their colour.
fn chroma(image: &DynamicImage) -> Chroma {
    let DynamicImage::ImageRgb8(rgb) = image else { return Chroma::Shared };
    let row = rgb.width() as usize * 3;
    let mut fringes = 0_usize;
    for rows in rgb.as_raw().chunks_exact(2 * row.max(1)) {
        let (upper, lower) = rows.split_at(row);
        for (above, below) in upper.chunks_exact(6).zip(lower.chunks_exact(6)) {
            let [a, b, c, d] = [&above[..3], &above[3..], &below[..3], &below[3..]].map(colour);
            let mean = [0, 1].map(|part| (a[part] + b[part] + c[part] + d[part]) / 4);
            let off = |own: [i32; 2]| (own[0] - mean[0]).abs() + (own[1] - mean[1]).abs() > FRINGE;
            fringes += [a, b, c, d].into_iter().filter(|own| off(*own)).count();
        }
    }
    let pixels = rgb.as_raw().len() / 3;
    if fringes > pixels / 128 { Chroma::Full } else { Chroma::Shared }
}

/// Blueness and redness of a pixel.
fn colour(pixel: &[u8]) -> [i32; 2] {
    let [r, g, b] = [0, 1, 2].map(|part| i32::from(pixel.get(part).copied().unwrap_or(0)));
    [(-43 * r - 85 * g + 128 * b) >> 8, (128 * r - 107 * g - 21 * b) >> 8]
}

/// The PNG file with the same pixels: fewer channels, a palette and fewer bits where nothing is lost by it.
pub(super) fn png(image: &DynamicImage, mark: Option<&Mark>) -> Result<Vec<u8>, PictureError> {
    let color = match image {
        DynamicImage::ImageRgba8(_) => PngColor::RGBA,
        DynamicImage::ImageLuma8(_) => PngColor::Grayscale { transparent_shade: None },
        _ => PngColor::RGB { transparent_color: None },
    };
    let broken = |error: oxipng::PngError| PictureError::Broken {
        format: Format::Png,
        fault: Fault::Data(error.to_string()),
    };
    let (width, height) = (image.width(), image.height());
    let mut raw =
        RawImage::new(width, height, color, BitDepth::Eight, image.as_bytes().to_vec()).map_err(broken)?;
    if let Some(mark) = mark {
        let (name, data) = mark.png_chunk();
        raw.add_png_chunk(name, data);
    }
    raw.create_optimized_png(&effort(u64::from(width) * u64::from(height))).map_err(broken)
}

/// Small pictures are worth a longer search; a large one must not keep anybody waiting.
fn effort(pixels: u64) -> Options {
    let level = match pixels {
        0..=200_000 => 3,
        200_001..=1_000_000 => 2,
        1_000_001..=4_000_000 => 1,
        _ => 0,
    };
    Options { optimize_alpha: true, ..Options::from_preset(level) }
}
