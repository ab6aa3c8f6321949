//! Floor 4: sign-off (签发). What exactly goes out, who signed it, and whether that is enough.
//!
//! Payload and its digests, signed statements and their verification, the policy with its roles, authors, and the
//! counting of all that. Nothing here delivers anything, and nothing asks a person.

mod allowed_signers;
mod asset;
mod authors;
mod build;
mod count;
mod difference;
mod key;
mod payload;
mod policy;
mod register;
mod rule;
mod rulebook;
mod signature;
mod statement;
mod store;
mod subject;
mod visible;
mod waived;

pub use allowed_signers::{AllowedSigners, PATH as SIGNERS_PATH, Signer};
pub use asset::Asset;
pub use authors::{Authors, History, HistoryError};
pub use build::{Built, build, cover_alignments};
pub use count::{Missing, Reason, Signed, Verdict, Void, count};
pub use difference::{Change, Edit, difference, seen};
pub use key::{KeyError, SigningKey};
pub use payload::{Payload, PayloadArticle, PayloadError};
pub use policy::{
    Admins, Defaults, Freeze, Match, Need, OnRenderChange, PATH as POLICY_PATH, Person, Policy, Rule,
};
pub use register::{Judged, Register, RegisterError};
pub use rule::RULES;
pub use rulebook::check as check_policy;
pub use signature::{NAMESPACE, SignatureError, verify};
pub use statement::{Answer, Statement, StatementError, Terms, Window};
pub use store::{BRANCH, Fault, Store, StoreError, Stored};
pub use subject::Subject;
pub use visible::Visible;
pub use waived::Waived;
