//! Looking on the platform for what a lost answer may have done, by fingerprint: titles alone are not enough.

use jiff::{SignedDuration, Timestamp};

use crate::base::digest::Digest;
use crate::deliver::likeness;
use crate::deliver::run::Run;
use crate::ledger::{DeliveryId, Facts};
use crate::wechat::client::ClientError;
use crate::wechat::limits;
use crate::wechat::wire::{NewsItem, PageRequest};

/// Most pages of the draft box that are looked through.
const PAGES: u64 = 5;
/// How much older than the intent a draft may look, for clocks that differ.
const SLACK: SignedDuration = SignedDuration::from_mins(10);

/// A publication that was found.
pub(in crate::deliver) struct Found {
    pub(in crate::deliver) article_id: String,
    urls: Vec<String>,
}

impl Found {
    /// What the ledger keeps of it.
    pub(in crate::deliver) fn facts(&self) -> Facts {
        Facts { article_id: Some(self.article_id.clone()), urls: self.urls.clone(), ..Facts::default() }
    }
}

/// The publication with that fingerprint, on the first page of the published list, unless another delivery made it.
pub(in crate::deliver) fn published(
    run: &Run<'_>,
    delivery: &DeliveryId,
    fingerprint: Digest,
) -> Result<Option<Found>, ClientError> {
    let page = run.client.list_published(page(0))?;
    let books = run.ledger.books();
    let mut items = page.item.into_iter().filter(|item| {
        let foreign = books.owner_of_article(&item.article_id).is_some_and(|owner| owner != delivery);
        let gone = item.content.news_item.iter().any(|article| article.is_deleted == Some(true));
        !foreign && !gone && fingerprint_of(&item.content.news_item) == fingerprint
    });
    Ok(items.next().map(|item| Found {
        urls: item.content.news_item.into_iter().map(|article| article.url).collect(),
        article_id: item.article_id,
    }))
}

/// Drafts with that fingerprint that are not older than the intent, newest first, except those of other deliveries.
pub(in crate::deliver) fn drafts(
    run: &Run<'_>,
    delivery: &DeliveryId,
    fingerprint: Digest,
    intent: Timestamp,
) -> Result<Vec<String>, ClientError> {
    let oldest = intent.checked_sub(SLACK).unwrap_or(Timestamp::MIN).as_second();
    let mut found: Vec<(i64, String)> = Vec::new();
    for number in 0..PAGES {
        let page = run.client.list_drafts(page(number * limits::PAGE_ITEMS as u64))?;
        let full = page.item.len() >= limits::PAGE_ITEMS;
        let old = page.item.iter().all(|item| item.update_time < oldest);
        for item in page.item {
            let foreign =
                run.ledger.books().owner_of_draft(&item.media_id).is_some_and(|owner| owner != delivery);
            let young = item.update_time >= oldest;
            if young && !foreign && fingerprint_of(&item.content.news_item) == fingerprint {
                found.push((item.update_time, item.media_id));
            }
        }
        if !full || old {
            break;
        }
    }
    found.sort_by(|a, b| b.cmp(a));
    Ok(found.into_iter().map(|(_, media_id)| media_id).collect())
}

fn page(offset: u64) -> PageRequest {
    PageRequest { offset, count: limits::PAGE_ITEMS as u64, no_content: false }
}

fn fingerprint_of(items: &[NewsItem]) -> Digest {
    likeness::fingerprint(items.iter().map(|item| &item.article))
}
