//! Mass sends (群发): to all, to a tag, to a list; preview, status, delete.

mod message;
mod reach;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Profile;
use super::account::Kind;
use super::answer::{Answer, Outcome, Refusal, refuse};
use super::draft::Stored;
use super::endpoint::{Access, Endpoint};
use super::fault::Medium;
use super::id;
use super::request::Scene;
use super::state::{Book, day, month};
use crate::base::digest::Digest;
use crate::base::json::canonical;
use crate::wechat::limits;
use message::Content;

pub(super) const ENDPOINTS: &[Endpoint] = &[
    limited("/cgi-bin/message/mass/sendall", Access::Verified, sendall),
    limited("/cgi-bin/message/mass/send", Access::VerifiedService, send),
    limited("/cgi-bin/message/mass/preview", Access::Verified, preview),
    limited("/cgi-bin/message/mass/get", Access::Verified, get),
    limited("/cgi-bin/message/mass/delete", Access::Verified, delete),
];

const fn limited(
    path: &'static str,
    access: Access,
    run: fn(&mut Scene<'_>, &mut Book) -> Outcome,
) -> Endpoint {
    Endpoint::post(path, run).only(access).per_minute(limits::MASS_PER_MINUTE)
}

/// Name of the counter of previews by 微信号.
const PREVIEWS: &str = "mass/preview towxname";

/// A mass send and what became of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Send {
    pub(super) msg_id: u64,
    /// The `clientmsgid`, or a digest of audience and content.
    key: String,
    pub(super) to: Audience,
    pub(super) msgtype: String,
    /// The draft that a success consumes.
    draft: Option<String>,
    /// Of a draft.
    pub(super) articles: Vec<Stored>,
    at: Timestamp,
    /// When the status becomes final; `None` while stuck.
    due: Option<Timestamp>,
    fails: bool,
    pub(super) status: Status,
    /// Followers addressed, as blocks.
    blocks: Vec<(u64, u64)>,
    /// Followers addressed.
    pub(super) total: u64,
    /// Followers left after the monthly filter.
    pub(super) reached: u64,
    /// Per article.
    pub(super) deleted: Vec<bool>,
}

/// Who a send is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// All followers; enters the history list.
    All,
    /// The followers of a tag.
    Tag(u64),
    /// So many OpenIDs.
    List(u64),
}

/// `msg_status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum Status {
    Sending,
    SendSuccess,
    SendFail,
    Delete,
}

/// A preview that reached somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// 微信号 or OpenID.
    pub to: String,
    /// What was sent.
    pub msgtype: String,
    /// Titles of the articles.
    pub titles: Vec<String>,
    /// When.
    pub time: Timestamp,
}

impl Send {
    /// Address of the article of an index.
    pub(super) fn url(&self, appid: &str, index: usize) -> String {
        id::article_url(appid, &self.msg_id.to_string(), index + 1)
    }

    /// When it reached followers; when it was submitted, before that.
    pub(super) fn time(&self) -> Timestamp {
        self.due.filter(|_| self.status != Status::Sending).unwrap_or(self.at)
    }

    /// Whether it counts against the quotas: under way or done, even if deleted later.
    fn counts(&self) -> bool {
        self.status != Status::SendFail
    }
}

/// Brings every send that is due to its end.
pub(super) fn settle(book: &mut Book, now: Timestamp) {
    let mut consumed = Vec::new();
    for send in book.sends.iter_mut().filter(|send| send.status == Status::Sending) {
        if send.due.is_none_or(|due| due > now) {
            continue;
        }
        send.status = if send.fails { Status::SendFail } else { Status::SendSuccess };
        if send.status == Status::SendSuccess {
            consumed.extend(send.draft.clone());
        }
    }
    consumed.iter().for_each(|media_id| book.consume(media_id));
}

/// Lets stuck sends end now.
pub(super) fn release(book: &mut Book, now: Timestamp) {
    book.sends.iter_mut().filter(|send| send.status == Status::Sending).for_each(|send| send.due = Some(now));
}

