//! Rules whose findings reading a document gives along: see [`crate::source::trap`].

use super::document::Document;
use super::meta::Meta;
use crate::finding::Findings;

/// Reports the traps of the rule `meta`.
pub(super) fn report(meta: &Meta, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for trap in document.plain.traps.iter().filter(|trap| trap.rule == meta.id) {
        let finding = trap.finding(&article.file);
        findings.push(match meta.basis_text() {
            Some(basis) => finding.basis(basis),
            None => finding,
        });
    }
}
