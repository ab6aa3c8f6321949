//! Collecting findings: everything is reported, in one stable order, each thing once.

use std::collections::HashMap;

use super::{Finding, Severity};

/// Findings of a run.
#[derive(Debug, Default, Clone)]
pub struct Findings {
    items: Vec<Finding>,
}

impl Findings {
    /// No findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.items.push(finding);
    }

    /// How many findings weigh exactly `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.items.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether any finding weighs `level` or more.
    pub fn reach(&self, level: Severity) -> bool {
        self.items.iter().any(|finding| finding.severity >= level)
    }

    /// Sorts by path, place, weight and rule, drops exact repetitions, and numbers what says the same of the same text.
    pub fn sort(&mut self) {
        self.items.sort_by(|a, b| {
            let key = |finding: &Finding| {
                let range = finding.place.range();
                (range.start, range.end, std::cmp::Reverse(finding.severity), finding.rule)
            };
            a.place.path().cmp(b.place.path()).then_with(|| key(a).cmp(&key(b)))
        });
        self.items.dedup_by(|a, b| {
            a.rule == b.rule
                && a.place.path() == b.place.path()
                && a.place.range() == b.place.range()
                && a.message == b.message
        });
        self.number();
    }

    /// Numbers the findings of a rule about the same text of a file.
    fn number(&mut self) {
        let mut counts: HashMap<(&'static str, String), u32> = HashMap::new();
        let mut path = String::new();
        for finding in &mut self.items {
            if finding.place.path() != path {
                counts.clear();
                finding.place.path().clone_into(&mut path);
            }
            let count = counts.entry((finding.rule, finding.marked_text())).or_default();
            *count += 1;
            finding.occurrence = *count;
        }
    }

    /// The findings, in their present order.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.items.iter()
    }

    /// Those that were added behind the first `count`.
    pub fn since(&mut self, count: usize) -> &mut [Finding] {
        self.items.get_mut(count..).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The findings, in their present order, to be changed where they stand.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Finding> {
        self.items.iter_mut()
    }

    /// Keeps the findings that `keep` accepts.
    pub fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.items.retain(keep);
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, items: I) {
        self.items.extend(items);
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(items: I) -> Self {
        Self { items: items.into_iter().collect() }
    }
}
