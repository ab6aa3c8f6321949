//! The index of a build: every article as a card, by the time it goes out.

use std::fmt::Write as _;

use tera::{Context, Tera};

use super::build::date;
use crate::base::html::escape;
use crate::base::message::{Lang, Message, calendar, render as text};
use crate::base::pack::packed;
use crate::site::{Article, Config, Format, Mode, Site, Slot, Status};

const TEMPLATE: &str = include_str!("index.html");

/// Where an article stands on the index: by the time it goes out; what is not scheduled comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    unscheduled: bool,
    date: String,
    order: i64,
    unit: String,
}

packed! {
    Position { unscheduled, date, order, unit }
}

/// What a card shows that is no part of the front matter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'s> {
    /// Path of the page.
    pub(super) page: &'s str,
    /// Path of the cover; `""`: none.
    pub(super) cover: &'s str,
    /// How the cover lies in the wide and in the square box, as CSS `object-position`.
    pub(super) crops: &'s [String],
    /// Minutes to read it.
    pub(super) minutes: u64,
}

/// The card of an article, and where it stands.
pub(super) fn card(site: &Site, article: &Article, shown: Shown<'_>, lang: Lang) -> (Position, String) {
    let front = &article.front;
    let date = match front.publish.at.as_ref().map(|slot| slot.value) {
        Some(Slot::Next) => text::index_next().text(lang),
        _ => date(site, article),
    };
    let position = Position {
        unscheduled: front.publish.at.is_none(),
        date: date.clone(),
        order: front.publish.order.as_ref().map_or(0, |order| order.value),
        unit: article.unit.clone(),
    };
    let crop = |class: &str, which: usize| {
        let position = shown.crops.get(which).map_or("50% 50%", String::as_str);
        format!(
            "<img class=\"{class}\" loading=\"lazy\" src=\"{}\" alt=\"\" style=\"object-position:{position}\">",
            escape(shown.cover)
        )
    };
    let mut out = String::with_capacity(1024);
    // Writing to a string does not fail.
    let _ = writeln!(out, "<li class=\"card\"><a href=\"{}\">", escape(shown.page));
    let _ = match shown.cover {
        "" => writeln!(out, "<div class=\"cover\"></div>"),
        _ => writeln!(out, "<div class=\"crops\">{}{}</div>", crop("cover", 0), crop("square", 1)),
    };
    let badge = |shown: bool, label: Message| {
        if shown { format!("<b>{}</b>", escape(&label.text(lang))) } else { String::new() }
    };
    let _ = writeln!(
        out,
        "<div class=\"body\">\n<p class=\"column\">{}{}{}</p>\n<h2>{}</h2>",
        escape(site.column_name(article)),
        badge(front.format == Format::Pictures, text::index_pictures()),
        badge(front.status == Status::Draft, text::index_draft()),
        escape(&front.title.value)
    );
    if let Some(summary) = front.summary.as_ref().filter(|summary| !summary.is_empty()) {
        let _ = writeln!(out, "<p class=\"summary\">{}</p>", escape(&summary.value));
    }
    let when = if date.is_empty() { text::index_unscheduled().text(lang) } else { date };
    let minutes = text::page_minutes(shown.minutes).text(lang);
    let _ = writeln!(
        out,
        "<p class=\"when\"><span>{} · {}</span><span>{} · {}</span></p>\n</div>\n</a></li>",
        escape(&when),
        escape(&mode(front.publish.mode).text(lang)),
        escape(account(site, article)),
        escape(&minutes)
    );
    (position, out)
}

/// How an article goes out.
pub(super) fn mode(mode: Mode) -> Message {
    match mode {
        Mode::Mass => text::mode_mass(),
        Mode::Publish => text::mode_publish(),
        Mode::Draft => text::mode_draft(),
    }
}

/// What readers call the first account of an article.
pub(super) fn account<'s>(site: &'s Site, article: &'s Article) -> &'s str {
    let Some(name) = article.front.accounts.first() else { return "" };
    let title = site.config.account(name).and_then(|account| account.title.as_ref());
    title.map_or(&name.value, |title| &title.value)
}

/// The page of these cards, in their order.
pub(super) fn page<'c>(
    config: &Config,
    cards: impl ExactSizeIterator<Item = &'c str>,
    lang: Lang,
) -> Result<String, String> {
    // The cards are no part of the template's work: there may be a hundred thousand.
    const HERE: &str = "<!-- cards -->";
    let mut context = Context::new();
    context.insert("site", &config.name.value);
    context.insert("count", &text::index_count(cards.len()).text(lang));
    context.insert("zone", &config.zone_name);
    context.insert("calendar", &calendar::title().text(lang));
    context.insert("lang", if lang == Lang::Zh { "zh-CN" } else { "en" });
    let mut tera = Tera::new();
    let fail = |error: tera::Error| error.to_string();
    tera.add_raw_template("index.html", TEMPLATE).map_err(fail)?;
    let frame = tera.render("index.html", &context).map_err(fail)?;
    let (before, after) = frame.split_once(HERE).unwrap_or((&frame, ""));
    let mut page = before.to_owned();
    page.extend(cards);
    page.push_str(after);
    Ok(page)
}
