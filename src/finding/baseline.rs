//! A baseline: the findings that a site had when it began to be checked, so that only new ones count.
//!
//! It holds marks and no text, and the same findings give the same bytes.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::Findings;
use crate::base::message::{Explain, Message, answer as text};

/// The form that this program writes.
const VERSION: u32 = 1;

/// The marks of findings by path and rule; a mark stands as often as there are findings with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    marks: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Entries of a baseline that no finding answers to any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The file that they were about.
    pub path: String,
    /// Their rule.
    pub rule: String,
    /// How many.
    pub count: usize,
}

impl Baseline {
    /// The baseline of `findings`.
    pub fn of(findings: &Findings) -> Self {
        let mut marks: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        for finding in findings.iter() {
            let rules = marks.entry(finding.place.path().to_owned()).or_default();
            rules.entry(finding.rule.to_owned()).or_default().push(finding.mark());
        }
        marks.values_mut().flat_map(BTreeMap::values_mut).for_each(|list| list.sort_unstable());
        Self { marks }
    }

    /// How many findings it stands for.
    pub fn len(&self) -> usize {
        self.marks.values().flat_map(BTreeMap::values).map(Vec::len).sum()
    }

    /// Whether it stands for none.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Reads a baseline file.
    ///
    /// # Errors
    /// When it is none, or of a form that this program does not know.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let file: File = serde_json::from_str(text).map_err(|_| BaselineError::Unreadable)?;
        if file.version != VERSION {
            return Err(BaselineError::Version(file.version));
        }
        let mut marks = file.findings;
        marks.values_mut().flat_map(BTreeMap::values_mut).for_each(|list| list.sort_unstable());
        Ok(Self { marks })
    }

    /// The file: sorted, a line for each rule of each path, so that a change of it can be read.
    pub fn to_text(&self) -> String {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let paths: Vec<String> = self
            .marks
            .iter()
            .map(|(path, rules)| {
                let rules: Vec<String> = rules
                    .iter()
                    .map(|(rule, marks)| {
                        let marks: Vec<String> = marks.iter().map(|mark| quoted(mark)).collect();
                        format!("      {}: [{}]", quoted(rule), marks.join(", "))
                    })
                    .collect();
                format!("    {}: {{\n{}\n    }}", quoted(path), rules.join(",\n"))
            })
            .collect();
        let inside = if paths.is_empty() { String::new() } else { format!("\n{}\n  ", paths.join(",\n")) };
        format!("{{\n  \"version\": {VERSION},\n  \"findings\": {{{inside}}}\n}}\n")
    }

    /// Takes the findings that stand in the baseline out of `findings`; gives how many there were, and the entries that
    /// `asked` accepts (by path and rule) and nothing answered to.
    pub fn subtract(
        &self,
        findings: &mut Findings,
        asked: impl Fn(&str, &str) -> bool,
    ) -> (usize, Vec<Gone>) {
        let mut left: BTreeMap<&str, BTreeMap<&str, HashMap<&str, usize>>> = BTreeMap::new();
        for (path, rules) in &self.marks {
            for (rule, marks) in rules {
                let counts = left.entry(path).or_default().entry(rule).or_default();
                marks.iter().for_each(|mark| *counts.entry(mark).or_default() += 1);
            }
        }
        let before = findings.len();
        findings.retain(|finding| {
            let rules = left.get_mut(finding.place.path());
            let counts = rules.and_then(|rules| rules.get_mut(finding.rule));
            match counts.and_then(|counts| counts.get_mut(finding.mark().as_str())) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            }
        });
        let gone = left.into_iter().flat_map(|(path, rules)| {
            rules.into_iter().map(move |(rule, counts)| Gone {
                path: path.to_owned(),
                rule: rule.to_owned(),
                count: counts.values().sum(),
            })
        });
        let gone = gone.filter(|gone| gone.count > 0 && asked(&gone.path, &gone.rule)).collect();
        (before - findings.len(), gone)
    }
}

/// A file is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// Not JSON, or JSON of something else.
    #[error("not a baseline")]
    Unreadable,
    /// Written by a newer program.
    #[error("a baseline of form {0}, this program knows form {VERSION}")]
    Version(u32),
}

impl Explain for BaselineError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable => text::not_a_baseline(),
            Self::Version(version) => text::baseline_version(version),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::message::finding;
    use crate::finding::{Finding, Place};
    use crate::source::SourceFile;

    fn found(path: &str, source: &str, word: &str) -> Findings {
        let file = Arc::new(SourceFile::new(path, source));
        let places = source.match_indices(word).map(|(at, _)| Place::new(&file, at..at + word.len()));
        let mut findings: Findings =
            places.map(|place| Finding::error("ad.absolute", place, finding::clean())).collect();
        findings.sort();
        findings
    }

    #[test]
    fn what_is_written_reads_back_and_hides_only_as_many_as_there_were() {
        let baseline = Baseline::of(&found("a\"b.md", "最佳，最佳", "最佳"));
        let text = baseline.to_text();
        assert_eq!(Baseline::parse(&text), Ok(baseline.clone()));
        assert_eq!(Baseline::parse(&text).map(|read| read.to_text()), Ok(text));
        let mut now = found("a\"b.md", "新的最佳。\n\n最佳，最佳", "最佳");
        let (hidden, gone) = baseline.subtract(&mut now, |_, _| true);
        assert_eq!((hidden, now.len(), gone.len()), (2, 1, 0));
        let mut now = found("a\"b.md", "只剩最佳", "最佳");
        let (hidden, gone) = baseline.subtract(&mut now, |_, _| true);
        let left = Gone { path: "a\"b.md".to_owned(), rule: "ad.absolute".to_owned(), count: 1 };
        assert_eq!((hidden, now.len(), gone), (1, 0, vec![left]));
        let (_, gone) = baseline.subtract(&mut Findings::new(), |_, rule| rule == "wx.title-length");
        assert_eq!(gone, []);
    }

    #[test]
    fn other_files_are_refused() {
        assert_eq!(Baseline::parse(&Baseline::default().to_text()), Ok(Baseline::default()));
        assert_eq!(Baseline::parse("{}"), Err(BaselineError::Unreadable));
        assert_eq!(Baseline::parse("{\"version\":2,\"findings\":{}}"), Err(BaselineError::Version(2)));
        assert_eq!(
            Baseline::parse("{\"version\":1,\"findings\":{},\"x\":1}"),
            Err(BaselineError::Unreadable)
        );
    }
}
