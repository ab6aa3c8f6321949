//! `md.table-size`: tables that do not fit on a phone.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.table-size",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "表格太大",
    en: "Tables that are too large",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
表格超过 5 列，或超过 40 行。

## 为什么
手机宽 375 像素，第六列要左右滑才看得到；每一格都带样式，几十行就用掉上万字符。

## 依据
本站约定；正文连标记建议不超过 2 万字符。

## 反例
把一整张 Excel 贴进正文。

## 正例
留下要紧的三四列，其余放进图片或“阅读原文”。

## 怎么改
删去不要紧的列和行，或拆成几个小表。

## 例外
没有。
",
};

/// Columns that a phone shows.
const COLUMNS: usize = 5;
/// Rows that people read, without the head.
const ROWS: usize = 40;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        let FormKind::Table { columns, rows } = form.kind else { continue };
        let line = article.file.text().get(form.source.clone()).and_then(|text| text.lines().next());
        let end = form.source.start + line.map_or(0, |line| line.trim_end().len());
        let place = || Place::new(&article.file, form.source.start..end);
        if columns > COLUMNS {
            findings.push(
                META.finding(place(), text::wide_table(columns, COLUMNS)).help(text::wide_table_help()),
            );
        }
        if rows > ROWS + 1 {
            findings
                .push(META.finding(place(), text::long_table(rows - 1, ROWS)).help(text::long_table_help()));
        }
    }
}
