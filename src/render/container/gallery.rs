//! Pictures side by side and pictures to swipe through.

use std::ops::Range;

use super::super::construct::Construct;
use super::super::drawn::SCROLL_HINT;
use super::super::element;
use super::super::figure::{Look, Seen};
use super::super::pass::{Pass, Prose};
use super::super::style::Declaration;
use super::{Container, columns};
use crate::source::markdown::{Event, Tag, TagEnd};

pub(super) const GALLERY: &[&str] = &["gallery", "grid", "图集", "画廊"];
pub(super) const ROW: &[&str] = &["row", "图排"];
pub(super) const SWIPE: &[&str] = &["swipe", "slider", "carousel", "滑动", "轮播"];

/// Pictures of one row at most.
const MOST: usize = 4;
/// Share of the column that each gap takes, in percent.
const GAP: f32 = 2.0;

/// Share of the column that the widest slide takes, and the narrowest, in percent.
const SLIDE: f32 = 88.0;
const NARROWEST: f32 = 22.0;

/// Stops the platform's checker from comparing widths: a slider is wider than the screen on purpose.
const IGNORE: (&str, &str) = ("data-ignore-width", "true");

/// Rows of two or three: as many as `columns=` says, else what leaves no picture alone.
pub(super) fn gallery(pass: &mut Pass<'_>, container: &Container<'_>) {
    title(pass, container);
    let asked = container.fence.attribute("columns").or_else(|| container.fence.attribute("列"));
    let asked =
        asked.and_then(|number| number.trim().parse().ok()).filter(|number| (1..=MOST).contains(number));
    rows(pass, container, |count| asked.unwrap_or_else(|| per_row(count)));
}

/// One row, up to four pictures.
pub(super) fn row(pass: &mut Pass<'_>, container: &Container<'_>) {
    title(pass, container);
    rows(pass, container, |count| if count <= MOST { count } else { per_row(count) });
}

fn title(pass: &mut Pass<'_>, container: &Container<'_>) {
    if let Some(title) = container.fence.heading() {
        pass.titled_line(Construct::CardTitle, title);
    }
}

/// Pictures in a row so that no row has one alone: 2, 3, 2+2, 3+2, 3+3 …
pub(in crate::render) const fn per_row(count: usize) -> usize {
    match count {
        0..=3 => count,
        4 => 2,
        _ => 3,
    }
}

/// Runs of pictures become rows, other blocks stay between them.
fn rows(pass: &mut Pass<'_>, container: &Container<'_>, columns: impl Fn(usize) -> usize) {
    let mut run = Vec::new();
    for block in pass.blocks(container.content.clone()) {
        match pictures(pass, &block) {
            Some(own) => run.extend(own),
            None => {
                flush(pass, &mut run, &columns);
                pass.render(block);
            }
        }
    }
    flush(pass, &mut run, &columns);
}

fn flush(pass: &mut Pass<'_>, run: &mut Vec<usize>, columns: &impl Fn(usize) -> usize) {
    let run = std::mem::take(run);
    let columns = columns(run.len()).max(1);
    pass.picture_rows(&run, columns);
}

/// The pictures of a block that holds nothing else.
fn pictures(pass: &Pass<'_>, block: &Range<usize>) -> Option<Vec<usize>> {
    let (first, _) = pass.events.get(block.start)?;
    match first {
        Event::Start(Tag::Paragraph) => pass.only_pictures(block.start).map(|found| found.pictures),
        Event::Start(Tag::List(_)) => pass.listed_pictures(block.clone()),
        _ => None,
    }
}

pub(super) fn swipe(pass: &mut Pass<'_>, container: &Container<'_>) {
    title(pass, container);
    let (_, parts) = pass.parts(container.content.clone(), columns::COLUMN);
    let blocks = pass.blocks(container.content.clone());
    let pictures: Option<Vec<usize>> = blocks
        .iter()
        .map(|block| pictures(pass, block))
        .collect::<Option<Vec<_>>>()
        .map(|found| found.concat());
    match pictures {
        Some(pictures) => pass.picture_slides(&pictures),
        None if parts.len() > 1 && pass.block_ready() => {
            open_slides(pass);
            for part in &parts {
                pass.open_part(&element::SECTION, Construct::SlideCard, Vec::new(), &[IGNORE]);
                pass.set_prose(Prose::Paragraph(Construct::SlideText));
                if let Some(heading) = part.heading.clone() {
                    pass.open_block(&element::P, Construct::CardTitle, &[]);
                    pass.render(heading);
                    pass.close();
                } else if let Some(title) = &part.title {
                    pass.titled_line(Construct::CardTitle, title);
                }
                pass.part_blocks(part);
                pass.close();
            }
            close_slides(pass, parts.len());
        }
        None => pass.render(container.content.clone()),
    }
}

