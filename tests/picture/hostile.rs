//! Files that are no pictures, damaged ones, and bombs.

use image::ImageFormat;
use proptest::prelude::*;
use qianfa::base::message::{Explain, Lang};
use qianfa::wechat::picture::{Fault, Format, PictureError, Purpose, concern, inspect, prepare, probe};

use super::*;

#[test]
fn what_is_no_usable_picture_is_named() {
    let whole = jpeg(&sky(200, 200));
    let cases: [(&[u8], &str); 8] = [
        (b"", "图片文件是空的"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "图片实际是 SVG 格式，无法使用"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "图片实际是 HEIC 格式，无法使用"),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "图片实际是 AVIF 格式，无法使用"),
        (b"II*\0\x08\0\0\0", "图片实际是 TIFF 格式，无法使用"),
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
    let refused = PictureError::TooManyPixels { width: 65_535, height: 65_535 };
    assert_eq!(prepare(&bomb, Purpose::Body), Err(refused.clone()));
    assert_eq!(inspect("a.png", &bomb), Err(refused));
}

#[test]
fn what_prepare_will_refuse_is_refused_when_it_is_written() {
    // 9,500 a side is narrow enough, and all of it together is not.
    let mut large = encode(diagram(40, 40), ImageFormat::Bmp);
    large[18..22].copy_from_slice(&9500_u32.to_le_bytes());
    large[22..26].copy_from_slice(&9500_u32.to_le_bytes());
    let refused = PictureError::TooManyPixels { width: 9500, height: 9500 };
    assert_eq!(inspect("a.bmp", &large), Err(refused.clone()));
    assert_eq!(prepare(&large, Purpose::Body), Err(refused));

    let whole = jpeg(&sky(200, 200));
    let cut = &whole[..whole.len() - 400];
    assert_eq!(
        inspect("a.jpg", cut),
        Err(PictureError::Broken { format: Format::Jpeg, fault: Fault::CutOff })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damaged_files_are_refused_or_read_but_never_panic(at in 0_usize..2000, value: u8, cut in 0_usize..3000, which in 0..7) {
        let mut bytes = match which {
            0 => with_exif(&jpeg(&sky(64, 48)), 6, true),
            1 => with_chunk(&encode(diagram(64, 48), ImageFormat::Png), b"eXIf", &exif(3, true)),
            2 => encode(diagram(64, 48), ImageFormat::Gif),
            3 => include_bytes!("files/moving.webp").to_vec(),
            4 => include_bytes!("files/moving.png").to_vec(),
            5 => include_bytes!("files/print.jpg").to_vec(),
            _ => encode(diagram(64, 48), ImageFormat::WebP),
        };
        let at = at % bytes.len();
        bytes[at] = value;
        bytes.truncate(bytes.len().saturating_sub(cut % 40));
        if let Ok(found) = probe(&bytes) {
            let _ = concern(&found, bytes.len(), Purpose::Body);
        }
        if let Ok(ready) = prepare(&bytes, Purpose::Body) {
            prop_assert!(ready.bytes.len() < 1_000_000);
            prop_assert!(!probe(&ready.bytes).unwrap().has_metadata);
            prop_assert!(prepare(&ready.bytes, Purpose::Body).unwrap() == ready, "preparing twice changes nothing more");
        }
    }
}
