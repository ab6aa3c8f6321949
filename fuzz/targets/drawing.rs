//! Formulas, diagrams and SVG of anybody: drawn, or reported and shown as code; never a panic, always a fragment.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use qianfa::render::{Renderer, fragment};
use qianfa::site::{Format, RenderOptions};
use qianfa::source::SourceFile;
use qianfa::source::tree::MemoryTree;

fuzz_target!(|input: (u8, &str)| {
    let (kind, text) = input;
    let article = match kind % 3 {
        0 => format!("~~~~math\n{text}\n~~~~\n\n$${text}$$\n"),
        1 => format!("~~~~mermaid\n{text}\n~~~~\n"),
        _ => format!("<svg>{text}</svg>\n"),
    };
    let tree = MemoryTree::default();
    let file = Arc::new(SourceFile::new("a.md", article.as_str()));
    let rendered =
        Renderer::new(&tree, "ink").file(&file, 0..article.len(), Format::Article, &RenderOptions::default());
    assert!(fragment::check(&rendered.html).is_empty());
});
