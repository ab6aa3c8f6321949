//! Bringing a picture under the limits: strip where that is enough, else decode, rotate, scale and encode again.

use std::collections::HashSet;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, Rgb, RgbImage, RgbaImage};

use super::{Fault, Format, Layout, PictureError, Prepared, Purpose, decode_limits, layout, reader};
use crate::wechat::limits;

/// JPEG qualities that are tried, best first.
const QUALITIES: [u8; 4] = [88, 80, 72, 64];
/// Each further round has this many percent of the width of the round before.
const STEP_PERCENT: u32 = 85;
/// A picture with this many colours or fewer (a diagram, a screenshot of text) stays PNG.
const FEW_COLOURS: usize = 256;
/// Below this width a transparent picture is rather flattened onto white than shrunk further.
const FLATTEN_BELOW: u32 = 480;
/// Profiles larger than this are dropped; the usual ones take 0.5 to 4 KB.
const MAX_PROFILE: usize = 64 * 1024;

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
}

/// Turns a picture into what may be uploaded for `purpose`: JPEG or PNG, upright, without metadata, within the limits.
///
/// A JPEG or PNG that already is all that comes back byte for byte; one that only carries metadata loses it without
/// being encoded again. Of an animation the first frame is taken. A picture with transparent places or few colours
/// becomes PNG, another one the smaller of PNG and JPEG. The same bytes always give the same bytes.
///
/// # Errors
/// When the bytes are no whole picture of a known kind, have too many pixels, or stay too large.
pub fn prepare(bytes: &[u8], purpose: Purpose) -> Result<Prepared, PictureError> {
    let (format, layout) = layout(bytes)?;
    layout.whole(format)?;
    let decoded = decode(bytes, format, &layout)?;
    if let Some(bytes) = as_it_is(bytes, format, &layout, purpose) {
        return Ok(Prepared { bytes, format, width: layout.width, height: layout.height });
    }
    let candidate = Candidate::new(decoded, format);
    candidate.fit(purpose)
}

/// The file without its metadata, if nothing else needs to change.
fn as_it_is(bytes: &[u8], format: Format, layout: &Layout, purpose: Purpose) -> Option<Vec<u8>> {
    let usable = matches!(format, Format::Jpeg | Format::Png) && layout.plain && !layout.animated;
    if !usable || layout.orientation != 1 || layout.width > purpose.max_width() {
        return None;
    }
    let stripped = if layout.has_metadata {
        layout.keep.iter().map(|range| bytes.get(range.clone())).collect::<Option<Vec<_>>>()?.concat()
    } else {
        bytes.to_vec()
    };
    (stripped.len() <= purpose.max_bytes()).then_some(stripped)
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
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= MAX_PROFILE);
    let mut image = DynamicImage::from_decoder(decoder).map_err(explain)?;
    if let Some(orientation) = Orientation::from_exif(layout.orientation) {
        image.apply_orientation(orientation);
    }
    Ok(Decoded { image, profile })
}

/// A decoded picture on its way to a file.
struct Candidate {
    /// 8 bits a channel: grey, RGB, or RGBA if some place really is transparent.
    image: DynamicImage,
    /// The colour profile, if it describes the channels that are written.
    profile: Option<Vec<u8>>,
    /// Whether PNG is worth trying: the source was not a JPEG.
    lossless: bool,
    few_colours: bool,
}

impl Candidate {
    fn new(Decoded { image, profile }: Decoded, format: Format) -> Self {
        let image = normalise(image);
        let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
        let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
        let lossless = format != Format::Jpeg;
        let few_colours = lossless && has_few_colours(&image);
        Self { image, profile, lossless, few_colours }
    }

    /// Tries smaller and smaller files until one fits.
    fn fit(&self, purpose: Purpose) -> Result<Prepared, PictureError> {
        let mut width = self.image.width().min(purpose.max_width());
        let mut transparent = self.image.color().has_alpha();
        let mut first = true;
        loop {
            let scaled = scale(&self.image, width);
            let found = if transparent {
                self.png(&scaled, purpose.aim())?
            } else {
                self.opaque(&flatten(&scaled), purpose, first)?
            };
            if let Some((bytes, format)) = found {
                return Ok(Prepared { bytes, format, width: scaled.width(), height: scaled.height() });
            }
            first = false;
            width = width * STEP_PERCENT / 100;
            if transparent && width < FLATTEN_BELOW {
                transparent = false;
                width = self.image.width().min(purpose.max_width());
            }
            if width == 0 {
                return Err(PictureError::TooLarge { limit: purpose.max_bytes() });
            }
        }
    }

