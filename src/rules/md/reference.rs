//! `md.reference`: text that looks like a link and is none.

use crate::base::message::lint as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Article;
use crate::source::plain::{FormKind, Plain, ReferenceKind, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.reference",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "没有变成链接的文字",
    en: "Links that stay text",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
写成链接样子却没有生效的文字：地址里有空格、用了全角括号、方括号和圆括号之间有空格、[文字][名字] 没有定义；没有用到的链接定义；图片前面的叹号写成了全角。

## 为什么
读者会看到方括号和网址原样显示，或者该显示图片的地方只剩文字。

## 依据
CommonMark 的链接写法。

## 反例
[流程图](流程 图.png)

## 正例
[流程图](<流程 图.png>)

## 怎么改
地址里有空格时用尖括号括起来；括号、叹号用半角；补上定义。

## 例外
[1][2] 这样的数字标注不算。
",
};

/// Characters of a link's words that are looked through for its opening bracket, and bytes of its address.
const REACH: usize = 300;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    literal(&document.plain, findings);
    wide_marks(article, &document.plain, findings);
    definitions(article, &document.plain, findings);
}

/// Reports `[…](…)` and `[…][…]` that readers see as they are written.
fn literal(plain: &Plain, findings: &mut Findings) {
    let words = plain.text();
    for (close, _) in words.match_indices(']') {
        let rest = &words[close + 1..];
        if !rest.starts_with(['(', '（', '[', ' ']) {
            continue;
        }
        let Some(block) = plain.block_at(close).and_then(|index| plain.blocks.get(index)) else { continue };
        if block.zone == Zone::Front {
            continue;
        }
        let from = words.ceil_char_boundary(close.saturating_sub(REACH)).max(block.range.start);
        let Some(open) = words.get(from..close).and_then(|before| before.rfind('[')).map(|at| from + at)
        else {
            continue;
        };
        let until = words.floor_char_boundary((close + REACH).min(block.range.end));
        let tail = words.get(close + 1..until).unwrap_or_default();
        let Some((length, kind)) = dead(tail, &words[open + 1..close]) else { continue };
        // The words may hold links and emphasis; what follows them must be as it was written.
        let written = close..close + 1 + length;
        let Some(end) = plain.place(written.clone()) else { continue };
        let Some(place) = plain.place(open..written.end) else { continue };
        if !is_literal(&end, words.get(written).unwrap_or_default()) || !place.text().starts_with('[') {
            continue;
        }
        findings.push(finding(kind, &place, tail, end.range().start + 1));
    }
}

/// Why a link is none.
#[derive(Clone, Copy, PartialEq)]
enum Dead {
    /// A blank in the address.
    Blank,
    /// Full-width brackets around the address.
    Wide,
    /// A blank before the address.
    Apart,
    /// No definition of that name.
    Undefined,
    /// Anything else.
    Other,
}

/// What follows the closing bracket of a dead link: its length, and why it is dead.
fn dead(tail: &str, words: &str) -> Option<(usize, Dead)> {
    let is_address = |text: &str| {
        let lower = text.to_ascii_lowercase();
        lower.starts_with("http://")
            || lower.starts_with("https://")
            || ["md", "png", "jpg", "jpeg", "gif", "webp"]
                .iter()
                .any(|end| lower.ends_with(&format!(".{end}")))
    };
    let inside = |tail: &str, open: char, close: char| {
        let inner = tail.strip_prefix(open)?;
        let end = inner.find([close, '\n'])?;
        inner[end..].starts_with(close).then(|| inner[..end].to_owned())
    };
    if let Some(inner) = inside(tail, '(', ')') {
        let blank = inner.contains(' ') && !inner.contains(['<', '>', '"', '\'', '[']);
        return Some((inner.len() + 2, if blank { Dead::Blank } else { Dead::Other }));
    }
    if let Some(inner) = inside(tail, '（', '）') {
        return is_address(inner.trim()).then_some((inner.len() + 6, Dead::Wide));
    }
    if let Some(inner) = tail.strip_prefix(' ').and_then(|tail| inside(tail, '(', ')')) {
        return is_address(inner.trim()).then_some((inner.len() + 3, Dead::Apart));
    }
    let inner = inside(tail, '[', ']')?;
    let number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let noted = words.starts_with('^') || inner.starts_with('^') || words.starts_with('[');
    let citation = number(&inner) && number(words);
    (!citation && !noted).then_some((inner.len() + 2, Dead::Undefined))
}

