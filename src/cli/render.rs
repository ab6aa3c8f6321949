//! `qianfa render`: one Markdown file to WeChat-ready HTML; needs no site.

mod stats;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Context, Exit, Failure, fonts, shelf};
use crate::base::file::{self, FileError};
use crate::base::message::render as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::preview::inline_address;
use crate::render::page::Frame;
use crate::render::{About, Rendered, Renderer};
use crate::site::{self, CONFIG, Format, LIMITS, RenderOptions};
use crate::source::markdown::may_name_article;
use crate::source::tree::WorkTree;
use crate::source::yaml::{self, Node};
use crate::source::{SourceFile, front};

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    #[arg(long, conflicts_with = "stats")]
    preview: bool,
    #[arg(long)]
    stats: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"], requires = "stats", hide_possible_values = true, hide_default_value = true)]
    format: String,
}

/// The little that a file's front matter says to its rendering; everything else is the site's business.
#[derive(Default)]
struct Head {
    title: String,
    author: String,
    read_more: String,
    theme: Option<String>,
    pictures: bool,
    render: Option<(Node, Place)>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let (root, file) = read(&args.file)?;
    let tree = WorkTree::new(&root)?;
    let mut findings = Findings::new();
    let (mut head, body) = head(&file, &mut findings);
    let options = RenderOptions::of_file(&tree, file.path(), head.render.take(), &mut findings);
    let theme = args.theme.as_deref().or(head.theme.as_deref()).unwrap_or("ink");
    let mut renderer = Renderer::new(&tree, theme).with_fonts(fonts::fonts(&site::fonts(&tree)));
    let text = file.text().get(body.clone()).unwrap_or_default();
    if may_name_article(text)
        && root.join(CONFIG).is_file()
        && let Some(site) = site::load(&tree).site
    {
        renderer = renderer.with_shelf(shelf::shelf(&root, &site, text).to_look_at());
    }
    let format = if head.pictures { Format::Pictures } else { Format::Article };
    let about = About { title: &head.title, author: &head.author, ..About::default() };
    let rendered = renderer.file_about(&file, body, format, &options, &about);
    findings.extend(rendered.findings.clone());
    findings.sort();
    context.findings(&findings);
    if findings.reach(Severity::Error) {
        return Ok(Exit::Invalid);
    }
    if args.stats {
        let report = stats::Report::new(&rendered, &tree);
        if args.format == "json" {
            context.line(&report.json().to_string());
        } else {
            let (lang, columns) = (context.lang, context.columns());
            report.lines(lang, columns).iter().for_each(|line| context.line(line));
        }
    } else if args.preview {
        let page = preview(context, &tree, &renderer, &rendered, &head)?;
        context.print(&page);
    } else {
        context.line(rendered.plain.as_deref().unwrap_or(&rendered.html));
    }
    Ok(Exit::Done)
}

fn preview(
    context: &Context,
    tree: &WorkTree,
    renderer: &Renderer<'_>,
    rendered: &Rendered,
    head: &Head,
) -> Result<String, Failure> {
    let frame = Frame {
        title: &head.title,
        author: &head.author,
        read_more: &head.read_more,
        lang: context.lang,
        ..Frame::default()
    };
    let address = |digest: &_| inline_address(tree, &rendered.pictures, digest);
    renderer.file_page(rendered, &frame, address).map_err(|error| Failure::explain(Exit::Invalid, &error))
}

/// The file and the folder that its paths start from: the site around it, or the folder it lies in.
fn read(path: &Path) -> Result<(PathBuf, Arc<SourceFile>), Failure> {
    if path == Path::new("-") {
        let here = std::env::current_dir().map_err(|error| Failure::usage(text::no_input(error)))?;
        let mut bytes = Vec::new();
        let limit = LIMITS.markdown + 1;
        std::io::stdin()
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::usage(text::no_input(error)))?;
        return Ok((here, Arc::new(SourceFile::new("-", utf8("-", bytes)?))));
    }
    let bytes = file::read(path, LIMITS.markdown).map_err(|error| match error {
        FileError::TooLarge { .. } => Failure::explain(Exit::Invalid, &error),
        error => error.into(),
    })?;
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let folder = real.parent().unwrap_or(Path::new("."));
    let root = folder.ancestors().find(|folder| folder.join(CONFIG).is_file()).unwrap_or(folder);
    let name = real.strip_prefix(root).unwrap_or(&real).to_string_lossy();
    let name = name.replace(std::path::MAIN_SEPARATOR, "/");
    Ok((root.to_path_buf(), Arc::new(SourceFile::new(name.as_str(), utf8(&name, bytes)?))))
}

fn utf8(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    if bytes.len() as u64 > LIMITS.markdown {
        return Err(Failure::new(
            Exit::Invalid,
            crate::base::message::source::too_large(name, LIMITS.markdown),
        ));
    }
    String::from_utf8(bytes)
        .map_err(|error| Failure::new(Exit::Invalid, text::not_utf8(name, error.utf8_error().valid_up_to())))
}

/// Front matter and where the body stands. A file without front matter is all body.
fn head(file: &Arc<SourceFile>, findings: &mut Findings) -> (Head, std::ops::Range<usize>) {
    let whole = 0..file.text().len();
    let start = file.text().trim_start_matches('\u{feff}');
    if !start.starts_with("---") || start.lines().next().is_some_and(|line| line.trim_end() != "---") {
        return (Head::default(), whole);
    }
    let split = match front::split(file) {
        Ok(split) => split,
        Err(finding) => {
            findings.push(*finding);
            return (Head::default(), whole);
        }
    };
    let (document, problems) = yaml::parse(file, split.front);
    findings.extend(problems);
    let mut head = Head::default();
    if let Some((node, place)) = &document {
        let unknown = site::unknown_keys(node, place);
        findings
            .extend(unknown.into_iter().map(|finding| Finding { severity: Severity::Warning, ..finding }));
    }
    if let Some((Node::Map(entries), _)) = document {
        for (key, _, value, place) in entries {
            head.set(&key, value, &place, findings);
        }
    }
    (head, split.body)
}

impl Head {
    fn set(&mut self, key: &str, value: Node, place: &Place, findings: &mut Findings) {
        let slot = match key {
            "title" => &mut self.title,
            "author" => &mut self.author,
            "read_more" => &mut self.read_more,
            "render" => {
                self.render = Some((value, place.clone()));
                return;
            }
            "theme" => self.theme.insert(String::new()),
            "format" => {
                self.pictures = matches!(&value, Node::Str(name) if name == "pictures");
                return;
            }
            _ => return,
        };
        match value {
            Node::Str(written) => *slot = written,
            Node::Int(number) => *slot = number.to_string(),
            Node::Null => {}
            _ => {
                findings.push(Finding::error(crate::source::rule::TYPE, place.clone(), text::head_text(key)))
            }
        }
        if self.theme.as_deref() == Some("") {
            self.theme = None;
        }
    }
}
