//! `--since`: what a change touches, and nothing else.
//!
//! A finding counts when its place or one of its second places stands in a changed line; when it is about an article as a
//! whole and something of the article changed; or when the site did not have it before.

use std::collections::HashMap;

use crate::cli::Failure;
use crate::finding::{Finding, Findings, Place};
use crate::site::{Article, LIMITS, Site};
use crate::source::change::ChangedLines;
use crate::source::tree::Tree;

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
    for finding in examine()?.iter() {
        if let Some(count) = surplus.get_mut(&finding.likeness()) {
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
}

impl<'a> Change<'a> {
    fn new(before: &'a dyn Tree, now: &'a dyn Tree, site: Option<&'a Site>) -> Self {
        let mut articles = HashMap::new();
        for article in site.map(|site| site.articles.as_slice()).unwrap_or_default() {
            articles.insert(article.path(), article);
            articles.extend(article.files.iter().map(|file| (file.as_str(), article)));
        }
        Self { before, now, articles, files: HashMap::new(), bundles: HashMap::new() }
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
        let (before, now) = (self.before, self.now);
        self.files.entry(path.to_owned()).or_insert_with(|| {
            match (before.read(path, LIMITS.asset), now.read(path, LIMITS.asset)) {
                (Ok(before), Ok(now)) if before == now => Changed::Nothing,
                (Ok(before), Ok(now)) if std::str::from_utf8(&now).is_ok() => {
                    Changed::Lines(ChangedLines::between(&before, &now))
                }
                // What neither can read is as it was.
                (Err(_), Err(_)) => Changed::Nothing,
                _ => Changed::Whole,
            }
        })
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

/// Whether a place is a file as a whole.
fn is_whole(place: &Place) -> bool {
    place.range() == (0..0)
}

/// The line of a place's last character.
fn last_line(place: &Place) -> usize {
    let (start, end) = (place.start(), place.end());
    if end.column == 1 && end.line > start.line { end.line - 1 } else { end.line }
}
