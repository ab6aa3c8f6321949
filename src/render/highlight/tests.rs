//! The registry is complete, every language looks as it should, and no byte is ever lost.

use std::collections::HashSet;
use std::path::Path;

use proptest::prelude::*;

use super::*;

/// Samples: lines of a role and a text that has it, `---`, then code.
const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/render/code");

fn sample(language: &Language) -> Option<String> {
    let paths = language.names.iter().map(|name| Path::new(SAMPLES).join(format!("{name}.txt")));
    paths.filter_map(|path| std::fs::read_to_string(path).ok()).next()
}

fn role(name: &str) -> Role {
    let found = Role::COLORED.iter().find(|(_, known)| *known == name).map(|(role, _)| *role);
    found.unwrap_or_else(|| panic!("no role {name}")).to_owned()
}

/// The role of each byte.
fn roles(code: &str, language: &Language) -> Vec<Role> {
    let mut all = Vec::with_capacity(code.len());
    for span in spans(code, language) {
        assert!(span.end > all.len() && code.is_char_boundary(span.end), "{}: {code:?}", language.name);
        all.resize(span.end, span.role);
    }
    assert_eq!(all.len(), code.len(), "{}: {code:?}", language.name);
    all
}

#[test]
fn every_language_has_a_sample_with_the_roles_it_should_have() {
    for language in LANGUAGES.iter().filter(|language| language.is_colored()) {
        let text = sample(language).unwrap_or_else(|| panic!("{} has no sample", language.name));
        let (expected, code) = text.split_once("---\n").unwrap();
        let roles = roles(code, language);
        assert!(expected.lines().count() >= 3, "{}: too few roles are asked for", language.name);
        for line in expected.lines() {
            let (name, wanted) = line.split_once(' ').unwrap();
            let role = if name == "plain" { Role::Plain } else { role(name) };
            let painted = code.match_indices(wanted).any(|(start, _)| {
                let bytes = code.as_bytes()[start..start + wanted.len()].iter().zip(&roles[start..]);
                bytes.filter(|(byte, _)| !byte.is_ascii_whitespace()).all(|(_, painted)| *painted == role)
            });
            assert!(painted, "{}: {wanted:?} is no {name}", language.name);
        }
    }
}

#[test]
fn no_sample_is_left_over_and_no_name_means_two_languages() {
    let names: Vec<&str> = LANGUAGES.iter().flat_map(|language| language.names).copied().collect();
    let distinct: HashSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), distinct.len());
    assert!(names.iter().all(|name| *name == name.to_lowercase()));
    for entry in std::fs::read_dir(SAMPLES).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        assert!(distinct.contains(stem), "{stem} is a sample of nothing");
    }
    assert!(LANGUAGES.windows(2).all(|pair| pair[0].name.to_lowercase() < pair[1].name.to_lowercase()));
    assert!(LANGUAGES.iter().filter(|language| language.is_colored()).count() >= 60);
}

/// Writers find every language and every name in the documentation.
#[test]
fn the_documentation_lists_every_name() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/markdown.md");
    let text = std::fs::read_to_string(path).unwrap();
    for language in LANGUAGES {
        let names: Vec<String> = language.names.iter().map(|name| format!("`{name}`")).collect();
        let names = names.join(" ");
        let row = if language.is_colored() { format!("**{}** {names}", language.name) } else { names };
        assert!(text.contains(&row), "docs/markdown.md misses {row}");
    }
    for (_, role) in Role::COLORED {
        assert!(text.contains(&format!("`code-{role}`")), "{role}");
    }
}

#[test]
fn names_are_found_and_guessed() {
    assert_eq!(find("GoLang").map(|language| language.name), Some("Go"));
    assert!(find("").is_none() && find("brainfuck").is_none());
    assert_eq!(nearest("pyhton"), Some("python"));
    assert_eq!(nearest("javascirpt"), Some("javascript"));
}

/// Sizes at which anything but one pass would take minutes; every language gets some of each, a few get a lot.
#[test]
fn hostile_code_is_one_pass() {
    const PIECES: &str = "/* \" ' ` ${ #{ { ( < </ <a <!-- [ {{ / //[ \\ r# R\"( $$ & @ --[= (* {- #[ f\"{ \"\\( ~s( %w[ q{ s{ ]( ** : $( \"$( a.b = '' \"\"\" =begin a<b </script> <script> <?php ?> #! 'a a: {a: [a, ![ <a\u{a0}b= ${a $a$";
    let lines =
        ["<<A\n", "<<<A\n", "a: |\n", "- - ", "```\n", "\n", "\\\n", "RUN a \\\n", "$ cat <<E\n", "a=\n"];
    let large = ["JavaScript", "Shell", "HTML", "YAML", "Markdown", "Console"];
    for language in LANGUAGES {
        let size = if large.contains(&language.name) { 24 << 10 } else { 1 << 10 };
        for piece in PIECES.split(' ').chain(lines) {
            roles(&piece.repeat(size / piece.len()), language);
        }
    }
}

fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\"".to_owned()),
        Just("'".to_owned()),
        Just("`".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("/*".to_owned()),
        Just("*/".to_owned()),
        Just("//".to_owned()),
        Just("#".to_owned()),
        Just("\n".to_owned()),
        Just("    ".to_owned()),
        Just("${".to_owned()),
        Just("}".to_owned()),
        Just("\\".to_owned()),
        Just("<div>".to_owned()),
        Just("</".to_owned()),
        Just("<<EOF\n".to_owned()),
        Just("签发".to_owned()),
        Just("，".to_owned()),
        Just("😀".to_owned()),
        Just("é".to_owned()),
        "[a-z]{1,6}",
        "[ -~]{0,8}",
        ".{0,4}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Spans end where characters end, in order, and the last one ends with the code, whatever the code is.
    #[test]
    fn no_byte_is_lost_in_any_language(pieces in proptest::collection::vec(fragment(), 0..40)) {
        let code = pieces.concat();
        for language in LANGUAGES {
            roles(&code, language);
        }
    }
}
