//! What followers can see: published articles and mass sends, for tests, the demonstration and the page.

use jiff::Timestamp;
use serde::Serialize;

use super::draft::Stored;
use super::fault::Medium;
use super::mass::{Audience, Status};
use super::state::{Book, State};
use crate::base::digest::Digest;

/// A message that became visible to followers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    /// The account.
    pub appid: String,
    /// 发布 or 群发.
    pub kind: Medium,
    /// `publish_id` or `msg_id`.
    pub id: String,
    /// `article_id`, of a publication.
    pub article_id: Option<String>,
    /// When it became visible.
    pub time: Timestamp,
    /// Audience of a mass send.
    pub to: Option<Audience>,
    /// Followers whose inbox it reached; none for a publication.
    pub reached: u64,
    /// Its articles; deleted ones are not visible any more.
    pub articles: Vec<PublishedArticle>,
}

/// One article of a visible message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishedArticle {
    /// From 1.
    pub idx: usize,
    /// Title.
    pub title: String,
    /// Permanent address.
    pub url: String,
    /// Digest of the content as it was sent to the draft box.
    pub sent: Digest,
    /// Digest of the content as it was stored.
    pub stored: Digest,
    /// Whether it was deleted since.
    pub deleted: bool,
}

/// Everything that ever became visible, oldest first; `all` includes messages whose articles were all deleted.
pub(super) fn published(state: &State, all: bool) -> Vec<Published> {
    let mut list: Vec<Published> = state.books.values().flat_map(of_account).collect();
    list.retain(|entry| {
        all || entry.articles.is_empty() || entry.articles.iter().any(|article| !article.deleted)
    });
    list.sort_by(|a, b| (a.time, &a.appid, &a.id).cmp(&(b.time, &b.appid, &b.id)));
    list
}

fn of_account(book: &Book) -> Vec<Published> {
    let appid = &book.account.appid;
    let publications = book.publications.iter().filter_map(|job| {
        Some(Published {
            appid: appid.clone(),
            kind: Medium::Publish,
            id: job.publish_id.clone(),
            article_id: job.article_id.clone(),
            time: job.published?,
            to: None,
            reached: 0,
            articles: articles(&job.articles, &job.deleted, |index| job.url(appid, index)),
        })
    });
    let sent = book.sends.iter().filter(|send| matches!(send.status, Status::SendSuccess | Status::Delete));
    let sends = sent.map(|send| Published {
        appid: appid.clone(),
        kind: Medium::Mass,
        id: send.msg_id.to_string(),
        article_id: None,
        time: send.time(),
        to: Some(send.to.clone()),
        reached: send.reached,
        articles: articles(&send.articles, &send.deleted, |index| send.url(appid, index)),
    });
    publications.chain(sends).collect()
}

fn articles(stored: &[Stored], deleted: &[bool], url: impl Fn(usize) -> String) -> Vec<PublishedArticle> {
    stored
        .iter()
        .zip(deleted)
        .enumerate()
        .map(|(index, (stored, deleted))| PublishedArticle {
            idx: index + 1,
            title: stored.article.title.clone(),
            url: url(index),
            sent: stored.sent,
            stored: Digest::of(&stored.article.content),
            deleted: *deleted,
        })
        .collect()
}
