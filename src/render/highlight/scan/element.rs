//! Elements among code (JSX): tags, attributes, code in braces, text between.

use super::super::paint::{begins_name, is_name};
use super::super::role::Role;
use super::{Before, Frame, MAX_FRAMES, Scanner};

impl Scanner<'_, '_> {
    /// An element that begins at `<`. Tells whether it is one.
    pub(super) fn element(&mut self) -> bool {
        let next = self.paint.byte(1);
        if self.before == Before::Operand
            || !(begins_name(next) || next == b'>')
            || self.frames.len() >= MAX_FRAMES
        {
            return false;
        }
        // `<T,>(x: T) => …` and `<T extends U>` are type parameters.
        let end = self.paint.until(self.paint.at() + 1, |byte| !is_name(byte) && byte != b'.');
        if self.paint.byte_at(end) == b','
            || self.paint.slice(end, self.paint.limit()).starts_with(" extends ")
        {
            return false;
        }
        self.open_tag(false);
        true
    }

    fn open_tag(&mut self, closes: bool) {
        self.paint.step(if closes { 2 } else { 1 }, Role::Punctuation);
        self.frames.push(Frame::Tag { named: false, closes });
    }

    /// Inside a tag.
    pub(super) fn tag(&mut self) {
        let byte = self.paint.byte(0);
        let Some(Frame::Tag { named, closes }) = self.frames.last() else { return };
        let (named, closes) = (*named, *closes);
        match byte {
            b'>' => {
                self.frames.pop();
                self.paint.step(1, Role::Punctuation);
                if !closes {
                    self.frames.push(Frame::Children);
                } else if matches!(self.frames.last(), Some(Frame::Children)) {
                    self.frames.pop();
                }
                self.before = Before::Operand;
            }
            b'/' if self.paint.byte(1) == b'>' => {
                self.frames.pop();
                self.paint.step(2, Role::Punctuation);
                self.before = Before::Operand;
            }
            b'"' | b'\'' => {
                let end = self.paint.until(self.paint.at() + 1, |other| other == byte);
                self.paint.to(end + 1, Role::String);
            }
            b'{' if self.enter(1, b'{', b'}', true) => {}
            _ if begins_name(byte) => {
                let end = self
                    .paint
                    .until(self.paint.at(), |byte| !is_name(byte) && !matches!(byte, b'-' | b'.' | b':'));
                let role = match (named, byte.is_ascii_uppercase()) {
                    (true, _) => Role::Attribute,
                    (false, true) => Role::Type,
                    (false, false) => Role::Keyword,
                };
                if let Some(Frame::Tag { named, .. }) = self.frames.last_mut() {
                    *named = true;
                }
                self.paint.to(end, role);
            }
            b' ' | b'\t' | b'\r' | b'\n' => self.paint.step(1, Role::Plain),
            _ => self.paint.character(Role::Punctuation),
        }
    }

    /// Between tags.
    pub(super) fn children(&mut self) {
        let end = self.paint.until(self.paint.at(), |byte| matches!(byte, b'<' | b'{'));
        self.paint.to(end, Role::Plain);
        if self.paint.done() {
            return;
        }
        let room = self.frames.len() < MAX_FRAMES;
        match (self.paint.byte(0), self.paint.byte(1)) {
            (b'<', b'/') => self.open_tag(true),
            (b'<', next) if room && (begins_name(next) || next == b'>') => self.open_tag(false),
            (b'{', _) if self.enter(1, b'{', b'}', true) => {}
            _ => self.paint.character(Role::Plain),
        }
    }
}
