//! `openapi/quota/get`: what is left of a day's calls.

use serde_json::json;

use super::answer::{Answer, Outcome, Refusal, refuse};
use super::endpoint::{self, Endpoint};
use super::request::Scene;
use super::state::Book;

pub(super) const ENDPOINTS: &[Endpoint] = &[Endpoint::post("/cgi-bin/openapi/quota/get", get)];

fn get(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let path = scene.fields().text("cgi_path")?;
    if !path.starts_with('/') || path.starts_with("//") {
        return refuse(76003);
    }
    if path.starts_with("/sns/") {
        return refuse(76022);
    }
    let endpoint = endpoint::find(path).ok_or_else(|| Refusal::new(76021))?;
    let limit = book.daily_limit(path).ok_or_else(|| Refusal::new(76021))?;
    let used = book.used(path, scene.now);
    let mut answer = json!({
        "errcode": 0,
        "errmsg": "ok",
        "quota": {"daily_limit": limit, "used": used, "remain": limit.saturating_sub(used)},
    });
    if let (Some(calls), Some(answer)) = (endpoint.per_minute, answer.as_object_mut()) {
        answer.insert("rate_limit".into(), json!({"call_count": calls, "refresh_second": 60}));
    }
    Ok(Answer::Json(answer))
}
