//! One article of a build: rendered, put on its page, written, and remembered.

use std::sync::{Arc, Mutex, PoisonError};

use foldhash::{HashMap, HashSet};
use serde::{Serialize, Serializer};

use super::record::{Own, Record};
use super::related::{self, Named};
use super::target::Stage;
use super::{BuildError, date};
use crate::base::digest::Digest;
use crate::base::message::{Lang, render as text};
use crate::finding::{Finding, Findings, Place};
use crate::preview::calendar;
use crate::preview::index::{self, Shown};
use crate::render::fragment::{Known, Violation};
use crate::render::page::Frame;
use crate::render::{CoverPicture, Picture, Rendered, Renderer, Shelf, Source, fragment, rule};
use crate::signoff::cover_alignments;
use crate::site::{Article, Format, Site};
use crate::source::tree::Tree;

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
struct Entry<'e> {
    unit: &'e str,
    uid: &'e str,
    title: &'e str,
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

/// Makes articles. May be shared by threads.
pub(super) struct Work<'w> {
    site: &'w Site,
    tree: &'w dyn Tree,
    renderer: &'w Renderer<'w>,
    stage: &'w Stage,
    lang: Lang,
    /// What stands already, by path in the build; pictures bear their digests in their names.
    standing: HashMap<&'w str, Option<Digest>>,
    /// What the articles are called, sorted by path as they are.
    named: Vec<Named>,
    /// What their links are answered from.
    shelf: Option<&'w Shelf>,
    /// What was written.
    pub(super) written: Mutex<HashSet<String>>,
    /// What threads know of tags while none of them reads.
    known: Mutex<Vec<Known>>,
}

impl<'w> Work<'w> {
    pub(super) fn new(
        site: &'w Site,
        tree: &'w dyn Tree,
        renderer: &'w Renderer<'w>,
        stage: &'w Stage,
        lang: Lang,
        standing: HashMap<&'w str, Option<Digest>>,
    ) -> Self {
        let named = related::named(site);
        let written = Mutex::default();
        Self {
            site,
            tree,
            renderer,
            stage,
            lang,
            standing,
            named,
            shelf: None,
            written,
            known: Mutex::default(),
        }
    }

    /// With what links between articles are answered from.
    pub(super) fn with_shelf(self, shelf: Option<&'w Shelf>) -> Self {
        Self { shelf, ..self }
    }

    fn named(&self, path: &str) -> Option<&Named> {
        let at = self.named.binary_search_by(|one| one.entry.path().cmp(path)).ok()?;
        self.named.get(at)
    }

