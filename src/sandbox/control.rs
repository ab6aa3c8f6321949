//! The control interface under `/_sandbox/`: ours, not the platform's. Faults, scenarios, the clock, the log, what is
//! published, uploaded bytes. Changes take JSON with its content type, so that a web page cannot make them unasked.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, extract::rejection::JsonRejection};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Account, Fault, Sandbox, Scenario, endpoint};

/// What there is, for `GET /_sandbox/`.
pub(super) const PATHS: &[&str] = &[
    "GET POST DELETE /_sandbox/faults",
    "GET POST DELETE /_sandbox/scenarios",
    "POST /_sandbox/release",
    "GET POST /_sandbox/clock",
    "GET /_sandbox/log",
    "GET /_sandbox/published",
    "GET /_sandbox/previews",
    "GET POST /_sandbox/accounts",
    "POST /_sandbox/ips",
    "POST /_sandbox/console/save",
    "POST /_sandbox/console/publish",
    "GET /_sandbox/material/{id}",
    "GET /_sandbox/picture/{id}",
];

type Shared = State<Arc<Sandbox>>;

/// The routes, without their prefix.
pub(super) fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/", get(summary))
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/scenarios", get(scenarios).post(add_scenario).delete(clear_scenarios))
        .route("/release", post(release))
        .route("/clock", get(clock).post(set_clock))
        .route("/log", get(async |State(sandbox): Shared| Json(sandbox.log())))
        .route("/published", get(published))
        .route("/previews", get(async |State(sandbox): Shared| Json(sandbox.previews())))
        .route("/accounts", get(accounts).post(put_account))
        .route("/ips", post(allow_ip))
        .route("/console/save", post(save_in_console))
        .route("/console/publish", post(publish_in_console))
        .route("/material/{id}", get(material))
        .route("/picture/{id}", get(picture))
        .fallback(async || StatusCode::NOT_FOUND)
}

/// What the sandbox is and serves; also at the prefix with a slash, which nesting leaves out.
pub(super) async fn summary(State(sandbox): Shared) -> Json<Value> {
    Json(sandbox.summary())
}

fn done() -> Response {
    Json(json!({"ok": true})).into_response()
}

/// A body that cannot be read, or a change that cannot be made.
fn refused(status: StatusCode, reason: impl std::fmt::Display) -> Response {
    (status, Json(json!({"ok": false, "reason": reason.to_string()}))).into_response()
}

async fn faults(State(sandbox): Shared) -> Json<Vec<Fault>> {
    Json(sandbox.faults())
}

async fn add_fault(State(sandbox): Shared, body: Result<Json<Value>, JsonRejection>) -> Response {
    let body = match body {
        Ok(Json(body)) => body,
        Err(rejection) => return refused(rejection.status(), rejection),
    };
    match exactly::<Fault>(&body) {
        Ok(fault) if fault.path != "*" && endpoint::find(&fault.path).is_none() => {
            refused(StatusCode::UNPROCESSABLE_ENTITY, format_args!("path: no interface {}", fault.path))
        }
        Ok(fault) => {
            sandbox.add_fault(fault);
            done()
        }
        Err(reason) => refused(StatusCode::UNPROCESSABLE_ENTITY, reason),
    }
}

/// Reads `body` and refuses fields that its kind does not have: what is misspelt would wait for ever.
fn exactly<T: DeserializeOwned + Serialize>(body: &Value) -> Result<T, String> {
    let read: T = T::deserialize(body).map_err(|error| error.to_string())?;
    let known = serde_json::to_value(&read).map_err(|error| error.to_string())?;
    let names = body.as_object().into_iter().flat_map(|fields| fields.keys());
    match names.into_iter().find(|name| known.get(name.as_str()).is_none()) {
        Some(name) => Err(format!("unknown field `{name}`")),
        None => Ok(read),
    }
}

async fn clear_faults(State(sandbox): Shared) -> Response {
    sandbox.clear_faults();
    done()
}

async fn scenarios(State(sandbox): Shared) -> Json<Vec<Scenario>> {
    Json(sandbox.scenarios())
}

async fn add_scenario(State(sandbox): Shared, body: Result<Json<Scenario>, JsonRejection>) -> Response {
    match body {
        Ok(Json(scenario)) if matches!(scenario.result, 0 | 2 | 3 | 4) => sandbox.add_scenario(scenario),
        Ok(_) => return refused(StatusCode::UNPROCESSABLE_ENTITY, "result: 0, 2, 3 or 4"),
        Err(rejection) => return refused(rejection.status(), rejection),
    }
    done()
}

async fn clear_scenarios(State(sandbox): Shared) -> Response {
    sandbox.clear_scenarios();
    done()
}

