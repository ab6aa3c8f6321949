//! Reading `policy/approvals.yaml`, strictly. A policy with any error is no policy: nobody is helped by half a rule. Keys
//! that the reference names and this program does not enforce are errors too, where leaving them out weakens a rule.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::{Admins, Defaults, Freeze, Match, Need, OnRenderChange, Person, Policy, Rule};
use crate::base::digest::Digest;
use crate::base::message::signoff as text;
use crate::base::near::nearest;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::signoff::statement::is_name;
use crate::source::yaml::{self, Reader, Value};
use crate::source::{Located, SourceFile};

use crate::signoff::rule::APPROVALS as RULE;
const UNENFORCED: &str = "policy.unenforced";
/// Where [`Defaults`] are silent: a week.
const MAX_AGE: std::time::Duration = std::time::Duration::from_secs(7 * 24 * 3600);

impl Policy {
    /// Reads the policy file. `None` when anything in it is an error; the findings say what.
    pub fn parse(file: &Arc<SourceFile>) -> (Option<Self>, Findings) {
        let (root, mut findings) = yaml::parse(file, 0..file.text().len());
        let digest = Digest::of(file.text());
        let policy = root.and_then(|(node, place)| {
            let root = Value { name: "", node: &node, place: &place };
            root.map(&mut findings, |reader| policy(reader, digest)).map(|policy| policy.value)
        });
        findings.sort();
        (policy.filter(|_| !findings.reach(Severity::Error)), findings)
    }
}

fn policy(reader: &mut Reader, digest: Digest) -> Policy {
    let version = reader.whole("version").map_or(1, |version| version.value);
    let admins = admins(reader);
    let roles = roles(reader);
    let people = people(reader);
    let known = Known { roles: &roles };
    let defaults = reader.map("defaults", |reader| defaults(reader, &known)).map(|defaults| defaults.value);
    let rules = rules(reader, &known);
    let withdraw = reader.map("withdraw", |reader| needs(reader, "require", &known));
    let freeze = reader.map("freeze", |reader| Freeze {
        by: role_names(reader, "by", &known),
        unfreeze: needs(reader, "unfreeze", &known),
    });
    for (key, place) in [
        ("withdraw", withdraw.as_ref().map(|one| &one.place)),
        ("freeze", freeze.as_ref().map(|one| &one.place)),
    ] {
        if let Some(place) = place {
            reader.findings().push(unused(key, place));
        }
    }
    let change = [("warn", OnRenderChange::Warn), ("hold", OnRenderChange::Hold)];
    let on_render_change = reader.choice("on_render_change", &change);
    refuse(reader, "accept_order");
    Policy {
        digest,
        version,
        admins,
        defaults: defaults.unwrap_or_else(silent),
        roles,
        people,
        rules,
        withdraw: withdraw.map(|needs| needs.value).unwrap_or_default(),
        freeze: freeze.map(|freeze| freeze.value).unwrap_or_default(),
        on_render_change: on_render_change.map(|change| change.value).unwrap_or_default(),
    }
}

/// What holds when the file says nothing.
fn silent() -> Defaults {
    Defaults {
        strict_authors: true,
        max_age: Some(MAX_AGE),
        one_person_one_role: true,
        outside_author_roles: Vec::new(),
    }
}

/// Roles that rules may name.
struct Known<'a> {
    roles: &'a BTreeMap<String, BTreeSet<String>>,
}

impl Known<'_> {
    /// The role, if it exists and can be fulfilled.
    fn role(&self, findings: &mut Findings, name: Located<String>, count: u32) -> Option<String> {
        let Some(people) = self.roles.get(&name.value) else {
            let finding = Finding::error(RULE, name.place.clone(), text::policy_no_role(&name.value));
            let known: Vec<&str> = self.roles.keys().map(String::as_str).collect();
            findings.push(match nearest(&name.value, known.iter().copied()) {
                Some(near) => finding.help(text::policy_near_role(near)).fix(name.place.clone(), near),
                None => finding.help(text::policy_roles(known.join(", "))),
            });
            return None;
        };
        if people.len() < usize::try_from(count).unwrap_or(usize::MAX) {
            let message = text::policy_too_few(&name.value, people.len(), count);
            findings
                .push(Finding::error(RULE, name.place.clone(), message).help(text::policy_too_few_help()));
            return None;
        }
        Some(name.value)
    }
}

fn admins(reader: &mut Reader) -> Option<Admins> {
    let admins = reader.map("admins", |reader| Admins {
        threshold: reader.count("threshold").unwrap_or(1),
        members: names(reader, "members"),
    })?;
    // The forge's protection of the folder is what stands for it, so the file stays usable.
    let finding = Finding::warning(UNENFORCED, admins.place.clone(), text::policy_admins());
    reader.findings().push(finding.help(text::policy_admins_help()));
    Some(admins.value)
}

