//! The files at the top of a build, made of what is remembered of its articles: index, calendar and manifest.

use std::collections::BTreeMap;

use super::record::Record;
use super::{BuildError, CALENDAR, INDEX, MANIFEST, MARK};
use crate::base::digest::Digest;
use crate::base::message::Lang;
use crate::preview::{calendar, index};
use crate::site::Site;

/// Names and contents, the manifest last.
pub(super) fn files(
    site: &Site,
    records: &[&Record],
    lang: Lang,
) -> Result<Vec<(&'static str, String)>, BuildError> {
    let mut cards: Vec<&Record> = records.to_vec();
    cards.sort_unstable_by(|a, b| a.own.position.cmp(&b.own.position));
    let cards = cards.iter().map(|record| record.own.card.as_str());
    let cards: Vec<&str> = cards.collect();
    let planned = || records.iter().flat_map(|record| &record.own.planned);
    let (page, (calendar, manifest)) = rayon::join(
        || index::page(&site.config, cards.into_iter(), lang).map_err(BuildError::Index),
        || {
            let month = calendar::page(&site.config, planned(), lang).map_err(BuildError::Index);
            let file = calendar::file(&site.config, planned(), lang);
            (month.map(|month| [month, file]), manifest(&site.config.name, records))
        },
    );
    let [month, file] = calendar?;
    let [month_name, file_name] = CALENDAR;
    Ok(vec![(INDEX, page?), (month_name, month), (file_name, file), (MANIFEST, manifest?)])
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
