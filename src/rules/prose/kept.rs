//! What no edit may touch: addresses, hashtags, titles in 《》, quotations of law, code in HTML.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use memchr::memmem;

use super::{Char, Class};
use crate::finding::Place;
use crate::rules::document::Document;
use crate::source::plain::{Block, FormKind, Reference, ReferenceKind, Zone};

/// Whether a character may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It may.
    No,
    /// It is another's words: what is noted there has no edit.
    Words,
    /// Nothing is noted there.
    Whole,
}

/// Elements whose text is code.
const CODE: &[&str] =
    &["<code", "<kbd", "<samp", "<var", "<tt", "<pre", "<math", "<svg", "<script", "<style"];

/// Bytes of the file, in order, that no edit may touch: blocks of HTML, and code between tags.
pub(crate) fn guards(document: &Document<'_>) -> Vec<Range<usize>> {
    let file = document.file().text();
    let mut guards: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for form in &document.plain.forms {
        let FormKind::Html(pieces) = &form.kind else { continue };
        let tag = file.get(form.source.clone()).unwrap_or_default();
        if let [piece] = pieces.as_slice()
            && *piece == form.source
            && !tag.contains('\n')
        {
            match open {
                Some((name, start)) if is_end(tag, name) => {
                    guards.push(start..form.source.end);
                    open = None;
                }
                None => {
                    let name = CODE.iter().find(|name| begins(tag, name));
                    open = name.map(|name| (*name, form.source.start));
                }
                Some(_) => {}
            }
        }
        guards.push(form.source.clone());
    }
    if let Some((_, start)) = open {
        guards.push(start..file.len());
    }
    joined(guards)
}

/// Whether an edit of `place` stays outside of them.
pub(crate) fn allows(guards: &[Range<usize>], place: &Place) -> bool {
    let range = place.range();
    let after = guards.partition_point(|guard| guard.start < range.end.max(range.start + 1));
    let last = after.checked_sub(1).and_then(|at| guards.get(at));
    last.is_none_or(|guard| guard.end <= range.start)
}

/// Whether the visible bytes from `at` on are a title in 《》 (nothing is said there) or quoted words.
pub(crate) fn around(document: &Document<'_>, at: usize) -> Kept {
    let text = document.plain.text();
    let start = text.floor_char_boundary(at.saturating_sub(180));
    for c in text.get(start..at).unwrap_or_default().chars().rev() {
        match c {
            '《' => return Kept::Whole,
            '“' | '「' => return Kept::Words,
            '》' | '”' | '」' | '\n' => break,
            _ => {}
        }
    }
    let blocks = &document.plain.blocks;
    let block = blocks.get(blocks.partition_point(|block| block.range.end <= at));
    let quoted = block.filter(|block| block.range.start <= at).and_then(|block| {
        let start = statute(text.get(block.range.clone())?)?;
        (block.range.start + start <= at).then_some(Kept::Words)
    });
    quoted.unwrap_or(Kept::No)
}

/// Where in the text of a block the words of a statute begin that stand there without quotation marks: behind 第……条 at its
/// beginning, or behind 《……法》第……条规定：.
fn statute(block: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = memmem::find(block.as_bytes().get(from..)?, "第".as_bytes()).map(|at| from + at) {
        from = at + '第'.len_utf8();
        let before = block.get(..at)?.trim_end();
        let Some(end) = article(block.get(at..)?).map(|length| at + length) else { continue };
        if before.is_empty() || before.chars().all(|c| matches!(c, '（' | '(' | '【' | '“')) {
            return Some(end);
        }
        let rest = block.get(end..)?;
        let said = ["的规定", "明确规定", "规定", "明确", "指出", "写道", "要求", "写明"];
        let said = said.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        if before.ends_with('》')
            && said.starts_with(['：', ':'])
            && LAWS.iter().any(|law| before.ends_with(law))
        {
            return Some(end);
        }
    }
    None
}

/// How long the name of an article is that a text begins with: 第十七条, 第九条第一款第三项.
fn article(text: &str) -> Option<usize> {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百零〇两 ".contains(c);
    let mut length = 0;
    for unit in ['条', '款', '项'] {
        let Some(rest) = text.get(length..)?.strip_prefix('第') else { break };
        let digits: usize = rest.chars().take(8).take_while(|c| numeral(*c)).map(char::len_utf8).sum();
        if digits == 0 || !rest.get(digits..)?.starts_with(unit) {
            break;
        }
        length += '第'.len_utf8() + digits + unit.len_utf8();
    }
    (length > 0).then_some(length)
}

