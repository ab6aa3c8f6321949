//! Colour profiles. Everything goes out as sRGB, which is what a picture without a profile is: the platform makes copies
//! of pictures in several sizes and does not promise to carry a profile along, and a wide-gamut picture without its
//! profile looks pale.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::contains;

/// Profiles larger than this are those of printers; they are not read.
const MAX_PROFILE: usize = 1024 * 1024;

/// Whether a profile calls itself sRGB, in the two ways of writing text that profiles have.
pub(super) fn is_srgb(profile: &[u8]) -> bool {
    contains(profile, b"sRGB") || contains(profile, b"s\0R\0G\0B")
}

/// Whether `profile` asks for other numbers than sRGB's.
pub(super) fn is_foreign(profile: &[u8]) -> bool {
    profile.len() <= MAX_PROFILE && profile.get(16..20) == Some(b"RGB ") && !is_srgb(profile)
}

/// Converts an 8-bit picture whose colours are those of `profile`. What cannot be understood leaves it as it is.
pub(super) fn to_srgb(image: DynamicImage, profile: &[u8]) -> DynamicImage {
    if !is_foreign(profile) {
        return image;
    }
    // The parser of profiles is fed by strangers; a panic in it costs the conversion, not the run.
    let converted = catch_unwind(AssertUnwindSafe(|| converted(&image, profile)));
    converted.ok().flatten().unwrap_or(image)
}

fn converted(image: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let source = ColorProfile::new_from_slice(profile).ok()?;
    if source.color_space != DataColorSpace::Rgb {
        return None;
    }
    let layout = match image {
        DynamicImage::ImageRgb8(_) => Layout::Rgb,
        DynamicImage::ImageRgba8(_) => Layout::Rgba,
        _ => return None,
    };
    // Whole numbers: the same result whatever the processor can do.
    let options = TransformOptions { prefer_fixed_point: true, ..TransformOptions::default() };
    let transform = source.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options).ok()?;
    let mut image = image.clone();
    match &mut image {
        DynamicImage::ImageRgb8(pixels) => {
            let from = pixels.as_raw().clone();
            transform.transform(&from, pixels).ok()?;
        }
        DynamicImage::ImageRgba8(pixels) => {
            let from = pixels.as_raw().clone();
            transform.transform(&from, pixels).ok()?;
        }
        _ => return None,
    }
    Some(image)
}
