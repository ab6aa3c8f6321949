//! The examples of the rules: `tests/rules/<rule>.md`, each a list of small sites.
//!
//! A section is a case. Its fenced blocks are files, their path behind the word of the fence; a block `base64` holds
//! bytes, a block `was` what a file was before, a block `padded` the first bytes of a file of a given length. An article without front matter gets one. A line that ends with `✗` (and a level, when it is not the rule's
//! own) must be reported by the rule, with that level; every other line must not be.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use jiff::Timestamp;
use qianfa::finding::Severity;
use qianfa::rules;
use qianfa::site;
use qianfa::source::tree::MemoryTree;

use crate::support::site as sites;

/// A file of a case and the lines that must be reported, with their levels.
struct Example {
    path: String,
    bytes: Vec<u8>,
    marks: Vec<(usize, Option<Severity>)>,
}

struct Case {
    name: String,
    /// The day of the run, from a heading that ends with `@2026-12-20`.
    now: Option<Timestamp>,
    files: Vec<Example>,
    past: Vec<Example>,
}

impl Case {
    fn tree(&self) -> MemoryTree {
        let mut tree: MemoryTree =
            sites::tree(self.files.iter().map(|file| (&file.path, file.bytes.clone())));
        for file in &self.past {
            tree.remember(&file.path, file.bytes.clone());
        }
        tree
    }
}

/// Takes the mark off a line.
fn unmark(line: &str) -> (&str, Option<Option<Severity>>) {
    let Some((text, level)) = line.rsplit_once('✗') else { return (line, None) };
    let level = level.trim();
    if level.is_empty() {
        return (text.trim_end(), Some(None));
    }
    (text.trim_end(), Some(Some(level.parse().unwrap_or_else(|_| panic!("no level: {line}")))))
}

/// What an article begins with when its example does not say.
fn front(path: &str) -> String {
    let uid: String = path.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("---\nuid: {uid}\ntitle: 测试文章\n---\n")
}

fn example(head: &str, body: &[&str]) -> Example {
    let (head, head_mark) = unmark(head);
    let (kind, path) = head.split_once(' ').unwrap_or_else(|| panic!("no path: {head}"));
    let mut text = String::new();
    let mut marks: Vec<_> = head_mark.map(|level| (1, level)).into_iter().collect();
    if path.ends_with(".md") && body.first() != Some(&"---") {
        text = front(path);
    }
    let before = text.lines().count();
    for (index, line) in body.iter().enumerate() {
        let (line, mark) = unmark(line);
        marks.extend(mark.map(|level| (before + index + 1, level)));
        text.push_str(line);
        text.push('\n');
    }
    let decode = || base64::engine::general_purpose::STANDARD.decode(text.replace('\n', "")).unwrap();
    let (path, bytes) = match kind {
        "base64" => (path, decode()),
        "padded" => {
            let (path, length) = path.split_once(' ').unwrap();
            let mut bytes = decode();
            bytes.resize(length.parse().unwrap(), 0);
            (path, bytes)
        }
        _ => (path, text.into_bytes()),
    };
    Example { path: path.to_owned(), bytes, marks }
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in text.lines() {
        if let Some((head, mut body)) = open.take() {
            if line == "````" {
                let case = cases.last_mut().unwrap();
                let files = if head.starts_with("was ") { &mut case.past } else { &mut case.files };
                files.push(example(head, &body));
            } else {
                body.push(line);
                open = Some((head, body));
            }
        } else if let Some(head) = line.strip_prefix("````") {
            open = Some((head, Vec::new()));
        } else if let Some(name) = line.strip_prefix("## ") {
            let day = name.rsplit_once('@').map(|(_, day)| format!("{day}T12:00:00+08:00"));
            let now = day.map(|day| day.parse().unwrap_or_else(|_| panic!("no day: {name}")));
            cases.push(Case { name: name.to_owned(), now, files: Vec::new(), past: Vec::new() });
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    cases
}

type Spot = (String, usize, String);

/// What the rule says about the case, and what it should say.
fn compare(rule: &rules::Rule, case: &Case) -> (BTreeSet<Spot>, BTreeSet<Spot>, Vec<String>) {
    let tree = case.tree();
    let loaded = site::load(&tree);
    let form: Vec<_> = loaded.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    let form: Vec<_> = form.into_iter().map(sites::line).collect();
    assert!(form.is_empty(), "{} / {}: {form:#?}", rule.meta.id, case.name);
    let outcome = rules::check(&loaded.site.unwrap(), &tree, case.now);
    let found = outcome.findings.iter().filter(|finding| finding.rule == rule.meta.id);
    let spot = |finding: &qianfa::finding::Finding| {
        let place = &finding.place;
        (place.path().to_owned(), place.start().line, finding.severity.to_string())
    };
    let found = found.map(spot).collect();
    let wanted = case.files.iter().flat_map(|file| {
        file.marks.iter().map(move |(line, level)| {
            (file.path.clone(), *line, level.unwrap_or(rule.meta.severity).to_string())
        })
    });
    let all = outcome.findings.iter().map(sites::line).collect();
    (found, wanted.collect(), all)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

#[test]
fn every_marked_line_is_reported_and_no_other() {
    let mut failures = Vec::new();
    for rule in rules::rules() {
        let text = std::fs::read_to_string(folder().join(format!("{}.md", rule.meta.id))).unwrap();
        let cases = cases(&text);
        assert!(!cases.is_empty(), "{} has no case", rule.meta.id);
        for case in &cases {
            let (found, wanted, all) = compare(rule, case);
            if found != wanted {
                failures.push(format!(
                    "{} / {}\n  missing: {:?}\n  too much: {:?}\n  {all:#?}",
                    rule.meta.id,
                    case.name,
                    wanted.difference(&found).collect::<Vec<_>>(),
                    found.difference(&wanted).collect::<Vec<_>>(),
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// Mends a case until nothing more can be mended; gives what was left unmended by a mend, which must be nothing.
fn mend(case: &mut Case) -> Vec<String> {
    for _ in 0..3 {
        let tree = case.tree();
        let outcome = rules::check(&site::load(&tree).site.unwrap(), &tree, case.now);
        let mended = qianfa::finding::fix::apply(&outcome.findings);
        for file in &mended {
            let example = case.files.iter_mut().find(|example| example.path == file.path).unwrap();
            example.bytes = file.text.clone().into_bytes();
        }
        if mended.is_empty() {
            return Vec::new();
        }
    }
    let tree = case.tree();
    let outcome = rules::check(&site::load(&tree).site.unwrap(), &tree, case.now);
    outcome.findings.iter().filter(|finding| finding.fix.is_some()).map(sites::line).collect()
}

#[test]
fn every_mend_mends() {
    for rule in rules::rules() {
        let text = std::fs::read_to_string(folder().join(format!("{}.md", rule.meta.id))).unwrap();
        for mut case in cases(&text) {
            let left = mend(&mut case);
            assert!(left.is_empty(), "{} / {}: {left:#?}", rule.meta.id, case.name);
        }
    }
}

#[test]
fn every_file_of_examples_belongs_to_a_rule() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let id = name.strip_suffix(".md").unwrap();
        assert!(rules::rule(id).is_some(), "{name}");
    }
}
