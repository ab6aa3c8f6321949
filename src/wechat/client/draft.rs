//! The draft box (草稿箱).

use super::call::json;
use super::endpoint::{Endpoint, Repeat};
use super::error::ClientError;
use super::material::media_id_body;
use super::transport::Body;
use super::{Client, check};
use crate::wechat::wire;

/// `draft/add`: has no idempotency key; a lost answer may mean a draft that nobody knows of.
pub(super) const ADD: Endpoint = Endpoint::post("/cgi-bin/draft/add", Repeat::LookFirst);
/// `draft/update`: replaces a whole article.
pub(super) const UPDATE: Endpoint = Endpoint::post("/cgi-bin/draft/update", Repeat::Repeatable);
/// `draft/get`.
pub(super) const GET: Endpoint = Endpoint::post("/cgi-bin/draft/get", Repeat::Repeatable);
/// `draft/delete`.
pub(super) const DELETE: Endpoint = Endpoint::post("/cgi-bin/draft/delete", Repeat::Destructive);
/// `draft/count`.
pub(super) const COUNT: Endpoint = Endpoint::get("/cgi-bin/draft/count");
/// `draft/batchget`.
pub(super) const BATCHGET: Endpoint = Endpoint::post("/cgi-bin/draft/batchget", Repeat::Repeatable);

impl Client {
    /// Makes a draft of 1–8 articles and gives its `media_id`.
    ///
    /// Titles, authors, digests, texts, addresses and ids are measured first. Never repeated by the client: after an
    /// error with [`super::Outcome::Unknown`] look for the draft before making another.
    ///
    /// # Errors
    /// A limit: nothing is sent. 40007 (cover or picture unknown, temporary or foreign), 45002–45005, 45008, 45110
    /// (sizes), 45166 (content), 88000 (comments without the privilege), 53404–53406 (products).
    pub fn add_draft(&self, articles: &[wire::Article]) -> Result<String, ClientError> {
        check::articles(articles)?;
        let draft: wire::MediaId =
            self.call(&ADD, &json(&ADD, &wire::DraftAdd { articles: articles.to_vec() })?)?;
        Ok(draft.media_id)
    }

    /// Replaces the article at `index`, counted from 0. What `article` leaves empty becomes empty.
    ///
    /// # Errors
    /// A limit: nothing is sent. 40007, 40114 (index), 41039 (address of 阅读原文), 45166, 88000.
    pub fn update_draft(
        &self,
        media_id: &str,
        index: u64,
        article: &wire::Article,
    ) -> Result<(), ClientError> {
        check::media_id("media_id", media_id)?;
        check::article("articles.", article)?;
        let request = wire::DraftUpdate { media_id: media_id.to_owned(), index, articles: article.clone() };
        self.command(&UPDATE, &json(&UPDATE, &request)?)
    }

    /// The articles of a draft as the platform stores them, after its filters; `url` is a temporary preview.
    ///
    /// # Errors
    /// 40007 when the draft was deleted, published or sent.
    pub fn get_draft(&self, media_id: &str) -> Result<Vec<wire::NewsItem>, ClientError> {
        check::media_id("media_id", media_id)?;
        let news: wire::News = self.call(&GET, &media_id_body(&GET, media_id)?)?;
        Ok(news.news_item)
    }

    /// Deletes a draft for good. Never repeated by the client.
    ///
    /// # Errors
    /// 40007 when there is none.
    pub fn delete_draft(&self, media_id: &str) -> Result<(), ClientError> {
        check::media_id("media_id", media_id)?;
        self.command(&DELETE, &media_id_body(&DELETE, media_id)?)
    }

    /// How many drafts there are.
    ///
    /// # Errors
    /// Those of every call.
    pub fn count_drafts(&self) -> Result<u64, ClientError> {
        let count: wire::Count = self.call(&COUNT, &Body::Empty)?;
        Ok(count.total_count)
    }

    /// A page of the draft box. The platform states no order; newest first is what is seen.
    ///
    /// # Errors
    /// A `count` outside 1–20 is refused here.
    pub fn list_drafts(&self, page: wire::PageRequest) -> Result<wire::Page<wire::DraftItem>, ClientError> {
        check::page(page.count)?;
        self.call(&BATCHGET, &json(&BATCHGET, &page)?)
    }
}
