//! Collecting findings: everything is reported, in one stable order, each thing once.

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

    /// Sorts by path, place, weight and rule, and drops exact repetitions.
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
