//! The shadow text: a copy of the same length in which CommonMark's rules for delimiters give what Chinese means.
//!
//! A `*` or `~~` beside full-width punctuation does not open or close emphasis under CommonMark. The shadow replaces
//! the one character that stands in the way by another of the same length in UTF-8, and every event gets the original
//! back. A lone `~`, which would strike text out, is hidden in the same way.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

use super::chars;

/// A copy of a text to parse in its place.
pub(super) struct Shadow {
    text: String,
    originals: HashMap<char, char>,
}

/// As what a character must appear to the parser.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Disguise {
    Letter,
    Mark,
}

impl Shadow {
    /// The shadow of `text`; `None` when the text can be parsed as it is.
    pub(super) fn new(text: &str) -> Option<Self> {
        let wanted = disguises(text);
        if wanted.is_empty() {
            return None;
        }
        let present: HashSet<char> = text.chars().filter(|c| in_pool(*c)).collect();
        let mut pools = Pools { present, given: HashMap::new() };
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (at, c, disguise) in wanted {
            let Some(substitute) = pools.substitute(c, disguise) else { continue };
            out.push_str(&text[done..at]);
            out.push(substitute);
            done = at + c.len_utf8();
        }
        out.push_str(&text[done..]);
        let originals = pools.given.into_iter().map(|((original, _), copy)| (copy, original)).collect();
        Some(Self { text: out, originals })
    }

    /// The text to parse, as long in bytes as the original.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// `event` of the shadow as an event of `source`, the original text.
    pub(super) fn restore<'a>(&self, source: &'a str, event: Event<'_>) -> Event<'a> {
        let back = |text: CowStr<'_>| self.restore_text(source, &text);
        match event {
            Event::Start(tag) => Event::Start(self.restore_tag(source, tag)),
            Event::End(end) => Event::End(end),
            Event::Text(text) => Event::Text(back(text)),
            Event::Code(text) => Event::Code(back(text)),
            Event::InlineMath(text) => Event::InlineMath(back(text)),
            Event::DisplayMath(text) => Event::DisplayMath(back(text)),
            Event::Html(text) => Event::Html(back(text)),
            Event::InlineHtml(text) => Event::InlineHtml(back(text)),
            Event::FootnoteReference(text) => Event::FootnoteReference(back(text)),
            Event::SoftBreak => Event::SoftBreak,
            Event::HardBreak => Event::HardBreak,
            Event::Rule => Event::Rule,
            Event::TaskListMarker(done) => Event::TaskListMarker(done),
        }
    }

    fn restore_tag<'a>(&self, source: &'a str, tag: Tag<'_>) -> Tag<'a> {
        let back = |text: CowStr<'_>| self.restore_text(source, &text);
        match tag {
            Tag::Paragraph => Tag::Paragraph,
            Tag::Heading { level, id, classes, attrs } => Tag::Heading {
                level,
                id: id.map(back),
                classes: classes.into_iter().map(back).collect(),
                attrs: attrs.into_iter().map(|(name, value)| (back(name), value.map(back))).collect(),
            },
            Tag::BlockQuote(kind) => Tag::BlockQuote(kind),
            Tag::CodeBlock(CodeBlockKind::Indented) => Tag::CodeBlock(CodeBlockKind::Indented),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Tag::CodeBlock(CodeBlockKind::Fenced(back(info))),
            Tag::HtmlBlock => Tag::HtmlBlock,
            Tag::List(start) => Tag::List(start),
            Tag::Item => Tag::Item,
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(back(label)),
            Tag::DefinitionList => Tag::DefinitionList,
            Tag::DefinitionListTitle => Tag::DefinitionListTitle,
            Tag::DefinitionListDefinition => Tag::DefinitionListDefinition,
            Tag::Table(alignments) => Tag::Table(alignments),
            Tag::TableHead => Tag::TableHead,
            Tag::TableRow => Tag::TableRow,
            Tag::TableCell => Tag::TableCell,
            Tag::Emphasis => Tag::Emphasis,
            Tag::Strong => Tag::Strong,
            Tag::Strikethrough => Tag::Strikethrough,
            Tag::Superscript => Tag::Superscript,
            Tag::Subscript => Tag::Subscript,
            Tag::Link { link_type, dest_url, title, id } => {
                Tag::Link { link_type, dest_url: back(dest_url), title: back(title), id: back(id) }
            }
            Tag::Image { link_type, dest_url, title, id } => {
                Tag::Image { link_type, dest_url: back(dest_url), title: back(title), id: back(id) }
            }
            Tag::MetadataBlock(kind) => Tag::MetadataBlock(kind),
        }
    }