    fn write(&self, path: String, bytes: &[u8]) -> Result<Written, BuildError> {
        let digest = Digest::of(bytes);
        if self.standing.get(path.as_str()) != Some(&Some(digest)) {
            self.stage.write(&path, bytes)?;
            self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone());
        }
        Ok(Written { path, digest })
    }

    /// Makes an article. Its findings are those of rendering; what loading said is the caller's to add.
    pub(super) fn article(&self, article: &'w Article) -> Result<(Record, Findings), BuildError> {
        let mut rendered = self.renderer.article(article);
        let mut findings = std::mem::take(&mut rendered.findings);
        let name = article.unit.strip_prefix("content/").unwrap_or(&article.unit);
        let up = "../".repeat(name.split('/').count());
        let pictures: Vec<Copied> = rendered.pictures.iter().map(copied).collect();
        let address = |digest: &Digest| {
            let known = pictures.iter().find(|picture| picture.digest == *digest);
            known.map_or_else(String::new, |picture| format!("{up}{}", picture.path))
        };
        let page = self.page(article, &rendered, address)?;
        let (extension, content) = match &rendered.plain {
            Some(plain) => ("txt", plain),
            None => ("html", &rendered.html),
        };
        for violation in self.check(&rendered.html) {
            let message = text::violation(violation.rule, violation.seen);
            findings.push(Finding::error(rule::FRAGMENT, Place::whole(&article.file), message));
        }
        let cover = self.cover(article, &mut findings);
        let stats = &rendered.stats;
        let entry = Entry {
            unit: &article.unit,
            uid: &article.front.uid.value,
            title: &article.front.title.value,
            format: if article.front.format == Format::Pictures { "pictures" } else { "article" },
            fragment: self.write(format!("fragments/{name}.{extension}"), content.as_bytes())?,
            page: self.write(format!("articles/{name}.html"), &page)?,
            cover: cover.as_ref().map(copied_cover),
            pictures,
            characters: stats.characters,
            bytes: stats.bytes,
            han: stats.han,
            words: stats.words,
            minutes: stats.minutes(),
        };
        for picture in entry.pictures.iter().chain(&entry.cover) {
            self.copy(picture)?;
        }
        let related = std::mem::take(&mut rendered.related);
        let mut reads = rendered.reads;
        reads.extend(article.front.cover.iter().filter_map(|cover| cover.image().map(str::to_owned)));
        let mut sources = rendered.sources;
        if let Some(cover) = &cover {
            sources.extend(cover.sources.iter().cloned());
            sources.sort();
            sources.dedup();
        }
        let mut record = self.record(article, &entry, reads, sources, cover.as_ref())?;
        if let Some(shelf) = self.shelf {
            record.own.answers = shelf.answers(&related, &record.own.account);
        }
        record.own.related = related;
        Ok((record, findings))
    }

    /// What is wrong with a fragment: a fault of the program.
    fn check(&self, html: &str) -> Vec<Violation> {
        let idle = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known = idle().pop().unwrap_or_default();
        let violations = fragment::check_knowing(&mut known, html);
        idle().push(known);
        violations
    }

    fn record(
        &self,
        article: &Article,
        entry: &Entry<'_>,
        reads: Vec<String>,
        sources: Vec<(String, Digest)>,
        picture: Option<&CoverPicture>,
    ) -> Result<Record, BuildError> {
        let cover = entry.cover.as_ref().map_or("", |cover| &cover.path);
        let minutes = entry.minutes as u64;
        let crops = picture.map(|cover| cover_alignments((cover.width, cover.height), cover.focus));
        let percent = |[x, y]: [f64; 2]| format!("{:.1}% {:.1}%", x * 100.0, y * 100.0);
        let crops: Vec<String> = crops.into_iter().flatten().map(percent).collect();
        let shown = Shown { page: &entry.page.path, cover, crops: &crops, minutes };
        let (position, card) = index::card(self.site, article, shown, self.lang);
        let file = |written: &Written| (written.path.clone(), written.digest);
        let json = serde_json::to_string_pretty(entry);
        let own = Own {
            path: article.path().to_owned(),
            keys: keys(article),
            reads,
            files: vec![file(&entry.fragment), file(&entry.page)],
            pictures: entry.pictures.iter().chain(&entry.cover).map(|picture| picture.path.clone()).collect(),
            entry: json.map_err(|error| BuildError::Index(error.to_string()))?,
            position,
            card,
            planned: calendar::planned(self.site, article, &entry.page.path, self.lang),
            cover: cover.to_owned(),
            crops,
            minutes,
            named: self.named(article.path()).cloned().unwrap_or_default(),
            account: article.front.accounts.first().map(|account| account.value.clone()).unwrap_or_default(),
            related: Vec::new(),
            answers: Digest::of(""),
            loading: Vec::new(),
            rendering: Vec::new(),
        };
        Ok(Record { own, sources: Arc::new(sources) })
    }

    fn page(
        &self,
        article: &Article,
        rendered: &Rendered,
        address: impl Fn(&Digest) -> String,
    ) -> Result<Vec<u8>, BuildError> {
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

    /// The cover as it will be copied, and how cards show it. One that cannot be shown is a finding.
    fn cover(&self, article: &Article, findings: &mut Findings) -> Option<CoverPicture> {
        let (cover, found) = self.renderer.cover(self.site, article);
        findings.extend(found);
        cover
    }

    /// Writes a picture, once however many articles show it.
    fn copy(&self, picture: &Copied) -> Result<(), BuildError> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if self.standing.contains_key(picture.path.as_str()) || !written.insert(picture.path.clone()) {
            return Ok(());
        }
        drop(written);
        match picture.source.bytes(self.tree) {
            Ok(bytes) => self.stage.write(&picture.path, &bytes),
            // It was readable a moment ago; the next build says what is wrong with it.
            _ => Ok(()),
        }
    }
}

fn copied_cover(cover: &CoverPicture) -> Copied {
    Copied {
        path: format!("pictures/{}.{}", cover.digest.hex(), cover.format.extension()),
        source: cover.source.clone(),
        digest: cover.digest,
        width: cover.width,
        height: cover.height,
    }
}

fn copied(picture: &Picture) -> Copied {
    let extension = picture.format.extension();
    Copied {
        path: format!("pictures/{}.{extension}", picture.digest.hex()),
        source: picture.source.clone(),
        digest: picture.digest,
        width: picture.width,
        height: picture.height,
    }
}

/// What ties an article to others: two that share one of these are judged together.
pub(super) fn keys(article: &Article) -> Vec<String> {
    let edition = article.front.publish.edition.as_ref().map(|edition| edition.value.clone());
    std::iter::once(article.front.uid.value.clone()).chain(edition).collect()
}
