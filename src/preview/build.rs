//! A site as files: a fragment and a phone page for each article, its pictures, an index, a manifest.
//!
//! Everything is written into a folder beside the target first, which then takes the target's place: a reader of the
//! target sees the old build or the new one, never half of one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Serialize, Serializer};
use tempfile::TempDir;

use super::index;
use crate::base::digest::Digest;
use crate::base::file::{self, FileError};
use crate::base::message::{Explain, Lang, Message, render as text};
use crate::finding::{Finding, Findings, Place};
use crate::render::page::{Frame, PageError};
use crate::render::{Fonts, Rendered, Renderer, Source, rule};
use crate::site::{Article, Format, LIMITS, Site, Slot};
use crate::source::tree::Tree;
use crate::wechat::picture;

/// The file by which a folder is known to be a build.
const MANIFEST: &str = "manifest.json";
/// What the manifest says it is.
const MARK: &str = "qianfa build";

/// A build cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The target exists and is no build.
    #[error("{} exists and is no build", .0.display())]
    Foreign(PathBuf),
    /// A file or folder cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// A folder cannot be moved or removed.
    #[error("cannot write {}: {source}", path.display())]
    Move {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A page cannot be made.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The index cannot be made: a fault of the program.
    #[error("cannot make the index: {0}")]
    Index(String),
}

impl Explain for BuildError {
    fn message(&self) -> Message {
        match self {
            Self::Foreign(path) => text::build_foreign(path.display()),
            Self::File(error) => error.message(),
            Self::Move { path, source } => crate::base::message::file::cannot_write(path.display(), source),
            Self::Page(error) => error.message(),
            Self::Index(reason) => text::build_index(reason),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Foreign(_) => Some(text::build_foreign_help()),
            _ => None,
        }
    }
}

/// A build that is written but does not stand in its place yet. Dropping it leaves no trace.
#[derive(Debug)]
pub struct Staged {
    folder: TempDir,
    target: PathBuf,
    /// How many articles it has.
    pub articles: usize,
    /// How many picture files it has.
    pub pictures: usize,
    /// What rendering had to say.
    pub findings: Findings,
}

/// A file of the build.
#[derive(Debug, Clone, Serialize)]
struct Written {
    path: String,
    digest: Digest,
}

/// A picture of the build, and the file it was copied from, unless it was drawn.
#[derive(Debug, Clone, Serialize)]
struct Copied {
    path: String,
    #[serde(serialize_with = "path_of", skip_serializing_if = "is_drawn")]
    source: Source,
    digest: Digest,
    width: u32,
    height: u32,
}

fn is_drawn(source: &Source) -> bool {
    source.path().is_none()
}

fn path_of<S: Serializer>(source: &Source, serializer: S) -> Result<S::Ok, S::Error> {
    source.path().serialize(serializer)
}

/// An article's entry in the manifest.
#[derive(Debug, Serialize)]
struct Entry {
    unit: String,
    uid: String,
    title: String,
    format: &'static str,
    fragment: Written,
    page: Written,
    cover: Option<Copied>,
    pictures: Vec<Copied>,
    characters: usize,
    bytes: usize,
    han: usize,
    words: usize,
    minutes: usize,
}

#[derive(Debug, Serialize)]
struct Manifest<'a> {
    kind: &'static str,
    version: u32,
    site: &'a str,
    articles: Vec<Entry>,
    themes: BTreeMap<String, Digest>,
}

/// An article as it came out, before the index is made.
struct Done<'s> {
    article: &'s Article,
    entry: Entry,
    themes: Vec<(String, Digest)>,
    findings: Findings,
}

