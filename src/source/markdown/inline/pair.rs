//! Marks that come in pairs: `==…==`, `++…++`, and runs of `*` or `~` between two emphases.

use std::ops::Range;

use super::super::{Event, Tag, TagEnd};
use super::edit::{Edit, Spot};
use super::{Kind, Opener, Walk, token};

impl<'a> Walk<'_, 'a> {
    pub(super) fn open(&mut self, kind: Kind, spot: Spot, range: Range<usize>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.waiting[kind as usize] += 1;
            self.openers.push(Opener { kind, spot, range });
        }
    }

    /// The nearest mark of that kind that waits here; what waits behind it waits in vain.
    pub(super) fn take(&mut self, kind: Kind) -> Option<Opener> {
        let frame = self.frames.last_mut().filter(|frame| frame.waiting[kind as usize] > 0)?;
        while self.openers.len() > frame.base {
            let opener = self.openers.pop()?;
            frame.waiting[opener.kind as usize] -= 1;
            if opener.kind == kind {
                return Some(opener);
            }
        }
        None
    }

    /// `==` or `++`, or two of them in a row.
    pub(super) fn pair(&mut self, kind: Kind, spot: Spot, range: Range<usize>) {
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        let double = range.len() == 4;
        let opens = token::opens(kind, before, after)
            && !(kind == Kind::Underline && token::is_increment(&self.source[range.end..]));
        let closes = token::closes(kind, before, after);
        let waits = self.frames.last().is_some_and(|frame| frame.waiting[kind as usize] > 0);
        if double && !(closes && waits && opens) {
            return;
        }
        let half = range.start..range.start + 2;
        let mut opened = spot;
        if closes && let Some(opener) = self.take(kind) {
            let (tag, end) = kind.tags();
            self.wrap(opener, tag, end, spot, half.clone());
            if !double {
                return;
            }
            opened = Spot { event: spot.event, byte: spot.byte + 2 };
        }
        if opens {
            let range = if double { half.end..half.end + 2 } else { half };
            self.open(kind, opened, range);
        }
    }

    /// Writes a tag over the mark `opener` and its end over the mark `closer` at `spot`.
    fn wrap(&mut self, opener: Opener, tag: Tag<'a>, end: TagEnd, spot: Spot, closer: Range<usize>) {
        let whole = opener.range.start..closer.end;
        let behind = |spot: Spot, length| Spot { event: spot.event, byte: spot.byte + length };
        self.edits.push(Edit {
            from: opener.spot,
            until: behind(opener.spot, opener.range.len()),
            put: vec![(Event::Start(tag), whole.clone())],
        });
        self.edits.push(Edit {
            from: spot,
            until: behind(spot, closer.len()),
            put: vec![(Event::End(end), whole)],
        });
    }

    /// `****` inside bold text beside Chinese: one bold text ends and another begins. CommonMark would show the stars.
    pub(super) fn run(&mut self, byte: u8, spot: Spot, range: Range<usize>) {
        let Some(tag) = self.frames.last().and_then(|frame| frame.tag) else { return };
        let (length, mark, start) = match tag {
            TagEnd::Strong => (4, b'*', Tag::Strong),
            TagEnd::Emphasis => (2, b'*', Tag::Emphasis),
            TagEnd::Strikethrough => (4, b'~', Tag::Strikethrough),
            _ => return,
        };
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { return };
        let chinese = token::is_chinese(before) || token::is_chinese(after);
        if byte != mark
            || range.len() != length
            || !chinese
            || before.is_whitespace()
            || after.is_whitespace()
        {
            return;
        }
        let half = range.start + length / 2;
        self.edits.push(Edit {
            from: spot,
            until: Spot { event: spot.event, byte: spot.byte + length },
            put: vec![(Event::End(tag), range.start..half), (Event::Start(start), half..range.end)],
        });
    }
}
