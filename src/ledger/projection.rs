//! The state of an account as a fold over its events: pure, and the same on every machine.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;

use super::event::{self, Event, Kind, NewEvent, Op};
use super::{DeliveryId, Fault, Record};
use crate::base::digest::Digest;

/// What a ledger speaks of. A rehearsal must neither block nor fake a real delivery, so a ledger is of one platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// The platform itself, directly or through a relay.
    WeChat,
    /// A stand-in on this machine.
    Sandbox,
}

impl Platform {
    /// The name in a genesis.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WeChat => "api.weixin.qq.com",
            Self::Sandbox => "sandbox",
        }
    }

    fn of(name: &str) -> Option<Self> {
        [Self::WeChat, Self::Sandbox].into_iter().find(|platform| platform.name() == name)
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Who works on the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// Number of the event that took it; renewals keep it.
    pub seq: u64,
    /// The run.
    pub run: String,
    /// When it was taken.
    pub taken: Timestamp,
    /// When it was last renewed.
    pub at: Timestamp,
    /// When it may be taken over, by its holder's clock.
    pub until: Timestamp,
}

/// A picture on the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Id of the permanent material, for covers and picture messages.
    pub media_id: Option<String>,
    /// Its address, for pictures of a text.
    pub url: Option<String>,
}

/// Everything that the events of an account say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Books {
    account: String,
    platform: Option<Platform>,
    head: Option<(u64, Digest)>,
    lease: Option<Lease>,
    records: BTreeMap<DeliveryId, Record>,
    assets: BTreeMap<(Digest, String), Stored>,
}

impl Books {
    /// The books of an account before its first event.
    pub fn new(account: impl Into<String>) -> Self {
        Self { account: account.into(), ..Self::default() }
    }

    /// The account.
    pub fn account(&self) -> &str {
        &self.account
    }

    /// The platform of the genesis; `None` before it.
    pub fn platform(&self) -> Option<Platform> {
        self.platform
    }

    /// Number of the last event; 0 before the first.
    pub fn last(&self) -> u64 {
        self.head.map_or(0, |(seq, _)| seq)
    }

    /// Digest of the last event's bytes.
    pub(super) fn chain(&self) -> Option<Digest> {
        self.head.map(|(_, digest)| digest)
    }

    /// Who works on the account, until the lease is given back.
    pub fn lease(&self) -> Option<&Lease> {
        self.lease.as_ref()
    }

    /// Every delivery, by name.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// One delivery.
    pub fn record(&self, delivery: &DeliveryId) -> Option<&Record> {
        self.records.get(delivery)
    }

    /// Deliveries of the edition `uid`.
    pub fn of_edition<'a>(&'a self, uid: &'a str) -> impl Iterator<Item = &'a Record> {
        self.records.values().filter(move |record| record.uid == uid)
    }

    /// A picture that was uploaded in that form (`inline`, `cover`).
    pub fn asset(&self, digest: Digest, form: &str) -> Option<&Stored> {
        self.assets.get(&(digest, form.to_owned()))
    }

    /// The delivery that had this draft.
    pub fn owner_of_draft(&self, media_id: &str) -> Option<&DeliveryId> {
        let owner = self.records.values().find(|record| record.drafts.iter().any(|own| own == media_id));
        owner.map(|record| &record.delivery)
    }

    /// The delivery of this publication.
    pub fn owner_of_article(&self, article_id: &str) -> Option<&DeliveryId> {
        let owner = self.records.values().find(|record| record.article_id.as_deref() == Some(article_id));
        owner.map(|record| &record.delivery)
    }

