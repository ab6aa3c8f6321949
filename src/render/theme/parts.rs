//! Templates of a theme that stand around an article: header, author card, follow card, footer.
//!
//! They are Tera templates of HTML; what they give goes through the same allow list as an author's HTML, and their
//! classes name rules of the theme's sheet. A theme without such a file has the plain one of the program on request.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::files::{FOLDER, Folder};
use crate::base::message::render as say;
use crate::finding::{Finding, Findings, Place};
use crate::render::rule;
use crate::source::SourceFile;
use crate::wechat::html::author::{self, Loss};

/// The parts in the order in which they stand; the first one before the article.
pub(in crate::render) const PARTS: [Part; 4] = [Part::Header, Part::Author, Part::Follow, Part::Footer];

/// Something that stands around an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Part {
    Header,
    Author,
    Follow,
    Footer,
}

impl Part {
    /// Its file in a theme's folder.
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Header => "header.html",
            Self::Author => "author.html",
            Self::Follow => "follow.html",
            Self::Footer => "footer.html",
        }
    }

    /// The program's own template.
    const fn plain(self) -> &'static str {
        match self {
            Self::Header => include_str!("parts/header.html"),
            Self::Author => include_str!("parts/author.html"),
            Self::Follow => include_str!("parts/follow.html"),
            Self::Footer => include_str!("parts/footer.html"),
        }
    }
}

/// What a part may show. A text that is not known is empty.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct About<'a> {
    /// 标题.
    pub title: &'a str,
    /// 作者.
    pub author: &'a str,
    /// 栏目.
    pub column: &'a str,
    /// The day it goes out, when the article names one.
    pub date: &'a str,
    /// 摘要.
    pub summary: &'a str,
    /// Name of the site.
    pub site: &'a str,
    /// What readers call the account, when the article goes to one only.
    pub account: &'a str,
    /// Chinese characters and words of the article.
    pub words: usize,
    /// Minutes that reading takes.
    pub minutes: usize,
}

/// An article as templates are tried with.
const SAMPLE: About<'static> = About {
    title: "标题",
    author: "作者",
    column: "栏目",
    date: "2026-01-02",
    summary: "摘要",
    site: "站点",
    account: "公众号",
    words: 1200,
    minutes: 3,
};

/// The parts of a theme.
#[derive(Default)]
pub(in crate::render) struct Parts {
    tera: Option<Tera>,
    files: [Option<Arc<SourceFile>>; 4],
    /// Classes that the templates use, each where it stands first.
    pub(super) classes: BTreeMap<String, Place>,
}

impl std::fmt::Debug for Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parts").field("files", &self.files).finish_non_exhaustive()
    }
}

/// The program's own parts.
static PLAIN: LazyLock<(Tera, [Arc<SourceFile>; 4])> = LazyLock::new(|| {
    let mut tera = Tera::new();
    for part in PARTS {
        // A template that does not parse is missing then; a test renders every one.
        let _ = tera.add_raw_template(part.file(), part.plain());
    }
    (tera, PARTS.map(|part| Arc::new(SourceFile::new(format!("{FOLDER}/{}", part.file()), part.plain()))))
});

