//! What a change of files means for a build: which articles must be made again.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::record::Record;
use crate::site::CONFIG;

/// The columns.
const COLUMNS: &str = "desk/columns.yaml";

/// What must be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scope {
    /// Everything.
    Everything,
    /// Some articles.
    Some(Affected),
}

/// Articles that must be made again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Affected {
    /// Paths of their Markdown files.
    pub(super) articles: BTreeSet<String>,
    /// Something changed that every article is judged by: columns, campaigns.
    pub(super) around: bool,
}

/// Files that changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changes<'c> {
    /// Files whose content may be another.
    pub(super) changed: &'c [String],
    /// Files that appeared or vanished.
    pub(super) set: &'c [String],
    /// Files outside the site's folders, changed, appeared or vanished.
    pub(super) outside: &'c [String],
}

/// What `changes` mean for the build that `records` tell of. `common` are files that were read for more than one
/// article; `now` are the articles
/// that lie there.
pub(super) fn scope(changes: Changes<'_>, records: &[Record], common: &[String], now: &[&str]) -> Scope {
    let mut affected = Affected::default();
    let mut readers: Option<HashMap<&str, Vec<&str>>> = None;
    let by_path: HashSet<&str> = records.iter().map(|record| record.own.path.as_str()).collect();
    let all = changes.changed.iter().chain(changes.set).chain(changes.outside);
    for path in all.clone() {
        if path == CONFIG || path.starts_with("layouts/") || common.binary_search(path).is_ok() {
            return Scope::Everything;
        }
        if path.starts_with("desk/") || path.starts_with("campaigns/") {
            affected.around = true;
            // Names of columns stand on drawn covers.
            if path == COLUMNS {
                let drawn = records.iter().filter(|record| record.has_text_in_pictures());
                affected.articles.extend(drawn.map(|record| record.own.path.clone()));
            }
            continue;
        }
        if by_path.contains(path.as_str()) {
            affected.articles.insert(path.clone());
            continue;
        }
        // What an article shows may lie beside another one.
        let readers = readers.get_or_insert_with(|| self::readers(records));
        let reading = readers.get(path.as_str()).into_iter().flatten();
        affected.articles.extend(reading.map(|path| (*path).to_owned()));
    }
    // Each of these asks every article: many at once are not worth it.
    let inside: Vec<&str> = changes
        .changed
        .iter()
        .chain(changes.set)
        .map(String::as_str)
        .filter(|path| path.starts_with("content/"))
        .collect();
    if inside.len() > 1000 {
        return Scope::Everything;
    }
    for path in inside {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let below = |other: &str| other.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let beside = |other: &str| other.rsplit_once('/').is_some_and(|(other, _)| other == folder);
        let appeared = changes.set.binary_search_by(|known| known.as_str().cmp(path)).is_ok();
        let touched = |record: &&Record| {
            let own = &record.own;
            let inside = own
                .bundle()
                .is_some_and(|bundle| path.strip_prefix(bundle).is_some_and(|rest| rest.starts_with('/')));
            inside
                || match name {
                    "_defaults.yaml" => below(&own.path),
                    "rights.yaml" => beside(&own.path),
                    // A folder became a bundle, or is one no longer: what lies in it is hidden, or shows.
                    "index.md" => appeared && below(&own.path),
                    _ => false,
                }
        };
        affected.articles.extend(records.iter().filter(touched).map(|record| record.own.path.clone()));
    }
    if !changes.set.is_empty() {
        let there: HashSet<&str> = now.iter().copied().collect();
        affected.articles.retain(|path| there.contains(path.as_str()));
        let new = now.iter().filter(|path| !by_path.contains(**path));
        affected.articles.extend(new.map(|path| (*path).to_owned()));
    }
    if affected.articles.len() > 50 + records.len() / 4 { Scope::Everything } else { Scope::Some(affected) }
}

/// Which articles read a file.
fn readers(records: &[Record]) -> HashMap<&str, Vec<&str>> {
    let mut readers: HashMap<&str, Vec<&str>> = HashMap::new();
    for record in records {
        for path in &record.own.reads {
            readers.entry(path).or_default().push(&record.own.path);
        }
    }
    readers
}
