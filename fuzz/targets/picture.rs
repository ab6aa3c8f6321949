//! Any bytes as a picture.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qianfa::wechat::picture::{self, Purpose};

fuzz_target!(|bytes: &[u8]| {
    let _ = picture::probe(bytes);
    if let Ok(prepared) = picture::prepare(bytes, Purpose::Body) {
        assert!(prepared.bytes.len() < 1_000_000);
    }
});
