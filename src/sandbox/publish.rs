//! Publishing (发布): submit, status, delete, and reading what is published.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Options;
use super::answer::{Answer, Outcome, Refusal, refuse};
use super::draft::{Stored, items};
use super::endpoint::{Access, Endpoint};
use super::fault::Medium;
use super::id;
use super::request::Scene;
use super::state::Book;

pub(super) const ENDPOINTS: &[Endpoint] = &[
    Endpoint::post("/cgi-bin/freepublish/submit", submit).only(Access::Verified),
    Endpoint::post("/cgi-bin/freepublish/get", get).only(Access::Verified),
    Endpoint::post("/cgi-bin/freepublish/delete", delete).only(Access::Verified),
    Endpoint::post("/cgi-bin/freepublish/getarticle", article).only(Access::Verified),
    Endpoint::post("/cgi-bin/freepublish/batchget", list).only(Access::Verified),
];

/// `publish_status` of a job under way.
const UNDER_WAY: u8 = 1;
/// `publish_status` of a success whose articles were all deleted.
const ALL_DELETED: u8 = 5;

/// A submitted draft and what became of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Publication {
    pub(super) publish_id: String,
    pub(super) submitted: Timestamp,
    /// The draft it came from.
    pub(super) draft: String,
    pub(super) articles: Vec<Stored>,
    /// When the status becomes final; `None` while stuck.
    due: Option<Timestamp>,
    /// The final status.
    result: u8,
    fail_idx: Vec<u64>,
    pub(super) status: u8,
    /// Once published.
    pub(super) article_id: Option<String>,
    pub(super) published: Option<Timestamp>,
    /// Per article.
    pub(super) deleted: Vec<bool>,
}

impl Publication {
    /// Address of the article of an index.
    pub(super) fn url(&self, appid: &str, index: usize) -> String {
        id::article_url(appid, &self.publish_id, index + 1)
    }
}

/// Brings every job that is due to its end.
pub(super) fn settle(book: &mut Book, now: Timestamp) {
    let appid = book.account.appid.clone();
    let mut consumed = Vec::new();
    for job in book.publications.iter_mut().filter(|job| job.status == UNDER_WAY) {
        let Some(due) = job.due.filter(|due| *due <= now) else { continue };
        job.status = job.result;
        if job.result == 0 {
            job.article_id = Some(id::opaque(&format!("article|{appid}|{}", job.publish_id)));
            job.published = Some(due);
            consumed.push(job.draft.clone());
        }
    }
    consumed.iter().for_each(|media_id| book.consume(media_id));
}

/// Lets stuck jobs end now.
pub(super) fn release(book: &mut Book, now: Timestamp) {
    book.publications.iter_mut().filter(|job| job.status == UNDER_WAY).for_each(|job| job.due = Some(now));
}

/// How a submission goes.
pub(super) struct Course {
    now: Timestamp,
    /// When the status becomes final; `None`: never by itself.
    due: Option<Timestamp>,
    result: u8,
    fail_idx: Vec<u64>,
}

impl Course {
    /// Success after the usual time.
    pub(super) fn usual(options: &Options) -> Self {
        let now = options.clock.now();
        let wait = SignedDuration::try_from(options.publish_time).unwrap_or(SignedDuration::MAX);
        let due = now.checked_add(wait).unwrap_or(Timestamp::MAX);
        Self { now, due: Some(due), result: 0, fail_idx: Vec::new() }
    }
}

/// Begins to publish a draft; gives the `publish_id`.
pub(super) fn begin(book: &mut Book, media_id: &str, course: Course) -> Result<String, Refusal> {
    let articles = book.draft(media_id)?.articles.clone();
    if is_under_way(book, media_id) {
        return refuse(53501);
    }
    let publish_id = book.next_number(2_247_500_000).to_string();
    book.publications.push(Publication {
        publish_id: publish_id.clone(),
        submitted: course.now,
        draft: media_id.to_owned(),
        deleted: vec![false; articles.len()],
        articles,
        due: course.due,
        result: course.result,
        fail_idx: course.fail_idx,
        status: UNDER_WAY,
        article_id: None,
        published: None,
    });
    Ok(publish_id)
}

fn is_under_way(book: &Book, media_id: &str) -> bool {
    book.publications.iter().any(|job| job.draft == media_id && job.status == UNDER_WAY)
}

