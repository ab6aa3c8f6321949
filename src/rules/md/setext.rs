//! `md.setext`: paragraphs that a line of dashes turns into headings.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.setext",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "横线把上一行变成了标题",
    en: "Rules that make headings",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
一段文字下面紧跟着 ---：Markdown 把它当作二级标题。

## 为什么
多数人想写的是分隔线，结果整段文字变成了大字标题。

## 依据
CommonMark 的 setext 标题。

## 反例
一段话的下一行直接写 ---。

## 正例
段落和 --- 之间空一行。

## 怎么改
想要分隔线，在 --- 上面空一行；想要标题，写成 ## 标题。

## 例外
用 === 写的一级标题由 md.heading 查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        if form.kind != FormKind::Underlined(2) {
            continue;
        }
        let Some(source) = article.file.text().get(form.source.clone()) else { continue };
        let source = source.trim_end();
        let Some(line) = source.rfind('\n').map(|at| at + 1) else { continue };
        let start = form.source.start + line;
        let place = Place::new(&article.file, start..form.source.start + source.len());
        let mut finding = META.finding(place, text::underlined()).help(text::underlined_help());
        if is_prose(&source[..line]) {
            // A blank line before the rule, with the marks of a quotation or list around it.
            let first = article.file.text()[..form.source.start].rfind('\n').map_or(0, |at| at + 1);
            if first == form.source.start {
                finding = finding.fix(Place::new(&article.file, start..start), "\n");
            }
        }
        findings.push(finding);
    }
}

/// Whether the words above the line are a paragraph for sure: several lines, or a sentence with its full stop.
fn is_prose(words: &str) -> bool {
    let words = words.trim_end();
    words.contains('\n') || words.ends_with(['。', '！', '？', '；', '…', '”', '：'])
}
