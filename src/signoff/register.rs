//! The register (签发簿): everything that decides about sign-offs of a site, read once and asked for every edition.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use jiff::Timestamp;

use super::allowed_signers::AllowedSigners;
use super::authors::{Authors, History, HistoryError};
use super::build::{Built, build};
use super::count::{Verdict, count};
use super::payload::Payload;
use super::policy::Policy;
use super::rulebook::Rulebook;
use super::store::{Fault, Store, StoreError, Stored};
use super::subject::Subject;
use crate::base::clock::Clock;
use crate::base::digest::Digest;
use crate::base::message::{Explain, Message};
use crate::finding::{Finding, Findings};
use crate::render::Renderer;
use crate::site::{Edition, Site};
use crate::source::branch::{Tip, shared_remote};
use crate::source::tree::Tree;

/// An edition, built and judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What readers get, and what it is made of.
    pub built: Built,
    /// The edition as policies see it.
    pub subject: Subject,
    /// Whether it may go out.
    pub verdict: Verdict,
}

impl Judged {
    /// Those of `findings` that are about the edition's files, and those of building it.
    pub fn findings<'f>(&'f self, findings: &'f Findings) -> impl Iterator<Item = &'f Finding> {
        self.built.own(findings)
    }
}

/// Policy, signers, authors and statements of a site.
pub struct Register {
    policy: Option<Policy>,
    signers: AllowedSigners,
    history: History,
    store: Store,
    tip: Option<Tip>,
    statements: Vec<Stored>,
    /// Indices into `statements` by edition and account, and by payload.
    by_unit: HashMap<(String, String), Vec<usize>>,
    by_payload: HashMap<Digest, Vec<usize>>,
    faults: Vec<Fault>,
    findings: Findings,
}

impl Register {
    /// Reads the register of the site in the folder `root`, whose files are `tree`: the work tree, or the commit
    /// `revision`. Policy problems are findings and leave the site without a policy, so that nothing may go out.
    ///
    /// # Errors
    /// When there is no repository, or the branch with the statements cannot be read.
    pub fn open(
        site: &Site,
        tree: &dyn Tree,
        root: &Path,
        revision: Option<&str>,
    ) -> Result<Self, RegisterError> {
        let mut register = Self::without_statements(site, tree, root, revision)?;
        register.refresh()?;
        Ok(register)
    }

    /// The register of the work tree as it was when the statements were last read, without asking the remote.
    ///
    /// # Errors
    /// When there is no repository, or the branch with the statements cannot be read.
    pub fn open_last_seen(site: &Site, tree: &dyn Tree, root: &Path) -> Result<Self, RegisterError> {
        let mut register = Self::without_statements(site, tree, root, None)?;
        let tip = register.store.last_seen()?;
        register.read(tip)?;
        Ok(register)
    }

    fn without_statements(
        site: &Site,
        tree: &dyn Tree,
        root: &Path,
        revision: Option<&str>,
    ) -> Result<Self, RegisterError> {
        let Rulebook { policy, signers, findings } = Rulebook::read(site, tree);
        let history = History::read(root, revision, None)?;
        let remote = shared_remote(root, site.config.remote.as_deref());
        let store = Store::open(root, remote.as_deref())?;
        Ok(Self {
            policy,
            signers,
            history,
            store,
            tip: None,
            statements: Vec::new(),
            by_unit: HashMap::new(),
            by_payload: HashMap::new(),
            faults: Vec::new(),
            findings,
        })
    }

    /// Reads the statements again.
    ///
    /// # Errors
    /// When the branch cannot be read.
    pub fn refresh(&mut self) -> Result<(), StoreError> {
        let tip = self.store.tip()?;
        self.read(tip)
    }

    fn read(&mut self, tip: Option<Tip>) -> Result<(), StoreError> {
        self.tip = tip;
        (self.statements, self.faults) = match self.tip {
            Some(tip) => self.store.statements(tip)?,
            None => (Vec::new(), Vec::new()),
        };
        self.by_unit.clear();
        self.by_payload.clear();
        for (index, stored) in self.statements.iter().enumerate() {
            let statement = &stored.statement;
            let unit = (statement.account.clone(), statement.unit.clone());
            self.by_unit.entry(unit).or_default().push(index);
            self.by_payload.entry(statement.payload).or_default().push(index);
        }
        Ok(())
    }