    fn opaque(
        &self,
        image: &DynamicImage,
        purpose: Purpose,
        first: bool,
    ) -> Result<Option<(Vec<u8>, Format)>, PictureError> {
        let png = if self.lossless && first { self.png(image, purpose.aim())? } else { None };
        if self.few_colours && png.is_some() {
            return Ok(png);
        }
        let jpeg = self.jpeg(image, purpose)?;
        Ok(match (png, jpeg) {
            (Some(png), Some(jpeg)) => Some(if jpeg.0.len() < png.0.len() { jpeg } else { png }),
            (png, jpeg) => png.or(jpeg),
        })
    }

    fn png(&self, image: &DynamicImage, limit: usize) -> Result<Option<(Vec<u8>, Format)>, PictureError> {
        let mut out = Vec::new();
        let mut encoder =
            PngEncoder::new_with_quality(&mut out, CompressionType::Default, PngFilter::Adaptive);
        if let Some(profile) = &self.profile {
            // a profile that cannot be embedded is no reason to lose the picture
            let _ = encoder.set_icc_profile(profile.clone());
        }
        write(encoder, image, Format::Png)?;
        Ok((out.len() <= limit).then_some((out, Format::Png)))
    }

    /// The best quality that reaches the aim, or the lowest one if that at least keeps the limit.
    fn jpeg(
        &self,
        image: &DynamicImage,
        purpose: Purpose,
    ) -> Result<Option<(Vec<u8>, Format)>, PictureError> {
        let mut out = Vec::new();
        for quality in QUALITIES {
            out.clear();
            let mut encoder = JpegEncoder::new_with_quality(&mut out, quality);
            if let Some(profile) = &self.profile {
                let _ = encoder.set_icc_profile(profile.clone());
            }
            write(encoder, image, Format::Jpeg)?;
            if out.len() <= purpose.aim() {
                break;
            }
        }
        Ok((out.len() <= purpose.max_bytes()).then_some((out, Format::Jpeg)))
    }
}

fn write(encoder: impl ImageEncoder, image: &DynamicImage, format: Format) -> Result<(), PictureError> {
    encoder
        .write_image(image.as_bytes(), image.width(), image.height(), image.color().into())
        .map_err(|error| PictureError::Broken { format, fault: Fault::Data(error.to_string()) })
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

fn has_few_colours(image: &DynamicImage) -> bool {
    let mut seen = HashSet::with_capacity(FEW_COLOURS + 1);
    let channels = usize::from(image.color().channel_count());
    image.as_bytes().chunks_exact(channels).all(|pixel| {
        seen.insert(pixel);
        seen.len() <= FEW_COLOURS
    })
}

fn scale(image: &DynamicImage, width: u32) -> DynamicImage {
    if width >= image.width() {
        return image.clone();
    }
    let ratio = f64::from(width) / f64::from(image.width());
    // rounding a positive number below 10,000
    let height = ((f64::from(image.height()) * ratio).round() as u32).max(1);
    match image {
        DynamicImage::ImageRgba8(rgba) => {
            // Colours of transparent pixels would bleed into the edges; weighed by their opacity they do not.
            let scaled =
                DynamicImage::from(weigh(rgba.clone())).resize_exact(width, height, FilterType::Lanczos3);
            unweigh(scaled.into_rgba8()).into()
        }
        opaque => opaque.resize_exact(width, height, FilterType::Lanczos3),
    }
}

fn weigh(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0.map(u16::from);
        pixel.0 = [r * a / 255, g * a / 255, b * a / 255, a].map(|value| value as u8);
    }
    image
}

fn unweigh(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0.map(u16::from);
        let whole = |value: u16| (value * 255).checked_div(a).unwrap_or(0).min(255);
        pixel.0 = [whole(r), whole(g), whole(b), a].map(|value| value as u8);
    }
    image
}

/// Puts a transparent picture onto white, the colour of an article's page.
fn flatten(image: &DynamicImage) -> DynamicImage {
    let DynamicImage::ImageRgba8(rgba) = image else { return image.clone() };
    let flat = RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0.map(u16::from);
        Rgb([r, g, b].map(|value| ((value * a + 255 * (255 - a)) / 255) as u8))
    });
    flat.into()
}
