//! Loading a site from a tree: a pure function of the tree, in parallel, in a stable order, and every problem at once.

mod articles;
mod campaign;
mod config;
mod desk;
mod editions;
mod front;
mod live;
mod papers;
mod project;
mod record;
mod references;
mod shape;
mod text;

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Article, Campaign, Config, Desk, Edition, Project};
use crate::finding::{Findings, Severity};
use crate::source::markdown::may_name_article;
use crate::source::tree::{Entry, Tree};
pub(super) use front::path;
pub use front::{INDUSTRIES, unknown_keys};
pub use live::LiveSite;

pub use articles::article_paths;
pub use config::{CONFIG, theme};
pub use text::optional_yaml;

/// Limits of what is read, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// A Markdown file.
    pub markdown: u64,
    /// A YAML file.
    pub yaml: u64,
    /// A picture or other file of a bundle.
    pub asset: u64,
}

/// The limits of every site.
pub const LIMITS: Limits = Limits { markdown: 4 << 20, yaml: 1 << 20, asset: 20 << 20 };

/// Folders of a site; what lies elsewhere is not the site's.
pub const FOLDERS: [&str; 5] = ["campaigns", "content", "desk", "layouts", "policy"];

/// A loaded site.
#[derive(Debug)]
pub struct Site {
    /// `qianfa.yaml`.
    pub config: Config,
    /// Articles that could be read, sorted by path.
    pub articles: Vec<Article>,
    /// Editions, sorted by account, then name.
    pub editions: Vec<Edition>,
    /// Campaigns that could be read, sorted by path.
    pub campaigns: Vec<Campaign>,
    /// The editorial desk.
    pub desk: Desk,
    /// What the house knows about itself, under `policy/`.
    pub project: Project,
    /// Every file of the tree under `content/`, `campaigns/`, `layouts/`, `policy/` and `desk/`, sorted by path.
    pub files: Vec<Entry>,
}

impl Site {
    /// What readers call the column of an article; empty when it has none.
    pub fn column_name<'s>(&'s self, article: &'s Article) -> &'s str {
        let Some(column) = &article.front.column else { return "" };
        let known =
            self.desk.columns.iter().find(|known| *known.id == column.value || *known.name == column.value);
        known.map_or(&column.value, |known| &known.name.value)
    }

    /// Whether one of its articles may link to another, as `[[name]]`.
    pub fn may_link(&self) -> bool {
        let body =
            |article: &Article| article.file.text().get(article.body.clone()).is_some_and(may_name_article);
        self.articles.par_iter().any(body)
    }
}

/// What loading gives: as much of the site as could be read, and everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The site; `None` when `qianfa.yaml` itself is unusable.
    pub site: Option<Site>,
    /// Every problem of reading and of form, sorted.
    pub findings: Findings,
}

/// Loads the site of `tree`. Never fails: what cannot be read is a finding.
///
/// What is half understood does not go out: an article whose front matter has an error is never
/// [`super::Status::Ready`]; an edition is not `ready` when its articles do not fit together, when an article that
/// cannot be read may be one of them, or when `qianfa.yaml` has an error. When `qianfa.yaml` is unusable the other
/// files are looked at all the same.
pub fn load(tree: &dyn Tree) -> Loaded {
    load_only(tree, None).0
}

/// Loads the site with those of its articles alone whose Markdown files `only` names. What articles are to each other
/// (one uid, one edition) is judged among these.
pub fn load_some(tree: &dyn Tree, only: &BTreeSet<String>) -> Loaded {
    load_only(tree, Some(only)).0
}

/// As [`load`] and [`load_some`], with what the articles were read against.
fn load_only(tree: &dyn Tree, only: Option<&BTreeSet<String>>) -> (Loaded, articles::Surroundings) {
    let mut findings = Findings::new();
    let config::Loaded { config, zone, defaults } = config::load(tree, &mut findings);
    let sound = !findings.reach(Severity::Error);
    let files = text::list(tree, &mut findings);
    let project = project::load(tree, &files, &zone, &mut findings);
    let desk = desk::desk(tree, &zone, &mut findings);
    let context = front::Context { config: config.as_ref(), zone: &zone };
    let articles::Read { mut articles, lost, around } =
        articles::load(tree, context, defaults, (&files, only), &mut findings);
    let plans: Vec<&str> = files.iter().filter_map(|entry| plan(&entry.path)).collect();
    let read: Vec<(Option<Campaign>, Findings)> = plans
        .par_iter()
        .map(|path| {
            let mut findings = Findings::new();
            (campaign::load(tree, path, &zone, &mut findings), findings)
        })
        .collect();
    let mut campaigns = Vec::with_capacity(read.len());
    for (campaign, problems) in read {
        campaigns.extend(campaign);
        findings.extend(problems);
    }
    references::uids(&mut articles, &mut findings);
    references::campaigns(&campaigns, &mut findings);
    references::columns(&desk, &mut articles, &mut findings);
    let stems: BTreeSet<&str> = plans.iter().map(|path| stem(path)).collect();
    references::campaign_names(&stems, &mut articles, &mut findings);
    let site = config.map(|config| {
        let mut editions = editions::group(&config, &articles, &mut findings);
        for edition in &mut editions {
            edition.ready &= sound && !lost.iter().any(|lost| lost.may_be_of(&edition.name));
        }
        Site { config, articles, editions, campaigns, desk, project, files }
    });
    findings.sort();
    (Loaded { site, findings }, around)
}

/// The path of a campaign plan.
fn plan(path: &str) -> Option<&str> {
    let name = path.strip_prefix("campaigns/")?;
    (name.ends_with(".yaml") && !name.contains('/')).then_some(path)
}

fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml")
}
