//! Definition lists: a term on a line, `: ` and what it means on the next. The parser's own option for them would take
//! `:::` for a definition, so they are found here, in paragraphs.

use std::ops::Range;

use super::{CowStr, Event, Located, Tag, TagEnd};

/// How long the mark of a definition at the start of a text is.
fn mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(':').filter(|rest| rest.starts_with([' ', '\t', '\u{3000}']));
    let rest = rest.or_else(|| text.strip_prefix('：'))?;
    Some(text.len() - rest.trim_start().len())
}

/// A line of a paragraph: events of the paragraph.
struct Line {
    events: Range<usize>,
    defines: Option<usize>,
}

/// Makes definition lists of paragraphs of `source` that are some.
pub(super) fn lists<'a>(source: &str, events: Vec<Located<'a>>) -> Vec<Located<'a>> {
    let marked = |event: &Event<'_>| matches!(event, Event::Text(text) if mark(text).is_some());
    if !events.iter().any(|(event, _)| marked(event)) {
        return events;
    }
    let mut out: Vec<Located<'_>> = Vec::with_capacity(events.len() + 16);
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        if matches!(event, Event::Start(Tag::Paragraph)) {
            let end = paragraph_end(&events, at);
            let lines = lines(&events, at + 1..end);
            if write(&events, &lines, range, &mut out) {
                at = end + 1;
                continue;
            }
            out.extend_from_slice(events.get(at..=end).unwrap_or_default());
            at = end + 1;
            continue;
        }
        if matches!(event, Event::Start(Tag::List(_)))
            && matches!(out.last(), Some((Event::End(TagEnd::DefinitionList), _)))
            && is_indented(source, range.start)
        {
            // A list below a definition is a part of it.
            let close = out.pop();
            let end = list_end(&events, at);
            out.extend_from_slice(events.get(at..=end).unwrap_or_default());
            out.extend(close);
            at = end + 1;
            continue;
        }
        out.push(events[at].clone());
        at += 1;
    }
    out
}

