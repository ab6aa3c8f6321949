//! The page at `/`: accounts, drafts and what went out, as on a phone; and each article in a phone frame. For people,
//! on loopback; runs no script.

mod html;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::Sandbox;
use crate::base::message::Lang;
use view::Place;

/// Nothing but our own style and pictures, and the article inside its frame.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The article itself: a document without rights, shown by our page only.
const ARTICLE_POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// The routes of the page.
pub(super) fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/", get(list))
        // Browsers ask by themselves; it is no request of the platform's interface.
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .route("/article/{appid}/{kind}/{id}/{idx}", get(article))
        .route("/article/{appid}/{kind}/{id}/{idx}/content", get(content))
}

/// `?lang=en`.
#[derive(Debug, Deserialize)]
struct Wanted {
    lang: Option<String>,
}

impl Wanted {
    fn lang(&self) -> Lang {
        self.lang.as_deref().and_then(|lang| lang.parse().ok()).unwrap_or_default()
    }
}

async fn list(State(sandbox): State<Arc<Sandbox>>, Query(wanted): Query<Wanted>) -> Response {
    let accounts = sandbox.with_state(|state| view::accounts(state, wanted.lang()));
    let now = sandbox.options.clock.now();
    document(StatusCode::OK, PAGE_POLICY, html::list(&accounts, now, wanted.lang()))
}

async fn article(
    State(sandbox): State<Arc<Sandbox>>,
    Path(place): Path<Place>,
    Query(wanted): Query<Wanted>,
) -> Response {
    let lang = wanted.lang();
    match sandbox.with_state(|state| view::article(state, &place)) {
        Some(article) => document(StatusCode::OK, PAGE_POLICY, html::article(&article, &place, lang)),
        None => document(StatusCode::NOT_FOUND, PAGE_POLICY, html::missing(lang)),
    }
}

async fn content(
    State(sandbox): State<Arc<Sandbox>>,
    Path(place): Path<Place>,
    Query(wanted): Query<Wanted>,
) -> Response {
    let lang = wanted.lang();
    match sandbox.with_state(|state| view::article(state, &place)) {
        Some(article) => document(StatusCode::OK, ARTICLE_POLICY, html::content(&article, lang)),
        None => document(StatusCode::NOT_FOUND, ARTICLE_POLICY, html::missing(lang)),
    }
}

fn document(status: StatusCode, policy: &'static str, html: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, html).into_response()
}