fn sendall(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let filter = scene.fields().inner("filter");
    let (to, blocks) = if filter.flag("is_to_all")? {
        (Audience::All, vec![(0, book.account.followers)])
    } else {
        let tag = filter.number("tag_id").map_err(|_| Refusal::new(40152))?;
        let tag = tag.and_then(|tag| u64::try_from(tag).ok()).ok_or_else(|| Refusal::new(40152))?;
        (Audience::Tag(tag), book.account.members(tag).ok_or_else(|| Refusal::new(40152))?)
    };
    let total = reach::size(&blocks);
    start(scene, book, to, blocks, total)
}

/// `mass/send`, for verified 服务号 only.
fn send(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let list =
        scene.fields().raw("touser").and_then(|list| list.as_array()).ok_or_else(|| Refusal::new(40031))?;
    let openids: std::collections::BTreeSet<&str> =
        list.iter().filter_map(|openid| openid.as_str()).collect();
    if list.len() < limits::OPENIDS_MIN {
        return refuse(40130);
    }
    if list.len() > limits::OPENIDS_MAX {
        return refuse(40032);
    }
    let total = openids.len() as u64;
    let followers = openids.iter().filter_map(|openid| book.account.follower(openid));
    let blocks: Vec<(u64, u64)> = followers.map(|follower| (follower, follower + 1)).collect();
    start(scene, book, Audience::List(total), blocks, total)
}

fn start(
    scene: &mut Scene<'_>,
    book: &mut Book,
    to: Audience,
    blocks: Vec<(u64, u64)>,
    total: u64,
) -> Outcome {
    let key = client_key(scene)?;
    if let Some(refusal) = repeated(book, &key, scene.now) {
        return Err(refusal);
    }
    let content = Content::read(scene.fields(), book)?;
    let (appid, draft) = (&book.account.appid, content.draft.as_deref());
    let scenario = scene.scenarios.take(Medium::Mass, appid, draft, &content.articles);
    if let Some(code) = scenario.refuse {
        return refuse(code);
    }
    quota(book, &to, scene.now)?;
    let reached = reach::left(&blocks, &received_this_month(book, scene.now), monthly_limit(book));
    let msg_id = book.next_number(3_147_500_000);
    let wait = SignedDuration::try_from(scene.options.mass_time).unwrap_or(SignedDuration::MAX);
    let due = scene.now.checked_add(wait).unwrap_or(Timestamp::MAX);
    let is_news = content.msgtype == "mpnews";
    book.sends.push(Send {
        msg_id,
        key,
        to,
        msgtype: content.msgtype,
        draft: content.draft,
        deleted: vec![false; content.articles.len()],
        articles: content.articles,
        at: scene.now,
        due: (!scenario.stuck).then_some(due),
        fails: scenario.result != 0,
        status: Status::Sending,
        blocks,
        total,
        reached,
    });
    let mut answer = json!({"errcode": 0, "errmsg": "send job submission success", "msg_id": msg_id});
    if let (true, Some(answer)) = (is_news, answer.as_object_mut()) {
        answer.insert("msg_data_id".into(), json!(book.next_number(2_650_000_000)));
    }
    Ok(Answer::Json(answer))
}

/// The idempotency key: as given, or a digest of audience and content.
fn client_key(scene: &Scene<'_>) -> Result<String, Refusal> {
    let fields = scene.fields();
    let given = fields.text("clientmsgid")?;
    let most = match scene.options.profile {
        Profile::Strict => limits::CLIENT_MSG_ID_BYTES,
        Profile::Measured => limits::CLIENT_MSG_ID_BYTES_OLD,
    };
    if given.len() > most {
        return refuse(45067);
    }
    if !given.is_empty() {
        return Ok(format!("given:{given}"));
    }
    let mut body = scene.body.clone();
    if let Some(body) = body.as_object_mut() {
        body.retain(|name, _| name != "send_ignore_reprint" && name != "clientmsgid");
    }
    let spelling = canonical(&body).unwrap_or_else(|_| body.to_string());
    Ok(format!("digest:{}", Digest::of(spelling).hex()))
}

