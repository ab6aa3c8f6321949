//! Names that must be unique, and names that must exist.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::config::unknown;
use crate::base::message::{site as text, source};
use crate::finding::{Finding, Findings, Place};
use crate::site::{Article, Campaign, Desk, Status};
use crate::source::rule;

/// A uid that two articles bear is an error at both; neither is ready.
pub(super) fn uids(articles: &mut [Article], findings: &mut Findings) {
    let mut firsts: HashMap<&str, usize> = HashMap::with_capacity(articles.len());
    // By the first that bears it: all of them.
    let mut shared: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        match firsts.entry(&article.front.uid.value) {
            Entry::Vacant(free) => {
                free.insert(index);
            }
            Entry::Occupied(first) => {
                shared.entry(*first.get()).or_insert_with(|| vec![*first.get()]).push(index);
            }
        }
    }
    for bearers in shared.into_values() {
        let places: Vec<Place> =
            bearers.iter().filter_map(|index| Some(articles.get(*index)?.front.uid.place.clone())).collect();
        for (turn, index) in bearers.iter().enumerate() {
            let Some(article) = articles.get_mut(*index) else { continue };
            article.front.status = Status::Draft;
            let uid = &article.front.uid;
            let mut finding = Finding::error(rule::DUPLICATE, uid.place.clone(), text::uid_twice(&uid.value))
                .help(text::uid_twice_help());
            let other = if turn == 0 { places.get(1) } else { places.first() };
            if let Some(other) = other {
                finding = finding.label(other.clone(), text::other_here());
            }
            findings.push(finding);
        }
    }
}

/// An id that two plans bear.
pub(super) fn campaigns(campaigns: &[Campaign], findings: &mut Findings) {
    let mut seen: HashMap<&str, &Campaign> = HashMap::new();
    for campaign in campaigns {
        if let Some(first) = seen.get(campaign.id.as_str()) {
            let finding = Finding::error(
                rule::DUPLICATE,
                campaign.id.place.clone(),
                text::id_twice(&campaign.id.value),
            );
            findings.push(finding.label(first.id.place.clone(), source::first_here()));
        } else {
            seen.insert(&campaign.id, campaign);
        }
    }
}

/// Columns that `desk/columns.yaml` does not have. Without that file any column is good.
pub(super) fn columns(desk: &Desk, articles: &mut [Article], findings: &mut Findings) {
    if desk.columns.is_empty() {
        return;
    }
    for article in articles {
        let Some(column) = &article.front.column else { continue };
        if desk.columns.iter().any(|known| known.id == *column || known.name == *column) {
            continue;
        }
        let known = desk.columns.iter().flat_map(|column| [column.id.as_str(), column.name.as_str()]);
        findings.push(unknown(&column.place, text::unknown_column(&column.value), column, known));
        article.front.status = Status::Draft;
    }
}

/// Campaigns that have no plan.
pub(super) fn campaign_names(plans: &BTreeSet<&str>, articles: &mut [Article], findings: &mut Findings) {
    for article in articles {
        let Some(campaign) = &article.front.campaign else { continue };
        if plans.contains(campaign.as_str()) {
            continue;
        }
        let known = plans.iter().copied();
        findings.push(unknown(&campaign.place, text::unknown_campaign(&campaign.value), campaign, known));
        article.front.status = Status::Draft;
    }
}
