//! `md.raw`: constructs of other tools, which readers would see as they are written.

use crate::base::message::lint as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::Phrase;
use crate::rules::trapped;
use crate::source::trap;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: trap::RAW,
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "别的工具的写法，会原样显示或不显示",
    en: "Constructs of other tools that show as written, or not at all",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
从别的编辑器贴来、这里没有的写法：缺分隔线的表格（| 甲 | 乙 |）、比表头多出来的格子、和文字在同一段的图的题注（都不会显示）、“!!! note”提示框、链接或代码后面的 {.class}、H~2~O 这样的下标、花括号不配对的公式；标题和摘要里的 Markdown 写法（**重点**、{字|zì}）。

## 为什么
这些记号不会变成表格、提示框或下标，读者看到的是竖线、叹号和花括号。

## 依据
本站约定；GFM 的表格写法要求第二行是分隔线。

## 反例
| 车次 | 到站 | 下一行直接是 | G1 | 12:00 |

## 正例
表头下面一行写 |---|---|，再写内容。

## 怎么改
表格补分隔线；“!!! note”改成“::: note”；{.class} 删去；下标写 <sub>2</sub>；标题里只写字。表格和下标可以用 check --fix 补上。

## 例外
代码里的不算；“文 | 张三”这样的署名行不算；10~20 是范围，不算下标；[字]{.dots} 是着重号，有效。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trapped::report(&META, document, findings);
    let Some(article) = document.article() else { return };
    for value in std::iter::once(&article.front.title).chain(&article.front.summary) {
        // Most titles have none of their characters, and the pattern is not made for nothing.
        let may_match = value.contains(['*', '=', '~', '`', '[', '{']);
        let marks = if may_match { MARKS.regex() } else { None };
        let Some(marks) = marks.and_then(|marks| marks.captures(value)) else { continue };
        let shown = marks.get(0).map_or("", |shown| shown.as_str());
        let words = marks.iter().skip(1).flatten().next().map_or("", |words| words.as_str());
        let finding = META.finding(value.place.clone(), text::titled(shown));
        findings.push(finding.help(text::titled_help(words)));
    }
}

/// Emphasis, marks, code, links and readings, each with the words that readers are meant to see.
static MARKS: Phrase = Phrase::new(concat!(
    r"\*\*([^*\s][^*]*)\*\*|==([^=\s][^=]*)==|~~([^~\s][^~]*)~~|`([^`]+)`",
    r"|\[([^\[\]]+)\]\([^()\s]+\)|\{(\p{Han}+)\|[^{}|]+\}",
));
