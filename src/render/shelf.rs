//! The account's own articles by name, for `[[name]]`, and where they were published. Whoever renders fills it: the site
//! gives the articles, the ledger their addresses.

use crate::base::digest::Digest;
use crate::base::pack::{Pack, Packer, packed};
use crate::finding::Severity;
use crate::site::{Article, Names, Site};

/// What others need to know of an article to name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Path of its file.
    pub(super) path: String,
    uid: String,
    unit: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) column: String,
}

packed! {
    Entry { path, uid, unit, title, summary, column }
}

impl Entry {
    /// Path of its file.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// That of an article.
    pub fn of(article: &Article) -> Self {
        let text = |value: &Option<crate::site::Located<String>>| {
            value.as_ref().map(|value| value.value.clone()).unwrap_or_default()
        };
        let front = &article.front;
        Self {
            path: article.file.path().to_owned(),
            uid: front.uid.value.clone(),
            unit: article.unit.clone(),
            title: front.title.value.clone(),
            summary: text(&front.summary),
            column: text(&front.column),
        }
    }
}

/// Articles by slug, unit, uid and title.
#[derive(Debug, Clone)]
pub struct Shelf {
    entries: Vec<Entry>,
    /// Accounts and addresses by article, the oldest first.
    addresses: Vec<Vec<(String, String)>>,
    names: Names,
    pub(super) unpublished: Severity,
}

impl Shelf {
    /// The articles of a site, none published.
    pub fn new(site: &Site) -> Self {
        Self::of(site.articles.iter().map(Entry::of).collect())
    }

    /// These articles, none published.
    pub fn of(entries: Vec<Entry>) -> Self {
        let named: Vec<[&str; 3]> =
            entries.iter().map(|entry| [entry.uid.as_str(), &entry.unit, &entry.title]).collect();
        let names = Names::new(&named);
        Self { addresses: vec![Vec::new(); entries.len()], entries, names, unpublished: Severity::Error }
    }

    /// For somebody who looks, and sends nothing: what is not published yet is only warned of.
    #[must_use]
    pub fn to_look_at(self) -> Self {
        Self { unpublished: Severity::Warning, ..self }
    }

    /// Notes where the article of that index was published, and on which account; the first address counts.
    pub fn publish(&mut self, article: usize, account: &str, url: &str) {
        if let Some(known) = self.addresses.get_mut(article) {
            known.push((account.to_owned(), url.to_owned()));
        }
    }

    /// The article of that name, and where readers of `account` find it: there, else on another account.
    pub(super) fn find(&self, name: &str, account: &str) -> Option<(&Entry, Option<&str>)> {
        let index = self.names.find(name)?;
        let known = self.addresses.get(index)?;
        let own = known.iter().find(|(on, _)| on == account).or_else(|| known.first());
        Some((self.entries.get(index)?, own.map(|(_, url)| url.as_str())))
    }

    /// The known name nearest to a wrong one.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        self.names.nearest(name)
    }

    /// The digest of everything that a rendering for `account` learns of the articles `names`.
    pub fn answers(&self, names: &[String], account: &str) -> Digest {
        let mut all = Packer::default();
        for name in names {
            match self.find(name, account) {
                Some((entry, url)) => {
                    entry.pack(&mut all);
                    url.unwrap_or_default().to_owned().pack(&mut all);
                }
                None => self.nearest(name).unwrap_or_default().to_owned().pack(&mut all),
            }
        }
        Digest::of(&all.bytes)
    }
}
