//! Files of the house that are plans and no texts: where they begin, and the words in them.

use std::sync::Arc;

use crate::finding::{Findings, Place};
use crate::site::{LIMITS, Paper};
use crate::source::SourceFile;
use crate::source::tree::Tree;
use crate::source::yaml::{self, Node, Value};

/// Who signs what.
pub(crate) const APPROVALS: &str = "policy/approvals.yaml";

/// The first line of a file, for what is missing in it.
pub(crate) fn top(paper: &Paper) -> Place {
    let end = paper.file.text().find('\n').unwrap_or(paper.file.text().len());
    Place::new(&paper.file, 0..end)
}

/// The YAML of a file of the site; `None` when it cannot be read, which its own reader reports.
pub(crate) fn read(tree: &dyn Tree, path: &str) -> Option<(Node, Place)> {
    let text = String::from_utf8(tree.read(path, LIMITS.yaml).ok()?).ok()?;
    let file = Arc::new(SourceFile::new(path, text));
    let (root, _): (_, Findings) = yaml::parse(&file, 0..file.text().len());
    root
}

/// Every text in a tree.
pub(crate) fn words(node: &Node) -> Vec<&str> {
    match node {
        Node::Str(text) => vec![text],
        Node::Seq(items) => items.iter().flat_map(|(item, _)| words(item)).collect(),
        Node::Map(entries) => entries.iter().flat_map(|(_, _, value, _)| words(value)).collect(),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => Vec::new(),
    }
}

/// Of `parts`, each a few keys that serve alike, those of which `plan` has no key, by their first; with commas between
/// them, or `None` when nothing is missing.
pub(crate) fn missing(plan: &Value<'_>, parts: &[&[&str]]) -> Option<String> {
    let absent = parts.iter().filter(|keys| keys.iter().all(|key| plan.get(key).is_none()));
    let absent: Vec<&str> = absent.filter_map(|keys| keys.first().copied()).collect();
    (!absent.is_empty()).then(|| absent.join(", "))
}

/// Minutes of a span like `1h30m`, `90m`, `2d`, or a bare number of minutes.
pub(crate) fn minutes(node: &Node) -> Option<i64> {
    let text = match node {
        Node::Int(minutes) => return Some(*minutes),
        Node::Str(text) => text,
        _ => return None,
    };
    let (mut total, mut number) = (0_i64, 0_i64);
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            number = number.saturating_mul(10).saturating_add(i64::from(digit));
            continue;
        }
        let unit = match c {
            'd' => 24 * 60,
            'h' => 60,
            'm' => 1,
            _ => return None,
        };
        total = total.saturating_add(number.saturating_mul(unit));
        number = 0;
    }
    (number == 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_in_minutes() {
        let of = |text: &str| minutes(&Node::Str(text.to_owned()));
        assert_eq!((of("1h30m"), of("2h"), of("1d"), of("soon")), (Some(90), Some(120), Some(1440), None));
        assert_eq!(minutes(&Node::Int(45)), Some(45));
    }
}
