//! Pictures before they are uploaded: what a file really is, and how it becomes a JPEG or PNG that the platform takes.
//!
//! A picture is known by its content, never by its name. Preparing rotates it upright, removes everything that is not
//! pixels, colour or the legal mark of generated content (place, camera, author, embedded previews, trailing bytes), and
//! makes the smallest file that looks the same; the same bytes in give the same bytes out. Uploading is the client's
//! work, drawing pictures is not done here.

mod color;
mod concern;
mod encode;
mod error;
mod exif;
mod gif;
mod jpeg;
mod mark;
mod png;
mod prepare;
mod scale;
mod similarity;
mod sniff;
mod webp;

use std::io::Cursor;
use std::ops::Range;

use image::{ImageFormat, ImageReader, Limits};

pub use concern::{Concern, concern};
pub use error::{Fault, PictureError};
pub use prepare::prepare;

use mark::Mark;

/// Longest side that is read, in pixels.
pub const MAX_SIDE: u32 = 10_000;
/// Most memory that the pixels may take, in bytes.
const MAX_ALLOC: u64 = 256 * 1024 * 1024;

/// What a picture's content is, whatever its file is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP; the platform refuses it, preparing turns it into PNG or JPEG.
    Webp,
    /// BMP.
    Bmp,
}

impl Format {
    /// The usual name: `PNG`, `JPEG`, …
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
            Self::Bmp => "BMP",
        }
    }

    /// The file name ending without a dot; the platform answers 40005 to a part whose name has none.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Bmp => "bmp",
        }
    }

    /// The media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Bmp => "image/bmp",
        }
    }

    /// What the ending of a path promises; `None` when it promises no picture of a kind that is known here.
    fn promised(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "png" => Self::Png,
            "jpg" | "jpeg" => Self::Jpeg,
            "gif" => Self::Gif,
            "webp" => Self::Webp,
            "bmp" => Self::Bmp,
            _ => return None,
        })
    }

    const fn codec(self) -> ImageFormat {
        match self {
            Self::Png => ImageFormat::Png,
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Gif => ImageFormat::Gif,
            Self::Webp => ImageFormat::WebP,
            Self::Bmp => ImageFormat::Bmp,
        }
    }
}

/// Where a picture will stand; decides its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Inside an article (`uploadimg`): below 1,000,000 bytes, at most 1,080 px wide.
    Body,
    /// Cover of an article (`add_material`): at most 10 MiB, aimed below 1 MB, at most 1,440 px wide.
    Cover,
    /// A picture of a picture article (`add_material`): as a cover.
    Newspic,
}

/// What the header of a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probe {
    /// Format by content.
    pub format: Format,
    /// Width in pixels as a reader sees it (after the EXIF rotation).
    pub width: u32,
    /// Height in pixels as a reader sees it.
    pub height: u32,
    /// Whether the file carries anything beside pixels, colour and the mark of generated content: EXIF, XMP, IPTC,
    /// comments, trailing bytes.
    pub has_metadata: bool,
    /// Whether that tells where the picture was taken.
    pub has_gps: bool,
    /// Whether it carries the mark of generated content (the field `AIGC` of GB 45438-2025).
    pub marked: bool,
    /// How many frames it has; more than one makes it an animation.
    pub frames: u32,
}

impl Probe {
    /// Whether it has more than one frame.
    pub const fn animated(&self) -> bool {
        self.frames > 1
    }
}

/// Which interface takes a prepared picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// `media/uploadimg`: JPEG or PNG for the inside of an article; counts against no library.
    Article,
    /// `material/add_material`: covers, pictures of picture articles, and animations, which `uploadimg` refuses.
    Library,
}

/// A picture that is ready to upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The file.
    pub bytes: Vec<u8>,
    /// [`Format::Png`] or [`Format::Jpeg`]; [`Format::Gif`] for an animation inside an article.
    pub format: Format,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Where it is to be uploaded.
    pub route: Route,
}

/// Says what a picture is, without decoding its pixels.
///
/// # Errors
/// When the bytes are no picture of a known kind or its header is damaged.
pub fn probe(bytes: &[u8]) -> Result<Probe, PictureError> {
    let (format, layout) = layout(bytes)?;
    Ok(layout.probe(format))
}

/// Says what the picture file `path` is, and whether [`prepare`] may hope for it, without decoding its pixels: so that
/// a writer hears of it, and not the runner at eight in the evening.
///
/// # Errors
/// When the bytes are no whole picture of a known kind, have too many pixels, or are not what the path's ending says.
pub fn inspect(path: &str, bytes: &[u8]) -> Result<Probe, PictureError> {
    let (format, layout) = layout(bytes)?;
    layout.whole(format)?;
    layout.bounded()?;
    let probe = layout.probe(format);
    if Format::promised(path).is_some_and(|promised| promised != format) {
        return Err(PictureError::Misnamed { format });
    }
    Ok(probe)
}

