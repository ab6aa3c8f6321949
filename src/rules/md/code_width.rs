//! `md.code-width`: lines of code that no phone shows.

use crate::base::message::lint as text;
use crate::base::width::width;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.code-width",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "代码行太长",
    en: "Long lines of code",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
代码块里超过 60 列的行（一个汉字算两列）。

## 为什么
手机一行大约放得下 40 列代码，更长的要左右滑动才能看到；滑得太远，读者就不看了。

## 依据
本站约定。

## 反例
一条 120 个字符的命令写成一行。

## 正例
在参数处用反斜线换行。

## 怎么改
换行或缩短；示例数据只留看得懂的一段。

## 例外
画成图的代码块（Mermaid、公式）不查。
",
};

/// Columns that a phone shows after a short scroll.
const COLUMNS: usize = 60;
/// Code that readers get as a picture.
const DRAWN: &[&str] = &["mermaid", "math", "latex", "tex"];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        let FormKind::Code { info, fenced } = &form.kind else { continue };
        let language = info.split([' ', ',', '{']).next().unwrap_or("").to_ascii_lowercase();
        if DRAWN.contains(&language.as_str()) {
            continue;
        }
        let Some(code) = article.file.text().get(form.source.clone()) else { continue };
        let mut start = form.source.start;
        let mut long = 0;
        let mut first = None;
        for (index, line) in code.split_inclusive('\n').enumerate() {
            let range = start..start + line.trim_end().len();
            start += line.len();
            // A line of few bytes cannot be wide.
            if line.len() <= COLUMNS || (*fenced && index == 0) || columns(line) <= COLUMNS {
                continue;
            }
            long += 1;
            first.get_or_insert((range, columns(line)));
        }
        if let Some((range, columns)) = first {
            let place = Place::new(&article.file, range);
            let message = text::wide_code(columns, COLUMNS, long);
            findings.push(META.finding(place, message).help(text::wide_code_help()));
        }
    }
}

/// Columns of a line of code; a tab counts four.
fn columns(line: &str) -> usize {
    let line = line.trim_end();
    let tabs = line.matches('\t').count();
    width(&line.replace('\t', "")) + 4 * tabs
}