fn open_slides(pass: &mut Pass<'_>) {
    pass.open_part(&element::SECTION, Construct::Swipe, Vec::new(), &[IGNORE]);
}

fn close_slides(pass: &mut Pass<'_>, slides: usize) {
    pass.close();
    if slides > 1 {
        pass.titled_line(Construct::SwipeHint, SCROLL_HINT);
    }
}

impl Pass<'_> {
    /// Rows of pictures; between rows there is as much room as between pictures.
    pub(in crate::render) fn picture_rows(&mut self, pictures: &[usize], columns: usize) {
        let mut rows = pictures.chunks(columns.max(1)).peekable();
        while let Some(row) = rows.next() {
            let gap = rows.peek().map(|_| ("margin-bottom".to_owned(), format!("{GAP}%")));
            self.picture_row(row, gap);
        }
    }

    /// Pictures side by side at one height: each takes a share of the width that follows from its shape.
    fn picture_row(&mut self, pictures: &[usize], gap: Option<Declaration>) {
        if self.writer.is_muted() {
            return;
        }
        if pictures.len() < 2 || !self.block_ready() || self.writer.room() < 2 {
            return pictures.iter().for_each(|picture| self.figure(*picture));
        }
        let seen: Vec<Seen> = pictures.iter().filter_map(|picture| self.see(*picture)).collect();
        let sum: f32 = seen.iter().map(Seen::shape).sum();
        let free = 100.0 - GAP * seen.len().saturating_sub(1) as f32;
        let look = Look { image: Construct::RowImage, caption: Construct::RowCaption };
        self.open_part(&element::SECTION, Construct::Row, gap.into_iter().collect(), &[]);
        for (index, picture) in seen.iter().enumerate() {
            let mut more = vec![columns::percent(picture.shape() / sum * free)];
            if index > 0 {
                more.push(("margin-left".to_owned(), format!("{GAP}%")));
            }
            self.open_part(&element::SECTION, Construct::RowPicture, more, &[]);
            self.picture_part(picture, &look);
            self.close();
        }
        self.close();
    }

    /// Pictures to swipe through.
    pub(in crate::render) fn picture_slides(&mut self, pictures: &[usize]) {
        if self.writer.is_muted() {
            return;
        }
        if pictures.len() < 2 || !self.block_ready() || self.writer.room() < 2 {
            return pictures.iter().for_each(|picture| self.figure(*picture));
        }
        let seen: Vec<Seen> = pictures.iter().filter_map(|picture| self.see(*picture)).collect();
        let look = Look { image: Construct::SlideImage, caption: Construct::SlideCaption };
        open_slides(self);
        let widest = seen.iter().map(Seen::shape).fold(0.2, f32::max);
        for picture in &seen {
            // All at the height of the flattest one.
            let share = (SLIDE * picture.shape() / widest).max(NARROWEST);
            let more = if share < SLIDE - 1.0 { vec![columns::percent(share)] } else { Vec::new() };
            self.open_part(&element::SECTION, Construct::Slide, more, &[IGNORE]);
            self.picture_part(picture, &look);
            self.close();
        }
        close_slides(self, seen.len());
    }

    /// The pictures of a list whose items hold nothing else.
    fn listed_pictures(&self, list: Range<usize>) -> Option<Vec<usize>> {
        let mut out = Vec::new();
        let mut inside = 0usize;
        for (index, (event, _)) in self.events.get(list.clone())?.iter().enumerate() {
            match event {
                Event::Start(Tag::Image { .. }) => {
                    if inside == 0 {
                        out.push(list.start + index);
                    }
                    inside += 1;
                }
                Event::End(TagEnd::Image) => inside = inside.saturating_sub(1),
                _ if inside > 0 => {}
                Event::Start(Tag::List(_) | Tag::Item | Tag::Paragraph)
                | Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::Paragraph)
                | Event::SoftBreak
                | Event::HardBreak => {}
                Event::Text(text) if text.trim().is_empty() => {}
                _ => return None,
            }
        }
        (!out.is_empty()).then_some(out)
    }
}
