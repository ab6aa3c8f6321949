//! Notes among writers, `%%…%%`, which readers never see.

use std::ops::Range;

use super::super::{CowStr, Event, Located, Tag, TagEnd, steps};
use super::edit::{Edit, Spot};
use super::{Walk, is_block};

/// Puts the notes that the parser did not see in their places.
pub(super) fn insert<'a>(
    source: &'a str,
    events: Vec<Located<'a>>,
    comments: &[Range<usize>],
) -> Vec<Located<'a>> {
    let Some((_, rest)) = comments.split_first() else { return events };
    let mut out = Vec::with_capacity(events.len() + comments.len());
    let mut comments = comments[..comments.len() - rest.len()].iter().chain(rest).peekable();
    let mut note = |range: &Range<usize>| {
        let words = source[range.clone()].trim_end().trim_matches('%').trim();
        (Event::Comment(CowStr::Borrowed(words)), range.clone())
    };
    for (event, range) in events {
        while let Some(comment) = comments.next_if(|comment| comment.start <= range.start) {
            out.push(note(comment));
        }
        out.push((event, range));
    }
    out.extend(comments.map(&mut note));
    out
}

impl Walk<'_, '_> {
    /// Finds `%%…%%` in one construct of the parser.
    pub(super) fn notes(&mut self) {
        let mut open: Vec<Option<(Spot, usize)>> = vec![None];
        let mut closed = 0usize;
        for (index, (event, _)) in self.events.iter().enumerate() {
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => closed += 1,
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => closed = closed.saturating_sub(1),
                Event::Start(tag) => {
                    if is_block(tag)
                        && let Some(last) = open.last_mut()
                    {
                        *last = None;
                    }
                    open.push(None);
                }
                Event::End(_) => drop(open.pop()),
                Event::Text(text) if closed == 0 && text.contains("%%") => {
                    let (Some((text, start)), Some(open)) = (self.literal(index), open.last_mut()) else {
                        continue;
                    };
                    let mut at = 0;
                    while let Some(found) = steps::find(&text[at..], "%%") {
                        let mark = at + found;
                        let length = text[mark..].bytes().take_while(|byte| *byte == b'%').count();
                        at = mark + length;
                        match open.take() {
                            Some((from, begun)) => {
                                let words = self.source[begun + 2..start + at - 2].trim();
                                let note = Event::Comment(CowStr::Borrowed(words));
                                let place = begun..start + at;
                                let until = Spot { event: index, byte: at };
                                self.dropped.push(Edit { from, until, put: vec![(note, place)] });
                            }
                            // `100%%` is a slip of the finger, and what follows it is the article.
                            None if length == 2
                                && !self.source[..start + mark].ends_with(|c: char| c.is_ascii_digit()) =>
                            {
                                *open = Some((Spot { event: index, byte: mark }, start + mark));
                            }
                            None => {}
                        }
                    }
                }
                _ => {}
            }
        }
        self.dropped.sort_by_key(|note| note.from);
    }
}
