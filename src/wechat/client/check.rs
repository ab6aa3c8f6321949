//! What the platform would refuse, found before anything is sent. The numbers are those of [`limits`].

use super::error::{ClientError, Unit};
use crate::wechat::limits;
use crate::wechat::wire::{Article, ArticleType};

type Checked = Result<(), ClientError>;

/// 1–8 articles, each within its limits.
pub(super) fn articles(articles: &[Article]) -> Checked {
    items("articles", articles.len(), limits::ARTICLES)?;
    articles.iter().enumerate().try_for_each(|(index, one)| article(&format!("articles[{index}]."), one))
}

/// One article; `prefix` stands before the field's name in an error.
pub(super) fn article(prefix: &str, article: &Article) -> Checked {
    let name = |field: &str| format!("{prefix}{field}");
    present(name("title"), &article.title)?;
    present(name("content"), &article.content)?;
    match article.article_type {
        ArticleType::News => {
            characters(name("title"), &article.title, limits::TITLE.reject)?;
            characters(name("author"), &article.author, limits::AUTHOR.reject)?;
            characters(name("digest"), &article.digest, limits::DIGEST.reject)?;
            bytes(name("content"), article.content.len(), limits::CONTENT_BYTES)?;
            bytes(name("content_source_url"), article.content_source_url.len(), limits::SOURCE_URL_BYTES)?;
            media_id(name("thumb_media_id"), &article.thumb_media_id)
        }
        ArticleType::Newspic => {
            characters(name("title"), &article.title, limits::TITLE_PICTURES.reject)?;
            characters(name("content"), &article.content, limits::CONTENT_PICTURES.reject)?;
            let pictures =
                article.image_info.as_ref().map(|info| info.image_list.as_slice()).unwrap_or_default();
            items(&name("image_info.image_list"), pictures.len(), limits::PICTURES)?;
            pictures.iter().enumerate().try_for_each(|(index, picture)| {
                media_id(name(&format!("image_info.image_list[{index}]")), &picture.image_media_id)
            })
        }
    }
}

/// An id of the platform: not empty, at most 128 characters.
pub(super) fn media_id(field: impl Into<String>, id: &str) -> Checked {
    let field = field.into();
    present(field.clone(), id)?;
    characters(field, id, limits::MEDIA_ID)
}

/// The `count` of a page: 1–20; more is an error on the platform, not a clamp.
pub(super) fn page(count: u64) -> Checked {
    items("count", usize::try_from(count).unwrap_or(usize::MAX), limits::PAGE_ITEMS)
}

/// Something that must not be empty.
pub(super) fn present(field: impl Into<String>, text: &str) -> Checked {
    if text.is_empty() { Err(ClientError::Missing { field: field.into() }) } else { Ok(()) }
}

/// At most `limit` bytes.
pub(super) fn bytes(field: impl Into<String>, actual: usize, limit: usize) -> Checked {
    within(field.into(), Unit::Bytes, actual, limit)
}

fn characters(field: String, text: &str, limit: usize) -> Checked {
    within(field, Unit::Characters, text.chars().count(), limit)
}

fn items(field: &str, actual: usize, limit: usize) -> Checked {
    if actual == 0 {
        return Err(ClientError::Missing { field: field.to_owned() });
    }
    within(field.to_owned(), Unit::Items, actual, limit)
}

fn within(field: String, unit: Unit, actual: usize, limit: usize) -> Checked {
    if actual > limit { Err(ClientError::Limit { field, unit, limit, actual }) } else { Ok(()) }
}