/// The parts of a picture file.
#[derive(Debug, Default)]
struct Layout {
    /// Stored width and height, before rotation.
    width: u32,
    height: u32,
    /// EXIF orientation 1–8; 1 is upright.
    orientation: u8,
    has_metadata: bool,
    has_gps: bool,
    /// Whether a colour profile is embedded.
    has_profile: bool,
    /// Whether something beside metadata changes nothing when it is left out.
    has_ballast: bool,
    mark: Option<Mark>,
    /// Frames of an animation; 0 or 1 otherwise.
    frames: u32,
    /// Most bytes that a decoded pixel takes.
    pixel_bytes: u8,
    /// Whether the file ends where its format says.
    complete: bool,
    /// Whether phones show this kind of JPEG or PNG as it is (CMYK is not shown reliably).
    plain: bool,
    /// Of a JPEG: about the quality that it was made with.
    quality: Option<u8>,
    /// What remains when metadata is left out (JPEG, PNG and GIF only).
    keep: Vec<Range<usize>>,
    /// How many parts of `keep` stand before a mark.
    head: usize,
}

impl Layout {
    fn probe(&self, format: Format) -> Probe {
        let (width, height) = self.shown_size();
        Probe {
            format,
            width,
            height,
            has_metadata: self.has_metadata,
            has_gps: self.has_gps,
            marked: self.mark.is_some(),
            frames: self.frames.max(1),
        }
    }

    fn whole(&self, format: Format) -> Result<(), PictureError> {
        if self.complete { Ok(()) } else { Err(PictureError::Broken { format, fault: Fault::CutOff }) }
    }

    /// Refuses what would take too much memory, before any of it is taken.
    fn bounded(&self) -> Result<(), PictureError> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let bytes = pixels.saturating_mul(u64::from(self.pixel_bytes.max(1)));
        if self.width <= MAX_SIDE && self.height <= MAX_SIDE && bytes <= MAX_ALLOC {
            return Ok(());
        }
        let (width, height) = self.shown_size();
        Err(PictureError::TooManyPixels { width, height })
    }

    fn shown_size(&self) -> (u32, u32) {
        if self.orientation >= 5 { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// The file without its metadata, its mark kept.
    fn stripped(&self, bytes: &[u8], mark: impl Fn(&Mark) -> Vec<u8>) -> Option<Vec<u8>> {
        if !self.has_metadata && !self.has_ballast {
            return Some(bytes.to_vec());
        }
        let mut out = Vec::with_capacity(bytes.len());
        for (index, range) in self.keep.iter().enumerate() {
            if index == self.head {
                out.extend(self.mark.as_ref().map(&mark).unwrap_or_default());
            }
            out.extend(bytes.get(range.clone())?);
        }
        Some(out)
    }

    fn note_exif(&mut self, tiff: &[u8]) {
        let facts = exif::read(tiff);
        self.has_metadata = true;
        self.has_gps |= facts.has_gps;
        if let Some(orientation) = facts.orientation {
            self.orientation = orientation;
        }
        for remark in &facts.remarks {
            self.note_mark(Mark::in_remark(remark), |_| false);
        }
    }

    fn note_remark(&mut self, remark: &str) {
        self.has_metadata = true;
        self.note_mark(Mark::in_remark(remark), |_| false);
    }

    /// An XMP packet; `own` says whether it is the mark as it is written here.
    fn note_packet(&mut self, packet: &[u8], own: impl Fn(&Mark) -> bool) {
        let own = self.note_mark(Mark::in_packet(packet), own);
        self.has_metadata |= !own;
        self.note_place(packet);
    }

    fn note_place(&mut self, packet: &[u8]) {
        self.has_gps |= contains(packet, b"GPSLatitude") || contains(packet, b"GPSLongitude");
    }

    /// Remembers the first mark; whether it is the first and stands there as it is written here.
    fn note_mark(&mut self, found: Option<Mark>, own: impl Fn(&Mark) -> bool) -> bool {
        let Some(found) = found else { return false };
        match &mut self.mark {
            Some(known) => {
                known.merge(&found);
                false
            }
            none => {
                let own = own(&found);
                *none = Some(found);
                own
            }
        }
    }
}

fn layout(bytes: &[u8]) -> Result<(Format, Layout), PictureError> {
    let format = sniff::format(bytes)?;
    let found = match format {
        Format::Jpeg => jpeg::layout(bytes),
        Format::Png => png::layout(bytes),
        Format::Gif => gif::layout(bytes),
        Format::Webp => webp::layout(bytes),
        Format::Bmp => Some(Layout { orientation: 1, complete: true, pixel_bytes: 4, ..Layout::default() }),
    };
    let damaged = PictureError::Broken { format, fault: Fault::Header };
    let Some(mut layout) = found else { return Err(damaged) };
    if matches!(format, Format::Webp | Format::Bmp) {
        let Ok(size) = reader(bytes, format).into_dimensions() else { return Err(damaged) };
        (layout.width, layout.height) = size;
    }
    if layout.width == 0 || layout.height == 0 {
        return Err(damaged);
    }
    Ok((format, layout))
}

fn reader(bytes: &[u8], format: Format) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.codec());
    reader.limits(decode_limits());
    reader
}

fn decode_limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOC);
    limits
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

/// Big-endian and little-endian numbers at a place that may not exist.
fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
