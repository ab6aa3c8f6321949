//! Whatever a file holds: no panic, and every place lies inside its file, on character boundaries.

use proptest::prelude::*;
use qianfa::finding::{Finding, Place};
use qianfa::site::load;
use std::sync::Arc;

use qianfa::source::SourceFile;
use qianfa::source::yaml::{Node, parse};

use crate::support::site::tree;

/// Pieces that writers and attackers use, so that random texts come near to YAML.
const PIECES: &[&str] = &[
    "title",
    "publish",
    "at",
    ": ",
    ":",
    "：",
    "- ",
    "\n",
    "\r\n",
    "  ",
    "\t",
    "\u{3000}",
    "\u{a0}",
    "\u{feff}",
    "甲",
    "𝐀",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "#",
    " #",
    "&a",
    "*a",
    "!",
    "|",
    ">",
    "@",
    "%",
    "`",
    "---",
    "...",
    "? ",
    "<<",
    "2026-12-21 20:00",
    "1e999",
    "0x1",
    "null",
    "true",
    "\\",
    "\\u0041",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "é",
    "e\u{301}",
    "👩‍💻",
];

fn text() -> impl Strategy<Value = String> {
    let pieces =
        proptest::collection::vec(proptest::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => any::<String>()]
}

fn check(place: &Place) {
    let range = place.range();
    let text = place.file().text();
    assert!(text.get(range.clone()).is_some(), "{range:?} in {} bytes of {text:?}", text.len());
    assert!(place.start() <= place.end());
}

fn finding(finding: &Finding) {
    check(&finding.place);
    finding.labels.iter().for_each(|label| check(&label.place));
    if let Some(fix) = &finding.fix {
        check(&fix.place);
    }
}

fn node(value: &Node, within: &Place) {
    match value {
        Node::Seq(items) => {
            for (item, place) in items {
                inside(place, within);
                node(item, place);
            }
        }
        Node::Map(entries) => {
            for (_, key, item, place) in entries {
                inside(key, within);
                inside(place, within);
                node(item, place);
            }
        }
        _ => {}
    }
}

fn inside(place: &Place, within: &Place) {
    check(place);
    let (inner, outer) = (place.range(), within.range());
    assert!(outer.start <= inner.start && inner.end <= outer.end, "{inner:?} outside {outer:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn yaml(before in "[a甲]{0,3}", text in text()) {
        let start = before.len();
        let file = Arc::new(SourceFile::new("a.yaml", format!("{before}{text}乙")));
        let (root, findings) = parse(&file, start..start + text.len());
        findings.iter().for_each(finding);
        prop_assert!(root.is_some() || !findings.is_empty());
        if let Some((value, place)) = root {
            check(&place);
            node(&value, &place);
        }
    }

    #[test]
    fn a_site(front in text(), body in text(), defaults in text(), config in text()) {
        let article = format!("---\n{front}\n---\n{body}");
        let tree = tree([
            ("content/a.md", article),
            ("content/b.md", format!("{front}{body}")),
            ("content/c/_defaults.yaml", defaults.clone()),
            ("content/c/index.md", "---\ntitle: 甲\n---\n".to_owned()),
            ("content/c/rights.yaml", defaults.clone()),
            ("campaigns/c.yaml", format!("id: c\ntitle: 冬\nstatus: idea\n{defaults}")),
            ("desk/columns.yaml", defaults),
        ]);
        load(&tree).findings.iter().for_each(finding);
        load(&tree.with("qianfa.yaml", config)).findings.iter().for_each(finding);
    }
}
