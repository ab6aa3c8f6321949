//! The account's own articles by name, for `[[name]]`, and where they were published. Whoever renders fills it: the site
//! gives the articles, the ledger their addresses.

use std::collections::BTreeMap;

use crate::base::near;
use crate::site::{Article, Site};

/// An article that others may name.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Path of its file.
    pub(super) path: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) column: String,
    /// Where readers find it.
    pub(super) url: Option<String>,
}

/// Every article of a site, by slug, unit, uid and title.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    entries: Vec<Entry>,
    /// Indices by name; a name of two articles is the first one's.
    names: BTreeMap<String, usize>,
}

impl Shelf {
    /// The articles of a site, none published.
    pub fn new(site: &Site) -> Self {
        let mut shelf = Self { entries: site.articles.iter().map(entry).collect(), names: BTreeMap::new() };
        // What names an article for sure comes first, then what two may share.
        let names: [fn(&Article) -> &str; 4] = [
            |article| &article.front.uid.value,
            |article| &article.unit,
            |article| article.unit.rsplit('/').next().unwrap_or(&article.unit),
            |article| &article.front.title.value,
        ];
        for name in names {
            for (index, article) in site.articles.iter().enumerate() {
                shelf.names.entry(name(article).trim().to_lowercase()).or_insert(index);
            }
        }
        shelf
    }

    /// Notes where the article of that index of [`Site::articles`] was published; the first address counts.
    pub fn publish(&mut self, article: usize, url: &str) {
        if let Some(entry) = self.entries.get_mut(article) {
            entry.url.get_or_insert_with(|| url.to_owned());
        }
    }

    /// The article of that name, perhaps with `content/` before it or `.md` behind.
    pub(super) fn find(&self, name: &str) -> Option<&Entry> {
        let name = name.trim().to_lowercase();
        let bare = name.trim_start_matches("content/").trim_end_matches(".md").trim_end_matches("/index");
        let whole = format!("content/{bare}");
        let index = [bare, &whole, &name].iter().find_map(|name| self.names.get(*name))?;
        self.entries.get(*index)
    }

    /// The known name nearest to a wrong one.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        near::nearest(name, self.names.keys().map(String::as_str))
    }
}

fn entry(article: &Article) -> Entry {
    let text = |value: &Option<crate::site::Located<String>>| {
        value.as_ref().map(|value| value.value.clone()).unwrap_or_default()
    };
    Entry {
        path: article.file.path().to_owned(),
        title: article.front.title.value.clone(),
        summary: text(&article.front.summary),
        column: text(&article.front.column),
        url: None,
    }
}
