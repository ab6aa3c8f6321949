//! From an article to what readers get.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::dark;
use super::draw::{Fonts, Studio};
use super::image::{PictureCache, Pictures};
use super::names::Names;
use super::pass::Pass;
use super::rule;
use super::theme::{self, About, Theme};
use super::{Link, Picture, Shelf, Stats};
use crate::base::digest::Digest;
use crate::base::message::render as say;
use crate::finding::{Finding, Findings, Place};
use crate::site::{Article, Config, Format, RenderOptions};
use crate::source::trap::traps;
use crate::source::tree::Tree;
use crate::source::{SourceFile, markdown};

/// Characters above which the platform's documented limit is passed; longer articles were seen to be stored.
pub const CHARACTERS_ADVISED: usize = 20_000;
/// Bytes above which the platform refuses.
pub const BYTES_ALLOWED: usize = 1_000_000;

/// What readers get of an article, and what there is to say about it.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The fragment for the `content` field; pictures stand in it as `asset:sha256:<digest of the file>`. Empty for a
    /// picture message.
    pub html: String,
    /// The text of a picture message.
    pub plain: Option<String>,
    /// Pictures in the order of first use, each file once.
    pub pictures: Vec<Picture>,
    /// The text that readers see, a line a block.
    pub text: String,
    /// Links in the order of the source.
    pub links: Vec<Link>,
    /// What else it was made of, beside the article and its picture files: files of the theme, drawings, fonts; paths and
    /// digests, sorted by path. A font of the machine is `font:<name of its file>`.
    pub sources: Vec<(String, Digest)>,
    /// Names of other articles that it links to, found or not, sorted.
    pub related: Vec<String>,
    /// Files beside the article's own that were asked for, found or not, sorted; those of the theme left out.
    pub reads: Vec<String>,
    /// Counts.
    pub stats: Stats,
    /// What was removed, is missing, or is too large.
    pub findings: Findings,
}

/// Renders articles of one tree. May be shared by threads; themes and pictures are read once.
pub struct Renderer<'t> {
    tree: &'t dyn Tree,
    default_theme: String,
    names: Names,
    themes: Mutex<HashMap<String, Arc<Theme>>>,
    /// Compiled pages by theme.
    pub(super) templates: Mutex<HashMap<String, Arc<tera::Tera>>>,
    /// What previews make of styles in dark mode.
    pub(super) dark: dark::Memory,
    pictures: PictureCache,
    studio: Studio,
    shelf: Option<Shelf>,
}

impl<'t> Renderer<'t> {
    /// A renderer of the files of `tree`, with the theme for articles that name none.
    pub fn new(tree: &'t dyn Tree, default_theme: &str) -> Self {
        Self {
            tree,
            default_theme: default_theme.to_owned(),
            names: Names::default(),
            themes: Mutex::default(),
            templates: Mutex::default(),
            dark: dark::Memory::default(),
            pictures: PictureCache::default(),
            studio: Studio::default(),
            shelf: None,
        }
    }

    /// With its default theme read and its page compiled, for whom many threads would otherwise do so at the same time. A
    /// page that cannot be used is told when it is asked for.
    #[must_use]
    pub fn prepared(self) -> Self {
        let _ = self.template(&self.default_theme);
        self
    }

    /// With the names of a site and its accounts, for the parts of themes.
    #[must_use]
    pub fn with_names(self, config: &Config) -> Self {
        Self { names: Names::new(config), ..self }
    }

    /// With fonts for text in pictures; without them such text cannot be drawn.
    #[must_use]
    pub fn with_fonts(self, fonts: Arc<Fonts>) -> Self {
        Self { studio: Studio::new(fonts), ..self }
    }

