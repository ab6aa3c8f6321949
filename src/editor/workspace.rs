//! The sites and files that are open: jobs come in, findings go out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::address;
use super::moved::moved;
use super::vocabulary::Vocabulary;
use super::workplace::{Found, Texts, Workplace};
use crate::finding::{Findings, Place};
use crate::rules;
use crate::site::{CONFIG, load};
use crate::source::SourceFile;
use crate::source::front;
use crate::source::tree::{MemoryTree, WorkTree};

/// Something to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// A text was opened or has changed.
    Check {
        /// Its address.
        address: String,
        /// Its version.
        version: i64,
        /// What it holds.
        text: Arc<str>,
        /// Whether it is Markdown, whatever its name.
        markdown: bool,
    },
    /// A text was closed.
    Close {
        /// Its address.
        address: String,
    },
    /// Files were saved, or changed by somebody else.
    Refresh,
}

/// What checking a text gives.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Its address.
    pub address: String,
    /// The version that was checked.
    pub version: i64,
    /// What is wrong with it, sorted.
    pub findings: Findings,
    /// Places that nobody may see, although no finding points at them.
    pub masks: Vec<Place>,
    /// The folder of its site.
    pub root: Option<PathBuf>,
    /// The words that its site knows.
    pub vocabulary: Arc<Vocabulary>,
}

/// A text that is open.
struct Held {
    version: i64,
    text: Arc<str>,
    markdown: bool,
    /// The site's folder, and the path from there.
    home: Option<(PathBuf, String)>,
}

/// The sites and files that are open.
#[derive(Default)]
pub struct Workspace {
    held: BTreeMap<String, Held>,
    sites: BTreeMap<PathBuf, Workplace>,
}

impl Workspace {
    /// Does a job; gives what changed.
    pub fn run(&mut self, job: Job, now: Timestamp) -> Vec<Checked> {
        match job {
            Job::Check { address, version, text, markdown } => {
                let home = match self.held.get(&address) {
                    Some(held) => held.home.clone(),
                    None => home(&address),
                };
                self.held.insert(address.clone(), Held { version, text, markdown, home });
                self.check(&address, now).into_iter().collect()
            }
            Job::Close { address } => {
                self.held.remove(&address);
                let homes: BTreeSet<&PathBuf> =
                    self.held.values().filter_map(|held| held.home.as_ref()).map(|(root, _)| root).collect();
                self.sites.retain(|root, _| homes.contains(root));
                Vec::new()
            }
            Job::Refresh => self.refresh(now),
        }
    }

    /// Whether [`Workspace::settle`] has something to do.
    pub fn is_due(&self) -> bool {
        self.sites.values().any(|site| site.due)
    }

    /// Looks at one of the sites as a whole, when that is due; gives what there is to say about its open files.
    pub fn settle(&mut self, now: Timestamp) -> Vec<Checked> {
        let Some(root) = self.sites.iter().find(|(_, site)| site.due).map(|(root, _)| root.clone()) else {
            return Vec::new();
        };
        let texts = self.texts(&root);
        if let Some(site) = self.sites.get_mut(&root) {
            site.examine(&texts, now);
        }
        self.check_all(|home| home.is_some_and(|(own, _)| *own == root), now)
    }

    /// Everything is read again: a site may have come or gone.
    fn refresh(&mut self, now: Timestamp) -> Vec<Checked> {
        for (address, held) in &mut self.held {
            held.home = home(address);
        }
        let roots: Vec<PathBuf> = self.sites.keys().cloned().collect();
        for root in roots {
            let texts = self.texts(&root);
            if !root.join(CONFIG).is_file() {
                self.sites.remove(&root);
            } else if let Some(site) = self.sites.get_mut(&root) {
                site.load(&texts);
                site.due = true;
            }
        }
        self.check_all(|_| true, now)
    }

    fn check_all(&mut self, of: impl Fn(Option<&(PathBuf, String)>) -> bool, now: Timestamp) -> Vec<Checked> {
        let wanted = self.held.iter().filter(|(_, held)| of(held.home.as_ref()));
        let addresses: Vec<String> = wanted.map(|(address, _)| address.clone()).collect();
        addresses.iter().filter_map(|address| self.check(address, now)).collect()
    }

