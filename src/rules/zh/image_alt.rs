//! `zh.image-alt`: words instead of pictures that say nothing.

use crate::base::message::zh_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.image-alt",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "有名无实的图片说明",
    en: "Words instead of pictures that say nothing",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
替代文字是文件名（IMG_1234、截图2026.png）或“图片”“截图”“配图”“图1”的图片。一个字也没有写的由 asset.alt 提示，同一张图不报两次。

## 为什么
读屏软件会把它念出来，听的人还是不知道图里有什么；替代文字还会成为图注。

## 依据
本站约定。

## 反例
![IMG_1234](flow.png)

## 正例
![从写稿到发布的五步](flow.png)

## 怎么改
用一句话写出图里有什么。

## 例外
只起装饰作用的图，方括号里留空。
",
};

/// Words that only say that there is a picture.
const EMPTY: &[&str] = &[
    "图片",
    "截图",
    "配图",
    "插图",
    "图",
    "照片",
    "封面",
    "题图",
    "头图",
    "示意图",
    "图片描述",
    "图片说明",
    "在这里插入图片描述",
    "image",
    "img",
    "picture",
    "photo",
    "alt",
    "screenshot",
    "cover",
    "untitled",
    "未命名",
    "屏幕截图",
    "微信图片",
    "屏幕快照",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let images = document.plain.references.iter().filter(|image| image.kind == ReferenceKind::Image);
    for image in images {
        let words = image.words.trim();
        if !words.is_empty() && says_nothing(words, &image.target) {
            let place = Place::new(&article.file, image.source.clone());
            findings.push(META.finding(place, text::image_words(words)).help(text::image_help()));
        }
    }
}

/// Whether the words are a file's name, or one of the empty ones with a number at most.
fn says_nothing(words: &str, target: &str) -> bool {
    let file = target.rsplit('/').next().unwrap_or(target);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let machine = words.is_ascii() && !words.contains(' ') && words.contains(|c: char| c.is_ascii_digit());
    let extension = [".png", ".jpg", ".jpeg", ".gif", ".webp"];
    let lower = words.to_ascii_lowercase();
    let core =
        lower.trim_matches(|c: char| c.is_ascii_digit() || "_- .()（）一二三四五六七八九十".contains(c));
    words == file
        || words == stem && (machine || words.is_ascii() && words.contains(['_', '-']))
        || extension.iter().any(|end| lower.ends_with(end))
        || EMPTY.contains(&core)
        || machine && core.is_empty()
        || ["img", "dsc", "mmexport", "wx"].iter().any(|head| lower.starts_with(head)) && machine
}
