//! `text.hidden`: characters that nobody sees.

use crate::base::message::rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "text.hidden",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "看不见的字符",
    en: "Hidden characters",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
零宽字符、软连字符、改变文字方向的字符（bidi）。后一种是错误：看到的和实际的可能不一样。

## 为什么
多半是从网页或聊天里复制带进来的，会让搜索、链接和查重失效；也有人用来躲过审核。

## 依据
本站约定；发出去的内容要与评审人看到的一致。

## 反例
“最”与“佳”之间夹着 U+200B。

## 正例
没有这些字符。

## 怎么改
删去。check --fix 可以代劳。

## 例外
表情里的连接符（U+200D）和变体选择符不算；文件开头的 BOM 由读取器处理。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let file = document.file();
    for at in places(file.text()) {
        let (before, rest) = file.text().split_at(at);
        let mut chars = rest.chars();
        let Some((c, name)) = chars.next().and_then(|c| Some((c, name(c)?))) else { continue };
        if before.is_empty() || joins_emoji(c, before.chars().next_back().unwrap_or('\n'), chars.next()) {
            continue;
        }
        let place = Place::new(file, at..at + c.len_utf8());
        let code = format!("U+{:04X}", u32::from(c));
        let turns = turns(c);
        let message = if turns { text::turned(code, name) } else { text::hidden(code, name) };
        let mut finding = META.finding(place.clone(), message).help(text::hidden_help()).fix(place, "");
        if turns {
            finding.severity = Severity::Error;
        }
        findings.push(finding);
    }
}

/// Bytes of the text at which a hidden character may begin, in order: the first of their encoding is rare in Chinese, but
/// for that of the last, of which the whole is sought.
fn places(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let begins = memchr::memchr3_iter(0xc2, 0xd8, 0xe2, bytes);
    let tags = memchr::memchr_iter(0xf3, bytes);
    let marks = memchr::memmem::find_iter(bytes, "\u{feff}");
    let mut places: Vec<usize> = begins.chain(tags).chain(marks).collect();
    places.sort_unstable();
    places
}

/// The Unicode name of a hidden character.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' => "SOFT HYPHEN",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}'..='\u{2064}' => "INVISIBLE OPERATOR",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{e0001}' | '\u{e0020}'..='\u{e007f}' => "TAG",
        _ => return None,
    })
}

/// Whether a character turns the direction of the text around it.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character holds an emoji together: a joiner between two pictures, or a tag of a flag.
fn joins_emoji(c: char, before: char, after: Option<char>) -> bool {
    let picture = |c: char| matches!(u32::from(c), 0x2190..=0x2bff | 0x1f000..=0x1faff | 0xfe0f | 0x200d | 0xe0020..=0xe007f);
    match c {
        '\u{200d}' => picture(before) && after.is_some_and(picture),
        '\u{e0020}'..='\u{e007f}' => picture(before),
        _ => false,
    }
}
