//! Steps to follow: each heading, else each item of a list, is one, with its number in a disc.

use std::ops::Range;

use super::super::construct::Construct;
use super::super::element;
use super::super::open::Origin;
use super::super::pass::{Pass, Prose};
use super::Container;
use super::parts::Part;
use crate::source::markdown::{Event, Tag};

pub(super) const NAMES: &[&str] = &["steps", "step", "步骤"];

pub(super) fn show(pass: &mut Pass<'_>, container: &Container<'_>) {
    let blocks = pass.blocks(container.content.clone());
    let (before, parts) = pass.headed(&blocks);
    pass.open_box(Construct::Steps, Construct::Paragraph);
    if let Some(title) = container.fence.heading() {
        pass.titled_line(Construct::CardTitle, title);
    }
    if !parts.is_empty() {
        pass.render_all(&before);
        for (index, part) in parts.iter().enumerate() {
            headed_step(pass, Number { number: index + 1, last: index + 1 == parts.len() }, part);
        }
    } else {
        let lists = blocks.iter().filter_map(|block| items(pass, block));
        let mut left: usize = lists.map(|items| items.len()).sum();
        let mut number = 0;
        for block in blocks {
            match items(pass, &block) {
                Some(items) => {
                    for item in items {
                        (number, left) = (number + 1, left - 1);
                        item_step(pass, Number { number, last: left == 0 }, item);
                    }
                }
                None => pass.render(block),
            }
        }
    }
    pass.close();
}

/// The items of a list, each without its marks.
fn items(pass: &Pass<'_>, block: &Range<usize>) -> Option<Vec<Range<usize>>> {
    if !matches!(pass.events.get(block.start), Some((Event::Start(Tag::List(_)), _))) {
        return None;
    }
    let items = pass.blocks(block.start + 1..block.end.saturating_sub(1));
    Some(items.into_iter().map(|item| item.start + 1..item.end.saturating_sub(1)).collect())
}

/// Which step it is.
#[derive(Debug, Clone, Copy)]
struct Number {
    number: usize,
    last: bool,
}

/// Opens the box of a step. The line beside it leads to the next one: the last has none.
fn open_step(pass: &mut Pass<'_>, Number { last, .. }: Number) {
    let end = vec![("border-left".to_owned(), "1px solid transparent".to_owned())];
    pass.open_block_with(&element::SECTION, Construct::Step, if last { end } else { Vec::new() }, &[]);
    pass.set_prose(Prose::Paragraph(Construct::StepText));
}

fn headed_step(pass: &mut Pass<'_>, number: Number, part: &Part) {
    open_step(pass, number);
    pass.open_block(&element::P, Construct::StepTitle, &[]);
    disc(pass, number);
    if let Some(heading) = part.heading.clone() {
        pass.render(heading);
    }
    pass.close();
    pass.part_blocks(part);
    pass.close();
}

fn item_step(pass: &mut Pass<'_>, number: Number, item: Range<usize>) {
    open_step(pass, number);
    pass.set_prose(Prose::Paragraph(Construct::StepLead));
    pass.text_ready();
    disc(pass, number);
    pass.marker = Some(pass.writer.written());
    pass.set_prose(Prose::Paragraph(Construct::StepText));
    pass.render(item);
    pass.close();
}

fn disc(pass: &mut Pass<'_>, Number { number, .. }: Number) {
    let style = &pass.style(Construct::StepNumber);
    pass.writer.open(&element::SPAN, Origin::Construct, style, &[]);
    pass.writer.exact(&number.to_string());
    pass.close();
    pass.writer.exact("\u{a0}");
}
