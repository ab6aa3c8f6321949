//! The mark of generated content: kept in every format, with nothing beside it.

use image::codecs::gif::GifEncoder;
use image::{Frame, ImageFormat, RgbaImage};
use qianfa::wechat::picture::{Format, Prepared, Purpose, prepare, probe};

use super::*;

/// What generators write.
const MARK: &str = r#"{"Label":"1","ContentProducer":"00119144030071526726XG12345","ProduceID":"某&id<1>","ReservedCode1":""}"#;

/// An XMP packet with the mark as generators write it, an author and a place.
fn packet() -> String {
    let mark = MARK.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    format!(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\" \
         exif:GPSLatitude=\"39,54N\"><dc:creator>某作者</dc:creator><TC260:AIGC>{mark}</TC260:AIGC>\
         </rdf:Description></rdf:RDF></x:xmpmeta>"
    )
}

fn jpeg_with_packet(image: &RgbImage) -> Vec<u8> {
    with_segment(&jpeg(image), 0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", packet().as_bytes()].concat())
}

/// A TIFF block whose user comment is `comment`.
fn exif_comment(comment: &str) -> Vec<u8> {
    let text = [b"ASCII\0\0\0", comment.as_bytes()].concat();
    let mut out = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    // the first directory at 8 names the second, at 26
    out.extend([0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
    out.extend([0, 1, 0x92, 0x86, 0, 7]);
    out.extend(u32::try_from(text.len()).unwrap().to_be_bytes());
    out.extend(44_u32.to_be_bytes());
    out.extend([0; 4]);
    out.extend(text);
    out
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The mark is there and readable, nothing else is, and preparing again changes nothing.
fn assert_marked(ready: &Prepared, purpose: Purpose) {
    let found = probe(&ready.bytes).unwrap();
    assert!(found.marked, "{:?}", ready.format);
    assert!(!found.has_metadata && !found.has_gps);
    let written = MARK.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    assert!(contains(&ready.bytes, &written) || contains(&ready.bytes, MARK));
    for gone in ["GPS", "creator", "某作者", "Exif"] {
        assert!(!contains(&ready.bytes, gone), "{gone}");
    }
    assert!(prepare(&ready.bytes, purpose).unwrap() == *ready);
}

#[test]
fn a_marked_jpeg_stays_marked_whether_it_is_encoded_again_or_not() {
    for (image, purpose) in
        [(sky(640, 400), Purpose::Body), (sky(1600, 900), Purpose::Body), (sky(900, 400), Purpose::Cover)]
    {
        let source = jpeg_with_packet(&image);
        let before = probe(&source).unwrap();
        assert!(before.marked && before.has_metadata && before.has_gps);
        let ready = prepare(&source, purpose).unwrap();
        assert_eq!(ready.format, Format::Jpeg);
        assert_marked(&ready, purpose);
    }
}

#[test]
fn a_marked_png_stays_marked_as_png_and_as_jpeg() {
    let packet = [b"XML:com.adobe.xmp\0\0\0\0\0", packet().as_bytes()].concat();
    let chunk = [b"AIGC\0", MARK.as_bytes()].concat();
    for (kind, data) in [(b"iTXt", packet), (b"tEXt", chunk)] {
        let drawing = with_chunk(&encode(diagram(300, 200), ImageFormat::Png), kind, &data);
        let drawing = with_chunk(&drawing, b"tEXt", b"Author\0creator");
        let ready = prepare(&drawing, Purpose::Body).unwrap();
        assert_eq!(ready.format, Format::Png);
        assert_marked(&ready, Purpose::Body);
        let photograph = with_chunk(&encode(noise(300, 200), ImageFormat::Png), kind, &data);
        let ready = prepare(&photograph, Purpose::Body).unwrap();
        assert_eq!(ready.format, Format::Jpeg);
        assert_marked(&ready, Purpose::Body);
    }
}

#[test]
fn a_mark_in_a_remark_is_kept_without_the_rest_of_the_remark() {
    let comment = format!("{{\"AIGC\":{MARK},\"creator\":\"某作者\"}}");
    let source = with_segment(&jpeg(&sky(400, 300)), 0xe1, &exif_comment(&comment));
    assert_marked(&prepare(&source, Purpose::Body).unwrap(), Purpose::Body);
    let source = with_segment(&jpeg(&sky(400, 300)), 0xfe, comment.as_bytes());
    assert_marked(&prepare(&source, Purpose::Body).unwrap(), Purpose::Body);

    let innocent = with_segment(&jpeg(&sky(400, 300)), 0xfe, "一篇写 AIGC 的文章配图".as_bytes());
    assert!(!probe(&prepare(&innocent, Purpose::Body).unwrap().bytes).unwrap().marked);
}

#[test]
fn a_marked_webp_and_a_marked_animation_stay_marked() {
    let webp = encode(diagram(200, 100), ImageFormat::WebP);
    let mut chunk =
        [b"XMP ", &u32::try_from(packet().len()).unwrap().to_le_bytes()[..], packet().as_bytes()].concat();
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    let mut source = [&webp[..], &chunk].concat();
    let length = u32::try_from(source.len() - 8).unwrap().to_le_bytes();
    source[4..8].copy_from_slice(&length);
    let ready = prepare(&source, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Png);
    assert_marked(&ready, Purpose::Body);

    let mut gif = Vec::new();
    let mut encoder = GifEncoder::new(&mut gif);
    for level in [0, 200] {
        encoder
            .encode_frame(Frame::new(RgbaImage::from_pixel(16, 16, image::Rgba([level, 0, 0, 255]))))
            .unwrap();
    }
    drop(encoder);
    let end = gif.pop().unwrap();
    gif.extend([0x21, 0xff, 11]);
    gif.extend(b"XMP DataXMP");
    gif.extend(packet().as_bytes());
    gif.push(1);
    gif.extend((0..=0xff).rev());
    gif.extend([0, end]);
    let ready = prepare(&gif, Purpose::Body).unwrap();
    assert_eq!(ready.format, Format::Gif);
    assert_marked(&ready, Purpose::Body);
    assert_marked(&prepare(&gif, Purpose::Cover).unwrap(), Purpose::Cover);
}

#[test]
fn nobody_is_given_a_mark() {
    for source in [jpeg(&sky(640, 400)), encode(diagram(90, 60), ImageFormat::Png)] {
        assert!(!probe(&prepare(&source, Purpose::Body).unwrap().bytes).unwrap().marked);
    }
}
