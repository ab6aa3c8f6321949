//! Counting: from statements, policy, authors and a moment to a verdict (operations reference 3.4). A pure function.
//!
//! Every statement that does not count keeps the reason, because people ask.

mod standing;
mod verdict;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::allowed_signers::AllowedSigners;
use super::authors::Authors;
use super::policy::{OnRenderChange, Policy};
use super::signature::{self, NAMESPACE};
use super::statement::{Answer, Statement};
use super::store::Stored;
use super::subject::Subject;
use crate::base::digest::Digest;
use standing::Standing;

pub use verdict::{Missing, Reason, Signed, Verdict, Void};

/// How far ahead of ours a signer's clock may be.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// What is asked, and by which measure.
#[derive(Debug, Clone, Copy)]
struct Case<'a> {
    subject: &'a Subject,
    policy: &'a Policy,
    signers: &'a AllowedSigners,
    authors: &'a Authors,
    now: Timestamp,
}

/// A statement that is genuine and about this subject.
#[derive(Debug, Clone)]
struct Mark<'a> {
    stored: &'a Stored,
    key: String,
}

impl Mark<'_> {
    fn statement(&self) -> &Statement {
        &self.stored.statement
    }
}

/// Whether `subject` may go out at `now`, which payload that is, who signed it, and what is missing. Without a policy
/// nothing may.
pub fn count<'a>(
    subject: &Subject,
    statements: impl IntoIterator<Item = &'a Stored>,
    policy: Option<&Policy>,
    signers: &AllowedSigners,
    authors: &Authors,
    now: Timestamp,
) -> Verdict {
    let Some(policy) = policy else {
        return Verdict::without(subject.payload, Missing::NoPolicy);
    };
    let case = Case { subject, policy, signers, authors, now };
    let mut void = Vec::new();
    let mut marks: BTreeMap<Digest, Vec<Mark>> = BTreeMap::new();
    for stored in statements.into_iter().filter(|stored| concerns(&stored.statement, subject)) {
        match examine(stored, &case) {
            Ok(mark) => marks.entry(stored.statement.payload).or_default().push(mark),
            Err(reason) => void.push(Void::new(stored, reason)),
        }
    }
    let fresh = marks.remove(&subject.payload).unwrap_or_default();
    let fresh = Standing::of(subject.payload, fresh, &case);
    let older = marks.into_iter().map(|(payload, marks)| Standing::of(payload, marks, &case)).collect();
    choose(fresh, older, policy, void)
}

/// Whether a statement is about this edition at all, however mistaken.
fn concerns(statement: &Statement, subject: &Subject) -> bool {
    statement.payload == subject.payload
        || (statement.unit == subject.unit && statement.account == subject.account)
}

/// Everything about a statement that does not depend on the others.
fn examine<'a>(stored: &'a Stored, case: &Case) -> Result<Mark<'a>, Reason> {
    let Case { subject, policy, signers, authors, now } = *case;
    let statement = &stored.statement;
    let approves = statement.verdict == Answer::Approve;
    // Who takes back what they said is heard even after their key has expired; who approves is not.
    let times = if approves { vec![statement.at, now] } else { vec![statement.at] };
    let bytes = stored.text.as_bytes();
    let key = signature::verify(signers, &statement.by, NAMESPACE, bytes, &stored.armour, &times)
        .map_err(Reason::Signature)?;
    if statement.account != subject.account {
        return Err(Reason::OtherAccount(statement.account.clone()));
    }
    if statement.unit != subject.unit {
        return Err(Reason::OtherUnit(statement.unit.clone()));
    }
    if !policy.holds(&statement.by, &statement.role) {
        return Err(Reason::NotInRole);
    }
    if authors.people.contains(&statement.by) {
        return Err(Reason::Author);
    }
    if statement.mode != subject.mode {
        return Err(Reason::ModeChanged(statement.mode));
    }
    if statement.audience != subject.audience {
        return Err(Reason::AudienceChanged(statement.audience.clone()));
    }
    match (statement.payload == subject.payload, statement.source == subject.source) {
        (_, true) => {}
        (true, false) => return Err(Reason::SourceChanged),
        (false, false) => return Err(Reason::PayloadChanged),
    }
    if approves {
        timely(statement, now)?;
    }
    Ok(Mark { stored, key })
}

fn timely(statement: &Statement, now: Timestamp) -> Result<(), Reason> {
    if statement.at.checked_sub(SKEW).is_ok_and(|earliest| earliest > now) {
        return Err(Reason::InTheFuture);
    }
    if now >= statement.expires {
        return Err(Reason::Expired);
    }
    let window = statement.window;
    if window.and_then(|window| window.not_before).is_some_and(|start| now < start)
        || window.and_then(|window| window.not_after).is_some_and(|end| now > end)
    {
        return Err(Reason::OutsideWindow);
    }
    Ok(())
}

/// The fresh render where it is signed; else, when only the program changed, what was signed and frozen.
fn choose(fresh: Standing, mut older: Vec<Standing>, policy: &Policy, mut void: Vec<Void>) -> Verdict {
    older.sort_by_key(|standing| std::cmp::Reverse((standing.is_ready(), standing.last_signed())));
    let frozen = older.into_iter().next().filter(|standing| !standing.signed.is_empty());
    let verdict = match frozen {
        Some(frozen) if !fresh.is_ready() && (frozen.is_ready() || fresh.signed.is_empty()) => {
            match policy.on_render_change {
                OnRenderChange::Warn => frozen.verdict(true),
                OnRenderChange::Hold => {
                    let ready = frozen.is_ready();
                    void.extend(frozen.into_marks(|stored| Void::new(stored, Reason::RenderChanged)));
                    let mut verdict = fresh.verdict(true);
                    if ready {
                        verdict.missing.push(Missing::RenderChanged);
                    }
                    verdict
                }
            }
        }
        _ => fresh.verdict(false),
    };
    verdict.with_void(void)
}
