//! Text inside HTML.

use std::borrow::Cow;

/// Makes `value` safe in text and in quoted attributes.
pub fn escape(value: &str) -> Cow<'_, str> {
    if !value.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len() + 16);
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_a_text_or_a_quoted_attribute() {
        assert_eq!(escape("a<b>&\"'签"), "a&lt;b&gt;&amp;&quot;&#39;签");
        assert!(matches!(escape("签发"), Cow::Borrowed("签发")));
    }
}
