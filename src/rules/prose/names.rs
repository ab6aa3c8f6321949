//! Names as the site's own lists (`policy/lists/`) write them: one automaton for all lists, built once a run.

use std::collections::HashSet;

use aho_corasick::{AhoCorasick, MatchKind};

use super::kept;
use crate::base::message::zh_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::Meta;
use crate::site::project::ListedName;
use crate::site::{Located, Site};
use crate::source::plain::Zone;

/// The list whose names are checked by `zh.political-names`.
const POLITICAL: &str = "political-names";

/// What a listed word is.
#[derive(Debug, Clone, Copy)]
enum Role {
    Wrong,
    Short,
    Full,
}

/// A listed word.
struct Entry {
    name: Located<ListedName>,
    role: Role,
    political: bool,
}

/// The words of all lists.
pub(crate) struct Names {
    words: Option<AhoCorasick>,
    entries: Vec<Entry>,
}

impl Names {
    /// The names of a site's lists.
    pub(crate) fn new(site: &Site) -> Self {
        let (mut words, mut entries) = (Vec::new(), Vec::new());
        for (stem, list) in &site.project.lists {
            let kind = list.kind.as_ref().map_or(stem.as_str(), |kind| kind.value.as_str());
            let political = kind == POLITICAL || stem == POLITICAL;
            for name in &list.names {
                let mut add = |word: &str, role| {
                    if !word.trim().is_empty() {
                        words.push(word.to_owned());
                        entries.push(Entry { name: name.clone(), role, political });
                    }
                };
                name.wrong.iter().for_each(|wrong| add(&wrong.value, Role::Wrong));
                if let Some(full) = name.full.as_ref().filter(|full| full.value != name.name.value) {
                    add(&full.value, Role::Full);
                    add(&name.name.value, Role::Short);
                } else if name.wrong.iter().any(|wrong| name.name.value.contains(&wrong.value)) {
                    // The right name goes before a wrong one that is a part of it.
                    add(&name.name.value, Role::Full);
                }
            }
        }
        let words = (!words.is_empty())
            .then(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).ok());
        Self { words: words.flatten(), entries }
    }
}

/// Reports names of the lists, of those about politics or of the others.
pub(crate) fn report(
    meta: &'static Meta,
    political: bool,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
) {
    let names = context.listed();
    let Some(words) = &names.words else { return };
    let mut said: HashSet<&str> = HashSet::new();
    let guards = kept::guards(document);
    let visible = document.plain.text();
    for found in words.find_iter(visible) {
        let Some(entry) = names.entries.get(found.pattern().as_usize()) else { continue };
        let name = &entry.name;
        let right = match entry.role {
            Role::Wrong => name.name.value.as_str(),
            Role::Full => {
                said.insert(&name.name.value);
                continue;
            }
            Role::Short if said.insert(&name.name.value) => {
                name.full.as_ref().map_or("", |full| full.value.as_str())
            }
            Role::Short => continue,
        };
        let Some(place) = document.plain.place(found.range()) else { continue };
        let block = document.plain.block_at(found.start()).and_then(|block| document.plain.blocks.get(block));
        let Some(block) = block.filter(|block| entry.political == political && block.zone != Zone::Front)
        else {
            continue;
        };
        let shown = visible.get(found.range()).unwrap_or_default();
        let message = match entry.role {
            Role::Wrong => text::name_wrong(shown, right),
            _ => text::name_short(shown, right),
        };
        let help = match &name.note {
            Some(note) => text::name_note(right, &note.value),
            None => text::name_help(right),
        };
        let own = document.article().is_some() && !block.quoted && block.zone != Zone::Alt;
        let exact = own && place.text() == shown && kept::allows(&guards, &place);
        let mut finding = meta.finding(place.clone(), message).help(help);
        if matches!(entry.role, Role::Short) {
            finding.severity = Severity::Warning.min(meta.severity);
        }
        let plain = !right.contains(|c: char| c.is_ascii_punctuation());
        findings.push(if exact && plain { finding.fix(place, right) } else { finding });
    }
}