    /// A string that is a piece of the shadow is the same piece of the original; a string that the parser made itself
    /// (entities, normalised ends of lines) is mapped back character by character.
    fn restore_text<'a>(&self, source: &'a str, text: &CowStr<'_>) -> CowStr<'a> {
        if let CowStr::Borrowed(piece) = text {
            let offset = (piece.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
            let inside = offset.checked_add(piece.len()).and_then(|end| self.text.get(offset..end));
            if inside.is_some_and(|inside| std::ptr::eq(inside.as_ptr(), piece.as_ptr()))
                && let Some(original) = source.get(offset..offset + piece.len())
            {
                return CowStr::Borrowed(original);
            }
        }
        let back = |c: char| self.originals.get(&c).copied().unwrap_or(c);
        CowStr::from(text.chars().map(back).collect::<String>())
    }
}

/// Which characters must be disguised, in order of their places, each once.
fn disguises(text: &str) -> Vec<(usize, char, Disguise)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(usize, char, Disguise)> = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| matches!(byte, b'*' | b'~')) {
        let mut start = at + next;
        let delimiter = bytes[start];
        let length = bytes[start..].iter().take_while(|byte| **byte == delimiter).count();
        let end = start + length;
        at = end;
        if is_escaped(bytes, start) {
            start += 1;
        }
        if start == end {
            continue;
        }
        if delimiter == b'~' && end - start == 1 {
            found.push((start, '~', Disguise::Letter));
            continue;
        }
        let (Some(before), Some(after)) = (text[..start].chars().next_back(), text[end..].chars().next())
        else {
            continue;
        };
        let disguised = match judge(before, after) {
            Some((Side::Before, disguise)) => (start - before.len_utf8(), before, disguise),
            Some((Side::After, disguise)) => (end, after, disguise),
            None => continue,
        };
        if found.last().is_none_or(|(last, ..)| *last < disguised.0) {
            found.push(disguised);
        }
    }
    found
}

fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

enum Side {
    Before,
    After,
}

/// Which of the two characters around a run of delimiters stands in the way, and as what it must appear.
fn judge(before: char, after: char) -> Option<(Side, Disguise)> {
    if before.is_whitespace() || after.is_whitespace() {
        return None;
    }
    let chinese_mark = |c| chars::is_full_punctuation(c) || chars::is_shared_punctuation(c);
    let letter = |c| !chars::is_punctuation(c);
    let other_mark = |c| chars::is_punctuation(c) && !chinese_mark(c);
    if chinese_mark(before) && letter(after) {
        Some((Side::Before, Disguise::Letter))
    } else if letter(before) && chinese_mark(after) {
        Some((Side::After, Disguise::Letter))
    } else if other_mark(before) && chars::is_letter(after) {
        Some((Side::After, Disguise::Mark))
    } else if chars::is_letter(before) && other_mark(after) {
        Some((Side::Before, Disguise::Mark))
    } else {
        None
    }
}

/// Substitutes that do not occur in the text; each original has its own.
struct Pools {
    present: HashSet<char>,
    given: HashMap<(char, Disguise), char>,
}

impl Pools {
    fn substitute(&mut self, original: char, disguise: Disguise) -> Option<char> {
        if let Some(known) = self.given.get(&(original, disguise)) {
            return Some(*known);
        }
        let free =
            pool(original.len_utf8(), disguise).into_iter().flatten().find(|c| !self.present.contains(c))?;
        self.present.insert(free);
        self.given.insert((original, disguise), free);
        Some(free)
    }
}

/// Characters of `length` bytes that the parser takes for a letter or for punctuation, and that nobody writes.
fn pool(length: usize, disguise: Disguise) -> Option<std::ops::RangeInclusive<char>> {
    match (length, disguise) {
        (1, Disguise::Letter) => Some('\u{1}'..='\u{8}'),
        (2, Disguise::Letter) => Some('\u{250}'..='\u{2af}'),
        (3, Disguise::Letter) => Some('\u{e000}'..='\u{f8ff}'),
        (3, Disguise::Mark) => Some('\u{2e00}'..='\u{2e2e}'),
        (4, Disguise::Letter) => Some('\u{f0000}'..='\u{ffffd}'),
        (4, Disguise::Mark) => Some('\u{1d000}'..='\u{1d0f5}'),
        _ => None,
    }
}

fn in_pool(c: char) -> bool {
    matches!(c,
        '\u{1}'..='\u{8}' | '\u{250}'..='\u{2af}' | '\u{2e00}'..='\u{2e2e}' | '\u{e000}'..='\u{f8ff}'
        | '\u{1d000}'..='\u{1d0f5}' | '\u{f0000}'..='\u{ffffd}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_character_has_one_substitute_however_often_it_stands_in_the_way() {
        let text = "**甲：**乙**丙：**丁".repeat(2000);
        let shadow = Shadow::new(&text).unwrap();
        assert_eq!(shadow.text().len(), text.len());
        assert_eq!(shadow.originals.len(), 1);
    }

    proptest! {
        #[test]
        fn a_shadow_is_as_long_as_its_text(text in "[ab*~_`（），。“”·中文𠮷😀% \\\\\n\u{e000}\u{1}-]{0,80}") {
            if let Some(shadow) = Shadow::new(&text) {
                prop_assert_eq!(shadow.text().len(), text.len());
                let back: String =
                    shadow.text().chars().map(|c| *shadow.originals.get(&c).unwrap_or(&c)).collect();
                prop_assert_eq!(back, text);
            }
        }
    }
}
