//! One event of the ledger and its one spelling.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::DeliveryId;
use crate::base::digest::Digest;
use crate::base::json;

/// The form that this program writes.
pub(super) const VERSION: u32 = 1;
/// Most bytes that an event may have.
pub(super) const MAX_BYTES: u64 = 64 << 10;

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The beginning: which platform this ledger is for.
    Genesis,
    /// A run takes or renews the account's lease.
    Lease,
    /// A run gives the lease back.
    Release,
    /// A delivery is taken up, with the payload that will go out.
    Claim,
    /// A call that must not be repeated blindly is about to be made.
    Intent,
    /// A call took effect.
    Effect,
    /// The platform refused for good.
    Refused,
    /// Nobody knows what a call did.
    Unknown,
    /// What a lost answer did was found on the platform.
    Adopt,
    /// A delivery waits for a person or a condition.
    Hold,
    /// A delivery will not happen.
    Skip,
    /// A place that later verification starts from.
    Checkpoint,
    /// Anything worth remembering.
    Note,
}

impl Kind {
    /// The name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Genesis => "genesis",
            Self::Lease => "lease",
            Self::Release => "release",
            Self::Claim => "claim",
            Self::Intent => "intent",
            Self::Effect => "effect",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Adopt => "adopt",
            Self::Hold => "hold",
            Self::Skip => "skip",
            Self::Checkpoint => "checkpoint",
            Self::Note => "note",
        }
    }
}

/// What a run does to the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Op {
    /// A picture is uploaded.
    #[serde(rename = "asset")]
    Asset,
    /// A draft is made.
    #[serde(rename = "draft.add")]
    DraftAdd,
    /// A draft was read back and equals what was sent.
    #[serde(rename = "draft.check")]
    DraftCheck,
    /// A checked draft is left for a person to publish in the console.
    #[serde(rename = "draft.hand")]
    DraftHand,
    /// A draft is submitted for publication.
    #[serde(rename = "submit")]
    Submit,
    /// The platform published it.
    #[serde(rename = "publish")]
    Publish,
    /// The published article was read back.
    #[serde(rename = "verify")]
    Verify,
    /// A draft is sent to followers.
    #[serde(rename = "mass.send")]
    MassSend,
    /// The platform finished sending.
    #[serde(rename = "mass.done")]
    MassDone,
}

impl Op {
    /// The name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asset => "asset",
            Self::DraftAdd => "draft.add",
            Self::DraftCheck => "draft.check",
            Self::DraftHand => "draft.hand",
            Self::Submit => "submit",
            Self::Publish => "publish",
            Self::Verify => "verify",
            Self::MassSend => "mass.send",
            Self::MassDone => "mass.done",
        }
    }
}

/// What belongs to an event beside its kind; never a secret.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Facts {
    /// Genesis: `api.weixin.qq.com` or `sandbox`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Lease: it may be taken over from then on, by its writer's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Claim, hold, skip: what identifies the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// Claim, hold, skip: `mass`, `publish` or `draft`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Claim, hold, skip: `all` or `tag:<name>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// Claim, hold, skip: `once`, or which time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<String>,
    /// Claim, hold, skip: when it should go out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// Claim, hold, skip: titles of the articles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<String>,
    /// Claim: who signed the payload.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<String>,
    /// Draft: fingerprint by which a draft is found again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Digest>,
    /// Draft check: digest of everything that the read-back says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub readback: Option<Digest>,
    /// Asset: digest of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<Digest>,
    /// Asset: `inline` (an address) or `cover` (a permanent id).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Asset: the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Asset, draft: the platform's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
    /// Mass send: the idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clientmsgid: Option<String>,
    /// Submit: the job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish_id: Option<String>,
    /// Mass send: the job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub msg_id: Option<String>,
    /// Submit, mass send: key of statistics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub msg_data_id: Option<String>,
    /// Publish: the publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_id: Option<String>,
    /// Publish: address of every article.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<String>,
    /// Refused: the platform's return code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<i64>,
    /// Publish: `publish_status`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i64>,
    /// Refused, unknown, hold, skip, and a verification that found something: one stable word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Anything for a reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// An event before it has its place in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// What kind of thing.
    pub kind: Kind,
    /// What is done to the platform.
    pub op: Option<Op>,
    /// The delivery it belongs to.
    pub delivery: Option<DeliveryId>,
    /// Name of the edition, for readers.
    pub unit: Option<String>,
    /// P: digest of the payload.
    pub payload: Option<Digest>,
    /// Which try, from 1.
    pub attempt: Option<u32>,
    /// The rest.
    pub facts: Facts,
}

impl NewEvent {
    /// An event without anything but its kind.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            op: None,
            delivery: None,
            unit: None,
            payload: None,
            attempt: None,
            facts: Facts::default(),
        }
    }

    /// An event of a delivery.
    pub fn of(kind: Kind, op: Op, delivery: &DeliveryId, facts: Facts) -> Self {
        Self { op: Some(op), delivery: Some(delivery.clone()), facts, ..Self::new(kind) }
    }
}

/// An event in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The form of this record: 1.
    pub v: u32,
    /// Number, from 1, without gaps.
    pub seq: u64,
    /// Number of the event before; 0 for the first.
    pub prev: u64,
    /// Digest of the bytes of the event before; absent for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<Digest>,
    /// The account.
    pub account: String,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// The run that wrote it.
    pub run: String,
    /// Number of the lease under which it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lease: Option<u64>,
    /// The platform's clock minus the writer's, if it was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skew_ms: Option<i64>,
    /// What kind of thing.
    pub kind: Kind,
    /// What is done to the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op: Option<Op>,
    /// The delivery it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<DeliveryId>,
    /// Name of the edition, for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// P: digest of the payload.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<Digest>,
    /// Which try, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt: Option<u32>,
    /// The rest.
    #[serde(default)]
    pub facts: Facts,
}

impl Event {
    /// The one spelling, ending in a line feed.
    #[expect(
        clippy::expect_used,
        reason = "strings, integers and lists of strings always have a canonical spelling"
    )]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text =
            json::canonical(self).expect("an event holds neither fractions nor maps with other keys");
        text.push('\n');
        text.into_bytes()
    }

    /// Reads an event; only the one spelling of a known form is accepted.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let event: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if event.v != VERSION {
            return Err(format!("form {}", event.v));
        }
        if event.to_bytes() != bytes {
            return Err("not the canonical spelling".to_owned());
        }
        Ok(event)
    }

    /// Where the event lies on the branch.
    pub fn path(&self) -> String {
        let day = jiff::tz::Offset::UTC.to_datetime(self.at);
        format!("events/{:04}/{:02}/{:06}.json", day.year(), day.month(), self.seq)
    }
}

/// `000184 intent mass.send <delivery>`: the subject of the commit.
impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06} {}", self.seq, self.kind.name())?;
        if let Some(op) = self.op {
            write!(f, " {}", op.name())?;
        }
        if let Some(delivery) = &self.delivery {
            write!(f, " {delivery}")?;
        }
        Ok(())
    }
}
