//! Links between the articles of a build: what each article is called, where it was published, and which articles must be
//! made again because one that they link to has another title or address now.

use foldhash::{HashMap, HashMapExt, HashSet};
use rayon::prelude::*;

use super::Address;
use super::record::Record;
use crate::base::digest::Digest;
use crate::base::pack::Packer;
use crate::render::{Shelf, ShelfEntry};
use crate::site::Site;

/// The digest of addresses.
pub(super) fn digest(addresses: &[Address]) -> Digest {
    let mut all = Packer::default();
    for address in addresses {
        [&address.account, &address.edition, &address.url].iter().for_each(|text| all.bytes(text.as_bytes()));
        all.number(address.place as u64);
    }
    Digest::of(&all.bytes)
}

/// What an article is called, and where it goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) entry: ShelfEntry,
    /// Its editions and its place in them.
    pub(super) goes: Vec<String>,
}

crate::base::pack::packed! {
    Named { entry, goes }
}

/// What the articles of `site` are called and where they go, in order.
pub(super) fn named(site: &Site) -> Vec<Named> {
    let entry = |article: &_| Named { entry: ShelfEntry::of(article), goes: Vec::new() };
    let mut named: Vec<Named> = site.articles.par_iter().map(entry).collect();
    for edition in &site.editions {
        for (place, article) in edition.articles.iter().enumerate() {
            if let Some(named) = named.get_mut(*article) {
                named.goes.push(key(&edition.account, &edition.uid, place));
            }
        }
    }
    named
}

fn key(account: &str, edition: &str, place: usize) -> String {
    format!("{account} {edition} {place}")
}

/// All articles with their addresses.
pub(super) fn shelf(mut named: Vec<Named>, addresses: &[Address]) -> Shelf {
    named.sort_by(|a, b| a.entry.path().cmp(b.entry.path()));
    let mut going: HashMap<&str, usize> = HashMap::new();
    for (index, article) in named.iter().enumerate() {
        going.extend(article.goes.iter().map(|key| (key.as_str(), index)));
    }
    let published: Vec<(usize, &Address)> = addresses
        .iter()
        .filter_map(|address| {
            let key = key(&address.account, &address.edition, address.place);
            going.get(key.as_str()).map(|index| (*index, address))
        })
        .collect();
    let mut shelf = Shelf::of(named.iter().map(|article| article.entry.clone()).collect());
    for (article, address) in published {
        shelf.publish(article, &address.account, &address.url);
    }
    shelf
}

/// The articles of a build as they are named now: those of `site`, and those of `records` that still lie `there`.
pub(super) fn now(site: &Site, records: &[Record], there: &HashSet<&str>) -> Vec<Named> {
    let mut all = named(site);
    let loaded: HashSet<&str> = site.articles.iter().map(|article| article.path()).collect();
    let old = records.iter().map(|record| &record.own);
    let old = old.filter(|own| there.contains(own.path.as_str()) && !loaded.contains(own.path.as_str()));
    all.extend(old.map(|own| own.named.clone()));
    all
}

/// Articles of `records` to whose links `shelf` has another answer than when they were made.
pub(super) fn stale<'r>(records: &'r [Record], shelf: &'r Shelf) -> impl Iterator<Item = &'r str> {
    let own = records.iter().map(|record| &record.own).filter(|own| !own.related.is_empty());
    own.filter(|own| shelf.answers(&own.related, &own.account) != own.answers).map(|own| own.path.as_str())
}
