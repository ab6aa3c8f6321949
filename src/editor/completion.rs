//! Completing: keys and values of front matter, names of articles, names of rules.

use std::ops::Range;

use serde_json::{Value, json};

use super::document::Document;
use super::front::{self, Spot};
use super::keys::{self, KEYS};
use super::position::Encoding;
use super::vocabulary::{Vocabulary, Word};
use crate::base::message::Lang;
use crate::rules;

/// Kinds of items in the protocol.
const FIELD: u8 = 5;
const ENUM_MEMBER: u8 = 20;
const VALUE: u8 = 12;
const FILE: u8 = 17;
const REFERENCE: u8 = 18;

/// More than anybody looks through.
const MOST: usize = 500;

/// What is known where somebody asks.
pub(super) struct Asked<'a> {
    pub(super) document: &'a Document,
    /// Path from the root of its site, or its address.
    pub(super) path: &'a str,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) encoding: Encoding,
    pub(super) lang: Lang,
}

/// An item before it is written as the protocol wants it.
struct Item {
    label: String,
    kind: u8,
    detail: String,
    documentation: String,
    /// What comes in the place of what is written.
    new: String,
    /// What the typed letters are compared with.
    filter: String,
}

impl Asked<'_> {
    /// The items at the byte `cursor`, as the protocol writes them.
    pub(super) fn items(&self, cursor: usize) -> Value {
        let (written, items) = self.found(cursor).unwrap_or((cursor..cursor, Vec::new()));
        let text = self.document.text();
        let typed = text.get(written.clone()).unwrap_or_default().to_lowercase();
        let incomplete = items.len() > MOST;
        let fits = |item: &Item| !incomplete || item.filter.to_lowercase().contains(&typed);
        let range = self.document.lines().span(text, written, self.encoding);
        let items: Vec<Value> = items
            .iter()
            .filter(|item| fits(item))
            .take(MOST)
            .enumerate()
            .map(|(order, item)| {
                json!({
                    "label": item.label,
                    "kind": item.kind,
                    "detail": item.detail,
                    "documentation": item.documentation,
                    "filterText": item.filter,
                    "sortText": format!("{order:04}"),
                    "textEdit": {"range": range, "newText": item.new},
                })
            })
            .collect();
        json!({"isIncomplete": incomplete, "items": items})
    }

    fn found(&self, cursor: usize) -> Option<(Range<usize>, Vec<Item>)> {
        let text = self.document.text();
        let before = text.get(..cursor)?;
        let line = before.rfind('\n').map_or(before, |at| before.get(at + 1..).unwrap_or_default());
        if let Some(written) = ignored(line) {
            return Some((cursor - written.len()..cursor, rule_names(self.lang)));
        }
        let yaml = self.path.ends_with("_defaults.yaml");
        if let Some(region) = front::region(text, yaml)
            && (region.start..=region.end).contains(&cursor)
        {
            return match front::spot(text, &region, cursor)? {
                Spot::Key { map, written } => Some((written.clone(), self.keys(&map, &region, cursor))),
                Spot::Value { path, written } => Some((written, self.values(&path))),
            };
        }
        let open = line.rfind("[[").filter(|at| !line.get(*at..).is_some_and(|rest| rest.contains("]]")))?;
        let written = line.get(open + 2..)?;
        let closed = text.get(cursor..).is_some_and(|rest| rest.starts_with("]]"));
        Some((cursor - written.len()..cursor, self.articles(closed)))
    }

    /// Keys of `map` that are not written yet.
    fn keys(&self, map: &str, region: &Range<usize>, cursor: usize) -> Vec<Item> {
        let text = self.document.text();
        let lines = text.get(region.clone()).unwrap_or_default().lines();
        let present: Vec<&str> = if map.is_empty() {
            lines.filter_map(|line| line.split_once(':')).map(|(key, _)| key).collect()
        } else {
            Vec::new()
        };
        let of_map = KEYS.iter().filter(|key| key.map() == map && !present.contains(&key.name()));
        let followed = text.get(cursor..).is_some_and(|rest| rest.starts_with(':'));
        let item = |key: &keys::Key| Item {
            label: key.name().to_owned(),
            kind: FIELD,
            detail: key.meaning.to_owned(),
            documentation: format!("{}: {}", key.name(), key.example),
            new: if followed { key.name().to_owned() } else { format!("{}: ", key.name()) },
            filter: key.name().to_owned(),
        };
        of_map.map(item).collect()
    }

    /// What the key at `path` takes.
    fn values(&self, path: &str) -> Vec<Item> {
        let plain = |word: &str, kind: u8, about: &str| Item {
            label: word.to_owned(),
            kind,
            detail: about.to_owned(),
            documentation: String::new(),
            new: word.to_owned(),
            filter: word.to_owned(),
        };
        if path == "sensitive_ok.rule" || path == "sensitive_ok[].rule" {
            return rule_names(self.lang);
        }
        if matches!(path, "cover" | "cover.image" | "images[].file" | "media[].file") {
            let files = self.vocabulary.beside(self.path);
            let files = files.filter(|file| !file.ends_with(".md") && !file.ends_with(".yaml"));
            return files.map(|file| plain(file, FILE, "")).collect();
        }
        let words = keys::words(path).iter().map(|word| plain(word, ENUM_MEMBER, ""));
        let known = self.vocabulary.of(path).iter().flat_map(|Word { word, about }| {
            let named = path == "column" && !about.is_empty() && about != word;
            // A column is written by its id or by its name.
            let name = named.then(|| plain(about, VALUE, word));
            std::iter::once(plain(word, VALUE, about)).chain(name)
        });
        words.chain(known).collect()
    }

    /// The site's other articles.
    fn articles(&self, closed: bool) -> Vec<Item> {
        let end = if closed { "" } else { "]]" };
        let others = self.vocabulary.articles.iter().filter(|article| article.path != self.path);
        let names = others.flat_map(|article| {
            [&article.slug, &article.uid].map(|name| Item {
                label: name.clone(),
                kind: REFERENCE,
                detail: article.title.clone(),
                documentation: article.path.clone(),
                new: format!("{name}{end}"),
                filter: format!("{name} {}", article.title),
            })
        });
        names.collect()
    }
}

/// What is written of a rule's name in a comment that answers for one.
fn ignored(line: &str) -> Option<&str> {
    let at = line.rfind("qianfa-ignore")?;
    let rest = line.get(at + "qianfa-ignore".len()..)?;
    let rest = rest.strip_prefix("-begin").unwrap_or(rest);
    let names =
        rest.strip_prefix(' ').filter(|names| !names.contains([':', '：']) && !names.contains("--"))?;
    Some(names.rsplit([' ', ',', '，', '、']).next().unwrap_or(names))
}

fn rule_names(lang: Lang) -> Vec<Item> {
    let rules = rules::rules().filter(|rule| !rule.meta.id.starts_with("site."));
    let item = |rule: &rules::Rule| Item {
        label: rule.meta.id.to_owned(),
        kind: VALUE,
        detail: rule.meta.title(lang).to_owned(),
        documentation: String::new(),
        new: rule.meta.id.to_owned(),
        filter: format!("{} {}", rule.meta.id, rule.meta.title(lang)),
    };
    rules.map(item).collect()
}
