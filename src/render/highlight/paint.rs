//! The sheet a scanner paints on: from left to right, every byte once, so that nothing can be lost or reordered.

use super::role::Role;

/// Up to where a role goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// Byte behind the last one.
    pub(crate) end: usize,
    pub(crate) role: Role,
}

/// Code, how far it is painted, and the roles so far.
#[derive(Debug)]
pub(super) struct Paint<'c> {
    code: &'c str,
    at: usize,
    limit: usize,
    spans: Vec<Span>,
}

impl<'c> Paint<'c> {
    pub(super) fn new(code: &'c str) -> Self {
        Self { code, at: 0, limit: code.len(), spans: Vec::with_capacity(code.len() / 8 + 8) }
    }

    /// The roles; what nobody painted is plain.
    pub(super) fn finish(mut self) -> Vec<Span> {
        self.limit = self.code.len();
        self.to(self.limit, Role::Plain);
        self.spans
    }

    /// The next byte to paint.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The byte behind the last one that may be painted.
    pub(super) const fn limit(&self) -> usize {
        self.limit
    }

    pub(super) const fn done(&self) -> bool {
        self.at >= self.limit
    }

    /// The byte `ahead` of the next one; 0 behind the end.
    pub(super) fn byte(&self, ahead: usize) -> u8 {
        self.byte_at(self.at + ahead)
    }

    /// The byte at a place of the code; 0 behind the end.
    pub(super) fn byte_at(&self, at: usize) -> u8 {
        if at < self.limit { self.code.as_bytes().get(at).copied().unwrap_or(0) } else { 0 }
    }

    /// The byte before the next one; 0 at the beginning.
    pub(super) fn byte_before(&self) -> u8 {
        self.at.checked_sub(1).and_then(|at| self.code.as_bytes().get(at)).copied().unwrap_or(0)
    }

    /// What is to be painted.
    pub(super) fn rest(&self) -> &'c str {
        self.slice(self.at, self.limit)
    }

    /// A part of the code; empty when the places are no places.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'c str {
        self.code.get(start..end).unwrap_or("")
    }

    pub(super) fn starts(&self, text: &str) -> bool {
        self.code.as_bytes().get(self.at..self.limit).is_some_and(|rest| rest.starts_with(text.as_bytes()))
    }

    /// Where the present line ends: at its line end, or behind the code.
    pub(super) fn line_end(&self) -> usize {
        self.rest().find('\n').map_or(self.limit, |length| self.at + length)
    }

    /// The rest of the present line, without its end.
    pub(super) fn line(&self) -> &'c str {
        self.slice(self.at, self.line_end())
    }

    /// Where `text` begins, from the next byte on.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        self.rest().find(text).map(|length| self.at + length)
    }

    /// Where the first byte stands that `stop` accepts, from `from` on; the limit when there is none.
    pub(super) fn until(&self, from: usize, stop: impl Fn(u8) -> bool) -> usize {
        let rest = self.code.as_bytes().get(from..self.limit).unwrap_or_default();
        rest.iter().position(|byte| stop(*byte)).map_or(self.limit, |length| from + length)
    }

    /// The same, at most `most` bytes away: for what must be near, so that looking in vain costs little.
    pub(super) fn near(&self, from: usize, most: usize, stop: impl Fn(u8) -> bool) -> Option<usize> {
        let rest = self.code.as_bytes().get(from..self.limit.min(from + most)).unwrap_or_default();
        rest.iter().position(|byte| stop(*byte)).map(|length| from + length)
    }

    /// Where `text` begins, from `from` on, at most `most` bytes away.
    pub(super) fn near_text(&self, from: usize, most: usize, text: &str) -> Option<usize> {
        let rest = self.code.as_bytes().get(from..self.limit.min(from + most)).unwrap_or_default();
        let found = rest.windows(text.len().max(1)).position(|window| window == text.as_bytes());
        found.map(|length| from + length)
    }

    /// Paints up to `end`.
    pub(super) fn to(&mut self, end: usize, role: Role) {
        let mut end = end.min(self.limit);
        while !self.code.is_char_boundary(end) {
            end += 1;
        }
        if end <= self.at {
            return;
        }
        self.at = end;
        match self.spans.last_mut() {
            Some(last) if last.role == role => last.end = end,
            _ => self.spans.push(Span { end, role }),
        }
    }

    /// Paints the next `length` bytes.
    pub(super) fn step(&mut self, length: usize, role: Role) {
        self.to(self.at + length, role);
    }

    /// Paints the next character.
    pub(super) fn character(&mut self, role: Role) {
        self.to(self.at + 1, role);
    }

    /// Paints the blanks that follow, line ends not among them.
    pub(super) fn blanks(&mut self) {
        let end = self.until(self.at, |byte| !matches!(byte, b' ' | b'\t' | b'\r'));
        self.to(end, Role::Plain);
    }

    /// Lets `paint` paint up to `limit` and no further; what it leaves is plain.
    pub(super) fn within(&mut self, limit: usize, paint: impl FnOnce(&mut Self)) {
        let before = self.limit;
        let mut limit = limit.clamp(self.at, before);
        while !self.code.is_char_boundary(limit) {
            limit += 1;
        }
        self.limit = limit;
        paint(self);
        self.to(limit, Role::Plain);
        self.limit = before;
    }
}

/// Whether a byte may stand in a name; every byte of a character beyond ASCII may.
pub(super) const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Whether a byte may begin a name.
pub(super) const fn begins_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}