/// 45065 or 45066 when `key` was used within a day.
fn repeated(book: &Book, key: &str, now: Timestamp) -> Option<Refusal> {
    let first = book.sends.iter().rev().find(|send| send.key == key)?;
    let age = now.as_second() - first.at.as_second();
    let within = |limit: std::time::Duration| age < i64::try_from(limit.as_secs()).unwrap_or(i64::MAX);
    let fresh = within(limits::CLIENT_MSG_ID_GAP);
    match first.status {
        Status::Sending | Status::SendFail if fresh => Some(Refusal::new(45066)),
        Status::SendFail => None,
        _ if within(limits::CLIENT_MSG_ID_LIFE) => {
            Some(Refusal::new(45065).with("msg_id", json!(first.msg_id)))
        }
        _ => None,
    }
}

/// 45028 when the account may not send once more.
fn quota(book: &Book, to: &Audience, now: Timestamp) -> Result<(), Refusal> {
    let counted = book.sends.iter().filter(|send| send.counts());
    let (made, limit) = match book.account.kind {
        Kind::Subscription => {
            (counted.filter(|send| day(send.at) == day(now)).count(), limits::MASS_DAILY_SUBSCRIPTION)
        }
        Kind::Service if *to == Audience::All => {
            let this_month = |send: &&Send| send.to == Audience::All && month(send.at) == month(now);
            (counted.filter(this_month).count(), limits::MASS_MONTHLY_SERVICE)
        }
        Kind::Service => return Ok(()),
    };
    if made >= limit as usize { refuse(45028) } else { Ok(()) }
}

/// How many messages a month reach one follower.
fn monthly_limit(book: &Book) -> u32 {
    match book.account.kind {
        Kind::Service => limits::MASS_MONTHLY_SERVICE,
        Kind::Subscription => u32::MAX,
    }
}

fn received_this_month(book: &Book, now: Timestamp) -> Vec<(u64, u64)> {
    let sends = book.sends.iter().filter(|send| send.counts() && month(send.at) == month(now));
    sends.flat_map(|send| send.blocks.iter().copied()).collect()
}

fn preview(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let (name, openid) = (fields.text("towxname")?, fields.text("touser")?);
    let to = if name.is_empty() { openid } else { name }.to_owned();
    if name.is_empty() {
        book.account.follower(openid).ok_or_else(|| Refusal::new(40003))?;
    } else if !book.account.wechat_names.iter().any(|known| known == name) {
        return refuse(40132);
    }
    let content = Content::read(fields, book)?;
    if !name.is_empty() {
        book.count(PREVIEWS, limits::PREVIEW_BY_NAME_DAILY, scene.now)?;
    }
    let titles = content.articles.iter().map(|stored| stored.article.title.clone()).collect();
    book.previews.push(Preview { to, msgtype: content.msgtype, titles, time: scene.now });
    let msg_id = 34_000 + book.next();
    Ok(Answer::Json(json!({"errcode": 0, "errmsg": "preview success", "msg_id": msg_id})))
}

fn get(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let msg_id = scene.fields().id("msg_id");
    let send = book.sends.iter().find(|send| send.msg_id.to_string() == msg_id);
    let send = send.ok_or_else(|| Refusal::new(40059))?;
    Ok(Answer::Json(json!({"msg_id": send.msg_id, "msg_status": send.status})))
}

fn delete(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let (msg_id, url) = (fields.id("msg_id"), fields.text("url")?);
    let index = fields.number("article_idx")?.unwrap_or(0);
    let appid = book.account.appid.clone();
    let send = book.sends.iter_mut().find(|send| {
        if msg_id.is_empty() {
            !url.is_empty() && (0..send.articles.len()).any(|index| send.url(&appid, index) == url)
        } else {
            send.msg_id.to_string() == msg_id
        }
    });
    let send = send.ok_or_else(|| Refusal::new(40059))?;
    let deletable = matches!(send.status, Status::SendSuccess | Status::Delete);
    if !deletable || !matches!(send.msgtype.as_str(), "mpnews" | "mpvideo") {
        return refuse(40065);
    }
    match usize::try_from(index).map_err(|_| Refusal::new(40060))? {
        0 => send.deleted.iter_mut().for_each(|deleted| *deleted = true),
        index => *send.deleted.get_mut(index - 1).ok_or_else(|| Refusal::new(40060))? = true,
    }
    if send.deleted.iter().all(|deleted| *deleted) {
        send.status = Status::Delete;
    }
    Ok(Answer::ok())
}
