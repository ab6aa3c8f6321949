//! A stored payload is hostile until parsed: what parses is canonical, so that its digest is the stored one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qianfa::signoff::Payload;

fuzz_target!(|text: &str| {
    if let Ok(payload) = Payload::parse(text) {
        assert_eq!(payload.canonical(), text);
    }
});
