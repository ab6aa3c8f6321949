//! The floors of the house (`docs/architecture.md`): a file uses its own folder and floors below, never one above or a
//! neighbour's; and nothing below the command line prints, exits or asks the machine for time or environment.

use std::fs;
use std::path::{Path, PathBuf};

/// Floors, ground first; folders of one floor do not know each other unless the exception list says so.
const FLOORS: &[&[&str]] = &[
    &["base", "finding", "source"],
    &["site", "wechat"],
    &["render", "rules", "sandbox"],
    &["ledger", "signoff"],
    &["deliver"],
    &["editor", "preview"],
    &["cli"],
];

fn floor(folder: &str) -> Option<usize> {
    FLOORS.iter().position(|folders| folders.contains(&folder))
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// Code lines with their numbers: comments and the text of string literals are left out, and test modules at the end.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]") || line.contains("const"))
        .enumerate()
        .map(|(number, line)| (number + 1, line.trim_start()))
        .filter(|(_, line)| !line.starts_with("//"))
}

/// Folders that a line names: `crate::x::`, `use crate::{x::…, y}`.
fn named(line: &str) -> Vec<&str> {
    let mut folders: Vec<&str> = line
        .split("crate::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect();
    if let Some(list) = line.strip_prefix("use crate::{") {
        folders.extend(
            list.split(", ").map(|part| part.split("::").next().unwrap_or("").trim_end_matches("};")),
        );
    }
    folders
}

fn every(check: impl Fn(&str, &Path, usize, &str) -> Option<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 30, "the source tree was not found");
    let mut wrong = Vec::new();
    for path in files {
        let relative = path.strip_prefix(&root).unwrap();
        let folder = relative.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
        if relative.components().count() < 2 {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code(&text) {
            if let Some(problem) = check(&folder, relative, number, line) {
                wrong.push(format!("src/{}:{number}: {problem}", relative.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_stands_on_a_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(floor(&name).is_some(), "src/{name} stands on no floor");
        }
    }
}

#[test]
fn a_file_uses_its_own_folder_and_the_floors_below() {
    every(|folder, _, _, line| {
        let own = floor(folder)?;
        named(line).into_iter().find_map(|other| {
            let above = floor(other)?;
            // The ground floor is one subject in three folders.
            let allowed = other == folder || above < own || (own == 0 && above == 0);
            (!allowed).then(|| format!("{folder} must not know {other}"))
        })
    });
}

#[test]
fn only_the_command_line_prints_exits_and_asks_the_machine() {
    const FORBIDDEN: &[(&str, &str)] = &[
        ("println!", "prints"),
        ("eprintln!", "prints"),
        ("process::exit", "exits"),
        ("env::var", "reads the environment"),
        ("Timestamp::now", "asks the machine for the time"),
        ("Zoned::now", "asks the machine for the time"),
        ("SystemTime::now", "asks the machine for the time"),
        ("TimeZone::system", "asks the machine for its zone"),
    ];
    every(|folder, path, _, line| {
        if folder == "cli" || path.ends_with("base/clock.rs") {
            return None;
        }
        FORBIDDEN.iter().find(|(word, _)| line.contains(word)).map(|(word, what)| format!("{what}: {word}"))
    });
}
