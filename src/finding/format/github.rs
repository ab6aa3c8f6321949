//! Annotations of a forge: one workflow command a line (`::error file=…,line=…::…`).

use std::io;

use super::super::{Finding, Severity};
use super::{Format, Report};

pub(super) struct Github;

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
        for finding in report.findings.iter() {
            let mut lines = vec![finding.message.text(report.lang)];
            lines.extend(finding.basis.clone());
            lines.extend(finding.help.as_ref().map(|help| help.text(report.lang)));
            let text = data(&veil.sentence(lines.join("\n")));
            let title = property(finding.rule);
            writeln!(out, "::{} {},title={title}::{text}", command(finding.severity), place(finding))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;
    use super::{data, property};
    use crate::base::message::Lang;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100%:a,b\r\nc"), "100%25:a,b%0D%0Ac");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }

    #[test]
    fn one_command_a_finding() {
        insta::assert_snapshot!(shown("github", Lang::En));
    }
}
