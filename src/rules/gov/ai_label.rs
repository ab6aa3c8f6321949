//! `gov.ai-label`: pictures that say a machine made them, in articles that say none did.

use jiff::civil::date;

use crate::base::message::rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::period::Period;
use crate::site::Ai;

pub(crate) static RULE: Rule =
    Rule { meta: &META, check: Check::Between(Period::from(date(2025, 9, 1)), check) };

static META: Meta = Meta {
    id: "gov.ai-label",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "图片带 AI 生成标识，文章没有声明",
    en: "Pictures marked as made by AI in an article that declares none",
    basis: &["AI-LABEL-10"],
    documentation: "\
## 查什么
文章目录里的图片文件带有 `AIGC` 元数据标识（GB 45438-2025），而文章的 `ai` 写着 `none` 或没有写。

## 为什么
发布生成合成内容的人要主动声明。平台会读这个标识；标识在、声明不在，文章可能被加注“疑似 AI 生成”。

## 依据
人工智能生成合成内容标识办法第十条。

## 反例
用生成的插图，front matter 里写 `ai: none`。

## 正例
写 `ai: assisted` 或 `ai: generated`，图注里说明“图片由 AI 生成”，发表时在平台上勾选声明。

## 怎么改
如实写 `ai`。不要删掉图片里的标识：办法第十条禁止删除、篡改。

## 例外
文章谈论生成的图片、把它当作例子时，写忽略说明。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.article().is_none_or(|article| article.front.ai != Ai::None) {
        return;
    }
    for asset in document.assets(context) {
        if asset.content.as_ref().is_ok_and(|content| content.generated) {
            let message = text::generated_picture(&asset.path);
            findings.push(
                META.finding(Place::file_only(&asset.path), message).help(text::generated_picture_help()),
            );
        }
    }
}
