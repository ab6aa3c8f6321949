//! What the page shows, taken out of the state.

use jiff::Timestamp;
use serde::Deserialize;

use crate::base::message::{Lang, Message, sandbox as text};
use crate::sandbox::account::Kind;
use crate::sandbox::draft::{self, Stored};
use crate::sandbox::id;
use crate::sandbox::mass::Status;
use crate::sandbox::state::{Book, State};
use crate::wechat::wire::Article;

/// An account with everything below it.
pub(super) struct AccountView {
    pub(super) name: String,
    pub(super) appid: String,
    pub(super) kind: Message,
    pub(super) verified: bool,
    /// Figures with their names.
    pub(super) figures: Vec<(u64, Message)>,
    /// What went out or tried to, newest first.
    pub(super) messages: Vec<Group>,
    pub(super) drafts: Vec<Group>,
}

/// A message or a draft.
pub(super) struct Group {
    pub(super) time: Timestamp,
    pub(super) state: Message,
    pub(super) tone: Tone,
    pub(super) items: Vec<Item>,
}

/// The colour of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Busy,
    Bad,
    Quiet,
}

/// One article in a list.
pub(super) struct Item {
    pub(super) title: String,
    pub(super) digest: String,
    /// Address of the cover on the sandbox.
    pub(super) cover: Option<String>,
    /// Address of the article's page, if it has one.
    pub(super) href: Option<String>,
}

/// Which article a page is about.
#[derive(Debug, Deserialize)]
pub(super) struct Place {
    pub(super) appid: String,
    /// `draft`, `publish` or `mass`.
    pub(super) kind: String,
    pub(super) id: String,
    /// From 1.
    pub(super) idx: usize,
}

/// An article with what surrounds it.
pub(super) struct ArticleView {
    pub(super) account: String,
    pub(super) time: Timestamp,
    pub(super) state: Message,
    pub(super) tone: Tone,
    pub(super) url: String,
    pub(super) article: Article,
    /// Addresses of the pictures of a picture message on the sandbox.
    pub(super) pictures: Vec<String>,
}

/// All accounts.
pub(super) fn accounts(state: &State, lang: Lang) -> Vec<AccountView> {
    state.books.values().map(|book| account(book, lang)).collect()
}

fn account(book: &Book, lang: Lang) -> AccountView {
    let account = &book.account;
    let mut messages = messages(book, lang);
    messages.sort_by_key(|group| std::cmp::Reverse(group.time));
    let out = messages.iter().filter(|group| group.tone == Tone::Good).count();
    AccountView {
        name: account.name.clone(),
        appid: account.appid.clone(),
        kind: if account.kind == Kind::Service { text::kind_service() } else { text::kind_subscription() },
        verified: account.verified,
        figures: vec![
            (account.followers, text::followers()),
            (out as u64, text::messages()),
            (book.drafts.len() as u64, text::drafts()),
            (book.materials.len() as u64, text::materials()),
        ],
        messages,
        drafts: drafts(book),
    }
}

fn drafts(book: &Book) -> Vec<Group> {
    let appid = &book.account.appid;
    let group = |draft: &draft::Draft| {
        let under_way = book.publications.iter().any(|job| job.draft == draft.media_id && job.status == 1);
        let (state, tone) = if under_way {
            (text::state_under_way(), Tone::Busy)
        } else {
            (text::state_draft(), Tone::Quiet)
        };
        Group {
            time: draft.updated,
            state,
            tone,
            items: items(&draft.articles, appid, "draft", &draft.media_id),
        }
    };
    draft::newest_first(&book.drafts).into_iter().map(group).collect()
}

fn messages(book: &Book, lang: Lang) -> Vec<Group> {
    let appid = &book.account.appid;
    let mut groups = Vec::new();
    for job in &book.publications {
        let (state, tone) = published_state(job.status, job.deleted.iter().all(|deleted| *deleted));
        let time = job.published.unwrap_or(job.submitted);
        groups.push(Group {
            time,
            state,
            tone,
            items: items(&job.articles, appid, "publish", &job.publish_id),
        });
    }
    for send in &book.sends {
        let (state, tone) = sent_state(send.status, send.reached);
        let mut items = items(&send.articles, appid, "mass", &send.msg_id.to_string());
        if items.is_empty() {
            let title = text::plain_message(&send.msgtype).text(lang);
            items.push(Item { title, digest: String::new(), cover: None, href: None });
        }
        groups.push(Group { time: send.time(), state, tone, items });
    }
    groups
}

fn published_state(status: u8, deleted: bool) -> (Message, Tone) {
    match status {
        _ if deleted => (text::state_deleted(), Tone::Quiet),
        0 => (text::state_published(), Tone::Good),
        1 => (text::state_under_way(), Tone::Busy),
        2 => (text::state_originality(), Tone::Bad),
        4 => (text::state_refused(), Tone::Bad),
        _ => (text::state_failed(), Tone::Bad),
    }
}

fn sent_state(status: Status, reached: u64) -> (Message, Tone) {
    match status {
        Status::Sending => (text::state_sending(), Tone::Busy),
        Status::SendSuccess => (text::state_sent(reached), Tone::Good),
        Status::SendFail => (text::state_send_failed(), Tone::Bad),
        Status::Delete => (text::state_deleted(), Tone::Quiet),
    }
}

fn items(stored: &[Stored], appid: &str, kind: &str, id: &str) -> Vec<Item> {
    stored
        .iter()
        .enumerate()
        .map(|(index, stored)| Item {
            title: stored.article.title.clone(),
            digest: stored.article.digest.clone(),
            cover: local_picture(&stored.cover_url),
            href: Some(format!("/article/{appid}/{kind}/{id}/{}", index + 1)),
        })
        .collect()
}

/// The address on the sandbox of a picture at the platform's address.
fn local_picture(url: &str) -> Option<String> {
    let id = url.split('/').nth(4).filter(|id| !id.is_empty())?;
    Some(format!("/_sandbox/picture/{id}"))
}

/// The article at `place`.
pub(super) fn article(state: &State, place: &Place) -> Option<ArticleView> {
    let book = state.books.get(&place.appid)?;
    let index = place.idx.checked_sub(1)?;
    let (stored, time, (state, tone), url) = match place.kind.as_str() {
        "draft" => {
            let draft = book.draft(&place.id).ok()?;
            let url = id::draft_url(&place.appid, &place.id, place.idx);
            (draft.articles.get(index)?, draft.updated, (text::state_draft(), Tone::Quiet), url)
        }
        "publish" => {
            let job = book.publications.iter().find(|job| job.publish_id == place.id)?;
            let state = published_state(job.status, job.deleted.get(index).copied().unwrap_or(false));
            (
                job.articles.get(index)?,
                job.published.unwrap_or(job.submitted),
                state,
                job.url(&place.appid, index),
            )
        }
        "mass" => {
            let send = book.sends.iter().find(|send| send.msg_id.to_string() == place.id)?;
            let state = match send.deleted.get(index) {
                Some(true) => (text::state_deleted(), Tone::Quiet),
                _ => sent_state(send.status, send.reached),
            };
            (send.articles.get(index)?, send.time(), state, send.url(&place.appid, index))
        }
        _ => return None,
    };
    Some(ArticleView {
        account: book.account.name.clone(),
        time,
        state,
        tone,
        url,
        article: stored.article.clone(),
        pictures: stored.pictures.iter().filter_map(|url| local_picture(url)).collect(),
    })
}
