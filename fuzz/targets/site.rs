//! Any bytes as an article: loading reports, never panics, and every place lies inside its file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qianfa::site;
use qianfa::source::tree::MemoryTree;

const CONFIG: &str =
    "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts: {main: {kind: service, verified: true}}\n";

fuzz_target!(|bytes: &[u8]| {
    let files = [("qianfa.yaml", CONFIG.as_bytes().to_vec()), ("content/a/b/index.md", bytes.to_vec())];
    let loaded = site::load(&files.into_iter().collect::<MemoryTree>());
    for finding in loaded.findings.iter() {
        let range = finding.place.range();
        assert!(finding.place.file().text().get(range).is_some());
    }
});
