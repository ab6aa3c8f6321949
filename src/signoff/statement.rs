//! A statement: what one person, in one role, says about one payload. Its canonical spelling is what is signed.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::payload::mode;
use super::subject::Subject;
use super::waived::Waived;
use crate::base::digest::Digest;
use crate::base::id;
use crate::base::json;
use crate::base::message::{Explain, Message, signoff as text};
use crate::finding::Finding;
use crate::site::Mode;

/// What [`Statement::kind`] says.
pub(super) const KIND: &str = "qianfa/approval/v1";
/// Most bytes of a statement, and of a signature.
pub(super) const MAX_BYTES: usize = 16 << 10;
/// Most characters of a name, a role or a nonce.
const MAX_NAME: usize = 64;

/// What one person says about one payload (operations reference 3.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The account.
    pub account: String,
    /// When it was said, in whole seconds.
    pub at: Timestamp,
    /// To whom the payload goes: `all` or `tag:<name>`.
    pub audience: String,
    /// Who says it: a name of `policy/allowed_signers`.
    pub by: String,
    /// Says nothing any more from this instant.
    pub expires: Timestamp,
    /// Digest of the findings that the signer was shown.
    pub findings: Digest,
    /// How the payload goes out.
    #[serde(with = "mode")]
    pub mode: Mode,
    /// Random; two statements are never the same.
    pub nonce: String,
    /// P, the digest of the payload.
    pub payload: Digest,
    /// Digest of the policy file that the signer was shown.
    pub policy: Digest,
    /// Why, in the signer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// In which role.
    pub role: String,
    /// S, the digest of the files that the payload was made of.
    pub source: Digest,
    /// `qianfa/approval/v1`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Name of the edition.
    pub unit: String,
    /// Yes, no, or never mind.
    pub verdict: Answer,
    /// Exceptions from errors that the signer was shown and accepts; absent in statements without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waives: Vec<Waived>,
    /// Holds only for deliveries in this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
}

/// Yes, no, or never mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// It may go out.
    Approve,
    /// It may not go out.
    Reject,
    /// What I said before does not hold any more.
    Withdraw,
}

impl Answer {
    /// The name in statements and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Reject => "reject",
            Self::Withdraw => "withdraw",
        }
    }
}

/// A time in which a delivery may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Not from this instant on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Timestamp>,
    /// Not before this instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Timestamp>,
}

/// What a signer adds to what is signed.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Who.
    pub by: String,
    /// In which role.
    pub role: String,
    /// Yes, no, or never mind.
    pub verdict: Answer,
    /// Why, in their words.
    pub reason: Option<String>,
    /// For how long it counts at most.
    pub expires: SignedDuration,
    /// For deliveries in which time.
    pub window: Option<Window>,
}

impl Statement {
    /// What somebody says at `now` about `payload`, a rendering of `subject`, having seen `findings` and the policy with
    /// that digest.
    pub fn about(
        subject: &Subject,
        payload: Digest,
        policy: Digest,
        findings: &[&Finding],
        terms: Terms,
        now: Timestamp,
    ) -> Self {
        let at = Timestamp::from_second(now.as_second()).unwrap_or(now);
        Self {
            account: subject.account.clone(),
            at,
            audience: subject.audience.clone(),
            by: terms.by,
            expires: at.checked_add(terms.expires).unwrap_or(Timestamp::MAX),
            findings: seen(findings),
            mode: subject.mode,
            nonce: id::random(10),
            payload,
            policy,
            reason: terms.reason,
            role: terms.role,
            source: subject.source,
            kind: KIND.to_owned(),
            unit: subject.unit.clone(),
            verdict: terms.verdict,
            waives: if terms.verdict == Answer::Approve { Waived::of(findings) } else { Vec::new() },
            window: terms.window,
        }
    }

    /// The bytes that are signed and stored.
    #[expect(clippy::expect_used, reason = "strings and times always have a canonical spelling")]
    pub fn canonical(&self) -> String {
        json::canonical(self).expect("a statement holds neither fractions nor maps with other keys")
    }

    /// Whether it is short enough to be read again.
    pub fn fits(&self) -> bool {
        self.canonical().len() <= MAX_BYTES
    }

    /// Reads a stored statement; only the canonical spelling of one is one.
    ///
    /// # Errors
    /// When the text is too large, no statement, of another type, or spelt otherwise.
    pub fn parse(text: &str) -> Result<Self, StatementError> {
        if text.len() > MAX_BYTES {
            return Err(StatementError::TooLarge);
        }
        let statement: Self =
            serde_json::from_str(text).map_err(|error| StatementError::Unreadable(error.to_string()))?;
        if statement.kind != KIND {
            return Err(StatementError::Kind(statement.kind));
        }
        if statement.canonical() != text {
            return Err(StatementError::NotCanonical);
        }
        for name in [&statement.by, &statement.role, &statement.nonce] {
            if !is_name(name) {
                return Err(StatementError::Name(name.clone()));
            }
        }
        Ok(statement)
    }

