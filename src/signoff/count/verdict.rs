//! What counting gives: who signed, what is missing, what does not count and why.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, signoff as text};
use crate::signoff::signature::SignatureError;
use crate::signoff::statement::Statement;
use crate::signoff::store::Stored;
use crate::signoff::waived::Waived;
use crate::site::Mode;

/// Whether an edition may go out.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// P of what goes out: the fresh render, or the frozen payload that was signed when only the program changed.
    pub payload: Digest,
    /// Nothing is missing.
    pub ready: bool,
    /// The program renders the signed files otherwise than it did when they were signed.
    pub render_changed: bool,
    /// Sign-offs that count, in the order in which they were given.
    pub signed: Vec<Signed>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// Statements that do not count, newest first.
    pub void: Vec<Void>,
}

/// A sign-off that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who.
    pub person: String,
    /// In which role.
    pub role: String,
    /// When.
    pub at: Timestamp,
    /// Until when it counts at most.
    pub expires: Timestamp,
    /// Fingerprint of the key.
    pub key: String,
    /// Path of the statement on the branch.
    pub statement: String,
    /// The exceptions that it accepts.
    pub waives: Vec<Waived>,
}

/// What is missing before an edition may go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// There is no usable `policy/approvals.yaml`.
    NoPolicy,
    /// No rule of the policy is about this edition.
    NoRule,
    /// A rule asks for more people of a role.
    Signature {
        /// The rule.
        rule: String,
        /// The role.
        role: String,
        /// How many signed.
        have: u32,
        /// How many must.
        need: u32,
    },
    /// Somebody said no.
    Rejected {
        /// Who.
        person: String,
        /// In which role.
        role: String,
        /// Why, in their words; may be empty.
        reason: String,
    },
    /// A commit comes from an address that belongs to nobody in the policy.
    UnknownAuthor(String),
    /// The history is cut off, so the authors are not known.
    Shallow,
    /// The program renders otherwise than it did, and the policy wants new signatures then.
    RenderChanged,
}

impl Missing {
    /// The name in JSON output.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NoPolicy => "no-policy",
            Self::NoRule => "no-rule",
            Self::Signature { .. } => "signature",
            Self::Rejected { .. } => "rejected",
            Self::UnknownAuthor(_) => "unknown-author",
            Self::Shallow => "shallow",
            Self::RenderChanged => "render-changed",
        }
    }
}

impl Explain for Missing {
    fn message(&self) -> Message {
        match self {
            Self::NoPolicy => text::missing_policy(),
            Self::NoRule => text::missing_rule(),
            Self::Signature { rule, role, have, need } => {
                text::missing_signature(need.saturating_sub(*have), role, rule, have, need)
            }
            Self::Rejected { person, role, reason } if reason.is_empty() => {
                text::missing_rejected(person, role)
            }
            Self::Rejected { person, role, reason } => text::missing_rejected_because(person, role, reason),
            Self::UnknownAuthor(address) => text::missing_unknown_author(address),
            Self::Shallow => text::missing_shallow(),
            Self::RenderChanged => text::missing_render_changed(),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::NoPolicy => Some(text::missing_policy_help()),
            Self::NoRule => Some(text::missing_rule_help()),
            Self::UnknownAuthor(_) => Some(text::missing_unknown_author_help()),
            Self::Shallow => Some(text::missing_shallow_help()),
            Self::Signature { .. } | Self::Rejected { .. } | Self::RenderChanged => None,
        }
    }
}

/// A statement that does not count.
#[derive(Debug, Clone)]
pub struct Void {
    /// What was said.
    pub statement: Statement,
    /// Path of the statement on the branch.
    pub path: String,
    /// Why it does not count.
    pub reason: Reason,
}

impl Void {
    pub(super) fn new(stored: &Stored, reason: Reason) -> Self {
        Self { statement: stored.statement.clone(), path: stored.path.clone(), reason }
    }
}

