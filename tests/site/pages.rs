//! The pages that list every key of front matter, project files and campaign plans: nothing that can be written is
//! missing from them, and no rule that they name is.

use std::collections::BTreeMap;
use std::path::Path;

use qianfa::base::message::Lang;
use qianfa::rules;
use qianfa::site::load;

use crate::support::site::tree;

/// A key that is near to no other; what follows it says which map it stands in.
const STRANGER: &str = "zzzzzzzzzzzzzzzz";

/// The keys that the loader knows, by the map they belong to, told by what it says about a stranger among them.
fn known(files: &[(&str, String)]) -> BTreeMap<String, Vec<String>> {
    let loaded = load(&tree(files.iter().map(|(path, text)| (*path, text.as_str()))));
    let mut known = BTreeMap::new();
    for finding in loaded.findings.iter() {
        let Some(map) = finding.place.text().strip_prefix(STRANGER) else { continue };
        let help = finding.help.as_ref().unwrap().text(Lang::Zh);
        let (_, keys) = help.split_once('：').unwrap();
        let keys = keys.split(", ").map(str::to_owned).filter(|key| !key.starts_with(STRANGER)).collect();
        known.insert(map.trim_matches('"').to_owned(), keys);
    }
    known
}

/// Every `prefix` of `maps` must be described on the page, each of its keys in a row.
fn compare(page: &str, section: Option<&str>, maps: &[&str], files: &[(&str, String)]) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let part = section.map_or(text.as_str(), |section| {
        let start =
            text.find(&format!("\n## {section}\n")).unwrap_or_else(|| panic!("{section} is not there"));
        let rest = &text[start + 4..];
        rest.find("\n## ").map_or(rest, |end| &rest[..end])
    });
    let known = known(files);
    for (map, number) in maps.iter().zip(0..) {
        let keys = known.get(&number.to_string()).unwrap_or_else(|| panic!("{page}: nothing known of {map}"));
        assert!(!keys.is_empty());
        for key in keys {
            let name = if map.is_empty() { key.clone() } else { format!("{map}.{key}") };
            assert!(part.contains(&format!("| `{name}` |")), "{page} {section:?}: {name} is missing");
        }
    }
}

/// A document that names a stranger in each of `maps`: `a` is a map, `a[]` a list of maps, `a.b` and so on inside.
fn document(maps: &[&str]) -> String {
    let mut out = String::new();
    for (map, number) in maps.iter().zip(0..) {
        let mut text = format!("{STRANGER}{number}: 1");
        for part in map.rsplit('.') {
            text = match part.strip_suffix("[]") {
                _ if map.is_empty() => text,
                Some(list) => format!("{list}: [{{{text}}}]"),
                None => format!("{part}: {{{text}}}"),
            };
        }
        out.push_str(&text);
        out.push('\n');
    }
    out
}

#[test]
fn the_page_of_front_matter_lists_every_key() {
    let maps = [
        "",
        "publish",
        "cover",
        "rights",
        "render",
        "sources[]",
        "evidence[]",
        "repost",
        "sensitive_ok[]",
        "endorsers[]",
        "fonts[]",
        "links[]",
        "products[]",
        "gifts[]",
        "price[]",
        "patents[]",
        "permission[]",
        "images[]",
        "comments",
    ];
    let article = format!("---\ntitle: 甲\n{}---\n正文\n", document(&maps));
    compare("docs/front-matter.md", None, &maps, &[("content/a.md", article)]);
    for inner in ["render.code", "render.parts"] {
        let article = format!("---\ntitle: 甲\n{}---\n正文\n", document(&[inner]));
        compare("docs/front-matter.md", None, &[inner], &[("content/a.md", article)]);
    }
    // An article that has none of the rare keys knows the same.
    let plain = format!("---\ntitle: 甲\n{STRANGER}0: 1\n---\n正文\n");
    compare("docs/front-matter.md", None, &[""], &[("content/a.md", plain)]);
    // A record beside an article has the keys of one in it.
    let record = document(&["images[]"]);
    let files =
        [("content/a/index.md", "---\ntitle: 甲\n---\n文\n".to_owned()), ("content/a/rights.yaml", record)];
    compare("docs/front-matter.md", None, &["images[]"], &files);
}

