//! Canonical JSON: the one spelling of a value that digests and signatures are made over.
//!
//! UTF-8, keys sorted by code point, no insignificant blanks, integers only, strings kept as they are.

use serde::Serialize;
use serde_json::Value;

/// A value has no canonical spelling.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// A number is not an integer of 64 bits.
    #[error("canonical JSON holds integers only, found {0}")]
    Fraction(serde_json::Number),
    /// The value cannot be written as JSON at all.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Writes `value` in its canonical spelling.
///
/// # Errors
/// When the value holds a fraction or is not JSON (a map with keys that are no strings, say).
pub fn canonical(value: &impl Serialize) -> Result<String, CanonicalError> {
    let mut out = String::new();
    write(&serde_json::to_value(value)?, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), CanonicalError> {
    match value {
        Value::Number(number) if !number.is_i64() && !number.is_u64() => {
            return Err(CanonicalError::Fraction(number.clone()));
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_unstable_by_key(|(key, _)| *key);
            out.push('{');
            for (index, (key, item)) in entries.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&serde_json::to_string(key)?);
                out.push(':');
                write(item, out)?;
            }
            out.push('}');
        }
        scalar => out.push_str(&serde_json::to_string(scalar)?),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_at_every_depth_and_chinese_stays_readable() {
        let value = json!({"b": [1, {"z": null, "a": "签\n发"}], "a": true});
        assert_eq!(canonical(&value).unwrap(), r#"{"a":true,"b":[1,{"a":"签\n发","z":null}]}"#);
    }

    #[test]
    fn fractions_are_refused() {
        assert!(canonical(&json!({"a": 1.5})).is_err());
    }
}
