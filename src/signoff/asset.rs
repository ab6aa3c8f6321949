//! Pictures inside a payload: named by content, because their addresses on the platform are not known before they are
//! uploaded. `asset:sha256:<hex of the source file>` stands where an address will stand.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::base::digest::{BadDigest, Digest};
use crate::base::html::escape;

const PREFIX: &str = "asset:";
/// Bytes of `asset:sha256:` and 64 hex digits.
const LENGTH: usize = "asset:sha256:".len() + 64;

/// A picture of the site, named by the digest of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asset(pub Digest);

impl fmt::Display for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0)
    }
}

impl FromStr for Asset {
    type Err = BadDigest;

    fn from_str(text: &str) -> Result<Self, BadDigest> {
        text.strip_prefix(PREFIX).ok_or(BadDigest)?.parse().map(Self)
    }
}

impl Serialize for Asset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Asset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// The places of assets inside the tags of `html`, in order. Text between tags is text, whatever it looks like: an
/// article may write about assets without naming one.
pub(super) fn references(html: &str) -> Vec<(Range<usize>, Asset)> {
    let mut found = Vec::new();
    let mut in_tag = false;
    let mut quote = None;
    let bytes = html.as_bytes();
    for (at, byte) in bytes.iter().copied().enumerate() {
        match (in_tag, quote, byte) {
            (false, _, b'<') => in_tag = true,
            (true, None, b'>') => in_tag = false,
            (true, None, b'"' | b'\'') => quote = Some(byte),
            (true, Some(open), _) if byte == open => quote = None,
            (true, _, b'a') if begins_value(bytes, at) => {
                let asset = html.get(at..at + LENGTH).and_then(|text| text.parse().ok());
                found.extend(asset.map(|asset| (at..at + LENGTH, asset)));
            }
            _ => {}
        }
    }
    found
}

/// Whether a value begins at `at`: behind a quote, or behind the parenthesis (and quote) of a CSS `url(`.
fn begins_value(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| bytes.get(before))
        .is_some_and(|byte| matches!(byte, b'"' | b'\'' | b'('))
}

/// `html` with every asset replaced by what `address` gives for it. The addresses are written as attribute values: `&`,
/// `<`, `>` and quotes in them are escaped.
///
/// # Errors
/// The first asset for which `address` has nothing.
pub(super) fn replace(html: &str, mut address: impl FnMut(Asset) -> Option<String>) -> Result<String, Asset> {
    let mut out = String::with_capacity(html.len());
    let mut rest = 0;
    for (range, asset) in references(html) {
        out.push_str(&html[rest..range.start]);
        out.push_str(&escape(&address(asset).ok_or(asset)?));
        rest = range.end;
    }
    out.push_str(&html[rest..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_found_in_tags_and_not_in_text() {
        let (one, two) = (Asset(Digest::of("一")), Asset(Digest::of("二")));
        let html = format!(
            r#"<p style="background:url('{two}')">写 src="{one}" 的<img alt="a > b" src="{one}"></p>"#
        );
        let found: Vec<_> = references(&html).into_iter().map(|(_, asset)| asset).collect();
        assert_eq!(found, [two, one]);
        let replaced =
            replace(&html, |asset| (asset == one || asset == two).then(|| "http://x/?a&b".to_owned()));
        assert_eq!(
            replaced.unwrap(),
            format!(
                r#"<p style="background:url('http://x/?a&amp;b')">写 src="{one}" 的<img alt="a > b" src="http://x/?a&amp;b"></p>"#
            )
        );
        assert_eq!(replace(&html, |asset| (asset == two).then(String::new)), Err(one));
    }
}
