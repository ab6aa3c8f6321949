//! The size that a writer gives a picture, in the spellings of the editors that Chinese writers use:
//! `![图|300](a.png)`, `![图|300x200](a.png)`, `![图](a.png =300x)`, `![图](a.png){width=60%}`, `![](a.png "题|300")`.
//!
//! The marks are taken out of the events; the size itself is read from the picture's bytes in the file.

use std::ops::Range;

use super::{CowStr, Event, Located, Tag, TagEnd, fence, steps};

/// A width in pixels or percent of the column; a height is never kept, since phones would distort the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// CSS pixels.
    Pixels(u32),
    /// Percent of the column, at most 100.
    Percent(u32),
}

/// What a writer said about a picture besides address, words and title.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// The width.
    pub width: Option<Width>,
    /// `{.left}` or `{.right}`: the side on which the picture stands.
    pub side: Option<Side>,
}

/// Where a picture stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the left.
    Left,
    /// At the right.
    Right,
}

/// The size of the picture whose construct is `source`, `![` to `)` or `}`.
pub fn size(source: &str) -> Size {
    let mut out = Size::default();
    if let Some(open) = source.strip_suffix('}').and_then(|body| body.rfind('{')) {
        for (key, value) in fence::attributes(&source[open + 1..source.len() - 1]) {
            match key.to_ascii_lowercase().as_str() {
                "width" | "w" | "宽" => out.width = width(value),
                "style" => {
                    let mut declarations =
                        value.split(';').filter_map(|declaration| declaration.split_once(':'));
                    let own = declarations.find(|(property, _)| property.trim() == "width");
                    out.width = own.and_then(|(_, value)| width(value)).or(out.width);
                }
                "left" => out.side = Some(Side::Left),
                "right" => out.side = Some(Side::Right),
                _ => {}
            }
        }
    }
    let Some((words, address)) = source.split_once("](") else {
        // An embedded file, `![[图.png|300]]`.
        let inside =
            source.strip_prefix("![[").and_then(|rest| rest.split_once("]]")).map(|(inside, _)| inside);
        out.width = out.width.or_else(|| inside.and_then(suffix).map(|(_, width)| width));
        return out;
    };
    let named = address.rfind(" =").map(|at| &address[at + 2..]);
    let imsize = named.and_then(|text| {
        let end =
            text.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'x' | 'X' | '%'))).unwrap_or(text.len());
        width(&text[..end])
    });
    let title = address.rfind(['"', '\'']).and_then(|end| suffix(&address[..end])).map(|(_, width)| width);
    out.width = out.width.or(imsize).or_else(|| suffix(words).map(|(_, width)| width)).or(title);
    out
}

/// `300`, `300px`, `60%`, `300x200`; a missing width (`x200`) is none.
fn width(text: &str) -> Option<Width> {
    let text = text.trim().to_ascii_lowercase();
    let first = text.split('x').next().filter(|_| !text.ends_with("px")).unwrap_or(&text);
    let number = |digits: &str| digits.trim().parse::<u32>().ok().filter(|number| *number > 0);
    match first.strip_suffix('%') {
        Some(percent) => number(percent).map(|percent| Width::Percent(percent.min(100))),
        None => number(first.strip_suffix("px").unwrap_or(first)).map(Width::Pixels),
    }
}

/// Splits `|300` or `|300x200` off the end of words.
fn suffix(words: &str) -> Option<(&str, Width)> {
    let (before, size) = words.rsplit_once('|')?;
    let plain = size.trim();
    let fits = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'x' | b'X' | b'%'))
        && plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.len() <= 11;
    let width = fits.then(|| width(plain)).flatten()?;
    Some((before.strip_suffix('\\').unwrap_or(before).trim_end(), width))
}

