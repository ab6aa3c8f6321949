//! What is known of one delivery, and which event may follow which.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::event::{Event, Kind, Op};
use super::{DeliveryId, Fault};
use crate::base::digest::Digest;

/// The reason of a refusal that leaves no mark: the call was not made after all, and may simply be made again.
pub const PASSING: &str = "passing";

/// How far a delivery has come: its last durable fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Nothing was done; it is only known because it was held or skipped.
    Planned,
    /// Taken up: the payload is settled.
    Claimed,
    /// A draft is being made, or was and nobody knows.
    DraftIntent,
    /// The draft is in the box.
    Drafted,
    /// The draft was read back and equals what was sent.
    Checked,
    /// The draft is being submitted, or was and nobody knows.
    SubmitIntent,
    /// The platform took it and works on it.
    Submitted,
    /// It has a permanent address.
    Published,
    /// The published article was read back.
    Verified,
    /// The mass send is being asked for, or was and nobody knows.
    SendIntent,
    /// The platform sends.
    Sending,
    /// It was sent.
    Sent,
    /// The draft waits in the box for a person who publishes it in the console.
    Handed,
}

impl Stage {
    /// The name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Claimed => "claimed",
            Self::DraftIntent => "draft-intent",
            Self::Drafted => "drafted",
            Self::Checked => "checked",
            Self::SubmitIntent => "submit-intent",
            Self::Submitted => "submitted",
            Self::Published => "published",
            Self::Verified => "verified",
            Self::SendIntent => "send-intent",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Handed => "handed",
        }
    }

    /// Whether readers (or the person at the console) have it: nothing is to be done any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Published | Self::Verified | Self::Sent | Self::Handed)
    }

    /// Whether readers may see it, now or soon.
    pub const fn may_be_visible(self) -> bool {
        !matches!(self, Self::Planned | Self::Claimed | Self::DraftIntent | Self::Drafted | Self::Checked)
    }
}

/// Why a delivery does not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// It waits for a person or a condition.
    Held,
    /// It will not happen.
    Skipped,
    /// The platform refused.
    Failed,
    /// Nobody knows what happened.
    Unknown,
}

/// Why a delivery does not go on, with its reason. The next thing that is done removes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// What kind of stop.
    pub kind: MarkKind,
    /// One stable word.
    pub reason: String,
    /// The platform's return code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<i64>,
    /// More for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Since when.
    pub since: Timestamp,
}

/// How a delivery stands, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Published with a permanent address.
    Published,
    /// Sent to followers.
    Sent,
    /// In the draft box, for a person to publish.
    Handed,
    /// Begun and not finished.
    Open,
    /// Waits for a person or a condition.
    Held,
    /// Will not happen.
    Skipped,
    /// Refused by the platform.
    Failed,
    /// Nobody knows.
    Unknown,
}

/// What is known of one delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its name.
    pub delivery: DeliveryId,
    /// Name of the edition, as of the last claim.
    pub unit: String,
    /// What identifies the edition.
    pub uid: String,
    /// `mass`, `publish` or `draft`.
    pub mode: String,
    /// `all` or `tag:<name>`.
    pub audience: String,
    /// `once`, or which time.
    pub occurrence: String,
    /// When it should go out.
    pub due: Option<Timestamp>,
    /// Titles of its articles.
    pub titles: Vec<String>,
    /// P of what goes out.
    pub payload: Option<Digest>,
    /// Who signed that.
    pub signers: Vec<String>,
    /// How far it has come.
    pub stage: Stage,
    /// When it came there.
    pub since: Timestamp,
    /// Why it does not go on.
    pub mark: Option<Mark>,
    /// How often the present intent was written.
    pub attempt: u32,
    /// When the last intent was written: nobody may repeat its call before it has settled.
    pub intent_at: Option<Timestamp>,
    /// The draft.
    pub media_id: Option<String>,
    /// Every draft it ever had.
    pub drafts: Vec<String>,
    /// Fingerprint of its draft.
    pub fingerprint: Option<Digest>,
    /// Digest of the last read-back of its draft.
    pub readback: Option<Digest>,
    /// Idempotency key of the mass send.
    pub clientmsgid: Option<String>,
    /// Mass sends that the platform took on and failed.
    pub failed_sends: u32,
    /// The publication job.
    pub publish_id: Option<String>,
    /// The mass send job.
    pub msg_id: Option<String>,
    /// Key of statistics.
    pub msg_data_id: Option<String>,
    /// The publication.
    pub article_id: Option<String>,
    /// Permanent addresses.
    pub urls: Vec<String>,
    /// What the last look at the published article found wrong: `removed` or `changed`.
    pub drift: Option<String>,
    /// When it may first have been visible: the first submit or send intent that was not refused.
    pub visible_at: Option<Timestamp>,
}

