//! `md.marker`: marks of headings and lists that Markdown does not see.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::markdown::chars::is_letter;
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.marker",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "没有生效的 Markdown 记号",
    en: "Marks that do nothing",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
行首的标题和列表记号：后面少了空格（##标题、1.文字、连着几行 -文字），后面跟着不换行空格或全角空格，或者写成了全角（＃、－、＞）。

## 为什么
少一个空格或用了全角，Markdown 就不认，读者会看到 ## 和 1. 这些符号，列表也挤成一段。

## 依据
CommonMark：标题和列表的记号后面要有空格。

## 反例
`##为什么是今天`

## 正例
`## 为什么是今天`

## 怎么改
补上空格，或换成半角。check --fix 可以代劳意思确定的。

## 例外
话题标签（#冬至）、小数、单独一行以 - 开头的落款不算；全角的１．可以是正文，只提示不改。
",
};

/// A mark at the beginning of a line.
struct Mark {
    /// Bytes of the mark in the line.
    length: usize,
    /// Bytes that the fix replaces, from the beginning of the mark, and what comes there.
    fix: Option<(usize, String)>,
}

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let mut code = document.plain.forms.iter().filter(|form| is_verbatim(&form.kind)).peekable();
    let mut start = article.body.start;
    let mut before = "";
    for line in article.body_text().split_inclusive('\n') {
        let at = start;
        start += line.len();
        while code.peek().is_some_and(|form| form.source.end <= at) {
            code.next();
        }
        let content = line.trim_start_matches([' ', '\t', '>']);
        if code.peek().is_none_or(|form| form.source.start >= at + line.trim_end().len())
            && let Some(mark) =
                mark(content).or_else(|| dash(content, before, article.file.text().get(start..)))
        {
            let from = at + (line.len() - content.len());
            let shown = content.get(..mark.length).unwrap_or_default();
            let place = Place::new(&article.file, from..from + mark.length);
            let mut finding = META.finding(place, text::dead_mark(shown)).help(text::dead_mark_help());
            if let Some((length, new)) = mark.fix {
                finding = finding.fix(Place::new(&article.file, from..from + length), new);
            }
            findings.push(finding);
        }
        before = content;
    }
}

/// Whether a part holds text that is not Markdown.
fn is_verbatim(kind: &FormKind) -> bool {
    matches!(kind, FormKind::Code { .. } | FormKind::Html(_))
}

/// The dead mark that a line begins with.
fn mark(line: &str) -> Option<Mark> {
    match line.as_bytes().first()? {
        b'#' | b'0'..=b'9' | b'-' | b'*' | b'+' => half(line),
        0xef => full(line),
        _ => None,
    }
}

/// `##标题`, `1.文字`, and marks before a blank that is none.
fn half(line: &str) -> Option<Mark> {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let length = match (hashes, digits) {
        (1..=6, _) => hashes,
        (0, 1..=3) if line[digits..].starts_with(['.', ')']) => digits + 1,
        (0, 0) if line.starts_with(['-', '*', '+']) => 1,
        _ => return None,
    };
    let rest = &line[length..];
    let next = rest.chars().next()?;
    if matches!(next, '\u{a0}' | '\u{3000}') {
        let fix = format!("{} ", &line[..length]);
        return Some(Mark { length: length + next.len_utf8(), fix: Some((length + next.len_utf8(), fix)) });
    }
    // One `#` is a topic, a lone `*` a footnote.
    let tight = hashes > 1 && (is_letter(next) || next.is_alphanumeric()) || digits > 0 && is_letter(next);
    tight.then(|| Mark { length, fix: Some((length, format!("{} ", &line[..length]))) })
}

/// `＃ 标题`, `－ 一项`, `＞ 引文`, `１．文字`.
fn full(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    let length = line.chars().take_while(|c| *c == first).map(char::len_utf8).sum::<usize>();
    let count = length / first.len_utf8();
    let rest = &line[length..];
    let blank = rest.starts_with([' ', '\u{3000}', '\u{a0}']);
    let half = match first {
        '＃' => '#',
        '－' => '-',
        '＞' => '>',
        '＋' => '+',
        '＊' => '*',
        '｀' if count >= 3 => return Some(Mark { length, fix: None }),
        '０'..='９' => {
            let digits: usize =
                line.chars().take_while(|c| matches!(c, '０'..='９')).map(char::len_utf8).sum();
            let dot = line[digits..].chars().next().filter(|c| matches!(c, '．' | '.'))?;
            return Some(Mark { length: digits + dot.len_utf8(), fix: None });
        }
        _ => return None,
    };
    let blank_length = rest.chars().next().filter(|_| blank).map_or(0, char::len_utf8);
    let new = || format!("{} ", half.to_string().repeat(count));
    match first {
        '＃' if blank || count > 1 => Some(Mark { length, fix: Some((length + blank_length, new())) }),
        '＃' => None,
        '＞' if count == 1 => Some(Mark { length, fix: blank.then(|| (length + blank_length, new())) }),
        _ if blank && count == 1 => Some(Mark { length, fix: Some((length + blank_length, new())) }),
        _ => None,
    }
}

/// `-文字` on two lines one below the other: a list without blanks.
fn dash(line: &str, before: &str, after: Option<&str>) -> Option<Mark> {
    let tight =
        |line: &str| line.strip_prefix('-').and_then(|rest| rest.chars().next()).is_some_and(is_letter);
    let next = after.and_then(|text| text.lines().next()).unwrap_or("").trim_start_matches([' ', '\t', '>']);
    (tight(line) && (tight(before) || tight(next)))
        .then(|| Mark { length: 1, fix: Some((1, "- ".to_owned())) })
}