fn begins(tag: &str, name: &str) -> bool {
    tag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
        && !tag[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
}

fn is_end(tag: &str, name: &str) -> bool {
    tag.strip_prefix("</").is_some_and(|rest| begins(rest, &name[1..]))
}

/// Sorted and without overlaps.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// Marks what is kept in a block. `linked`: some link leads to a heading by its words.
pub(super) fn mark(
    document: &Document<'_>,
    block: &Block,
    linked: bool,
    chars: &mut [Char],
    references: &mut Peekable<Iter<'_, Reference>>,
) {
    while let Some(reference) = references.next_if(|reference| reference.text.start < block.range.end) {
        let bare = reference.words == reference.target || reference.words.contains("://");
        if reference.kind == ReferenceKind::Link && bare && reference.text.start >= block.range.start {
            set(chars, &reference.text, Kept::Whole);
        }
    }
    if block.quoted && is_law(document, block) {
        chars.iter_mut().for_each(|char| char.kept = Kept::Words);
    } else if let Some(start) = document.plain.text().get(block.range.clone()).and_then(statute) {
        set(chars, &(block.range.start + start..block.range.end), Kept::Words);
    }
    // A heading that is linked to by its words keeps them.
    if linked && matches!(block.zone, Zone::Heading(_)) {
        chars.iter_mut().for_each(|char| char.kept = Kept::Words);
    }
    spans(chars);
}

fn set(chars: &mut [Char], bytes: &Range<usize>, kept: Kept) {
    let start = chars.partition_point(|char| char.at < bytes.start);
    let end = chars.partition_point(|char| char.at < bytes.end);
    for char in chars.get_mut(start..end).unwrap_or_default() {
        char.kept = kept;
    }
}

/// Whether some link leads to a heading by its words.
pub(super) fn has_fragments(document: &Document<'_>) -> bool {
    document.plain.references.iter().any(|reference| reference.target.starts_with('#'))
}

/// Whether a quotation is one of a law: it names one, or the text before it does.
fn is_law(document: &Document<'_>, block: &Block) -> bool {
    let text = |range: &Range<usize>| {
        let text = document.plain.text().get(range.clone()).unwrap_or_default();
        text.get(..text.floor_char_boundary(3000)).unwrap_or_default()
    };
    let lead = block.lead.and_then(|lead| document.plain.blocks.get(lead));
    names_law(text(&block.range)) || lead.is_some_and(|lead| names_law(text(&lead.range)))
}

/// Kinds of texts that bind.
const LAWS: &[&str] = &[
    "法》",
    "法）》",
    "法典》",
    "宪法》",
    "条例》",
    "规定》",
    "办法》",
    "解释》",
    "决定》",
    "细则》",
    "标准》",
    "规范》",
    "通知》",
    "公告》",
    "规则》",
    "准则》",
    "指南》",
    "修正案》",
    "协议》",
    "公约》",
];

fn names_law(text: &str) -> bool {
    text.contains('》') && LAWS.iter().any(|law| text.contains(law)) || has_article(text)
}

/// Whether it has 第……条.
fn has_article(text: &str) -> bool {
    text.match_indices('第').any(|(at, _)| {
        let rest = &text[at + '第'.len_utf8()..];
        let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百零〇两 ".contains(c);
        let digits: usize = rest.chars().take(8).take_while(|c| numeral(*c)).map(char::len_utf8).sum();
        digits > 0 && rest[digits..].starts_with(['条', '款'])
    })
}

/// Marks titles, addresses, hashtags and quoted statutes.
fn spans(chars: &mut [Char]) {
    let mut title: Option<usize> = None;
    // Where the sentence named a law, and where the quotation behind it began.
    let mut law = false;
    let mut statute: Option<usize> = None;
    let mut i = 0;
    while let Some(&Char { c, class, .. }) = chars.get(i) {
        // Of ideographs, which are most of a text, only one matters.
        if class == Class::Han && c != '第' {
            i += 1;
            continue;
        }
        match c {
            '《' => title = title.or(Some(i)),
            '》' => {
                if let Some(start) = title.take() {
                    let inner = chars.get(start + 1..i).unwrap_or_default();
                    law |= is_law_title(inner);
                    keep(chars, start + 1..i, Kept::Whole);
                }
            }
            '第' => law |= is_article_at(chars, i),
            '“' if law && statute.is_none() => statute = Some(i),
            '”' => {
                if let Some(start) = statute.take() {
                    keep(chars, start + 1..i, Kept::Words);
                }
            }
            '。' | '！' | '？' | '\n' if statute.is_none() => law = false,
            ':' if is_scheme(chars, i) => i = address(chars, i),
            '@' if is_mail(chars, i) => i = token(chars, i),
            '#' => i = hashtag(chars, i),
            _ => {}
        }
        i += 1;
    }
}

fn keep(chars: &mut [Char], range: Range<usize>, kept: Kept) {
    for char in chars.get_mut(range).unwrap_or_default() {
        if char.kept != Kept::Whole {
            char.kept = kept;
        }
    }
}

fn is_law_title(inner: &[Char]) -> bool {
    let tail: String =
        inner.iter().rev().take(3).collect::<Vec<_>>().iter().rev().map(|char| char.c).collect();
    LAWS.iter().any(|law| tail.ends_with(law.trim_end_matches('》')))
}

fn is_article_at(chars: &[Char], i: usize) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百零〇两 ".contains(c);
    let rest = chars.get(i + 1..).unwrap_or_default();
    let count = rest.iter().take(8).take_while(|char| numeral(char.c)).count();
    count > 0 && rest.get(count).is_some_and(|char| matches!(char.c, '条' | '款'))
}

