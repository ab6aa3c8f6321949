//! Pictures that are nothing but a gap or a counter: one pixel, or the stand-in of a page that loads its pictures later.

use html5gum::StartTag;

use super::author::attribute;
use crate::base::percent;

/// Sides of such a picture at most, in pixels.
const DOT: u32 = 2;
/// Bytes of an address that is looked into; a picture worth seeing has more.
const SHORT: usize = 2 << 10;
/// Where pages keep the address of a picture that they load later.
const LATER: [&str; 6] =
    ["data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-croporisrc", "data-original-src"];

/// Whether `address` is a `data:` picture of a pixel or without any shape.
pub(crate) fn is_spacer(address: &str) -> bool {
    let address = address.trim();
    let Some(rest) = address.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("data:")) else {
        return false;
    };
    let Some((kind, data)) = address[rest.len()..].split_once(',').filter(|_| address.len() <= SHORT) else {
        return false;
    };
    let kind = kind.to_ascii_lowercase();
    let bytes = if kind.ends_with(";base64") {
        let data: String = percent::decode(data).chars().filter(|c| !c.is_whitespace()).collect();
        data_encoding::BASE64_NOPAD.decode(data.trim_end_matches('=').as_bytes()).unwrap_or_default()
    } else {
        percent::decode(data).into_owned().into_bytes()
    };
    if kind.starts_with("image/svg") {
        // Nothing but the element itself.
        let tags = bytes.iter().filter(|byte| **byte == b'<').count();
        return bytes.trim_ascii_start().starts_with(b"<svg") && tags <= 2;
    }
    kind.starts_with("image/") && sides(&bytes).is_some_and(|(width, height)| width <= DOT && height <= DOT)
}

/// Width and height of a GIF or PNG.
fn sides(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"GIF8") {
        let side = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
        return Some((side(6)?, side(8)?));
    }
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    bytes.starts_with(b"\x89PNG").then(|| Some((side(16)?, side(20)?)))?
}

/// What an `img` of an author shows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Pasted {
    /// The picture at this address.
    Picture(String),
    /// Nothing: a gap, or a counter of readers.
    Spacer,
}

/// What the `img` tag shows. A stand-in gives the address of the picture that it stands for.
pub(crate) fn pasted(tag: &StartTag<usize>) -> Pasted {
    let address = attribute(tag, "src").unwrap_or_default();
    if address.trim().is_empty() || is_spacer(&address) {
        let later = LATER.iter().find_map(|name| attribute(tag, name).filter(|url| !url.trim().is_empty()));
        return match later {
            Some(url) => Pasted::Picture(url),
            None if address.trim().is_empty() => Pasted::Picture(address),
            None => Pasted::Spacer,
        };
    }
    let side = |name| attribute(tag, name)?.trim().trim_end_matches("px").parse::<u32>().ok();
    let dot = |side: Option<u32>| side.is_some_and(|side| side <= DOT);
    if dot(side("width")) && dot(side("height")) { Pasted::Spacer } else { Pasted::Picture(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_is_a_spacer_and_a_picture_is_not() {
        for (address, spacer) in [
            ("data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", true),
            ("data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7=", true),
            (
                "DATA:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
                true,
            ),
            (
                "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%20800%20600'%3E%3C/svg%3E",
                true,
            ),
            ("data:image/svg+xml;base64,PHN2ZyB3aWR0aD0iOSIgaGVpZ2h0PSI5Ii8+", true),
            ("data:image/svg+xml,%3Csvg%3E%3Crect/%3E%3C/svg%3E", false),
            (
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGQAAABkCAIAAAD/gAIDAAAAFklEQVR4nGNgGAWjYBSM",
                false,
            ),
            ("data:image/gif;base64,R0lGODlhFAAUAA", false),
            ("data:image/gif;base64,R0", false),
            ("data:text/html,<svg>", false),
            ("data:", false),
            ("点.gif", false),
            ("https://a.cn/1x1.gif", false),
        ] {
            assert_eq!(is_spacer(address), spacer, "{address}");
        }
    }
}
