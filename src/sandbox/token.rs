//! Access tokens: `token` and `stable_token`, their lives and the address list.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::{Answer, Outcome, Refusal, refuse};
use super::body::{self, Fields};
use super::endpoint::Endpoint;
use super::request::Scene;
use super::state::{Book, State};
use crate::base::id;
use crate::wechat::limits;

pub(super) const ENDPOINTS: &[Endpoint] = &[
    Endpoint::open("GET", "/cgi-bin/token", plain),
    Endpoint::open("POST", "/cgi-bin/stable_token", stable),
];

/// Tokens of each interface that an account remembers, to tell 40001 and 42001 from 40014.
const REMEMBERED: usize = 64;

/// An access token. A secret, hence no `Debug`.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Token {
    pub(super) value: String,
    stable: bool,
    /// Whether a forced refresh made it.
    #[serde(default)]
    forced: bool,
    issued: Timestamp,
    expires: Timestamp,
    /// From when on it is superseded.
    retired: Option<Timestamp>,
}

impl Token {
    fn is_retired(&self, now: Timestamp) -> bool {
        self.retired.is_some_and(|retired| retired <= now)
    }

    fn lives(&self, now: Timestamp) -> bool {
        !self.is_retired(now) && self.expires > now
    }

    /// Seconds.
    fn remaining(&self, now: Timestamp) -> i64 {
        self.expires.as_second() - now.as_second()
    }
}

/// The account of a living token: 40014 for an unknown one, 40001 for a superseded one, 42001 for an expired one.
pub(super) fn owner(state: &State, value: &str, now: Timestamp) -> Result<String, Refusal> {
    for (appid, book) in &state.books {
        if let Some(token) = book.tokens.iter().find(|token| token.value == value) {
            return match token {
                token if token.is_retired(now) => refuse(40001),
                token if token.expires <= now => refuse(42001),
                _ => Ok(appid.clone()),
            };
        }
    }
    refuse(40014)
}

/// Supersedes `value` at once, as another program's refresh would.
pub(super) fn supersede(state: &mut State, value: &str, now: Timestamp) {
    for token in state.books.values_mut().flat_map(|book| &mut book.tokens) {
        if token.value == value {
            token.retired = Some(now);
        }
    }
}

/// `GET /cgi-bin/token`: a new token each time, the former one works on for five minutes.
fn plain(scene: &mut Scene<'_>, state: &mut State) -> Outcome {
    let query = |name: &str| scene.request.parameter(name).unwrap_or_default().to_owned();
    let now = scene.now;
    let book = authenticate(scene, state, &query("grant_type"), &query("appid"), &query("secret"))?;
    book.count_call("/cgi-bin/token", now)?;
    let overlap_end = after(now, limits::TOKEN_OVERLAP.as_secs());
    for token in book.tokens.iter_mut().filter(|token| !token.stable) {
        token.retired = Some(token.retired.map_or(overlap_end, |retired| retired.min(overlap_end)));
    }
    Ok(issue(book, false, false, now))
}

/// `POST /cgi-bin/stable_token`: one token for all callers until its last five minutes.
fn stable(scene: &mut Scene<'_>, state: &mut State) -> Outcome {
    // Some clients send the fields as a query, as they do for `token`; the platform reads the body only.
    let body: Value = body::parse(&scene.request.body, scene.options.profile)?;
    let fields = Fields::of(&body);
    let now = scene.now;
    let (grant, appid, secret) = (fields.text("grant_type")?, fields.text("appid")?, fields.text("secret")?);
    let force = fields.flag("force_refresh")?;
    let book = authenticate(scene, state, grant, appid, secret)?;
    book.count_minute("/cgi-bin/stable_token", 10_000, now)?;
    book.count_call("/cgi-bin/stable_token", now)?;
    let current = book.tokens.iter().rfind(|token| token.stable && token.lives(now)).cloned();
    if force {
        return forced(book, current, now);
    }
    match current.map(|token| (token.remaining(now), token.value)) {
        Some((remaining, value)) if remaining > seconds(limits::TOKEN_OVERLAP.as_secs()) => {
            Ok(known(&value, remaining))
        }
        _ => Ok(issue(book, true, false, now)),
    }
}

/// A forced refresh: the former tokens die at once; too soon after another one it changes nothing.
fn forced(book: &mut Book, current: Option<Token>, now: Timestamp) -> Outcome {
    if let Some(token) = current.filter(|token| token.forced) {
        let age = now.as_second() - token.issued.as_second();
        if age < seconds(limits::FORCED_REFRESH_GAP.as_secs()) {
            return Ok(known(&token.value, token.remaining(now)));
        }
    }
    book.count("stable_token force_refresh", limits::FORCED_REFRESH_DAILY, now)?;
    for token in book.tokens.iter_mut().filter(|token| token.stable && token.lives(now)) {
        token.retired = Some(now);
    }
    Ok(issue(book, true, true, now))
}

fn known(value: &str, remaining: i64) -> Answer {
    Answer::Json(json!({"access_token": value, "expires_in": remaining}))
}

fn authenticate<'a>(
    scene: &Scene<'_>,
    state: &'a mut State,
    grant: &str,
    appid: &str,
    secret: &str,
) -> Result<&'a mut Book, Refusal> {
    if appid.is_empty() {
        return refuse(41002);
    }
    if secret.is_empty() {
        return refuse(41004);
    }
    if grant != "client_credential" {
        return refuse(40002);
    }
    let book = state.books.get_mut(appid).ok_or_else(|| Refusal::new(40013))?;
    if book.account.secret_frozen {
        return refuse(40243);
    }
    if book.account.secret != secret {
        return refuse(40125);
    }
    if book.account.frozen {
        return refuse(50007);
    }
    let peer = scene.request.peer.to_canonical();
    if !book.admits(peer, scene.now) {
        let text = format!("invalid ip {peer} ipv6 ::ffff:{peer}, not in whitelist");
        return Err(Refusal::with_text(40164, text));
    }
    Ok(book)
}

fn issue(book: &mut Book, stable: bool, forced: bool, now: Timestamp) -> Answer {
    let value = format!("97_{}", id::random(96));
    let life = limits::TOKEN_LIFE.as_secs();
    let expires = after(now, life);
    book.tokens.push(Token { value: value.clone(), stable, forced, issued: now, expires, retired: None });
    // Each interface forgets its own: neither pushes out what the other gave.
    let mut surplus =
        book.tokens.iter().filter(|token| token.stable == stable).count().saturating_sub(REMEMBERED);
    book.tokens.retain(|token| {
        let forgotten = surplus > 0 && token.stable == stable;
        surplus -= usize::from(forgotten);
        !forgotten
    });
    Answer::Json(json!({"access_token": value, "expires_in": life}))
}

fn seconds(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn after(now: Timestamp, value: u64) -> Timestamp {
    now.checked_add(SignedDuration::from_secs(seconds(value))).unwrap_or(Timestamp::MAX)
}