fn is_scheme(chars: &[Char], i: usize) -> bool {
    let slash = |n: usize| chars.get(i + n).is_some_and(|char| char.c == '/');
    slash(1) && slash(2) && i > 0 && chars.get(i - 1).is_some_and(|char| char.class == Class::Latin)
}

fn is_mail(chars: &[Char], i: usize) -> bool {
    let ascii = |n: usize| chars.get(n).is_some_and(|char| char.c.is_ascii_alphanumeric());
    i > 0 && ascii(i - 1) && ascii(i + 1)
}

/// Keeps the address around its scheme, and gives its last character.
fn address(chars: &mut [Char], i: usize) -> usize {
    let ends = |char: &Char| matches!(char.class, Class::Space | Class::Full) || char.c == '\n';
    let before = chars.get(..i).unwrap_or_default();
    let start = before.iter().rposition(|char| char.class != Class::Latin).map_or(0, |at| at + 1);
    let rest = chars.get(i..).unwrap_or_default();
    let end = rest.iter().position(ends).map_or(chars.len(), |at| i + at);
    keep_whole(chars, start..end);
    end.saturating_sub(1).max(i)
}

/// Keeps the run of ASCII around `i`.
fn token(chars: &mut [Char], i: usize) -> usize {
    let part = |char: &Char| char.c.is_ascii_graphic();
    let before = chars.get(..i).unwrap_or_default();
    let start = before.iter().rposition(|char| !part(char)).map_or(0, |at| at + 1);
    let rest = chars.get(i..).unwrap_or_default();
    let end = rest.iter().position(|char| !part(char)).map_or(chars.len(), |at| i + at);
    keep_whole(chars, start..end);
    end.saturating_sub(1).max(i)
}

/// Keeps a topic, `#words#` or `#words`, and gives its last character.
fn hashtag(chars: &mut [Char], i: usize) -> usize {
    let rest = chars.get(i + 1..).unwrap_or_default();
    let stop = |char: &Char| matches!(char.class, Class::Space | Class::Full) || matches!(char.c, '#' | '\n');
    let count = rest.iter().take(32).position(stop).unwrap_or(rest.len().min(32));
    if count == 0 || count >= 32 {
        return i;
    }
    let closed = rest.get(count).is_some_and(|char| char.c == '#');
    let end = i + 1 + count + usize::from(closed);
    keep_whole(chars, i..end);
    end.saturating_sub(1).max(i)
}

fn keep_whole(chars: &mut [Char], range: Range<usize>) {
    for char in chars.get_mut(range).unwrap_or_default() {
        char.kept = Kept::Whole;
    }
}
