//! The files under `policy/` that decide who may sign: read together, with everything that is wrong with them.

use std::collections::BTreeSet;

use super::allowed_signers::{self, AllowedSigners};
use super::policy::{self, Policy};
use super::rule;
use crate::base::message::signoff as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::site::{Site, optional_yaml};
use crate::source::tree::Tree;

/// Policy and keys of a site.
pub(super) struct Rulebook {
    /// The policy; without one nothing may go out.
    pub(super) policy: Option<Policy>,
    /// The keys that may sign.
    pub(super) signers: AllowedSigners,
    /// What is wrong with the files.
    pub(super) findings: Findings,
}

impl Rulebook {
    /// Reads the files of `tree`. One that cannot be read is a finding and gives nobody a right.
    pub(super) fn read(site: &Site, tree: &dyn Tree) -> Self {
        let mut findings = Findings::new();
        let policy = optional_yaml(tree, policy::PATH, &mut findings).and_then(|file| {
            let (policy, found) = Policy::parse(&file);
            findings.extend(found);
            policy
        });
        let signers = optional_yaml(tree, allowed_signers::PATH, &mut findings).map(|file| {
            let (signers, found) = AllowedSigners::parse(&file, &site.config.zone);
            findings.extend(found);
            signers
        });
        let signers = signers.unwrap_or_default();
        if let Some(policy) = &policy {
            findings.extend(fit(policy, &signers, site));
        }
        findings.sort();
        Self { policy, signers, findings }
    }
}

/// The errors in a site's policy files. People who cannot sign yet are not among them: they are a concern of whoever
/// looks at sign-offs.
pub fn check(site: &Site, tree: &dyn Tree) -> Findings {
    let mut findings = Rulebook::read(site, tree).findings;
    findings.retain(|finding| finding.severity == Severity::Error);
    findings
}

/// What does not fit together although every file by itself is well.
fn fit(policy: &Policy, signers: &AllowedSigners, site: &Site) -> Findings {
    let place = || Place::file_only(policy::PATH);
    let mut findings = Findings::new();
    for account in policy.rules.iter().flat_map(|rule| &rule.matches.account) {
        if site.config.account(account).is_none() {
            findings.push(Finding::error(rule::APPROVALS, place(), text::policy_no_account(account)));
        }
    }
    let people: BTreeSet<&String> = policy.roles.values().flatten().collect();
    for person in people {
        if !signers.iter().any(|signer| signer.is(person)) {
            let finding = Finding::warning(rule::APPROVALS, place(), text::policy_no_key(person));
            findings.push(finding.help(text::policy_no_key_help()));
        }
        if policy.people.get(person).is_none_or(|known| known.emails.is_empty()) {
            let finding = Finding::warning(rule::APPROVALS, place(), text::policy_no_email(person));
            findings.push(finding.help(text::policy_no_email_help()));
        }
    }
    findings
}
