//! `asset.type`: files that are not what their name says.

use crate::base::message::{Explain as _, rules as text};
use crate::finding::{Findings, Place, Severity};
use crate::rules::bundle::{Content, Kind};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::tree::TreeError;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "asset.type",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "图片内容与扩展名不符",
    en: "Pictures that are not what their name says",
    basis: &["WX-UPLOADIMG"],
    documentation: "\
## 查什么
图片开头的字节与扩展名是否一致；是不是平台收的格式（JPEG、PNG、GIF；WebP、BMP 不收）；文件完整不完整；任何一边超没超过 10000 像素。

## 为什么
名为 .jpg 的 WebP 上传会被拒绝，或者在部分手机上是一片空白。

## 依据
微信公众平台接口文档 uploadimg：只支持 jpg、png。

## 反例
从网页另存的 a.jpg，其实是 WebP。

## 正例
用看图软件另存为真正的 JPEG。

## 怎么改
转换格式，并让扩展名与内容一致。

## 例外
扩展名如实的 WebP、BMP 在上传前会转换，只提示；SVG 会画成图片。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for asset in document.assets(context) {
        let place = || Place::file_only(&asset.path);
        let path = &asset.path;
        let finding = match &asset.content {
            Ok(content) if content.kind == Kind::Other => META.finding(place(), text::no_picture(path)),
            Ok(content) if content.kind != asset.promised => {
                META.finding(place(), text::wrong_type(path, content.kind.name()))
            }
            Ok(content) if matches!(content.kind, Kind::Webp | Kind::Bmp) => {
                let mut finding = META.finding(place(), text::refused_type(path, content.kind.name()));
                finding.severity = Severity::Info;
                finding
            }
            Ok(Content { fault: Some(fault), .. }) => {
                let finding = META.finding(place(), fault.message());
                findings.push(match fault.help() {
                    Some(help) => finding.help(help),
                    None => finding,
                });
                continue;
            }
            Ok(_) | Err(TreeError::TooLarge { .. } | TreeError::Outside(_)) => continue,
            Err(_) => META.finding(place(), text::unreadable_asset(path)),
        };
        findings.push(finding.help(text::wrong_type_help()));
    }
}
