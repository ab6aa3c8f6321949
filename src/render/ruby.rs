//! Ruby (注音): the reading above the characters that it belongs to.

use super::construct::Construct;
use super::element;
use super::pass::Pass;

impl Pass<'_> {
    /// Writes the reading of the characters before it. It is shown, and is no part of the sentence.
    pub(super) fn reading(&mut self, reading: &str) {
        let last = self.writer.last();
        let visible = self.writer.visible().len();
        self.inline(&element::RT, Construct::Reading);
        self.writer.write_whole(reading);
        self.close();
        self.writer.forget(visible);
        self.writer.set_last(last);
    }
}
