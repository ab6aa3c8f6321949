//! The draft box: add, update, get, list, count, delete, switch.

mod check;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::answer::{Answer, Outcome, Refusal, refuse};
use super::body::Fields;
use super::endpoint::Endpoint;
use super::id;
use super::request::Scene;
use super::state::Book;
use crate::base::digest::Digest;
use crate::wechat::limits;
use crate::wechat::wire::Article;

pub(super) const ENDPOINTS: &[Endpoint] = &[
    Endpoint::post("/cgi-bin/draft/add", add),
    Endpoint::post("/cgi-bin/draft/update", update),
    Endpoint::post("/cgi-bin/draft/get", get),
    Endpoint::post("/cgi-bin/draft/delete", delete),
    Endpoint::get("/cgi-bin/draft/count", count),
    Endpoint::post("/cgi-bin/draft/batchget", list),
    Endpoint::post("/cgi-bin/draft/switch", switch).raw(),
];

/// A draft in the box.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) media_id: String,
    pub(super) articles: Vec<Stored>,
    pub(super) updated: Timestamp,
    /// Running number: of two drafts of one second the later comes first.
    serial: u64,
}

/// An article as it was stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Stored {
    /// With filtered content.
    pub(super) article: Article,
    /// Address of the cover, kept although the material may go.
    pub(super) cover_url: String,
    /// Addresses of the pictures of a picture message.
    pub(super) pictures: Vec<String>,
    /// Digest of the content as it was sent.
    pub(super) sent: Digest,
}

impl Book {
    /// A living draft.
    pub(super) fn draft(&self, media_id: &str) -> Result<&Draft, Refusal> {
        self.drafts.iter().find(|draft| draft.media_id == media_id).ok_or_else(|| Refusal::new(40007))
    }

    /// Takes a draft out of the box: it was published or sent.
    pub(super) fn consume(&mut self, media_id: &str) {
        self.drafts.retain(|draft| draft.media_id != media_id);
    }
}

/// The articles of `stored` as the platform shows them; `url` gives the address of the article of an index.
pub(super) fn items(stored: &[Stored], content: bool, url: impl Fn(usize) -> String) -> Vec<Value> {
    stored
        .iter()
        .enumerate()
        .map(|(index, stored)| Value::Object(item(stored, content, &url(index))))
        .collect()
}

fn item(stored: &Stored, content: bool, url: &str) -> Map<String, Value> {
    let article = &stored.article;
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("article_type", json!(article.article_type));
    put("title", json!(article.title));
    put("author", json!(article.author));
    put("digest", json!(article.digest));
    put("content", json!(if content { article.content.as_str() } else { "" }));
    put("content_source_url", json!(article.content_source_url));
    put("thumb_media_id", json!(article.thumb_media_id));
    put("thumb_url", json!(stored.cover_url));
    put("show_cover_pic", json!(0));
    put("need_open_comment", json!(u8::from(article.need_open_comment)));
    put("only_fans_can_comment", json!(u8::from(article.only_fans_can_comment)));
    for (name, crop) in [("pic_crop_235_1", &article.pic_crop_235_1), ("pic_crop_1_1", &article.pic_crop_1_1)]
    {
        if !crop.is_empty() {
            put(name, json!(crop));
        }
    }
    let optional = [
        ("image_info", article.image_info.as_ref().map(|info| json!(info))),
        ("cover_info", article.cover_info.as_ref().map(|info| json!(info))),
        ("product_info", article.product_info.clone()),
    ];
    for (name, value) in optional {
        value.into_iter().for_each(|value| {
            put(name, value);
        });
    }
    put("url", json!(url));
    item
}

fn add(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let list = scene.fields().raw("articles").and_then(Value::as_array).filter(|list| !list.is_empty());
    let list = list.filter(|list| list.iter().all(Value::is_object)).ok_or_else(|| Refusal::new(44003))?;
    if list.len() > limits::ARTICLES {
        return refuse(45008);
    }
    let alone = list.len() == 1;
    let profile = scene.options.profile;
    let articles = list
        .iter()
        .map(|article| check::article(Fields::of(article), book, profile, alone))
        .collect::<Result<Vec<_>, _>>()?;
    let media_id = book.next_id();
    let serial = book.next();
    book.drafts.push(Draft { media_id: media_id.clone(), articles, updated: scene.now, serial });
    Ok(Answer::Json(json!({"media_id": media_id})))
}

fn update(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let media_id = fields.id("media_id");
    let size = book.draft(&media_id)?.articles.len();
    let index = fields.number("index").map_err(|_| Refusal::new(40114))?.unwrap_or(0);
    let index =
        usize::try_from(index).ok().filter(|index| *index < size).ok_or_else(|| Refusal::new(40114))?;
    let article = match fields.raw("articles") {
        None => return refuse(44003),
        Some(article) if article.is_object() => article,
        Some(_) => return refuse(47001),
    };
    let stored = check::article(Fields::of(article), book, scene.options.profile, size == 1)?;
    let draft = book.drafts.iter_mut().find(|draft| draft.media_id == media_id);
    let draft = draft.ok_or_else(|| Refusal::new(40007))?;
    if let Some(place) = draft.articles.get_mut(index) {
        *place = stored;
    }
    draft.updated = scene.now;
    Ok(Answer::ok())
}

fn shown(book: &Book, draft: &Draft, content: bool) -> Value {
    let url = |index| id::draft_url(&book.account.appid, &draft.media_id, index + 1);
    json!({"news_item": items(&draft.articles, content, url)})
}

fn get(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let draft = book.draft(&scene.fields().id("media_id"))?;
    Ok(Answer::Json(shown(book, draft, true)))
}

fn delete(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let media_id = scene.fields().id("media_id");
    book.draft(&media_id)?;
    book.consume(&media_id);
    Ok(Answer::ok())
}

fn count(_: &mut Scene<'_>, book: &mut Book) -> Outcome {
    Ok(Answer::Json(json!({"total_count": book.drafts.len()})))
}

/// Obsolete on the platform: every account has the box, whatever `checkonly` says.
fn switch(_: &mut Scene<'_>, _: &mut Book) -> Outcome {
    Ok(Answer::Json(json!({"errcode": 0, "errmsg": "ok", "is_open": 1})))
}

/// Drafts, newest change first.
pub(super) fn newest_first(drafts: &[Draft]) -> Vec<&Draft> {
    let mut all: Vec<&Draft> = drafts.iter().collect();
    all.sort_by_key(|draft| std::cmp::Reverse((draft.updated.as_second(), draft.serial)));
    all
}

fn list(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let (offset, count) = fields.page()?;
    let content = !fields.flag("no_content")?;
    let entry = |draft: &Draft| {
        json!({
            "media_id": draft.media_id,
            "content": shown(book, draft, content),
            "update_time": draft.updated.as_second(),
        })
    };
    let drafts = newest_first(&book.drafts);
    let item: Vec<Value> = drafts.into_iter().skip(offset).take(count).map(entry).collect();
    Ok(Answer::Json(json!({"total_count": book.drafts.len(), "item_count": item.len(), "item": item})))
}
