//! Picture messages (图片消息): plain text and pictures in order, no markup.

use super::pass::Pass;
use super::rule;
use crate::base::message::render as say;
use crate::source::markdown::{Event, Tag, TagEnd};

/// The text being made.
#[derive(Default)]
struct Plain {
    out: String,
    /// Numbers of open lists; `None`: bullets.
    lists: Vec<Option<u64>>,
    /// Inside a list item whose first paragraph has not begun.
    item: bool,
}

impl Plain {
    /// Begins a block: a blank line between paragraphs, none between items.
    fn block(&mut self) {
        if self.item {
            self.item = false;
            return;
        }
        self.line();
        if !self.out.is_empty() && self.lists.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn line(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn write(&mut self, text: &str) {
        self.item = false;
        self.out.push_str(&super::text::clean(text));
    }

    fn item(&mut self) {
        self.line();
        let level = self.lists.len().saturating_sub(1);
        self.out.push_str(&"\u{3000}".repeat(level.min(3)));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.out.push_str(&format!("{number}. "));
                *number = number.saturating_add(1);
            }
            _ => self.out.push_str("• "),
        }
        self.item = true;
    }
}

impl Pass<'_> {
    /// The text of a picture message. Line ends of the source stay: readers of captions write them on purpose.
    /// Pictures are listed in their order; what cannot be shown as text is reported.
    pub(super) fn plain(&mut self) -> String {
        let mut plain = Plain::default();
        let mut at = 0;
        while let Some((event, range)) = self.events.get(at).cloned() {
            at += 1;
            match event {
                Event::Start(Tag::Image { dest_url, .. }) => {
                    at = self.list_picture(&dest_url, at - 1, &range);
                }
                Event::Start(Tag::FootnoteDefinition(_)) => at = self.notes.end_of(at - 1).unwrap_or(at) + 1,
                Event::Start(Tag::Table(_) | Tag::CodeBlock(_) | Tag::HtmlBlock) | Event::InlineHtml(_) => {
                    self.warn(
                        rule::PICTURES_TEXT,
                        &range,
                        say::pictures_markup(),
                        say::pictures_markup_help(),
                    );
                    plain.block();
                }
                Event::Start(Tag::Paragraph | Tag::Heading { .. }) => plain.block(),
                Event::Start(Tag::List(start)) => {
                    if plain.lists.is_empty() {
                        plain.block();
                    }
                    plain.lists.push(start);
                }
                Event::End(TagEnd::List(_)) => drop(plain.lists.pop()),
                Event::Start(Tag::Item) => plain.item(),
                Event::Start(Tag::TableRow) => plain.line(),
                Event::End(TagEnd::TableCell) => plain.out.push(' '),
                Event::Text(text) | Event::Code(text) => plain.write(&text),
                Event::InlineMath(latex) | Event::DisplayMath(latex) => match super::math::words(&latex) {
                    Some(words) => plain.write(&words),
                    None => {
                        let (message, help) = (say::pictures_markup(), say::pictures_markup_help());
                        self.warn(rule::PICTURES_TEXT, &range, message, help);
                        plain.write(&latex);
                    }
                },
                Event::SoftBreak | Event::HardBreak => plain.line(),
                Event::TaskListMarker(done) => plain.out.push_str(if done { "☑ " } else { "☐ " }),
                _ => {}
            }
        }
        plain.out.trim().to_owned()
    }
}
