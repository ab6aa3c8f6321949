//! A ledger on its branch: read whole and verified, then grown by compare-and-swap.

use std::path::Path;
use std::time::Duration;

use jiff::{Timestamp, TimestampRound, Unit};

use super::event::{self, NewEvent};
use super::verify::{parse, state_bytes, state_path, verify};
use super::{Books, Fault, LedgerError, Platform, Report};
use crate::base::clock::Clock;
use crate::source::branch::{AppendError, Branch, Change, Tip};

/// How often a push is repeated whose outcome cannot be read, or that was refused.
const TRIES: u32 = 4;

/// The ledger of one account, as one run sees it.
pub struct Ledger {
    branch: Branch,
    run: String,
    tip: Option<Tip>,
    books: Books,
}

impl Ledger {
    /// The ledger of `account` in the repository that holds `path`, on `remote` or in the repository itself, read and
    /// verified. `run` names who writes.
    ///
    /// # Errors
    /// When the branch cannot be read or does not verify.
    pub fn open(
        path: &Path,
        remote: Option<&str>,
        account: &str,
        run: impl Into<String>,
    ) -> Result<Self, LedgerError> {
        let branch = Branch::open(path, remote, &format!("qianfa/ledger/{account}"))?;
        let mut ledger = Self { branch, run: run.into(), tip: None, books: Books::new(account) };
        ledger.refresh()?;
        Ok(ledger)
    }

    /// What the events say.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// Where the branch stood when it was last read or written.
    pub fn tip(&self) -> Option<Tip> {
        self.tip
    }

    /// The run that writes.
    pub fn run(&self) -> &str {
        &self.run
    }

    /// Refuses to be used with another platform than that of its genesis.
    ///
    /// # Errors
    /// [`LedgerError::Platform`].
    pub fn require(&self, platform: Platform) -> Result<(), LedgerError> {
        match self.books.platform() {
            Some(found) if found != platform => Err(LedgerError::Platform {
                account: self.books.account().to_owned(),
                found: found.name().to_owned(),
                wanted: platform.name().to_owned(),
            }),
            _ => Ok(()),
        }
    }

    /// Number of this run's lease, while it holds it.
    pub fn lease(&self) -> Option<u64> {
        self.books.lease().filter(|lease| lease.run == self.run).map(|lease| lease.seq)
    }

    /// Reads what was written since; whether there was anything.
    ///
    /// # Errors
    /// When the branch cannot be read or does not verify.
    pub fn refresh(&mut self) -> Result<bool, LedgerError> {
        let tip = self.branch.fetch()?;
        if tip == self.tip {
            return Ok(false);
        }
        if let Some(tip) = tip {
            if self.tip.is_none() {
                self.books = self.read(tip)?.books;
            } else {
                self.follow(tip)?;
            }
        }
        self.tip = tip;
        Ok(true)
    }

    /// Everything on the branch, verified, with a linear history.
    ///
    /// # Errors
    /// When the branch cannot be read or does not verify.
    pub fn verify(&self) -> Result<Report, LedgerError> {
        let Some(tip) = self.tip else {
            return Ok(Report { books: self.books.clone(), events: Vec::new() });
        };
        if let Some(merge) = self.branch.log(tip)?.into_iter().find(|entry| entry.parents.len() > 1) {
            return Err(self.fault(Fault::Merge(merge.tip.to_string())));
        }
        self.read(tip)
    }

