//! Any bytes as a picture.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qianfa::wechat::picture::{self, Format, Purpose};

fuzz_target!(|bytes: &[u8]| {
    let probe = picture::probe(bytes);
    for purpose in [Purpose::Body, Purpose::Cover] {
        let Ok(prepared) = picture::prepare(bytes, purpose) else { continue };
        let probe = probe.as_ref().expect("what can be prepared can be probed");
        let again = picture::probe(&prepared.bytes).expect("what was prepared can be probed");
        assert!(!again.has_metadata && !again.has_gps);
        assert_eq!(again.marked, probe.marked, "the mark of generated content comes along");
        match prepared.format {
            Format::Gif => assert!(purpose == Purpose::Body && prepared.bytes.len() <= 10 * 1_048_576),
            _ => assert!(prepared.bytes.len() < 1_000_000),
        }
    }
});