/// Takes sizes out of the words of pictures and attributes out of the text behind them.
pub(super) fn strip<'a>(source: &str, events: Vec<Located<'a>>) -> Vec<Located<'a>> {
    if !events.iter().any(|(event, _)| matches!(event, Event::End(TagEnd::Image))) {
        return events;
    }
    let mut out: Vec<Located<'a>> = Vec::with_capacity(events.len());
    // Where the pictures begin that are open, and where the last one that was closed did.
    let (mut open, mut closed) = (Vec::new(), None);
    for (mut event, range) in events {
        match &mut event {
            Event::Start(Tag::Image { title, .. }) => {
                open.push(out.len());
                if let Some(kept) = suffix(title).map(|(before, _)| before.len()) {
                    *title = cut(title, 0..kept);
                }
            }
            Event::End(TagEnd::Image) => {
                closed = open.pop();
                if let Some((Event::Text(words), range)) = out.last_mut()
                    && let Some((before, _)) = suffix(words)
                {
                    let kept = before.len();
                    if range.len() == words.len() {
                        range.end = range.start + kept;
                    }
                    *words = cut(words, 0..kept);
                }
            }
            Event::Text(text) if text.starts_with('{') => {
                if let Some(length) = braces(text, &range, &out, source) {
                    let end = range.start + length;
                    for event in [closed, out.len().checked_sub(1)].into_iter().flatten() {
                        out[event].1.end = end;
                    }
                    if length < text.len() {
                        out.push((Event::Text(cut(text, length..text.len())), end..range.end));
                    }
                    continue;
                }
            }
            _ => {}
        }
        out.push((event, range));
    }
    out
}

/// How long the attributes are that stand right behind a picture.
fn braces(text: &str, range: &Range<usize>, out: &[Located<'_>], source: &str) -> Option<usize> {
    let (Event::End(TagEnd::Image), before) = out.last()? else { return None };
    if before.end != range.start || source.get(range.clone()) != Some(text) {
        return None;
    }
    let end = steps::find(&text[..text.floor_char_boundary(200)], "}")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || " .#=%-_\"':;,".contains(c);
    text[1..end].chars().all(plain).then_some(end + 1)
}

fn cut<'a>(text: &CowStr<'a>, range: Range<usize>) -> CowStr<'a> {
    match text {
        CowStr::Borrowed(whole) => CowStr::Borrowed(&whole[range]),
        owned => CowStr::from(owned[range].to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::events;
    use super::*;

    #[test]
    fn every_spelling_gives_the_same_picture() {
        let (px, percent) = (Some(Width::Pixels(300)), Some(Width::Percent(60)));
        for (text, width) in [
            ("![图](a.png)", None),
            ("![图|300](a.png)", px),
            ("![图|300x200](a.png)", px),
            ("![图](a.png =300x200)", px),
            ("![图](a.png =300x)", px),
            ("![图](a.png =x200)", None),
            ("![图](a.png =60%x)", percent),
            ("![图](a.png \"题\" =300x)", px),
            ("![图](a.png =300x \"题\")", px),
            ("![图](a.png){width=60%}", percent),
            ("![图](a.png){ width=\"300px\" height=20 }", px),
            ("![图](a.png){: width=300px}", px),
            ("![图](a.png){style=\"height:2px; width: 60%\"}", percent),
            ("![图](a.png){.left}", None),
            ("![图](a.png \"题|300x20\")", px),
        ] {
            let events = events(text, 0..text.len());
            let (Event::Start(Tag::Image { dest_url, .. }), range) = &events[1] else { panic!("{text}") };
            assert_eq!(&**dest_url, "a.png", "{text}");
            assert_eq!(size(&text[range.clone()]).width, width, "{text}");
            let words: Vec<_> = events
                .iter()
                .filter_map(|(event, _)| match event {
                    Event::Text(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            assert_eq!(words, ["图"], "{text}");
        }
        assert_eq!(size("![[图.png|300]]").width, px);
        assert_eq!(size("![图](a.png){.left}").side, Some(Side::Left));
    }

    #[test]
    fn other_braces_and_bars_stay() {
        for text in [
            "![图](a.png)（{见下}）",
            "![a|b](a.png)",
            "![图](a.png) {width=60%}",
            "a =300x) b",
            "`a](b =3x)`",
        ] {
            let shown: String = events(text, 0..text.len())
                .into_iter()
                .filter_map(|(event, _)| match event {
                    Event::Text(text) | Event::Code(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            let plain: String =
                text.replace("![图](a.png)", "图").replace("![a|b](a.png)", "a|b").replace('`', "");
            assert_eq!(shown, plain, "{text}");
        }
    }
}
