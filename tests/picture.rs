//! Pictures on their way to the platform: recognised by content, rotated, stripped, shrunk.

use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;
use qianfa::base::message::{Explain, Lang};
use qianfa::wechat::picture::{Fault, Format, PictureError, Purpose, prepare, probe};

/// A picture that compresses badly, like a photograph of grass.
fn noise(width: u32, height: u32) -> RgbImage {
    let mut random = fastrand::Rng::with_seed(7);
    RgbImage::from_fn(width, height, |_, _| Rgb([random.u8(..), random.u8(..), random.u8(..)]))
}

/// A soft gradient with many colours: a photograph of the sky. Its left half is darker.
fn sky(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let level = if x < width / 2 { 40 } else { 160 };
        Rgb([level, (y * 200 / height) as u8, level + (x * 40 / width) as u8 + ((x * 7 + y * 3) % 11) as u8])
    })
}

/// A diagram: three colours.
fn diagram(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x / 40 + y / 40) % 3 {
        0 => Rgb([255, 255, 255]),
        1 => Rgb([20, 90, 160]),
        _ => Rgb([0, 0, 0]),
    })
}

fn encode(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.into().write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 90).encode_image(image).unwrap();
    out
}

/// A TIFF block, little-endian: orientation in the first directory, latitude in a GPS directory.
fn exif(orientation: u16, gps: bool) -> Vec<u8> {
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

fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, marker]);
    out.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
    out.extend(body);
    out.extend(&jpeg[2..]);
    out
}

fn with_exif(jpeg: &[u8], orientation: u16, gps: bool) -> Vec<u8> {
    with_segment(jpeg, 0xe1, &[b"Exif\0\0".as_slice(), &exif(orientation, gps)].concat())
}

