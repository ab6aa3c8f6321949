//! What links between articles need: the site's articles, and the addresses that the ledgers know.

use super::opened::Opened;
use crate::ledger::Ledger;
use crate::render::Shelf;

/// The articles of a site with their published addresses. Ledgers are read only when an article links to another one;
/// one that cannot be read knows no addresses, and the links that lack one are findings.
pub(super) fn shelf(opened: &Opened) -> Shelf {
    let site = &opened.site;
    let mut shelf = Shelf::new(site);
    let links = site
        .articles
        .iter()
        .any(|article| article.file.text().get(article.body.clone()).is_some_and(|body| body.contains("[[")));
    if !links {
        return shelf;
    }
    for account in &site.config.accounts {
        let remote = opened.remote();
        let Ok(ledger) = Ledger::open(&opened.root, remote.as_deref(), &account.name, "links") else {
            continue;
        };
        let mut published: Vec<_> =
            ledger.books().records().filter(|record| !record.urls.is_empty()).collect();
        published.sort_by_key(|record| (record.visible_at, record.delivery.clone()));
        for record in published {
            let edition = site
                .editions
                .iter()
                .find(|edition| edition.uid == record.uid && edition.account == *account.name);
            for (article, url) in edition.iter().flat_map(|edition| &edition.articles).zip(&record.urls) {
                shelf.publish(*article, url);
            }
        }
    }
    shelf
}
