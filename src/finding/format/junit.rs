//! JUnit XML, for servers that show tests: a suite a file, a case a finding. What counts (`--level`) failed; what does not
//! passed, and says what it has to say as its output.

use std::fmt::Write as _;
use std::io;

use super::super::Finding;
use super::super::mask::Veil;
use super::{Format, Report};

pub(super) struct Junit;

/// A text as XML 1.0 may hold it: what ends an attribute or an element is escaped, what no document may hold is replaced.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // Otherwise a reader makes blanks of them.
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A finding as a case.
fn case(finding: &Finding, veil: &Veil, report: &Report<'_>) -> String {
    let start = finding.place.start();
    let path = escape(finding.place.path());
    let name = escape(&format!("{} {}:{}", finding.rule, start.line, start.column));
    let text = escape(&format!(
        "{}:{}:{}\n{}",
        finding.place.path(),
        start.line,
        start.column,
        report.text(finding, veil)
    ));
    let inside = if finding.severity >= report.level {
        let message = escape(&veil.sentence(finding.message.text(report.lang)));
        format!("<failure type=\"{}\" message=\"{message}\">{text}</failure>", finding.severity)
    } else {
        format!("<system-out>{text}</system-out>")
    };
    format!("    <testcase name=\"{name}\" classname=\"{path}\" time=\"0\">{inside}</testcase>\n")
}

fn head(name: &str, tests: usize, failures: usize) -> String {
    format!("<{name} name=\"qianfa\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" time=\"0\">\n")
}

impl Format for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let veil = report.veil();
        let findings: Vec<&Finding> = report.findings.iter().collect();
        let fails = |finding: &&&Finding| finding.severity >= report.level;
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        if findings.is_empty() {
            // A report without a test counts as a broken one.
            write!(out, "{}", head("testsuites", 1, 0))?;
            writeln!(
                out,
                "  <testsuite name=\"qianfa\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">"
            )?;
            writeln!(out, "    <testcase name=\"check\" classname=\"qianfa\" time=\"0\"/>\n  </testsuite>")?;
            return writeln!(out, "</testsuites>");
        }
        let failures = findings.iter().filter(fails).count();
        write!(out, "{}", head("testsuites", findings.len(), failures))?;
        for suite in findings.chunk_by(|a, b| a.place.path() == b.place.path()) {
            let path = suite.first().map_or("", |finding| finding.place.path());
            let mut cases = String::new();
            for finding in suite {
                // Writing to a string cannot fail.
                let _ = write!(cases, "{}", case(finding, &veil, report));
            }
            writeln!(
                out,
                "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\">\n{cases}  </testsuite>",
                escape(path),
                suite.len(),
                suite.iter().filter(fails).count(),
            )?;
        }
        writeln!(out, "</testsuites>")
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;
    use super::*;
    use crate::base::message::Lang;
    use crate::finding::Findings;
    use crate::finding::format::tests::written;

    #[test]
    fn a_suite_a_file_and_a_case_a_finding() {
        insta::assert_snapshot!(shown("junit", Lang::Zh));
    }

    #[test]
    fn what_no_document_may_hold_is_replaced() {
        assert_eq!(escape("a<b>&\"c'\n\u{1b}\u{ffff}"), "a&lt;b&gt;&amp;&quot;c&apos;&#10;\u{fffd}\u{fffd}");
    }

    #[test]
    fn nothing_found_is_one_test_that_passed() {
        let out = written(&Junit, &Findings::new(), &[], Lang::Zh);
        assert!(out.contains("<testsuites name=\"qianfa\" tests=\"1\" failures=\"0\""), "{out}");
    }
}
