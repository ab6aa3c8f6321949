//! Pictures on their way to the platform: recognised by content, rotated, stripped, shrunk.

mod color;
mod hostile;
mod mark;
mod motion;
mod size;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A picture that compresses badly, like a photograph of grass.
pub(super) fn noise(width: u32, height: u32) -> RgbImage {
    let mut random = fastrand::Rng::with_seed(7);
    RgbImage::from_fn(width, height, |_, _| Rgb([random.u8(..), random.u8(..), random.u8(..)]))
}

/// A soft gradient with many colours: a photograph of the sky. Its left half is darker.
pub(super) fn sky(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let level = if x < width / 2 { 40 } else { 160 };
        Rgb([level, (y * 200 / height) as u8, level + (x * 40 / width) as u8 + ((x * 7 + y * 3) % 11) as u8])
    })
}

/// A diagram: three colours.
pub(super) fn diagram(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x / 40 + y / 40) % 3 {
        0 => Rgb([255, 255, 255]),
        1 => Rgb([20, 90, 160]),
        _ => Rgb([0, 0, 0]),
    })
}

pub(super) fn encode(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.into().write_to(&mut out, format).unwrap();
    out.into_inner()
}

pub(super) fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 90).encode_image(image).unwrap();
    out
}

/// A TIFF block, little-endian: orientation in the first directory, latitude in a GPS directory.
pub(super) fn exif(orientation: u16, gps: bool) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    let entry = |out: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: u32| {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value.to_le_bytes());
    };
    out.extend(if gps { 2_u16 } else { 1 }.to_le_bytes());
    entry(&mut out, 0x0112, 3, 1, u32::from(orientation));
    if gps {
        // header 8 + count 2 + two entries 24 + next directory 4
        entry(&mut out, 0x8825, 4, 1, 38);
        out.extend([0; 4]);
        out.extend(2_u16.to_le_bytes());
        entry(&mut out, 0x0001, 2, 2, u32::from(b'N'));
        entry(&mut out, 0x0002, 5, 3, 68);
        out.extend([0; 4]);
        for (degrees, of) in [(39_u32, 1_u32), (54, 1), (2025, 100)] {
            out.extend(degrees.to_le_bytes());
            out.extend(of.to_le_bytes());
        }
    } else {
        out.extend([0; 4]);
    }
    out
}

pub(super) fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, marker]);
    out.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
    out.extend(body);
    out.extend(&jpeg[2..]);
    out
}

pub(super) fn with_exif(jpeg: &[u8], orientation: u16, gps: bool) -> Vec<u8> {
    with_segment(jpeg, 0xe1, &[b"Exif\0\0".as_slice(), &exif(orientation, gps)].concat())
}

/// Puts a chunk before the last one (12 bytes of IEND). The decoder does not check what it skips, so the sum may be 0.
pub(super) fn with_chunk(png: &[u8], kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let (head, end) = png.split_at(png.len() - 12);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let mut crc = !0_u32;
    for byte in kind.iter().chain(data) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    [head, &length, kind, data, &(!crc).to_be_bytes(), end].concat()
}

/// Mean difference of two pictures of the same size, in levels of a channel.
pub(super) fn difference(one: &RgbImage, other: &RgbImage) -> f64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let sum: u64 = one.as_raw().iter().zip(other.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / one.as_raw().len() as f64
}

pub(super) fn pixels(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}
