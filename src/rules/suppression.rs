//! `<!-- qianfa-ignore rule: 理由 -->`: a finding that somebody answered for, with a reason, for the next block.
//!
//! Without a reason it has no effect; without an effect it has no reason to stand.

use std::ops::Range;
use std::sync::Arc;

use super::policy::{known, unknown_rule};
use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place};
use crate::source::SourceFile;
use crate::source::plain::{Comment, Plain};

/// Name of the rule that findings about these comments carry.
pub(crate) const RULE: &str = "site.suppression";

/// One comment.
#[derive(Debug)]
pub(crate) struct Suppression {
    rule: String,
    file: Arc<SourceFile>,
    /// The comment itself.
    comment: Range<usize>,
    /// The block that it is about.
    block: Range<usize>,
    used: bool,
}

/// The suppressions of a document; those that cannot work are findings.
pub(crate) fn read(plain: &Plain, file: &Arc<SourceFile>, findings: &mut Findings) -> Vec<Suppression> {
    plain.comments.iter().filter_map(|comment| read_one(comment, file, findings)).collect()
}

fn read_one(comment: &Comment, file: &Arc<SourceFile>, findings: &mut Findings) -> Option<Suppression> {
    let rest = comment.text.strip_prefix("qianfa-ignore")?;
    let place = Place::new(file, comment.source.clone());
    let (rule, reason) = rest.split_once([':', '：']).unwrap_or((rest, ""));
    let rule = rule.trim();
    if rule.is_empty() || reason.trim().is_empty() {
        findings.push(Finding::error(RULE, place, text::no_reason()).help(text::no_reason_help()));
        return None;
    }
    if known(rule).is_none() && !rule.starts_with("site.") {
        let mut finding = unknown_rule(rule, place);
        finding.rule = RULE;
        findings.push(finding);
        return None;
    }
    let Some(block) = comment.next.clone() else {
        findings.push(Finding::warning(RULE, place, text::nothing_follows(rule)).help(text::unused_help()));
        return None;
    };
    Some(Suppression {
        rule: rule.to_owned(),
        file: Arc::clone(file),
        comment: comment.source.clone(),
        block,
        used: false,
    })
}

/// Takes out of `findings` what is answered for, and adds a finding for each comment that answers for nothing. Gives the
/// places that were masked and are shown no more than before.
pub(crate) fn apply(suppressions: &mut [Suppression], findings: &mut Findings) -> Vec<Place> {
    let mut masks = Vec::new();
    if suppressions.is_empty() {
        return masks;
    }
    findings.retain(|finding| {
        let range = finding.place.range();
        let answered = suppressions.iter_mut().find(|suppression| {
            finding.rule == suppression.rule
                && finding.place.path() == suppression.file.path()
                && suppression.block.start <= range.start
                && range.end <= suppression.block.end
        });
        let Some(suppression) = answered else { return true };
        suppression.used = true;
        if finding.masked {
            masks.push(finding.place.clone());
        }
        false
    });
    for suppression in suppressions.iter().filter(|suppression| !suppression.used) {
        let place = Place::new(&suppression.file, suppression.comment.clone());
        findings
            .push(Finding::warning(RULE, place, text::unused(&suppression.rule)).help(text::unused_help()));
    }
    masks
}
