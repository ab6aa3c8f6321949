//! Findings about a text that has changed since: where they stand in the new one.

use std::sync::Arc;

use crate::finding::{Finding, Fix, Label, Place};
use crate::source::SourceFile;

/// `finding` with every place changed by `place`; `None` when the place itself, or that of its edit, is gone.
pub(super) fn moved(finding: &Finding, place: &dyn Fn(&Place) -> Option<Place>) -> Option<Finding> {
    let fix = match &finding.fix {
        Some(Fix { place: at, replacement }) => {
            Some(Fix { place: place(at)?, replacement: replacement.clone() })
        }
        None => None,
    };
    let label = |label: &Label| Some(Label { place: place(&label.place)?, message: label.message.clone() });
    let labels = finding.labels.iter().filter_map(label).collect();
    let because = finding.because.as_ref().and_then(label);
    Some(Finding { place: place(&finding.place)?, fix, labels, because, ..finding.clone() })
}

/// What one text is to a later one: the same at the beginning and at the end, and something else between.
pub(super) struct Edit {
    new: Arc<SourceFile>,
    /// Bytes at the beginning that are the same.
    before: usize,
    /// Where the old text becomes the same again.
    after: usize,
    old_length: usize,
}

impl Edit {
    /// From `old` to the text of `new`.
    pub(super) fn new(old: &str, new: &Arc<SourceFile>) -> Self {
        let text = new.text();
        let same = |(a, b): &(u8, u8)| a == b;
        let before = old.bytes().zip(text.bytes()).take_while(same).count();
        let most = old.len().min(text.len()) - before;
        let behind = old.bytes().rev().zip(text.bytes().rev()).take(most).take_while(same).count();
        Self { new: Arc::clone(new), before, after: old.len() - behind, old_length: old.len() }
    }

    /// Where `place` of the old text stands in the new one; places of other files stay.
    pub(super) fn place(&self, place: &Place) -> Option<Place> {
        if place.path() != self.new.path() {
            return Some(place.clone());
        }
        let range = place.range();
        if range.end <= self.before {
            return Some(Place::new(&self.new, range));
        }
        if range.start < self.after {
            return None;
        }
        let from_end = |offset: usize| (self.new.text().len() + offset).saturating_sub(self.old_length);
        Some(Place::new(&self.new, from_end(range.start)..from_end(range.end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_before_and_behind_an_edit_stay_true_and_those_inside_go() {
        let old = Arc::new(SourceFile::new("a.md", "甲乙丙丁"));
        let new = Arc::new(SourceFile::new("a.md", "甲新的丙丁"));
        let edit = Edit::new(old.text(), &new);
        let now = |range| edit.place(&Place::new(&old, range)).map(|place| place.text().to_owned());
        assert_eq!(now(0..3).as_deref(), Some("甲"));
        assert_eq!(now(3..6), None);
        assert_eq!(now(6..12).as_deref(), Some("丙丁"));
        assert_eq!(now(12..12).as_deref(), Some(""));
    }
}
