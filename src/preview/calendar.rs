//! The calendar of a build: when which edition goes out on which account, as a page and for calendar programs.
//!
//! Made of what is remembered of every article, like the index; nothing in it depends on when or where it is made.

mod ics;
mod page;

pub(super) use ics::file;
pub(super) use page::page;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::index::mode;
use crate::base::message::{Lang, calendar as text};
use crate::base::pack::packed;
use crate::site::{Article, Site, Slot, Status};

/// What an article adds to the calendar of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Planned {
    /// Name of the account, and what readers call it.
    account: String,
    label: String,
    /// What identifies the edition through renames.
    edition: String,
    /// Its place in the edition: by number, then by name.
    order: i64,
    unit: String,
    title: String,
    /// Path of the page.
    page: String,
    mode: String,
    draft: bool,
    when: When,
}

/// When it goes out.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct When {
    /// The day in the site's zone; `""`: none is stated.
    day: String,
    /// The time of that day; `""`: any.
    time: String,
    /// Seconds since 1970 of that time, or of the day's beginning.
    instant: i64,
    /// In the next free slot.
    next: bool,
}

packed! { Planned { account, label, edition, order, unit, title, page, mode, draft, when } }
packed! { When { day, time, instant, next } }

/// What `article`, whose page is `page`, adds to the calendar.
pub(super) fn planned(site: &Site, article: &Article, page: &str, lang: Lang) -> Vec<Planned> {
    let front = &article.front;
    let when = when(site, article);
    let edition = front.publish.edition.as_ref().map_or(&front.uid.value, |edition| &edition.value);
    let each = front.accounts.iter().map(|account| {
        let title = site.config.account(account).and_then(|account| account.title.as_ref());
        Planned {
            account: account.value.clone(),
            label: title.map_or(&account.value, |title| &title.value).clone(),
            edition: edition.clone(),
            order: front.publish.order.as_ref().map_or(i64::MAX, |order| order.value),
            unit: article.unit.clone(),
            title: front.title.value.clone(),
            page: page.to_owned(),
            mode: mode(front.publish.mode).text(lang),
            draft: front.status == Status::Draft,
            when: when.clone(),
        }
    });
    each.collect()
}

fn when(site: &Site, article: &Article) -> When {
    let zone = &site.config.zone;
    match article.front.publish.at.as_ref().map(|slot| slot.value) {
        Some(Slot::At(instant)) => {
            let local = instant.to_zoned(zone.clone());
            When {
                day: local.date().to_string(),
                time: local.strftime("%H:%M").to_string(),
                instant: instant.as_second(),
                next: false,
            }
        }
        Some(Slot::Day(day)) => {
            let begin = day.to_zoned(zone.clone()).map_or(0, |begin| begin.timestamp().as_second());
            When { day: day.to_string(), instant: begin, ..When::default() }
        }
        Some(Slot::Next) => When { next: true, ..When::default() },
        None => When::default(),
    }
}

/// An edition of one account.
struct Edition<'p> {
    when: &'p When,
    /// Its articles in the order in which readers see them.
    articles: Vec<&'p Planned>,
    draft: bool,
}

impl Edition<'_> {
    /// The article that stands for the edition.
    fn first(&self) -> Option<&Planned> {
        self.articles.first().copied()
    }

    fn day(&self) -> Option<Date> {
        self.when.day.parse().ok()
    }

    fn instant(&self) -> Option<Timestamp> {
        Timestamp::from_second(self.when.instant).ok()
    }

    fn status(&self, lang: Lang) -> String {
        if self.draft { text::draft().text(lang) } else { text::ready().text(lang) }
    }
}

/// The editions of what is planned, by time, account and name.
fn editions<'p>(planned: impl Iterator<Item = &'p Planned>) -> Vec<Edition<'p>> {
    let mut groups: BTreeMap<(&str, &str), Vec<&Planned>> = BTreeMap::new();
    for one in planned {
        groups.entry((&one.account, &one.edition)).or_default().push(one);
    }
    let nowhere = |when: &&When| when.day.is_empty() && !when.next;
    let mut editions: Vec<Edition<'_>> = groups
        .into_values()
        .filter_map(|mut articles| {
            articles.sort_by_key(|one| (one.order, &one.unit));
            // Articles that say no time go along.
            let stated = articles.iter().map(|one| &one.when).find(|when| !nowhere(when));
            let when = stated.or_else(|| articles.first().map(|one| &one.when))?;
            let draft = articles.iter().any(|one| one.draft);
            Some(Edition { when, articles, draft })
        })
        .collect();
    // The groups are sorted by account and name already.
    editions.sort_by_key(|edition| edition.when);
    editions
}
