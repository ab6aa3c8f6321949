//! The words that a site knows, for completing them.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::themes;
use crate::site::{DESIGNS, Site};
use crate::source::Located;
use crate::source::tree::Tree;

/// A word and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) word: String,
    pub(super) about: String,
}

/// An article by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) path: String,
    pub(super) uid: String,
    /// The shortest name that no other article has.
    pub(super) slug: String,
    pub(super) title: String,
}

/// The words that a site knows.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Words by the key that takes them.
    words: BTreeMap<&'static str, Vec<Word>>,
    pub(super) articles: Vec<Named>,
    /// Every file under `content/`, sorted.
    files: Vec<String>,
}

impl Vocabulary {
    /// The words of `site`, whose files are those of `tree`.
    pub(super) fn new(site: &Site, tree: &dyn Tree) -> Self {
        let mut words: BTreeMap<&'static str, Vec<Word>> = BTreeMap::new();
        let word = |word: &str, about: &str| Word { word: word.to_owned(), about: about.to_owned() };
        let columns = site.desk.columns.iter();
        words.insert("column", columns.map(|column| word(&column.id, &column.name)).collect());
        let accounts = site.config.accounts.iter();
        let title =
            |title: Option<&Located<String>>| title.map(|title| title.value.clone()).unwrap_or_default();
        let accounts: Vec<Word> =
            accounts.map(|account| word(&account.name, &title(account.title.as_ref()))).collect();
        words.insert("account", accounts.clone());
        words.insert("accounts", accounts);
        let campaigns = site.campaigns.iter();
        words.insert("campaign", campaigns.map(|plan| word(&plan.id, &plan.title)).collect());
        let themes = themes::themes(tree);
        words.insert("theme", themes.iter().map(|theme| word(&theme.name, &theme.title)).collect());
        let credentials = site.project.credentials.iter();
        words.insert("credentials", credentials.map(|known| word(&known.name, "")).collect());
        words.insert("cover.card.design", DESIGNS.iter().map(|design| word(design, "")).collect());
        let fronts = || site.articles.iter().map(|article| &article.front);
        words.insert("tags", often(fronts().flat_map(|front| &front.tags)));
        words.insert("labels", often(fronts().flat_map(|front| &front.labels)));
        words.insert("author", often(fronts().filter_map(|front| front.author.as_ref())));
        words.insert("sponsor", often(fronts().filter_map(|front| front.sponsor.as_ref())));
        words.insert("brand", often(fronts().filter_map(|front| front.brand.as_ref())));
        words.insert("publish.edition", often(fronts().filter_map(|front| front.publish.edition.as_ref())));
        let files = site.files.iter().map(|entry| &entry.path).filter(|path| path.starts_with("content/"));
        Self { words, articles: articles(site), files: files.cloned().collect() }
    }

    /// The words that `key` takes.
    pub(super) fn of(&self, key: &str) -> &[Word] {
        self.words.get(key).map_or(&[], Vec::as_slice)
    }

    /// Files in the folder of the file `path`, as that file names them.
    pub(super) fn beside(&self, path: &str) -> impl Iterator<Item = &str> {
        let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let first = self.files.partition_point(|file| *file < folder);
        let inside = self.files.get(first..).unwrap_or_default().iter();
        inside.map_while(move |file| file.strip_prefix(&folder))
    }
}

/// Words by how often they are used, the most frequent first.
fn often<'a>(used: impl Iterator<Item = &'a Located<String>>) -> Vec<Word> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    used.for_each(|word| *counts.entry(word.as_str()).or_default() += 1);
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
        .iter()
        .map(|(word, count)| Word { word: (*word).to_owned(), about: format!("× {count}") })
        .collect()
}

fn articles(site: &Site) -> Vec<Named> {
    let slug = |unit: &str| unit.rsplit('/').next().unwrap_or(unit).to_owned();
    let mut seen = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for article in &site.articles {
        let slug = slug(&article.unit).to_lowercase();
        if !seen.insert(slug.clone()) {
            shared.insert(slug);
        }
    }
    let named = site.articles.iter().map(|article| {
        let short = slug(&article.unit);
        let whole = || article.unit.strip_prefix("content/").unwrap_or(&article.unit).to_owned();
        Named {
            path: article.path().to_owned(),
            uid: article.front.uid.value.clone(),
            slug: if shared.contains(&short.to_lowercase()) { whole() } else { short },
            title: article.front.title.value.clone(),
        }
    });
    named.collect()
}
