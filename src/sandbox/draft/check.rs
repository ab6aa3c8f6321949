//! What an article of a draft must be; each refusal carries the code that the platform uses for it.

use serde_json::Value;

use super::Stored;
use crate::base::digest::Digest;
use crate::sandbox::Profile;
use crate::sandbox::answer::{Refusal, refuse};
use crate::sandbox::body::Fields;
use crate::sandbox::filter;
use crate::sandbox::state::Book;
use crate::wechat::limits;
use crate::wechat::wire::{Article, ArticleType, CoverInfo, CropPercent, ImageInfo, ImageRef};

/// Checks an article and gives its stored form. `alone` says that the draft has no other article.
pub(super) fn article(
    fields: Fields<'_>,
    book: &Book,
    profile: Profile,
    alone: bool,
) -> Result<Stored, Refusal> {
    let mut article = Article { title: title(fields, profile)?, ..Article::default() };
    article.article_type = kind(fields)?;
    let sent = Digest::of(fields.text("content")?);
    let mut cover_url = String::new();
    let mut pictures = Vec::new();
    match article.article_type {
        ArticleType::News => {
            texts(fields, profile, &mut article)?;
            let cover = book.cover(&fields.id("thumb_media_id"))?;
            article.thumb_media_id.clone_from(&cover.media_id);
            cover_url.clone_from(&cover.url);
        }
        ArticleType::Newspic => {
            article.content = plain_text(fields)?;
            let info = image_info(fields, book)?;
            pictures = info
                .image_list
                .iter()
                .filter_map(|image| book.material(&image.image_media_id))
                .map(|material| material.url.clone())
                .collect();
            cover_url = pictures.first().cloned().unwrap_or_default();
            article.image_info = Some(info);
        }
    }
    article.need_open_comment = fields.flag("need_open_comment")?;
    article.only_fans_can_comment = fields.flag("only_fans_can_comment")?;
    if article.need_open_comment && !book.account.comments {
        return refuse(88000);
    }
    article.pic_crop_235_1 = crop_text(fields, "pic_crop_235_1")?;
    article.pic_crop_1_1 = crop_text(fields, "pic_crop_1_1")?;
    article.cover_info = cover_info(fields, article.article_type)?;
    article.product_info = fields.raw("product_info").cloned();
    if article.article_type == ArticleType::News {
        article.content = filter::store(&article.content, profile)?;
        if alone && article.digest.is_empty() {
            article.digest = filter::text(&article.content).chars().take(limits::DIGEST_TAKEN).collect();
        }
    }
    Ok(Stored { article, cover_url, pictures, sent })
}

fn kind(fields: Fields<'_>) -> Result<ArticleType, Refusal> {
    match fields.text("article_type")? {
        "" | "news" => Ok(ArticleType::News),
        "newspic" => Ok(ArticleType::Newspic),
        _ => refuse(40035),
    }
}

fn title(fields: Fields<'_>, profile: Profile) -> Result<String, Refusal> {
    let title = fields.text("title")?;
    let most = match (profile.is_strict(), kind(fields)?) {
        (false, _) => limits::TITLE.reject,
        (true, ArticleType::News) => limits::TITLE_DOCUMENTED,
        (true, ArticleType::Newspic) => limits::TITLE_PICTURES.reject,
    };
    match title.chars().count() {
        0 => refuse(40035),
        length if length > most => refuse(45003),
        _ => Ok(title.to_owned()),
    }
}

/// Author, digest, content and 阅读原文 of an article.
fn texts(fields: Fields<'_>, profile: Profile, article: &mut Article) -> Result<(), Refusal> {
    let (author, digest) = (fields.text("author")?, fields.text("digest")?);
    if author.chars().count() > limits::AUTHOR.reject {
        return refuse(45110);
    }
    if digest.chars().count() > limits::DIGEST.reject {
        return refuse(45004);
    }
    let content = fields.text("content")?;
    if content.trim().is_empty() {
        return refuse(44003);
    }
    let too_many = profile.is_strict() && content.chars().count() >= limits::CONTENT_CHARS_DOCUMENTED;
    if content.len() >= limits::CONTENT_BYTES_REFUSED || too_many {
        return refuse(45002);
    }
    let url = fields.text("content_source_url")?;
    if url.len() > limits::SOURCE_URL_BYTES {
        return refuse(45005);
    }
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    if !url.is_empty() && !lower.starts_with("http://") && !lower.starts_with("https://") {
        return refuse(41039);
    }
    article.author = author.to_owned();
    article.digest = digest.to_owned();
    article.content = content.to_owned();
    article.content_source_url = url.to_owned();
    Ok(())
}