    /// Writes `events` in one commit on top of what this run has read. The push itself checks that nobody else wrote:
    /// after it has succeeded for an intent, the call may be made.
    ///
    /// # Errors
    /// [`LedgerError::Lost`] when another run wrote meanwhile; the books then show what. Otherwise when an event does
    /// not follow, or the branch cannot be written.
    pub fn append(
        &mut self,
        clock: &dyn Clock,
        skew_ms: Option<i64>,
        events: Vec<NewEvent>,
    ) -> Result<(), LedgerError> {
        let now = clock.now();
        let (books, change) = self.prepare(now, skew_ms, events)?;
        let mut tries = 0;
        loop {
            // The same files, parent and time give the same commit: a repeated push cannot write twice.
            match self.branch.append(self.tip, &change, now) {
                Ok(tip) => {
                    self.tip = Some(tip);
                    self.books = books;
                    return Ok(());
                }
                Err(AppendError::Moved(_)) => {
                    self.refresh()?;
                    return Err(self.lost());
                }
                Err(error @ (AppendError::Refused { .. } | AppendError::Unknown { .. })) => {
                    tries += 1;
                    if tries == TRIES {
                        return Err(error.into());
                    }
                    clock.sleep(Duration::from_secs(1 << tries));
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The error of a run that finds the ledger in other hands.
    pub fn lost(&self) -> LedgerError {
        let run = self.books.lease().map_or_else(|| "?".to_owned(), |lease| lease.run.clone());
        LedgerError::Lost { account: self.books.account().to_owned(), run }
    }

    fn fault(&self, fault: Fault) -> LedgerError {
        LedgerError::Fault { account: self.books.account().to_owned(), fault }
    }

    fn read(&self, tip: Tip) -> Result<Report, LedgerError> {
        let files = self.branch.read_all(tip, "", 16 * event::MAX_BYTES)?;
        verify(self.books.account(), &files).map_err(|fault| self.fault(fault))
    }

    /// Takes in the events behind those that are known; the states are checked by `verify`.
    fn follow(&mut self, tip: Tip) -> Result<(), LedgerError> {
        let number = |path: &str| path.rsplit('/').next()?.strip_suffix(".json")?.parse::<u64>().ok();
        let mut news: Vec<(u64, String)> = Vec::new();
        for path in self.branch.list(tip, "events")? {
            let Some(seq) = number(&path) else { return Err(self.fault(Fault::Foreign { path })) };
            if seq > self.books.last() {
                news.push((seq, path));
            }
        }
        news.sort_unstable();
        let mut books = self.books.clone();
        for (_, path) in news {
            let bytes = self.branch.read(tip, &path, event::MAX_BYTES)?;
            parse(&path, &bytes)
                .and_then(|(event, bytes)| books.take(&event, bytes))
                .map_err(|fault| self.fault(fault))?;
        }
        self.books = books;
        Ok(())
    }

    /// Gives the events their places, and the files that one commit writes.
    fn prepare(
        &self,
        now: Timestamp,
        skew_ms: Option<i64>,
        events: Vec<NewEvent>,
    ) -> Result<(Books, Change), LedgerError> {
        let at = now.round(TimestampRound::new().smallest(Unit::Millisecond)).unwrap_or(now);
        let mut books = self.books.clone();
        let mut files = Vec::new();
        let mut subjects = Vec::new();
        for new in events {
            let event = books.next(&self.run, at, skew_ms, new);
            let bytes = event.to_bytes();
            books.take(&event, &bytes).map_err(|fault| self.fault(fault))?;
            subjects.push(event.to_string());
            files.push((event.path(), bytes));
            if let Some(record) = event.delivery.as_ref().and_then(|delivery| books.record(delivery)) {
                let path = state_path(record);
                files.retain(|(old, _)| *old != path);
                files.push((path, state_bytes(record)));
            }
        }
        Ok((books, Change { files, message: subjects.join("\n") }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Facts, Kind};
    use super::*;
    use crate::base::clock::ManualClock;

    fn begin() -> Vec<NewEvent> {
        let genesis = Facts { platform: Some("sandbox".to_owned()), ..Facts::default() };
        let lease = Facts { until: Timestamp::from_second(1_797_000_600).ok(), ..Facts::default() };
        vec![
            NewEvent { facts: genesis, ..NewEvent::new(Kind::Genesis) },
            NewEvent { facts: lease, ..NewEvent::new(Kind::Lease) },
        ]
    }

    #[test]
    fn of_two_runs_that_write_on_the_same_place_one_learns_that_it_lost() {
        let folder = tempfile::tempdir().unwrap();
        let bare = folder.path().join("bare.git");
        git2::Repository::init_bare(&bare).unwrap();
        let site = folder.path().join("site");
        git2::Repository::init(&site).unwrap();
        let clock = ManualClock::new(Timestamp::from_second(1_797_000_000).unwrap());
        let open = |run: &str| Ledger::open(&site, bare.to_str(), "main", run).unwrap();

        let (mut first, mut second) = (open("r1"), open("r2"));
        first.append(&clock, Some(-210), begin()).unwrap();
        assert!(
            matches!(second.append(&clock, None, begin()), Err(LedgerError::Lost { run, .. }) if run == "r1")
        );
        assert_eq!(second.books().last(), 2);
        assert_eq!((first.lease(), second.lease()), (Some(2), None));

        first.append(&clock, None, vec![NewEvent::new(Kind::Release)]).unwrap();
        assert!(second.refresh().unwrap());
        assert!(!second.refresh().unwrap());
        second.append(&clock, None, vec![begin().remove(1)]).unwrap();
        let report = open("r3").verify().unwrap();
        assert_eq!(report.events.len(), 4);
        assert_eq!(report.events[1].skew_ms, Some(-210));
        assert_eq!(report.books.lease().map(|lease| lease.run.as_str()), Some("r2"));
    }

    #[test]
    fn a_ledger_that_somebody_edited_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        git2::Repository::init(folder.path()).unwrap();
        let clock = ManualClock::new(Timestamp::from_second(1_797_000_000).unwrap());
        let mut ledger = Ledger::open(folder.path(), None, "main", "r1").unwrap();
        ledger.append(&clock, None, begin()).unwrap();
        let edit = Change {
            files: vec![("events/2026/12/000002.json".into(), b"{}".to_vec())],
            message: "x".into(),
        };
        ledger.branch.append(ledger.tip(), &edit, clock.now()).unwrap();
        let opened = Ledger::open(folder.path(), None, "main", "r2");
        assert!(matches!(opened, Err(LedgerError::Fault { fault: Fault::Unreadable { .. }, .. })));
    }
}