/// Renders every article of `site`, text in pictures in `fonts`, and writes the build beside `target`.
///
/// # Errors
/// When the target is a folder that is no build, or something cannot be written. Problems of articles are findings.
pub fn stage(
    site: &Site,
    tree: &dyn Tree,
    fonts: Arc<Fonts>,
    target: &Path,
    lang: Lang,
) -> Result<Staged, BuildError> {
    let target = std::path::absolute(target).map_err(moving(target))?;
    refuse_foreign(&target)?;
    let parent = target.parent().unwrap_or(Path::new("/"));
    file::create_dir(parent)?;
    let folder =
        tempfile::Builder::new().prefix(".qianfa-build-").tempdir_in(parent).map_err(moving(parent))?;
    let renderer = Renderer::new(tree, &site.config.theme).with_fonts(fonts);
    let work = Work { site, tree, renderer: &renderer, root: folder.path(), lang };
    let done: Vec<Done<'_>> =
        site.articles.par_iter().map(|article| work.article(article)).collect::<Result<_, _>>()?;

    let mut findings = Findings::new();
    let mut themes = BTreeMap::new();
    let mut cards = Vec::new();
    let mut articles = Vec::new();
    for done in done {
        findings.extend(done.findings);
        themes.extend(done.themes);
        let cover = done.entry.cover.as_ref().map(|cover| cover.path.as_str());
        cards.push(index::card(site, done.article, &done.entry.page.path, cover, done.entry.minutes, lang));
        articles.push(done.entry);
    }
    findings.sort();
    let pictures = work.copy(&articles)?;
    let count = articles.len();
    let index = index::page(site, cards, lang).map_err(BuildError::Index)?;
    file::write_atomic(&folder.path().join("index.html"), index)?;
    let manifest = Manifest { kind: MARK, version: 1, site: &site.config.name, articles, themes };
    let manifest =
        serde_json::to_string_pretty(&manifest).map_err(|error| BuildError::Index(error.to_string()))?;
    file::write_atomic(&folder.path().join(MANIFEST), manifest + "\n")?;
    Ok(Staged { folder, target, articles: count, pictures, findings })
}

fn moving(path: &Path) -> impl Fn(std::io::Error) -> BuildError {
    move |source| BuildError::Move { path: path.to_path_buf(), source }
}

/// A target may be absent, empty, or a build; anything else is somebody's work.
fn refuse_foreign(target: &Path) -> Result<(), BuildError> {
    if !target.exists() {
        return Ok(());
    }
    let empty = std::fs::read_dir(target).map(|mut entries| entries.next().is_none()).unwrap_or(false);
    let manifest = file::read(&target.join(MANIFEST), 1 << 30).unwrap_or_default();
    let head =
        String::from_utf8_lossy(manifest.get(..200.min(manifest.len())).unwrap_or_default()).into_owned();
    if empty || head.contains(&format!("\"kind\": \"{MARK}\"")) {
        Ok(())
    } else {
        Err(BuildError::Foreign(target.to_path_buf()))
    }
}

impl Staged {
    /// Puts the build in its place; an earlier build goes.
    ///
    /// # Errors
    /// When a folder cannot be moved.
    pub fn publish(self) -> Result<(), BuildError> {
        refuse_foreign(&self.target)?;
        let staged = self.folder.keep();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&staged, std::fs::Permissions::from_mode(0o755))
                .map_err(moving(&staged))?;
        }
        let old = staged.with_extension("old");
        let had_old = self.target.exists();
        if had_old {
            std::fs::rename(&self.target, &old).map_err(moving(&self.target))?;
        }
        std::fs::rename(&staged, &self.target).map_err(moving(&self.target))?;
        if had_old {
            std::fs::remove_dir_all(&old).map_err(moving(&old))?;
        }
        Ok(())
    }
}

struct Work<'w> {
    site: &'w Site,
    tree: &'w dyn Tree,
    renderer: &'w Renderer<'w>,
    root: &'w Path,
    lang: Lang,
}

impl<'w> Work<'w> {
    fn write(&self, path: String, text: &str) -> Result<Written, BuildError> {
        file::write_atomic(&self.root.join(&path), text)?;
        Ok(Written { digest: Digest::of(text), path })
    }

