//! What stands around an article: the parts of its theme, written before and behind it.

use super::construct::Construct;
use super::element::Element;
use super::pass::Pass;
use super::stats::Stats;
use super::theme::{About, PARTS, Part};
use super::writer::Writer;
use crate::site::PartOptions;

/// How many bytes of a tag are looked for in its template, to say where it stands.
const KNOWN_BY: [usize; 4] = [60, 30, 15, 6];

impl Pass<'_> {
    /// Writes the parts of the theme; `start` is the byte where the article begins.
    pub(super) fn surround(&mut self, start: usize, about: &About<'_>) {
        let options = self.options.parts;
        if !PARTS.iter().any(|part| self.theme.parts.has(*part, wanted(&options, *part))) {
            return;
        }
        let stats = Stats::new("", self.writer.visible(), 0);
        let about = About { words: stats.han + stats.words, minutes: stats.minutes(), ..*about };
        for part in PARTS {
            let wanted = wanted(&options, part);
            let theme = self.theme;
            let Some((html, file)) = theme.parts.html(part, wanted, &about, &mut self.findings) else {
                continue;
            };
            let article = (std::mem::take(&mut self.writer), self.file);
            self.file = file;
            self.in_part = true;
            self.tokens(html.trim(), |at| {
                let rest = html.trim().get(at..).unwrap_or_default();
                let known = KNOWN_BY.iter().filter_map(|length| rest.get(..(*length).min(rest.len())));
                known.filter_map(|piece| file.text().find(piece)).next().unwrap_or(0)
            });
            while self.writer.depth() > 0 {
                self.pop();
            }
            self.in_part = false;
            let part_writer = std::mem::replace(&mut self.writer, article.0);
            self.file = article.1;
            self.insert(part, start, part_writer);
        }
    }

    fn insert(&mut self, part: Part, start: usize, written: Writer) {
        let (html, text) = written.finish();
        let at = (part == Part::Header).then_some(start);
        self.writer.insert(at, &html, &text);
    }

    /// The inline style of an element of a part: the rules of its classes, then its own declarations.
    pub(super) fn part_style(
        &self,
        element: &Element,
        construct: Option<Construct>,
        classes: &[String],
        more: Vec<super::style::Declaration>,
    ) -> String {
        let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
        self.theme.element_style(element.name, construct, &classes, self.context(), more)
    }
}

fn wanted(options: &PartOptions, part: Part) -> Option<bool> {
    match part {
        Part::Header => options.header,
        Part::Author => options.author,
        Part::Follow => options.follow,
        Part::Footer => options.footer,
    }
}
