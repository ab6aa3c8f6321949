//! Text into lines: blanks and breaks are written when what follows them is known, and gaps between Chinese and Latin.

use super::super::spacing;
use super::super::text::{self, Pending};
use super::Writer;

impl Writer {
    pub(super) fn begin_line(&mut self) {
        self.pending = Pending::None;
        self.last = None;
        self.joint = None;
        while self.out.ends_with(' ') {
            self.out.pop();
        }
    }

    pub(super) fn end_line(&mut self, end: char) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if self.text.ends_with(['\t', '\n']) {
            self.text.pop();
        }
        self.text.push(end);
    }

    /// Writes text; runs of white space become one space, and none where a line begins or ends.
    pub(in super::super) fn write(&mut self, piece: &str) {
        let gap = self.gap.filter(|_| !self.inside(|element| matches!(element.name, "code" | "kbd" | "pre")));
        self.put(piece, gap);
    }

    /// Writes text as [`Writer::write`], but nothing is put between its characters: an address.
    pub(in super::super) fn write_whole(&mut self, piece: &str) {
        self.put(piece, None);
    }

    fn put(&mut self, piece: &str, gap: Option<char>) {
        if self.muted > 0 {
            return;
        }
        for part in text::parts(piece) {
            match part {
                text::Part::Blank => {
                    if self.last.is_some_and(|last| last != ' ') {
                        self.pending = self.pending.with_space();
                    }
                }
                text::Part::Visible(run) => {
                    self.settle(run.chars().next());
                    self.run(run, gap);
                    self.text.push_str(run);
                    self.last = run.chars().next_back();
                    self.joint = gap.and(self.last);
                    self.fill(true);
                }
            }
        }
    }

    /// Writes visible characters, with gaps between Chinese and Latin.
    fn run(&mut self, run: &str, gap: Option<char>) {
        let mut done = 0;
        if let Some(gap) = gap {
            for at in spacing::gaps(self.joint, run) {
                text::escape(&run[done..at], &mut self.out);
                self.out.push(gap);
                done = at;
            }
        }
        text::escape(&run[done..], &mut self.out);
    }

    /// A soft line break: a space, or nothing between Chinese characters.
    pub(in super::super) fn soft_break(&mut self) {
        if self.muted == 0 && self.last.is_some() {
            self.pending = self.pending.with_soft();
        }
    }

    /// A line break that stays, unless nothing follows in the block.
    pub(in super::super) fn hard_break(&mut self) {
        if self.muted == 0 && (self.last.is_some() || matches!(self.pending, Pending::Breaks(_))) {
            self.pending = self.pending.with_break();
        }
    }

    /// Writes what stands between the text so far and `next`.
    pub(super) fn settle(&mut self, next: Option<char>) {
        let pending = std::mem::take(&mut self.pending);
        if !matches!(pending, Pending::None | Pending::Soft) {
            self.joint = None;
        }
        match pending {
            Pending::None => {}
            Pending::Space => self.space(' '),
            Pending::Soft => {
                let joined = crate::source::markdown::soft_break(self.last, next.or(Some('x'))).is_empty();
                if !joined && self.last != Some(' ') {
                    self.space(' ');
                }
            }
            Pending::Breaks(count) => {
                while self.out.ends_with(' ') {
                    self.out.pop();
                }
                (0..count).for_each(|_| self.out.push_str("<br>"));
                self.text.push('\n');
            }
        }
    }

    fn space(&mut self, space: char) {
        self.out.push(space);
        self.text.push(' ');
        self.last = Some(' ');
        self.joint = None;
    }

    /// A space before an inline element goes to the text before it. Where a tag stands there, it goes into emphasis that
    /// ended; behind anything else it stays without the one that begins if that is `painted`, and else goes into it.
    pub(super) fn settle_before_tag(&mut self, painted: bool) {
        const BARE: [&str; 2] = ["</strong>", "</em>"];
        if self.pending != Pending::Space {
            return;
        }
        if !self.out.ends_with('>') {
            self.pending = Pending::None;
            self.space(' ');
        } else if !painted {
        } else if let Some(end) = BARE.iter().find(|end| self.out.ends_with(**end)) {
            self.pending = Pending::None;
            self.out.truncate(self.out.len() - end.len());
            self.space(' ');
            self.out.push_str(end);
        } else if is_end(&self.out) {
            self.pending = Pending::None;
            self.space('\u{a0}');
        }
    }

    /// Settles what is pending before an inline box that begins with `next`: a space must not slip into it, and would
    /// be lost between two tags, so there it is a no-break space.
    pub(in super::super) fn settle_box(&mut self, next: Option<char>) {
        if self.muted > 0 {
            return;
        }
        let tag_before = self.out.ends_with('>');
        self.settle(next);
        if tag_before && self.out.ends_with(' ') {
            self.out.pop();
            self.out.push('\u{a0}');
        }
    }
}

/// Whether the last tag ends an element.
fn is_end(html: &str) -> bool {
    html.rfind('<').is_some_and(|at| html[at..].starts_with("</"))
}
