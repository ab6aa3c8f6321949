//! The sandbox itself: holds the state, meets faults, runs requests one after the other, keeps the log.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use super::answer::{Answer, Outcome, Refusal, rid};
use super::blob::Blobs;
use super::fault::{Fault, Faults, Scenario, Scenarios, Trouble};
use super::mass::Preview;
use super::published::{self, Published};
use super::request::{self, Request, Scene};
use super::state::State;
use super::{Account, Observed, Options, Point, endpoint, mass, publish, token};
use crate::base::digest::Digest;
use crate::base::file::{self, FileError};
use crate::base::message::{Explain, Message, sandbox as text};

/// Lines of the log that are kept.
const LOG_LINES: usize = 10_000;

/// A sandbox cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// The state file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The state file holds something else.
    #[error("{} is not the state of a sandbox: {source}", path.display())]
    State {
        /// The file.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// Host and port.
        address: std::net::SocketAddr,
        /// Why.
        source: std::io::Error,
    },
}

impl Explain for SandboxError {
    fn message(&self) -> Message {
        match self {
            Self::File(error) => error.message(),
            Self::State { path, source } => text::bad_state(path.display(), source),
            Self::Listen { address, source } => text::cannot_listen(address, source),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::File(error) => error.help(),
            Self::State { .. } => Some(text::bad_state_help()),
            Self::Listen { .. } => Some(text::cannot_listen_help()),
        }
    }
}

/// One request of the platform's interface, without secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogLine {
    /// Running number, from 1.
    pub number: u64,
    /// By the sandbox's clock.
    pub time: Timestamp,
    /// `GET`, `POST`, …
    pub method: String,
    /// Path without query.
    pub path: String,
    /// The account, when its token or appid is known.
    pub appid: Option<String>,
    /// Code of the answer that was made; 0 for success.
    pub errcode: i64,
    /// Whether the answer left: a fault may have swallowed it.
    pub answered: bool,
}

/// What leaves for a request.
#[derive(Debug)]
pub(super) struct Reply {
    /// `None` closes the connection.
    pub(super) answer: Option<Sent>,
    /// How long it waits, by the machine's clock.
    pub(super) delay: Duration,
}

/// An answer in its final form.
#[derive(Debug)]
pub(super) enum Sent {
    Json(Value),
    Bytes {
        content_type: &'static str,
        name: String,
        bytes: Vec<u8>,
    },
    /// No such interface; what is said about it.
    NotFound(Value),
}

/// The stand-in for the platform.
pub struct Sandbox {
    pub(super) options: Options,
    state: Mutex<State>,
    /// Digest of the state file as it was written last.
    saved: Mutex<Option<Digest>>,
    blobs: Mutex<Blobs>,
    faults: Mutex<Faults>,
    scenarios: Mutex<Scenarios>,
    log: Mutex<VecDeque<LogLine>>,
    requests: AtomicU64,
}

