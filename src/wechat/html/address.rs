//! Addresses that links lead to: what each is to the platform's readers. The parsed host decides, never a
//! part of the text.

use super::character::is_removed;

/// What a link's target is to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// An article or page of the platform; readers can press it.
    Platform,
    /// Another address of the web; readers see it in the list of references.
    External,
    /// A mail or telephone address, or another scheme: text only.
    Scheme,
    /// A place in the site or in the article: text only.
    Local,
}

/// `url` without blanks around and characters that cannot be seen.
pub(crate) fn visible_address(url: &str) -> String {
    let hidden =
        |c: char| is_removed(c) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\t' | '\n' | '\r');
    url.trim().chars().filter(|c| !hidden(*c)).collect()
}

/// What an address is to readers.
pub(crate) fn kind_of(url: &str) -> LinkKind {
    let Some((scheme, rest)) = url.split_once(':') else {
        return if url.starts_with("//") { LinkKind::Scheme } else { LinkKind::Local };
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    if !is_scheme {
        return LinkKind::Local;
    }
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    match rest.strip_prefix("//") {
        Some(rest) if web => {
            let host = rest.split(['/', '?', '#']).next().unwrap_or("");
            if host.eq_ignore_ascii_case("mp.weixin.qq.com") {
                LinkKind::Platform
            } else {
                LinkKind::External
            }
        }
        _ => LinkKind::Scheme,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_decides_and_not_a_part_of_the_text() {
        for (url, kind) in [
            ("https://mp.weixin.qq.com/s/abc", LinkKind::Platform),
            ("HTTP://MP.weixin.qq.com/s/abc", LinkKind::Platform),
            ("https://mp.weixin.qq.com.evil.example/s", LinkKind::External),
            ("https://a@mp.weixin.qq.com/s", LinkKind::External),
            ("https://mp.weixin.qq.com\\@evil.example/", LinkKind::External),
            ("https://evil.example/?mp.weixin.qq.com", LinkKind::External),
            ("mailto:a@b.cn", LinkKind::Scheme),
            ("javascript:alert(1)", LinkKind::Scheme),
            ("//a.cn/x", LinkKind::Scheme),
            ("../a/index.md", LinkKind::Local),
            ("#a", LinkKind::Local),
        ] {
            assert_eq!(kind_of(url), kind, "{url}");
        }
    }
}
