//! `asset.outside`: pictures and links that lead out of the site.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "asset.outside",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "路径指到站点之外",
    en: "Paths out of the site",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
图片和链接的相对路径有没有用 .. 走出站点，或写成绝对路径。

## 为什么
站点之外的文件不在评审范围里：谁都没看过，就会发出去。

## 依据
本站约定：发出去的每个字节都来自被签发的提交。

## 反例
![密](../../../secret.png)

## 正例
![图](images/a.png)

## 怎么改
把文件复制到文章目录，用相对路径引用。

## 例外
没有。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    for found in references {
        if reference::target(article, &found.target) == Target::Outside {
            let place = reference::place(&article.file, found);
            findings.push(
                META.finding(place, text::asset_outside(&found.target)).help(text::asset_outside_help()),
            );
        }
    }
}
