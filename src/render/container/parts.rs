//! The content of a container in parts: its blocks, and what stands between dividers or under headings.

use std::ops::Range;

use super::super::pass::Pass;
use super::is_called;
use crate::source::markdown::{self, Event, Role, Tag};

/// A part of a container: a side of a comparison, a column, a step.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Events of the heading's words.
    pub(super) heading: Option<Range<usize>>,
    /// Words written on the part's own fence.
    pub(super) title: Option<String>,
    /// Attribute `width` of the part's own fence.
    pub(super) width: Option<String>,
    /// Its blocks. A heading among them that its writer meant as a paragraph is marked.
    pub(super) blocks: Vec<(Range<usize>, bool)>,
}

impl Part {
    pub(super) fn is_empty(&self) -> bool {
        self.heading.is_none() && self.title.is_none() && self.blocks.is_empty()
    }
}

impl Pass<'_> {
    /// The blocks that stand directly in the events `range`, each from its first event to behind its last.
    pub(super) fn blocks(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let next = match self.events.get(at).map(|(event, _)| event) {
                Some(Event::Start(_)) => self.end_of(at) + 1,
                Some(Event::Rule) => match self.containers.role(at) {
                    Some(Role::Opens { end, closed }) => end + usize::from(closed),
                    _ => at + 1,
                },
                _ => at + 1,
            };
            let next = next.clamp(at + 1, range.end.max(at + 1));
            out.push(at..next);
            at = next;
        }
        out
    }

    /// The visible text of some events.
    pub(super) fn text_of(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        for (event, _) in self.events.get(range).unwrap_or_default() {
            match event {
                Event::Text(text) | Event::Code(text) => out.push_str(text),
                Event::InlineMath(latex) => out.push_str(latex),
                Event::SoftBreak | Event::HardBreak => out.push(' '),
                _ => {}
            }
        }
        out.trim().to_owned()
    }

    fn is_heading_at(&self, at: usize) -> Option<u8> {
        match self.events.get(at) {
            Some((Event::Start(Tag::Heading { level, .. }), _)) => Some(*level as u8),
            _ => None,
        }
    }

    /// A line of text and a divider right below is a heading to CommonMark; in columns its writer meant a divider.
    fn is_underlined(&self, at: usize) -> bool {
        let Some((_, range)) = self.events.get(at) else { return false };
        self.is_heading_at(at) == Some(2)
            && self.file.text().get(range.clone()).is_some_and(|text| !text.starts_with('#'))
    }

    fn is_divider(&self, block: &Range<usize>) -> bool {
        match self.events.get(block.start) {
            Some((Event::Rule, range)) => {
                let first = self.file.text().as_bytes().get(range.start);
                matches!(first, Some(b'-' | b'*' | b'_' | b'+' | b' ' | b'\t'))
            }
            Some((Event::Start(Tag::Paragraph), _)) => self.text_of(block.clone()) == "+++",
            _ => false,
        }
    }

    /// The parts of a container: its inner containers called `names`, else what stands between dividers, else what
    /// stands under the headings of the first one's level. What stands before the first inner container or heading is
    /// given too.
    pub(super) fn parts(&self, range: Range<usize>, names: &[&str]) -> (Vec<Range<usize>>, Vec<Part>) {
        let blocks = self.blocks(range);
        let inner = self.inner_parts(&blocks, names);
        if inner.1.len() > 1 {
            return inner;
        }
        if blocks.iter().any(|block| self.is_divider(block) || self.is_underlined(block.start)) {
            return (Vec::new(), self.divided(&blocks));
        }
        self.headed(&blocks)
    }

    fn inner_parts(&self, blocks: &[Range<usize>], names: &[&str]) -> (Vec<Range<usize>>, Vec<Part>) {
        let (mut before, mut parts) = (Vec::new(), Vec::new());
        for block in blocks {
            let place = self.events.get(block.start).map_or(0..0, |(_, range)| range.clone());
            let fence = markdown::fence(self.file.text(), &place);
            let role = self.containers.role(block.start);
            match (fence, role) {
                (Some(fence), Some(Role::Opens { end, .. })) if is_called(names, fence.name) => {
                    let content = self.blocks(block.start + 1..end);
                    let mut part = self.part(&content);
                    part.title = fence.heading().map(str::to_owned);
                    part.width = fence.attribute("width").map(str::to_owned);
                    parts.push(part);
                }
                _ if parts.is_empty() => before.push(block.clone()),
                _ => {
                    if let Some(last) = parts.last_mut() {
                        last.blocks.push((block.clone(), false));
                    }
                }
            }
        }
        (before, parts)
    }

    fn divided(&self, blocks: &[Range<usize>]) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut own: Vec<(Range<usize>, bool)> = Vec::new();
        let mut end = |own: &mut Vec<(Range<usize>, bool)>| {
            let all = std::mem::take(own);
            let plain: Vec<Range<usize>> = all.iter().map(|(block, _)| block.clone()).collect();
            let mut part = self.part(&plain);
            if all.first().is_some_and(|(_, text)| *text) {
                part.heading = None;
                part.blocks = all;
            } else {
                let skipped = all.len() - part.blocks.len();
                part.blocks = all.into_iter().skip(skipped).collect();
            }
            if !part.is_empty() {
                parts.push(part);
            }
        };
        for block in blocks {
            if self.is_divider(block) {
                end(&mut own);
            } else if self.is_underlined(block.start) {
                own.push((block.clone(), true));
                end(&mut own);
            } else {
                own.push((block.clone(), false));
            }
        }
        end(&mut own);
        parts
    }

    /// The parts under the headings of one level, and what stands before the first.
    pub(super) fn headed(&self, blocks: &[Range<usize>]) -> (Vec<Range<usize>>, Vec<Part>) {
        let level = blocks.iter().find_map(|block| self.is_heading_at(block.start));
        let (mut before, mut parts) = (Vec::new(), Vec::<Part>::new());
        for block in blocks {
            if level.is_some() && self.is_heading_at(block.start) == level {
                parts.push(self.part(std::slice::from_ref(block)));
            } else if let Some(part) = parts.last_mut() {
                part.blocks.push((block.clone(), false));
            } else {
                before.push(block.clone());
            }
        }
        (before, parts)
    }

    /// A part of these blocks; a heading at its beginning is its heading.
    fn part(&self, blocks: &[Range<usize>]) -> Part {
        let mut part = Part::default();
        let mut rest = blocks;
        if let Some((first, others)) = blocks.split_first()
            && self.is_heading_at(first.start).is_some()
        {
            part.heading = Some(first.start + 1..first.end.saturating_sub(1));
            rest = others;
        }
        part.blocks = rest.iter().map(|block| (block.clone(), false)).collect();
        part
    }

    /// Renders the blocks of a part.
    pub(super) fn part_blocks(&mut self, part: &Part) {
        for (block, text) in &part.blocks {
            if *text {
                self.open_paragraph(super::Origin::Construct);
                self.render(block.start + 1..block.end.saturating_sub(1));
                self.close();
            } else {
                self.render(block.clone());
            }
        }
    }

    /// Renders blocks.
    pub(super) fn render_all(&mut self, blocks: &[Range<usize>]) {
        for block in blocks {
            self.render(block.clone());
        }
    }
}
