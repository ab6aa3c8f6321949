//! `md.heading`: headings of the body.

use crate::base::message::rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::{Block, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.heading",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "正文标题的级别",
    en: "Levels of headings",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
正文里的一级标题、与文章标题重复的标题、跳级（从二级直接到四级）。

## 为什么
文章标题由平台显示在顶部，正文再写一遍就重复了；跳级的标题在手机上看不出层次。

## 依据
本站约定。

## 反例
正文第一行写“# 冬至”，与标题相同。

## 正例
正文从“## 一、为什么”开始。

## 怎么改
删去重复的一级标题；其余降为二级，逐级向下。

## 例外
引用块里的标题不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let mut before = 1;
    for block in &document.plain.blocks {
        let Zone::Heading(level) = block.zone else { continue };
        // Those of containers are titles of steps and sides.
        if block.quoted || block.boxed {
            continue;
        }
        let place = heading_place(block);
        let words = document.plain.text().get(block.range.clone()).unwrap_or_default().trim();
        if level == 1 {
            let repeated = words == article.front.title.value.trim();
            let message = if repeated { text::repeated_title() } else { text::first_level() };
            findings.push(META.finding(place, message).help(text::first_level_help()));
        } else if level > before + 1 {
            let message = text::skipped_level(before, level);
            findings.push(META.finding(place, message).help(text::skipped_level_help(before + 1)));
        }
        before = level;
    }
}

/// The heading's line without its line end.
fn heading_place(block: &Block) -> Place {
    let place = Place::new(&block.file, block.source.clone());
    let length = place.text().trim_end().len();
    Place::new(&block.file, block.source.start..block.source.start + length)
}
