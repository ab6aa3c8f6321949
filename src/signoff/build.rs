//! From an edition of a site to its payload, with the digest of everything it is made of.
//!
//! A pure function of files. What the platform would refuse is a finding; the lengths that rules warn of are theirs.

mod crop;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use super::asset::Asset;
use super::payload::{Payload, PayloadArticle, VERSION};
use super::subject::Subject;
use crate::base::digest::Digest;
use crate::base::message::{Message, signoff as text};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::render::{Link, Rendered, Renderer, Source};
use crate::site::{Article, Comments, Edition, Format, Kind, Site};
use crate::source::tree::Tree;
use crate::wechat::limits;
use crate::wechat::wire::ArticleType;
use source::{FONT, Sources};

use super::rule::LIMIT as RULE;
const COVER: &str = "payload.cover";
/// File of a theme that shows an article on a made-up phone.
const FRAME: &str = "/page.html";

/// An edition as a payload, and what it is made of.
#[derive(Debug, Clone)]
pub struct Built {
    /// What readers get.
    pub payload: Payload,
    /// P.
    pub digest: Digest,
    /// S.
    pub source: Digest,
    /// What S covers: paths and digests, sorted by path. `<path>#front` stands for what holds for an article.
    pub files: Vec<(String, Digest)>,
    /// Every file that had a part in it, sorted; their authors do not count.
    pub paths: Vec<String>,
    /// Where the bytes of the payload's assets come from.
    pub assets: BTreeMap<Digest, Source>,
    /// Links of the articles, in order.
    pub links: Vec<Link>,
    /// What the platform would refuse, and what rendering says.
    pub findings: Findings,
}

/// Builds the payload of `edition`, one of the editions of `site`, whose files are `tree`.
pub fn build(site: &Site, tree: &dyn Tree, renderer: &Renderer, edition: &Edition) -> Built {
    let mut work = Work {
        site,
        tree,
        renderer,
        sources: Sources::default(),
        assets: BTreeMap::new(),
        links: Vec::new(),
        findings: Findings::new(),
        alone: edition.articles.len() == 1,
    };
    let members = edition.articles.iter().filter_map(|index| site.articles.get(*index));
    let articles: Vec<PayloadArticle> = members
        .enumerate()
        .map(|(place, article)| {
            work.sources.add_article(tree, article, edition, place);
            work.article(article, renderer.article_for(article, &edition.account))
        })
        .collect();
    let payload = Payload {
        v: VERSION,
        account: edition.account.clone(),
        mode: edition.mode,
        audience: edition.to.name(),
        reprint: false,
        articles,
    };
    work.findings.sort();
    Built {
        digest: payload.digest(),
        payload,
        source: work.sources.digest(),
        files: work.sources.lines(),
        paths: work.sources.paths(),
        assets: work.assets,
        links: work.links,
        findings: work.findings,
    }
}

struct Work<'a> {
    site: &'a Site,
    tree: &'a dyn Tree,
    renderer: &'a Renderer<'a>,
    sources: Sources,
    assets: BTreeMap<Digest, Source>,
    links: Vec<Link>,
    findings: Findings,
    /// The edition has one article: the platform fills an absent 摘要 then.
    alone: bool,
}

