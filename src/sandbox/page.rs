//! The page at `/`.
use super::Sandbox;
use super::state::Book;
use axum::Router;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
}

/// An account without its secret.
pub(super) fn overview(book: &Book) -> Value {
    let account = &book.account;
    json!({
        "appid": account.appid,
        "name": account.name,
        "kind": account.kind,
        "verified": account.verified,
        "comments": account.comments,
        "followers": account.followers,
        "tags": account.tags,
        "wechat_names": account.wechat_names,
        "drafts": book.drafts.len(),
        "materials": book.materials.len(),
        "pictures": book.pictures.len(),
    })
}
