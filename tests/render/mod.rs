//! Rendering: Markdown in, WeChat HTML out.

mod blocks;
mod cache;
mod calendar;
mod cards;
mod code;
mod commands;
mod commonmark;
mod cover;
mod diagram;
pub(crate) mod editor;
mod emphasis;
mod gallery;
mod hard;
mod hostile;
mod html;
mod judged;
mod math;
mod options;
mod parts;
mod raw;
mod rules;
mod svg;
pub(crate) mod theme;
mod themes;
mod traps;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use qianfa::render::{Fonts, Rendered, Renderer, fragment};
use qianfa::site::{Format, RenderOptions};
use qianfa::source::SourceFile;
use qianfa::source::tree::{Entry, EntryKind, Tree, TreeError, normalise};

/// A tree in memory.
#[derive(Default)]
pub(crate) struct Files(pub(crate) BTreeMap<String, Vec<u8>>);

impl Files {
    /// Pictures of three widths, and two files that are none.
    pub(crate) fn pictures() -> Self {
        let mut files = Self::default();
        for (name, width, height) in [("小.png", 120, 60), ("中.png", 400, 300), ("大.png", 1200, 800)] {
            files.0.insert(format!("content/甲/{name}"), png(width, height));
        }
        files.0.insert("content/甲/假.png".into(), b"no picture".to_vec());
        files
    }

    pub(crate) fn with_bytes(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.0.insert(path.into(), bytes);
        self
    }

    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.into(), text.into());
        self
    }
}

pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

impl Tree for Files {
    fn list(&self, under: &str) -> Result<Vec<Entry>, TreeError> {
        let entry = |(path, bytes): (&String, &Vec<u8>)| Entry {
            path: path.clone(),
            size: bytes.len() as u64,
            stamp: None,
            kind: EntryKind::File,
        };
        Ok(self.0.iter().filter(|(path, _)| path.starts_with(under)).map(entry).collect())
    }

    fn read(&self, path: &str, _: u64) -> Result<Vec<u8>, TreeError> {
        let path = normalise(path).ok_or_else(|| TreeError::Outside(path.to_owned()))?;
        self.0.get(&path).cloned().ok_or(TreeError::Missing(path))
    }

    fn contains(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }
}

/// Renders `markdown` as `content/甲/index.md`, and proves that the fragment is one.
pub(crate) fn render(markdown: &str) -> Rendered {
    render_as(markdown, &RenderOptions::default())
}

/// As [`render`], with options.
pub(crate) fn render_as(markdown: &str, options: &RenderOptions) -> Rendered {
    static FILES: LazyLock<Files> = LazyLock::new(Files::pictures);
    static RENDERER: LazyLock<Renderer<'static>> = LazyLock::new(|| Renderer::new(&*FILES, "ink"));
    let rendered = RENDERER.file(&source(markdown), 0..markdown.len(), Format::Article, options);
    let violations = fragment::check(&rendered.html);
    assert!(violations.is_empty(), "{violations:#?}\nof {markdown:?}\nin {}", rendered.html);
    rendered
}

fn source(markdown: &str) -> Arc<SourceFile> {
    Arc::new(SourceFile::new("content/甲/index.md", markdown))
}

/// Renders `markdown` with these fonts, in a tree of its own, and proves that the fragment is one.
pub(crate) fn render_with(markdown: &str, fonts: Arc<Fonts>) -> Rendered {
    let files = Files::pictures();
    let renderer = Renderer::new(&files, "ink").with_fonts(fonts);
    render_drawn(&renderer, markdown)
}

/// Renders `markdown` with `renderer`, and proves that the fragment is one.
pub(crate) fn render_drawn(renderer: &Renderer<'_>, markdown: &str) -> Rendered {
    let rendered =
        renderer.file(&source(markdown), 0..markdown.len(), Format::Article, &RenderOptions::default());
    let violations = fragment::check(&rendered.html);
    assert!(violations.is_empty(), "{violations:#?}\nof {markdown:?}\nin {}", rendered.html);
    rendered
}

/// Renders `markdown` in another tree or format.
pub(crate) fn render_in(files: &Files, markdown: &str, format: Format) -> Rendered {
    Renderer::new(files, "ink").file(&source(markdown), 0..markdown.len(), format, &RenderOptions::default())
}

/// The fragment without styles, notes for the platform's checker and the section around the article.
pub(crate) fn bare(markdown: &str) -> String {
    let html = render(markdown).html.replace(" data-ignore-width=\"true\"", "");
    let mut out = String::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find(" style=\"") {
        out.push_str(&rest[..at]);
        rest = rest[at + 8..].split_once('"').unwrap().1;
    }
    out.push_str(rest);
    let inner = out.strip_prefix("<section>").and_then(|out| out.strip_suffix("</section>"));
    inner.map_or(out.clone(), str::to_owned)
}

/// Rules of the findings, each as often as it was found.
pub(crate) fn found(rendered: &Rendered) -> Vec<&'static str> {
    rendered.findings.iter().map(|finding| finding.rule).collect()
}

/// Every built-in theme.
pub(crate) fn themes() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/themes");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("theme.yaml").is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
