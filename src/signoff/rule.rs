//! The rules of sign-off: what policy files and the building of a payload can complain about.

use crate::base::message::signoff as text;
use crate::finding::Severity;
use crate::source::rule::FormRule;

/// What the platform does not take.
pub(super) const LIMIT: &str = "payload.limit";
/// The list of keys.
pub(super) const SIGNERS: &str = "policy.allowed-signers";
/// Who must sign what.
pub(super) const APPROVALS: &str = "policy.approvals";

/// Every rule of sign-off, sorted by id.
pub const RULES: &[FormRule] = &[
    FormRule { id: LIMIT, severity: Severity::Error, about: text::about_limit },
    FormRule { id: SIGNERS, severity: Severity::Error, about: text::about_signers },
    FormRule { id: APPROVALS, severity: Severity::Error, about: text::about_approvals },
];
