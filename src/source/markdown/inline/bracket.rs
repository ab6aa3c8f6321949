//! What brackets and braces hold: emphasis dots, ruby, names of articles.

use super::super::{Event, Tag, TagEnd, steps};
use super::edit::{Edit, Spot};
use super::{Kind, Walk, ruby, token, wiki};

impl<'a> Walk<'_, 'a> {
    /// `]`, perhaps with a class or a reading behind it.
    pub(super) fn close_bracket(&mut self, spot: Spot, at: usize) -> Option<Spot> {
        if self.ends_note() {
            return self.close_note(spot, at);
        }
        let opener = self.take(Kind::Bracket)?;
        let (text, start) = self.literal(spot.event)?;
        let behind = text[at + 1 - start..].strip_prefix('{')?;
        let inside = &behind[..steps::find_any(behind, [b'}', b'{', b'\n'])?];
        if !behind[inside.len()..].starts_with('}') {
            return None;
        }
        let end = at + inside.len() + 3;
        let until = Spot { event: spot.event, byte: end - start };
        if token::is_dots(inside) {
            let (tag, tag_end) = Kind::Bracket.tags();
            let whole = opener.range.start..end;
            self.edits.push(Edit {
                from: opener.spot,
                until: Spot { event: opener.spot.event, byte: opener.spot.byte + 1 },
                put: vec![(Event::Start(tag), whole.clone())],
            });
            self.edits.push(Edit { from: spot, until, put: vec![(Event::End(tag_end), whole)] });
            return Some(until);
        }
        let attribute = inside.trim_start().starts_with(['.', '#', ':']) || inside.contains('=');
        if attribute || opener.spot.event != spot.event {
            return None;
        }
        let base = opener.range.end..at;
        let reading = at + 2..at + 2 + inside.len();
        let put = ruby::ruby(self.source, opener.range.start..end, base, reading)?;
        self.edits.push(Edit { from: opener.spot, until, put });
        Some(until)
    }

    /// The place in the events of the byte `at` of the source, from the event `index` on: in text of the same
    /// construct, with nothing but text and emphasis between.
    fn spot_of(&self, index: usize, at: usize) -> Option<Spot> {
        let mut depth = 0usize;
        for (offset, (event, range)) in self.events.get(index..)?.iter().enumerate() {
            steps::read(1);
            match event {
                Event::Text(_) if depth == 0 && range.end >= at => {
                    let (_, start) = self.literal(index + offset)?;
                    return Some(Spot { event: index + offset, byte: at.checked_sub(start)? });
                }
                Event::Text(_) if range.end < at => {}
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => depth += 1,
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                    depth = depth.checked_sub(1)?;
                }
                _ => return None,
            }
        }
        None
    }

    /// `{签发|qiān fā}` at the byte `at` of the source.
    pub(super) fn braces(&self, spot: Spot, at: usize) -> Option<(Edit<'a>, Spot)> {
        let rest = &self.source[at + 1..];
        let end = steps::find_any(rest, [b'}', b'{', b'\n'])?;
        let inside = rest[..end].split_once('|').filter(|_| rest[end..].starts_with('}'));
        let (base, reading) = inside?;
        let until = self.spot_of(spot.event, at + end + 2)?;
        let bare = base.strip_suffix('\\').unwrap_or(base);
        let (base_at, reading_at) = (at + 1, at + 1 + base.len() + 1);
        let put = ruby::ruby(
            self.source,
            at..at + end + 2,
            base_at..base_at + bare.len(),
            reading_at..reading_at + reading.len(),
        )?;
        Some((Edit { from: spot, until, put }, until))
    }

    /// `[[name]]` or `![[picture.png]]` whose brackets stand at the byte `at` of the source.
    pub(super) fn wiki(&self, spot: Spot, at: usize) -> Option<(Edit<'a>, Spot)> {
        if self.links > 0 || self.pictures > 0 || !self.source[at..].starts_with("[[") {
            return None;
        }
        let rest = &self.source[at + 2..];
        let length = steps::find_any(rest, [b'[', b']', b'\n'])?;
        if !rest[length..].starts_with("]]") {
            return None;
        }
        let embedded = spot.byte > 0 && self.source[..at].ends_with('!');
        let begin = if embedded { at - 1 } else { at };
        let until = self.spot_of(spot.event, at + length + 4)?;
        let put = wiki::name(self.source, begin..at + length + 4, at + 2..at + 2 + length, embedded)?;
        let from = Spot { event: spot.event, byte: spot.byte - usize::from(embedded) };
        Some((Edit { from, until, put }, until))
    }
}
