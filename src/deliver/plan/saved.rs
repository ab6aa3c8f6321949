//! A plan as a file: what `plan --out` writes, `--format json` prints, and `apply PLAN` holds against the present.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Action, Item, Plan};
use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, deliver as text};
use crate::ledger::DeliveryId;

/// The form that this program writes.
const VERSION: u32 = 1;
/// Most bytes that a plan file may have.
pub const MAX_BYTES: u64 = 16 << 20;

/// A plan as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedPlan {
    /// The form of this record: 1.
    pub v: u32,
    /// When it was made.
    pub at: Timestamp,
    /// The commit it was made of; absent for a work tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// Accounts and their deliveries.
    pub accounts: Vec<SavedAccount>,
}

/// The plan of one account as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedAccount {
    /// The account.
    pub account: String,
    /// Number of the ledger's last event.
    pub ledger: u64,
    /// Mass sends on that day.
    pub mass_today: usize,
    /// Mass sends in that month.
    pub mass_month: usize,
    /// Its deliveries.
    pub items: Vec<SavedItem>,
}

/// One delivery as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedItem {
    /// Its name.
    pub delivery: DeliveryId,
    /// Name of the edition.
    pub edition: String,
    /// `mass`, `publish` or `draft`.
    pub mode: String,
    /// The mode written, when the account may not do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wished: Option<String>,
    /// `all` or `tag:<name>`.
    pub audience: String,
    /// Titles of its articles.
    pub titles: Vec<String>,
    /// When it is due.
    pub due: Option<Timestamp>,
    /// P of what goes out.
    pub payload: Option<Digest>,
    /// Who signed that.
    pub signers: Vec<String>,
    /// `act`, `wait`, `held`, `void`, `skip`, `unknown` or `done`.
    pub action: String,
    /// Stable words of why it waits, or why it is skipped.
    pub reasons: Vec<String>,
    /// The next free slot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Timestamp>,
}

impl SavedItem {
    fn of(item: &Item) -> Self {
        let reasons = match &item.action {
            Action::Skip(reason) => vec![(*reason).to_owned()],
            action => action.holds().iter().map(|hold| hold.word().to_owned()).collect(),
        };
        Self {
            delivery: item.delivery.clone(),
            edition: item.edition.clone(),
            mode: item.mode.name().to_owned(),
            wished: item.wished.map(|mode| mode.name().to_owned()),
            audience: item.audience.clone(),
            titles: item.titles.clone(),
            due: item.due,
            payload: item.payload,
            signers: item.signers.clone(),
            action: item.action.word().to_owned(),
            reasons,
            suggestion: item.suggestion,
        }
    }

    fn acts(&self) -> bool {
        matches!(self.action.as_str(), "act" | "wait")
    }
}

/// Not a plan file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SavedPlanError {
    /// Not a plan.
    #[error("not a plan: {0}")]
    Unreadable(String),
    /// Written by a newer program.
    #[error("plan of form {0}, this program knows form {VERSION}")]
    Version(u32),
}

impl Explain for SavedPlanError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable(reason) => text::plan_unreadable(reason),
            Self::Version(version) => text::plan_version(version),
        }
    }

    fn help(&self) -> Option<Message> {
        Some(text::plan_again_help())
    }
}

/// A listed delivery is no longer what the plan says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{edition} ({account}) is no longer what the plan says")]
pub struct Stale {
    /// The account.
    pub account: String,
    /// Name of the edition.
    pub edition: String,
}

impl Explain for Stale {
    fn message(&self) -> Message {
        text::plan_stale(&self.account, &self.edition)
    }

    fn help(&self) -> Option<Message> {
        Some(text::plan_again_help())
    }
}

impl SavedPlan {
    /// The plans of several accounts as one file.
    pub fn of(plans: &[Plan], at: Timestamp, revision: Option<String>) -> Self {
        let accounts = plans
            .iter()
            .map(|plan| SavedAccount {
                account: plan.account.clone(),
                ledger: plan.ledger,
                mass_today: plan.mass_today,
                mass_month: plan.mass_month,
                items: plan.items.iter().map(SavedItem::of).collect(),
            })
            .collect();
        Self { v: VERSION, at, revision, accounts }
    }

    /// Reads a plan file.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, SavedPlanError> {
        let plan: Self =
            serde_json::from_slice(bytes).map_err(|error| SavedPlanError::Unreadable(error.to_string()))?;
        if plan.v != VERSION {
            return Err(SavedPlanError::Version(plan.v));
        }
        Ok(plan)
    }

    /// The deliveries of an account that the plan lets go out.
    pub fn allowed<'a>(&'a self, account: &'a str) -> impl Iterator<Item = &'a SavedItem> {
        let of_account = self.accounts.iter().filter(move |saved| saved.account == account);
        of_account.flat_map(|saved| &saved.items).filter(|item| item.acts())
    }

    /// Whether `fresh` still does everything that the plan says for its account. What the plan does not list may have
    /// changed freely; what was done meanwhile is no objection.
    ///
    /// # Errors
    /// The first delivery that is no longer what the plan says.
    pub fn hold_against(&self, fresh: &Plan) -> Result<(), Stale> {
        for saved in self.allowed(&fresh.account) {
            let now = fresh.items.iter().find(|item| item.delivery == saved.delivery);
            let kept = now.is_some_and(|item| match item.action {
                Action::Done(_) => true,
                Action::Act | Action::Wait => item.payload == saved.payload && item.due == saved.due,
                _ => false,
            });
            if !kept {
                return Err(Stale { account: fresh.account.clone(), edition: saved.edition.clone() });
            }
        }
        Ok(())
    }
}