    /// The policy; `None` when there is no usable one.
    pub fn policy(&self) -> Option<&Policy> {
        self.policy.as_ref()
    }

    /// The keys that may sign.
    pub fn signers(&self) -> &AllowedSigners {
        &self.signers
    }

    /// What is wrong with the policy's files.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Files on the branch that are not what they should be.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Where the branch stood when it was read.
    pub fn tip(&self) -> Option<Tip> {
        self.tip
    }

    /// Whose hands were on the files of `subject`, bylines that name a person included.
    pub fn authors(&self, subject: &Subject) -> Authors {
        let Some(policy) = &self.policy else { return Authors::default() };
        let mut authors = self.history.authors(&subject.paths, policy);
        let named = subject.bylines.iter().filter(|name| policy.people.contains_key(*name));
        authors.people.extend(named.cloned());
        authors
    }

    /// Files of `subject` that are changed in the work tree and not committed.
    pub fn uncommitted<'s>(&self, subject: &'s Subject) -> Vec<&'s str> {
        self.history.uncommitted(&subject.paths)
    }

    /// Whether anybody ever said anything about the edition.
    pub fn knows(&self, account: &str, edition: &str) -> bool {
        self.by_unit.contains_key(&(account.to_owned(), edition.to_owned()))
    }

    /// Builds `edition` of `site`, whose files are `tree`, and says whether it may go out at `now`. Of `findings` those
    /// about its files matter to the policy.
    pub fn judge(
        &self,
        site: &Site,
        tree: &dyn Tree,
        renderer: &Renderer,
        edition: &Edition,
        findings: &Findings,
        now: Timestamp,
    ) -> Judged {
        let built = build(site, tree, renderer, edition);
        let subject = built.subject(site, edition, findings);
        let verdict = self.verdict(&subject, now);
        Judged { built, subject, verdict }
    }

    /// Whether `subject` may go out at `now`.
    pub fn verdict(&self, subject: &Subject, now: Timestamp) -> Verdict {
        let authors = self.authors(subject);
        count(subject, self.about(subject), self.policy.as_ref(), &self.signers, &authors, now)
    }

    /// Statements that name the edition or its payload.
    fn about(&self, subject: &Subject) -> impl Iterator<Item = &Stored> {
        let unit = (subject.account.clone(), subject.unit.clone());
        let by_unit = self.by_unit.get(&unit).into_iter().flatten();
        let by_payload = self.by_payload.get(&subject.payload).into_iter().flatten();
        let indices: BTreeSet<usize> = by_unit.chain(by_payload).copied().collect();
        indices.into_iter().filter_map(|index| self.statements.get(index))
    }

    /// The payload that somebody signed last for this edition, if it is another one than that of `subject`.
    pub fn last_signed(&self, subject: &Subject) -> Option<Payload> {
        let unit = (subject.account.clone(), subject.unit.clone());
        let indices = self.by_unit.get(&unit)?;
        let stored = indices.iter().filter_map(|index| self.statements.get(*index));
        let last = stored.max_by_key(|stored| stored.statement.at)?.statement.payload;
        (last != subject.payload).then(|| self.payload(last).ok()).flatten()
    }

    /// The frozen payload with that digest.
    ///
    /// # Errors
    /// When it was never signed, or the file is not it.
    pub fn payload(&self, digest: Digest) -> Result<Payload, StoreError> {
        let tip = self.tip.ok_or(StoreError::Unknown(digest))?;
        self.store.payload(tip, digest)
    }

    /// Adds a signed statement and its payload, and reads the register again.
    ///
    /// # Errors
    /// When the branch cannot be written or read.
    pub fn record(
        &mut self,
        clock: &dyn Clock,
        payload: &Payload,
        stored: &Stored,
    ) -> Result<Tip, StoreError> {
        let tip = self.store.record(clock, payload, stored)?;
        self.refresh()?;
        Ok(tip)
    }
}

/// The register cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The history cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The branch cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for RegisterError {
    fn message(&self) -> Message {
        match self {
            Self::History(error) => error.message(),
            Self::Store(error) => error.message(),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::History(error) => error.help(),
            Self::Store(error) => error.help(),
        }
    }
}