/// Puts a chunk before the last one (12 bytes of IEND). The decoder does not check what it skips, so the sum may be 0.
fn with_chunk(png: &[u8], kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
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

fn pixels(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

#[test]
fn a_photograph_with_a_place_is_turned_upright_and_tells_nothing() {
    let original = with_exif(&jpeg(&sky(640, 400)), 6, true);
    let before = probe(&original).unwrap();
    assert_eq!((before.format, before.width, before.height), (Format::Jpeg, 400, 640), "as a reader sees it");
    assert!(before.has_metadata && before.has_gps && !before.animated);

    let ready = prepare(&original, Purpose::Body).unwrap();
    assert_eq!((ready.format, ready.width, ready.height), (Format::Jpeg, 400, 640));
    let after = probe(&ready.bytes).unwrap();
    assert_eq!((after.width, after.height, after.has_metadata, after.has_gps), (400, 640, false, false));
    assert!(!ready.bytes.windows(4).any(|window| window == b"Exif"));
    // Orientation 6: the left edge of the stored picture is the top edge of the shown one.
    let shown = pixels(&ready.bytes);
    assert!(shown.get_pixel(200, 20).0[0] < 80 && shown.get_pixel(200, 620).0[0] > 120);
}

#[test]
fn an_upright_photograph_only_loses_its_metadata_and_keeps_every_pixel() {
    let plain = jpeg(&sky(640, 400));
    let mut original = with_exif(&plain, 1, true);
    original = with_segment(&original, 0xfe, "拍摄者：某人".as_bytes());
    original = with_segment(&original, 0xe1, b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='39'/>");
    original.extend(b"a preview after the end");
    assert!(probe(&original).unwrap().has_gps);
    assert_eq!(prepare(&original, Purpose::Cover).unwrap().bytes, plain);
}

#[test]
fn what_is_fine_already_passes_byte_for_byte() {
    for (bytes, format) in [
        (jpeg(&sky(1080, 600)), Format::Jpeg),
        (encode(sky(300, 200), ImageFormat::Png), Format::Png),
        (encode(diagram(900, 500), ImageFormat::Png), Format::Png),
    ] {
        let ready = prepare(&bytes, Purpose::Body).unwrap();
        assert_eq!(ready.format, format);
        assert!(ready.bytes == bytes, "{format:?} was changed");
    }
}

#[test]
fn text_and_place_in_a_png_are_left_out() {
    let plain = encode(diagram(400, 300), ImageFormat::Png);
    let mut original = with_chunk(&plain, b"tEXt", b"Author\0someone");
    original = with_chunk(&original, b"eXIf", &exif(1, true));
    let found = probe(&original).unwrap();
    assert!(found.has_metadata && found.has_gps);
    assert_eq!(prepare(&original, Purpose::Body).unwrap().bytes, plain);

    let turned = with_chunk(&plain, b"eXIf", &exif(8, false));
    let ready = prepare(&turned, Purpose::Body).unwrap();
    assert_eq!((ready.width, ready.height), (300, 400));
    assert!(!probe(&ready.bytes).unwrap().has_metadata);
}

#[test]
fn a_large_picture_becomes_narrow_enough_and_small_enough() {
    for (purpose, widest) in [(Purpose::Body, 1080), (Purpose::Cover, 1440), (Purpose::Newspic, 1440)] {
        let ready = prepare(&jpeg(&sky(1600, 800)), purpose).unwrap();
        assert_eq!((ready.width, ready.height), (widest, widest / 2), "{purpose:?}");
        assert!(ready.bytes.len() < 1_000_000);
    }
    let grass = encode(noise(720, 1000), ImageFormat::Png);
    assert!(grass.len() > 2_000_000);
    let ready = prepare(&grass, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Jpeg);
    assert!(ready.bytes.len() < 1_000_000, "{} bytes", ready.bytes.len());
    assert_eq!((ready.width, ready.height), {
        let read = pixels(&ready.bytes);
        (read.width(), read.height())
    });
}

#[test]
fn a_webp_is_a_webp_whatever_it_is_called_and_becomes_what_suits_it() {
    let drawing = encode(diagram(600, 400), ImageFormat::WebP);
    assert_eq!(probe(&drawing).unwrap().format, Format::Webp);
    let ready = prepare(&drawing, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Png, "few colours");
    assert!(pixels(&ready.bytes) == diagram(600, 400));

    let photograph = prepare(&encode(noise(300, 300), ImageFormat::WebP), Purpose::Body).unwrap();
    assert_eq!(photograph.format, Format::Jpeg, "the smaller one");
    let bitmap = prepare(&encode(diagram(64, 48), ImageFormat::Bmp), Purpose::Cover).unwrap();
    assert_eq!((bitmap.format, bitmap.width, bitmap.height), (Format::Png, 64, 48));
}

#[test]
fn transparency_survives_and_does_not_darken_the_edges() {
    // A white disc on transparent black: scaling without weights would give it a grey rim.
    let disc = RgbaImage::from_fn(1200, 1200, |x, y| {
        let inside = (i64::from(x) - 600).pow(2) + (i64::from(y) - 600).pow(2) < 250_000;
        if inside { Rgba([255, 255, 255, 255]) } else { Rgba([0, 0, 0, 0]) }
    });
    let ready = prepare(&encode(disc, ImageFormat::Png), Purpose::Body).unwrap();
    assert_eq!((ready.format, ready.width), (Format::Png, 1080));
    let read = image::load_from_memory(&ready.bytes).unwrap().into_rgba8();
    assert_eq!(read.get_pixel(0, 0).0[3], 0);
    let rim = read.pixels().filter(|pixel| pixel.0[3] > 60).map(|pixel| pixel.0[0]).min().unwrap();
    assert!(rim > 240, "rim is {rim}");
}

#[test]
fn a_picture_with_a_transparent_channel_but_no_transparent_place_may_become_jpeg() {
    let opaque = DynamicImage::from(noise(500, 500)).into_rgba8();
    let ready = prepare(&encode(opaque, ImageFormat::Bmp), Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Jpeg);
}

#[test]
fn of_an_animation_the_first_frame_is_taken() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for colour in [[200, 10, 10, 255], [10, 10, 200, 255]] {
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(32, 16, Rgba(colour)))).unwrap();
    }
    drop(encoder);
    assert!(probe(&bytes).unwrap().animated);
    let ready = prepare(&bytes, Purpose::Body).unwrap();
    assert_eq!((ready.format, ready.width, ready.height), (Format::Png, 32, 16));
    assert!(pixels(&ready.bytes).get_pixel(5, 5).0[0] > 150);
    assert!(!probe(&ready.bytes).unwrap().animated);

    let without_trailer = &bytes[..bytes.len() - 1];
    assert!(prepare(without_trailer, Purpose::Body).unwrap() == ready);
    let cut = prepare(&bytes[..bytes.len() - 5], Purpose::Body);
    assert_eq!(cut, Err(PictureError::Broken { format: Format::Gif, fault: Fault::CutOff }));
}