/// Text of a picture message.
fn plain_text(fields: Fields<'_>) -> Result<String, Refusal> {
    let content = fields.text("content")?;
    if content.trim().is_empty() {
        return refuse(44003);
    }
    if content.chars().count() > limits::CONTENT_PICTURES.reject {
        return refuse(45166);
    }
    Ok(content.to_owned())
}

/// Pictures of a picture message: 1–20 permanent images.
fn image_info(fields: Fields<'_>, book: &Book) -> Result<ImageInfo, Refusal> {
    let list = fields.inner("image_info").raw("image_list").and_then(Value::as_array);
    let list = list.filter(|list| (1..=limits::PICTURES).contains(&list.len()));
    let image_list = list
        .ok_or_else(|| Refusal::new(45166))?
        .iter()
        .map(|image| {
            let image_media_id = Fields::of(image).id("image_media_id");
            book.cover(&image_media_id).map(|_| ImageRef { image_media_id })
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ImageInfo { image_list })
}

/// `X1_Y1_X2_Y2`, as it was sent.
fn crop_text(fields: Fields<'_>, name: &str) -> Result<String, Refusal> {
    let text = match fields.raw(name) {
        None => return Ok(String::new()),
        Some(Value::String(text)) if text.is_empty() => return Ok(String::new()),
        Some(Value::String(text)) => text,
        Some(_) => return refuse(40035),
    };
    let numbers: Vec<&str> = text.split('_').collect();
    let [x1, y1, x2, y2] = numbers.as_slice() else { return refuse(40035) };
    crop(x1, y1, x2, y2)?;
    Ok(text.clone())
}

fn crop(x1: &str, y1: &str, x2: &str, y2: &str) -> Result<(), Refusal> {
    let (x1, y1, x2, y2) = (coordinate(x1)?, coordinate(y1)?, coordinate(x2)?, coordinate(y2)?);
    if x1 < x2 && y1 < y2 { Ok(()) } else { refuse(40035) }
}

/// A number of 0–1 with at most six decimals.
fn coordinate(text: &str) -> Result<f64, Refusal> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let well_formed =
        !whole.is_empty() && digits(whole) && digits(decimals) && decimals.len() <= limits::CROP_DECIMALS;
    let value = text.parse::<f64>().ok().filter(|value| well_formed && (0.0..=1.0).contains(value));
    value.ok_or_else(|| Refusal::new(40035))
}

fn cover_info(fields: Fields<'_>, kind: ArticleType) -> Result<Option<CoverInfo>, Refusal> {
    if fields.raw("cover_info").is_none() {
        return Ok(None);
    }
    let ratios: &[&str] = match kind {
        ArticleType::News => &["2.35_1", "1_1"],
        ArticleType::Newspic => &["1_1", "16_9", "2.35_1"],
    };
    let list = match fields.inner("cover_info").raw("crop_percent_list") {
        None => return Ok(Some(CoverInfo::default())),
        Some(Value::Array(list)) => list,
        Some(_) => return refuse(40035),
    };
    let mut crops = Vec::new();
    for entry in list {
        // Numbers in the place of texts are refused.
        let text = |name| Fields::of(entry).text(name).map_err(|_| Refusal::new(40035));
        let (ratio, x1, y1, x2, y2) = (text("ratio")?, text("x1")?, text("y1")?, text("x2")?, text("y2")?);
        if !ratios.contains(&ratio) {
            return refuse(40035);
        }
        crop(x1, y1, x2, y2)?;
        let [ratio, x1, y1, x2, y2] = [ratio, x1, y1, x2, y2].map(str::to_owned);
        crops.push(CropPercent { ratio, x1, y1, x2, y2 });
    }
    Ok(Some(CoverInfo { crop_percent_list: crops }))
}
