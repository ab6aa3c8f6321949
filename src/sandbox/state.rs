//! Everything that the platform would remember, as one serialisable value: a [`Book`] for each account.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Account;
use super::account::ip_matches;
use super::answer::{Refusal, refuse};
use super::draft::Draft;
use super::id;
use super::mass::{Preview, Send};
use super::material::{Material, Picture};
use super::publish::Publication;
use super::token::Token;
use crate::base::file::{self, FileError};
use crate::wechat::limits;

/// The largest state file that is read.
const LARGEST: u64 = 512 * 1_048_576;

/// OpenIDs that an overview shows, so that there are some to send to.
const SHOWN_OPENIDS: u64 = 3;

/// The state of a sandbox.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct State {
    /// By appid.
    pub(super) books: BTreeMap<String, Book>,
}

/// What the platform holds of one account.
#[derive(Serialize, Deserialize)]
pub(super) struct Book {
    pub(super) account: Account,
    /// Address entries added later, with the time from which they count.
    #[serde(default)]
    pub(super) added_ips: Vec<(String, Timestamp)>,
    #[serde(default)]
    pub(super) tokens: Vec<Token>,
    #[serde(default)]
    pub(super) pictures: Vec<Picture>,
    #[serde(default)]
    pub(super) materials: Vec<Material>,
    #[serde(default)]
    pub(super) drafts: Vec<Draft>,
    #[serde(default)]
    pub(super) publications: Vec<Publication>,
    #[serde(default)]
    pub(super) sends: Vec<Send>,
    #[serde(default)]
    pub(super) previews: Vec<Preview>,
    #[serde(default)]
    used: BTreeMap<String, Counter>,
    /// Times of the calls of the last minute, by path, where a minute is limited.
    #[serde(default)]
    recent: BTreeMap<String, Vec<Timestamp>>,
    #[serde(default)]
    serial: u64,
}

/// Calls of one day in China.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Counter {
    day: Date,
    count: u32,
}

impl State {
    /// Reads a state file; an empty state when there is none.
    ///
    /// # Errors
    /// When the file cannot be read; the inner error when it is not a state.
    pub(super) fn load(path: &Path) -> Result<Result<Self, serde_json::Error>, FileError> {
        match file::read(path, LARGEST) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)),
            Err(error) if error.is_missing() => Ok(Ok(Self::default())),
            Err(error) => Err(error),
        }
    }

    /// Sets up `accounts`, keeping what is held of those already there.
    pub(super) fn adopt(&mut self, accounts: Vec<Account>) {
        for account in accounts {
            match self.books.get_mut(&account.appid) {
                Some(book) => book.account = account,
                None => {
                    self.books.insert(account.appid.clone(), Book::new(account));
                }
            }
        }
    }

    /// Lets everything happen that is due at `now`: publications and sends come to their end.
    pub(super) fn settle(&mut self, now: Timestamp) {
        for book in self.books.values_mut() {
            super::publish::settle(book, now);
            super::mass::settle(book, now);
        }
    }

    /// The book that holds `token`.
    pub(super) fn holder(&self, token: &str) -> Option<&str> {
        let holds = |book: &Book| book.tokens.iter().any(|known| known.value == token);
        self.books.iter().find(|(_, book)| holds(book)).map(|(appid, _)| appid.as_str())
    }
}

impl Book {
    fn new(account: Account) -> Self {
        Self {
            account,
            added_ips: Vec::new(),
            tokens: Vec::new(),
            pictures: Vec::new(),
            materials: Vec::new(),
            drafts: Vec::new(),
            publications: Vec::new(),
            sends: Vec::new(),
            previews: Vec::new(),
            used: BTreeMap::new(),
            recent: BTreeMap::new(),
            serial: 0,
        }
    }

    /// The next running number, from 1.
    pub(super) fn next(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// A new running number on top of `base`, apart from those of other accounts.
    pub(super) fn next_number(&mut self, base: u64) -> u64 {
        base + id::lane(&self.account.appid) * 1_000_000 + self.next()
    }

    /// A new opaque id, beginning like all ids of this account.
    pub(super) fn next_id(&mut self) -> String {
        let serial = self.next();
        format!(
            "{}-{}",
            id::short(&self.account.appid),
            id::opaque(&format!("{}|{serial}", self.account.appid))
        )
    }

    /// The day's limit of `path`.
    pub(super) fn daily_limit(&self, path: &str) -> Option<u32> {
        self.account.daily.get(path).copied().or_else(|| limits::daily(path))
    }

    /// How often `name` was used on the day of `now`.
    pub(super) fn used(&self, name: &str, now: Timestamp) -> u32 {
        self.used.get(name).filter(|counter| counter.day == day(now)).map_or(0, |counter| counter.count)
    }

    /// Counts one use of `name`, or refuses with 45009 without counting when `limit` is reached.
    pub(super) fn count(&mut self, name: &str, limit: u32, now: Timestamp) -> Result<(), Refusal> {
        let count = self.used(name, now);
        if count >= limit {
            return refuse(45009);
        }
        self.used.insert(name.to_owned(), Counter { day: day(now), count: count + 1 });
        Ok(())
    }

    /// Counts a call of `path` against its day's limit.
    pub(super) fn count_call(&mut self, path: &str, now: Timestamp) -> Result<(), Refusal> {
        match self.daily_limit(path) {
            Some(limit) => self.count(path, limit, now),
            None => Ok(()),
        }
    }

    /// Counts a call of `path` against a limit a minute: 45011, not counted, beyond it.
    pub(super) fn count_minute(&mut self, path: &str, limit: u32, now: Timestamp) -> Result<(), Refusal> {
        let calls = self.recent.entry(path.to_owned()).or_default();
        calls.retain(|call| now.as_second() - call.as_second() < 60);
        if calls.len() >= limit as usize {
            return refuse(45011);
        }
        calls.push(now);
        Ok(())
    }

    /// Whether requests for a token may come from `address`.
    pub(super) fn admits(&self, address: std::net::IpAddr, now: Timestamp) -> bool {
        let added = self.added_ips.iter().filter(|(_, from)| *from <= now).map(|(entry, _)| entry);
        let open = self.account.allowed_ips.is_empty() && self.added_ips.is_empty();
        open || self.account.allowed_ips.iter().chain(added).any(|entry| ip_matches(entry, address))
    }
}

/// What an account is and holds, without its secret.
pub(super) fn overview(book: &Book) -> Value {
    let account = &book.account;
    json!({
        "appid": account.appid,
        "name": account.name,
        "kind": account.kind,
        "verified": account.verified,
        "comments": account.comments,
        "followers": account.followers,
        "openids": (0..account.followers.min(SHOWN_OPENIDS)).map(|index| account.openid(index)).collect::<Vec<_>>(),
        "tags": account.tags,
        "wechat_names": account.wechat_names,
        "drafts": book.drafts.len(),
        "materials": book.materials.len(),
        "pictures": book.pictures.len(),
    })
}

/// China's zone, in which days and months of counters are reckoned.
pub(super) fn china() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(8))
}

/// The day of `now` in China.
pub(super) fn day(now: Timestamp) -> Date {
    now.to_zoned(china()).date()
}

/// Year and month of `now` in China.
pub(super) fn month(now: Timestamp) -> (i16, i8) {
    let day = day(now);
    (day.year(), day.month())
}
