//! A request as it came in, and the order in which it is checked: method, token present, state of the token,
//! permission, rate and quota, body, fields, change.

use std::net::IpAddr;

use jiff::Timestamp;
use serde_json::Value;

use super::account::Kind;
use super::answer::{Outcome, Refusal, refuse};
use super::blob::Blobs;
use super::body::{self, Fields};
use super::endpoint::{Access, Body, Endpoint, Run};
use super::fault::Scenarios;
use super::state::{Book, State};
use super::{Options, token};

/// A request of the platform's interface.
#[derive(Debug)]
pub(super) struct Request {
    /// `GET`, `POST`, …
    pub(super) method: String,
    /// Path without query.
    pub(super) path: String,
    /// Decoded query parameters in their order.
    pub(super) query: Vec<(String, String)>,
    /// The raw body.
    pub(super) body: Vec<u8>,
    /// Its parts, when it is multipart and well-formed.
    pub(super) parts: Vec<Part>,
    /// Where it came from.
    pub(super) peer: IpAddr,
    /// `http://host:port` under which the sandbox was addressed.
    pub(super) origin: String,
}

/// A part of a multipart body.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) bytes: Vec<u8>,
}

impl Request {
    /// A parameter of the query; an empty one counts as absent.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(key, _)| key == name)?;
        Some(found.1.as_str()).filter(|value| !value.is_empty())
    }
}

/// What every endpoint works with.
pub(super) struct Scene<'a> {
    pub(super) request: &'a Request,
    pub(super) options: &'a Options,
    pub(super) scenarios: &'a mut Scenarios,
    pub(super) blobs: &'a mut Blobs,
    pub(super) now: Timestamp,
    /// The parsed JSON body; `null` for interfaces without one.
    pub(super) body: Value,
}

impl Scene<'_> {
    /// The fields of the JSON body.
    pub(super) fn fields(&self) -> Fields<'_> {
        Fields::of(&self.body)
    }
}

/// Checks a request in the platform's order and runs its endpoint.
pub(super) fn answer(endpoint: &Endpoint, state: &mut State, mut scene: Scene<'_>) -> Outcome {
    match (endpoint.method, scene.request.method.as_str()) {
        ("GET", "GET" | "HEAD") | ("POST", "POST") => {}
        ("GET", _) => return refuse(43001),
        _ => return refuse(43002),
    }
    let appid = match endpoint.access {
        Access::Open => None,
        _ => {
            let token = scene.request.parameter("access_token").ok_or_else(|| Refusal::new(41001))?;
            Some(token::owner(state, token, scene.now)?)
        }
    };
    if let Some(book) = appid.as_deref().and_then(|appid| state.books.get_mut(appid)) {
        permit(endpoint, book)?;
        if let Some(limit) = endpoint.per_minute {
            book.count_minute(endpoint.path, limit, scene.now)?;
        }
        book.count_call(endpoint.path, scene.now)?;
    }
    if endpoint.body == Body::Json {
        scene.body = body::parse(&scene.request.body, scene.options.profile)?;
    }
    match (endpoint.run, appid.and_then(|appid| state.books.get_mut(&appid))) {
        (Run::Open(run), _) => run(&mut scene, state),
        (Run::Account(run), Some(book)) => run(&mut scene, book),
        (Run::Account(_), None) => refuse(40014),
    }
}

fn permit(endpoint: &Endpoint, book: &Book) -> Result<(), Refusal> {
    let account = &book.account;
    let allowed = match endpoint.access {
        Access::Open | Access::Anyone => true,
        Access::Verified => account.verified,
        Access::VerifiedService => account.verified && account.kind == Kind::Service,
    };
    if allowed { Ok(()) } else { refuse(48001) }
}
