//! What every rule may look at.

use std::collections::HashMap;

use jiff::Timestamp;

use super::policy::Policy;
use super::scan::Scanner;
use crate::site::{Article, Campaign, Names, Site};
use crate::source::tree::Tree;

/// The site, its files, its own rules, and the time if it is known.
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site,
    /// The files it was read from.
    pub tree: &'a dyn Tree,
    /// The site's own terms, levels, brand names and contacts.
    pub policy: &'a Policy,
    pub(crate) scanner: &'a Scanner,
    /// The instant of the run; rules that need it are silent without.
    pub now: Option<Timestamp>,
    /// By what names articles call each other.
    pub(crate) names: Names,
    units: HashMap<&'a str, usize>,
    campaigns: HashMap<&'a str, usize>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        site: &'a Site,
        tree: &'a dyn Tree,
        policy: &'a Policy,
        scanner: &'a Scanner,
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
        Self { site, tree, policy, scanner, now, names, units, campaigns }
    }

    /// The article of that unit name; `content/` may be left out.
    pub fn article(&self, unit: &str) -> Option<&'a Article> {
        let short = unit.strip_prefix("content/").unwrap_or(unit);
        let index = self.units.get(unit).or_else(|| self.units.get(short));
        let index = index.copied().or_else(|| self.units.get(format!("content/{unit}").as_str()).copied())?;
        self.site.articles.get(index)
    }

    /// The campaign of that name.
    pub fn campaign(&self, id: &str) -> Option<&'a Campaign> {
        self.site.campaigns.get(*self.campaigns.get(id)?)
    }
}
