//! A site as files: a fragment and a phone page for each article, its pictures, an index, a calendar, a manifest.
//!
//! An article `content/节气/冬至/index.md` is `articles/节气/冬至.html` (the page) and `fragments/节气/冬至.html`: a folder
//! of its own for each would cost as much as the rest of what the system does for it.
//!
//! **What a reader of the target sees.** A first build, and one that makes everything anew, is written beside the target
//! and takes its place in one step: a reader sees the old build or the new one. A build after a few edits writes only
//! what changed and moves it into the standing build file by file, pictures first, then articles, then index and
//! manifest, and removes last what is gone: every file is always whole and a page never names a picture that is not
//! there, but for these milliseconds the index may be older than a page. A build that was killed in between is made anew
//! by the next one.
//!
//! **What is not done again.** Beside the site (`.qianfa/`) a cache keeps the stamps of every file that was listed or
//! read and of every file that was built, and a record of each article. Files whose stamps are the same are not read;
//! articles whose files are the same are not made. What the program, the configuration, a theme or a font decides about
//! is part of the cache's basis or makes everything anew; what two articles are to each other (one uid, one edition) is
//! judged again with all that share it. The result is byte for byte that of a build without a cache.

mod article;
mod cache;
mod job;
mod record;
mod related;
mod scope;
mod target;
mod top;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::cache::Keeper;
use self::job::Job;
use crate::base::digest::Digest;
use crate::base::file::FileError;
use crate::base::message::{Explain, Lang, Message, render as text};
use crate::finding::Findings;
use crate::render::page::PageError;
use crate::render::rule as rendering;
use crate::render::{Fonts, Shelf};
use crate::rules;
use crate::site::{Article, Config, Site, Slot};
use crate::source::rule as source_rules;
use crate::source::tree::WorkTree;

/// The file by which a folder is known to be a build.
const MANIFEST: &str = "manifest.json";
/// What the manifest says it is.
const MARK: &str = "qianfa build";
/// The index.
const INDEX: &str = "index.html";
/// The calendar, as a page and for calendar programs.
const CALENDAR: [&str; 2] = ["calendar.html", "calendar.ics"];

/// A build cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The target exists and is no build.
    #[error("{} exists and is no build", .0.display())]
    Foreign(PathBuf),
    /// A file or folder cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// A folder cannot be moved or removed.
    #[error("cannot write {}: {source}", path.display())]
    Move {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A page cannot be made.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The index cannot be made: a fault of the program.
    #[error("cannot make the index: {0}")]
    Index(String),
}

impl Explain for BuildError {
    fn message(&self) -> Message {
        match self {
            Self::Foreign(path) => text::build_foreign(path.display()),
            Self::File(error) => error.message(),
            Self::Move { path, source } => crate::base::message::file::cannot_write(path.display(), source),
            Self::Page(error) => error.message(),
            Self::Index(reason) => text::build_index(reason),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Foreign(_) => Some(text::build_foreign_help()),
            _ => None,
        }
    }
}

/// Where an article was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The account.
    pub account: String,
    /// [`crate::site::Edition::uid`] of the edition that it was part of.
    pub edition: String,
    /// Its place in that edition, from 0.
    pub place: usize,
    /// Where readers find it.
    pub url: String,
}

/// The articles of `site` with those of `addresses` that are theirs.
pub fn shelf(site: &Site, addresses: &[Address]) -> Shelf {
    related::shelf(related::named(site), addresses)
}

/// What is to be built, and where.
pub struct Order<'o> {
    /// The site.
    pub tree: Arc<WorkTree>,
    /// The folder that becomes the build.
    pub target: &'o Path,
    /// Language of the pages' own words.
    pub lang: Lang,
    /// Where the cache is kept; `None`: nowhere.
    pub cache: Option<PathBuf>,
    /// Whether everything is made anew, whatever the cache holds.
    pub fresh: bool,
    /// The fonts for text in pictures.
    pub fonts: &'o (dyn Fn(&Config) -> Arc<Fonts> + Sync),
    /// Where articles were published, given the names of the accounts and the remote of their ledgers. Asked only when
    /// articles link to others.
    pub addresses: &'o Ledgers<'o>,
    /// What else decides about the result: the program itself, fonts of the machine.
    pub basis: Digest,
}

/// Gives the addresses of published articles, from the names of accounts and the remote of their ledgers.
pub type Ledgers<'a> = dyn Fn(&[String], Option<&str>) -> Vec<Address> + Sync + 'a;

/// How a build ended.
#[derive(Debug)]
pub struct Outcome {
    /// What reading and rendering had to say.
    pub findings: Findings,
    /// What stands in the target now; `None`: errors were found, and the target is as it was.
    pub built: Option<Built>,
    /// Whether `qianfa.yaml` could be used at all.
    pub usable: bool,
}

/// What stands in the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    /// Articles.
    pub articles: usize,
    /// Picture files.
    pub pictures: usize,
    /// Articles that were rendered for it in this run.
    pub rendered: usize,
    /// Files that were written for it in this run.
    pub written: usize,
}

/// Builds a site.
///
/// # Errors
/// When the target is a folder that is no build, or something cannot be written. Problems of the site are findings.
pub fn build(order: &Order<'_>) -> Result<Outcome, BuildError> {
    let target = std::path::absolute(order.target)
        .map_err(|source| BuildError::Move { path: order.target.to_owned(), source })?;
    let basis = Digest::of(format!("{} {:?}", order.basis, order.lang));
    let keeper = order.cache.as_deref().and_then(|folder| Keeper::open(folder, &target, basis));
    target::refuse_foreign(&target)?;
    let job = Job { order, target: &target, keeper: keeper.as_ref() };
    if let Some(keeper) = job.keeper.filter(|_| !order.fresh)
        && let Some(kept) = keeper.load()
        && let Some(outcome) = job.again(keeper, &kept)?
    {
        return Ok(outcome);
    }
    job.anew()
}

/// Makes the usual allocator keep what threads give back: it returns to the system whatever lies above its threshold, and
/// asks for it again with the next article; the threshold follows the largest piece that was ever returned. The second
/// piece comes from the thread's own heap, which otherwise is made larger in small steps, each a call of the system that
/// holds up the other threads' first use of their memory. Nothing of either is touched. Where the allocator is another,
/// nothing happens.
fn keep_memory() {
    let keep = || {
        for size in [24 << 20, 23 << 20] {
            drop(std::hint::black_box(Vec::<u8>::with_capacity(size)));
        }
    };
    keep();
    rayon::broadcast(|_| keep());
}

/// The rule of that name, among those that reading and rendering a site apply.
fn rule_named(name: &str) -> Option<&'static str> {
    let form = source_rules::RULES.iter().chain(rendering::RULES).map(|rule| rule.id);
    form.chain(rules::rules().map(|rule| rule.meta.id)).find(|id| *id == name)
}

/// When an article is planned to go out, in the site's zone; empty when it is not.
pub(super) fn date(site: &Site, article: &Article) -> String {
    match article.front.publish.at.as_ref().map(|slot| slot.value) {
        Some(Slot::At(instant)) => {
            instant.to_zoned(site.config.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
        }
        Some(Slot::Day(day)) => day.to_string(),
        Some(Slot::Next) | None => String::new(),
    }
}
