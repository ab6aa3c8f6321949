//! Mending: the edits of findings, applied to the texts they belong to.

use std::collections::BTreeMap;

use super::{Findings, Fix};

/// A file with its edits applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Path from the root of the site.
    pub path: String,
    /// The whole new text.
    pub text: String,
    /// How many edits were applied.
    pub edits: usize,
}

/// Applies the edits of `findings`, file by file, sorted by path. Of edits that overlap or touch the same place only
/// the first is applied; the next run finds the others.
pub fn apply(findings: &Findings) -> Vec<Mended> {
    let mut files: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        files.entry(fix.place.path()).or_default().push(fix);
    }
    files.into_iter().filter_map(|(path, fixes)| mend(path, fixes)).collect()
}

fn mend(path: &str, mut fixes: Vec<&Fix>) -> Option<Mended> {
    fixes.sort_by_key(|fix| (fix.place.range().start, fix.place.range().end));
    let source = fixes.first()?.place.file().text();
    let mut text = String::with_capacity(source.len());
    let mut done = 0;
    let mut edits = 0;
    for fix in fixes {
        let range = fix.place.range();
        // An insertion where the last edit ended is a second opinion about the same place.
        let touches = edits > 0 && range.start <= done && (range.is_empty() || range.start < done);
        if touches || range.start < done {
            continue;
        }
        text.push_str(source.get(done..range.start)?);
        text.push_str(&fix.replacement);
        done = range.end;
        edits += 1;
    }
    text.push_str(source.get(done..)?);
    Some(Mended { path: path.to_owned(), text, edits })
}

#[cfg(test)]
mod tests {
    use std::ops::Range;
    use std::sync::Arc;

    use super::*;
    use crate::base::message::finding;
    use crate::finding::{Finding, Place};
    use crate::source::SourceFile;

    fn mended(text: &str, edits: &[(Range<usize>, &str)]) -> (String, usize) {
        let file = Arc::new(SourceFile::new("a.md", text));
        let fix = |(range, new): &(Range<usize>, &str)| {
            let place = Place::new(&file, range.clone());
            Finding::error("text.hidden", place.clone(), finding::clean()).fix(place, *new)
        };
        let all = apply(&edits.iter().map(fix).collect());
        assert_eq!(all.len(), 1);
        (all[0].text.clone(), all[0].edits)
    }

    #[test]
    fn edits_are_applied_from_the_front_and_overlapping_ones_are_left() {
        assert_eq!(mended("abcdef", &[(4..5, "E"), (0..2, "")]), ("cdEf".to_owned(), 2));
        assert_eq!(mended("abcdef", &[(0..3, "X"), (2..4, "Y"), (3..4, "Z")]), ("XZef".to_owned(), 2));
        assert_eq!(mended("abcdef", &[(2..2, "1"), (2..2, "2")]), ("ab1cdef".to_owned(), 1));
    }
}