/// Whether what begins at the byte `start` stands behind at least two blanks, or a tab, on its line.
fn is_indented(source: &str, start: usize) -> bool {
    let before = source.get(..start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let line = source.get(line..).unwrap_or_default();
    let blanks = line.trim_start_matches([' ', '\t']);
    let indent = line.get(..line.len() - blanks.len()).unwrap_or_default();
    indent.len() >= 2 || indent.contains('\t')
}

/// Where the list ends that starts at `at`.
fn list_end(events: &[Located<'_>], at: usize) -> usize {
    let mut depth = 0usize;
    for (index, (event, _)) in events.iter().enumerate().skip(at) {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    events.len().saturating_sub(1)
}

fn paragraph_end(events: &[Located<'_>], at: usize) -> usize {
    let rest = events.iter().skip(at);
    let length = rest.take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph))).count();
    (at + length).min(events.len().saturating_sub(1))
}

/// The lines of a paragraph, split at line ends that stand in no emphasis or link.
fn lines(events: &[Located<'_>], range: Range<usize>) -> Vec<Line> {
    let mut out = Vec::new();
    let (mut depth, mut start) = (0usize, range.start);
    let mut push = |events_of: Range<usize>| {
        let first = events.get(events_of.start).filter(|_| !events_of.is_empty());
        let defines = first.and_then(|(event, _)| match event {
            Event::Text(text) => mark(text).filter(|length| *length < text.len() || events_of.len() > 1),
            _ => None,
        });
        out.push(Line { events: events_of, defines });
    };
    for index in range.clone() {
        match &events[index].0 {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::SoftBreak | Event::HardBreak if depth == 0 => {
                push(start..index);
                start = index + 1;
            }
            _ => {}
        }
    }
    push(start..range.end);
    out
}

/// Writes a paragraph as a definition list, if it is one. A paragraph that begins with a definition continues the list
/// before it, or makes the one-line paragraph before it a term.
fn write<'a>(
    events: &[Located<'a>],
    lines: &[Line],
    whole: &Range<usize>,
    out: &mut Vec<Located<'a>>,
) -> bool {
    if !lines.iter().any(|line| line.defines.is_some()) {
        return false;
    }
    let continues = matches!(out.last(), Some((Event::End(TagEnd::DefinitionList), _)));
    if lines.first().is_some_and(|line| line.defines.is_some()) && !continues && !term_before(out) {
        return false;
    }
    if matches!(out.last(), Some((Event::End(TagEnd::DefinitionList), _))) {
        out.pop();
    } else {
        out.push((Event::Start(Tag::DefinitionList), whole.clone()));
    }
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        index += 1;
        let term = line.defines.is_none();
        let (start, end) = if term {
            (Tag::DefinitionListTitle, TagEnd::DefinitionListTitle)
        } else {
            (Tag::DefinitionListDefinition, TagEnd::DefinitionListDefinition)
        };
        let mut last = line.events.end;
        // Lines behind a definition belong to it, unless the next one defines again: then they are a term.
        while !term
            && lines.get(index).is_some_and(|next| next.defines.is_none())
            && lines.get(index + 1).is_none_or(|next| next.defines.is_none())
            && let Some(next) = lines.get(index)
        {
            last = next.events.end;
            index += 1;
        }
        let place = |index: usize| events.get(index).map_or(whole.clone(), |(_, range)| range.clone());
        let begin = place(line.events.start).start;
        // A line of nothing but a break holds no event of its own.
        let range = begin..place(last.saturating_sub(1)).end.max(begin);
        out.push((Event::Start(start), range.clone()));
        for (offset, (event, range)) in
            events.get(line.events.start..last).unwrap_or_default().iter().enumerate()
        {
            match (event, line.defines) {
                (Event::Text(text), Some(length)) if offset == 0 && length == text.len() => {}
                (Event::Text(text), Some(length)) if offset == 0 => {
                    let from = if range.len() == text.len() { range.start + length } else { range.start };
                    out.push((Event::Text(cut(text, length)), from..range.end));
                }
                _ => out.push((event.clone(), range.clone())),
            }
        }
        out.push((Event::End(end), range));
    }
    out.push((Event::End(TagEnd::DefinitionList), whole.clone()));
    true
}

/// Makes the one-line paragraph at the end of `out` the term of a list that stays open.
fn term_before(out: &mut Vec<Located<'_>>) -> bool {
    if !matches!(out.last(), Some((Event::End(TagEnd::Paragraph), _))) {
        return false;
    }
    let mut start = out.len() - 1;
    while start > 0 {
        start -= 1;
        match &out[start].0 {
            Event::Start(Tag::Paragraph) => break,
            Event::SoftBreak | Event::HardBreak => return false,
            _ => {}
        }
    }
    let range = out[start].1.clone();
    out[start].0 = Event::Start(Tag::DefinitionListTitle);
    out.insert(start, (Event::Start(Tag::DefinitionList), range.clone()));
    if let Some(last) = out.last_mut() {
        last.0 = Event::End(TagEnd::DefinitionListTitle);
    }
    out.push((Event::End(TagEnd::DefinitionList), range));
    true
}

fn cut<'a>(text: &CowStr<'a>, from: usize) -> CowStr<'a> {
    match text {
        CowStr::Borrowed(whole) => CowStr::Borrowed(&whole[from..]),
        owned => CowStr::from(owned[from..].to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::events;
    use super::*;

    fn show(text: &str) -> String {
        events(text, 0..text.len())
            .into_iter()
            .map(|(event, _)| match event {
                Event::Start(Tag::DefinitionList) => "{".to_owned(),
                Event::End(TagEnd::DefinitionList) => "}".into(),
                Event::Start(Tag::DefinitionListTitle) => "【".into(),
                Event::End(TagEnd::DefinitionListTitle) => "】".into(),
                Event::Start(Tag::DefinitionListDefinition) => "(".into(),
                Event::End(TagEnd::DefinitionListDefinition) => ")".into(),
                Event::Start(Tag::Paragraph) => "<".into(),
                Event::End(TagEnd::Paragraph) => ">".into(),
                Event::Text(text) => text.to_string(),
                Event::SoftBreak => "⏎".into(),
                Event::Start(_) | Event::End(_) => "*".into(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn terms_and_definitions() {
        for (text, expected) in [
            ("苹果\n: 水果", "{【苹果】(水果)}"),
            ("苹果\n：水果", "{【苹果】(水果)}"),
            ("苹果\n:   水果\n: 公司\n\n橙子\n: 也是", "{【苹果】(水果)(公司)【橙子】(也是)}"),
            ("苹果\n: 红\n香蕉\n: 黄", "{【苹果】(红)【香蕉】(黄)}"),
            ("苹果\n: 红的\n好吃", "{【苹果】(红的⏎好吃)}"),
            ("**苹果**\n: *红*的", "{【*苹果*】(*红*的)}"),
            ("苹果\n\n: 水果", "{【苹果】(水果)}"),
            ("两行\n文字\n\n: 不是", "<两行⏎文字><: 不是>"),
            (": 不是", "<: 不是>"),
            ("时间\n:30 开始", "<时间⏎:30 开始>"),
            ("> 甲\n> : 乙", "*{【甲】(乙)}*"),
            ("甲\n: 有\n\n  - 一\n  - 二\n\n乙\n: 无", "{【甲】(有)**一**二**【乙】(无)}"),
            ("甲\n: 有\n\n- 一\n", "{【甲】(有)}**一**"),
        ] {
            assert_eq!(show(text), expected, "{text:?}");
        }
    }
}