impl Record {
    /// How it stands, for people.
    pub fn standing(&self) -> Standing {
        if self.stage.is_final() {
            return match self.stage {
                Stage::Sent => Standing::Sent,
                Stage::Handed => Standing::Handed,
                _ => Standing::Published,
            };
        }
        match self.mark.as_ref().map(|mark| mark.kind) {
            Some(MarkKind::Held) => Standing::Held,
            Some(MarkKind::Skipped) => Standing::Skipped,
            Some(MarkKind::Failed) => Standing::Failed,
            Some(MarkKind::Unknown) => Standing::Unknown,
            None => Standing::Open,
        }
    }

    /// Whether something was begun whose outcome must be settled before anything else of the edition may begin.
    pub fn is_open(&self) -> bool {
        match self.standing() {
            Standing::Open | Standing::Unknown => self.stage != Stage::Planned,
            _ => self.stage.may_be_visible() && !self.stage.is_final(),
        }
    }

    /// The mark's word, if there is one.
    pub fn reason(&self) -> Option<&str> {
        self.mark.as_ref().map(|mark| mark.reason.as_str())
    }

    /// The record before anything happened, named by a claim, hold or skip.
    pub(super) fn begin(event: &Event) -> Result<Self, Fault> {
        let lacks = |what| Fault::Lacks { seq: event.seq, what };
        let facts = &event.facts;
        Ok(Self {
            delivery: event.delivery.clone().ok_or(lacks("delivery"))?,
            unit: event.unit.clone().ok_or(lacks("unit"))?,
            uid: facts.uid.clone().ok_or(lacks("uid"))?,
            mode: facts.mode.clone().ok_or(lacks("mode"))?,
            audience: facts.audience.clone().ok_or(lacks("audience"))?,
            occurrence: facts.occurrence.clone().ok_or(lacks("occurrence"))?,
            due: facts.due,
            titles: facts.titles.clone(),
            payload: None,
            signers: Vec::new(),
            stage: Stage::Planned,
            since: event.at,
            mark: None,
            attempt: 0,
            intent_at: None,
            media_id: None,
            drafts: Vec::new(),
            fingerprint: None,
            readback: None,
            clientmsgid: None,
            failed_sends: 0,
            publish_id: None,
            msg_id: None,
            msg_data_id: None,
            article_id: None,
            urls: Vec::new(),
            drift: None,
            visible_at: None,
        })
    }

    /// Takes in an event of this delivery.
    pub(super) fn take(&mut self, event: &Event) -> Result<(), Fault> {
        match event.kind {
            Kind::Hold => self.stop(event, MarkKind::Held),
            Kind::Skip => self.stop(event, MarkKind::Skipped),
            Kind::Unknown => self.stop(event, MarkKind::Unknown),
            Kind::Refused => self.refused(event),
            Kind::Claim => self.claim(event),
            Kind::Intent | Kind::Effect | Kind::Adopt => self.advance(event),
            _ => Ok(()),
        }
    }

    fn illegal(&self, event: &Event) -> Fault {
        let op = event.op.map_or("", Op::name);
        let event_name = format!("{} {op}", event.kind.name());
        Fault::Transition {
            seq: event.seq,
            delivery: self.delivery.clone(),
            event: event_name.trim_end().to_owned(),
            from: self.stage.name(),
        }
    }

    fn stop(&mut self, event: &Event, kind: MarkKind) -> Result<(), Fault> {
        if self.stage.is_final() {
            return Err(self.illegal(event));
        }
        self.mark = Some(Mark {
            kind,
            reason: event.facts.reason.clone().unwrap_or_default(),
            code: event.facts.code,
            text: event.facts.text.clone(),
            since: event.at,
        });
        if kind == MarkKind::Held || kind == MarkKind::Skipped {
            self.describe(event);
        }
        Ok(())
    }

    /// A refusal ends the call that was asked for: the delivery stands where it stood before it.
    fn refused(&mut self, event: &Event) -> Result<(), Fault> {
        let stage = match (event.op, self.stage) {
            (Some(Op::Asset), Stage::Planned | Stage::Claimed) => self.stage,
            (Some(Op::DraftAdd), Stage::DraftIntent) => Stage::Claimed,
            (Some(Op::Submit), Stage::SubmitIntent) | (Some(Op::MassSend), Stage::SendIntent) => {
                Stage::Checked
            }
            (Some(Op::Publish), Stage::Submitted) | (Some(Op::MassDone), Stage::Sending) => Stage::Checked,
            _ => return Err(self.illegal(event)),
        };
        if event.facts.reason.as_deref() == Some(PASSING) {
            self.mark = None;
        } else {
            self.stop(event, MarkKind::Failed)?;
        }
        if event.op == Some(Op::MassDone) {
            self.failed_sends = self.failed_sends.saturating_add(1);
        }
        self.stage = stage;
        self.since = event.at;
        self.attempt = 0;
        if stage == Stage::Checked {
            self.visible_at = None;
        }
        Ok(())
    }

