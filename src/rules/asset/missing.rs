//! `asset.missing`: pictures that do not exist.

use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "asset.missing",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "图片文件不存在",
    en: "Pictures that do not exist",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
正文引用的图片和 front matter 里的封面，文件在不在。

## 为什么
没有图就组不成草稿：发布时才发现就晚了。

## 依据
微信公众平台接口文档：草稿里的图片必须先上传。

## 反例
![流程](images/flow.png)，而目录里只有 flow.jpg。

## 正例
![流程](images/flow.jpg)

## 怎么改
把文件放到对应位置，或改正路径。大小写不同也算不同。

## 例外
没有。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    if let Some(cover) = &article.front.cover {
        if let Some(image) = cover.image().filter(|image| !reference::exists(context, image)) {
            findings.push(missing(context, cover.place.clone(), image));
        }
        if let Some((message, help)) = cover.card().and_then(|card| card.unknown(context.tree)) {
            findings.push(META.finding(cover.place.clone(), message).help(help));
        }
    }
    for image in references.iter().filter(|reference| reference.kind == ReferenceKind::Image) {
        if let Target::File(path) = reference::target(article, &image.target)
            && !reference::exists(context, &path)
        {
            findings.push(missing(context, reference::place(&article.file, image), &path));
        }
    }
}

fn missing(context: &Context<'_>, place: Place, path: &str) -> Finding {
    let finding = META.finding(place, text::missing_asset(path));
    match reference::nearest(context, path) {
        Some(near) => finding.help(text::nearest_file(near)),
        None => finding.help(text::missing_asset_help()),
    }
}
