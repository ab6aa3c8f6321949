//! Findings as the protocol writes them.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Value, json};

use super::address;
use super::position::{Encoding, Lines, Span};
use super::workspace::Checked;
use crate::base::message::{Lang, editor as text};
use crate::finding::mask::Veil;
use crate::finding::{Finding, Place, Severity, format};

/// What a file's findings become in the editor.
pub(super) struct Shown<'a> {
    checked: &'a Checked,
    veil: Veil,
    lines: HashMap<*const u8, Lines>,
    encoding: Encoding,
    lang: Lang,
}

impl<'a> Shown<'a> {
    pub(super) fn new(checked: &'a Checked, encoding: Encoding, lang: Lang) -> Self {
        let veil = Veil::new(&checked.findings, &checked.masks);
        Self { checked, veil, lines: HashMap::new(), encoding, lang }
    }

    /// A sentence without what nobody may see.
    pub(super) fn veiled(&self, sentence: String) -> String {
        self.veil.sentence(sentence)
    }

    /// Where `place` stands.
    pub(super) fn span(&mut self, place: &Place) -> Span {
        let text = place.file().text();
        let lines = self.lines.entry(text.as_ptr()).or_insert_with(|| Lines::new(text));
        lines.span(text, place.range(), self.encoding)
    }

    /// The address of the file that `place` stands in.
    pub(super) fn address(&self, place: &Place) -> Option<String> {
        let own = self.checked.findings.iter().next().map(|finding| finding.place.path());
        if own == Some(place.path()) {
            return Some(self.checked.address.clone());
        }
        let root: &Path = self.checked.root.as_deref()?;
        Some(address::of(&root.join(place.path())))
    }

    /// Every finding.
    pub(super) fn diagnostics(&mut self) -> Vec<Value> {
        let checked = self.checked;
        checked.findings.iter().map(|finding| self.diagnostic(finding)).collect()
    }

    /// A finding.
    pub(super) fn diagnostic(&mut self, finding: &Finding) -> Value {
        let mut out = json!({
            "range": self.span(&finding.place),
            "severity": severity(finding.severity),
            "code": finding.rule,
            "codeDescription": {"href": format::rule_address(finding.rule)},
            "source": "qianfa",
            "message": self.sentences(finding),
        });
        if is_needless(finding) {
            out["tags"] = json!([1]);
        }
        let mut related = Vec::new();
        for label in finding.labels.iter().chain(&finding.because) {
            let Some(address) = self.address(&label.place) else { continue };
            let message = self.veiled(label.message.text(self.lang));
            let location = json!({"uri": address, "range": self.span(&label.place)});
            related.push(json!({"location": location, "message": message}));
        }
        if !related.is_empty() {
            out["relatedInformation"] = related.into();
        }
        out
    }

    /// What is wrong, on what basis, and how to mend it: a line each.
    fn sentences(&self, finding: &Finding) -> String {
        let lang = self.lang;
        let mut lines = vec![finding.message.text(lang)];
        lines.extend(finding.basis.as_ref().map(|basis| text::basis(basis).text(lang)));
        lines.extend(finding.help.as_ref().map(|help| text::remedy(help.text(lang)).text(lang)));
        lines.extend(finding.answer.as_ref().map(|answer| answer.message().text(lang)));
        self.veiled(lines.join("\n"))
    }
}

const fn severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Info => 3,
    }
}

/// Whether the text at the place can go: editors show it pale.
fn is_needless(finding: &Finding) -> bool {
    let deleted = finding.fix.as_ref().is_some_and(|fix| {
        fix.replacement.is_empty()
            && fix.place.range() == finding.place.range()
            && !fix.place.range().is_empty()
    });
    let unused = ["answer.unused", "answer.unused_region", "answer.waiver_unused"];
    deleted || finding.rule == "wx.footnote-unused" || unused.contains(&finding.message.key())
}