    /// Taking up a delivery, again after an edit or a refusal, as long as no reader can have it.
    fn claim(&mut self, event: &Event) -> Result<(), Fault> {
        if self.stage.may_be_visible() {
            return Err(self.illegal(event));
        }
        self.payload = Some(event.payload.ok_or(Fault::Lacks { seq: event.seq, what: "payload" })?);
        self.signers.clone_from(&event.facts.signers);
        self.describe(event);
        self.media_id = None;
        self.readback = None;
        self.enter(Stage::Claimed, event);
        self.attempt = 0;
        Ok(())
    }

    fn describe(&mut self, event: &Event) {
        if let Some(unit) = &event.unit {
            self.unit.clone_from(unit);
        }
        if event.facts.due.is_some() {
            self.due = event.facts.due;
        }
        if !event.facts.titles.is_empty() {
            self.titles.clone_from(&event.facts.titles);
        }
    }

    fn enter(&mut self, stage: Stage, event: &Event) {
        self.stage = stage;
        self.since = event.at;
        self.mark = None;
    }

    fn advance(&mut self, event: &Event) -> Result<(), Fault> {
        use Stage::{
            Checked, Claimed, DraftIntent, Drafted, Handed, Published, SendIntent, Sending, Sent,
            SubmitIntent, Submitted, Verified,
        };
        let op = event.op.ok_or(Fault::Lacks { seq: event.seq, what: "op" })?;
        let intent = event.kind == Kind::Intent;
        let found = event.kind == Kind::Adopt;
        let next = match (op, self.stage) {
            (Op::DraftAdd, Claimed | DraftIntent | Drafted | Checked) if intent => DraftIntent,
            (Op::DraftAdd, DraftIntent) => Drafted,
            (Op::DraftAdd, Claimed) if found => Drafted,
            (Op::DraftCheck, Drafted | Checked) if !intent => Checked,
            (Op::DraftHand, Checked) if !intent && self.mode == "draft" => Handed,
            (Op::Submit, Checked | SubmitIntent) if intent && self.mode == "publish" => SubmitIntent,
            (Op::Submit, SubmitIntent) if !intent => Submitted,
            (Op::Publish, Submitted) if !intent => Published,
            (Op::Publish, Claimed | DraftIntent | Drafted | Checked | SubmitIntent) if found => Published,
            (Op::Verify, Published) if !intent => Verified,
            (Op::MassSend, Checked | SendIntent) if intent && self.mode == "mass" => SendIntent,
            (Op::MassSend, SendIntent) if !intent => Sending,
            (Op::MassDone, Sending) if !intent => Sent,
            _ => return Err(self.illegal(event)),
        };
        if intent {
            self.attempt = if next == self.stage { self.attempt.saturating_add(1) } else { 1 };
            self.intent_at = Some(event.at);
            if next.may_be_visible() && self.visible_at.is_none() {
                self.visible_at = Some(event.at);
            }
        }
        self.keep(event);
        self.enter(next, event);
        if next == Published && self.visible_at.is_none() {
            self.visible_at = Some(event.at);
        }
        Ok(())
    }

    /// Keeps the ids that an event brings.
    fn keep(&mut self, event: &Event) {
        let facts = &event.facts;
        let take = |slot: &mut Option<String>, value: &Option<String>| {
            if value.is_some() {
                slot.clone_from(value);
            }
        };
        if event.op == Some(Op::DraftAdd) && event.kind != Kind::Intent {
            take(&mut self.media_id, &facts.media_id);
            self.drafts.extend(facts.media_id.clone().filter(|id| !self.drafts.contains(id)));
        }
        if facts.fingerprint.is_some() {
            self.fingerprint = facts.fingerprint;
        }
        match event.op {
            // Another draft reads back otherwise.
            Some(Op::DraftAdd) => self.readback = None,
            Some(Op::DraftCheck) => self.readback = facts.readback,
            Some(Op::Verify | Op::MassDone) => self.drift.clone_from(&facts.reason),
            _ => {}
        }
        take(&mut self.clientmsgid, &facts.clientmsgid);
        take(&mut self.publish_id, &facts.publish_id);
        take(&mut self.msg_id, &facts.msg_id);
        take(&mut self.msg_data_id, &facts.msg_data_id);
        take(&mut self.article_id, &facts.article_id);
        if !facts.urls.is_empty() {
            self.urls.clone_from(&facts.urls);
        }
    }
}
