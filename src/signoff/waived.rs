//! An exception from an error, as a signer accepts it: which rule, at which place.

use serde::{Deserialize, Serialize};

use super::count::Verdict;
use crate::finding::{Answered, Finding, Severity};

/// A rule and a place at which its error is accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waived {
    /// `line:column` as the signer saw it; for people.
    pub at: String,
    /// The mark of the finding: it holds wherever the place moves to in the file.
    pub mark: String,
    /// The file.
    pub path: String,
    /// The rule.
    pub rule: String,
}

impl Waived {
    /// The exceptions among `findings`: errors that somebody answers for, beside the text or in the front matter.
    pub(super) fn of(findings: &[&Finding]) -> Vec<Self> {
        let mut waived: Vec<Self> = findings.iter().filter_map(|finding| Self::about(finding)).collect();
        waived.sort();
        waived
    }

    fn about(finding: &Finding) -> Option<Self> {
        finding.answer.as_ref()?;
        let start = finding.place.start();
        Some(Self {
            at: format!("{}:{}", start.line, start.column),
            mark: finding.mark(),
            path: finding.place.path().to_owned(),
            rule: finding.rule.to_owned(),
        })
    }
}

impl Verdict {
    /// Who signed the exception that the front matter asks for at this finding; empty: nobody did.
    pub fn accepted_by(&self, finding: &Finding) -> Vec<&str> {
        let asked = finding.answer.as_ref().is_some_and(|answer| answer.how == Answered::Asked);
        if !asked {
            return Vec::new();
        }
        let mark = finding.mark();
        let is_it = |waived: &Waived| {
            waived.rule == finding.rule && waived.path == finding.place.path() && waived.mark == mark
        };
        let mut people: Vec<&str> = self
            .signed
            .iter()
            .filter(|signed| signed.waives.iter().any(is_it))
            .map(|signed| signed.person.as_str())
            .collect();
        people.dedup();
        people
    }

    /// Whether `finding` keeps the edition from going out: an error whose exception nobody signed.
    pub fn is_blocked_by(&self, finding: &Finding) -> bool {
        finding.severity == Severity::Error && self.accepted_by(finding).is_empty()
    }
}
