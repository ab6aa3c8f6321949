//! `--since`: what a change touches, and nothing else.
//!
//! A finding counts when its place or one of its second places stands in a changed line; when it is about an article as a
//! whole and something of the article changed; or when the site did not have it before. A file that was moved is the file
//! that it was.

use std::collections::{HashMap, HashSet};

use crate::cli::Failure;
use crate::finding::{Finding, Findings, Place};
use crate::site::{Article, LIMITS, Site};
use crate::source::change::ChangedLines;
use crate::source::tree::{Entry, Tree};

/// Takes out of `findings` what the change from `before` to `now` does not touch. `examine` gives the findings of
/// `before`; it is asked only when it matters.
pub(super) fn narrow(
    before: &dyn Tree,
    now: &dyn Tree,
    site: Option<&Site>,
    findings: &mut Findings,
    examine: impl FnOnce() -> Result<Findings, Failure>,
) -> Result<(), Failure> {
    let mut change = Change::new(before, now, site);
    let touched: Vec<bool> = findings.iter().map(|finding| change.touches(finding)).collect();
    if touched.iter().all(|touched| *touched) {
        return Ok(());
    }
    // What says the same of the same text outside the changed lines was there before; when there is more of it than there
    // was, the change brought it about.
    let mut surplus: HashMap<String, isize> = HashMap::new();
    for (finding, touched) in findings.iter().zip(&touched) {
        *surplus.entry(finding.likeness()).or_default() += isize::from(!touched);
    }
    let moves: HashMap<&str, &str> =
        change.moves().iter().map(|(now, before)| (before.as_str(), now.as_str())).collect();
    for finding in examine()?.iter() {
        let path = finding.place.path();
        if let Some(count) = surplus.get_mut(&finding.likeness_at(moves.get(path).unwrap_or(&path))) {
            *count -= 1;
        }
    }
    let kept: Vec<Finding> = std::mem::take(findings)
        .into_iter()
        .zip(touched)
        .filter(|(finding, touched)| {
            *touched || surplus.get(&finding.likeness()).is_some_and(|count| *count > 0)
        })
        .map(|(finding, _)| finding)
        .collect();
    *findings = kept.into_iter().collect();
    Ok(())
}

/// What changed in a file.
enum Changed {
    Nothing,
    /// It is new, is no text, or cannot be read any more.
    Whole,
    Lines(ChangedLines),
}

struct Change<'a> {
    before: &'a dyn Tree,
    now: &'a dyn Tree,
    /// By the paths of their files.
    articles: HashMap<&'a str, &'a Article>,
    files: HashMap<String, Changed>,
    /// By path: the lines that show a file of the bundle that changed; `None` when nothing of the article changed.
    bundles: HashMap<String, Option<Vec<usize>>>,
    /// Where files that `before` has under another path were moved to, with that path; sought when it matters.
    moves: Option<HashMap<String, String>>,
}

impl<'a> Change<'a> {
    fn new(before: &'a dyn Tree, now: &'a dyn Tree, site: Option<&'a Site>) -> Self {
        let mut articles = HashMap::new();
        for article in site.map(|site| site.articles.as_slice()).unwrap_or_default() {
            articles.insert(article.path(), article);
            articles.extend(article.files.iter().map(|file| (file.as_str(), article)));
        }
        Self { before, now, articles, files: HashMap::new(), bundles: HashMap::new(), moves: None }
    }

    fn touches(&mut self, finding: &Finding) -> bool {
        let labels = finding.labels.iter().map(|label| &label.place);
        std::iter::once(&finding.place).chain(labels).any(|place| self.place_changed(place))
            || self.article_changed(&finding.place)
    }

    fn place_changed(&mut self, place: &Place) -> bool {
        match self.file(place.path()) {
            Changed::Nothing => false,
            Changed::Whole => true,
            Changed::Lines(lines) => is_whole(place) || lines.touch(place.start().line, last_line(place)),
        }
    }

    fn file(&mut self, path: &str) -> &Changed {
        if !self.files.contains_key(path) {
            let changed = self.compare(path);
            self.files.insert(path.to_owned(), changed);
        }
        self.files.get(path).unwrap_or(&Changed::Whole)
    }

    fn compare(&mut self, path: &str) -> Changed {
        let now = self.now.read(path, LIMITS.asset);
        let before = match self.before.read(path, LIMITS.asset) {
            Err(_) if now.is_ok() => match self.moves().get(path).cloned() {
                Some(old) => self.before.read(&old, LIMITS.asset),
                None => return Changed::Whole,
            },
            before => before,
        };
        match (before, now) {
            (Ok(before), Ok(now)) if before == now => Changed::Nothing,
            (Ok(before), Ok(now)) if std::str::from_utf8(&now).is_ok() => {
                Changed::Lines(ChangedLines::between(&before, &now))
            }
            // What neither can read is as it was.
            (Err(_), Err(_)) => Changed::Nothing,
            _ => Changed::Whole,
        }
    }

