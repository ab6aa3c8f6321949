//! The cases of `tests/site/cases`: files of a site behind `=== path` lines in, findings out. A new case is a new file;
//! its snapshot is written with `INSTA_UPDATE=always cargo test --test suite cases` and read before it is committed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use qianfa::base::message::Lang;
use qianfa::finding::Finding;
use qianfa::site::load;
use qianfa::source::rule::RULES;

use crate::support::site::{line, tree};

/// Everything that a finding says to a reader.
fn shown(finding: &Finding) -> String {
    let mut out = line(finding);
    if let Some(help) = &finding.help {
        out.push_str(&format!("\n    help: {}", help.text(Lang::Zh)));
    }
    if let Some(fix) = &finding.fix {
        let (start, end) = (fix.place.start(), fix.place.end());
        let range = format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column);
        out.push_str(&format!("\n    fix {range}: {:?} -> {:?}", fix.place.text(), fix.replacement));
    }
    for label in &finding.labels {
        let start = label.place.start();
        let text = label.message.text(Lang::Zh);
        out.push_str(&format!("\n    {}:{}:{} {text}", label.place.path(), start.line, start.column));
    }
    out
}

fn files(case: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in case.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("=== ") {
            files.push((path.trim_end().to_owned(), String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
        }
    }
    files
}

#[test]
fn each_case_says_what_its_snapshot_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 10);
    let mut seen = BTreeSet::new();
    for path in paths {
        let files = files(&fs::read_to_string(&path).unwrap());
        let loaded = load(&tree(files));
        for finding in loaded.findings.iter() {
            let known = RULES.iter().find(|rule| rule.id == finding.rule).unwrap();
            assert_eq!(known.severity, finding.severity, "{}", line(finding));
            seen.insert(finding.rule);
        }
        let said: Vec<String> = loaded.findings.iter().map(shown).collect();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!(name, said.join("\n"));
        });
    }
    // These need bytes, links or limits, which a case cannot hold: `hostile.rs` has them.
    seen.extend(["site.encoding", "site.link", "site.missing-file", "site.too-large", "site.unreadable"]);
    // This one is about what `check` compares with; `tests/answers.rs` has it.
    seen.insert("site.baseline");
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
}
