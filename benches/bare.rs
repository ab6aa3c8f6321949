//! The least that any converter does: reads Markdown files, parses them with pulldown-cmark, writes tags and text. For
//! comparisons of whole processes (`benches/compare/run.py`): `cargo bench --bench bare -- CONTENT OUT`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser};
use rayon::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let (Some(content), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: cargo bench --bench bare -- CONTENT OUT".into());
    };
    let mut files = Vec::new();
    collect(Path::new(&content), &mut files)?;
    files.par_iter().try_for_each(|file| -> std::io::Result<()> {
        let source = fs::read_to_string(file)?;
        let to = Path::new(&out).join(file.strip_prefix(&content).unwrap_or(file)).with_extension("html");
        fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
        fs::write(to, convert(&source))
    })?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    Ok(())
}

fn convert(source: &str) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    for event in Parser::new_ext(source, Options::all()) {
        match event {
            Event::Start(tag) => drop(write!(out, "<{:?}>", tag.to_end())),
            Event::End(tag) => drop(write!(out, "</{tag:?}>")),
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            _ => out.push('\n'),
        }
    }
    out
}
