//! What a writer should know about a picture that can be used all the same.

use super::error::megabytes;
use super::{Format, PictureError, Probe, Purpose};
use crate::base::message::{Message, wechat as text};
use crate::wechat::limits;

/// The smallest cover that is sharp on the wide card, in pixels (reported custom: 900 × 383).
const COVER: (u32, u32) = (900, 383);
/// Most frames of an animation, as the console's help used to say; nobody documents it for the interface.
const FRAMES: u32 = 300;
/// Most pixels of all frames together (same source).
const FRAME_PIXELS: u64 = 6_000_000;

/// Something about a picture that will look otherwise than its writer thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// It moves, and readers will see its first frame.
    StandsStill {
        /// What it is.
        format: Format,
        /// Where it stands.
        purpose: Purpose,
    },
    /// An animation with more frames than are said to be shown.
    ManyFrames {
        /// How many it has.
        frames: u32,
    },
    /// An animation with more pixels in all frames together than are said to be shown.
    ManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// How many frames it has.
        frames: u32,
    },
    /// A cover that is enlarged on the wide card.
    SmallCover {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// What to tell about a picture of `bytes` bytes that will stand at `purpose`.
///
/// # Errors
/// When [`super::prepare`] will refuse it there although its file is whole.
pub fn concern(probe: &Probe, bytes: usize, purpose: Purpose) -> Result<Option<Concern>, PictureError> {
    let Probe { format, width, height, frames, .. } = *probe;
    if !probe.animated() {
        let small = width < COVER.0 || height < COVER.1;
        return Ok((purpose == Purpose::Cover && small).then_some(Concern::SmallCover { width, height }));
    }
    if format != Format::Gif || purpose != Purpose::Body {
        return Ok(Some(Concern::StandsStill { format, purpose }));
    }
    if bytes > limits::MATERIAL_IMAGE_BYTES {
        return Err(PictureError::Animation { bytes });
    }
    let pixels = u64::from(width) * u64::from(height) * u64::from(frames);
    Ok(if frames > FRAMES {
        Some(Concern::ManyFrames { frames })
    } else if pixels > FRAME_PIXELS {
        Some(Concern::ManyPixels { width, height, frames })
    } else {
        None
    })
}

impl Concern {
    /// What will happen.
    pub fn message(&self) -> Message {
        match self {
            Self::StandsStill { format: Format::Gif, purpose: Purpose::Newspic } => text::gif_in_pictures(),
            Self::StandsStill { purpose: Purpose::Cover, .. } => text::moving_cover(),
            Self::StandsStill { format, .. } => text::moving_picture(format.name()),
            Self::ManyFrames { frames } => text::many_frames(frames, FRAMES),
            Self::ManyPixels { width, height, frames } => {
                text::many_frame_pixels(width, height, frames, FRAME_PIXELS / 10_000)
            }
            Self::SmallCover { width, height } => text::small_cover(width, height),
        }
    }

    /// What the writer can do.
    pub fn help(&self) -> Message {
        match self {
            Self::StandsStill { format: Format::Gif, .. } => text::moving_cover_help(),
            Self::StandsStill { .. } => text::moving_picture_help(megabytes(limits::MATERIAL_IMAGE_BYTES)),
            Self::ManyFrames { .. } | Self::ManyPixels { .. } => text::picture_animation_help(),
            Self::SmallCover { .. } => text::small_cover_help(COVER.0, COVER.1),
        }
    }
}
