//! Animations: those that keep moving, and those of which readers see the first frame.

use image::codecs::gif::{GifEncoder, Repeat};
use image::{AnimationDecoder, Frame, Rgba, RgbaImage};
use qianfa::base::message::Lang;
use qianfa::wechat::picture::{
    Concern, Fault, Format, PictureError, Probe, Purpose, Route, concern, prepare, probe,
};

use super::*;

const MOVING_WEBP: &[u8] = include_bytes!("files/moving.webp");
const MOVING_PNG: &[u8] = include_bytes!("files/moving.png");

fn moving(frames: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(Repeat::Infinite).unwrap();
    for frame in 0..frames {
        let colour = Rgba([200 - frame * 20, 10 + frame, 10, 255]);
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(32, 16, colour))).unwrap();
    }
    drop(encoder);
    bytes
}

fn frames(gif: &[u8]) -> usize {
    let decoder = image::codecs::gif::GifDecoder::new(Cursor::new(gif)).unwrap();
    decoder.into_frames().collect_frames().unwrap().len()
}

/// Puts an extension before the trailer.
fn with_extension(gif: &[u8], label: u8, text: &[u8]) -> Vec<u8> {
    let (head, end) = gif.split_at(gif.len() - 1);
    [head, &[0x21, label, u8::try_from(text.len()).unwrap()], text, &[0], end].concat()
}

#[test]
fn a_moving_gif_keeps_every_byte_of_its_frames_and_goes_into_the_library() {
    let gif = moving(3);
    let found = probe(&gif).unwrap();
    assert_eq!((found.format, found.frames, found.animated()), (Format::Gif, 3, true));
    let ready = prepare(&gif, Purpose::Body).unwrap();
    assert_eq!((ready.format, ready.width, ready.height, ready.route), (Format::Gif, 32, 16, Route::Library));
    assert!(ready.bytes == gif);

    let talkative = with_extension(&gif, 0xfe, "拍摄者：某人".as_bytes());
    assert!(probe(&talkative).unwrap().has_metadata);
    let ready = prepare(&talkative, Purpose::Body).unwrap();
    assert!(ready.bytes == gif, "only the remark is gone");
    assert_eq!(frames(&ready.bytes), 3);
}

#[test]
fn covers_and_picture_messages_take_the_first_frame() {
    let gif = moving(2);
    for purpose in [Purpose::Cover, Purpose::Newspic] {
        let ready = prepare(&gif, purpose).unwrap();
        assert_eq!((ready.format, ready.width, ready.height), (Format::Png, 32, 16));
        assert!(pixels(&ready.bytes).get_pixel(5, 5).0[0] > 190);
    }
    for moving in [MOVING_WEBP, MOVING_PNG] {
        assert_eq!(probe(moving).unwrap().frames, 3);
        let ready = prepare(moving, Purpose::Body).unwrap();
        assert_eq!((ready.format, ready.width, ready.height), (Format::Png, 24, 16));
        assert_eq!(pixels(&ready.bytes).get_pixel(12, 8).0, [200, 10, 10]);
        assert!(!probe(&ready.bytes).unwrap().animated());
    }
}

#[test]
fn a_gif_of_one_frame_is_a_picture_like_others() {
    let ready = prepare(&moving(1), Purpose::Body).unwrap();
    assert_eq!((ready.format, ready.route), (Format::Png, Route::Article));
}

#[test]
fn a_gif_without_its_last_byte_is_whole_and_a_shorter_one_is_not() {
    let gif = moving(2);
    assert_eq!(frames(&prepare(&gif[..gif.len() - 1], Purpose::Body).unwrap().bytes), 2);
    let cut = prepare(&gif[..gif.len() - 5], Purpose::Body);
    assert_eq!(cut, Err(PictureError::Broken { format: Format::Gif, fault: Fault::CutOff }));
}

#[test]
fn a_writer_hears_of_what_will_not_move_or_not_be_taken() {
    let gif = probe(&moving(2)).unwrap();
    assert_eq!(concern(&gif, 500, Purpose::Body), Ok(None));
    assert_eq!(concern(&gif, 11 << 20, Purpose::Body), Err(PictureError::Animation { bytes: 11 << 20 }));
    let long = Probe { frames: 301, ..gif };
    assert_eq!(concern(&long, 500, Purpose::Body), Ok(Some(Concern::ManyFrames { frames: 301 })));
    let large = Probe { width: 500, height: 500, frames: 30, ..gif };
    let found = concern(&large, 500, Purpose::Body).unwrap().unwrap();
    assert_eq!(
        found.message().text(Lang::Zh),
        "动图宽 × 高 × 帧数是 500 × 500 × 30，超过 600 万，在手机上可能不动"
    );
    let webp = probe(MOVING_WEBP).unwrap();
    let found = concern(&webp, 500, Purpose::Body).unwrap().unwrap();
    assert_eq!(found.message().text(Lang::Zh), "WebP 动图会变成静图，读者只看到第一帧");
    assert!(concern(&gif, 500, Purpose::Cover).unwrap().is_some());
    let small = Probe { frames: 1, width: 640, height: 400, ..gif };
    assert_eq!(
        concern(&small, 500, Purpose::Cover),
        Ok(Some(Concern::SmallCover { width: 640, height: 400 }))
    );
    assert_eq!(concern(&small, 500, Purpose::Body), Ok(None));
}
