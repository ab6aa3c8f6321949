//! Which editions somebody means by what they typed.

use super::Failure;
use crate::base::message::{Message, cli as text};
use crate::base::near::nearest;
use crate::site::{Edition, Site, Slot};

/// The editions that `typed` names (an edition, an article's unit, or its path), of `account` or of every account.
///
/// # Errors
/// When there is none.
pub(super) fn named<'s>(
    site: &'s Site,
    typed: &str,
    account: Option<&str>,
) -> Result<Vec<&'s Edition>, Failure> {
    if let Some(account) = account.filter(|account| site.config.account(account).is_none()) {
        let known: Vec<&str> = site.config.accounts.iter().map(|known| known.name.value.as_str()).collect();
        return Err(Failure::usage(text::no_account(account)).help(text::known_accounts(known.join(", "))));
    }
    let typed = typed.trim_end_matches('/').trim_start_matches("./");
    let unit = typed.strip_suffix(".md").unwrap_or(typed);
    let unit = unit.strip_suffix("/index").unwrap_or(unit);
    let of_account = |edition: &&Edition| account.is_none_or(|account| edition.account == account);
    let found: Vec<&Edition> = site
        .editions
        .iter()
        .filter(of_account)
        .filter(|edition| edition.name == typed || units(site, edition).any(|own| own == unit))
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let known = site.editions.iter().flat_map(|edition| units(site, edition).chain([edition.name.as_str()]));
    let failure = Failure::usage(text::no_edition(typed));
    Err(match nearest(unit, known) {
        Some(near) => failure.help(text::did_you_mean(near)),
        None => failure.help(text::no_edition_help()),
    })
}

/// The units of the articles of an edition.
fn units<'s>(site: &'s Site, edition: &'s Edition) -> impl Iterator<Item = &'s str> {
    edition.articles.iter().filter_map(|index| Some(site.articles.get(*index)?.unit.as_str()))
}

/// The title under which people know an edition: that of its first article.
pub(super) fn title<'s>(site: &'s Site, edition: &Edition) -> &'s str {
    let first = edition.articles.first().and_then(|index| site.articles.get(*index));
    first.map_or("", |article| article.front.title.value.as_str())
}

/// When an edition goes out, in the site's zone.
pub(super) fn when(site: &Site, edition: &Edition) -> Message {
    match edition.at {
        None => text::at_no_time(),
        Some(Slot::Next) => text::at_next_slot(),
        Some(Slot::Day(day)) => text::at_day(day),
        Some(Slot::At(at)) => {
            text::at_time(at.to_zoned(site.config.zone.clone()).strftime("%Y-%m-%d %H:%M %:z"))
        }
    }
}

/// A mode as people call it.
pub(super) fn mode(mode: crate::site::Mode) -> Message {
    match mode {
        crate::site::Mode::Mass => text::mode_mass(),
        crate::site::Mode::Publish => text::mode_publish(),
        crate::site::Mode::Draft => text::mode_draft(),
    }
}

/// An audience as people call it, from the name in a payload.
pub(super) fn audience(name: &str) -> Message {
    match name.strip_prefix("tag:") {
        Some(tag) => text::audience_tag(tag),
        None => text::audience_all(),
    }
}
