//! Paragraphs; those that hold nothing but pictures become figures, rows of pictures or slides.

use std::ops::Range;

use super::container::per_row;
use super::open::Origin;
use super::pass::Pass;
use crate::source::markdown::{Event, Tag, TagEnd};

/// Letters of a line on a phone; Chinese ones count twice.
const LINE: usize = 36;
/// Letters of a word that leaves a hole in the line before it.
const WORD: usize = 9;

/// A paragraph that holds pictures only.
pub(super) struct OnlyPictures {
    /// First events of the pictures.
    pub(super) pictures: Vec<usize>,
    /// Where a line of the source begins, among the pictures.
    lines: Vec<usize>,
    /// Written `<![](a),![](b)>`: pictures to swipe through.
    slides: bool,
    end: usize,
}

/// How many characters begin in these bytes, when none of them is ASCII.
fn wide(bytes: [u8; 8]) -> Option<usize> {
    let bits = u64::from_ne_bytes(bytes);
    let all = bits & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080;
    // Only the first byte of a character has both of its upper bits set.
    all.then(|| (bits & 0x4040_4040_4040_4040).count_ones() as usize)
}

impl Pass<'_> {
    /// Opens the paragraph that starts at `at`, or renders its pictures and gives the event behind it. Pictures on one
    /// line stand side by side, pictures on lines of their own below each other.
    pub(super) fn paragraph(&mut self, at: usize) -> usize {
        if let Some(next) = self.related_cards(at) {
            return next;
        }
        if let Some((below, next)) = self.captioned(at) {
            self.figure_with(at + 1, Some(below));
            return next;
        }
        let Some(found) = self.only_pictures(at) else {
            self.ragged = self.is_ragged(at);
            self.set = self.is_set(at);
            self.open_paragraph(Origin::Construct);
            return at + 1;
        };
        if found.slides {
            self.picture_slides(&found.pictures);
            return found.end + 1;
        }
        let ends = found.lines.iter().skip(1).copied().chain([found.pictures.len()]);
        for (start, end) in found.lines.iter().zip(ends) {
            let line = found.pictures.get(*start..end).unwrap_or_default();
            self.picture_rows(line, per_row(line.len()));
        }
        found.end + 1
    }

    /// Whether the text behind the event `at` has more than a line and holds an address, long code, a formula or another
    /// long word: phones fill lines evenly, and such a line would be torn apart.
    pub(super) fn is_ragged(&self, at: usize) -> bool {
        let (mut length, mut word, mut longest) = (0usize, 0usize, 0usize);
        for (event, _) in self.events.iter().skip(at + 1) {
            match event {
                Event::Text(text) | Event::Code(text) => {
                    let mut bytes = text.as_bytes();
                    while let Some((first, rest)) = bytes.split_first() {
                        if let Some((eight, behind)) = bytes.split_first_chunk()
                            && let Some(letters) = wide(*eight)
                        {
                            word = 0;
                            length += 2 * letters;
                            bytes = behind;
                            continue;
                        }
                        let narrow = first.is_ascii();
                        word = if narrow && *first != b' ' { word + 1 } else { 0 };
                        longest = longest.max(word);
                        length += if narrow { 1 } else { 2 * usize::from(*first >= 0xc0) };
                        bytes = rest;
                    }
                }
                Event::InlineMath(latex) => {
                    longest = longest.max(latex.len() * 2);
                    length += latex.len();
                    word = 0;
                }
                Event::SoftBreak | Event::HardBreak => word = 0,
                Event::Start(
                    Tag::Paragraph
                    | Tag::List(_)
                    | Tag::Item
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::HtmlBlock
                    | Tag::Heading { .. }
                    | Tag::Table(_),
                )
                | Event::End(TagEnd::Paragraph | TagEnd::Item)
                | Event::Rule => break,
                _ => {}
            }
            if length > LINE && longest > WORD {
                return true;
            }
        }
        false
    }

    /// Whether the writer set the lines of the paragraph at `at`: blanks of full width before it, or breaks in it. A theme's
    /// indentation would come on top of the one, and move one line of the other.
    fn is_set(&self, at: usize) -> bool {
        let inside = self.events.iter().skip(at + 1).map(|(event, _)| event);
        let mut inside =
            inside.take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph))).peekable();
        // A wide picture that begins an indented line would stand out of the column.
        matches!(inside.peek(), Some(Event::Start(Tag::Image { .. })))
            || matches!(inside.peek(), Some(Event::Text(text)) if text.starts_with('\u{3000}'))
            || inside.any(|event| matches!(event, Event::HardBreak))
    }

    /// What is emphasised below the picture that the paragraph at `at` begins with, when nothing else stands in it and the
    /// picture has no title: so many writers give their pictures captions. With it the event behind the paragraph.
    fn captioned(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let event = |index: usize| self.events.get(index).map(|(event, _)| event);
        let Some(Event::Start(Tag::Image { title, .. })) = event(at + 1) else { return None };
        let end = self.end_of(at + 1);
        let below = matches!(event(end + 1), Some(Event::SoftBreak | Event::HardBreak))
            && matches!(event(end + 2), Some(Event::Start(Tag::Emphasis)));
        if !title.trim().is_empty() || !below {
            return None;
        }
        let close = self.end_of(end + 2);
        matches!(event(close + 1), Some(Event::End(TagEnd::Paragraph))).then_some((end + 3..close, close + 2))
    }

    /// The pictures of the paragraph at `at`, when it holds nothing else.
    pub(super) fn only_pictures(&self, at: usize) -> Option<OnlyPictures> {
        let mut found = OnlyPictures { pictures: Vec::new(), lines: Vec::new(), slides: false, end: at };
        let (mut inside, mut line, mut marks) = (0usize, true, String::new());
        for (index, (event, _)) in self.events.iter().enumerate().skip(at + 1) {
            match event {
                Event::Start(Tag::Image { .. }) => {
                    if inside == 0 {
                        if std::mem::take(&mut line) {
                            found.lines.push(found.pictures.len());
                        }
                        found.pictures.push(index);
                    }
                    inside += 1;
                }
                Event::End(TagEnd::Image) => inside = inside.saturating_sub(1),
                Event::End(TagEnd::Paragraph) => {
                    found.slides = marks.starts_with('<') && marks.ends_with('>') && marks.len() > 1;
                    found.end = index;
                    let other = !found.slides && !marks.is_empty();
                    return (!found.pictures.is_empty() && !other).then_some(found);
                }
                _ if inside > 0 => {}
                Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) | Event::Comment(_) => {}
                Event::SoftBreak | Event::HardBreak => line = true,
                Event::Text(text) if marks.len() < 1000 && text.chars().all(|c| " \t,，<>".contains(c)) => {
                    marks.extend(text.chars().filter(|c| matches!(c, '<' | '>' | ',' | '，')));
                }
                _ => return None,
            }
        }
        None
    }
}
