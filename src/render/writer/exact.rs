//! Text of which every blank counts, as in code, and what stands beside it and is no part of the text.

use super::super::text;
use super::Writer;

impl Writer {
    /// Writes text of which every blank counts: `blank` has replaced them already.
    pub(in super::super) fn exact(&mut self, piece: &str) {
        if self.muted > 0 || piece.is_empty() {
            return;
        }
        self.settle(piece.chars().next());
        text::escape(piece, &mut self.out);
        self.text.extend(piece.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }));
        self.last = Some(if piece.ends_with('\u{a0}') { ' ' } else { '\u{fffc}' });
        self.joint = None;
        self.fill(true);
    }

    /// Writes text of which every blank counts, in a colour.
    pub(in super::super) fn colored(&mut self, color: &str, piece: &str) {
        if self.muted > 0 || piece.is_empty() {
            return;
        }
        self.out.push_str("<span style=\"color:");
        self.out.push_str(color);
        self.out.push_str("\">");
        self.exact(piece);
        self.out.push_str("</span>");
    }

    /// Writes what readers see and what is no part of the text: numbers of lines, dots.
    pub(in super::super) fn ornament(&mut self, piece: &str) {
        if self.muted == 0 {
            text::escape(piece, &mut self.out);
            self.last = Some('\u{fffc}');
            self.fill(true);
        }
    }

    /// The same in a colour.
    pub(in super::super) fn colored_ornament(&mut self, color: &str, piece: &str) {
        if self.muted == 0 {
            self.out.push_str("<span style=\"color:");
            self.out.push_str(color);
            self.out.push_str("\">");
            self.ornament(piece);
            self.out.push_str("</span>");
        }
    }

    /// A line end that is no part of the text.
    pub(in super::super) fn ornament_break(&mut self) {
        if self.muted == 0 {
            self.out.push_str("<br>");
        }
    }

    /// Ends a line of code.
    pub(in super::super) fn line_end(&mut self) {
        if self.muted == 0 {
            self.out.push_str("<br>");
            self.text.push('\n');
        }
    }
}
