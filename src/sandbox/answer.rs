//! What an endpoint gives back: a JSON payload, raw bytes, or a refusal with one of the platform's codes.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::base::digest::Digest;
use crate::wechat::code;

/// A good answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    /// A JSON object.
    Json(Value),
    /// Raw bytes of a material.
    Bytes {
        /// `Content-Type`.
        content_type: &'static str,
        /// File name for `Content-disposition`.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

impl Answer {
    /// `{"errcode":0,"errmsg":"ok"}`.
    pub(super) fn ok() -> Self {
        Self::Json(json!({"errcode": 0, "errmsg": "ok"}))
    }
}

/// A business error: HTTP 200 with `errcode` and `errmsg`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    /// `errcode`.
    pub(super) code: i64,
    /// Text in place of the usual one.
    text: Option<String>,
    /// Fields beside code and text.
    extra: Map<String, Value>,
}

/// What an endpoint gives back.
pub(super) type Outcome = Result<Answer, Refusal>;

impl Refusal {
    /// With the code's usual text.
    pub(super) fn new(code: i64) -> Self {
        Self { code, text: None, extra: Map::new() }
    }

    /// With a text of its own.
    pub(super) fn with_text(code: i64, text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::new(code) }
    }

    /// With one more field.
    pub(super) fn with(mut self, name: &str, value: Value) -> Self {
        self.extra.insert(name.to_owned(), value);
        self
    }

    /// The JSON body; the text ends with the request's rid.
    pub(super) fn body(&self, rid: &str) -> Value {
        let text = self.text.as_deref().unwrap_or_else(|| code::errmsg(self.code));
        let mut body = Map::new();
        body.insert("errcode".into(), self.code.into());
        body.insert("errmsg".into(), format!("{text} rid: {rid}").into());
        body.extend(self.extra.clone());
        Value::Object(body)
    }
}

/// A refusal as an error value.
pub(super) fn refuse<T>(code: i64) -> Result<T, Refusal> {
    Err(Refusal::new(code))
}

/// The request id: three groups of eight hex digits, the first the Unix time.
pub(super) fn rid(now: Timestamp, number: u64) -> String {
    let rest = Digest::of(format!("rid|{number}")).hex();
    let seconds = u32::try_from(now.as_second()).unwrap_or(0);
    format!("{seconds:08x}-{}-{}", rest.get(..8).unwrap_or_default(), rest.get(8..16).unwrap_or_default())
}