/// What the answer to an unknown path says, with the platform's code for it.
fn no_interface() -> Refusal {
    Refusal::with_text(
        40066,
        "invalid url: the sandbox has no such interface, see /_sandbox/ for those it has",
    )
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sandbox {
    /// A sandbox with `options`; reads the state file if there is one.
    ///
    /// # Errors
    /// When the state file cannot be read, is no state, or cannot be written.
    pub fn new(options: Options) -> Result<Arc<Self>, SandboxError> {
        let mut state = State::default();
        let mut folder = None;
        if let Some(path) = &options.state_file {
            state =
                State::load(path)?.map_err(|source| SandboxError::State { path: path.clone(), source })?;
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(".media");
            folder = Some(path.with_file_name(name));
        }
        state.adopt(options.accounts.clone());
        let sandbox = Self {
            options,
            state: Mutex::new(state),
            saved: Mutex::default(),
            blobs: Mutex::new(Blobs::new(folder)),
            faults: Mutex::default(),
            scenarios: Mutex::default(),
            log: Mutex::default(),
            requests: AtomicU64::new(0),
        };
        sandbox.save(&lock(&sandbox.state))?;
        Ok(Arc::new(sandbox))
    }

    /// Lets the next requests meet `fault`.
    pub fn add_fault(&self, fault: Fault) {
        lock(&self.faults).0.push(fault);
    }

    /// The faults that wait.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.faults).0.clone()
    }

    /// Forgets all faults.
    pub fn clear_faults(&self) {
        lock(&self.faults).0.clear();
    }

    /// Lets the next fitting submission go as `scenario` says.
    pub fn add_scenario(&self, scenario: Scenario) {
        lock(&self.scenarios).0.push(scenario);
    }

    /// The scenarios that wait.
    pub fn scenarios(&self) -> Vec<Scenario> {
        lock(&self.scenarios).0.clone()
    }

    /// Forgets all scenarios.
    pub fn clear_scenarios(&self) {
        lock(&self.scenarios).0.clear();
    }

    /// Lets everything that is stuck or under way end now.
    pub fn release(&self) {
        let now = self.options.clock.now();
        self.with_state(|state| {
            for book in state.books.values_mut() {
                publish::release(book, now);
                mass::release(book, now);
            }
            state.settle(now);
        });
    }

    /// Adds an account, or gives an existing one other properties.
    pub fn put_account(&self, account: Account) {
        self.with_state(|state| state.adopt(vec![account]));
    }

    /// Adds an entry to an account's address list; it counts after the set delay. False for an unknown account.
    pub fn allow_ip(&self, appid: &str, entry: &str) -> bool {
        let delay =
            jiff::SignedDuration::try_from(self.options.ip_delay).unwrap_or(jiff::SignedDuration::MAX);
        let from = self.options.clock.now().checked_add(delay).unwrap_or(Timestamp::MAX);
        self.with_state(|state| {
            let book = state.books.get_mut(appid);
            let known = book.is_some();
            book.into_iter().for_each(|book| book.added_ips.push((entry.to_owned(), from)));
            known
        })
    }

    /// What followers can see now, oldest first.
    pub fn published(&self) -> Vec<Published> {
        self.with_state(|state| published::published(state, false))
    }

    /// What followers could ever see, also what was deleted since; oldest first.
    pub fn ever_published(&self) -> Vec<Published> {
        self.with_state(|state| published::published(state, true))
    }

    /// Previews that reached somebody, account by account.
    pub fn previews(&self) -> Vec<Preview> {
        self.with_state(|state| state.books.values().flat_map(|book| book.previews.clone()).collect())
    }

    /// The requests so far, oldest first.
    pub fn log(&self) -> Vec<LogLine> {
        lock(&self.log).iter().cloned().collect()
    }

    /// Works on the settled state and writes it. A failure to write shows at the next request of the platform's
    /// interface.
    pub(super) fn with_state<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        let mut state = lock(&self.state);
        state.settle(self.options.clock.now());
        let result = work(&mut state);
        let _ = self.save(&state);
        result
    }

    /// Uploaded bytes.
    pub(super) fn blob(&self, digest: &Digest) -> Option<Vec<u8>> {
        lock(&self.blobs).get(digest)
    }

    fn save(&self, state: &State) -> Result<(), FileError> {
        let Some(path) = &self.options.state_file else { return Ok(()) };
        // A state is plain data with text keys: writing it as JSON cannot fail.
        let bytes = serde_json::to_vec(state).unwrap_or_default();
        let digest = Some(Digest::of(&bytes));
        let mut saved = lock(&self.saved);
        if *saved != digest {
            file::write_atomic(path, bytes)?;
            *saved = digest;
        }
        Ok(())
    }

    /// Serves one request of the platform's interface.
    pub(super) fn serve(&self, request: &Request) -> Reply {
        let number = self.requests.fetch_add(1, Ordering::SeqCst) + 1;
        // A fault for any interface does not spend itself on a path that is none.
        let served = endpoint::find(&request.path).is_some();
        let troubles = if served { lock(&self.faults).take(&request.path) } else { Vec::new() };
        let has = |trouble: &Trouble| troubles.contains(trouble);
        let delay = troubles.iter().map(|trouble| match trouble {
            Trouble::Delay { milliseconds } => Duration::from_millis(*milliseconds),
            _ => Duration::ZERO,
        });
        let delay = delay.sum();
        let appid = self.appid_of(request);
        self.observe(number, Point::BeforeChange, request, appid.clone(), None);
        if has(&Trouble::DropBefore) {
            self.note(number, request, appid, -1, false);
            return Reply { answer: None, delay };
        }
        if has(&Trouble::Superseded) {
            self.supersede(request);
        }
        let error = troubles.iter().find_map(|trouble| match trouble {
            Trouble::Error { errcode, changed } => Some((*errcode, *changed)),
            _ => None,
        });
        let outcome = match error {
            Some((code, false)) => Some(Err(Refusal::new(code))),
            Some((code, true)) => self.run(request).map(|outcome| outcome.and(Err(Refusal::new(code)))),
            None => self.run(request),
        };
        let rid = rid(self.options.clock.now(), number);
        let (errcode, sent) = match outcome {
            None => (40066, Sent::NotFound(no_interface().body(&rid))),
            Some(Ok(Answer::Json(value))) => (0, Sent::Json(value)),
            Some(Ok(Answer::Bytes { content_type, name, bytes })) => {
                (0, Sent::Bytes { content_type, name, bytes })
            }
            Some(Err(refusal)) => (refusal.code, Sent::Json(refusal.body(&rid))),
        };
        self.observe(number, Point::AfterChange, request, appid.clone(), Some(errcode));
        let dropped = has(&Trouble::DropAfter);
        self.note(number, request, appid, errcode, !dropped);
        Reply { answer: (!dropped).then_some(sent), delay }
    }

    /// Runs the endpoint on the settled state and writes the state; `None` for an unknown path.
    fn run(&self, request: &Request) -> Option<Outcome> {
        let endpoint = endpoint::find(&request.path)?;
        let now = self.options.clock.now();
        let mut state = lock(&self.state);
        state.settle(now);
        let scene = Scene {
            request,
            options: &self.options,
            scenarios: &mut lock(&self.scenarios),
            blobs: &mut lock(&self.blobs),
            now,
            body: Value::Null,
        };
        let outcome = request::answer(endpoint, &mut state, scene);
        // With no waiting time set, a job ends before its answer leaves.
        state.settle(now);
        Some(self.save(&state).map_err(|_| Refusal::with_text(-1, "system error: state file")).and(outcome))
    }

    fn appid_of(&self, request: &Request) -> Option<String> {
        if let Some(token) = request.parameter("access_token") {
            return lock(&self.state).holder(token).map(str::to_owned);
        }
        if let Some(appid) = request.parameter("appid") {
            return Some(appid.to_owned());
        }
        let body: Value = serde_json::from_slice(&request.body).ok()?;
        Some(body.get("appid")?.as_str()?.to_owned())
    }

    fn supersede(&self, request: &Request) {
        if let Some(value) = request.parameter("access_token") {
            token::supersede(&mut lock(&self.state), value, self.options.clock.now());
        }
    }

    fn observe(
        &self,
        number: u64,
        point: Point,
        request: &Request,
        appid: Option<String>,
        errcode: Option<i64>,
    ) {
        if let Some(observer) = &self.options.observer {
            let (method, path) = (request.method.clone(), request.path.clone());
            observer(&Observed { number, point, method, path, appid, errcode });
        }
    }

    fn note(&self, number: u64, request: &Request, appid: Option<String>, errcode: i64, answered: bool) {
        let mut log = lock(&self.log);
        if log.len() >= LOG_LINES {
            log.pop_front();
        }
        log.push_back(LogLine {
            number,
            time: self.options.clock.now(),
            method: request.method.clone(),
            path: request.path.clone(),
            appid,
            errcode,
            answered,
        });
    }

    /// What the sandbox is, for the control interface.
    pub(super) fn summary(&self) -> Value {
        let manual = self.options.manual_clock.is_some();
        json!({
            "now": self.options.clock.now(),
            "clock_can_be_set": manual,
            "profile": if self.options.profile.is_strict() { "strict" } else { "measured" },
            "interfaces": endpoint::all().map(|e| format!("{} {}", e.method, e.path)).collect::<Vec<_>>(),
            "control": super::control::PATHS,
        })
    }
}