impl Parts {
    /// The parts of a chain of themes: the last one that has a file wins.
    pub(super) fn read(chain: &[&Folder<'_>], findings: &mut Findings) -> Self {
        let mut parts = Self::default();
        for (slot, part) in parts.files.iter_mut().zip(PARTS) {
            *slot = chain.iter().rev().find_map(|folder| folder.file(part.file(), findings));
        }
        if parts.files.iter().all(Option::is_none) {
            return parts;
        }
        let mut tera = Tera::new();
        for (slot, part) in parts.files.iter_mut().zip(PARTS) {
            let Some(file) = slot else { continue };
            if let Err(error) = tera.add_raw_template(part.file(), file.text()) {
                findings.push(broken(&error, file));
                *slot = None;
                continue;
            }
            for (class, place) in inspect(file, findings) {
                parts.classes.entry(class).or_insert(place);
            }
        }
        parts.tera = Some(tera);
        for part in PARTS {
            if let (Some(file), Some(Err(error))) = (parts.own(part), parts.filled(part, &SAMPLE)) {
                let finding = broken(&error, file);
                findings.push(finding);
                parts.files[part as usize] = None;
            }
        }
        parts
    }

    fn own(&self, part: Part) -> Option<&Arc<SourceFile>> {
        self.files.get(part as usize)?.as_ref()
    }

    fn filled(&self, part: Part, about: &About<'_>) -> Option<Result<String, tera::Error>> {
        let context = match Context::from_serialize(about) {
            Ok(context) => context,
            Err(error) => return Some(Err(error)),
        };
        Some(self.tera.as_ref()?.render(part.file(), &context))
    }

    /// Files and texts of the parts, for the digest of what an article was made of.
    pub(super) fn listed(&self) -> impl Iterator<Item = &Arc<SourceFile>> {
        self.files.iter().flatten()
    }

    /// Whether [`Self::html`] may give something.
    pub(in crate::render) fn has(&self, part: Part, wanted: Option<bool>) -> bool {
        wanted.unwrap_or_else(|| self.own(part).is_some())
    }

    /// The HTML of a part and the file it comes from. `wanted`: with the program's own template if the theme has none;
    /// not at all; or as the theme has it.
    pub(in crate::render) fn html(
        &self,
        part: Part,
        wanted: Option<bool>,
        about: &About<'_>,
        findings: &mut Findings,
    ) -> Option<(String, &Arc<SourceFile>)> {
        if wanted == Some(false) {
            return None;
        }
        let (rendered, file) = match self.own(part) {
            Some(file) => (self.filled(part, about)?, file),
            None if wanted == Some(true) => {
                let (tera, files) = &*PLAIN;
                let context = Context::from_serialize(about).ok()?;
                (tera.render(part.file(), &context), files.get(part as usize)?)
            }
            None => return None,
        };
        match rendered {
            Ok(html) => Some((html, file)),
            Err(error) => {
                findings.push(broken(&error, file));
                None
            }
        }
    }
}

/// A template that cannot be used, at the place that the error names.
fn broken(error: &tera::Error, file: &Arc<SourceFile>) -> Finding {
    let (message, range) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.message().to_owned(), report.span().range.clone())
        }
        _ => (error.to_string().lines().next().unwrap_or_default().to_owned(), 0..0),
    };
    Finding::error(rule::PART, Place::new(file, range), say::part_broken(message)).help(say::part_help())
}

/// Reports what readers would not get of a template, and gives the classes that it uses.
fn inspect(file: &Arc<SourceFile>, findings: &mut Findings) -> Vec<(String, Place)> {
    let mut classes = Vec::new();
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(file.text(), emitter) {
        let Ok(token) = token;
        let Token::StartTag(tag) = token else { continue };
        let named = author::attribute(&tag, "class").unwrap_or_default();
        let text = file.text().get(tag.span.start..tag.span.end).unwrap_or_default();
        // What a template makes of a name is not known here.
        let plain = named.split_ascii_whitespace().filter(|class| !class.contains(['{', '}', '%']));
        classes.extend(plain.map(|class| {
            let at = tag.span.start + text.rfind(class).unwrap_or_default();
            (class.to_owned(), Place::new(file, at..at + class.len()))
        }));
        let name = String::from_utf8_lossy(&tag.name).to_string();
        let message = match author::loss(&name, &tag) {
            Some(Loss::Content(name)) => say::html_removed(name),
            Some(Loss::Tag(name)) => say::html_unwrapped(name),
            Some(Loss::Spacer) => say::html_spacer(),
            Some(Loss::Parts(name, lost)) => {
                let lost: Vec<String> =
                    lost.into_iter().filter(|part| part != "class" && !part.contains("{{")).collect();
                if lost.is_empty() {
                    continue;
                }
                say::html_attributes(name, lost.join(", "))
            }
            None => continue,
        };
        let place = Place::new(file, tag.span.start..tag.span.end);
        findings.push(Finding::warning(rule::PART, place, message).help(say::html_removed_help()));
    }
    classes
}
