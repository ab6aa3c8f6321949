//! `md.diagram`: diagrams in languages that are not drawn.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::diagram::is_undrawn;
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.diagram",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "画不出来的图",
    en: "Diagrams that nobody draws",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
围栏标着 PlantUML、ECharts、flowchart.js 等画图语言的代码块，以及写错、太大的 Mermaid：这些图不会画出来，读者看到的是源码。

## 为什么
公众号里没有脚本；签发能画的是 Mermaid 和 LaTeX 公式。

## 依据
本站约定。

## 反例
一段 ```plantuml 的时序图。

## 正例
改用 ```mermaid 的 sequenceDiagram，或导出成 PNG 图片。

## 怎么改
改用 Mermaid，或导出图片放在文章旁边。

## 例外
就是要给读者看源码的，把围栏的语言改成 text。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        let FormKind::Code { info, fenced: true } = &form.kind else { continue };
        let language = info.split([' ', ',', '{']).next().unwrap_or("");
        if is_undrawn(language) {
            let line = article.file.text().get(form.source.clone()).and_then(|text| text.lines().next());
            let end = form.source.start + line.map_or(0, |line| line.trim_end().len());
            let place = Place::new(&article.file, form.source.start..end);
            findings.push(META.finding(place, text::undrawn(language)).help(text::undrawn_help()));
        }
    }
}
