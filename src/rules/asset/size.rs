//! `asset.size`: pictures that are too large.

use crate::base::message::rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::bundle::Content;
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::tree::TreeError;
use crate::wechat::limits::{MATERIAL_IMAGE_BYTES, UPLOADIMG_BYTES};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "asset.size",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "图片太大",
    en: "Pictures that are too large",
    basis: &["WX-UPLOADIMG"],
    documentation: "\
## 查什么
文章目录里的图片：超过 20 MB 读不了，是错误；超过 1 MB 上传时会被压缩，是提示；动图不压缩，超过 10 MB 是警告，用在正文里是错误。

## 为什么
正文图片的上传接口只收 1 MB 以内；动图走永久素材，最多 10 MB。

## 依据
微信公众平台接口文档 uploadimg、add_material。

## 反例
相机原图 8 MB 直接放进正文。

## 正例
宽 1080 像素、质量 85 的 JPEG，约 200 KB。

## 怎么改
缩小尺寸或降低质量。动图减少帧数，或改成静图加说明。

## 例外
没有。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for asset in document.assets(context) {
        let place = || Place::file_only(&asset.path);
        match &asset.content {
            Ok(content) if content.size > most(content) => {
                let message = text::large_asset(&asset.path, size(content.size), size(most(content)));
                let mut finding = META.finding(place(), message);
                finding = if content.moving {
                    finding.severity = Severity::Warning;
                    finding.help(text::large_asset_help())
                } else {
                    finding.severity = Severity::Info;
                    finding.help(text::large_asset_shrunk_help())
                };
                findings.push(finding);
            }
            Err(TreeError::TooLarge { limit, .. }) => {
                let limit = size(usize::try_from(*limit).unwrap_or(usize::MAX));
                let message = text::large_asset(&asset.path, over(&limit), &limit);
                findings.push(META.finding(place(), message).help(text::large_asset_help()));
            }
            _ => {}
        }
    }
}

/// The most bytes that are taken without being made smaller.
fn most(content: &Content) -> usize {
    if content.moving { MATERIAL_IMAGE_BYTES } else { UPLOADIMG_BYTES }
}

/// A file that was not read is larger than what is read, and no more is known.
fn over(limit: &str) -> String {
    format!("> {limit}")
}

/// A size as people read it.
fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes / 1000)
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}
