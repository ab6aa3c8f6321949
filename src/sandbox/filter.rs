//! What storing does to the HTML of an article.
//!
//! Removes what the platform removes, refuses what it refuses (45166), rewrites what it rewrites; all else stays byte
//! for byte. Elements that go are found by the tokenizer's spans, never by rebuilding a tree.

mod attribute;
mod editor;
mod link;
mod style;
mod tree;

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, Token};

use super::Profile;
use super::answer::{Refusal, refuse};
use attribute::Attribute;
pub(super) use editor::resave;

/// Elements that go with everything inside.
const REMOVED: &[&str] = &[
    "script", "style", "link", "meta", "iframe", "form", "input", "object", "embed", "video", "audio", "head",
];
/// Elements whose tags go and whose inside stays.
const UNWRAPPED: &[&str] = &["html", "body"];

/// What happens to one piece of the source.
enum Edit {
    Keep,
    Drop,
    Replace(String),
}

/// The stored form of `html`.
pub(super) fn store(html: &str, profile: Profile) -> Result<String, Refusal> {
    let html = inside_body(html);
    let tokens = tokens(html);
    let ends = matching_ends(&tokens);
    let mut edits: Vec<Edit> = tokens.iter().map(|_| Edit::Keep).collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let mut next = index + 1;
        match token {
            Piece::Comment { .. } => set(&mut edits, index, Edit::Drop),
            Piece::Start { name, source, .. } => {
                let end = ends.get(index).copied().flatten();
                match start_tag(name, source, profile)? {
                    Tag::Kept => {}
                    Tag::Rewritten(text) => set(&mut edits, index, Edit::Replace(text)),
                    Tag::Unwrapped => {
                        set(&mut edits, index, Edit::Drop);
                        end.into_iter().for_each(|end| set(&mut edits, end, Edit::Drop));
                    }
                    Tag::Removed => {
                        let last = match name.as_str() {
                            "img" | "link" | "meta" | "input" | "embed" => index,
                            // What is not closed is not text for readers: it reaches to the end.
                            "script" | "style" | "iframe" => end.unwrap_or(tokens.len() - 1),
                            _ => end.unwrap_or(index),
                        };
                        (index..=last).for_each(|gone| set(&mut edits, gone, Edit::Drop));
                        next = last + 1;
                    }
                }
            }
            // An end tag without a beginning, of an element that would have gone.
            Piece::End { name, .. } if REMOVED.contains(&name.as_str()) => set(&mut edits, index, Edit::Drop),
            Piece::End { name, .. } if UNWRAPPED.contains(&name.as_str()) => {
                set(&mut edits, index, Edit::Drop)
            }
            Piece::End { .. } | Piece::Text { .. } => {}
        }
        index = next;
    }
    Ok(apply(html, &tokens, &edits))
}

/// The text of stored `html`: tags stripped, entities decoded, blanks collapsed.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    for token in Tokenizer::new(html).flatten() {
        if let html5gum::Token::String(piece) = token {
            text.push_str(&String::from_utf8_lossy(&piece));
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A token with its place in the source.
enum Piece<'a> {
    Start { name: String, source: &'a str, end: usize },
    End { name: String, start: usize, end: usize },
    Comment { start: usize, end: usize },
    Text { start: usize, end: usize },
}

impl Piece<'_> {
    fn span(&self) -> (usize, usize) {
        match self {
            Self::Start { source, end, .. } => (end.saturating_sub(source.len()), *end),
            Self::End { start, end, .. } | Self::Comment { start, end } | Self::Text { start, end } => {
                (*start, *end)
            }
        }
    }
}

fn tokens(html: &str) -> Vec<Piece<'_>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let lower = |name: &[u8]| String::from_utf8_lossy(name).to_ascii_lowercase();
    Tokenizer::new_with_emitter(html, emitter)
        .flatten()
        .filter_map(|token| {
            Some(match token {
                Token::StartTag(tag) => Piece::Start {
                    name: lower(&tag.name),
                    source: html.get(tag.span.start..tag.span.end)?,
                    end: tag.span.end,
                },
                Token::EndTag(tag) => {
                    Piece::End { name: lower(&tag.name), start: tag.span.start, end: tag.span.end }
                }
                Token::Comment(comment) => {
                    Piece::Comment { start: comment.span.start, end: comment.span.end }
                }
                Token::Doctype(doctype) => {
                    Piece::Comment { start: doctype.span.start, end: doctype.span.end }
                }
                Token::String(text) => Piece::Text { start: text.span.start, end: text.span.end },
                Token::Error(_) => return None,
            })
        })
        .collect()
}

