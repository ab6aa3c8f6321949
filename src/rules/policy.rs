//! `policy/rules/*.yaml`: a site's own levels, brand names, contacts and terms.
//!
//! ```yaml
//! severity: {wx.clickbait: error, md.heading: off}
//! allow: [最美书店]              # brand and trade mark names that may stand
//! fold: [pinyin, homophones]     # guessed spellings that weigh a warning everywhere; also radicals, emoji, reversed
//! contacts: ["400-000-0000"]     # numbers of the account itself
//! terms:
//!   - {rule: own.term, title: 站外词表, words: words.txt, suggest: 换一个说法}
//!   - {rule: own.term, title: 禁用词, entries: [{term: 小编, suggest: 改为“编辑部”}]}
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fold::fold;
use super::guess::Layer;
use super::terms::{LEVELS, Standard, Term, Terms};
use super::{Meta, meta};
use crate::base::message::{Explain, Message, rules as text};
use crate::base::near::nearest;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::site::LIMITS;
use crate::source::SourceFile;
use crate::source::tree::Tree;
use crate::source::yaml::{self, Reader, Value};

/// What a site decides about the rules.
#[derive(Debug, Default)]
pub struct Policy {
    /// Levels by rule; `None`: the rule is off.
    levels: BTreeMap<String, Option<Severity>>,
    /// Folded names.
    brands: Vec<String>,
    /// Guessed spellings that weigh more than a hint.
    folds: Vec<Layer>,
    /// Digits of numbers that may be shown.
    contacts: Vec<String>,
    own: Vec<Arc<Term>>,
}

impl Policy {
    /// Reads the site's files; what is wrong with them are findings.
    pub fn load(tree: &dyn Tree) -> (Self, Findings) {
        let mut policy = Self::default();
        let mut findings = Findings::new();
        let Ok(entries) = tree.list("policy/rules") else { return (policy, findings) };
        for entry in entries {
            if !entry.path.ends_with(".yaml") && !entry.path.ends_with(".yml") {
                continue;
            }
            match tree.read(&entry.path, LIMITS.yaml) {
                Ok(bytes) => policy.add(tree, &entry.path, bytes, &mut findings),
                Err(error) => {
                    findings.push(Finding::error(
                        "site.rules",
                        Place::file_only(&entry.path),
                        error.message(),
                    ));
                }
            }
        }
        (policy, findings)
    }

    fn add(&mut self, tree: &dyn Tree, path: &str, bytes: Vec<u8>, findings: &mut Findings) {
        let Ok(source) = String::from_utf8(bytes) else {
            findings.push(Finding::error("site.rules", Place::file_only(path), text::not_utf8(path)));
            return;
        };
        let file = Arc::new(SourceFile::new(path, source));
        let (root, problems) = yaml::parse(&file, 0..file.text().len());
        findings.extend(problems);
        let Some((node, place)) = root else { return };
        let root = Value { name: "", node: &node, place: &place };
        let Some(mut reader) = Reader::open(&[root], findings) else { return };
        let levels = reader.take("severity");
        self.brands.extend(reader.texts("allow").iter().map(|name| fold(name)));
        self.contacts.extend(reader.texts("contacts").iter().map(|number| digits(number)));
        if let Some(layers) = reader.take("fold") {
            for layer in layers.items(reader.findings()) {
                self.folds.extend(layer.choice(reader.findings(), Layer::NAMES).map(|layer| layer.value));
            }
        }
        let packs = reader.take("terms");
        reader.finish();
        if let Some(levels) = levels {
            self.add_levels(levels, findings);
        }
        let mut terms = Terms::default();
        for pack in packs.map(|packs| packs.items(findings)).unwrap_or_default() {
            let before = terms.terms.len();
            terms.read_pack(pack, &|name| list(tree, name), findings);
            if let Some(term) = terms.terms.get(before)
                && !is_term_rule(&term.rule)
            {
                findings.push(
                    Finding::error("site.rules", pack.place.clone(), text::not_a_term_rule(&term.rule))
                        .help(text::not_a_term_rule_help()),
                );
                terms.terms.truncate(before);
            }
        }
        self.own.append(&mut terms.terms);
    }

    fn add_levels(&mut self, levels: Value<'_>, findings: &mut Findings) {
        let mut choices: Vec<(&str, Option<Severity>)> =
            LEVELS.iter().map(|(name, level)| (*name, Some(*level))).collect();
        choices.push(("off", None));
        for (key, value) in levels.pairs(findings).unwrap_or_default() {
            let Some(level) = value.choice(findings, &choices) else { continue };
            if known(value.name).is_some() {
                self.levels.insert(value.name.to_owned(), level.value);
            } else {
                findings.push(unknown_rule(value.name, key.clone()));
            }
        }
    }

    /// What the site says about the rule `id`: `None` nothing, `Some(None)` that it is off.
    pub fn level(&self, id: &str) -> Option<Option<Severity>> {
        self.levels.get(id).copied()
    }

    /// Folded names of brands and trade marks that may stand although they hold a term.
    pub fn brands(&self) -> impl Iterator<Item = &str> {
        self.brands.iter().map(String::as_str)
    }

    /// Whether the site asks to be warned of spellings of that kind.
    pub(crate) fn folds(&self, layer: Layer) -> bool {
        self.folds.contains(&layer)
    }

    /// Whether the number with these digits is one of the account's own.
    pub fn is_contact(&self, number: &str) -> bool {
        self.contacts.iter().any(|contact| contact == number)
    }

    /// Takes the site's own terms out.
    pub(crate) fn take_terms(&mut self) -> Vec<Arc<Term>> {
        std::mem::take(&mut self.own)
    }
}

/// Most bytes of a plain list.
const LIST: u64 = 16 << 20;

/// The plain list of that name in `policy/rules/`.
fn list(tree: &dyn Tree, name: &str) -> Result<String, Message> {
    let path = format!("policy/rules/{name}");
    let bytes = tree.read(&path, LIST).map_err(|error| error.message())?;
    String::from_utf8(bytes).map_err(|_| text::not_utf8(&path))
}

fn digits(number: &str) -> String {
    fold(number).chars().filter(char::is_ascii_digit).collect()
}

/// The rule of that name.
pub(crate) fn known(id: &str) -> Option<&'static Meta> {
    super::rules().map(|rule| rule.meta).find(|meta| meta.id == id)
}

/// The finding about a rule that does not exist.
pub(crate) fn unknown_rule(id: &str, place: Place) -> Finding {
    let finding = Finding::error("site.rules", place, text::unknown_rule(id));
    match nearest(id, super::rules().map(|rule| rule.meta.id)) {
        Some(near) => finding.help(text::nearest_rule(near)),
        None => finding.help(text::see_rules()),
    }
}

/// Rules whose words a site brings itself: lists that nobody may hand out.
const LISTS: &[&str] = &["gov.illegal", "gov.heroes"];

fn is_term_rule(id: &str) -> bool {
    id == meta::OWN_TERMS || LISTS.contains(&id) || Standard::get().rules().any(|rule| rule == id)
}
