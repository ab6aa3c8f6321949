//! The same content is uploaded once for an account and purpose.

use qianfa::base::digest::Digest;
use qianfa::wechat::client::{AssetCache, Assets, MemoryCache, Uploaded};
use qianfa::wechat::picture::Purpose;

use super::*;

fn picture(shade: u8) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(8, 8, image::Rgb([shade, 0, 0]))
        .write_to(&mut out, image::ImageFormat::WebP)
        .unwrap();
    out.into_inner()
}

fn library() -> Canned {
    let mut uploads = 0;
    platform(move |_| {
        uploads += 1;
        json(&format!(r#"{{"url":"http://mmbiz.qpic.cn/{uploads}","media_id":"m{uploads}"}}"#))
    })
}

#[test]
fn a_picture_is_prepared_and_uploaded_once_for_each_purpose() {
    let server = library();
    let (client, _) = client(&server.base);
    let cache = MemoryCache::default();
    let assets = Assets::new(&client, &cache);
    let url = assets.upload_body_image(&picture(1)).unwrap();
    assert_eq!(assets.upload_body_image(&picture(1)).unwrap(), url);
    assert_ne!(assets.upload_body_image(&picture(2)).unwrap(), url);
    let cover = assets.upload_cover(&picture(1)).unwrap();
    assert_eq!(assets.upload_cover(&picture(1)).unwrap(), cover);
    assert_ne!(assets.upload_newspic(&picture(1)).unwrap(), cover);
    assert_eq!(server.count("/cgi-bin/media/uploadimg"), 2);
    assert_eq!(server.count("/cgi-bin/material/add_material"), 2);
    let sent = &server.seen()[1].body;
    assert!(
        sent.windows(4).any(|window| window == b"\x89PNG")
            && !sent.windows(4).any(|window| window == b"WEBP")
    );
}

#[test]
fn threads_that_bring_the_same_picture_upload_it_once() {
    let server = library();
    let (client, _) = client(&server.base);
    let cache = MemoryCache::default();
    let assets = Assets::new(&client, &cache);
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| assert_eq!(assets.upload_cover(&picture(9)), Ok("m1".to_owned())));
        }
    });
    assert_eq!(server.count("/cgi-bin/material/add_material"), 1);
}

#[test]
fn what_a_cache_remembers_is_not_uploaded_and_a_failure_is_not_remembered() {
    let mut failures = 4;
    let server = platform(move |_| {
        failures -= 1;
        if failures >= 0 { Reply::Cut } else { json(r#"{"url":"http://mmbiz.qpic.cn/1"}"#) }
    });
    let (client, _) = client(&server.base);
    let cache = MemoryCache::default();
    cache.put(&Digest::of(picture(1)), Purpose::Body, &Uploaded::Url("http://mmbiz.qpic.cn/0".into()));
    let assets = Assets::new(&client, &cache);
    assert_eq!(assets.upload_body_image(&picture(1)), Ok("http://mmbiz.qpic.cn/0".to_owned()));
    assert!(assets.upload_body_image(&picture(2)).is_err());
    assert_eq!(assets.upload_body_image(&picture(2)), Ok("http://mmbiz.qpic.cn/1".to_owned()));
    assert!(assets.upload_body_image(b"no picture").is_err());
}
