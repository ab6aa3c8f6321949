//! Reviewdog's diagnostic format: one JSON object with diagnostics, their suggestions and related places.
//!
//! Columns count bytes from 1, as that format asks; ends are behind the last byte.

use std::io;

use serde_json::{Value, json};

use super::super::mask::Veil;
use super::super::{Finding, Place, Severity};
use super::{Format, Report, rule_address};

pub(super) struct Rdjson;

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}

fn position(place: &Place, offset: usize) -> Value {
    let file = place.file();
    let line = file.position(offset).line;
    json!({"line": line, "column": offset.saturating_sub(file.line(line).start) + 1})
}

fn range(place: &Place) -> Value {
    let range = place.range();
    json!({"start": position(place, range.start), "end": position(place, range.end)})
}

fn location(place: &Place) -> Value {
    json!({"path": place.path(), "range": range(place)})
}

fn diagnostic(finding: &Finding, veil: &Veil, report: &Report<'_>) -> Value {
    let mut diagnostic = json!({
        "message": report.text(finding, veil),
        "location": location(&finding.place),
        "severity": severity(finding.severity),
        "code": {"value": finding.rule, "url": rule_address(finding.rule)},
    });
    // A suggestion is about the file of its diagnostic, and must not carry what is masked.
    let fix = finding
        .fix
        .as_ref()
        .filter(|fix| fix.place.path() == finding.place.path() && veil.shows(&fix.replacement));
    if let Some(fix) = fix {
        diagnostic["suggestions"] = json!([{"range": range(&fix.place), "text": fix.replacement}]);
    }
    if !finding.labels.is_empty() || finding.because.is_some() {
        let related = finding.labels.iter().chain(&finding.because).map(|label| {
            let message = veil.sentence(label.message.text(report.lang));
            json!({"message": message, "location": location(&label.place)})
        });
        diagnostic["relatedLocations"] = related.collect();
    }
    diagnostic
}

impl Format for Rdjson {
    fn name(&self) -> &'static str {
        "rdjson"
    }

    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let veil = report.veil();
        write!(out, "{{\"source\":")?;
        serde_json::to_writer(&mut *out, &json!({"name": "qianfa", "url": env!("CARGO_PKG_REPOSITORY")}))?;
        write!(out, ",\"diagnostics\":[")?;
        for (index, finding) in report.findings.iter().enumerate() {
            writeln!(out, "{}", if index > 0 { "," } else { "" })?;
            serde_json::to_writer(&mut *out, &diagnostic(finding, &veil, report))?;
        }
        writeln!(out, "{}]}}", if report.findings.is_empty() { "" } else { "\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;
    use crate::base::message::Lang;

    #[test]
    fn columns_are_bytes_and_fixes_are_suggestions() {
        let out = shown("rdjson", Lang::Zh);
        let value: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(value["diagnostics"].as_array().unwrap().len(), 4);
        insta::assert_snapshot!(out);
    }
}
