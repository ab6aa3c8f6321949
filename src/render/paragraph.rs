//! Paragraphs; those that hold nothing but pictures become figures.

use super::open::Origin;
use super::pass::Pass;
use crate::source::markdown::{Event, Tag, TagEnd};

impl Pass<'_> {
    /// Opens the paragraph that starts at `at`, or renders its pictures and gives the event behind it.
    pub(super) fn paragraph(&mut self, at: usize) -> usize {
        if let Some((pictures, end)) = self.only_pictures(at) {
            for picture in pictures {
                self.figure(picture);
            }
            return end + 1;
        }
        self.open_paragraph(Origin::Construct);
        at + 1
    }

    /// The starts of the pictures of the paragraph at `at`, and its end, when it holds nothing else.
    fn only_pictures(&self, at: usize) -> Option<(Vec<usize>, usize)> {
        let mut pictures = Vec::new();
        let mut inside = 0usize;
        for (index, (event, _)) in self.events.iter().enumerate().skip(at + 1) {
            match event {
                Event::Start(Tag::Image { .. }) => {
                    if inside == 0 {
                        pictures.push(index);
                    }
                    inside += 1;
                }
                Event::End(TagEnd::Image) => inside = inside.saturating_sub(1),
                Event::End(TagEnd::Paragraph) => return (!pictures.is_empty()).then_some((pictures, index)),
                _ if inside > 0 => {}
                Event::Start(Tag::Link { .. })
                | Event::End(TagEnd::Link)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::Comment(_) => {}
                Event::Text(text) if text.trim().is_empty() => {}
                _ => return None,
            }
        }
        None
    }
}
