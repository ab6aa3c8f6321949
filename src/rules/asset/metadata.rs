//! `asset.metadata`: pictures that say where they were taken.

use crate::base::message::rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "asset.metadata",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "图片里有拍摄地点",
    en: "Pictures that say where they were taken",
    basis: &["PII-25"],
    documentation: "\
## 查什么
文章目录里 JPEG、PNG、WebP 图片的 Exif 有没有 GPS 位置。

## 为什么
住址和行踪会随原图留在仓库里，谁克隆谁看得到。行踪是敏感个人信息。

## 依据
个人信息保护法第二十八条。

## 反例
手机原图直接放进文章目录。

## 正例
导出时勾选“不含位置信息”。

## 怎么改
去掉位置信息再提交。程序上传时也会去掉全部元数据，但仓库里的原图还在。

## 例外
位置确需公开（景点、门店）时，写忽略说明或例外。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for asset in document.assets(context) {
        if asset.content.as_ref().is_ok_and(|content| content.located) {
            let message = text::located_picture(&asset.path);
            findings.push(
                META.finding(Place::file_only(&asset.path), message).help(text::located_picture_help()),
            );
        }
    }
}
