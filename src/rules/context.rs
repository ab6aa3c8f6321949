//! What every rule may look at.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;

use super::policy::Policy;
use super::prose::names;
use super::roster::Roster;
use super::run::Search;
use super::scan::Scanner;
use super::similarity::{self, Likeness, Print};
use crate::site::{Article, Campaign, Names, Site, Slot, Status};
use crate::source::tree::Tree;

/// The site, its files, its own rules, and the time if it is known.
///
/// What rules about single documents may see of it is listed in [`super::memory`]: whatever else they come to look at has
/// to be said there, too.
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site,
    /// The files it was read from.
    pub tree: &'a dyn Tree,
    /// The site's own terms, levels, brand names and contacts.
    pub policy: &'a Policy,
    own: Option<&'a Search>,
    /// The instant of the run; rules that need it are silent without.
    pub now: Option<Timestamp>,
    tables: Arc<Tables<'a>>,
    /// Prints of the articles, once every document was read.
    prints: Vec<Option<Print>>,
    likenesses: OnceLock<Vec<Likeness>>,
}

/// What is looked up in the site again and again.
struct Tables<'a> {
    names: Names,
    listed: OnceLock<names::Names>,
    units: HashMap<&'a str, usize>,
    campaigns: HashMap<&'a str, usize>,
    roster: Roster,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        site: &'a Site,
        tree: &'a dyn Tree,
        policy: &'a Policy,
        own: Option<&'a Search>,
        now: Option<Timestamp>,
    ) -> Self {
        let units =
            site.articles.iter().enumerate().map(|(index, article)| (article.unit.as_str(), index)).collect();
        let named: Vec<[&str; 3]> = site
            .articles
            .iter()
            .map(|article| [article.front.uid.value.as_str(), &article.unit, &article.front.title.value])
            .collect();
        let names = Names::new(&named);
        let campaigns = site
            .campaigns
            .iter()
            .enumerate()
            .map(|(index, campaign)| (campaign.id.value.as_str(), index))
            .collect();
        let roster = Roster::new(&site.project);
        let tables = Arc::new(Tables { names, listed: OnceLock::new(), units, campaigns, roster });
        Self { site, tree, policy, own, now, tables, prints: Vec::new(), likenesses: OnceLock::new() }
    }

    /// What searches for words: those of the site beside everybody's.
    pub(crate) fn scanner(&self) -> &Scanner {
        match self.own {
            Some(own) => own,
            None => Scanner::standard(),
        }
    }

    /// This context with the prints of the site's articles, in their order.
    pub(crate) fn with_prints(self, prints: Vec<Option<Print>>) -> Self {
        Self { prints, likenesses: OnceLock::new(), ..self }
    }

    /// This context for rules about one document, which read files through `tree`.
    pub(crate) fn through<'b>(&'b self, tree: &'b dyn Tree) -> Context<'b> {
        let Self { site, policy, own, now, .. } = *self;
        let tables = Arc::clone(&self.tables);
        Context { site, tree, policy, own, now, tables, prints: Vec::new(), likenesses: OnceLock::new() }
    }

    /// Articles of which at least `share` stands in an earlier one of the site; none before every document was read.
    pub(crate) fn likenesses(&self, share: f64) -> impl Iterator<Item = &Likeness> {
        let find = || {
            let rank: Vec<i64> = self.site.articles.iter().map(|article| self.rank(article)).collect();
            similarity::likenesses(&self.prints, &rank)
        };
        self.likenesses.get_or_init(find).iter().filter(move |like| like.share >= share)
    }

    /// When an article goes out, as a number; those without a time come last.
    fn rank(&self, article: &Article) -> i64 {
        let zone = &self.site.config.zone;
        let instant = match article.front.publish.at.as_ref().map(|at| at.value) {
            Some(Slot::At(instant)) => Some(instant),
            Some(Slot::Day(day)) => day.to_zoned(zone.clone()).ok().map(|day| day.timestamp()),
            Some(Slot::Next) | None => None,
        };
        instant.map_or(i64::MAX, |instant| instant.as_second())
    }

    /// Whether the article has gone out by its own plan.
    pub(crate) fn is_out(&self, article: &Article) -> bool {
        let planned = article.front.publish.at.as_ref().map(|at| at.value);
        article.front.status == Status::Ready
            && matches!((planned, self.now), (Some(Slot::At(at)), Some(now)) if at <= now)
    }

    /// The words of the site's lists of names.
    pub(crate) fn listed(&self) -> &names::Names {
        self.tables.listed.get_or_init(|| names::Names::new(self.site))
    }

    /// By what names articles call each other.
    pub(crate) fn names(&self) -> &Names {
        &self.tables.names
    }

    /// The names that the site's own files list.
    pub(crate) fn roster(&self) -> &Roster {
        &self.tables.roster
    }

    /// The article of that unit name; `content/` may be left out.
    pub fn article(&self, unit: &str) -> Option<&'a Article> {
        let short = unit.strip_prefix("content/").unwrap_or(unit);
        let index = self.tables.units.get(unit).or_else(|| self.tables.units.get(short));
        let index =
            index.copied().or_else(|| self.tables.units.get(format!("content/{unit}").as_str()).copied())?;
        self.site.articles.get(index)
    }

    /// The campaign of that name.
    pub fn campaign(&self, id: &str) -> Option<&'a Campaign> {
        self.site.campaigns.get(*self.tables.campaigns.get(id)?)
    }
}