/// For each start tag the index of its end tag, by name and nesting.
fn matching_ends(tokens: &[Piece<'_>]) -> Vec<Option<usize>> {
    let mut ends = vec![None; tokens.len()];
    let mut open: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Piece::Start { name, .. } => open.entry(name).or_default().push(index),
            Piece::End { name, .. } => {
                let start = open.get_mut(name.as_str()).and_then(Vec::pop);
                if let Some(place) = start.and_then(|start| ends.get_mut(start)) {
                    *place = Some(index);
                }
            }
            Piece::Comment { .. } | Piece::Text { .. } => {}
        }
    }
    ends
}

fn set(edits: &mut [Edit], index: usize, edit: Edit) {
    if let Some(place) = edits.get_mut(index) {
        *place = edit;
    }
}

fn apply(html: &str, tokens: &[Piece<'_>], edits: &[Edit]) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut cursor = 0;
    for (token, edit) in tokens.iter().zip(edits) {
        let (start, end) = token.span();
        let replacement = match edit {
            Edit::Keep => continue,
            Edit::Drop => "",
            Edit::Replace(text) => text,
        };
        out.push_str(html.get(cursor..start).unwrap_or_default());
        out.push_str(replacement);
        cursor = cursor.max(end);
    }
    // A tag that never ends is no token: it goes, as in a browser, and cannot swallow what others write behind it.
    let end = tokens.last().map_or(0, |token| token.span().1);
    out.push_str(html.get(cursor..end).unwrap_or_default());
    out
}

/// What is between `<body>` and `</body>`, if a whole document was sent.
fn inside_body(html: &str) -> &str {
    let tokens = tokens(html);
    let is_body = |token: &&Piece<'_>| matches!(token, Piece::Start { name, .. } if name == "body");
    let Some((_, start)) = tokens.iter().find(is_body).map(Piece::span) else { return html };
    let end = tokens.iter().rev().find_map(|token| match token {
        Piece::End { name, start, .. } if name == "body" => Some(*start),
        _ => None,
    });
    html.get(start..end.unwrap_or(html.len())).unwrap_or(html)
}

/// What becomes of a start tag.
enum Tag {
    Kept,
    Rewritten(String),
    Unwrapped,
    Removed,
}

fn start_tag(name: &str, source: &str, profile: Profile) -> Result<Tag, Refusal> {
    if name == "mp-miniprogram" {
        return refuse(45166);
    }
    if REMOVED.contains(&name) {
        return Ok(Tag::Removed);
    }
    if UNWRAPPED.contains(&name) {
        return Ok(Tag::Unwrapped);
    }
    let (head, attributes, tail) = attribute::split(source);
    if attributes.iter().any(Attribute::is_curly_quoted) {
        return refuse(45166);
    }
    let value = |wanted: &str| attributes.iter().find(|a| a.name == wanted).map(|a| a.value());
    for href in ["href", "xlink:href"].into_iter().filter_map(value) {
        link::check(&href)?;
        if name == "a" && profile.is_strict() && link::is_foreign(&href) {
            return Ok(Tag::Unwrapped);
        }
    }
    let source_of_picture = value("src").or_else(|| value("data-src"));
    if name == "img" && !source_of_picture.is_some_and(|src| link::is_picture_host(&src)) {
        return Ok(Tag::Removed);
    }
    if value("style").is_some_and(|style| style::has_quoted_url(&style)) {
        return Ok(Tag::Unwrapped);
    }
    let both = value("src").is_some() && value("data-src").is_some();
    let kept: Vec<String> = attributes.iter().filter_map(|attribute| stored(name, attribute, both)).collect();
    let rewritten = format!("{head}{}{tail}", kept.concat());
    Ok(if rewritten == source { Tag::Kept } else { Tag::Rewritten(rewritten) })
}

/// The stored form of an attribute with the blank before it; `None` when it goes.
fn stored(element: &str, attribute: &Attribute<'_>, both_sources: bool) -> Option<String> {
    let name = attribute.name.as_str();
    if name.starts_with("on") || name == "id" || name == "class" {
        return None;
    }
    if link::is_script(&attribute.value()) {
        return None;
    }
    match (element, name) {
        ("img", "width") => None,
        ("img", "src") if both_sources => None,
        ("img", "src" | "data-src") => Some(attribute.with("data-src", &link::stored_picture(attribute.raw))),
        (_, "style") => match style::stored(attribute.raw) {
            None => Some(attribute.source.to_owned()),
            Some(style) if style.is_empty() => None,
            Some(style) => Some(attribute.with("style", &style)),
        },
        (_, "nodeleaf") if attribute.raw.is_empty() => Some(attribute.with("nodeleaf", "nodeleaf")),
        (_, "viewbox") => Some(attribute.source.replacen("viewBox", "viewbox", 1)),
        _ => Some(attribute.source.to_owned()),
    }
}

#[cfg(test)]
mod tests;
