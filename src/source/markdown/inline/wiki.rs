//! `[[name]]`, `[[name#heading|label]]`, and pictures: `![[image.png|300]]`.

use std::ops::Range;

use super::super::{CowStr, Event, LinkType, Located, Tag, TagEnd};

/// Endings of picture files.
const PICTURES: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", "avif", "heic", "heif", "tif", "tiff"];

/// The events of a name that stands with its brackets at the bytes `whole` of `source`, and without at `inside`.
pub(super) fn name(
    source: &str,
    whole: Range<usize>,
    inside: Range<usize>,
    embedded: bool,
) -> Option<Vec<Located<'_>>> {
    let written = source.get(inside.clone())?;
    let mut parts = Parts { text: written, at: Some(inside.start) };
    let target = parts.next()?;
    let name = source.get(target.clone())?;
    if name.is_empty() || name.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_punctuation()) {
        return None;
    }
    let labels: Vec<Range<usize>> = parts.filter(|part| !part.is_empty()).collect();
    if embedded && is_picture(name) {
        return Some(picture(source, whole, name, &labels));
    }
    let (page, heading) = name.split_once('#').unwrap_or((name, ""));
    let label = match labels.into_iter().next() {
        Some(label) => label,
        None if page.trim().is_empty() => target.end - heading.len()..target.end,
        None => target.start..target.start + page.trim_end().len(),
    };
    let labelled = label.start > target.end;
    let tag = Tag::WikiLink {
        target: CowStr::Borrowed(page.trim()),
        heading: CowStr::Borrowed(heading.trim()),
        labelled,
    };
    Some(vec![
        (Event::Start(tag), whole.clone()),
        (Event::Text(CowStr::Borrowed(&source[label.clone()])), label),
        (Event::End(TagEnd::WikiLink), whole),
    ])
}

fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    PICTURES.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// A picture; a label that is a size (`300`, `300x200`) gives its width.
fn picture<'a>(
    source: &'a str,
    whole: Range<usize>,
    name: &'a str,
    labels: &[Range<usize>],
) -> Vec<Located<'a>> {
    let width = |label: &Range<usize>| {
        let text = source.get(label.clone())?;
        let (width, height) = text.split_once(['x', 'X', '×']).unwrap_or((text, "1"));
        height.trim().parse::<u32>().ok()?;
        width.trim().parse::<u32>().ok().filter(|width| *width > 0)
    };
    let tag = Tag::Image {
        link_type: LinkType::Inline,
        dest_url: CowStr::Borrowed(name),
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
        width: labels.iter().find_map(width),
    };
    let mut out = vec![(Event::Start(tag), whole.clone())];
    if let Some(label) = labels.iter().find(|label| width(label).is_none()) {
        out.push((Event::Text(CowStr::Borrowed(&source[label.clone()])), label.clone()));
    }
    out.push((Event::End(TagEnd::Image), whole));
    out
}

/// The parts of a name between `|`, which is `\|` in a table, without blanks around them.
struct Parts<'t> {
    text: &'t str,
    /// Where the rest begins in the source.
    at: Option<usize>,
}

impl Iterator for Parts<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let at = self.at?;
        let (part, rest) = match self.text.split_once('|') {
            Some((part, rest)) => {
                self.at = Some(at + part.len() + 1);
                (part.strip_suffix('\\').unwrap_or(part), rest)
            }
            None => {
                self.at = None;
                (self.text, "")
            }
        };
        self.text = rest;
        let start = at + part.len() - part.trim_start().len();
        Some(start..start + part.trim().len())
    }
}
