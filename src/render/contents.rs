//! The table of contents: the headings of the article as text, since nothing in an article can be jumped to.

use super::construct::Construct;
use super::element;
use super::math;
use super::open::Origin;
use super::pass::Pass;
use crate::source::markdown::{self, Containers, Event, Located, Role, Tag, TagEnd};

/// Entries shown at most; a longer table is no help on a phone.
const MOST: usize = 60;

/// A heading of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    level: u8,
    text: String,
}

/// The headings that a table of contents shows: the two highest levels, one that only repeats the title left out, outside of quotations, lists
/// and containers. Empty when no table is asked for.
pub(super) fn headings(text: &str, events: &[Located<'_>], containers: &Containers) -> Vec<Entry> {
    let asked = |event: &Event<'_>, range| matches!(event, Event::Rule) && markdown::is_contents(text, range);
    if !events.iter().any(|(event, range)| asked(event, range)) {
        return Vec::new();
    }
    let mut all: Vec<Entry> = Vec::new();
    let (mut depth, mut open) = (0usize, false);
    // Headings of containers are titles of steps and sides.
    let mut behind = 0;
    for (index, (event, _)) in events.iter().enumerate() {
        if let Some(Role::Opens { end, .. }) = containers.role(index) {
            behind = behind.max(end);
        }
        match event {
            Event::Start(tag) => {
                if let (0, Tag::Heading { level, .. }, true) = (depth, tag, index >= behind) {
                    all.push(Entry { level: *level as u8, text: String::new() });
                    open = true;
                }
                depth += 1;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                open &= !matches!(end, TagEnd::Heading(_));
            }
            Event::Text(words) | Event::Code(words) if open => {
                if let Some(entry) = all.last_mut() {
                    entry.text.push_str(words);
                }
            }
            Event::InlineMath(latex) | Event::DisplayMath(latex) if open => {
                if let Some(entry) = all.last_mut() {
                    entry.text.push_str(math::words(latex).as_deref().unwrap_or(latex));
                }
            }
            _ => {}
        }
    }
    all.retain(|entry| !entry.text.trim().is_empty());
    // One heading of the first level is the title once more; several are chapters.
    let chapters = all.iter().filter(|entry| entry.level == 1).count() > 1;
    all.retain(|entry| chapters || entry.level > 1);
    let top = all.iter().map(|entry| entry.level).min().unwrap_or(2);
    all.retain(|entry| entry.level <= top + 1);
    for entry in &mut all {
        entry.level -= top;
    }
    all.truncate(MOST);
    all
}

/// Whether a heading brings its own number: 一、, 1., 第一章, (1), ①.
fn is_numbered(text: &str) -> bool {
    let digits = "0123456789一二三四五六七八九十零〇两";
    let rest = text.trim_start().trim_start_matches(['第', '（', '(', 'Q', 'q', '问']).trim_start();
    let behind = rest.trim_start_matches(|c| digits.contains(c));
    rest.starts_with(|c| ('①'..='⑳').contains(&c))
        || behind.len() < rest.len()
            && behind
                .starts_with(['、', '.', '．', '，', ')', '）', ' ', '章', '节', '步', '部', '篇', '：', ':'])
}

impl Pass<'_> {
    /// Writes the table of contents where it is first asked for; none where there is nothing to list.
    pub(super) fn contents(&mut self) {
        if self.headings.is_empty() || !self.block_ready() || self.writer.is_muted() {
            return;
        }
        let entries = std::mem::take(&mut self.headings);
        let numbered = !entries.iter().any(|entry| entry.level == 0 && is_numbered(&entry.text));
        self.open_block(&element::SECTION, Construct::Contents, &[]);
        self.titled_line(Construct::ContentsTitle, "目录");
        let mut number = 0;
        for entry in &entries {
            let construct = if entry.level == 0 { Construct::ContentsItem } else { Construct::ContentsInner };
            self.open_block(&element::P, construct, &[]);
            if entry.level == 0 && numbered {
                number += 1;
                let style = &self.style(Construct::ContentsNumber);
                self.writer.open(&element::SPAN, Origin::Construct, style, &[]);
                self.writer.exact(&format!("{number:02}\u{a0}\u{a0}"));
                self.close();
            }
            self.writer.write(&entry.text);
            self.close();
        }
        self.close();
    }
}

#[cfg(test)]
mod tests {
    use super::is_numbered;

    #[test]
    fn numbers_of_headings() {
        for heading in
            ["一、开头", "1. 开头", "第三章 后来", "第 3 章 后来", "（二）中间", "① 先", "Q1：为什么"]
        {
            assert!(is_numbered(heading), "{heading}");
        }
        for heading in ["一起出发", "十年", "3D 打印", "为什么", "Q 版头像"] {
            assert!(!is_numbered(heading), "{heading}");
        }
    }
}
