//! `gov.fiction-label`: plots that are made up.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::Phrase;
use crate::source::plain::{Block, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.fiction-label",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "虚构、演绎没有标明",
    en: "Fiction that is not marked",
    basis: &["CAC-2023-13"],
    documentation: "\
## 查什么
front matter 写了 fiction: true，或者栏目、labels 是小说、短剧、剧情，而正文和标题里没有“虚构”“演绎”“剧情”“小说”“改编”一类字样。

## 为什么
虚构情节不标明，读者会当真，被认定为造谣摆拍；平台要求以显著方式标记虚构或演绎。

## 依据
中央网信办《关于加强“自媒体”管理的通知》第六条（2023-07-10）。

## 反例
一篇编出来的“婆媳故事”，从头到尾没说是虚构。

## 正例
文首写“本故事纯属虚构”。

## 怎么改
在文首写明“本文情节虚构”或“剧情演绎”。

## 例外
没有写 fiction 的不查；虚构栏目里的连载每篇都要标。
",
};

/// Readers are told.
static TOLD: Phrase =
    Phrase::new("虚构|演绎|纯属|小说|连载|改编|剧情|故事情节为|编的故事|寓言|童话|短剧|剧本|科幻");

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let front = &article.front;
    let declared = front.details.fiction.as_ref();
    if declared.is_some_and(|fiction| !fiction.value) {
        return;
    }
    let named = front.labels.iter().chain(&front.column).find(|word| {
        matches!(word.value.as_str(), "小说" | "微小说" | "短剧" | "剧情" | "剧情演绎" | "虚构" | "fiction")
    });
    let Some(place) = declared.map(|fiction| &fiction.place).or(named.map(|word| &word.place)) else {
        return;
    };
    // The words of the front matter other than title and summary are not shown to readers.
    let shown = |block: &Block| !matches!(block.zone, Zone::Front | Zone::Value);
    let told = document
        .plain
        .blocks
        .iter()
        .filter(|block| shown(block))
        .any(|block| TOLD.is_in(document.plain.text().get(block.range.clone()).unwrap_or_default()));
    if !told {
        findings.push(META.finding(place.clone(), text::fiction()).help(text::fiction_help()));
    }
}
