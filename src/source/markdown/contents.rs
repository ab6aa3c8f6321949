//! The line that asks for a table of contents: `[TOC]`, `[[toc]]`, `${toc}` alone in a paragraph.
//!
//! It comes as `Event::Rule` whose bytes in the file are that line. What a table of contents looks like is not decided
//! here.

use std::ops::Range;

use super::{Event, Located, Tag, TagEnd};

const SPELLINGS: &[&str] =
    &["[toc]", "[[toc]]", "[[_toc_]]", "${toc}", "@[toc]", "{:toc}", "[目录]", "[[目录]]"];

/// Whether a thematic break of the events stands for a table of contents.
pub fn is_contents(text: &str, range: &Range<usize>) -> bool {
    let line = text.get(range.clone()).unwrap_or("").trim();
    line.len() <= 16 && SPELLINGS.iter().any(|spelling| line.eq_ignore_ascii_case(spelling))
}

/// Replaces paragraphs that ask for a table of contents. Ranges are ranges of `source`.
pub(super) fn replace<'a>(source: &str, events: Vec<Located<'a>>) -> Vec<Located<'a>> {
    let asks = |event: &Event<'_>, range: &Range<usize>| {
        matches!(event, Event::Start(Tag::Paragraph)) && range.len() <= 24 && is_contents(source, range)
    };
    if !events.iter().any(|(event, range)| asks(event, range)) {
        return events;
    }
    let mut out = Vec::with_capacity(events.len());
    let mut dropping = false;
    for (event, range) in events {
        if asks(&event, &range) {
            dropping = true;
            out.push((Event::Rule, range));
        } else if dropping {
            dropping = !matches!(event, Event::End(TagEnd::Paragraph));
        } else {
            out.push((event, range));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Event, events};
    use super::*;

    #[test]
    fn only_alone_in_a_paragraph() {
        for (text, asks) in [
            ("[TOC]\n", true),
            ("[toc]\r\n", true),
            ("[[TOC]]", true),
            ("${toc}", true),
            ("> [TOC]", true),
            ("[TOC] 目录", false),
            ("见 [TOC]", false),
            ("`[TOC]`", false),
            ("---", false),
        ] {
            let found = events(text, 0..text.len())
                .iter()
                .any(|(event, range)| matches!(event, Event::Rule) && is_contents(text, range));
            assert_eq!(found, asks, "{text}");
        }
    }
}
