//! SARIF 2.1.0: tool, table of rules with their documentation, results with regions in code points, fixes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use super::super::mask::Veil;
use super::super::{Finding, Place, Severity};
use super::{Format, Report, rule_address};

pub(super) struct Sarif;

/// The name under which a viewer knows a finding again after the lines have moved.
const FINGERPRINT: &str = "qianfa/v1";
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative URI reference: everything but unreserved characters and `/` in percent form.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn artifact(path: &str) -> Value {
    json!({"uri": uri(path), "uriBaseId": "SITE"})
}

fn region(place: &Place) -> Value {
    let (start, end) = (place.start(), place.end());
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

fn location(place: &Place) -> Value {
    json!({"physicalLocation": {"artifactLocation": artifact(place.path()), "region": region(place)}})
}

fn result(finding: &Finding, index: usize, veil: &Veil, report: &Report<'_>) -> Value {
    let lang = report.lang;
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": {"text": report.text(finding, veil)},
        "locations": [location(&finding.place)],
        "partialFingerprints": {FINGERPRINT: finding.mark()},
    });
    if let Some(answer) = &finding.answer {
        let text = veil.sentence(answer.message().text(lang));
        result["properties"] = json!({"answered": text});
    }
    if !finding.labels.is_empty() || finding.because.is_some() {
        let related = finding.labels.iter().chain(&finding.because).enumerate().map(|(id, label)| {
            let mut place = location(&label.place);
            place["id"] = json!(id + 1);
            place["message"] = json!({"text": veil.sentence(label.message.text(lang))});
            place
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(fix) = finding.fix.as_ref().filter(|fix| veil.shows(&fix.replacement)) {
        let text = finding.help.as_ref().unwrap_or(&finding.message).text(lang);
        result["fixes"] = json!([{
            "description": {"text": veil.sentence(text)},
            "artifactChanges": [{
                "artifactLocation": artifact(fix.place.path()),
                "replacements": [{
                    "deletedRegion": region(&fix.place),
                    "insertedContent": {"text": fix.replacement},
                }],
            }],
        }]);
    }
    result
}

/// What stands before the first dot of a rule's name.
fn family(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// Every known rule, then those that only the findings name, each with its place in the table.
fn rules<'a>(report: &'a Report<'_>) -> (Vec<Value>, BTreeMap<&'a str, usize>) {
    let mut table = Vec::new();
    let mut index = BTreeMap::new();
    for card in report.rules {
        index.insert(card.id, table.len());
        table.push(json!({
            "id": card.id,
            "shortDescription": {"text": card.title},
            "fullDescription": {"text": card.title},
            "help": {"text": card.documentation, "markdown": card.documentation},
            "helpUri": rule_address(card.id),
            "defaultConfiguration": {"level": level(card.severity)},
            "properties": {"tags": [family(card.id)]},
        }));
    }
    for finding in report.findings.iter() {
        if !index.contains_key(finding.rule) {
            index.insert(finding.rule, table.len());
            table.push(json!({"id": finding.rule}));
        }
    }
    (table, index)
}

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let veil = report.veil();
        let (table, index) = rules(report);
        let results: Vec<Value> = report
            .findings
            .iter()
            .map(|finding| {
                let row = index.get(finding.rule).copied().unwrap_or_default();
                result(finding, row, &veil, report)
            })
            .collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "qianfa",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": table,
                }},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"SITE": {"description": {"text": "the folder of qianfa.yaml"}}},
                "results": results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;
    use super::uri;
    use crate::base::message::Lang;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("content/节/a b.md"), "content/%E8%8A%82/a%20b.md");
    }

    #[test]
    fn rules_results_regions_and_fixes() {
        insta::assert_snapshot!(shown("sarif", Lang::Zh).replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    }
}
