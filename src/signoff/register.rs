//! The register (签发簿): everything that decides about sign-offs of a site, read once and asked for every edition.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::allowed_signers::{self, AllowedSigners};
use super::authors::{Authors, History, HistoryError};
use super::build::{Built, build};
use super::count::{Verdict, count};
use super::payload::Payload;
use super::policy::{self, Policy};
use super::store::{Fault, Store, StoreError, Stored};
use super::subject::Subject;
use crate::base::clock::Clock;
use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, signoff as text};
use crate::finding::{Finding, Findings, Place};
use crate::render::Renderer;
use crate::site::{Edition, LIMITS, Site};
use crate::source::SourceFile;
use crate::source::branch::{Tip, shared_remote};
use crate::source::tree::{Tree, TreeError};

const RULE: &str = "policy.approvals";

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
        let mut findings = Findings::new();
        let policy = read(tree, policy::PATH)?.and_then(|file| {
            let (policy, found) = Policy::parse(&file);
            findings.extend(found);
            policy
        });
        let signers = read(tree, allowed_signers::PATH)?.map(|file| {
            let (signers, found) = AllowedSigners::parse(&file, &site.config.zone);
            findings.extend(found);
            signers
        });
        let signers = signers.unwrap_or_default();
        if let Some(policy) = &policy {
            findings.extend(fit(policy, &signers, site));
        }
        findings.sort();
        let history = History::read(root, revision, None)?;
        let remote = shared_remote(root, site.config.remote.as_deref());
        let store = Store::open(root, remote.as_deref())?;
        let mut register = Self {
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
        };
        register.refresh()?;
        Ok(register)
    }

    /// Reads the statements again.
    ///
    /// # Errors
    /// When the branch cannot be read.
    pub fn refresh(&mut self) -> Result<(), StoreError> {
        self.tip = self.store.tip()?;
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

/// The text of a policy file; `None` when there is none.
fn read(tree: &dyn Tree, path: &str) -> Result<Option<Arc<SourceFile>>, RegisterError> {
    let bytes = match tree.read(path, LIMITS.yaml) {
        Ok(bytes) => bytes,
        Err(TreeError::Missing(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let text = String::from_utf8(bytes).map_err(|_| RegisterError::NoText(path.to_owned()))?;
    Ok(Some(Arc::new(SourceFile::new(path, text))))
}

/// What does not fit together although every file by itself is well.
fn fit(policy: &Policy, signers: &AllowedSigners, site: &Site) -> Findings {
    let place = || Place::file_only(policy::PATH);
    let mut findings = Findings::new();
    for account in policy.rules.iter().flat_map(|rule| &rule.matches.account) {
        if site.config.account(account).is_none() {
            findings.push(Finding::error(RULE, place(), text::policy_no_account(account)));
        }
    }
    let people: BTreeSet<&String> = policy.roles.values().flatten().collect();
    for person in people {
        if !signers.iter().any(|signer| signer.is(person)) {
            let finding = Finding::warning(RULE, place(), text::policy_no_key(person));
            findings.push(finding.help(text::policy_no_key_help()));
        }
        if policy.people.get(person).is_none_or(|known| known.emails.is_empty()) {
            let finding = Finding::warning(RULE, place(), text::policy_no_email(person));
            findings.push(finding.help(text::policy_no_email_help()));
        }
    }
    findings
}

/// The register cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// A policy file cannot be read.
    #[error(transparent)]
    Tree(#[from] TreeError),
    /// A policy file is not UTF-8.
    #[error("{0} is no text")]
    NoText(String),
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
            Self::Tree(error) => error.message(),
            Self::NoText(path) => text::store_no_text(path),
            Self::History(error) => error.message(),
            Self::Store(error) => error.message(),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Tree(error) => error.help(),
            Self::NoText(_) => None,
            Self::History(error) => error.help(),
            Self::Store(error) => error.help(),
        }
    }
}