    /// Name of the file that holds it: `<at>-<by>-<role>-<nonce>`, without an extension.
    pub(super) fn file_stem(&self) -> String {
        let at = self.at.strftime("%Y%m%dT%H%M%SZ");
        format!("{at}-{}-{}-{}", self.by, self.role, self.nonce)
    }
}

/// Digest of the findings that a signer was shown: one line each, sorted.
fn seen(findings: &[&Finding]) -> Digest {
    let mut lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            let (at, key) = (finding.place.start(), finding.message.key());
            let path = finding.place.path();
            format!("{} {} {path}:{}:{} {key}\n", finding.severity, finding.rule, at.line, at.column)
        })
        .collect();
    lines.sort();
    Digest::of(lines.concat())
}

/// Whether a text can name a person or a role: letters, digits and `._@+-`, not beginning with a sign.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphanumeric)
        && text.chars().count() <= MAX_NAME
        && text.chars().all(|c| c.is_alphanumeric() || "._@+-".contains(c))
}

/// A stored statement is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// More than 16 KiB.
    #[error("the statement is larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// Not a statement.
    #[error("not a statement: {0}")]
    Unreadable(String),
    /// Another type of statement.
    #[error("a statement of type {0}, expected {KIND}")]
    Kind(String),
    /// The same values in another spelling.
    #[error("the statement is not in its canonical spelling")]
    NotCanonical,
    /// A name that cannot be one.
    #[error("{0} cannot name a person or a role")]
    Name(String),
}

impl Explain for StatementError {
    fn message(&self) -> Message {
        match self {
            Self::TooLarge => text::statement_too_large(MAX_BYTES),
            Self::Unreadable(reason) => text::statement_unreadable(reason),
            Self::Kind(kind) => text::statement_kind(kind, KIND),
            Self::NotCanonical => text::statement_not_canonical(),
            Self::Name(name) => text::statement_name(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn statement() -> Statement {
        let at: Timestamp = "2026-03-02T09:12:44Z".parse().unwrap();
        Statement {
            account: "main".to_owned(),
            at,
            audience: "all".to_owned(),
            by: "zhang.wei".to_owned(),
            expires: at + jiff::SignedDuration::from_hours(168),
            findings: Digest::of("f"),
            mode: Mode::Mass,
            nonce: "01abc".to_owned(),
            payload: Digest::of("p"),
            policy: Digest::of("y"),
            reason: None,
            role: "supervisor".to_owned(),
            source: Digest::of("s"),
            kind: KIND.to_owned(),
            unit: "content/brand/spring".to_owned(),
            verdict: Answer::Approve,
            waives: Vec::new(),
            window: Some(Window { not_after: Some(at), not_before: None }),
        }
    }

    #[test]
    fn a_statement_reads_back_and_other_types_spellings_and_names_are_refused() {
        let text = statement().canonical();
        assert!(
            text.starts_with(r#"{"account":"main","at":"2026-03-02T09:12:44Z","audience":"all","by""#),
            "{text}"
        );
        assert_eq!(Statement::parse(&text), Ok(statement()));
        assert!(!text.contains("waives"), "statements of before the exceptions read as they did: {text}");
        let place = Waived {
            at: "12:5".to_owned(),
            mark: "00".to_owned(),
            path: "content/a.md".to_owned(),
            rule: "ad.absolute".to_owned(),
        };
        let waiving = Statement { waives: vec![place], ..statement() };
        assert_eq!(Statement::parse(&waiving.canonical()), Ok(waiving));
        let empty = text.replace("\"window\"", "\"waives\":[],\"window\"");
        assert_eq!(Statement::parse(&empty), Err(StatementError::NotCanonical));
        assert_eq!(statement().file_stem(), "20260302T091244Z-zhang.wei-supervisor-01abc");
        let parse = |from: &str, to: &str| Statement::parse(&text.replace(from, to));
        assert!(matches!(parse("approval/v1", "approval/v2"), Err(StatementError::Kind(_))));
        assert_eq!(parse("09:12:44Z", "09:12:44.000Z"), Err(StatementError::NotCanonical));
        assert!(matches!(parse("zhang.wei", "../zhang"), Err(StatementError::Name(_))));
        assert!(matches!(parse("\"approve\"", "\"perhaps\""), Err(StatementError::Unreadable(_))));
        assert_eq!(Statement::parse(&" ".repeat(MAX_BYTES + 1)), Err(StatementError::TooLarge));
    }

    proptest! {
        #[test]
        fn nothing_that_is_read_panics(cut in 0..600usize, text in ".{0,40}") {
            let whole = statement().canonical();
            let cut = whole.floor_char_boundary(cut);
            let _ = Statement::parse(&format!("{}{text}{}", &whole[..cut], &whole[cut..]));
        }
    }
}
