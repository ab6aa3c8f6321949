//! From any picture to the smallest file that looks the same and that the platform takes: stripped where that is enough,
//! else decoded once, turned upright, converted, scaled and encoded.

use std::collections::HashSet;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError};

use super::encode::{self, JpegPlan};
use super::mark::Mark;
use super::{
    Fault, Format, Layout, PictureError, Prepared, Purpose, Route, color, decode_limits, layout, reader,
    scale,
};
use crate::wechat::limits;

/// A picture with this many colours or fewer (a diagram, a screenshot of text) is a drawing.
const FEW_COLOURS: usize = 256;
/// Below this width a transparent picture is rather flattened onto white than shrunk further.
const FLATTEN_BELOW: u32 = 480;
/// A JPEG is encoded again only when that saves at least a tenth: each time costs a little of the picture.
const WORTH: (usize, usize) = (9, 10);
/// The last byte of a GIF.
const GIF_TRAILER: u8 = 0x3b;
/// A drawing stays lossless unless that costs this many times the bytes, and this many bytes at least.
const LOSSLESS: (usize, usize) = (3, 150_000);

impl Purpose {
    /// The widest picture that is not scaled down, in pixels.
    pub const fn max_width(self) -> u32 {
        match self {
            Self::Body => 1_080,
            Self::Cover | Self::Newspic => 1_440,
        }
    }

    /// The most bytes that the platform takes.
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::Body => limits::UPLOADIMG_BYTES - 1,
            Self::Cover | Self::Newspic => limits::MATERIAL_IMAGE_BYTES,
        }
    }

    /// The size that is aimed at: readers on a train pay for every byte.
    const fn aim(self) -> usize {
        limits::UPLOADIMG_BYTES - 1
    }

    /// Where JPEG and PNG files for it are uploaded.
    const fn route(self) -> Route {
        match self {
            Self::Body => Route::Article,
            Self::Cover | Self::Newspic => Route::Library,
        }
    }
}

/// Turns a picture into what may be uploaded for `purpose`: upright, in sRGB, without metadata beside the mark of
/// generated content, within the limits, and the smallest file that looks the same.
///
/// Photographs become JPEG with the lowest quality that looks the same by measure, drawings and pictures with
/// transparent places become PNG without any loss. A file that would not become clearly smaller keeps its pixels byte
/// for byte. An animated GIF inside an article keeps its frames; of every other animation the first frame is taken. The
/// same bytes always give the same bytes.
///
/// # Errors
/// When the bytes are no whole picture of a known kind, have too many pixels, or stay too large.
pub fn prepare(bytes: &[u8], purpose: Purpose) -> Result<Prepared, PictureError> {
    let (format, layout) = layout(bytes)?;
    layout.whole(format)?;
    layout.bounded()?;
    let decoded = decode(bytes, format, &layout)?;
    if format == Format::Gif && layout.frames > 1 && purpose == Purpose::Body {
        return animation(bytes, &layout);
    }
    let kept = as_it_is(bytes, format, &layout, &decoded, purpose);
    let (width, height) = (layout.width, layout.height);
    let keep = |bytes| Prepared { bytes, format, width, height, route: purpose.route() };
    // Encoding again what was encoded for the web already would only cost quality.
    let economical =
        format == Format::Jpeg && layout.quality.is_some_and(|quality| quality <= encode::HIGHEST);
    let kept = match kept {
        Some(bytes) if economical && bytes.len() <= purpose.aim() => return Ok(keep(bytes)),
        kept => kept,
    };
    let made = Candidate::new(decoded, format, layout.mark.as_ref()).fit(purpose)?;
    Ok(match kept {
        Some(bytes) if !worth(bytes.len(), made.bytes.len(), format) => keep(bytes),
        _ => made,
    })
}

/// Whether a new file of `new` bytes is worth giving up the old one.
fn worth(old: usize, new: usize, format: Format) -> bool {
    let (part, whole) = if format == Format::Jpeg { WORTH } else { (1, 1) };
    new.saturating_mul(whole) < old.saturating_mul(part)
}

