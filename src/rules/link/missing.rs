//! `link.missing`: links to files and articles that do not exist.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "link.missing",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "链接的目标不存在",
    en: "Links to what does not exist",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
正文里的相对链接：指向的文章或文件在不在站点里。

## 为什么
改名和删除之后，旧链接不会自己跟上；发布时会换成永久链接，找不到目标就换不了。

## 依据
本站约定。

## 反例
[上一篇](../old-name/index.md)，而文章已改名。

## 正例
[上一篇](../new-name/index.md)

## 怎么改
改正路径。

## 例外
网址由平台规则检查，这里只查站内路径。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    for link in references.iter().filter(|reference| reference.kind == ReferenceKind::Link) {
        let Target::File(path) = reference::target(article, &link.target) else { continue };
        if reference::exists(context, &path) || reference::is_article(context, &path) {
            continue;
        }
        let finding = META.finding(reference::place(&article.file, link), text::missing_link(&path));
        findings.push(match reference::nearest(context, &path) {
            Some(near) => finding.help(text::nearest_file(near)),
            None => finding.help(text::missing_asset_help()),
        });
    }
}