#[test]
fn grey_pictures_stay_grey() {
    let grey = DynamicImage::from(sky(1500, 900)).into_luma8();
    let ready = prepare(&encode(grey, ImageFormat::Jpeg), Purpose::Body).unwrap();
    assert!(!image::load_from_memory(&ready.bytes).unwrap().color().has_color());
}

#[test]
fn the_same_bytes_give_the_same_bytes() {
    let original = with_exif(&jpeg(&sky(1600, 900)), 3, true);
    assert!(prepare(&original, Purpose::Body).unwrap() == prepare(&original, Purpose::Body).unwrap());
}

#[test]
fn what_is_no_usable_picture_is_named() {
    let whole = jpeg(&sky(200, 200));
    let cases: [(&[u8], &str); 6] = [
        (b"", "图片文件是空的"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "图片实际是 SVG 格式，无法使用"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "图片实际是 HEIC 格式，无法使用"),
        (b"hello", "文件内容不是图片"),
        (&whole[..whole.len() / 2], "JPEG 图片已损坏：文件不完整"),
        (b"\x89PNG\r\n\x1a\n", "PNG 图片已损坏：文件头损坏"),
    ];
    for (bytes, sentence) in cases {
        let error = prepare(bytes, Purpose::Body).unwrap_err();
        assert_eq!(error.message().text(Lang::Zh), sentence);
        assert!(error.help().is_some());
    }
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    let mut bomb = encode(diagram(40, 40), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let data = bomb[12..29].to_vec();
    let mut crc = !0_u32;
    for byte in data {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    bomb[29..33].copy_from_slice(&(!crc).to_be_bytes());
    assert_eq!(
        prepare(&bomb, Purpose::Body),
        Err(PictureError::TooManyPixels { width: 65_535, height: 65_535 })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damaged_files_are_refused_or_read_but_never_panic(at in 0_usize..2000, value: u8, cut in 0_usize..3000, which in 0..4) {
        let mut bytes = match which {
            0 => with_exif(&jpeg(&sky(64, 48)), 6, true),
            1 => with_chunk(&encode(diagram(64, 48), ImageFormat::Png), b"eXIf", &exif(3, true)),
            2 => encode(diagram(64, 48), ImageFormat::Gif),
            _ => encode(diagram(64, 48), ImageFormat::WebP),
        };
        let at = at % bytes.len();
        bytes[at] = value;
        bytes.truncate(bytes.len().saturating_sub(cut % 40));
        let _ = probe(&bytes);
        if let Ok(ready) = prepare(&bytes, Purpose::Body) {
            prop_assert!(matches!(ready.format, Format::Jpeg | Format::Png));
            prop_assert!(!probe(&ready.bytes).unwrap().has_metadata);
            prop_assert!(prepare(&ready.bytes, Purpose::Body).unwrap() == ready, "preparing twice changes nothing more");
        }
    }
}
