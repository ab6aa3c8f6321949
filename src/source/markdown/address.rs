//! Bare addresses become autolinks, as on the forges where writers learn Markdown, but end before Chinese text.

use std::ops::Range;

use memchr::memchr2;

use super::{CowStr, Event, LinkType, Located, Tag, TagEnd, chars};

/// Splits literal text at bare addresses. Inside links, pictures and code nothing changes.
pub(super) fn link(events: Vec<Located<'_>>) -> Vec<Located<'_>> {
    let candidate = |event: &Event<'_>| matches!(event, Event::Text(text) if may_hold(text));
    if !events.iter().any(|(event, _)| candidate(event)) {
        return events;
    }
    let mut out = Vec::with_capacity(events.len() + 8);
    let mut closed = 0usize;
    for (event, range) in events {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => closed = closed.saturating_sub(1),
            Event::Text(text) if closed == 0 && range.len() == text.len() && may_hold(text) => {
                split(text, range.start, &mut out);
                continue;
            }
            _ => {}
        }
        out.push((event, range));
    }
    out
}

fn may_hold(text: &str) -> bool {
    // Most texts have neither byte.
    memchr2(b':', b'w', text.as_bytes()).is_some() && (text.contains("://") || text.contains("www."))
}

fn split<'a>(text: &CowStr<'a>, base: usize, out: &mut Vec<Located<'a>>) {
    let piece = |range: Range<usize>| match text {
        CowStr::Borrowed(whole) => CowStr::Borrowed(&whole[range]),
        owned => CowStr::from(owned[range].to_owned()),
    };
    let place = |range: &Range<usize>| base + range.start..base + range.end;
    let mut done = 0;
    for found in (Addresses { text, at: 0 }) {
        if found.start > done {
            out.push((Event::Text(piece(done..found.start)), place(&(done..found.start))));
        }
        let shown = piece(found.clone());
        let dest_url =
            if shown.starts_with("www.") { CowStr::from(format!("http://{shown}")) } else { shown.clone() };
        let tag = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url,
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        out.push((Event::Start(tag), place(&found)));
        out.push((Event::Text(shown), place(&found)));
        out.push((Event::End(TagEnd::Link), place(&found)));
        done = found.end;
    }
    if done < text.len() {
        out.push((Event::Text(piece(done..text.len())), place(&(done..text.len()))));
    }
}

/// The bare addresses of a text, left to right.
struct Addresses<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Addresses<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let (start, prefix) = self.opening()?;
            let end = ending(&self.text[start..], prefix).map(|length| start + length);
            self.at = end.unwrap_or(start + prefix);
            if let Some(end) = end {
                return Some(start..end);
            }
        }
    }
}

impl Addresses<'_> {
    /// The next place where an address may begin, and the length of its `https://` or `www.`.
    fn opening(&mut self) -> Option<(usize, usize)> {
        let rest = &self.text[self.at..];
        let bytes = rest.as_bytes();
        let mut from = 0;
        while let Some(found) = bytes[from..].iter().position(|byte| matches!(byte, b'h' | b'H' | b'w')) {
            let at = from + found;
            let prefix = ["https://", "http://", "www."].into_iter().find(|prefix| {
                bytes
                    .get(at..at + prefix.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
            });
            let inside_word = at > 0 && bytes[at - 1].is_ascii_alphanumeric()
                || at == 0 && self.text[..self.at].ends_with(|c: char| c.is_ascii_alphanumeric());
            match prefix {
                Some(prefix) if !inside_word => return Some((self.at + at, prefix.len())),
                _ => from = at + 1,
            }
        }
        None
    }
}

/// How long the address at the start of `text` is; `None` when there is no host behind the prefix.
///
/// The host is ASCII, so an address without a path ends before Chinese text. A path ends before white space, `<`, Chinese
/// punctuation, and Chinese that follows Latin as the sentence does (`/docs查看`); a part of its own may be Chinese
/// (`/wiki/中文`). Closing marks that belong to the sentence are given back.
fn ending(text: &str, prefix: usize) -> Option<usize> {
    let host = host(&text[prefix..], prefix > 4)?;
    let behind = prefix + host;
    if !text[behind..].starts_with(['/', '?', '#']) {
        return Some(behind);
    }
    let ends = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || c == '<'
            || chars::is_full_punctuation(c)
            || chars::is_shared_punctuation(c)
    };
    let mut before = '/';
    let mut chinese = false;
    let end = text[behind..].find(|c: char| {
        let joint = matches!(before, '/' | '=' | '#' | '?' | '&' | '-' | '_' | '.' | '%');
        let part = joint || chars::is_letter(before) || chinese && before.is_ascii_punctuation();
        let ended = ends(c) || chars::is_letter(c) && !part;
        chinese |= chars::is_letter(c);
        before = c;
        ended
    });
    let end = end.map_or(text.len(), |length| behind + length);
    Some(give_back(&text[..end], behind))
}

/// How long the host (with user and port) at the start of `text` is. It stops at the first character that cannot
/// belong to it, so a line full of prefixes is read once.
fn host(text: &str, scheme: bool) -> Option<usize> {
    let label = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let bytes = text.as_bytes();
    let mut begin = 0;
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b if label(*b) => {}
            b'.' if end > begin && bytes.get(end + 1).is_some_and(|b| label(*b)) => {}
            b'@' if scheme && begin == 0 && end > 0 => begin = end + 1,
            b':' if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                let digits = bytes[end + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
                if bytes.get(end + 1 + digits) != Some(&b'@') {
                    return known(&text[begin..end], scheme).then_some(end + 1 + digits);
                }
            }
            _ => break,
        }
        end += 1;
    }
    known(&text[begin..end], scheme).then_some(end)
}

/// Whether a name can be a host: it has a dot, unless the prefix was `www.` or the name is the reader's own machine.
fn known(name: &str, scheme: bool) -> bool {
    !name.is_empty() && (!scheme || name.contains('.') || name == "localhost")
}

/// Gives back marks at the end that belong to the sentence: `.`, `,`, an unmatched `)`, an entity-like `&x;`.
fn give_back(text: &str, least: usize) -> usize {
    let opened = text.bytes().filter(|byte| *byte == b'(').count();
    let mut closed = text.bytes().filter(|byte| *byte == b')').count();
    let mut end = text.len();
    while end > least {
        match text.as_bytes()[end - 1] {
            b'?' | b'!' | b'.' | b',' | b':' | b';' | b'*' | b'_' | b'~' | b'\'' | b'"' | b'|' | b']' => {
                end -= 1
            }
            b')' if closed > opened => {
                closed -= 1;
                end -= 1;
            }
            _ => break,
        }
    }
    end
}
