//! Publishing without a push (发布): `freepublish/*`. Verified accounts only since July 2025; others get 48001.

use super::call::json;
use super::endpoint::{Endpoint, Repeat};
use super::error::ClientError;
use super::material::media_id_body;
use super::{Client, check};
use crate::wechat::wire;

/// `freepublish/submit`: 100 a day; the draft is gone after success.
pub(super) const SUBMIT: Endpoint = Endpoint::post("/cgi-bin/freepublish/submit", Repeat::SingleUse);
/// `freepublish/get`: 100 a day.
pub(super) const GET: Endpoint = Endpoint::post("/cgi-bin/freepublish/get", Repeat::Repeatable);
/// `freepublish/delete`: 10 a day.
pub(super) const DELETE: Endpoint = Endpoint::post("/cgi-bin/freepublish/delete", Repeat::Destructive);
/// `freepublish/getarticle`: 100 a day.
pub(super) const GETARTICLE: Endpoint = Endpoint::post("/cgi-bin/freepublish/getarticle", Repeat::Repeatable);
/// `freepublish/batchget`: 100 a day; does not know what was sent with a push.
pub(super) const BATCHGET: Endpoint = Endpoint::post("/cgi-bin/freepublish/batchget", Repeat::Repeatable);

impl Client {
    /// Hands a draft in for publishing. Success means queued: the result comes from [`Client::get_publish`]. Never
    /// repeated by the client.
    ///
    /// # Errors
    /// 48001 (account may not), 53503 (fails the publish check), 53504, 53505 (must be handled in the console), 40007 (no
    /// such draft, or published already).
    pub fn submit_publish(&self, media_id: &str) -> Result<wire::Submitted, ClientError> {
        check::media_id("media_id", media_id)?;
        self.call(&SUBMIT, &media_id_body(&SUBMIT, media_id)?)
    }

    /// How a submitted draft fares. Poll at 5, 15, 30, 60 s, then every five minutes: 100 a day.
    ///
    /// # Errors
    /// 53502 (no such `publish_id`), 48001.
    pub fn get_publish(&self, publish_id: &str) -> Result<wire::PublishState, ClientError> {
        check::present("publish_id", publish_id)?;
        self.call(&GET, &json(&GET, &wire::PublishRef { publish_id: publish_id.to_owned() })?)
    }

    /// Deletes a published article for good: `index` from 1, `None` all of the message. Never repeated by the client.
    ///
    /// # Errors
    /// 53600 (no such article), 48001.
    pub fn delete_published(&self, article_id: &str, index: Option<u64>) -> Result<(), ClientError> {
        check::present("article_id", article_id)?;
        self.command(&DELETE, &json(&DELETE, &wire::ArticleRef { article_id: article_id.to_owned(), index })?)
    }

    /// Published articles as readers get them, with `is_deleted`.
    ///
    /// # Errors
    /// 53600 (no such article), 48001.
    pub fn get_published(&self, article_id: &str) -> Result<Vec<wire::NewsItem>, ClientError> {
        check::present("article_id", article_id)?;
        let request = wire::ArticleRef { article_id: article_id.to_owned(), index: None };
        let news: wire::News = self.call(&GETARTICLE, &json(&GETARTICLE, &request)?)?;
        Ok(news.news_item)
    }

    /// A page of what was published without a push.
    ///
    /// # Errors
    /// A `count` outside 1–20 is refused here. 48001.
    pub fn list_published(
        &self,
        page: wire::PageRequest,
    ) -> Result<wire::Page<wire::PublishedItem>, ClientError> {
        check::page(page.count)?;
        self.call(&BATCHGET, &json(&BATCHGET, &page)?)
    }
}
