//! One JSON object for other programs: `{"findings":[…],"summary":{…}}`, the shape promised to them.
//!
//! Lines and columns count from 1, columns in Unicode characters; ends are behind the last character.

use std::io;

use serde::Serialize;

use super::super::mask::Veil;
use super::super::{Finding, Place, Severity};
use super::{Format, Report};
use crate::base::message::Lang;

pub(super) struct Json;

#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    severity: Severity,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    basis: Option<&'a str>,
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<String>,
    fix: Option<Edit<'a>>,
    /// Only where somebody answers for the finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<String>,
}

#[derive(Serialize)]
struct Edit<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
    files: usize,
}

fn row<'a>(finding: &'a Finding, veil: &Veil, lang: Lang) -> Row<'a> {
    let (start, end) = (finding.place.start(), finding.place.end());
    Row {
        rule: finding.rule,
        severity: finding.severity,
        path: finding.place.path(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: veil.sentence(finding.message.text(lang)),
        basis: finding.basis.as_deref(),
        help: finding.help.as_ref().map(|help| veil.sentence(help.text(lang))),
        because: finding.because_text(lang).map(|because| veil.sentence(because)),
        fix: finding
            .fix
            .as_ref()
            .filter(|fix| veil.shows(&fix.replacement))
            .map(|fix| edit(&fix.place, &fix.replacement)),
        answered: finding.answer.as_ref().map(|answer| veil.sentence(answer.message().text(lang))),
    }
}

fn edit<'a>(place: &Place, replacement: &'a str) -> Edit<'a> {
    let (start, end) = (place.start(), place.end());
    Edit { line: start.line, column: start.column, end_line: end.line, end_column: end.column, replacement }
}

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let veil = report.veil();
        let mut paths: Vec<&str> = report.findings.iter().map(|finding| finding.place.path()).collect();
        paths.sort_unstable();
        paths.dedup();
        let summary = Summary {
            errors: report.findings.count(Severity::Error),
            warnings: report.findings.count(Severity::Warning),
            infos: report.findings.count(Severity::Info),
            files: paths.len(),
        };
        // One finding a line: still one object, and a log or a diff of it can be read.
        write!(out, "{{\"findings\":[")?;
        for (index, finding) in report.findings.iter().enumerate() {
            writeln!(out, "{}", if index > 0 { "," } else { "" })?;
            serde_json::to_writer(&mut *out, &row(finding, &veil, report.lang))?;
        }
        write!(out, "{}],\"summary\":", if report.findings.is_empty() { "" } else { "\n" })?;
        serde_json::to_writer(&mut *out, &summary)?;
        writeln!(out, "}}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;
    use crate::base::message::Lang;

    #[test]
    fn one_object_with_places_in_characters() {
        let out = shown("json", Lang::Zh);
        let value: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(value["findings"].as_array().unwrap().len(), 4);
        insta::assert_snapshot!(out);
    }
}