    fn moves(&mut self) -> &HashMap<String, String> {
        let (before, now) = (self.before, self.now);
        self.moves.get_or_insert_with(|| moved(before, now))
    }

    /// Whether the place stands for its article, and something of the article changed; or shows a picture that did.
    fn article_changed(&mut self, place: &Place) -> bool {
        let Some(article) = self.articles.get(place.path()).copied() else { return false };
        let Some(lines) = self.bundle(article) else { return false };
        let of_article = place.path() == article.path();
        let in_front = of_article && place.range().end <= article.body.start;
        let shows = |line: &usize| (place.start().line..=last_line(place)).contains(line);
        in_front || is_whole(place) || of_article && lines.iter().any(shows)
    }

    fn bundle(&mut self, article: &Article) -> Option<&[usize]> {
        if !self.bundles.contains_key(article.path()) {
            let mut any = !matches!(self.file(article.path()), Changed::Nothing);
            let mut lines = Vec::new();
            for file in &article.files {
                if matches!(self.file(file), Changed::Nothing) {
                    continue;
                }
                any = true;
                let name = file.rsplit('/').next().unwrap_or(file);
                let uses = article.file.text().match_indices(name);
                lines.extend(uses.map(|(at, _)| article.file.position(at).line));
            }
            self.bundles.insert(article.path().to_owned(), any.then_some(lines));
        }
        self.bundles.get(article.path()).and_then(Option::as_deref)
    }
}

/// Pairs of moved files that are compared line by line at most; files that are the same are found in any number.
const PAIRS: usize = 10_000;

/// Files of `now` that `before` has, alike, under a path that is gone, each with that path. Nothing where the trees cannot be
/// listed: then they count as new.
fn moved(before: &dyn Tree, now: &dyn Tree) -> HashMap<String, String> {
    let (Ok(old), Ok(new)) = (before.list(""), now.list("")) else { return HashMap::new() };
    let paths = |entries: &[Entry]| entries.iter().map(|entry| entry.path.clone()).collect::<HashSet<_>>();
    let (old_paths, new_paths) = (paths(&old), paths(&new));
    let read = |tree: &dyn Tree, entries: Vec<Entry>, others: &HashSet<String>| -> Vec<(String, Vec<u8>)> {
        let alone = entries.into_iter().filter(|entry| !others.contains(&entry.path));
        alone
            .filter_map(|entry| tree.read(&entry.path, LIMITS.asset).ok().map(|bytes| (entry.path, bytes)))
            .collect()
    };
    let (mut gone, mut come) = (read(before, old, &new_paths), read(now, new, &old_paths));
    let mut moves = HashMap::new();
    let mut same: HashMap<Vec<u8>, Vec<String>> = HashMap::new();
    for (path, bytes) in &gone {
        same.entry(bytes.clone()).or_default().push(path.clone());
    }
    come.retain(|(path, bytes)| {
        let old = same.get_mut(bytes).and_then(Vec::pop);
        old.map(|old| moves.insert(path.clone(), old)).is_none()
    });
    let taken: HashSet<&String> = moves.values().collect();
    gone.retain(|(path, _)| !taken.contains(path));
    if gone.len().saturating_mul(come.len()) > PAIRS {
        return moves;
    }
    for (path, bytes) in come {
        let alike = gone.iter().enumerate().map(|(index, (old, before))| {
            let kind = ending(old) == ending(&path);
            (index, if kind { likeness(before, &bytes) } else { 0.0 })
        });
        let best =
            alike.max_by(|one, other| one.1.total_cmp(&other.1)).filter(|(_, likeness)| *likeness > 0.5);
        if let Some((index, _)) = best {
            moves.insert(path, gone.swap_remove(index).0);
        }
    }
    moves
}

/// What stands behind the last dot of a path.
fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// How many of the bytes of two texts stand in lines of both, from 0 to 1.
fn likeness(before: &[u8], now: &[u8]) -> f64 {
    let (Ok(before), Ok(now)) = (std::str::from_utf8(before), std::str::from_utf8(now)) else { return 0.0 };
    let mut lines: HashMap<&str, usize> = HashMap::new();
    for line in before.lines() {
        *lines.entry(line).or_default() += 1;
    }
    let mut common = 0;
    for line in now.lines() {
        if let Some(count) = lines.get_mut(line).filter(|count| **count > 0) {
            *count -= 1;
            common += line.len() + 1;
        }
    }
    common as f64 / before.len().max(now.len()).max(1) as f64
}

/// Whether a place is a file as a whole.
fn is_whole(place: &Place) -> bool {
    place.range() == (0..0)
}

/// The line of a place's last character.
fn last_line(place: &Place) -> usize {
    let (start, end) = (place.start(), place.end());
    if end.column == 1 && end.line > start.line { end.line - 1 } else { end.line }
}
