//! Lists: real ones two levels deep, drawn ones below, because the console's editor loses deeper indentation.

use std::borrow::Cow;

use super::construct::Construct;
use super::element;
use super::open::Origin;
use super::pass::{Pass, Prose};
use crate::source::markdown::{Event, Tag, TagEnd};
use crate::wechat::html::style;

/// Real lists inside each other at most.
const REAL_LEVELS: usize = 2;
/// The greatest number that fits beside a real item.
const MOST_IN_MARGIN: u64 = 99;
/// Characters of a drawn number, with its dot, that hang beside the lines; more would take a greater negative margin than
/// the platform allows.
const MOST_HUNG: usize = 2;
/// Markers of drawn items, by level below the real ones.
const MARKERS: [&str; 3] = ["▪", "•", "◦"];

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    /// The number of the next item.
    next: Option<u64>,
    /// Written as `ul` or `ol`.
    real: bool,
    /// Characters of its longest number with the dot; none for bullets.
    longest: usize,
}

impl Pass<'_> {
    /// Opens the list that starts at `at`; `start` is the number of the first item.
    pub(super) fn list(&mut self, start: Option<u64>, at: usize) {
        let real = self.lists.len() < REAL_LEVELS && self.writer.room() >= 3 && self.block_ready();
        // Numbers of real items stand in the margin, where three digits are cut off.
        let last = start.map_or(0, |start| start.saturating_add(self.items(at)));
        let real = real && last <= MOST_IN_MARGIN;
        let inner = !self.lists.is_empty();
        let longest = start.map_or(0, |_| last.to_string().len() + 1);
        self.lists.push(List { next: start, real, longest });
        if !real {
            return;
        }
        match start {
            None => {
                let construct = if inner { Construct::InnerBullets } else { Construct::Bullets };
                self.open_block(&element::UL, construct, &[]);
            }
            Some(start) => {
                let construct = if inner { Construct::InnerNumbers } else { Construct::Numbers };
                let number = start.to_string();
                let attributes: &[(&str, &str)] = if start == 1 { &[] } else { &[("start", &number)] };
                // Two digits need more of the margin than themes leave for one.
                let style = self.style(construct);
                let style = if last > 9 { widened(&style) } else { style };
                self.writer.open(&element::OL, Origin::Construct, &style, attributes);
                self.stand_in(construct);
            }
        }
    }

    /// How many items the list that starts at `at` has, its last one not counted.
    fn items(&self, at: usize) -> u64 {
        let (mut depth, mut items) = (0_usize, 0_u64);
        for (event, _) in self.events.iter().skip(at + 1) {
            match event {
                Event::Start(Tag::Item) if depth == 0 => {
                    items += 1;
                    depth += 1;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        items.saturating_sub(1)
    }

    /// Closes the list.
    pub(super) fn list_end(&mut self) {
        if self.lists.pop().is_some_and(|list| list.real) {
            self.close();
        }
    }

    /// Opens the item that starts at `at`.
    pub(super) fn item(&mut self, at: usize) {
        let task = self.is_task(at);
        let level = self.lists.len();
        let (number, real, longest) = match self.lists.last_mut() {
            Some(list) => {
                let number = list.next;
                list.next = number.map(|number| number.saturating_add(1));
                (number, list.real, list.longest)
            }
            None => (None, false, 0),
        };
        if real {
            let construct = if task { Construct::Task } else { Construct::Item };
            self.writer.open(&element::LI, Origin::Construct, &self.style(construct), &[]);
            self.stand_in(construct);
            self.set_prose(Prose::Item);
            self.ragged = self.is_ragged(at);
            // An item without anything in it is left out, and those behind it would move up.
            if number.is_some() && matches!(self.events.get(at + 1), Some((Event::End(TagEnd::Item), _))) {
                self.text_ready();
                self.writer.exact("\u{a0}");
            }
            return;
        }
        let marker = match number {
            _ if task => None,
            Some(number) => Some(format!("{number}.")),
            None => Some(MARKERS[level.saturating_sub(REAL_LEVELS + 1) % MARKERS.len()].to_owned()),
        };
        self.open_block(&element::SECTION, Construct::DrawnItem, &[]);
        self.set_prose(Prose::Item);
        let Some(marker) = marker else { return };
        self.text_ready();
        if longest > MOST_HUNG {
            self.writer.exact(&marker);
        } else {
            let construct = if number.is_some() { Construct::DrawnNumber } else { Construct::DrawnBullet };
            self.writer.open(&element::SPAN, Origin::Construct, &self.style(construct), &[]);
            self.writer.exact(&marker);
            self.close();
        }
        self.writer.exact("\u{a0}");
        self.marker = Some(self.writer.written());
    }

    fn is_task(&self, at: usize) -> bool {
        let event = |index| self.events.get(index).map(|(event, _)| event);
        match event(at + 1) {
            Some(Event::TaskListMarker(_)) => true,
            Some(Event::Start(Tag::Paragraph)) => matches!(event(at + 2), Some(Event::TaskListMarker(_))),
            _ => false,
        }
    }

    /// Writes the box of a task.
    pub(super) fn task(&mut self, done: bool) {
        self.text_ready();
        self.writer.exact(if done { "☑\u{a0}" } else { "☐\u{a0}" });
    }
}

/// The style of a list with room for two digits beside its items.
fn widened(style: &str) -> Cow<'static, str> {
    const ROOM: u32 = 32;
    let wide = style::split(style).map(|(name, value)| {
        let left = value.strip_prefix("0 0 0 ").and_then(|left| left.strip_suffix("px")?.parse::<u32>().ok());
        match left.filter(|left| name == "padding" && *left < ROOM) {
            Some(_) => format!("{name}:0 0 0 {ROOM}px"),
            None => format!("{name}:{value}"),
        }
    });
    Cow::Owned(wide.collect::<Vec<_>>().join(";"))
}
