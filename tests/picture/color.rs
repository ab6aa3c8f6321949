//! Colours: everything goes out as sRGB.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat};
use qianfa::wechat::picture::{Format, Purpose, prepare};

use super::*;

fn with_profile(image: &RgbImage, profile: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = PngEncoder::new(&mut out);
    encoder.set_icc_profile(profile).unwrap();
    encoder.write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8).unwrap();
    out
}

fn has_profile(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|window| window == b"iCCP" || window == b"ICC_")
}

#[test]
fn a_wide_gamut_picture_is_converted_and_loses_its_profile() {
    // The reddest red of Display P3 lies outside sRGB, a soft one inside: the numbers must change.
    let soft = RgbImage::from_pixel(64, 48, Rgb([200, 100, 100]));
    let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let ready = prepare(&with_profile(&soft, p3.clone()), Purpose::Body).unwrap();
    assert!(!has_profile(&ready.bytes));
    let [r, g, b] = pixels(&ready.bytes).get_pixel(30, 20).0;
    assert!(r > 205 && g < 99 && b < 101, "{:?}", [r, g, b]);

    let source = {
        let mut out = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut out, 75);
        encoder.add_icc_profile(&p3).unwrap();
        encoder.encode(soft.as_raw(), 64, 48, jpeg_encoder::ColorType::Rgb).unwrap();
        out
    };
    let ready = prepare(&source, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Jpeg);
    assert!(!has_profile(&ready.bytes) && pixels(&ready.bytes).get_pixel(30, 20).0[0] > 204);
}

#[test]
fn a_profile_that_says_what_is_understood_without_it_only_goes() {
    let srgb = moxcms::ColorProfile::new_srgb().encode().unwrap();
    let drawing = diagram(64, 48);
    let ready = prepare(&with_profile(&drawing, srgb.clone()), Purpose::Body).unwrap();
    assert!(!has_profile(&ready.bytes) && pixels(&ready.bytes) == drawing);

    let plain = |profile: Option<&[u8]>| {
        let mut out = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut out, 75);
        if let Some(profile) = profile {
            encoder.add_icc_profile(profile).unwrap();
        }
        encoder.encode(drawing.as_raw(), 64, 48, jpeg_encoder::ColorType::Rgb).unwrap();
        out
    };
    assert!(prepare(&plain(Some(&srgb)), Purpose::Body).unwrap().bytes == plain(None));
}

#[test]
fn a_damaged_profile_costs_nothing_but_itself() {
    let mut p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    for byte in p3.iter_mut().skip(128) {
        *byte ^= 0x5a;
    }
    let ready = prepare(&with_profile(&diagram(64, 48), p3), Purpose::Body).unwrap();
    assert!(pixels(&ready.bytes) == diagram(64, 48));
}

#[test]
fn a_picture_for_print_becomes_one_for_screens() {
    let ready = prepare(include_bytes!("files/print.jpg"), Purpose::Body).unwrap();
    assert_eq!((ready.format, ready.width, ready.height), (Format::Jpeg, 32, 24));
    let shown = image::load_from_memory_with_format(&ready.bytes, ImageFormat::Jpeg).unwrap();
    assert_eq!(shown.color(), image::ColorType::Rgb8);
    let [r, g, b] = shown.into_rgb8().get_pixel(16, 12).0;
    assert!(r > 170 && g < 70 && b < 70, "{:?}", [r, g, b]);
}
