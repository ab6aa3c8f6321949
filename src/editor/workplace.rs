//! One site that stays loaded, and what is wrong with its files as they are being written.
//!
//! What concerns a file alone is found out again at each change. What concerns the site as a whole (two articles of one
//! uid, two deliveries of one hour) is found out when files were saved, and stays where the text around it stays.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::moved::{Edit, moved};
use super::vocabulary::Vocabulary;
use crate::finding::{Finding, Findings, Place};
use crate::rules::{self, Examiner, Subject};
use crate::signoff::check_policy;
use crate::site::{Article, LIMITS, LiveSite, Site};
use crate::source::SourceFile;
use crate::source::tree::{OverlayTree, Tree, WorkTree};

/// What is found in one file.
#[derive(Debug, Default, Clone)]
pub(super) struct Found {
    pub(super) findings: Findings,
    /// Places that nobody may see, although no finding points at them.
    pub(super) masks: Vec<Place>,
}

/// What only a look at the whole site tells about a file.
struct Whole {
    /// The text that was looked at.
    seen: Arc<str>,
    /// What it adds.
    more: Vec<Finding>,
    /// What it takes back: rule and sentence.
    less: HashSet<(&'static str, String)>,
}

/// Texts of files that are open, by path from the root of the site.
pub(super) type Texts = BTreeMap<String, Arc<str>>;

/// A site that stays loaded.
pub(super) struct Workplace {
    tree: WorkTree,
    live: Option<LiveSite>,
    /// What loading found.
    loading: Findings,
    examiner: Option<Examiner>,
    vocabulary: Arc<Vocabulary>,
    /// What the last look at the whole site found, by path.
    all: Option<HashMap<String, Vec<Finding>>>,
    wholes: HashMap<String, Whole>,
    /// A look at the whole site is due.
    pub(super) due: bool,
}

impl Workplace {
    /// Loads the site of `tree`, with `texts` in the place of what is saved.
    pub(super) fn new(tree: WorkTree, texts: &Texts) -> Self {
        let mut place = Self {
            tree,
            live: None,
            examiner: None,
            loading: Findings::new(),
            vocabulary: Arc::default(),
            all: None,
            wholes: HashMap::new(),
            due: true,
        };
        place.load(texts);
        place
    }

    /// The words that the site knows.
    pub(super) fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// Loads the site again.
    pub(super) fn load(&mut self, texts: &Texts) {
        let over = over(&self.tree, texts);
        (self.live, self.loading) = LiveSite::load(&over);
        if let Some(live) = &self.live {
            self.examiner = Some(Examiner::new(live.site(), &over));
            self.vocabulary = Arc::new(Vocabulary::new(live.site(), &over));
        }
    }

    /// Looks at the whole site.
    pub(super) fn examine(&mut self, texts: &Texts, now: Timestamp) {
        self.load(texts);
        let mut findings = self.loading.clone();
        if let Some(live) = &self.live {
            let over = over(&self.tree, texts);
            findings.extend(rules::check(live.site(), &over, Some(now)).findings);
            findings.extend(check_policy(live.site(), &over));
        }
        findings.sort();
        let mut all: HashMap<String, Vec<Finding>> = HashMap::new();
        for finding in findings {
            all.entry(finding.place.path().to_owned()).or_default().push(finding);
        }
        self.all = Some(all);
        self.wholes.clear();
        self.due = false;
        for (path, text) in texts {
            self.compare(path, text, texts, now);
        }
    }

    /// What is wrong with the file `path`, which holds `text`.
    pub(super) fn check(&mut self, path: &str, text: &Arc<str>, texts: &Texts, now: Timestamp) -> Found {
        if self.all.is_some() && !self.wholes.contains_key(path) {
            // The site was looked at with what is saved of this file; another text needs a look of its own.
            if self.is_saved(path, text) {
                self.compare(path, text, texts, now);
            } else {
                self.due = true;
            }
        }
        let file = Arc::new(SourceFile::new(path, &**text));
        let mut found = self.alone(&file, texts, now);
        if let Some(whole) = self.wholes.get(path) {
            let edit = Edit::new(&whole.seen, &file);
            found.findings.retain(|finding| !whole.less.contains(&said(finding)));
            let more = whole.more.iter().filter_map(|finding| moved(finding, &|place| edit.place(place)));
            found.findings.extend(more);
        }
        found.findings.sort();
        found
    }

    /// Whether the file `path` holds `text`.
    fn is_saved(&self, path: &str, text: &str) -> bool {
        self.tree.read(path, text.len() as u64).is_ok_and(|saved| saved == text.as_bytes())
    }

