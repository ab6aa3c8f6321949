//! How one payload stands: the statements about it against the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::Timestamp;

use super::verdict::{Missing, Reason, Signed, Verdict, Void};
use super::{Case, Mark};
use crate::base::digest::Digest;
use crate::signoff::authors::Authors;
use crate::signoff::policy::{Need, Policy, Rule};
use crate::signoff::statement::Answer;
use crate::signoff::store::Stored;

/// Name under which roles for outside authors are asked for.
const OUTSIDE: &str = "outside_author_roles";

/// How one payload stands.
pub(super) struct Standing<'a> {
    payload: Digest,
    pub(super) signed: Vec<Mark<'a>>,
    missing: Vec<Missing>,
    void: Vec<Void>,
}

impl<'a> Standing<'a> {
    /// Counts `marks`, all of them about `payload`.
    pub(super) fn of(payload: Digest, marks: Vec<Mark<'a>>, case: &Case) -> Self {
        let Case { subject, policy, authors, now, .. } = *case;
        let mut standing = Self { payload, signed: Vec::new(), missing: Vec::new(), void: Vec::new() };
        standing.hear(marks, policy);
        let rules = policy.rules_for(subject);
        if rules.iter().all(|rule| rule.require.is_empty()) {
            standing.missing.push(Missing::NoRule);
        }
        for rule in rules {
            standing.ask(rule, policy, now);
        }
        standing.ask_authors(policy, authors);
        standing
    }

    pub(super) fn is_ready(&self) -> bool {
        self.missing.is_empty()
    }

    pub(super) fn last_signed(&self) -> Option<Timestamp> {
        self.signed.iter().map(|mark| mark.statement().at).max()
    }

    /// The last word of each person in each role; one role a person, one person a key.
    fn hear(&mut self, mut marks: Vec<Mark<'a>>, policy: &Policy) {
        let is_no = |mark: &Mark| mark.statement().verdict != Answer::Approve;
        // Within one second a no is heard after a yes.
        marks.sort_by(|a, b| {
            let key = |mark: &Mark| (mark.statement().at, is_no(mark));
            key(a).cmp(&key(b)).then_with(|| a.stored.path.cmp(&b.stored.path))
        });
        let mut last: BTreeMap<(&str, &str), Mark> = BTreeMap::new();
        for mark in marks {
            let statement = &mark.stored.statement;
            let earlier = last.insert((&statement.by, &statement.role), mark.clone());
            if let Some(earlier) = earlier.filter(|earlier| is_no(&mark) && !is_no(earlier)) {
                self.void.push(Void::new(earlier.stored, Reason::Withdrawn));
            }
        }
        let mut words: Vec<Mark> = last.into_values().collect();
        words.sort_by(|a, b| (a.statement().at, &a.stored.path).cmp(&(b.statement().at, &b.stored.path)));
        let mut roles: BTreeMap<&str, &str> = BTreeMap::new();
        let mut keys: BTreeMap<String, &str> = BTreeMap::new();
        for mark in words {
            let statement = &mark.stored.statement;
            match statement.verdict {
                Answer::Withdraw => continue,
                Answer::Reject => {
                    self.missing.push(Missing::Rejected {
                        person: statement.by.clone(),
                        role: statement.role.clone(),
                        reason: statement.reason.clone().unwrap_or_default(),
                    });
                    continue;
                }
                Answer::Approve => {}
            }
            let owner = *keys.entry(mark.key.clone()).or_insert(&statement.by);
            let role = *roles.entry(&statement.by).or_insert(&statement.role);
            if owner != statement.by {
                self.void.push(Void::new(mark.stored, Reason::SharedKey(owner.to_owned())));
            } else if policy.defaults.one_person_one_role && role != statement.role {
                self.void.push(Void::new(mark.stored, Reason::SecondRole(role.to_owned())));
            } else {
                self.signed.push(mark);
            }
        }
    }

    /// What `rule` still misses.
    fn ask(&mut self, rule: &Rule, policy: &Policy, now: Timestamp) {
        let max_age = rule.max_age.or(policy.defaults.max_age);
        let (fresh, old): (Vec<Mark>, Vec<Mark>) =
            self.signed.iter().cloned().partition(|mark| !is_older(mark.statement().at, max_age, now));
        let asked = |mark: &Mark| rule.require.iter().any(|need| need.role == mark.statement().role);
        for mark in old.iter().filter(|mark| asked(mark)) {
            self.void.push(Void::new(mark.stored, Reason::TooOld(rule.id.clone())));
        }
        // In sequence, nobody counts who signed before the step before theirs was complete.
        let mut from = Some(Timestamp::MIN);
        for need in &rule.require {
            let of_role = |mark: &&Mark| mark.statement().role == need.role;
            let mut times = Vec::new();
            for mark in fresh.iter().filter(of_role) {
                let at = mark.statement().at;
                match from {
                    Some(from) if at >= from => times.push(at),
                    _ => self.void.push(Void::new(mark.stored, Reason::OutOfOrder(rule.id.clone()))),
                }
            }
            times.sort_unstable();
            let have = u32::try_from(times.len()).unwrap_or(u32::MAX);
            if have < need.count {
                self.lack(&rule.id, need, have);
            }
            if rule.sequential {
                let last = usize::try_from(need.count).unwrap_or(usize::MAX).checked_sub(1);
                let complete = last.map_or(from, |last| times.get(last).copied());
                from = complete;
            }
        }
    }

    fn lack(&mut self, rule: &str, need: &Need, have: u32) {
        let (rule, role) = (rule.to_owned(), need.role.clone());
        self.missing.push(Missing::Signature { rule, role, have, need: need.count });
    }

    /// What the authors make necessary.
    fn ask_authors(&mut self, policy: &Policy, authors: &Authors) {
        if policy.defaults.strict_authors {
            if authors.shallow {
                self.missing.push(Missing::Shallow);
            }
            self.missing.extend(authors.unknown.iter().cloned().map(Missing::UnknownAuthor));
        }
        let outside = authors.people.iter().any(|person| policy.roles_of(person).is_empty())
            || (!policy.defaults.strict_authors && !authors.unknown.is_empty());
        if !outside {
            return;
        }
        let signed: BTreeSet<String> = self.signed.iter().map(|mark| mark.statement().role.clone()).collect();
        for role in policy.defaults.outside_author_roles.iter().filter(|role| !signed.contains(*role)) {
            self.lack(OUTSIDE, &Need { role: role.clone(), count: 1 }, 0);
        }
    }

    /// The standing as the answer.
    pub(super) fn verdict(self, render_changed: bool) -> Verdict {
        let signed = self.signed.iter().map(|mark| {
            let statement = mark.statement();
            Signed {
                person: statement.by.clone(),
                role: statement.role.clone(),
                at: statement.at,
                expires: statement.expires,
                key: mark.key.clone(),
                statement: mark.stored.path.clone(),
                waives: statement.waives.clone(),
            }
        });
        Verdict {
            payload: self.payload,
            ready: self.missing.is_empty(),
            render_changed,
            signed: signed.collect(),
            missing: self.missing,
            void: self.void,
        }
    }

    /// Every sign-off that counts, through `change`.
    pub(super) fn into_marks<T>(self, change: impl Fn(&Stored) -> T) -> Vec<T> {
        self.signed.iter().map(|mark| change(mark.stored)).collect()
    }
}

fn is_older(at: Timestamp, max_age: Option<Duration>, now: Timestamp) -> bool {
    max_age.is_some_and(|max_age| {
        let age = now.duration_since(at);
        jiff::SignedDuration::try_from(max_age).is_ok_and(|max_age| age > max_age)
    })
}