fn submit(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let media_id = scene.fields().id("media_id");
    let articles = book.draft(&media_id)?.articles.clone();
    if is_under_way(book, &media_id) {
        return refuse(53501);
    }
    let scenario = scene.scenarios.take(Medium::Publish, &book.account.appid, Some(&media_id), &articles);
    if let Some(code) = scenario.refuse {
        return refuse(code);
    }
    let usual = Course::usual(scene.options);
    let fail_idx = if matches!(scenario.result, 2 | 4) { scenario.fail_idx } else { Vec::new() };
    let due = if scenario.stuck { None } else { usual.due };
    let course = Course { now: scene.now, due, result: scenario.result, fail_idx };
    let publish_id = begin(book, &media_id, course)?;
    let msg_data_id = book.next_number(2_650_000_000).to_string();
    Ok(Answer::Json(
        json!({"errcode": 0, "errmsg": "ok", "publish_id": publish_id, "msg_data_id": msg_data_id}),
    ))
}

fn get(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let publish_id = scene.fields().id("publish_id");
    let job = book.publications.iter().find(|job| job.publish_id == publish_id);
    let job = job.ok_or_else(|| Refusal::new(53502))?;
    let mut answer = json!({"publish_id": publish_id, "publish_status": job.status});
    if let (Some(answer), Some(article_id)) = (answer.as_object_mut(), &job.article_id) {
        let all = (0..job.articles.len()).map(|index| {
            // What was deleted afterwards keeps its number and loses its address.
            let gone = job.status == ALL_DELETED;
            let url = if gone { String::new() } else { job.url(&book.account.appid, index) };
            json!({"idx": index + 1, "article_url": url})
        });
        let item: Vec<Value> = all.collect();
        answer.insert("article_id".into(), json!(article_id));
        answer.insert("article_detail".into(), json!({"count": item.len(), "item": item}));
    }
    if let Some(answer) = answer.as_object_mut() {
        let refused: &[u64] = if job.status == UNDER_WAY { &[] } else { &job.fail_idx };
        answer.insert("fail_idx".into(), json!(refused));
    }
    Ok(Answer::Json(answer))
}

fn published<'a>(book: &'a mut Book, article_id: &str) -> Result<&'a mut Publication, Refusal> {
    let found = book.publications.iter_mut().find(|job| job.article_id.as_deref() == Some(article_id));
    found.ok_or_else(|| Refusal::new(53600))
}

fn delete(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let index = fields.number("index")?.unwrap_or(0);
    let job = published(book, &fields.id("article_id"))?;
    match usize::try_from(index).map_err(|_| Refusal::new(40114))? {
        0 => job.deleted.iter_mut().for_each(|deleted| *deleted = true),
        index => *job.deleted.get_mut(index - 1).ok_or_else(|| Refusal::new(40114))? = true,
    }
    if job.deleted.iter().all(|deleted| *deleted) {
        job.status = ALL_DELETED;
    }
    Ok(Answer::ok())
}

/// The articles of a publication with the fields of published articles.
fn shown(appid: &str, job: &Publication, content: bool) -> Value {
    let mut news = items(&job.articles, content, |index| job.url(appid, index));
    for (item, deleted) in news.iter_mut().zip(&job.deleted) {
        if let Some(item) = item.as_object_mut() {
            for draft_only in
                ["article_type", "show_cover_pic", "pic_crop_235_1", "pic_crop_1_1", "cover_info"]
            {
                item.shift_remove(draft_only);
            }
            item.insert("is_deleted".into(), json!(deleted));
        }
    }
    json!({"news_item": news})
}

fn article(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let appid = book.account.appid.clone();
    let job = published(book, &scene.fields().id("article_id"))?;
    Ok(Answer::Json(shown(&appid, job, true)))
}

fn list(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let (offset, count) = fields.page()?;
    let content = !fields.flag("no_content")?;
    let mut all: Vec<(&Publication, &String, Timestamp)> = book
        .publications
        .iter()
        .filter_map(|job| Some((job, job.article_id.as_ref()?, job.published?)))
        .collect();
    all.sort_by_key(|(job, _, published)| std::cmp::Reverse((*published, job.publish_id.clone())));
    let entry = |(job, article_id, published): &(&Publication, &String, Timestamp)| {
        json!({
            "article_id": article_id,
            "content": shown(&book.account.appid, job, content),
            "update_time": published.as_second(),
        })
    };
    let item: Vec<Value> = all.iter().skip(offset).take(count).map(entry).collect();
    Ok(Answer::Json(json!({"total_count": all.len(), "item_count": item.len(), "item": item})))
}