async fn release(State(sandbox): Shared) -> Response {
    sandbox.release();
    done()
}

async fn clock(State(sandbox): Shared) -> Json<Value> {
    let manual = sandbox.options.manual_clock.is_some();
    Json(json!({"now": sandbox.options.clock.now(), "can_be_set": manual}))
}

/// A change of the clock; `set` comes first, then `advance`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockChange {
    set: Option<Timestamp>,
    /// Seconds.
    advance: Option<u64>,
}

async fn set_clock(State(sandbox): Shared, body: Result<Json<ClockChange>, JsonRejection>) -> Response {
    let change = match body {
        Ok(Json(change)) => change,
        Err(rejection) => return refused(rejection.status(), rejection),
    };
    let Some(manual) = &sandbox.options.manual_clock else {
        return refused(StatusCode::CONFLICT, "the sandbox runs on the machine's clock");
    };
    change.set.into_iter().for_each(|now| manual.set(now));
    change.advance.into_iter().for_each(|seconds| manual.advance(Duration::from_secs(seconds)));
    clock(State(sandbox)).await.into_response()
}

#[derive(Debug, Deserialize)]
struct Which {
    all: Option<u8>,
}

async fn published(State(sandbox): Shared, Query(which): Query<Which>) -> Response {
    let all = which.all.is_some_and(|all| all != 0);
    Json(if all { sandbox.ever_published() } else { sandbox.published() }).into_response()
}

async fn accounts(State(sandbox): Shared) -> Json<Value> {
    let list: Vec<Value> =
        sandbox.with_state(|state| state.books.values().map(super::state::overview).collect());
    Json(Value::Array(list))
}

async fn put_account(State(sandbox): Shared, body: Result<Json<Value>, JsonRejection>) -> Response {
    let body = match body {
        Ok(Json(body)) => body,
        Err(rejection) => return refused(rejection.status(), rejection),
    };
    match exactly::<Account>(&body) {
        Ok(account) if account.appid.is_empty() || account.secret.is_empty() => {
            refused(StatusCode::UNPROCESSABLE_ENTITY, "appid and secret are needed")
        }
        Ok(account) => {
            sandbox.put_account(account);
            done()
        }
        Err(reason) => refused(StatusCode::UNPROCESSABLE_ENTITY, reason),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    appid: String,
    entry: String,
}

async fn allow_ip(State(sandbox): Shared, body: Result<Json<Entry>, JsonRejection>) -> Response {
    match body {
        Ok(Json(entry)) if sandbox.allow_ip(&entry.appid, &entry.entry) => done(),
        Ok(_) => refused(StatusCode::NOT_FOUND, "no such account"),
        Err(rejection) => refused(rejection.status(), rejection),
    }
}

/// A draft in the console.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsoleDraft {
    appid: String,
    media_id: String,
}

async fn save_in_console(
    State(sandbox): Shared,
    body: Result<Json<ConsoleDraft>, JsonRejection>,
) -> Response {
    match body {
        Ok(Json(draft)) => match sandbox.save_in_console(&draft.appid, &draft.media_id) {
            Ok(()) => done(),
            Err(code) => refused(StatusCode::UNPROCESSABLE_ENTITY, code),
        },
        Err(rejection) => refused(rejection.status(), rejection),
    }
}

async fn publish_in_console(
    State(sandbox): Shared,
    body: Result<Json<ConsoleDraft>, JsonRejection>,
) -> Response {
    match body {
        Ok(Json(draft)) => match sandbox.publish_in_console(&draft.appid, &draft.media_id) {
            Ok(publish_id) => Json(json!({"ok": true, "publish_id": publish_id})).into_response(),
            Err(code) => refused(StatusCode::UNPROCESSABLE_ENTITY, code),
        },
        Err(rejection) => refused(rejection.status(), rejection),
    }
}

async fn material(State(sandbox): Shared, Path(id): Path<String>) -> Response {
    let found = sandbox.with_state(|state| {
        let material = state.books.values().find_map(|book| book.material(&id))?;
        Some((material.format.content_type(), material.digest))
    });
    bytes(&sandbox, found)
}

async fn picture(State(sandbox): Shared, Path(id): Path<String>) -> Response {
    let found = sandbox.with_state(|state| {
        let picture =
            state.books.values().flat_map(|book| &book.pictures).find(|picture| picture.id == id)?;
        Some((picture.format.content_type(), picture.digest))
    });
    bytes(&sandbox, found)
}

fn bytes(sandbox: &Sandbox, found: Option<(&'static str, crate::base::digest::Digest)>) -> Response {
    let Some((kind, bytes)) = found.and_then(|(kind, digest)| Some((kind, sandbox.blob(&digest)?))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (headers, bytes).into_response()
}
