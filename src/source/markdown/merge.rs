//! Literal text in one piece, and headings without their anchors.

use std::ops::Range;

use super::{CowStr, Event, Located, TagEnd};

/// Joins neighbouring pieces of text that also stand side by side in `source`, as long as each is written literally:
/// the parser splits at every `_` or `[`, which would hide an address from whoever looks for one.
pub(super) fn merge<'a>(
    source: &'a str,
    events: impl Iterator<Item = (Event<'a>, Range<usize>)>,
) -> Vec<Located<'a>> {
    // About as many as an article of that length has.
    let mut out: Vec<Located<'a>> = Vec::with_capacity((source.len() / 12).min(1024));
    let mut growing = false;
    for (event, range) in events {
        let literal = matches!(&event, Event::Text(text) if source.get(range.clone()) == Some(&**text));
        if literal
            && growing
            && let Some((Event::Text(last), before)) = out.last_mut()
            && before.end == range.start
        {
            before.end = range.end;
            *last = CowStr::Borrowed(&source[before.clone()]);
            continue;
        }
        growing = literal;
        if matches!(event, Event::End(TagEnd::Heading(_))) {
            drop_anchor(&mut out);
        }
        out.push((event, range));
    }
    out
}

/// Cuts ` {#name}` off the text that ends a heading.
fn drop_anchor(out: &mut Vec<Located<'_>>) {
    let Some((Event::Text(text), range)) = out.last_mut() else { return };
    let Some(open) = anchor(text) else { return };
    let kept = text[..open].trim_end().to_owned();
    if range.len() == text.len() {
        range.end = range.start + kept.len();
    }
    if kept.is_empty() {
        out.pop();
    } else {
        *text = match text {
            CowStr::Borrowed(whole) => CowStr::Borrowed(&whole[..kept.len()]),
            _ => CowStr::from(kept),
        };
    }
}

/// Where ` {#name}` or ` {#name .class}` begins at the end of a text.
fn anchor(text: &str) -> Option<usize> {
    let body = text.trim_end().strip_suffix('}')?;
    let open = body.rfind('{')?;
    let inside = &body[open + 1..];
    let plain = |word: &str| {
        word.len() > 1
            && word.starts_with(['#', '.'])
            && word[1..].chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
    };
    (inside.starts_with('#') && inside.split(' ').all(plain)).then_some(open)
}