impl Work<'_> {
    fn article(&mut self, article: &Article, rendered: Rendered) -> PayloadArticle {
        for (path, digest) in &rendered.sources {
            // A built-in theme is part of the program, and the frame of the preview is no part of what goes out.
            if path.starts_with(FONT) || self.tree.contains(path) && !path.ends_with(FRAME) {
                self.sources.add(path, *digest);
            }
        }
        for picture in &rendered.pictures {
            if let Some(path) = picture.source.path() {
                self.sources.add(path, picture.digest);
            }
            self.assets.insert(picture.digest, picture.source.clone());
        }
        self.links.extend(rendered.links.iter().cloned());
        self.findings.extend(rendered.findings.clone());
        let front = &article.front;
        let news = front.format == Format::Article;
        let cover = if news { self.cover(article) } else { None };
        let only_news = |text: String| if news { text } else { String::new() };
        let written = front.summary.as_ref().map(|summary| summary.value.clone());
        let taken = || if self.alone { first_words(&rendered.text) } else { String::new() };
        let (asset, crop_235_1, crop_1_1) = cover.unwrap_or_default();
        let built = PayloadArticle {
            kind: if news { ArticleType::News } else { ArticleType::Newspic },
            title: front.title.value.clone(),
            author: only_news(front.author.as_ref().map(|author| author.value.clone()).unwrap_or_default()),
            digest: only_news(written.unwrap_or_else(taken)),
            content: if news { rendered.html } else { rendered.plain.unwrap_or_default() },
            source_url: front.read_more.as_ref().map(|url| url.value.clone()).unwrap_or_default(),
            comments_open: front.comments != Comments::Closed,
            comments_fans_only: front.comments == Comments::Fans,
            cover: asset,
            crop_235_1,
            crop_1_1,
            images: if news {
                Vec::new()
            } else {
                rendered.pictures.iter().map(|picture| Asset(picture.digest)).collect()
            },
        };
        self.limits(article, &built);
        built
    }

    /// The cover and its two crops.
    fn cover(&mut self, article: &Article) -> Option<(Option<Asset>, Option<String>, Option<String>)> {
        if article.front.cover.is_none() {
            let finding = Finding::error(COVER, article.front.title.place.clone(), text::no_cover());
            self.findings.push(finding.help(text::no_cover_help()));
            return None;
        };
        let (cover, found) = self.renderer.cover(self.site, article);
        self.findings.extend(found);
        let cover = cover?;
        if let Some(path) = cover.source.path() {
            self.sources.add(path, cover.digest);
        }
        for (path, digest) in &cover.sources {
            self.sources.add(path, *digest);
        }
        self.assets.insert(cover.digest, cover.source);
        let crop = |shape| crop::crop((cover.width, cover.height), cover.focus, shape);
        Some((Some(Asset(cover.digest)), crop(crop::WIDE), crop(crop::SQUARE)))
    }

    /// What the platform refuses.
    fn limits(&mut self, article: &Article, built: &PayloadArticle) {
        let front = &article.front;
        let title = &front.title.place;
        let place = |place: Option<&Place>| place.unwrap_or(title).clone();
        let characters = |text: &str| text.chars().count();
        let news = built.kind == ArticleType::News;
        let title_limit = if news { limits::TITLE } else { limits::TITLE_PICTURES };
        let mut check = |place: Place, what: fn(usize, usize) -> Message, found: usize, limit: usize| {
            if found > limit {
                self.findings.push(Finding::error(RULE, place, what(found, limit)));
            }
        };
        check(title.clone(), text::limit_title, characters(&built.title), title_limit.reject);
        let author = place(front.author.as_ref().map(|author| &author.place));
        check(author, text::limit_author, characters(&built.author), limits::AUTHOR.reject);
        let summary = place(front.summary.as_ref().map(|summary| &summary.place));
        check(summary, text::limit_digest, characters(&built.digest), limits::DIGEST.reject);
        let read_more = place(front.read_more.as_ref().map(|url| &url.place));
        check(read_more, text::limit_source_url, built.source_url.len(), limits::SOURCE_URL_BYTES);
        if news {
            check(title.clone(), text::limit_content, built.content.len(), limits::CONTENT_BYTES);
        } else {
            let content = characters(&built.content);
            check(title.clone(), text::limit_text, content, limits::CONTENT_PICTURES.reject);
            check(title.clone(), text::limit_pictures, built.images.len(), limits::PICTURES);
            if built.images.is_empty() {
                let finding = Finding::error(RULE, title.clone(), text::no_pictures());
                self.findings.push(finding.help(text::no_pictures_help()));
            }
        }
    }
}

/// How a browser aligns a cover of `size` pixels in a wide and in a square box to show what readers' cards show: shares of
/// what is cut off, from the left and from the top.
pub fn cover_alignments(size: (u32, u32), focus: [f64; 2]) -> [[f64; 2]; 2] {
    [crop::WIDE, crop::SQUARE].map(|shape| crop::alignment(size, focus, shape))
}

/// What the platform would take as 摘要: the first 54 characters of the text with blanks collapsed. Written down here, so
/// that it is signed too.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(limits::DIGEST_TAKEN).collect()
}

impl Built {
    /// The edition as policies and statements see it. Of `findings` those about its files matter.
    pub fn subject(&self, site: &Site, edition: &Edition, findings: &Findings) -> Subject {
        let members: Vec<&Article> =
            edition.articles.iter().filter_map(|index| site.articles.get(*index)).collect();
        let each = |names: fn(&Article) -> Vec<String>| -> BTreeSet<String> {
            members.iter().flat_map(|article| names(article)).collect()
        };
        Subject {
            unit: edition.name.clone(),
            account: edition.account.clone(),
            mode: edition.mode,
            audience: edition.to.name(),
            payload: self.digest,
            source: self.source,
            labels: each(|article| article.front.labels.iter().map(|label| label.value.clone()).collect()),
            kinds: each(|article| vec![kind(article.front.kind).to_owned()]),
            columns: each(|article| article.front.column.iter().map(|column| column.value.clone()).collect()),
            campaigns: each(|article| article.front.campaign.iter().map(|id| id.value.clone()).collect()),
            bylines: each(|article| article.front.author.iter().map(|author| author.value.clone()).collect()),
            paths: self.paths.clone(),
            findings: self.own(findings).map(asked_as).collect(),
        }
    }

    /// Those of `findings` that are about files of the edition, and those of building it; each once.
    pub fn own<'f>(&'f self, findings: &'f Findings) -> impl Iterator<Item = &'f Finding> {
        let about = |finding: &&Finding| {
            self.paths.binary_search_by(|path| path.as_str().cmp(finding.place.path())).is_ok()
        };
        let same = |a: &Finding, b: &Finding| {
            a.rule == b.rule && a.place.path() == b.place.path() && a.place.range() == b.place.range()
        };
        let known = move |finding: &&Finding| !findings.iter().any(|other| same(other, finding));
        findings.iter().filter(about).chain(self.findings.iter().filter(known))
    }
}

/// What a policy sees of a finding. An error that somebody answers for is an error to it: a comment does not make
/// those whom it asks dispensable.
fn asked_as(finding: &Finding) -> (String, Severity) {
    let severity = if finding.answer.is_some() { Severity::Error } else { finding.severity };
    (finding.rule.to_owned(), severity)
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Editorial => "editorial",
        Kind::Ad => "ad",
        Kind::Notice => "notice",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_taken_has_54_characters_and_single_blanks() {
        let text = format!("  一\n\n 二\t{}", "三".repeat(60));
        let taken = first_words(&text);
        assert!(taken.starts_with("一 二 三"));
        assert_eq!(taken.chars().count(), 54);
    }
}
