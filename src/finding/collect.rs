//! Collecting findings: everything is reported, in one stable order, each thing once.

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

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
        self.order();
        self.items.dedup_by(|a, b| {
            a.rule == b.rule
                && a.place.path() == b.place.path()
                && a.place.range() == b.place.range()
                && a.message == b.message
        });
        self.items.par_chunk_by_mut(|a, b| a.place.path() == b.place.path()).for_each(number);
    }

    /// Puts them in the order of [`Findings::sort`], without the rest. What is in order already costs next to nothing.
    pub(crate) fn order(&mut self) {
        self.items.sort_by(|a, b| {
            let key = |finding: &Finding| {
                let range = finding.place.range();
                (range.start, range.end, std::cmp::Reverse(finding.severity), finding.rule)
            };
            a.place.path().cmp(b.place.path()).then_with(|| key(a).cmp(&key(b)))
        });
    }

    /// Puts all of `others` behind these.
    pub(crate) fn append(&mut self, mut others: Self) {
        if self.items.is_empty() {
            self.items = others.items;
        } else {
            self.items.append(&mut others.items);
        }
    }

    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.items.reserve(more);
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

    /// Keeps the findings that `keep` accepts, which may change them.
    pub(crate) fn retain_mut(&mut self, keep: impl FnMut(&mut Finding) -> bool) {
        self.items.retain_mut(keep);
    }
}

/// Numbers the findings of one file that a rule makes about the same text.
fn number(findings: &mut [Finding]) {
    let mut rules: HashMap<&'static str, usize> = HashMap::new();
    findings.iter().for_each(|finding| *rules.entry(finding.rule).or_default() += 1);
    let mut counts: HashMap<(&'static str, String), u32> = HashMap::new();
    for finding in findings {
        // Of most rules there is one.
        finding.occurrence = match rules.get(finding.rule) {
            Some(0 | 1) | None => 1,
            Some(_) => {
                let count = counts.entry((finding.rule, finding.marked_text())).or_default();
                *count += 1;
                *count
            }
        };
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
