//! Hard cases: what readers see of each, in a snapshot that is read like a text.
//!
//! `hard.md` holds them: a name, then Markdown, separated by a line `===` between blank-free neighbours.

use super::editor::survives;
use super::render;
use crate::support::reader::visible;

/// Name and Markdown of every case.
fn cases() -> Vec<(&'static str, String)> {
    let mut cases: Vec<(&str, String)> = Vec::new();
    let mut begins = true;
    for line in include_str!("hard.md").lines() {
        if begins {
            cases.push((line, String::new()));
            begins = false;
        } else if line == "===" && !is_underline(&cases) {
            begins = true;
        } else if let Some((_, markdown)) = cases.last_mut() {
            markdown.push_str(line);
            markdown.push('\n');
        }
    }
    cases
}

/// Whether the line belongs to a heading of the case that is read: its first line, in the case of underlined headings.
fn is_underline(cases: &[(&str, String)]) -> bool {
    cases.last().is_some_and(|(name, markdown)| *name == "下划线标题" && markdown.lines().count() == 1)
}

#[test]
fn readers_see_what_the_writer_meant() {
    let cases = cases();
    assert!(cases.len() >= 55, "{}", cases.len());
    let mut out = String::new();
    for (name, markdown) in cases {
        // `render` proves that the fragment keeps every rule.
        let html = render(&markdown).html;
        survives(name, &html);
        out.push_str(&format!("# {name}\n{}\n\n", visible(&html)));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    for (name, markdown) in cases() {
        let plain = visible(&render(&markdown).html);
        assert_eq!(visible(&render(&markdown.replace('\n', "\r\n")).html), plain, "{name}");
    }
}

#[test]
fn every_rule_of_fragments_has_a_test_and_a_row() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = String::new();
    let mut folders = vec![root.join("src/render"), root.join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let table = std::fs::read_to_string(root.join("docs/rendering.md")).unwrap();
    for number in 1..=55 {
        assert!(sources.contains(&format!("fn r{number:02}_")), "R{number} has no test");
        assert!(table.contains(&format!("\n| R{number} | ")), "docs/rendering.md says nothing of R{number}");
    }
}