/// Why a statement does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The signature is not good.
    Signature(SignatureError),
    /// Given for another account.
    OtherAccount(String),
    /// Given for another edition.
    OtherUnit(String),
    /// Who gave it does not hold the role.
    NotInRole,
    /// Who gave it wrote the text, or committed it.
    Author,
    /// Given for another mode.
    ModeChanged(Mode),
    /// Given for another audience.
    AudienceChanged(String),
    /// Something that readers see was changed afterwards.
    PayloadChanged,
    /// Files were changed afterwards, though readers see the same.
    SourceChanged,
    /// The program renders otherwise than it did, and the policy wants new signatures then.
    RenderChanged,
    /// Later than its own `expires`.
    Expired,
    /// Older than the policy accepts for this rule.
    TooOld(String),
    /// Given for another time.
    OutsideWindow,
    /// Dated later than now.
    InTheFuture,
    /// Taken back by the same person.
    Withdrawn,
    /// The same person counts in another role already.
    SecondRole(String),
    /// The same key counts for somebody else already.
    SharedKey(String),
    /// Given before those who must sign first, under this rule.
    OutOfOrder(String),
}

impl Explain for Reason {
    fn message(&self) -> Message {
        match self {
            Self::Signature(error) => error.message(),
            Self::OtherAccount(account) => text::void_other_account(account),
            Self::OtherUnit(unit) => text::void_other_unit(unit),
            Self::NotInRole => text::void_not_in_role(),
            Self::Author => text::void_author(),
            Self::ModeChanged(mode) => text::void_mode_changed(mode.name()),
            Self::AudienceChanged(audience) => text::void_audience_changed(audience),
            Self::PayloadChanged => text::void_payload_changed(),
            Self::SourceChanged => text::void_source_changed(),
            Self::RenderChanged => text::void_render_changed(),
            Self::Expired => text::void_expired(),
            Self::TooOld(rule) => text::void_too_old(rule),
            Self::OutsideWindow => text::void_outside_window(),
            Self::InTheFuture => text::void_in_the_future(),
            Self::Withdrawn => text::void_withdrawn(),
            Self::SecondRole(role) => text::void_second_role(role),
            Self::SharedKey(person) => text::void_shared_key(person),
            Self::OutOfOrder(rule) => text::void_out_of_order(rule),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Signature(error) => error.help(),
            _ => None,
        }
    }
}

impl Reason {
    /// The name in JSON output.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Signature(_) => "signature",
            Self::OtherAccount(_) => "other-account",
            Self::OtherUnit(_) => "other-unit",
            Self::NotInRole => "not-in-role",
            Self::Author => "author",
            Self::ModeChanged(_) => "mode-changed",
            Self::AudienceChanged(_) => "audience-changed",
            Self::PayloadChanged => "payload-changed",
            Self::SourceChanged => "source-changed",
            Self::RenderChanged => "render-changed",
            Self::Expired => "expired",
            Self::TooOld(_) => "too-old",
            Self::OutsideWindow => "outside-window",
            Self::InTheFuture => "in-the-future",
            Self::Withdrawn => "withdrawn",
            Self::SecondRole(_) => "second-role",
            Self::SharedKey(_) => "shared-key",
            Self::OutOfOrder(_) => "out-of-order",
        }
    }
}

impl Verdict {
    /// Nothing is signed, and `missing` says why nothing can be.
    pub(super) fn without(payload: Digest, missing: Missing) -> Self {
        Self {
            payload,
            ready: false,
            render_changed: false,
            signed: Vec::new(),
            missing: vec![missing],
            void: Vec::new(),
        }
    }

    /// With statements that do not count: of each person in each role the newest, for each reason.
    pub(super) fn with_void(mut self, void: Vec<Void>) -> Self {
        self.void.extend(void);
        self.void.sort_by(|a, b| (b.statement.at, &b.path).cmp(&(a.statement.at, &a.path)));
        let mut seen = BTreeSet::new();
        self.void.retain(|void| {
            let statement = &void.statement;
            seen.insert((statement.by.clone(), statement.role.clone(), void.reason.name()))
        });
        self.ready = self.missing.is_empty();
        self
    }
}