/// `start` is the byte of the file behind the closing bracket of the words.
fn finding(kind: Dead, place: &Place, tail: &str, start: usize) -> Finding {
    let file = place.file();
    let address = start..place.range().end;
    let spot = || Place::new(file, address.clone());
    let close = tail.find([')', '）']).unwrap_or(tail.len());
    let shown: String = place.text().chars().take(40).collect();
    match kind {
        Dead::Blank => META
            .finding(place.clone(), text::link_blank(shown))
            .help(text::link_blank_help())
            .fix(spot(), format!("(<{}>)", &tail[1..close])),
        Dead::Wide => META
            .finding(place.clone(), text::link_wide(shown))
            .help(text::link_wide_help())
            .fix(spot(), format!("({})", tail['（'.len_utf8()..close].trim())),
        Dead::Apart => META
            .finding(place.clone(), text::link_apart(shown))
            .help(text::link_apart_help())
            .fix(Place::new(file, address.start..address.start + 1), ""),
        Dead::Undefined => {
            META.finding(place.clone(), text::link_undefined(shown)).help(text::link_undefined_help())
        }
        Dead::Other => META.finding(place.clone(), text::link_dead(shown)).help(text::link_dead_help()),
    }
}

/// Whether the text stands in the file as it shows, and not behind a backslash.
fn is_literal(place: &Place, shown: &str) -> bool {
    let before = &place.file().text()[..place.range().start];
    place.text() == shown && !before.ends_with('\\')
}

/// Reports pictures that a full-width `！` makes links.
fn wide_marks(article: &Article, plain: &Plain, findings: &mut Findings) {
    const PICTURES: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"];
    for link in plain.references.iter().filter(|reference| reference.kind == ReferenceKind::Link) {
        let before = article.file.text().get(..link.source.start).unwrap_or_default();
        let target = link.target.to_ascii_lowercase();
        if before.ends_with('！') && PICTURES.iter().any(|end| target.ends_with(end)) {
            let mark = link.source.start - '！'.len_utf8()..link.source.start;
            let place = Place::new(&article.file, mark);
            let finding = META.finding(place.clone(), text::wide_mark()).help(text::wide_mark_help());
            findings.push(finding.fix(place, "!"));
        }
    }
}

/// Reports `[name]: address` lines that no link uses.
fn definitions(article: &Article, plain: &Plain, findings: &mut Findings) {
    let body = article.body_text();
    if !body.contains("]:") {
        return;
    }
    let taken = taken(plain);
    let used: std::collections::HashSet<String> =
        plain.references.iter().filter_map(|reference| reference.definition.as_deref()).map(name).collect();
    let mut start = article.body.start;
    for line in body.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let Some(label) = label(line) else { continue };
        let index = taken.partition_point(|range| range.end <= at);
        let inside = taken.get(index).is_some_and(|range| range.start <= at);
        // `[//]: # (…)` is a way to write comments.
        if !inside && !label.starts_with('/') && !used.contains(&name(label)) {
            let place = Place::new(&article.file, at..at + line.trim_end().len());
            findings.push(META.finding(place, text::link_unused(label)).help(text::link_unused_help()));
        }
    }
}

/// The name that a line defines.
fn label(line: &str) -> Option<&str> {
    let content = line.trim_start_matches(' ');
    let (label, rest) = content.strip_prefix('[')?.split_once("]:")?;
    let plain = !label.starts_with('^') && !label.contains(['[', ']']) && !label.trim().is_empty();
    (line.len() - content.len() < 4 && plain && !rest.trim().is_empty()).then_some(label)
}

fn name(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Bytes of the file that hold text, code or HTML, sorted and disjoint.
fn taken(plain: &Plain) -> Vec<std::ops::Range<usize>> {
    let blocks =
        plain.blocks.iter().filter(|block| block.zone != Zone::Front).map(|block| block.source.clone());
    let verbatim = |kind: &FormKind| matches!(kind, FormKind::Code { .. } | FormKind::Html(_));
    let forms = plain.forms.iter().filter(|form| verbatim(&form.kind)).map(|form| form.source.clone());
    let mut all: Vec<_> = blocks.chain(forms).collect();
    all.sort_by_key(|range| range.start);
    let mut out: Vec<std::ops::Range<usize>> = Vec::with_capacity(all.len());
    for range in all {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}
