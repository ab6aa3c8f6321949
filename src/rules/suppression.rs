//! `<!-- qianfa-ignore rule: 理由 -->`: a finding that somebody answered for, with a reason, for the next block.
//!
//! Without a reason it has no effect; without an effect it has no reason to stand.

use std::collections::HashMap;
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
    let index = Index::new(suppressions);
    findings.retain(|finding| {
        let Some(answer) = index.find(suppressions, finding) else { return true };
        if let Some(suppression) = suppressions.get_mut(answer) {
            suppression.used = true;
        }
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

/// Suppressions by file and rule, so that ten thousand of them cost no more than they must.
struct Index {
    groups: HashMap<(String, String), Group>,
}

/// The suppressions of one rule in one file, by the beginning of their blocks.
#[derive(Default)]
struct Group {
    /// Indices of suppressions.
    members: Vec<usize>,
    /// The furthest end of the blocks up to and with each member's.
    reach: Vec<usize>,
}

impl Index {
    fn new(suppressions: &[Suppression]) -> Self {
        let mut groups: HashMap<(String, String), Group> = HashMap::new();
        let mut order: Vec<usize> = (0..suppressions.len()).collect();
        order.sort_by_key(|index| suppressions.get(*index).map(|suppression| suppression.block.start));
        for index in order {
            let Some(suppression) = suppressions.get(index) else { continue };
            let key = (suppression.file.path().to_owned(), suppression.rule.clone());
            let group = groups.entry(key).or_default();
            let reach = group.reach.last().copied().unwrap_or_default().max(suppression.block.end);
            group.members.push(index);
            group.reach.push(reach);
        }
        Self { groups }
    }

    /// The suppression whose block holds the finding: the innermost where blocks are nested.
    fn find(&self, suppressions: &[Suppression], finding: &Finding) -> Option<usize> {
        let range = finding.place.range();
        let group = self.groups.get(&(finding.place.path().to_owned(), finding.rule.to_owned()))?;
        let block = |member: usize| {
            let index = *group.members.get(member)?;
            Some((index, suppressions.get(index)?.block.clone()))
        };
        let starts_before = |index: &usize| {
            suppressions.get(*index).is_some_and(|suppression| suppression.block.start <= range.start)
        };
        let mut member = group.members.partition_point(starts_before);
        while member > 0 {
            member -= 1;
            if group.reach.get(member).is_none_or(|reach| *reach < range.end) {
                return None;
            }
            let (index, block) = block(member)?;
            if range.end <= block.end {
                return Some(index);
            }
        }
        None
    }
}