    /// Gives `new` the next place, as written by `run` at the time `at`.
    pub(super) fn next(&self, run: &str, at: Timestamp, skew_ms: Option<i64>, new: NewEvent) -> Event {
        Event {
            v: event::VERSION,
            seq: self.last() + 1,
            prev: self.last(),
            chain: self.chain(),
            account: self.account.clone(),
            at,
            run: run.to_owned(),
            lease: self.lease.as_ref().filter(|lease| lease.run == run).map(|lease| lease.seq),
            skew_ms,
            kind: new.kind,
            op: new.op,
            delivery: new.delivery,
            unit: new.unit,
            payload: new.payload,
            attempt: new.attempt,
            facts: new.facts,
        }
    }

    /// Takes in the next event, whose bytes are `bytes`. On an error nothing was changed that matters: the books are of
    /// no more use.
    ///
    /// # Errors
    /// When the event does not follow.
    pub fn take(&mut self, event: &Event, bytes: &[u8]) -> Result<(), Fault> {
        let expected = self.last() + 1;
        if event.seq != expected {
            return Err(Fault::Gap { expected, found: event.seq });
        }
        if event.prev != self.last() || event.chain != self.chain() {
            return Err(Fault::Chain(event.seq));
        }
        if event.account != self.account {
            return Err(Fault::Account { seq: event.seq, account: event.account.clone() });
        }
        self.fold(event)?;
        self.head = Some((event.seq, Digest::of(bytes)));
        Ok(())
    }

    fn fold(&mut self, event: &Event) -> Result<(), Fault> {
        if (event.kind == Kind::Genesis) != (event.seq == 1) {
            return Err(Fault::Genesis(event.seq));
        }
        match event.kind {
            Kind::Genesis => {
                let platform = event.facts.platform.as_deref().and_then(Platform::of);
                self.platform = Some(platform.ok_or(Fault::Lacks { seq: event.seq, what: "platform" })?);
                return Ok(());
            }
            Kind::Lease => return self.take_lease(event),
            Kind::Checkpoint | Kind::Note => return Ok(()),
            _ => {}
        }
        let holds =
            self.lease.as_ref().is_some_and(|lease| lease.run == event.run && Some(lease.seq) == event.lease);
        if !holds {
            return Err(Fault::NotHolder(event.seq));
        }
        if event.kind == Kind::Release {
            self.lease = None;
            return Ok(());
        }
        if event.op == Some(Op::Asset) && event.kind == Kind::Effect {
            return self.take_asset(event);
        }
        self.take_delivery(event)
    }

    fn take_lease(&mut self, event: &Event) -> Result<(), Fault> {
        let until = event.facts.until.ok_or(Fault::Lacks { seq: event.seq, what: "until" })?;
        let renewed =
            self.lease.as_ref().filter(|lease| lease.run == event.run && Some(lease.seq) == event.lease);
        let (seq, taken) = renewed.map_or((event.seq, event.at), |lease| (lease.seq, lease.taken));
        self.lease = Some(Lease { seq, run: event.run.clone(), taken, at: event.at, until });
        Ok(())
    }

    fn take_asset(&mut self, event: &Event) -> Result<(), Fault> {
        let lacks = |what| Fault::Lacks { seq: event.seq, what };
        let facts = &event.facts;
        let key = (facts.asset.ok_or(lacks("asset"))?, facts.form.clone().ok_or(lacks("form"))?);
        if facts.url.is_none() && facts.media_id.is_none() {
            return Err(lacks("url"));
        }
        self.assets.insert(key, Stored { media_id: facts.media_id.clone(), url: facts.url.clone() });
        Ok(())
    }

    fn take_delivery(&mut self, event: &Event) -> Result<(), Fault> {
        let delivery = event.delivery.as_ref().ok_or(Fault::Lacks { seq: event.seq, what: "delivery" })?;
        if let Some(record) = self.records.get_mut(delivery) {
            return record.take(event);
        }
        if !matches!(event.kind, Kind::Claim | Kind::Hold | Kind::Skip) {
            return Err(Fault::Lacks { seq: event.seq, what: "claim" });
        }
        let mut record = Record::begin(event)?;
        record.take(event)?;
        self.records.insert(delivery.clone(), record);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
