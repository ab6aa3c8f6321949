//! `md.reference`: text that looks like a link and is none.

use memchr::memmem;

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trapped;
use crate::site::Article;
use crate::source::plain::{FormKind, Plain, Zone};
use crate::source::trap;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: trap::REFERENCE,
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

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trapped::report(&META, document, findings);
    let Some(article) = document.article() else { return };
    definitions(article, &document.plain, findings);
}

/// Reports `[name]: address` lines that no link uses.
fn definitions(article: &Article, plain: &Plain, findings: &mut Findings) {
    let body = article.body_text();
    let ends = memmem::find_iter(body.as_bytes(), "]:");
    let starts = ends.filter_map(|end| Some(body.get(..end)?.rfind('\n').map_or(0, |at| at + 1)));
    let mut starts: Vec<usize> = starts.collect();
    starts.dedup();
    if starts.is_empty() {
        return;
    }
    let taken = taken(plain);
    let used: std::collections::HashSet<String> =
        plain.references.iter().filter_map(|reference| reference.definition.as_deref()).map(name).collect();
    for start in starts {
        let Some(line) = body.get(start..).and_then(|rest| rest.split_inclusive('\n').next()) else {
            continue;
        };
        let at = article.body.start + start;
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