fn roles(reader: &mut Reader) -> BTreeMap<String, BTreeSet<String>> {
    let mut roles = BTreeMap::new();
    let Some(list) = reader.require("roles") else { return roles };
    for (place, value) in list.pairs(reader.findings()).unwrap_or_default() {
        check_name(reader.findings(), value.name, place);
        let people = value.map(reader.findings(), |reader| {
            reader.require("people");
            names(reader, "people")
        });
        roles.insert(value.name.to_owned(), people.map(|people| people.value).unwrap_or_default());
    }
    roles
}

fn people(reader: &mut Reader) -> BTreeMap<String, Person> {
    let mut people = BTreeMap::new();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let Some(list) = reader.take("people") else { return people };
    for (place, value) in list.pairs(reader.findings()).unwrap_or_default() {
        check_name(reader.findings(), value.name, place);
        let person = value.map(reader.findings(), |reader| {
            let emails = reader.texts("emails");
            for email in &emails {
                let owner = owners.entry(email.value.to_lowercase()).or_insert_with(|| value.name.to_owned());
                if owner != value.name {
                    let message = text::policy_shared_email(&email.value, &*owner);
                    reader.findings().push(Finding::error(RULE, email.place.clone(), message));
                }
            }
            let keys = [("allowed_signers", ())];
            reader.choice("keys", &keys);
            let forge = reader.take("forge");
            if let Some(forge) = &forge {
                reader.findings().push(unused("forge", forge.place));
            }
            let forge = forge.map(|forge| texts_by_key(reader, forge)).unwrap_or_default();
            refuse(reader, "feishu");
            Person { emails: emails.iter().map(|email| email.value.to_lowercase()).collect(), forge }
        });
        people.insert(value.name.to_owned(), person.map(|person| person.value).unwrap_or_default());
    }
    people
}

fn texts_by_key(reader: &mut Reader, map: Value) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for (_, value) in map.pairs(reader.findings()).unwrap_or_default() {
        let found = value.filled(reader.findings());
        texts.extend(found.map(|found| (value.name.to_owned(), found.value)));
    }
    texts
}

fn defaults(reader: &mut Reader, known: &Known) -> Defaults {
    let silent = silent();
    Defaults {
        strict_authors: reader.flag("strict_authors").unwrap_or(silent.strict_authors),
        max_age: reader.duration("max_age").or(silent.max_age),
        one_person_one_role: reader.flag("one_person_one_role").unwrap_or(silent.one_person_one_role),
        outside_author_roles: role_names(reader, "outside_author_roles", known),
    }
}

fn rules(reader: &mut Reader, known: &Known) -> Vec<Rule> {
    let mut places: BTreeMap<String, Place> = BTreeMap::new();
    let mut replaced: Vec<Located<String>> = Vec::new();
    let rules = reader.maps("rules", |reader| {
        let id = reader.required_text("id");
        if let Some(id) = &id {
            if let Some(first) = places.get(&id.value) {
                let finding = Finding::error(RULE, id.place.clone(), text::policy_same_rule(&id.value));
                reader.findings().push(finding.label(first.clone(), text::policy_first_here()));
            } else {
                places.insert(id.value.clone(), id.place.clone());
            }
        }
        let matches = reader.require("match").and_then(|value| value.map(reader.findings(), matches));
        let require = needs(reader, "require", known);
        accept(reader);
        for key in ["submitter", "after_the_fact", "needs_campaign_status"] {
            refuse(reader, key);
        }
        let replaces = reader.texts("replaces");
        replaced.extend(replaces.iter().cloned());
        Some(Rule {
            id: id?.value,
            matches: matches?.value,
            require,
            sequential: reader.flag("sequential").unwrap_or(false),
            max_age: reader.duration("max_age"),
            replaces: replaces.into_iter().map(|id| id.value).collect(),
        })
    });
    for id in replaced.iter().filter(|id| !places.contains_key(&id.value)) {
        let known: Vec<&str> = places.keys().map(String::as_str).collect();
        let finding = Finding::error(RULE, id.place.clone(), text::policy_no_rule(&id.value));
        reader.findings().push(finding.help(text::policy_rules(known.join(", "))));
    }
    rules.into_iter().map(|rule| rule.value).collect()
}

