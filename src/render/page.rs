//! The phone page: an article as a reader would see it, in one HTML file without scripts.

use std::borrow::Cow;
use std::sync::{Arc, PoisonError};

use serde::Serialize;
use tera::{Context, Tera};

use super::article::CHARACTERS_ADVISED;
use super::{Rendered, Renderer};
use crate::base::digest::Digest;
use crate::base::message::{Explain, Lang, Message, render as say};
use crate::site::Article;

/// What stands around an article on its page.
#[derive(Debug, Clone, Default)]
pub struct Frame<'a> {
    /// 标题.
    pub title: &'a str,
    /// 作者.
    pub author: &'a str,
    /// What readers call the account.
    pub account: &'a str,
    /// When it goes out, as shown.
    pub date: &'a str,
    /// 阅读原文.
    pub read_more: &'a str,
    /// Digest of the payload, once there is one.
    pub payload: Option<Digest>,
    /// Language of the page's own words.
    pub lang: Lang,
}

/// A page cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("cannot use the page template: {0}")]
pub struct PageError(String);

impl Explain for PageError {
    fn message(&self) -> Message {
        say::page_template(&self.0)
    }
}

#[derive(Serialize)]
struct Slide<'a> {
    src: String,
    alt: &'a str,
}

impl Renderer<'_> {
    /// The phone page of a rendered article, as UTF-8. `address` gives where a browser finds a picture.
    ///
    /// # Errors
    /// When the theme's `page.html` is no template or uses what it does not get.
    pub fn page(
        &self,
        article: &Article,
        rendered: &Rendered,
        frame: &Frame<'_>,
        address: impl Fn(&Digest) -> String,
    ) -> Result<Vec<u8>, PageError> {
        let template = self.template(self.theme_name(article))?;
        page(&template, rendered, &self.dark.sheet(&rendered.html), frame, address)
    }

    /// The phone page of a file rendered without a site, in the default theme.
    ///
    /// # Errors
    /// As for [`Renderer::page`].
    pub fn file_page(
        &self,
        rendered: &Rendered,
        frame: &Frame<'_>,
        address: impl Fn(&Digest) -> String,
    ) -> Result<String, PageError> {
        let template = self.template(self.default_theme())?;
        let page = page(&template, rendered, &self.dark.sheet(&rendered.html), frame, address)?;
        String::from_utf8(page).map_err(|error| PageError(error.to_string()))
    }

    /// The compiled page of the theme of that name.
    pub(super) fn template(&self, name: &str) -> Result<Arc<Tera>, PageError> {
        let lock = || self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(name) {
            return Ok(Arc::clone(known));
        }
        let mut tera = Tera::new();
        tera.add_raw_template(PAGE, self.theme(name, None).page.text()).map_err(unusable)?;
        Ok(Arc::clone(lock().entry(name.to_owned()).or_insert(Arc::new(tera))))
    }
}

/// Name of the template inside the engine.
const PAGE: &str = "page.html";

fn unusable(error: tera::Error) -> PageError {
    PageError(error.to_string())
}

/// `html` with the address of each picture in the place of its digest.
fn addressed(html: &str, address: impl Fn(&Digest) -> String) -> Cow<'_, str> {
    const MARK: &str = "asset:";
    /// `sha256:` and 64 digits.
    const LENGTH: usize = 71;
    if memchr::memmem::find(html.as_bytes(), MARK.as_bytes()).is_none() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(at) = rest.find(MARK) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let name = after.get(MARK.len()..MARK.len() + LENGTH);
        match name.and_then(|name| name.parse::<Digest>().ok()) {
            Some(digest) => {
                out.push_str(&address(&digest));
                rest = &after[MARK.len() + LENGTH..];
            }
            None => {
                out.push_str(MARK);
                rest = &after[MARK.len()..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// About how long a page is without its article.
const FRAME: usize = 12 << 10;

fn page(
    template: &Tera,
    rendered: &Rendered,
    dark: &str,
    frame: &Frame<'_>,
    address: impl Fn(&Digest) -> String,
) -> Result<Vec<u8>, PageError> {
    let content = addressed(&rendered.html, &address);
    let slides: Vec<Slide<'_>> = match rendered.plain {
        Some(_) => rendered
            .pictures
            .iter()
            .map(|picture| Slide { src: address(&picture.digest), alt: &picture.alt })
            .collect(),
        None => Vec::new(),
    };
    let mut context = Context::new();
    context.insert("title", frame.title);
    context.insert("author", frame.author);
    context.insert("account", frame.account);
    context.insert("date", frame.date);
    context.insert("read_more", web_address(frame.read_more));
    context.insert("read_more_label", &say::read_more().text(frame.lang));
    context.insert("content", &*content);
    context.insert("plain", rendered.plain.as_deref().unwrap_or(""));
    context.insert("slides", &slides);
    context.insert("dark", dark);
    context.insert("minutes", &say::page_minutes(rendered.stats.minutes()).text(frame.lang));
    let weight = match rendered.plain {
        Some(_) => String::new(),
        None => say::page_weight(rendered.stats.characters, CHARACTERS_ADVISED).text(frame.lang),
    };
    context.insert("weight", &weight);
    let payload = frame.payload.map(|digest| say::page_payload(digest.short()).text(frame.lang));
    context.insert("payload", payload.as_deref().unwrap_or(""));
    let mut out = Vec::with_capacity(content.len() + FRAME);
    template.render_to(PAGE, &context, &mut out).map_err(unusable)?;
    Ok(out)
}

/// An address that a browser may open from a page; anything else is left out.
fn web_address(url: &str) -> &str {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") { url } else { "" }
}