    /// The files that it renders.
    pub(super) fn tree(&self) -> &'t dyn Tree {
        self.tree
    }

    /// With the account's other articles, for `[[name]]`; without them such links are text.
    #[must_use]
    pub fn with_shelf(self, shelf: Shelf) -> Self {
        Self { shelf: Some(shelf), ..self }
    }

    /// The theme of that name; `asked` is where somebody named it.
    pub(super) fn theme(&self, name: &str, asked: Option<&Place>) -> Arc<Theme> {
        let lock = || self.themes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(name) {
            return Arc::clone(known);
        }
        let theme = Arc::new(theme::load(self.tree, name, asked));
        Arc::clone(lock().entry(name.to_owned()).or_insert(theme))
    }

    /// Where pictures are drawn.
    pub(super) fn studio(&self) -> &Studio {
        &self.studio
    }

    /// Name of the theme for articles that name none.
    pub(super) fn default_theme(&self) -> &str {
        &self.default_theme
    }

    /// Name of the theme of an article.
    pub(super) fn theme_name<'n>(&'n self, article: &'n Article) -> &'n str {
        article.front.theme.as_ref().map_or(&self.default_theme, |theme| &theme.value)
    }

    /// What readers get of `article`, on the first account that it names.
    pub fn article(&self, article: &Article) -> Rendered {
        self.article_for(article, article.front.accounts.first().map_or("", |account| &account.value))
    }

    /// What readers of `account` get of `article`.
    pub fn article_for(&self, article: &Article, account: &str) -> Rendered {
        let asked = article.front.theme.as_ref().map(|theme| &theme.place);
        let theme = self.theme(self.theme_name(article), asked);
        let front = &article.front;
        let date = self.names.date(front);
        let [author, column, summary] = [&front.author, &front.column, &front.summary]
            .map(|text| text.as_ref().map_or("", |text| text.value.as_str()));
        let about = About {
            title: &front.title.value,
            author,
            column,
            date: &date,
            summary,
            site: &self.names.site,
            account: self.names.account(front),
            ..About::default()
        };
        let work = (front.format, &*theme, &front.render);
        self.markdown(&article.file, article.body.clone(), work, &about, account)
    }

    /// What readers get of the Markdown in the bytes `body` of `file`, in the default theme.
    pub fn file(
        &self,
        file: &Arc<SourceFile>,
        body: std::ops::Range<usize>,
        format: Format,
        options: &RenderOptions,
    ) -> Rendered {
        self.file_about(file, body, format, options, &About::default())
    }

    /// The same with what is known of the article, for the parts of the theme.
    pub fn file_about(
        &self,
        file: &Arc<SourceFile>,
        body: std::ops::Range<usize>,
        format: Format,
        options: &RenderOptions,
        about: &About<'_>,
    ) -> Rendered {
        let theme = self.theme(&self.default_theme, None);
        self.markdown(file, body, (format, &*theme, options), about, "")
    }

    fn markdown(
        &self,
        file: &Arc<SourceFile>,
        body: std::ops::Range<usize>,
        (format, theme, options): (Format, &Theme, &RenderOptions),
        about: &About<'_>,
        account: &str,
    ) -> Rendered {
        let events = markdown::events_with(file.text(), body.clone(), options.math);
        let traps = traps(file.text(), body.clone(), &events);
        let mut pass =
            Pass::new(theme, file, *options, events, Pictures::new(self.tree, &self.pictures, &self.studio));
        pass.shelf = self.shelf.as_ref();
        pass.account = account;
        let plain = match format {
            Format::Pictures => Some(pass.plain()),
            Format::Article => {
                pass.run(about);
                None
            }
        };
        let Pass { writer, mut findings, mut pictures, links, related, .. } = pass;
        let (html, visible) = writer.finish();
        let text = plain.clone().unwrap_or(visible);
        let stats = Stats::new(plain.as_deref().unwrap_or(&html), &text, pictures.list.len());
        findings.extend(traps.iter().filter(|trap| trap.shows).map(|trap| trap.finding(file)));
        too_large(&stats, file, &body, &mut findings);
        findings.extend(theme.findings.clone());
        findings.sort();
        let reads = std::mem::take(&mut pictures.reads).into_iter().collect();
        let (pictures, mut sources) = pictures.drawn_from();
        sources.extend(theme.files.iter().cloned());
        sources.sort();
        let (links, related) = (links.all, related.into_iter().collect());
        Rendered { html, plain, pictures, text, links, related, reads, sources, stats, findings }
    }
}

fn too_large(stats: &Stats, file: &Arc<SourceFile>, body: &std::ops::Range<usize>, findings: &mut Findings) {
    const BASIS: &str = "https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add";
    let place = || Place::new(file, body.start..body.start);
    let finding = if stats.bytes > BYTES_ALLOWED {
        Finding::error(rule::LENGTH, place(), say::content_bytes(stats.bytes, BYTES_ALLOWED))
    } else if stats.characters > CHARACTERS_ADVISED {
        Finding::warning(rule::LENGTH, place(), say::content_characters(stats.characters, CHARACTERS_ADVISED))
    } else {
        return;
    };
    findings.push(finding.basis(BASIS).help(say::content_help()));
}
