//! Loading a site from a tree.

use super::{Article, Campaign, Config, Desk, Edition};
use crate::finding::Findings;
use crate::source::tree::{Entry, Tree};

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
    /// Every file of the tree under `content/`, `campaigns/`, `layouts/`, `policy/` and `desk/`, sorted by path.
    pub files: Vec<Entry>,
}

/// What loading gives: as much of the site as could be read, and everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The site; `None` when `qianfa.yaml` itself is unusable.
    pub site: Option<Site>,
    /// Every problem of reading and of form.
    pub findings: Findings,
}

/// Loads the site of `tree`. Never fails: what cannot be read is a finding.
pub fn load(tree: &dyn Tree) -> Loaded {
    let _ = tree;
    Loaded { site: None, findings: Findings::new() }
}
