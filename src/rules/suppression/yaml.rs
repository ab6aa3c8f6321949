//! Comments of YAML, in plans and in front matter: alone in a line they answer for the entry below, behind a value for
//! that line.

use std::ops::Range;
use std::sync::Arc;

use super::directive::{Directive, Scope};
use super::{MARK, Reader, text};
use crate::finding::Place;
use crate::site::Article;
use crate::source::SourceFile;
use crate::source::yaml::{self, Node};

/// A line of the YAML.
struct Line<'t> {
    text: &'t str,
    start: usize,
}

impl Line<'_> {
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Nothing but blanks, or a comment.
    fn is_empty(&self) -> bool {
        let text = self.text.trim();
        text.is_empty() || text.starts_with('#')
    }

    fn is_item(&self) -> bool {
        let text = self.text.trim_start_matches(' ');
        text == "-" || text.starts_with("- ")
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Reads the comments in the bytes `range` of `file`, the front matter of `article` or a whole plan.
pub(super) fn read(
    reader: &mut Reader<'_>,
    file: &Arc<SourceFile>,
    range: Range<usize>,
    article: Option<&Article>,
) {
    let region = file.text().get(range.clone()).unwrap_or_default();
    if !region.contains(MARK) {
        return;
    }
    let mut at = range.start;
    let lines: Vec<Line<'_>> = region
        .split_inclusive('\n')
        .map(|text| {
            let line = Line { text: text.trim_end_matches(['\n', '\r']), start: at };
            at += text.len();
            line
        })
        .collect();
    let texts = texts(file, range, article);
    let ends = ends(&lines);
    for (index, line) in lines.iter().enumerate() {
        let Some((comment, alone)) = comment(line, &texts) else { continue };
        let Some(directive) =
            file.text().get(comment.clone()).and_then(|text| Directive::parse(text.trim_start_matches('#')))
        else {
            continue;
        };
        let place = Place::new(file, comment);
        if directive.scope != Scope::Block {
            reader.refuse(&place, text::unknown_comment(&directive.word), text::no_reason_yaml_help());
            continue;
        }
        let rules = reader.rules(&directive, &place, text::no_reason_yaml_help);
        if rules.is_empty() {
            continue;
        }
        let entry = if alone {
            (index + 1..lines.len()).find(|next| lines.get(*next).is_some_and(|line| !line.is_empty()))
        } else {
            Some(index)
        };
        match entry.and_then(|entry| Some((lines.get(entry)?, ends.get(entry)?))) {
            Some((first, end)) => {
                let span = first.start..if alone { *end } else { first.end() };
                let pictures = cover(article, &span);
                reader.push(rules, &directive, &place, &span, pictures);
            }
            None => reader.warn(&place, text::nothing_follows(rules.join(", ")), text::unused_help()),
        }
    }
}

/// The comment of ours in a line, from its `#`, and whether it stands there alone.
fn comment(line: &Line<'_>, texts: &[Range<usize>]) -> Option<(Range<usize>, bool)> {
    let sharp = line.text.match_indices('#').map(|(at, _)| at).find(|at| {
        let rest = line.text.get(at + 1..).unwrap_or_default();
        let before = line.text.get(..*at).unwrap_or_default();
        rest.trim_start().starts_with(MARK) && (before.is_empty() || before.ends_with([' ', '\t']))
    })?;
    let start = line.start + sharp;
    // The same words inside a value are no comment.
    let before = texts.partition_point(|text| text.start <= start);
    let inside = before.checked_sub(1).and_then(|last| texts.get(last)).is_some_and(|text| text.end > start);
    let alone = line.text.get(..sharp).is_some_and(|before| before.trim().is_empty());
    (!inside).then_some((start..line.end(), alone))
}

/// Where the texts of the YAML stand, in order.
fn texts(file: &Arc<SourceFile>, range: Range<usize>, article: Option<&Article>) -> Vec<Range<usize>> {
    let inner = match article {
        Some(_) => crate::source::front::split(file).map_or(range, |split| split.front),
        None => range,
    };
    let mut out = Vec::new();
    if let Some((node, place)) = yaml::parse(file, inner).0 {
        collect(&node, &place, &mut out);
    }
    out.sort_unstable_by_key(|range| range.start);
    out
}

fn collect(node: &Node, place: &Place, out: &mut Vec<Range<usize>>) {
    match node {
        Node::Str(_) => out.push(place.range()),
        Node::Seq(items) => items.iter().for_each(|(item, place)| collect(item, place, out)),
        Node::Map(entries) => entries.iter().for_each(|(_, _, value, place)| collect(value, place, out)),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => {}
    }
}

/// For each line the end of the entry that begins there: up to the next line that is not deeper. Items of a list may
/// stand as far left as its key.
fn ends(lines: &[Line<'_>]) -> Vec<usize> {
    let mut ends: Vec<usize> = lines.iter().map(Line::end).collect();
    // Lines whose entry is still open, innermost last.
    let mut open: Vec<usize> = Vec::new();
    let mut last = 0;
    for (index, line) in lines.iter().enumerate() {
        if line.is_empty() {
            continue;
        }
        while let Some(above) = open.last().and_then(|above| lines.get(*above)) {
            let (here, there) = (line.indent(), above.indent());
            if here > there || here == there && line.is_item() && !above.is_item() {
                break;
            }
            if let Some(end) = open.pop().and_then(|above| ends.get_mut(above)) {
                *end = last;
            }
        }
        open.push(index);
        last = line.end();
    }
    for index in open {
        if let Some(end) = ends.get_mut(index) {
            *end = last;
        }
    }
    ends
}

/// The cover, when the entry in `span` names it.
fn cover(article: Option<&Article>, span: &Range<usize>) -> Vec<String> {
    let cover = article.and_then(|article| article.front.cover.as_ref());
    let here = cover.filter(|cover| span.contains(&cover.place.range().start));
    here.and_then(|cover| cover.image().map(str::to_owned)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_ends_before_the_next_line_that_is_not_deeper() {
        let text = "a:\n  b: 1\n\n  c:\n  - 2\n  - 3\n# 注\nd: 4";
        let mut at = 0;
        let lines: Vec<Line<'_>> = text
            .split('\n')
            .map(|text| {
                let line = Line { text, start: at };
                at += text.len() + 1;
                line
            })
            .collect();
        let ends = ends(&lines);
        let entry = |line: usize| text.get(lines[line].start..ends[line]).unwrap();
        assert_eq!(entry(0), "a:\n  b: 1\n\n  c:\n  - 2\n  - 3");
        assert_eq!(entry(1), "  b: 1");
        assert_eq!(entry(3), "  c:\n  - 2\n  - 3");
        assert_eq!(entry(4), "  - 2");
        assert_eq!(entry(7), "d: 4");
    }
}
