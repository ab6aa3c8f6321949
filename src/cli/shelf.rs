//! What links between articles need: the site's articles, and the addresses that the ledgers know.

use std::path::Path;

use crate::ledger::Ledger;
use crate::preview::build::{self, Address};
use crate::render::Shelf;
use crate::site::Site;
use crate::source::branch::shared_remote;
use crate::source::markdown::may_name_article;

/// The articles of the site in the folder `root` with their published addresses. Ledgers are read only when one of its
/// articles, or the text `more`, links to another one; one that cannot be read knows no addresses, and the links that
/// lack one are findings.
pub(super) fn shelf(root: &Path, site: &Site, more: &str) -> Shelf {
    if !site.may_link() && !may_name_article(more) {
        return Shelf::new(site);
    }
    let accounts: Vec<String> =
        site.config.accounts.iter().map(|account| account.name.value.clone()).collect();
    build::shelf(site, &addresses(root, &accounts, site.config.remote.as_deref()))
}

/// The addresses that the ledgers of `accounts` know, the oldest of each account first.
pub(super) fn addresses(root: &Path, accounts: &[String], remote: Option<&str>) -> Vec<Address> {
    let remote = shared_remote(root, remote);
    let mut addresses = Vec::new();
    for account in accounts {
        let Ok(ledger) = Ledger::open(root, remote.as_deref(), account, "links") else { continue };
        let mut published: Vec<_> =
            ledger.books().records().filter(|record| !record.urls.is_empty()).collect();
        published.sort_by_key(|record| (record.visible_at, record.delivery.clone()));
        for record in published {
            addresses.extend(record.urls.iter().enumerate().map(|(place, url)| Address {
                account: account.clone(),
                edition: record.uid.clone(),
                place,
                url: url.clone(),
            }));
        }
    }
    addresses
}
