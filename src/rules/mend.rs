//! Applying edits, with a last look at each file: an edit that would change more than words is left out.
//!
//! What must stay the same: the keys and the shape of YAML, and everything of Markdown that is no text: code, formulas,
//! tags, addresses, and how the constructs nest.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::finding::fix::{self, Mended};
use crate::finding::{Finding, Findings};
use crate::source::yaml::{self, Node};
use crate::source::{SourceFile, front, markdown};
use markdown::{Event, Tag, TagEnd};

/// Applies the edits of `findings`, file by file, sorted by path. Of edits that overlap only the first is applied.
pub fn mend(findings: &Findings) -> Vec<Mended> {
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter() {
        if let Some(fix) = &finding.fix {
            files.entry(fix.place.path()).or_default().push(finding);
        }
    }
    files.into_values().filter_map(settle).collect()
}

fn applied(fixes: &[&Finding]) -> Option<Mended> {
    let findings: Findings = fixes.iter().map(|finding| (*finding).clone()).collect();
    fix::apply(&findings).pop()
}

/// Applies as many edits of one file as leave its skeleton alone.
fn settle(mut fixes: Vec<&Finding>) -> Option<Mended> {
    fixes.sort_by_key(|finding| {
        finding.fix.as_ref().map_or((0, 0), |fix| (fix.place.range().start, fix.place.range().end))
    });
    let file = Arc::clone(fixes.first()?.fix.as_ref()?.place.file());
    let before = skeleton(file.path(), file.text());
    let keeps = |fixes: &[&Finding]| {
        applied(fixes).is_some_and(|mended| skeleton(file.path(), &mended.text) == before)
    };
    if keeps(&fixes) {
        return applied(&fixes);
    }
    // Halves of halves until the edits that do harm stand alone.
    let mut accepted: Vec<&Finding> = Vec::new();
    let mut waiting = vec![fixes];
    while let Some(group) = waiting.pop() {
        let mut tried = accepted.clone();
        tried.extend(&group);
        if keeps(&tried) {
            accepted = tried;
        } else if group.len() > 1 {
            let (first, second) = group.split_at(group.len() / 2);
            waiting.push(second.to_vec());
            waiting.push(first.to_vec());
        }
    }
    applied(&accepted).filter(|mended| mended.edits > 0)
}

/// What no edit may change.
fn skeleton(path: &str, text: &str) -> String {
    let mut out = String::new();
    let file = Arc::new(SourceFile::new(path, text));
    if path.ends_with(".md") {
        let Ok(split) = front::split(&file) else { return text.to_owned() };
        if let (Some((node, _)), _) = yaml::parse(&file, split.front.clone()) {
            shape(&node, &mut out);
        }
        body(text, split.body.clone(), &mut out);
    } else if let (Some((node, _)), _) = yaml::parse(&file, 0..text.len()) {
        shape(&node, &mut out);
    }
    out
}

/// Keys and kinds of values; the words of texts are free.
fn shape(node: &Node, out: &mut String) {
    match node {
        Node::Str(_) => out.push('s'),
        Node::Seq(items) => {
            out.push('[');
            items.iter().for_each(|(item, _)| shape(item, out));
            out.push(']');
        }
        Node::Map(entries) => {
            out.push('{');
            for (key, _, value, _) in entries {
                let _ = write!(out, "{key:?}:");
                shape(value, out);
            }
            out.push('}');
        }
        other => {
            let _ = write!(out, "{other:?};");
        }
    }
}

fn body(text: &str, range: std::ops::Range<usize>, out: &mut String) {
    let mut code = false;
    for (event, _) in markdown::events(text, range) {
        match &event {
            Event::Text(_) | Event::Reading(_) if !code => continue,
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            _ => {}
        }
        let _ = write!(out, "{event:?};");
    }
}