#[test]
fn the_page_of_project_files_lists_every_file_and_key() {
    let files: &[(&str, &[&str])] = &[
        ("policy/brands.yaml", &["", "own[]", "competitors[]", "trademarks[]"]),
        ("policy/channels.yaml", &["", "channels[]"]),
        ("policy/company.yaml", &["", "silent[]"]),
        ("policy/contacts.yaml", &["", "contacts[]"]),
        ("policy/credentials.yaml", &["", "credentials[]"]),
        ("policy/customers.yaml", &["", "customers[]"]),
        ("policy/facts.yaml", &["", "products[]", "facts[]", "honours[]"]),
        ("policy/figures.yaml", &["", "figures[]"]),
        ("policy/fonts.yaml", &["", "fonts[]"]),
        ("policy/links.yaml", &["", "allow[]"]),
        ("policy/people.yaml", &["", "people[]"]),
        ("policy/places.yaml", &["", "places[]"]),
        ("policy/prices.yaml", &["", "prices[]", "prices[].records[]"]),
        ("policy/lists/a.yaml", &["", "names[]"]),
        ("desk/calendar.yaml", &["", "days[]"]),
        ("desk/menu.yaml", &["", "menu[]"]),
        ("desk/replies.yaml", &["", "keywords[]", "default", "messages[]"]),
        ("desk/community.yaml", &["", "ladder[]"]),
        (
            "desk/crisis.yaml",
            &[
                "",
                "phone_tree[]",
                "freeze",
                "statement",
                "holding_statements[]",
                "drill",
                "authorities[]",
                "leak_notice",
                "infringement",
                "complaints",
            ],
        ),
    ];
    for (path, maps) in files {
        let section = path.replace("lists/a.yaml", "lists/*.yaml");
        // A list inside another cannot stand beside it in one document: the key would be there twice.
        let (outer, inner): (Vec<&str>, Vec<&str>) =
            maps.iter().partition(|map| map.matches('[').count() < 2);
        for maps in [outer, inner].iter().filter(|maps| !maps.is_empty()) {
            compare("docs/project-files.md", Some(&section), maps, &[(path, document(maps))]);
        }
    }
}

#[test]
fn the_page_of_campaign_plans_lists_every_key() {
    let outer = [
        "",
        "trigger",
        "window",
        "goal",
        "audience",
        "rules",
        "prizes[]",
        "budget",
        "timeline[]",
        "materials[]",
        "channels[]",
        "attribution",
        "funnel[]",
        "risk_plan[]",
        "legal",
        "monitoring",
        "recap",
        "mechanics",
        "price[]",
        "collects[]",
        "consent",
        "commission",
        "changes[]",
    ];
    let head = "id: a\ntitle: 甲\nstatus: draft\n";
    compare(
        "docs/campaigns.md",
        None,
        &outer,
        &[("campaigns/a.yaml", format!("{head}{}", document(&outer)))],
    );
    for inner in [
        "goal.kpi[]",
        "goal.guardrails[]",
        "rules.limits",
        "rules.draw",
        "rules.claim",
        "rules.organiser",
        "budget.lines[]",
        "attribution.scenes[]",
        "legal.checklist",
        "legal.checklist.personal_data",
        "recap.roi",
        "recap.problems[]",
    ] {
        let plan = format!("{head}{}", document(&[inner]));
        compare("docs/campaigns.md", None, &[inner], &[("campaigns/a.yaml", plan)]);
    }
}

#[test]
fn every_rule_that_the_pages_name_exists() {
    for page in ["docs/front-matter.md", "docs/project-files.md", "docs/campaigns.md"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let mut named = 0;
        for row in text.lines().filter(|line| line.starts_with("| `")) {
            let uses = row.trim_end_matches('|').rsplit(" | ").next().unwrap();
            for id in uses.split('`').skip(1).step_by(2) {
                assert!(rules::rule(id).is_some(), "{page}: {id}");
                named += 1;
            }
        }
        assert!(named > 10, "{page}");
    }
}
