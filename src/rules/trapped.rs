//! Rules whose findings reading a document gives along: see [`crate::source::trap`].

use super::document::Document;
use super::meta::Meta;
use crate::finding::{Findings, Place};

/// Reports the traps of the rule `meta`.
pub(super) fn report(meta: &Meta, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for trap in document.plain.traps.iter().filter(|trap| trap.rule == meta.id) {
        let place = |range: &std::ops::Range<usize>| Place::new(&article.file, range.clone());
        let finding = meta.finding(place(&trap.range), trap.message.clone()).help(trap.help.clone());
        findings.push(match &trap.fix {
            Some((range, text)) => finding.fix(place(range), text.clone()),
            None => finding,
        });
    }
}