    /// Notes what the look at the whole site says about `path` and a look at the file alone does not, and the other way
    /// round.
    fn compare(&mut self, path: &str, text: &Arc<str>, texts: &Texts, now: Timestamp) {
        let file = Arc::new(SourceFile::new(path, &**text));
        let alone = self.alone(&file, texts, now).findings;
        let said_alone: HashSet<_> = alone.iter().map(said).collect();
        let about = |path: &str| self.all.as_ref().and_then(|all| all.get(path)).into_iter().flatten();
        let mut whole: Vec<Finding> = about(path).cloned().collect();
        if let Some(article) = self.live.as_ref().and_then(|live| live.article(path)) {
            let beside = article.files.iter().flat_map(|path| about(path));
            whole.extend(beside.filter_map(|finding| adopted(finding, article, &file)));
        }
        let said_whole: HashSet<_> = whole.iter().map(said).collect();
        whole.retain(|finding| !said_alone.contains(&said(finding)));
        let less = said_alone.into_iter().filter(|said| !said_whole.contains(said)).collect();
        self.wholes.insert(path.to_owned(), Whole { seen: Arc::clone(text), more: whole, less });
    }

    /// What is wrong with `file` by itself.
    fn alone(&mut self, file: &Arc<SourceFile>, texts: &Texts, now: Timestamp) -> Found {
        let path = file.path();
        let fits = file.text().len() as u64 <= LIMITS.markdown;
        let known = fits && self.live.as_ref().is_some_and(|live| live.article(path).is_some());
        let read = if known { self.live.as_mut().map(|live| live.rewrite(file)) } else { None };
        let (readable, mut findings) = read.unwrap_or_else(|| {
            // No article, or none yet: the site is what this file makes of it.
            self.load(texts);
            (true, self.loading.clone())
        });
        let Some(live) = &self.live else {
            findings.retain(|finding| finding.place.path() == path);
            return Found { findings, masks: Vec::new() };
        };
        let over = over(&self.tree, texts);
        let mut masks = Vec::new();
        let site = live.site();
        let subject = subject(site, live, path).filter(|_| readable);
        if let (Some(examiner), Some(subject)) = (&self.examiner, subject) {
            let outcome = examiner.check(site, &over, subject, Some(now));
            findings.extend(outcome.findings);
            masks = outcome.masks;
        }
        if path.starts_with("policy/") {
            findings.extend(rules::check_settings(&over));
            findings.extend(check_policy(site, &over));
        }
        let own = |finding: Finding| match live.article(path) {
            _ if finding.place.path() == path => Some(finding),
            Some(article) => adopted(&finding, article, file),
            None => None,
        };
        Found { findings: findings.into_iter().filter_map(own).collect(), masks }
    }
}

/// The tree with `texts` in the place of what is saved.
fn over<'t>(tree: &'t WorkTree, texts: &Texts) -> OverlayTree<'t> {
    let mut over = OverlayTree::over(tree as &dyn Tree);
    for (path, text) in texts {
        // Every path was found under the root.
        let _ = over.put(path, text.as_bytes());
    }
    over
}

/// What rules look at as a document.
fn subject<'s>(site: &'s Site, live: &'s LiveSite, path: &str) -> Option<Subject<'s>> {
    if let Some(article) = live.article(path) {
        return Some(Subject::Article(article));
    }
    let campaign = site.campaigns.iter().find(|campaign| campaign.file.path() == path);
    let paper = || site.desk.papers.iter().find(|paper| paper.file.path() == path);
    campaign.map(Subject::Campaign).or_else(|| paper().map(Subject::Paper))
}

/// A finding about a picture of `article` as one about the place in `file` that shows it, for nobody opens a picture in
/// an editor of texts.
fn adopted(finding: &Finding, article: &Article, file: &Arc<SourceFile>) -> Option<Finding> {
    let path = finding.place.path();
    let text_file = [".md", ".yaml", ".yml"].iter().any(|end| path.ends_with(end));
    if text_file || !article.files.iter().any(|known| known == path) {
        return None;
    }
    let folder = article.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    let name = path.strip_prefix(folder)?.trim_start_matches('/');
    let at = file.text().find(name).map_or(0..0, |at| at..at + name.len());
    let place = Place::new(file, at);
    Some(Finding { place, fix: None, labels: Vec::new(), ..finding.clone() })
}

/// What a finding says, wherever it stands.
fn said(finding: &Finding) -> (&'static str, String) {
    (finding.rule, format!("{}\0{}", finding.message.key(), finding.message.values().join("\0")))
}
