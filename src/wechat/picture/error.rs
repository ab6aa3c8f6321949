//! Why a picture cannot be used, as people read it.

use super::{Format, MAX_SIDE};
use crate::base::message::{Explain, Message, wechat as text};
use crate::wechat::limits;

/// What is wrong with a damaged picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Its size cannot be read.
    #[error("the header is damaged")]
    Header,
    /// It ends too early.
    #[error("the file is cut off")]
    CutOff,
    /// The decoder gave up; its own words.
    #[error("{0}")]
    Data(String),
}

/// A picture cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// There are no bytes.
    #[error("the picture is empty")]
    Empty,
    /// The content is no picture, or of a kind that is not read here.
    #[error("{kind} is not a picture format that can be used")]
    Unsupported {
        /// What it seems to be: `HEIC`, `SVG`, `?` …
        kind: &'static str,
    },
    /// The file is cut off or damaged.
    #[error("broken {format}: {fault}", format = format.name())]
    Broken {
        /// What it begins as.
        format: Format,
        /// What is wrong with it.
        fault: Fault,
    },
    /// The file's name says something else than its content.
    #[error("in truth {real}", real = format.name())]
    Misnamed {
        /// What it is.
        format: Format,
    },
    /// More pixels than are read here.
    #[error("{width}x{height} pixels; at most {MAX_SIDE} a side are read, and 256 MiB decoded")]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// Even at the lowest quality and size the file stays above the limit.
    #[error("cannot be brought under {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// An animation is larger than the platform takes; it is not made smaller here.
    #[error("an animation of {bytes} bytes; at most {limit} are taken", limit = limits::MATERIAL_IMAGE_BYTES)]
    Animation {
        /// Its size in bytes.
        bytes: usize,
    },
}

impl Explain for PictureError {
    fn message(&self) -> Message {
        match self {
            Self::Empty => text::picture_empty(),
            Self::Unsupported { kind: "?" } => text::picture_unknown(),
            Self::Unsupported { kind } => text::picture_unsupported(kind),
            Self::Broken { format, fault } => match fault {
                Fault::Header => text::picture_header(format.name()),
                Fault::CutOff => text::picture_cut_off(format.name()),
                Fault::Data(reason) => text::picture_broken(format.name(), reason),
            },
            Self::Misnamed { format } => text::picture_misnamed(format.name()),
            Self::TooManyPixels { width, height } => text::picture_too_many_pixels(width, height),
            Self::TooLarge { limit } => text::picture_too_large(limit),
            Self::Animation { bytes } => {
                text::picture_animation(megabytes(*bytes), megabytes(limits::MATERIAL_IMAGE_BYTES))
            }
        }
    }

    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::Unsupported { kind: "HEIC" } => text::picture_heic_help(),
            Self::Unsupported { .. } => text::picture_convert_help(),
            Self::Empty | Self::Broken { .. } => text::picture_export_help(),
            Self::Misnamed { .. } => text::picture_misnamed_help(),
            Self::TooManyPixels { .. } => text::picture_scale_help(MAX_SIDE),
            Self::TooLarge { .. } => text::picture_split_help(),
            Self::Animation { .. } => text::picture_animation_help(),
        })
    }
}

/// A size as people read it, in MB with one decimal.
pub(super) fn megabytes(bytes: usize) -> String {
    format!("{}.{}", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576)
}