fn matches(reader: &mut Reader) -> Match {
    let all = reader.flag("all").unwrap_or(false);
    let modes = [("mass", "mass"), ("publish", "publish"), ("draft", "draft")];
    let kinds = [("editorial", "editorial"), ("ad", "ad"), ("notice", "notice")];
    let severities = [("error", Severity::Error), ("warning", Severity::Warning), ("info", Severity::Info)];
    let found = Match {
        account: one_or_many(reader, "account"),
        mode: choices(reader, "mode", &modes).into_iter().map(str::to_owned).collect(),
        audience: globs(reader, "audience", false),
        kind: choices(reader, "kind", &kinds).into_iter().map(str::to_owned).collect(),
        column: one_or_many(reader, "column"),
        campaign: one_or_many(reader, "campaign"),
        labels: one_or_many(reader, "labels"),
        findings: globs(reader, "findings", false),
        severity: choices(reader, "severity", &severities),
        paths: globs(reader, "paths", true),
    };
    let narrows = [&found.account, &found.mode, &found.kind, &found.column, &found.campaign, &found.labels]
        .iter()
        .any(|list| !list.is_empty())
        || [&found.audience, &found.findings, &found.paths].iter().any(|set| set.is_some());
    if all == narrows {
        let message = if all { text::policy_all_and_more() } else { text::policy_empty_match() };
        let finding = Finding::error(RULE, reader.place().clone(), message);
        reader.findings().push(finding.help(text::policy_match_help()));
    }
    found
}

/// Only signatures are evidence so far; a rule that counts on another kind must not look as if it worked.
fn accept(reader: &mut Reader) {
    for kind in reader.texts("accept") {
        if kind.value != "signature" {
            let finding = Finding::error(UNENFORCED, kind.place.clone(), text::policy_accept(&kind.value));
            reader.findings().push(finding.help(text::policy_accept_help()));
        }
    }
}

/// A key that promises nothing about sign-offs and is not used yet.
fn unused(key: &str, place: &Place) -> Finding {
    Finding::warning(UNENFORCED, place.clone(), text::policy_unenforced(key))
}

/// Reports a key whose promise is not kept.
fn refuse(reader: &mut Reader, key: &'static str) {
    if let Some(value) = reader.take(key) {
        let finding = Finding::error(UNENFORCED, value.place.clone(), text::policy_unenforced(key));
        reader.findings().push(finding.help(text::policy_unenforced_help(key)));
    }
}

fn needs(reader: &mut Reader, key: &'static str, known: &Known) -> Vec<Need> {
    let needs = reader.maps(key, |reader| {
        let role = reader.required_text("role")?;
        let count = reader.count("count").unwrap_or(1);
        let role = known.role(reader.findings(), role, count)?;
        Some(Need { role, count })
    });
    for need in needs.iter().filter(|need| need.count == 0) {
        let finding = Finding::error(RULE, need.place.clone(), text::policy_nobody(&need.role));
        reader.findings().push(finding.help(text::policy_nobody_help()));
    }
    needs.into_iter().map(|need| need.value).collect()
}

fn role_names(reader: &mut Reader, key: &'static str, known: &Known) -> Vec<String> {
    let names = reader.texts(key);
    names.into_iter().filter_map(|name| known.role(reader.findings(), name, 1)).collect()
}

/// Names of people.
fn names(reader: &mut Reader, key: &'static str) -> BTreeSet<String> {
    let names = reader.texts(key);
    for name in &names {
        check_name(reader.findings(), &name.value, &name.place);
    }
    names.into_iter().map(|name| name.value).collect()
}

fn check_name(findings: &mut Findings, name: &str, place: &Place) {
    if !is_name(name) {
        findings.push(Finding::error(RULE, place.clone(), text::statement_name(name)));
    }
}

fn values<'n>(reader: &mut Reader<'n, '_>, key: &'static str) -> Vec<Value<'n>> {
    match reader.take(key) {
        Some(value) if matches!(value.node, yaml::Node::Str(_)) => vec![value],
        Some(value) => value.items(reader.findings()),
        None => Vec::new(),
    }
}

fn one_or_many(reader: &mut Reader, key: &'static str) -> Vec<String> {
    let values = values(reader, key);
    values.iter().filter_map(|value| value.filled(reader.findings())).map(|text| text.value).collect()
}

fn choices<T: Copy>(reader: &mut Reader, key: &'static str, choices: &[(&str, T)]) -> Vec<T> {
    let values = values(reader, key);
    values.iter().filter_map(|value| value.choice(reader.findings(), choices)).map(|one| one.value).collect()
}

/// Patterns; in paths `*` stops at `/` and `**` does not.
fn globs(reader: &mut Reader, key: &'static str, paths: bool) -> Option<GlobSet> {
    let values = values(reader, key);
    if values.is_empty() {
        return None;
    }
    let mut set = GlobSetBuilder::new();
    for value in values {
        let Some(pattern) = value.filled(reader.findings()) else { continue };
        match GlobBuilder::new(&pattern.value).literal_separator(paths).build() {
            Ok(glob) => drop(set.add(glob)),
            Err(error) => {
                let message = text::policy_bad_pattern(&pattern.value, error.kind());
                reader.findings().push(Finding::error(RULE, pattern.place.clone(), message));
            }
        }
    }
    set.build().ok()
}