    /// The open texts of the site at `root`.
    fn texts(&self, root: &Path) -> Texts {
        let held = self.held.values().filter_map(|held| Some((held.home.as_ref()?, &held.text)));
        let of_site = held.filter(|((own, _), _)| own == root);
        of_site.map(|((_, path), text)| (path.clone(), Arc::clone(text))).collect()
    }

    fn check(&mut self, address: &str, now: Timestamp) -> Option<Checked> {
        let held = self.held.get(address)?;
        let (version, text, markdown) = (held.version, Arc::clone(&held.text), held.markdown);
        let Some((root, path)) = held.home.clone() else {
            let Found { findings, masks } = if markdown { alone(&text, now) } else { Found::default() };
            let address = address.to_owned();
            return Some(Checked {
                address,
                version,
                findings,
                masks,
                root: None,
                vocabulary: Arc::default(),
            });
        };
        let texts = self.texts(&root);
        if !self.sites.contains_key(&root) {
            let tree = WorkTree::new(&root).ok()?;
            self.sites.insert(root.clone(), Workplace::new(tree, &texts));
        }
        let site = self.sites.get_mut(&root)?;
        let Found { findings, masks } = site.check(&path, &text, &texts, now);
        let vocabulary = Arc::clone(site.vocabulary());
        Some(Checked { address: address.to_owned(), version, findings, masks, root: Some(root), vocabulary })
    }
}

/// The folder of the site around the file at `address`, and the file's path from there.
fn home(address: &str) -> Option<(PathBuf, String)> {
    let path = address::path(address)?;
    let folder = path.parent()?;
    // A new file may lie in folders that are not there yet.
    let (above, real) = folder.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)))?;
    let path = real.join(path.strip_prefix(above).ok()?);
    let root = path.ancestors().skip(1).find(|folder| folder.join(CONFIG).is_file())?;
    let relative = path.strip_prefix(root).ok()?.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    Some((root.to_path_buf(), relative))
}

/// What is wrong with Markdown that belongs to no site: its words, and not what it would need beside it.
fn alone(text: &Arc<str>, now: Timestamp) -> Found {
    const PATH: &str = "content/alone.md";
    const SITE: &str = "version: 1\nname: alone\nzone: Asia/Shanghai\naccounts:\n  main: {title: alone}\n";
    // Without front matter, which nobody asks of such a file, the checker gets one of its own.
    const HEAD: &str = "---\ntitle: \"-\"\n---\n";
    let probe = Arc::new(SourceFile::new(PATH, &**text));
    let fenced =
        text.trim_start_matches('\u{feff}').lines().next().is_some_and(|line| line.trim_end() == "---");
    let lead = if fenced && front::split(&probe).is_ok() { "" } else { HEAD };
    let tree = MemoryTree::new().with(CONFIG, SITE).with(PATH, format!("{lead}{text}"));
    let loaded = load(&tree);
    let mut findings = loaded.findings;
    let mut masks = Vec::new();
    if let Some(site) = &loaded.site {
        let outcome = rules::check(site, &tree, Some(now));
        findings.extend(outcome.findings);
        masks = outcome.masks;
    }
    let place = |place: &Place| {
        let range = place.range();
        let inside = place.path() == PATH && range.start >= lead.len();
        inside.then(|| Place::new(&probe, range.start - lead.len()..range.end - lead.len()))
    };
    // What lies around the file is not looked at.
    let about_text = |rule: &str| {
        !rule.starts_with("asset.")
            && !matches!(rule, "link.article" | "link.missing" | "site.uid" | "site.reference")
    };
    let mut findings: Findings = findings
        .iter()
        .filter(|finding| about_text(finding.rule))
        .filter_map(|finding| moved(finding, &place))
        .collect();
    findings.sort();
    Found { findings, masks: masks.iter().filter_map(place).collect() }
}
