//! Reading of request bodies: JSON with the trap of escaped characters, and its fields with the platform's leniency.

use serde_json::{Map, Value};

use super::Profile;
use super::answer::{Refusal, refuse};

/// Parses a JSON body: an object or a list.
///
/// An escape `\uXXXX` of a character outside ASCII is not decoded: the platform counts and stores it as six
/// characters. The strict profile refuses it (47002).
pub(super) fn parse(raw: &[u8], profile: Profile) -> Result<Value, Refusal> {
    if raw.iter().all(u8::is_ascii_whitespace) {
        return refuse(44002);
    }
    let literal = keep_escapes(raw);
    if literal.is_some() && profile.is_strict() {
        return refuse(47002);
    }
    match serde_json::from_slice::<Value>(literal.as_deref().unwrap_or(raw)) {
        Ok(value) if value.is_object() || value.is_array() => Ok(value),
        _ => refuse(47001),
    }
}

/// The body with every `\uXXXX` beyond ASCII turned into literal text; `None` when there is none.
fn keep_escapes(raw: &[u8]) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let step = if *byte == b'\\' { 2 } else { 1 };
        if *byte == b'\\' && beyond_ascii(raw.get(at + 1..at + 6)) {
            out.get_or_insert_with(|| raw.get(..at).unwrap_or_default().to_vec()).push(b'\\');
        }
        if let Some(out) = &mut out {
            out.extend(raw.iter().skip(at).take(step));
        }
        at += step;
    }
    out
}

fn beyond_ascii(escape: Option<&[u8]>) -> bool {
    escape
        .and_then(|escape| escape.strip_prefix(b"u"))
        .filter(|hex| hex.iter().all(u8::is_ascii_hexdigit))
        .and_then(|hex| std::str::from_utf8(hex).ok())
        .and_then(|hex| u32::from_str_radix(hex, 16).ok())
        .is_some_and(|code| code >= 0x80)
}

/// Fields of a JSON object, read as the platform reads them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a>(Option<&'a Map<String, Value>>);

impl<'a> Fields<'a> {
    /// The fields of `value`; none when it is no object.
    pub(super) fn of(value: &'a Value) -> Self {
        Self(value.as_object())
    }

    /// The field as it is; `null` counts as absent.
    pub(super) fn raw(self, name: &str) -> Option<&'a Value> {
        self.0.and_then(|map| map.get(name)).filter(|value| !value.is_null())
    }

    /// The inner object; no fields when absent or of another type.
    pub(super) fn inner(self, name: &str) -> Self {
        Self(self.raw(name).and_then(Value::as_object))
    }

    /// A text, empty when absent; 47001 for another type.
    pub(super) fn text(self, name: &str) -> Result<&'a str, Refusal> {
        match self.raw(name) {
            None => Ok(""),
            Some(Value::String(text)) => Ok(text),
            Some(_) => refuse(47001),
        }
    }

    /// A text or a number as text, empty when absent: ids come in both forms.
    pub(super) fn id(self, name: &str) -> String {
        match self.raw(name) {
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// A number or a text that is one; 40035 for anything else.
    pub(super) fn number(self, name: &str) -> Result<Option<i64>, Refusal> {
        let number = match self.raw(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.as_i64(),
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(Value::Bool(value)) => Some(i64::from(*value)),
            Some(_) => None,
        };
        number.map(Some).ok_or_else(|| Refusal::new(40035))
    }

    /// 0/1, a boolean or a text of them; false when absent.
    pub(super) fn flag(self, name: &str) -> Result<bool, Refusal> {
        match self.raw(name) {
            Some(Value::String(text)) if text.eq_ignore_ascii_case("true") => Ok(true),
            Some(Value::String(text)) if text.is_empty() || text.eq_ignore_ascii_case("false") => Ok(false),
            _ => Ok(self.number(name)?.unwrap_or(0) != 0),
        }
    }

    /// `offset` and `count` of a list; 40035 when `count` is not within 1–20.
    pub(super) fn page(self) -> Result<(usize, usize), Refusal> {
        let offset = usize::try_from(self.number("offset")?.unwrap_or(0)).map_err(|_| Refusal::new(40035))?;
        let count = usize::try_from(self.number("count")?.unwrap_or(0)).unwrap_or(0);
        if !(1..=crate::wechat::limits::PAGE_ITEMS).contains(&count) {
            return refuse(40035);
        }
        Ok((offset, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(raw: &str) -> String {
        let body = parse(raw.as_bytes(), Profile::Measured).unwrap();
        Fields::of(&body).text("title").unwrap().to_owned()
    }

    #[test]
    fn escapes_beyond_ascii_stay_and_all_others_are_decoded() {
        assert_eq!(title(r#"{"title":"\u4f5c"}"#), r"\u4f5c");
        assert_eq!(title(r#"{"title":"\u003cb\u003e\n\"\\u4f5c"}"#), "<b>\n\"\\u4f5c");
        assert_eq!(title(r#"{"title":"\\\u4f5c作"}"#), r"\\u4f5c作");
    }

    #[test]
    fn broken_bodies_have_their_codes() {
        let code = |raw: &str| parse(raw.as_bytes(), Profile::Measured).map_err(|refusal| refusal.code);
        assert_eq!(code(" \n"), Err(44002));
        assert_eq!(code("{\"a\":"), Err(47001));
        assert_eq!(code("7"), Err(47001));
        assert_eq!(parse(b"{\\", Profile::Measured).unwrap_err().code, 47001);
    }
}