    fn article(&self, article: &'w Article) -> Result<Done<'w>, BuildError> {
        let mut rendered = self.renderer.article(article);
        let mut findings = std::mem::take(&mut rendered.findings);
        let name = article.unit.strip_prefix("content/").unwrap_or(&article.unit);
        let folder = format!("articles/{name}");
        let up = "../".repeat(folder.split('/').count());
        let pictures: Vec<Copied> = rendered.pictures.iter().map(copied).collect();
        let address = |digest: &Digest| {
            let known = pictures.iter().find(|picture| picture.digest == *digest);
            known.map_or_else(String::new, |picture| format!("{up}{}", picture.path))
        };
        let page = self.page(article, &rendered, address)?;
        let (file_name, content) = match &rendered.plain {
            Some(plain) => ("content.txt", plain),
            None => ("fragment.html", &rendered.html),
        };
        for violation in crate::render::fragment::check(&rendered.html) {
            let message = text::violation(violation.rule, violation.seen);
            findings.push(Finding::error(rule::FRAGMENT, Place::whole(&article.file), message));
        }
        let stats = rendered.stats;
        let entry = Entry {
            unit: article.unit.clone(),
            uid: article.front.uid.value.clone(),
            title: article.front.title.value.clone(),
            format: if article.front.format == Format::Pictures { "pictures" } else { "article" },
            fragment: self.write(format!("{folder}/{file_name}"), content)?,
            page: self.write(format!("{folder}/index.html"), &page)?,
            cover: self.cover(article, &mut findings),
            pictures,
            characters: stats.characters,
            bytes: stats.bytes,
            han: stats.han,
            words: stats.words,
            minutes: stats.minutes(),
        };
        Ok(Done { article, entry, themes: rendered.sources, findings })
    }

    fn page(
        &self,
        article: &Article,
        rendered: &Rendered,
        address: impl Fn(&Digest) -> String,
    ) -> Result<String, BuildError> {
        let front = &article.front;
        let date = date(self.site, article);
        let frame = Frame {
            title: &front.title,
            author: front.author.as_ref().map_or("", |author| &author.value),
            account: index::account(self.site, article),
            date: &date,
            read_more: front.read_more.as_ref().map_or("", |url| &url.value),
            payload: None,
            lang: self.lang,
        };
        Ok(self.renderer.page(article, rendered, &frame, address)?)
    }

    /// The cover as it will be copied. One that cannot be shown is a finding.
    fn cover(&self, article: &Article, findings: &mut Findings) -> Option<Copied> {
        let cover = article.front.cover.as_ref()?;
        let path = &cover.value.image;
        let mut complain = |rule, message, help| {
            let mut finding = Finding::error(rule, cover.place.clone(), message);
            finding.help = help;
            findings.push(finding);
        };
        let bytes = match self.tree.read(path, LIMITS.asset) {
            Ok(bytes) => bytes,
            Err(error) => {
                complain(rule::MISSING, error.message(), Some(text::picture_missing_help()));
                return None;
            }
        };
        match picture::inspect(path, &bytes) {
            Ok(probe) => {
                let digest = Digest::of(&bytes);
                Some(Copied {
                    path: format!("pictures/{}.{}", digest.hex(), probe.format.extension()),
                    source: Source::File(path.clone()),
                    digest,
                    width: probe.width,
                    height: probe.height,
                })
            }
            Err(error) => {
                complain(rule::UNREADABLE, error.message(), error.help());
                None
            }
        }
    }

    /// Copies every picture once; gives how many there are.
    fn copy(&self, articles: &[Entry]) -> Result<usize, BuildError> {
        let all: BTreeMap<&str, &Copied> = articles
            .iter()
            .flat_map(|entry| entry.pictures.iter().chain(&entry.cover))
            .map(|picture| (picture.path.as_str(), picture))
            .collect();
        all.par_iter().try_for_each(|(path, picture)| {
            match picture.source.bytes(self.tree) {
                Ok(bytes) => file::write_atomic(&self.root.join(path), bytes).map_err(BuildError::from),
                // It was readable a moment ago; the next build says what is wrong with it.
                Err(_) => Ok(()),
            }
        })?;
        Ok(all.len())
    }
}

fn copied(picture: &crate::render::Picture) -> Copied {
    let extension = picture.format.extension();
    Copied {
        path: format!("pictures/{}.{extension}", picture.digest.hex()),
        source: picture.source.clone(),
        digest: picture.digest,
        width: picture.width,
        height: picture.height,
    }
}

/// When an article is planned to go out, in the site's zone; empty when it is not.
pub(super) fn date(site: &Site, article: &Article) -> String {
    match article.front.publish.at.as_ref().map(|slot| slot.value) {
        Some(Slot::At(instant)) => {
            instant.to_zoned(site.config.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
        }
        Some(Slot::Day(day)) => day.to_string(),
        Some(Slot::Next) | None => String::new(),
    }
}
