//! The policy: who has which role, and how many of whom an edition needs. Read from `policy/approvals.yaml`
//! (operations reference 3.3); what is not enforced is refused there, so that nobody relies on it.

mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use globset::GlobSet;

use super::subject::Subject;
use crate::base::digest::Digest;
use crate::finding::Severity;

/// Where the file lies in a site.
pub const PATH: &str = "policy/approvals.yaml";

/// The policy of a site.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Digest of the file.
    pub digest: Digest,
    /// The policy's own count of its revisions.
    pub version: i64,
    /// Who may change the policy.
    pub admins: Option<Admins>,
    /// What holds for every rule.
    pub defaults: Defaults,
    /// People by role.
    pub roles: BTreeMap<String, BTreeSet<String>>,
    /// What is known about people.
    pub people: BTreeMap<String, Person>,
    /// Rules in the order of the file.
    pub rules: Vec<Rule>,
    /// What a withdrawal needs.
    pub withdraw: Vec<Need>,
    /// Who may freeze and unfreeze.
    pub freeze: Freeze,
    /// What to do when the program renders the signed files otherwise than it did when they were signed.
    pub on_render_change: OnRenderChange,
}

/// Who may change the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admins {
    /// How many of them must agree.
    pub threshold: u32,
    /// Names.
    pub members: BTreeSet<String>,
}

/// What holds for every rule.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// A commit by an unknown address blocks.
    pub strict_authors: bool,
    /// A sign-off older than this does not count.
    pub max_age: Option<Duration>,
    /// Nobody counts in two roles for one payload.
    pub one_person_one_role: bool,
    /// Roles that are needed, one person each, when an author holds no role at all.
    pub outside_author_roles: Vec<String>,
}

/// What is known about a person.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// Addresses in commits, in lower case.
    pub emails: BTreeSet<String>,
    /// Accounts on forges, by forge.
    pub forge: BTreeMap<String, String>,
}

/// A rule: which editions, and what they need.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Unique name.
    pub id: String,
    /// Which editions.
    pub matches: Match,
    /// How many of which role.
    pub require: Vec<Need>,
    /// Whether they must sign in the order of [`Rule::require`].
    pub sequential: bool,
    /// Instead of [`Defaults::max_age`].
    pub max_age: Option<Duration>,
    /// Rules that do not apply where this one does.
    pub replaces: Vec<String>,
}

/// Which editions a rule is about: all of the scope must hold, and one of the marks when there are any.
#[derive(Debug, Clone, Default)]
pub struct Match {
    /// Accounts; empty: every one.
    pub account: Vec<String>,
    /// Modes by name.
    pub mode: Vec<String>,
    /// `all`, or patterns such as `tag:*`.
    pub audience: Option<GlobSet>,
    /// `editorial`, `ad`, `notice`.
    pub kind: Vec<String>,
    /// Columns.
    pub column: Vec<String>,
    /// Campaigns by id, or `any`.
    pub campaign: Vec<String>,
    /// Mark: labels.
    pub labels: Vec<String>,
    /// Mark: patterns of rule names that found something.
    pub findings: Option<GlobSet>,
    /// Weights of those findings; empty: every one.
    pub severity: Vec<Severity>,
    /// Mark: patterns of paths that the payload is made of.
    pub paths: Option<GlobSet>,
}

/// So many people of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The role.
    pub role: String,
    /// How many people.
    pub count: u32,
}

/// Who may freeze and unfreeze.
#[derive(Debug, Clone, Default)]
pub struct Freeze {
    /// Roles of which anybody may freeze.
    pub by: Vec<String>,
    /// What unfreezing needs.
    pub unfreeze: Vec<Need>,
}

/// What to do when the program renders the signed files otherwise than it did when they were signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnRenderChange {
    /// Send what was signed, and say so.
    #[default]
    Warn,
    /// Wait for new signatures.
    Hold,
}

impl Policy {
    /// Whether `person` holds `role`.
    pub fn holds(&self, person: &str, role: &str) -> bool {
        self.roles.get(role).is_some_and(|people| people.contains(person))
    }

    /// The roles that `person` holds, sorted.
    pub fn roles_of(&self, person: &str) -> Vec<&str> {
        self.roles
            .iter()
            .filter(|(_, people)| people.contains(person))
            .map(|(role, _)| role.as_str())
            .collect()
    }

    /// Who commits with this address.
    pub fn person_of(&self, email: &str) -> Option<&str> {
        let email = email.to_lowercase();
        self.people.iter().find(|(_, person)| person.emails.contains(&email)).map(|(name, _)| name.as_str())
    }

    /// The rules that apply to `subject`, those that another one replaces left out.
    pub fn rules_for(&self, subject: &Subject) -> Vec<&Rule> {
        let matching: Vec<&Rule> = self.rules.iter().filter(|rule| rule.matches.fits(subject)).collect();
        let replaced = |rule: &Rule| matching.iter().any(|other| other.replaces.contains(&rule.id));
        matching.iter().copied().filter(|rule| !replaced(rule)).collect()
    }
}

impl Match {
    /// Whether the rule is about `subject`.
    pub fn fits(&self, subject: &Subject) -> bool {
        let any = |wanted: &[String], present: &BTreeSet<String>| {
            wanted.is_empty() || wanted.iter().any(|one| present.contains(one))
        };
        let one =
            |wanted: &[String], present: &str| wanted.is_empty() || wanted.iter().any(|one| one == present);
        let campaign = self.campaign.is_empty()
            || self.campaign.iter().any(|one| match one.as_str() {
                "any" => !subject.campaigns.is_empty(),
                id => subject.campaigns.contains(id),
            });
        one(&self.account, &subject.account)
            && one(&self.mode, subject.mode.name())
            && self.audience.as_ref().is_none_or(|set| set.is_match(&subject.audience))
            && any(&self.kind, &subject.kinds)
            && any(&self.column, &subject.columns)
            && campaign
            && self.marked(subject)
    }

    fn marked(&self, subject: &Subject) -> bool {
        if self.labels.is_empty() && self.findings.is_none() && self.paths.is_none() {
            return true;
        }
        let weighs = |severity| self.severity.is_empty() || self.severity.contains(&severity);
        self.labels.iter().any(|label| subject.labels.contains(label))
            || self.findings.as_ref().is_some_and(|set| {
                subject.findings.iter().any(|(rule, severity)| weighs(*severity) && set.is_match(rule))
            })
            || self.paths.as_ref().is_some_and(|set| subject.paths.iter().any(|path| set.is_match(path)))
    }
}
