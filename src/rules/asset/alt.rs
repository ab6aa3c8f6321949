//! `asset.alt`: pictures of which nobody says what they show.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "asset.alt",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "图片没有说明",
    en: "Pictures without words",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
正文图片既没有替代文字，也没有图注。

## 为什么
读屏软件读不出图里有什么；图片加载失败时读者也只看到空白。替代文字还会成为图注。

## 依据
本站约定。

## 反例
![](flow.png)

## 正例
![从写稿到发布的五步](flow.png)

## 怎么改
用一句话写出图里有什么；只起装饰作用的图可以不写。

## 例外
只有装饰作用的图，忽略这条提示即可。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let images = document.plain.references.iter().filter(|reference| reference.kind == ReferenceKind::Image);
    for image in images.filter(|image| image.words.trim().is_empty() && !image.titled) {
        let place = Place::new(&article.file, image.source.clone());
        findings.push(META.finding(place, text::no_words(&image.target)).help(text::no_words_help()));
    }
}