/// The file without its metadata, if nothing else needs to change.
fn as_it_is(
    bytes: &[u8],
    format: Format,
    layout: &Layout,
    decoded: &Decoded,
    purpose: Purpose,
) -> Option<Vec<u8>> {
    let usable = layout.plain && layout.frames <= 1 && layout.orientation == 1;
    let foreign = decoded.profile.as_deref().is_some_and(color::is_foreign);
    if !usable || foreign || layout.width > purpose.max_width() {
        return None;
    }
    let stripped = match format {
        Format::Jpeg => layout.stripped(bytes, Mark::jpeg_bytes),
        Format::Png => layout.stripped(bytes, Mark::png_bytes),
        _ => None,
    }?;
    (stripped.len() <= purpose.max_bytes()).then_some(stripped)
}

/// An animation keeps its frames; it only loses its metadata.
fn animation(bytes: &[u8], layout: &Layout) -> Result<Prepared, PictureError> {
    let cut = PictureError::Broken { format: Format::Gif, fault: Fault::CutOff };
    let mut stripped = layout.stripped(bytes, Mark::gif_bytes).ok_or(cut)?;
    // Many writers leave the trailer out, and many readers want it.
    if stripped.last() != Some(&GIF_TRAILER) {
        stripped.push(GIF_TRAILER);
    }
    if stripped.len() > limits::MATERIAL_IMAGE_BYTES {
        return Err(PictureError::Animation { bytes: stripped.len() });
    }
    let (width, height) = (layout.width, layout.height);
    Ok(Prepared { bytes: stripped, format: Format::Gif, width, height, route: Route::Library })
}

struct Decoded {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
}

fn decode(bytes: &[u8], format: Format, layout: &Layout) -> Result<Decoded, PictureError> {
    let (width, height) = layout.shown_size();
    let explain = |error: ImageError| match error {
        ImageError::Limits(_) => PictureError::TooManyPixels { width, height },
        other => PictureError::Broken { format, fault: Fault::Data(other.to_string()) },
    };
    let mut decoder = reader(bytes, format).into_decoder().map_err(explain)?;
    decode_limits().reserve(decoder.total_bytes()).map_err(explain)?;
    let profile = if layout.has_profile { decoder.icc_profile().ok().flatten() } else { None };
    let mut image = DynamicImage::from_decoder(decoder).map_err(explain)?;
    if let Some(orientation) = Orientation::from_exif(layout.orientation) {
        image.apply_orientation(orientation);
    }
    Ok(Decoded { image, profile })
}

/// A decoded picture on its way to a file.
struct Candidate<'m> {
    /// 8 bits a channel, sRGB: grey, RGB, or RGBA if some place really is transparent.
    image: DynamicImage,
    mark: Option<&'m Mark>,
    /// What the pixels look like, unless the source was a JPEG, whose drawings are spoilt already.
    nature: Nature,
}

/// What a picture seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// Few colours, or mostly even areas: a diagram, a screenshot.
    Drawing,
    /// Something in between.
    Mixed,
    /// Hardly two neighbours of the same colour.
    Photograph,
}

impl<'m> Candidate<'m> {
    fn new(Decoded { image, profile }: Decoded, format: Format, mark: Option<&'m Mark>) -> Self {
        let mut image = normalise(image);
        if let Some(profile) = profile {
            image = color::to_srgb(image, &profile);
        }
        let nature = if format == Format::Jpeg { Nature::Photograph } else { nature(&image) };
        Self { image, mark, nature }
    }

    /// Tries smaller and smaller pictures until a file fits.
    fn fit(&self, purpose: Purpose) -> Result<Prepared, PictureError> {
        let widest = self.image.width().min(purpose.max_width());
        let mut width = widest;
        let mut transparent = self.image.color().has_alpha();
        while width > 0 {
            let scaled = scale::to_width(&self.image, width);
            let made = if transparent {
                Made::png(&scaled, self.mark)?
            } else {
                self.opaque(&scale::flatten(&scaled), purpose)?
            };
            if made.bytes.len() <= purpose.aim() {
                let (width, height, route) = (scaled.width(), scaled.height(), purpose.route());
                return Ok(Prepared { bytes: made.bytes, format: made.format, width, height, route });
            }
            width = narrower(width, made.bytes.len(), purpose.aim());
            if transparent && width < FLATTEN_BELOW {
                transparent = false;
                width = widest;
            }
        }
        Err(PictureError::TooLarge { limit: purpose.max_bytes() })
    }

