//! The registry tests itself: whoever adds a rule and forgets a step does not pass.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// Whether the file `family/stem.rs` is that of the rule `id`: dots and hyphens of its name are underscores there.
fn is_file_of(family: &str, stem: &str, id: &str) -> bool {
    id.replace(['.', '-'], "_") == format!("{family}_{}", stem.trim_end_matches('_'))
}

#[test]
fn rules_are_sorted_and_named_once() {
    let ids: Vec<_> = rules().map(|rule| rule.meta.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
    assert!(ids.len() >= 35);
}

#[test]
fn every_file_of_a_family_is_a_listed_rule_of_that_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let families: BTreeSet<_> = rules().map(|rule| rule.meta.family()).collect();
    let mut count = 0;
    for family in families {
        for entry in std::fs::read_dir(root.join(family)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let stem = name.strip_suffix(".rs").unwrap();
            let listed = rules().any(|rule| is_file_of(family, stem, rule.meta.id));
            assert!(listed, "{family}/{name} is not listed");
            count += 1;
        }
    }
    assert_eq!(count, rules().count());
}

#[test]
fn every_rule_is_documented_under_the_same_headings() {
    for rule in rules() {
        let meta = rule.meta;
        let headings: Vec<_> =
            meta.documentation.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{}", meta.id);
        for section in format!("\n{}", meta.documentation).split("\n## ").skip(1) {
            let text = section.split_once('\n').map_or("", |(_, text)| text).trim();
            assert!(!text.is_empty(), "{}: an empty section", meta.id);
            let calls = text.replace("![", "").replace("<!--", "").replace("!!!", "");
            assert!(!calls.contains('!') && !text.contains('！'), "{}: {text}", meta.id);
        }
        assert!(!meta.zh.is_empty() && !meta.en.is_empty());
        let version: Vec<_> = meta.since.split('.').collect();
        assert_eq!(version.len(), 3, "{}", meta.id);
    }
}

#[test]
fn every_basis_of_a_rule_has_a_full_name() {
    for rule in rules() {
        for key in rule.meta.basis {
            assert_ne!(basis::basis_text([*key], None), *key, "{}: {key}", rule.meta.id);
        }
    }
}

#[test]
fn every_rule_has_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    for rule in rules() {
        let file = folder.join(format!("{}.md", rule.meta.id));
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(text.contains('✗'), "{} lacks an example that must be found", file.display());
    }
}

#[test]
fn every_pack_belongs_to_a_rule() {
    for id in terms::Standard::get().rules() {
        assert!(rule(id).is_some(), "{id}");
    }
}

#[test]
fn every_rule_of_form_is_in_the_table() {
    let source = include_str!("mod.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! | L")?.split_once(' '));
    let mut numbers = Vec::new();
    for (number, row) in rows {
        numbers.push(number.parse::<usize>().unwrap());
        let ids: Vec<_> = row.split('`').skip(1).step_by(2).collect();
        assert!(!ids.is_empty(), "L{number}");
        for id in ids {
            assert!(rule(id).is_some(), "L{number}: {id}");
        }
    }
    assert_eq!(numbers, (1..=18).collect::<Vec<_>>());
}
