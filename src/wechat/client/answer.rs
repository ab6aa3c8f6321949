//! From the bytes of an answer to its return code and value.

use serde_json::Value;

/// A JSON answer. A missing `errcode` is 0.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) code: i64,
    pub(super) errmsg: String,
    pub(super) value: Value,
}

/// An answer is no JSON object; says why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotJson(pub(super) String);

/// Reads an answer as UTF-8, whatever its header says. Control characters inside strings and single broken characters,
/// which the platform lets through from what people typed, are tolerated.
pub(super) fn read(bytes: &[u8]) -> Result<Answer, NotJson> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value = serde_json::from_slice::<Value>(bytes).or_else(|_| {
        let text: String =
            String::from_utf8_lossy(bytes).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&text)
    });
    let value = match value {
        Ok(value) if value.is_object() => value,
        Ok(_) => return Err(NotJson("not a JSON object".to_owned())),
        // the position only: the text itself is not repeated
        Err(error) => {
            return Err(NotJson(format!("no JSON at line {} column {}", error.line(), error.column())));
        }
    };
    let code = match value.get("errcode") {
        None | Some(Value::Null) => Some(0),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(other) => other.as_i64(),
    };
    let code = code.ok_or_else(|| NotJson("errcode is no number".to_owned()))?;
    let errmsg = value.get("errmsg").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Answer { code, errmsg, value })
}

/// Whether an answer that may be a file is an error instead: an object that says so.
pub(super) fn is_json_object(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().first() == Some(&b'{') && read(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bare_answer_is_success_and_codes_come_as_number_or_text() {
        assert_eq!(read("{\"media_id\":\"甲\"}".as_bytes()).unwrap().code, 0);
        assert_eq!(read(b"\xef\xbb\xbf{\"errcode\":\"40007\",\"errmsg\":\"x\"}").unwrap().code, 40007);
        let answer = read(b"{\"errcode\":-1,\"errmsg\":\"a\tb\"}").unwrap();
        assert_eq!((answer.code, answer.errmsg.as_str()), (-1, "a b"));
        assert_eq!(read(b"{\"title\":\"\xff\"}").unwrap().value["title"], "\u{fffd}");
    }

    #[test]
    fn what_is_no_object_is_refused_without_repeating_it() {
        assert!(read(b"<html>97_secret</html>").unwrap_err().0.starts_with("no JSON at line 1"));
        assert_eq!(read(b"[1]").unwrap_err().0, "not a JSON object");
        assert_eq!(read(b"{\"errcode\":{}}").unwrap_err().0, "errcode is no number");
        assert!(!is_json_object(b"\xff\xd8\xff") && !is_json_object(b"{ a picture that begins so"));
        assert!(is_json_object(b" {\"errcode\":40007}"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            prop_assert!(read(&bytes).is_err() || is_json_object(&bytes) || bytes.starts_with(b"\xef"));
        }
    }
}
