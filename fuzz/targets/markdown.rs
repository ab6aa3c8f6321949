//! Any text as Markdown: every event lies inside the text, and a fragment is one.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use qianfa::render::{Renderer, fragment};
use qianfa::site::{Format, RenderOptions, Spacing};
use qianfa::source::SourceFile;
use qianfa::source::markdown;
use qianfa::source::tree::MemoryTree;

fuzz_target!(|text: &str| {
    for (_, range) in markdown::events(text, 0..text.len()) {
        assert!(text.get(range).is_some());
    }
    let tree = MemoryTree::default();
    let options = RenderOptions { spacing: Spacing::Thin, ..RenderOptions::default() };
    let file = Arc::new(SourceFile::new("content/a/index.md", text));
    let rendered = Renderer::new(&tree, "ink").file(&file, 0..text.len(), Format::Article, &options);
    assert!(fragment::check(&rendered.html).is_empty());
});
