//! The lease of an account: it saves work and quota. Correctness does not rest on it (operations reference 3.9).

use std::time::Duration;

use super::ended::RunError;
use super::run::{LEASE, Run};
use crate::base::message::deliver as text;
use crate::ledger::{Facts, Kind, Lease, LedgerError, NewEvent, Platform, Stage};

/// How often the branch is looked at while somebody else holds the lease.
const LOOK: Duration = Duration::from_secs(30);
/// How long a run waits for another one that is alive.
const PATIENCE: Duration = Duration::from_secs(1800);

impl Run<'_> {
    /// Takes the account's lease; begins the ledger if there is none. A foreign lease is watched: only when its branch
    /// has not moved for the length of a lease, by the time that this run has waited itself, is it taken over, and then
    /// the last request of the old holder is given time to land.
    ///
    /// # Errors
    /// [`LedgerError::Busy`] when the other run is alive and goes on, and those of writing.
    pub fn take_lease(&mut self, platform: Platform) -> Result<(), RunError> {
        let mut waited = Duration::ZERO;
        loop {
            self.ledger.require(platform)?;
            let foreign = self.ledger.books().lease().cloned();
            if let Some(lease) = &foreign {
                self.watch(lease, &mut waited)?;
            }
            let still = self.ledger.books().lease().cloned();
            if still.is_some() && still != foreign {
                continue;
            }
            match self.grab(platform) {
                Err(RunError::Ledger(LedgerError::Lost { .. })) => continue,
                result => result?,
            }
            if still.is_some() && self.has_open_intent() {
                self.announce(text::settling(3 * self.patience.request.as_secs()));
                self.rest(self.patience.request * 3)?;
            }
            return Ok(());
        }
    }

    fn grab(&mut self, platform: Platform) -> Result<(), RunError> {
        let mut events = vec![self.lease_event()];
        if self.ledger.books().last() == 0 {
            let facts = Facts { platform: Some(platform.name().to_owned()), ..Facts::default() };
            events.insert(0, NewEvent { facts, ..NewEvent::new(Kind::Genesis) });
        }
        let skew = self.skew_ms();
        Ok(self.ledger.append(self.clock, skew, events)?)
    }

    /// Waits until the holder gives the lease back, or has been silent for the length of a lease.
    fn watch(&mut self, lease: &Lease, waited: &mut Duration) -> Result<(), RunError> {
        self.announce(text::watching(&lease.run, LEASE.as_secs() / 60));
        let mut silent = Duration::ZERO;
        while silent < LEASE {
            self.clock.sleep(LOOK);
            silent += LOOK;
            *waited += LOOK;
            if self.ledger.refresh()? {
                silent = Duration::ZERO;
                if self.ledger.books().lease().is_none() {
                    return Ok(());
                }
            }
            if *waited >= PATIENCE && silent < LEASE {
                let account = self.ledger.books().account().to_owned();
                return Err(LedgerError::Busy { account, run: lease.run.clone() }.into());
            }
        }
        Ok(())
    }

    fn has_open_intent(&self) -> bool {
        let open = [Stage::DraftIntent, Stage::SubmitIntent, Stage::SendIntent];
        self.ledger.books().records().any(|record| open.contains(&record.stage))
    }

    /// Gives the lease back, if this run holds it.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn release(&mut self) -> Result<(), RunError> {
        if self.ledger.lease().is_none() {
            return Ok(());
        }
        let skew = self.skew_ms();
        Ok(self.ledger.append(self.clock, skew, vec![NewEvent::new(Kind::Release)])?)
    }
}
