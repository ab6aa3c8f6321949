//! A site that stays loaded while somebody writes one of its articles: only that article is read again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::articles::{self, Surroundings};
use super::{Site, front, load_only, plan, references, stem};
use crate::finding::Findings;
use crate::site::Article;
use crate::source::SourceFile;
use crate::source::tree::Tree;

/// A loaded site, and what its articles are read against.
#[derive(Debug)]
pub struct LiveSite {
    site: Site,
    around: Surroundings,
    /// Names of the campaign plans, those that could not be read included.
    plans: BTreeSet<String>,
}

impl LiveSite {
    /// Loads the site of `tree`, and says what is wrong with it; `None` when `qianfa.yaml` is unusable.
    pub fn load(tree: &dyn Tree) -> (Option<Self>, Findings) {
        let (loaded, around) = load_only(tree, None);
        let live = loaded.site.map(|site| {
            let plans = site.files.iter().filter_map(|entry| plan(&entry.path));
            let plans = plans.map(|path| stem(path).to_owned()).collect();
            Self { site, around, plans }
        });
        (live, loaded.findings)
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The article at that path, if it could be read when it was last looked at.
    pub fn article(&self, path: &str) -> Option<&Article> {
        self.site.articles.get(self.index(path)?)
    }

    /// Puts `file` in the place of the article at its path. Gives whether an article can be made of it (else the old one
    /// stays), and what is wrong with it by itself: what articles are to each other (one uid, one edition) is not judged
    /// again.
    pub fn rewrite(&mut self, file: &Arc<SourceFile>) -> (bool, Findings) {
        let mut findings = Findings::new();
        let Some(index) = self.index(file.path()) else { return (false, findings) };
        let config = &self.site.config;
        let context = front::Context { config: Some(config), zone: &config.zone };
        let read = articles::read(context, &self.around, file, &mut findings);
        let slot = self.site.articles.get_mut(index);
        let (Some(article), Some(slot)) = (read, slot) else { return (false, findings) };
        *slot = article;
        let alone = std::slice::from_mut(slot);
        references::columns(&self.site.desk, alone, &mut findings);
        let plans: BTreeSet<&str> = self.plans.iter().map(String::as_str).collect();
        references::campaign_names(&plans, alone, &mut findings);
        (true, findings)
    }

    fn index(&self, path: &str) -> Option<usize> {
        self.site.articles.binary_search_by(|article| article.path().cmp(path)).ok()
    }
}
