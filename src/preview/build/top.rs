//! The files at the top of a build, made of what is remembered of its articles: index, calendar and manifest.

use std::collections::BTreeMap;

use super::record::Record;
use super::{BuildError, CALENDAR, INDEX, MANIFEST, MARK};
use crate::base::digest::Digest;
use crate::base::message::Lang;
use crate::preview::{calendar, index};
use crate::site::Site;

/// What an edit left as it was: nothing that they show has changed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Unchanged {
    index: bool,
    calendar: bool,
}

impl Unchanged {
    /// What is left of a build of `before` by one of `now`, both sorted by path, of the same site.
    pub(super) fn between(before: &[Record], now: &[&Record]) -> Self {
        let pairs = || before.iter().zip(now).map(|(before, now)| (&before.own, &now.own));
        if before.len() != now.len() || pairs().any(|(before, now)| before.path != now.path) {
            return Self::default();
        }
        Self {
            index: pairs().all(|(before, now)| before.position == now.position && before.card == now.card),
            calendar: pairs().all(|(before, now)| before.planned == now.planned),
        }
    }

    /// Whether the file `name` is one of them.
    pub(super) fn holds(self, name: &str) -> bool {
        self.index && name == INDEX || self.calendar && CALENDAR.contains(&name)
    }
}

/// Names and contents, the manifest last; not those that are `unchanged`.
pub(super) fn files(
    site: &Site,
    records: &[&Record],
    unchanged: Unchanged,
    lang: Lang,
) -> Result<Vec<(&'static str, String)>, BuildError> {
    let planned = || records.iter().flat_map(|record| &record.own.planned);
    let page = || {
        let mut cards: Vec<&Record> = records.to_vec();
        cards.sort_unstable_by(|a, b| a.own.position.cmp(&b.own.position));
        index::page(&site.config, cards.iter().map(|record| record.own.card.as_str()), lang)
    };
    let calendars = || {
        let page = calendar::page(&site.config, planned(), lang)?;
        Ok([page, calendar::file(&site.config, planned(), lang)])
    };
    let (page, (calendars, manifest)) = rayon::join(
        || (!unchanged.index).then(page).transpose().map_err(BuildError::Index),
        || {
            let calendars = (!unchanged.calendar).then(calendars).transpose().map_err(BuildError::Index);
            (calendars, manifest(&site.config.name, records))
        },
    );
    let calendars = calendars?.into_iter().flat_map(|files| CALENDAR.into_iter().zip(files));
    let page = page?.map(|page| (INDEX, page));
    Ok(page.into_iter().chain(calendars).chain([(MANIFEST, manifest?)]).collect())
}

/// The manifest: an entry for each article in the order of their paths, and what else decided about the pages.
fn manifest(site: &str, records: &[&Record]) -> Result<String, BuildError> {
    let json = |text: &str| serde_json::to_string(text).map_err(|error| BuildError::Index(error.to_string()));
    let size: usize = records.iter().map(|record| record.own.entry.len() + 256).sum();
    let mut out = String::with_capacity(size + 4096);
    out.push_str(&format!(
        "{{\n  \"kind\": \"{MARK}\",\n  \"version\": 1,\n  \"site\": {},\n  \"articles\": [",
        json(site)?
    ));
    for (at, record) in records.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        for (line, text) in record.own.entry.split('\n').enumerate() {
            out.push_str(if line == 0 { "    " } else { "\n    " });
            out.push_str(text);
        }
    }
    out.push_str(if records.is_empty() { "],\n" } else { "\n  ],\n" });
    let mut themes: BTreeMap<&str, Digest> = BTreeMap::new();
    let mut last = None;
    for record in records {
        // Neighbours mostly share a theme.
        if last != Some(&record.sources) {
            themes.extend(record.sources.iter().map(|(path, digest)| (path.as_str(), *digest)));
        }
        last = Some(&record.sources);
    }
    out.push_str("  \"themes\": {");
    for (at, (path, digest)) in themes.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        out.push_str(&format!("{comma}\n    {}: \"{digest}\"", json(path)?));
    }
    out.push_str(if themes.is_empty() { "}\n}\n" } else { "\n  }\n}\n" });
    Ok(out)
}
