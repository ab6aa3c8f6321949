//! Annotations of a forge: one workflow command a line (`::error file=…,line=…::…`).
//!
//! The forge shows ten of a kind for a step and drops the others without a word, so the rest goes into the log as
//! ordinary lines.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io;

use super::super::{Finding, Severity};
use super::{Format, Report};

pub(super) struct Github;

/// Annotations of a kind that are shown for a step.
const MOST: usize = 10;
/// Bytes of a message that are shown.
const MESSAGE: usize = 60 << 10;

/// A message: only what would end the command is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: also what would end the property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

fn place(finding: &Finding) -> String {
    let (start, end) = (finding.place.start(), finding.place.end());
    let path = property(finding.place.path());
    // The forge refuses columns on a range of several lines.
    if start.line == end.line {
        let last = end.column.max(start.column);
        format!("file={path},line={},endLine={},col={},endColumn={last}", start.line, end.line, start.column)
    } else {
        format!("file={path},line={},endLine={}", start.line, end.line)
    }
}

impl Format for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let veil = report.veil();
        let mut heaviest: Vec<&Finding> = report.findings.iter().collect();
        // The forge shows the first ten of a kind: these are the heaviest, in the order of the files.
        heaviest.sort_by_key(|finding| Reverse(finding.severity));
        let mut counts: HashMap<Severity, usize> = HashMap::new();
        for finding in heaviest {
            let count = counts.entry(finding.severity).or_default();
            *count += 1;
            if *count > MOST {
                let start = finding.place.start();
                let message = veil.sentence(finding.message.text(report.lang)).replace(['\n', '\r'], " ");
                let (path, line, column) = (finding.place.path(), start.line, start.column);
                // In the log, where nothing may look like a command.
                let path = path.trim_start_matches(':');
                writeln!(out, "{path}:{line}:{column}: {} [{}] {message}", finding.severity, finding.rule)?;
                continue;
            }
            let text = data(&report.text(finding, &veil));
            let title = property(finding.rule);
            let text = clip(&text);
            writeln!(out, "::{} {},title={title}::{text}", command(finding.severity), place(finding))?;
        }
        Ok(())
    }
}

/// As much of a message as the forge takes.
fn clip(text: &str) -> &str {
    let end = text.floor_char_boundary(MESSAGE);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::shown;
    use super::*;
    use crate::base::message::{Lang, finding as text};
    use crate::finding::format::tests::written;
    use crate::finding::{Findings, Place};
    use crate::source::SourceFile;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100%:a,b\r\nc"), "100%25:a,b%0D%0Ac");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }

    #[test]
    fn ten_of_a_kind_are_annotations_and_the_rest_is_in_the_log() {
        let file = Arc::new(SourceFile::new("a.md", "最佳。".repeat(30)));
        let at = |index: usize| Place::new(&file, index * 9..index * 9 + 6);
        let warn = |index| Finding::warning("a.b", at(index), text::clean());
        let fail = |index| Finding::error("c.d", at(index), text::clean());
        let findings: Findings = (0..12).map(warn).chain((12..25).map(fail)).collect();
        let out = written(&Github, &findings, &[], Lang::En);
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 25);
        assert!(lines[..10].iter().all(|line| line.starts_with("::error ")), "{out}");
        assert_eq!(lines[10], "a.md:1:67: error [c.d] No findings");
        assert_eq!(lines.iter().filter(|line| line.starts_with("::warning ")).count(), 10);
    }

    #[test]
    fn one_command_a_finding() {
        insta::assert_snapshot!(shown("github", Lang::En));
    }
}