    fn opaque(&self, image: &DynamicImage, purpose: Purpose) -> Result<Made, PictureError> {
        let fits = |made: &Made| made.bytes.len() <= purpose.aim();
        let png = match self.nature {
            Nature::Photograph => None,
            _ => Some(Made::png(image, self.mark)?).filter(fits),
        };
        // A small file without any loss needs no comparison.
        if let (Nature::Drawing, Some(png)) = (self.nature, &png)
            && png.bytes.len() <= LOSSLESS.1
        {
            return Ok(png.clone());
        }
        let jpeg = Made::jpeg(image, self.mark, purpose)?;
        Ok(match png {
            Some(png)
                if self.nature == Nature::Drawing && png.bytes.len() <= LOSSLESS.0 * jpeg.bytes.len() =>
            {
                png
            }
            Some(png) if png.bytes.len() <= jpeg.bytes.len() => png,
            _ => jpeg,
        })
    }
}

/// A file that was made.
#[derive(Debug, Clone)]
struct Made {
    bytes: Vec<u8>,
    format: Format,
}

impl Made {
    fn png(image: &DynamicImage, mark: Option<&Mark>) -> Result<Self, PictureError> {
        Ok(Self { bytes: encode::png(image, mark)?, format: Format::Png })
    }

    /// The quality that looks the same, or less where that is too large.
    fn jpeg(image: &DynamicImage, mark: Option<&Mark>, purpose: Purpose) -> Result<Self, PictureError> {
        let plan = JpegPlan::new(image)?;
        let mut bytes = plan.file(plan.quality, mark)?;
        if bytes.len() > purpose.aim() && plan.quality > encode::LOWEST {
            bytes = plan.file(plan.quality.midpoint(encode::LOWEST), mark)?;
        }
        if bytes.len() > purpose.aim() && plan.quality > encode::LOWEST {
            bytes = plan.file(encode::LOWEST, mark)?;
        }
        Ok(Self { bytes, format: Format::Jpeg })
    }
}

/// The next width to try when `bytes` were too many: by the share of them that fits, and a little less.
fn narrower(width: u32, bytes: usize, aim: usize) -> u32 {
    let share = (aim as f64 / bytes.max(1) as f64).sqrt().min(1.0);
    // below the width, which is far below the limits of the type
    ((f64::from(width) * share * 0.97) as u32).min(width - 1)
}

fn normalise(image: DynamicImage) -> DynamicImage {
    if image.color().has_alpha() {
        let rgba = image.into_rgba8();
        if rgba.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
            return rgba.into();
        }
        return DynamicImage::from(rgba).into_rgb8().into();
    }
    if image.color().has_color() { image.into_rgb8().into() } else { image.into_luma8().into() }
}

fn nature(image: &DynamicImage) -> Nature {
    if has_few_colours(image) {
        return Nature::Drawing;
    }
    let channels = usize::from(image.color().channel_count());
    let row = image.width() as usize * channels;
    let (mut even, mut all) = (0_usize, 0_usize);
    for line in image.as_bytes().chunks_exact(row.max(1)) {
        let next = line.get(channels..).unwrap_or_default();
        let pairs = line.chunks_exact(channels).zip(next.chunks_exact(channels));
        even += pairs.filter(|(one, other)| one == other).count();
        all += image.width() as usize;
    }
    match even * 100 / all.max(1) {
        50.. => Nature::Drawing,
        20..50 => Nature::Mixed,
        _ => Nature::Photograph,
    }
}

fn has_few_colours(image: &DynamicImage) -> bool {
    let mut seen = HashSet::with_capacity(FEW_COLOURS + 1);
    let channels = usize::from(image.color().channel_count());
    let mut last: &[u8] = &[];
    image.as_bytes().chunks_exact(channels).all(|pixel| {
        if pixel != last {
            last = pixel;
            seen.insert(pixel);
        }
        seen.len() <= FEW_COLOURS
    })
}
