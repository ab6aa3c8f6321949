//! Size, shape and format: what becomes of photographs, drawings and transparent pictures.

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use qianfa::wechat::picture::{Format, Purpose, Route, prepare, probe};

use super::*;

#[test]
fn a_photograph_with_a_place_is_turned_upright_and_tells_nothing() {
    let original = with_exif(&jpeg(&sky(640, 400)), 6, true);
    let before = probe(&original).unwrap();
    assert_eq!((before.format, before.width, before.height), (Format::Jpeg, 400, 640), "as a reader sees it");
    assert!(before.has_metadata && before.has_gps && !before.animated());

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
fn what_was_made_for_the_web_already_passes_byte_for_byte() {
    let web = {
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, 80).encode_image(&sky(1080, 600)).unwrap();
        out
    };
    assert!(prepare(&web, Purpose::Body).unwrap().bytes == web);
    // One that was prepared here is such a file, in either format.
    for source in [encode(diagram(900, 500), ImageFormat::Png), encode(noise(300, 200), ImageFormat::Png)] {
        let ready = prepare(&source, Purpose::Body).unwrap();
        assert!(prepare(&ready.bytes, Purpose::Body).unwrap() == ready);
    }
}

#[test]
fn a_wasteful_photograph_becomes_smaller_and_looks_the_same() {
    let mut wasteful = Vec::new();
    JpegEncoder::new_with_quality(&mut wasteful, 100).encode_image(&sky(900, 600)).unwrap();
    let ready = prepare(&wasteful, Purpose::Body).unwrap();
    assert_eq!(
        (ready.format, ready.width, ready.height, ready.route),
        (Format::Jpeg, 900, 600, Route::Article)
    );
    assert!(ready.bytes.len() * 2 < wasteful.len(), "{} of {}", ready.bytes.len(), wasteful.len());
    assert!(difference(&pixels(&ready.bytes), &pixels(&wasteful)) < 4.0);
}

#[test]
fn a_photograph_in_a_png_becomes_a_jpeg_and_a_drawing_stays_lossless() {
    let photograph = encode(noise(400, 300), ImageFormat::Png);
    let ready = prepare(&photograph, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Jpeg);
    assert!(ready.bytes.len() * 2 < photograph.len());

    let drawing = encode(diagram(900, 500), ImageFormat::Png);
    let ready = prepare(&drawing, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Png);
    assert!(ready.bytes.len() * 4 < drawing.len(), "a palette of three colours");
    assert!(pixels(&ready.bytes) == diagram(900, 500));
}

#[test]
fn letters_keep_their_colour() {
    // Red strokes of one pixel on white: colours shared by four pixels would make them grey and wide.
    let letters = RgbImage::from_fn(600, 400, |x, y| {
        let shade = ((x * 31 + y * 17) % 7) as u8;
        if x % 5 == 0 || y % 9 == 0 {
            Rgb([220, 20 + shade, 20])
        } else {
            Rgb([255 - shade, 255, 255 - (x % 3) as u8])
        }
    });
    let ready = prepare(&encode(letters.clone(), ImageFormat::Bmp), Purpose::Body).unwrap();
    let shown = pixels(&ready.bytes);
    assert!(shown.get_pixel(300, 202).0[1] < 90, "{:?}", shown.get_pixel(300, 202));
    assert!(difference(&shown, &letters) < 6.0);
}

#[test]
fn text_and_place_in_a_png_are_left_out() {
    let plain = encode(diagram(400, 300), ImageFormat::Png);
    let mut original = with_chunk(&plain, b"tEXt", b"Author\0someone");
    original = with_chunk(&original, b"eXIf", &exif(1, true));
    let found = probe(&original).unwrap();
    assert!(found.has_metadata && found.has_gps);
    let ready = prepare(&original, Purpose::Body).unwrap();
    assert!(ready == prepare(&plain, Purpose::Body).unwrap(), "as if it had never been there");
    assert!(!probe(&ready.bytes).unwrap().has_metadata);

    let turned = with_chunk(&plain, b"eXIf", &exif(8, false));
    let ready = prepare(&turned, Purpose::Body).unwrap();
    assert_eq!((ready.width, ready.height), (300, 400));
    assert!(!probe(&ready.bytes).unwrap().has_metadata);
}

#[test]
fn every_orientation_is_applied() {
    // Red, green, blue, white in the corners as a reader should see them, clockwise from the upper left.
    let corner = |x: u32, y: u32, width: u32, height: u32| match (x * 2 < width, y * 2 < height) {
        (true, true) => Rgb([230, 20, 20]),
        (false, true) => Rgb([20, 200, 20]),
        (false, false) => Rgb([20, 20, 230]),
        (true, false) => Rgb([250, 250, 250]),
    };
    let upright = DynamicImage::from(RgbImage::from_fn(96, 64, |x, y| corner(x, y, 96, 64)));
    for orientation in 1..=8_u16 {
        // How a camera that was held so stores it: the turn is undone.
        let stored = match orientation {
            2 => upright.fliph(),
            3 => upright.rotate180(),
            4 => upright.flipv(),
            5 => upright.rotate90().fliph(),
            6 => upright.rotate270(),
            7 => upright.rotate270().fliph(),
            8 => upright.rotate90(),
            _ => upright.clone(),
        };
        let ready =
            prepare(&with_exif(&jpeg(&stored.into_rgb8()), orientation, false), Purpose::Body).unwrap();
        assert_eq!((ready.width, ready.height), (96, 64), "{orientation}");
        assert!(difference(&pixels(&ready.bytes), &upright.to_rgb8()) < 5.0, "{orientation}");
    }
}

#[test]
fn progressive_and_interlaced_files_are_read_and_sixteen_bits_become_eight() {
    let mut progressive = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut progressive, 95);
    encoder.set_progressive(true);
    encoder.encode(sky(640, 400).as_raw(), 640, 400, jpeg_encoder::ColorType::Rgb).unwrap();
    let ready = prepare(&progressive, Purpose::Body).unwrap();
    assert!(difference(&pixels(&ready.bytes), &sky(640, 400)) < 4.0);

    let interlaced = {
        let raw = oxipng::RawImage::new(
            120,
            90,
            oxipng::ColorType::RGB { transparent_color: None },
            oxipng::BitDepth::Eight,
            diagram(120, 90).into_raw(),
        );
        let options = oxipng::Options { interlace: Some(true), ..oxipng::Options::from_preset(0) };
        raw.unwrap().create_optimized_png(&options).unwrap()
    };
    assert_eq!(interlaced[28], 1);
    assert!(pixels(&prepare(&interlaced, Purpose::Body).unwrap().bytes) == diagram(120, 90));

    let deep = DynamicImage::from(diagram(200, 100)).into_rgb16();
    let ready = prepare(&encode(deep, ImageFormat::Png), Purpose::Body).unwrap();
    assert!(ready.bytes[24] <= 8, "bits a sample");
    assert!(pixels(&ready.bytes) == diagram(200, 100));
}

#[test]
fn nothing_is_enlarged() {
    let icon = prepare(&encode(diagram(24, 24), ImageFormat::Bmp), Purpose::Cover).unwrap();
    assert_eq!((icon.width, icon.height, icon.route), (24, 24, Route::Library));
}

#[test]
fn a_long_picture_keeps_its_width() {
    let ready = prepare(&jpeg(&sky(1200, 9000)), Purpose::Body).unwrap();
    assert_eq!((ready.width, ready.height), (1080, 8100));
    assert!(ready.bytes.len() < 1_000_000);
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
