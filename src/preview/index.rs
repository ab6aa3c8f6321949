//! The index of a build: every article as a card, by the time it goes out.

use serde::Serialize;
use tera::{Context, Tera};

use super::build::date;
use crate::base::message::{Lang, render as text};
use crate::site::{Article, Format, Mode, Site, Slot, Status};

const TEMPLATE: &str = include_str!("index.html");

/// An article on the index.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    href: String,
    cover: String,
    /// The cover's point that stays visible, as CSS `object-position`.
    focus: String,
    title: String,
    summary: String,
    column: String,
    account: String,
    date: String,
    mode: String,
    minutes: String,
    draft: bool,
    pictures: bool,
    #[serde(skip)]
    order: (bool, String, i64, String),
}

/// The card of an article.
pub(super) fn card(
    site: &Site,
    article: &Article,
    page: &str,
    cover: Option<&str>,
    minutes: usize,
    lang: Lang,
) -> Card {
    let front = &article.front;
    let date = match front.publish.at.as_ref().map(|slot| slot.value) {
        Some(Slot::Next) => text::index_next().text(lang),
        _ => date(site, article),
    };
    let focus = front.cover.as_ref().map_or([0.5, 0.5], |cover| cover.value.focus);
    let position = front.publish.order.as_ref().map_or(0, |order| order.value);
    Card {
        href: page.to_owned(),
        cover: cover.unwrap_or("").to_owned(),
        focus: format!("{:.1}% {:.1}%", focus[0] * 100.0, focus[1] * 100.0),
        title: front.title.value.clone(),
        summary: front.summary.as_ref().map_or_else(String::new, |summary| summary.value.clone()),
        column: column(site, article),
        account: account(site, article).to_owned(),
        order: (front.publish.at.is_none(), date.clone(), position, article.unit.clone()),
        date,
        mode: mode(front.publish.mode).text(lang),
        minutes: text::page_minutes(minutes).text(lang),
        draft: front.status == Status::Draft,
        pictures: front.format == Format::Pictures,
    }
}

fn mode(mode: Mode) -> crate::base::message::Message {
    match mode {
        Mode::Mass => text::mode_mass(),
        Mode::Publish => text::mode_publish(),
        Mode::Draft => text::mode_draft(),
    }
}

/// What readers call the column of an article.
fn column(site: &Site, article: &Article) -> String {
    let Some(column) = &article.front.column else { return String::new() };
    let known =
        site.desk.columns.iter().find(|known| *known.id == column.value || *known.name == column.value);
    known.map_or_else(|| column.value.clone(), |known| known.name.value.clone())
}

/// What readers call the first account of an article.
pub(super) fn account<'s>(site: &'s Site, article: &'s Article) -> &'s str {
    let Some(name) = article.front.accounts.first() else { return "" };
    let title = site.config.account(name).and_then(|account| account.title.as_ref());
    title.map_or(&name.value, |title| &title.value)
}

/// The page, cards in the order in which they go out; what is not scheduled comes last.
pub(super) fn page(site: &Site, mut cards: Vec<Card>, lang: Lang) -> Result<String, String> {
    cards.sort_by(|a, b| a.order.cmp(&b.order));
    let mut context = Context::new();
    context.insert("site", &site.config.name.value);
    context.insert("count", &text::index_count(cards.len()).text(lang));
    context.insert("zone", &site.config.zone_name);
    context.insert("draft", &text::index_draft().text(lang));
    context.insert("pictures", &text::index_pictures().text(lang));
    context.insert("unscheduled", &text::index_unscheduled().text(lang));
    context.insert("lang", if lang == Lang::Zh { "zh-CN" } else { "en" });
    context.insert("cards", &cards);
    let mut tera = Tera::new();
    let fail = |error: tera::Error| error.to_string();
    tera.add_raw_template("index.html", TEMPLATE).map_err(fail)?;
    tera.render("index.html", &context).map_err(fail)
}
