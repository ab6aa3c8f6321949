//! Percent escapes in addresses (RFC 3986, 2.1).

use std::borrow::Cow;

/// `text` with its escapes resolved: `%E5%9B%BE.png` is 图.png. What is no escape stays, and so does all of it when no text
/// comes out.
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        rest = match rest {
            [b'%', high, low, more @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(value(*high) << 4 | value(*low));
                more
            }
            _ => {
                bytes.push(*first);
                more
            }
        };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn escapes_become_text_and_everything_else_stays() {
        assert_eq!(decode("%E5%9B%BE%20a.png"), "图 a.png");
        for same in ["图.png", "100%.png", "%FF.png", "%+1", "%e", "%"] {
            assert_eq!(decode(same), same);
        }
    }
}
