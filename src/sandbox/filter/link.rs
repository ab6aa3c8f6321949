//! Addresses in articles: which are refused, which go, which pictures stay.

use super::super::answer::{Refusal, refuse};
use crate::wechat::limits;

/// Refuses links that the platform answers with 45166.
pub(super) fn check(href: &str) -> Result<(), Refusal> {
    let href = href.trim();
    if href.starts_with('#') || href.contains("tempkey=") {
        return refuse(45166);
    }
    if host(href).as_deref() == Some("mp.weixin.qq.com") {
        let slug = path(href).strip_prefix("/s/").map(|slug| slug.split('#').next().unwrap_or(slug));
        if slug.is_some_and(|slug| !slug.contains('?') && slug.chars().count() != limits::SLUG) {
            return refuse(45166);
        }
    }
    Ok(())
}

/// Whether an address leads out of the platform.
pub(super) fn is_foreign(href: &str) -> bool {
    host(href).as_deref() != Some("mp.weixin.qq.com")
}

/// Whether a browser would run the address; blanks and control characters inside the scheme do not help.
pub(super) fn is_script(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).take(11).collect();
    plain.eq_ignore_ascii_case("javascript:")
}

/// Whether a picture's address is on one of the platform's hosts.
pub(super) fn is_picture_host(src: &str) -> bool {
    host(src).is_some_and(|host| host.ends_with(".qpic.cn") || host == "mmbiz.qlogo.cn")
}

/// The stored spelling of a picture's address, from its raw attribute value.
pub(super) fn stored_picture(raw: &str) -> String {
    let raw = raw.trim();
    let secure = match raw.get(..5) {
        Some(scheme) if scheme.eq_ignore_ascii_case("http:") => {
            format!("https:{}", raw.get(5..).unwrap_or_default())
        }
        _ if raw.starts_with("//") => format!("https:{raw}"),
        _ => raw.to_owned(),
    };
    if secure.contains("from=appmsg") {
        return secure;
    }
    let (path, query) =
        secure.split_once('?').map_or((secure.as_str(), None), |(path, query)| (path, Some(query)));
    match (path.strip_suffix("/0"), query) {
        (None, _) => secure,
        (Some(stem), None) => format!("{stem}/640?from=appmsg"),
        (Some(stem), Some(query)) => format!("{stem}/640?{query}&amp;from=appmsg"),
    }
}

/// Host of an http(s) address, lower case; user and port do not deceive.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = after_scheme(url)?;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or(rest);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next().unwrap_or(host);
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

fn path(url: &str) -> &str {
    let rest = after_scheme(url).unwrap_or_default();
    rest.find(['/', '?', '#']).and_then(|at| rest.get(at..)).unwrap_or_default()
}

fn after_scheme(url: &str) -> Option<&str> {
    let url = url.trim();
    if let Some(rest) = url.strip_prefix("//") {
        return Some(rest);
    }
    let (scheme, rest) = url.split_once("://")?;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(rest)
}
