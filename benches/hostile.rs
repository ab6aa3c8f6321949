//! Unfriendly articles, each at its size and at twice that: `cargo bench --bench hostile [-- NAME]`. What is linear takes
//! about twice as long. Each figure is the best of several runs: the first ones get their memory from the system page by page.

#![allow(clippy::print_stdout, reason = "a table of times is what it is for")]

#[path = "support/hostile.rs"]
mod hostile;

use std::sync::Arc;
use std::time::{Duration, Instant};

use qianfa::render::{Renderer, fragment};
use qianfa::site::{Format, RenderOptions};
use qianfa::source::SourceFile;
use qianfa::source::tree::MemoryTree;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    println!("{:<32} {:>10} {:>10} {:>10} {:>6}", "article", "bytes", "ms", "ms twice", "ratio");
    for hostile in
        hostile::ALL.iter().filter(|one| wanted.as_ref().is_none_or(|name| one.name.contains(name)))
    {
        let once = (hostile.text)(hostile.parts);
        let size = once.len();
        let (once, twice) = (time(once), time((hostile.text)(hostile.parts * 2)));
        let ratio = twice.as_secs_f64() / once.as_secs_f64().max(1e-6);
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!("{:<32} {size:>10} {:>10.1} {:>10.1} {ratio:>6.1}", hostile.name, ms(once), ms(twice));
    }
}

/// The best of five runs, or of as many as fit into a second.
fn time(text: String) -> Duration {
    let tree = MemoryTree::new();
    let renderer = Renderer::new(&tree, "ink");
    let size = text.len();
    let file = Arc::new(SourceFile::new("a.md", text));
    // The theme is loaded once a run, whatever the article.
    renderer.file(&Arc::new(SourceFile::new("b.md", "a")), 0..1, Format::Article, &RenderOptions::default());
    let (mut best, mut all) = (Duration::MAX, Duration::ZERO);
    for _ in 0..5 {
        let started = Instant::now();
        let rendered = renderer.file(&file, 0..size, Format::Article, &RenderOptions::default());
        fragment::check(&rendered.html);
        let elapsed = started.elapsed();
        best = best.min(elapsed);
        all += elapsed;
        if all > Duration::from_secs(1) {
            break;
        }
    }
    best
}
