//! `wx.edition-size`: how many articles an edition, and how many pictures a picture message may have.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::site::{Article, Format};
use crate::source::plain::{Plain, ReferenceKind};
use crate::wechat::limits::{ARTICLES, PICTURES};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "wx.edition-size",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "一期的篇数和图片数",
    en: "Articles of an edition, pictures of a picture message",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
一期不超过 8 篇；图片消息有 1 到 20 张图。

## 为什么
超过上限平台拒绝整期。

## 依据
微信公众平台接口文档 draft/add。

## 反例
九篇文章写了同一个 edition。

## 正例
一期三篇，用 order 排好先后。

## 怎么改
分成两期，或合并文章。

## 例外
没有。
",
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for edition in &context.site.editions {
        let count = edition.articles.len();
        if count <= ARTICLES {
            continue;
        }
        let Some(article) =
            edition.articles.get(ARTICLES).and_then(|index| context.site.articles.get(*index))
        else {
            continue;
        };
        let named = article.front.publish.edition.as_ref();
        let place = named.map_or(&article.front.title.place, |name| &name.place).clone();
        let message = text::edition_over(&edition.name, count, ARTICLES);
        findings.push(META.finding(place, message).help(text::edition_help()));
    }
    for article in context.site.articles.iter().filter(|article| article.front.format == Format::Pictures) {
        let count = pictures(article);
        if !(1..=PICTURES).contains(&count) {
            let place = article.front.title.place.clone();
            findings.push(
                META.finding(place, text::picture_count(count, PICTURES)).help(text::picture_count_help()),
            );
        }
    }
}

/// Different pictures of the body.
fn pictures(article: &Article) -> usize {
    let mut plain = Plain::new();
    plain.add_markdown_with(&article.file, article.body.clone(), article.front.render.math);
    let images = plain.references.iter().filter(|reference| reference.kind == ReferenceKind::Image);
    let mut paths: Vec<String> = images
        .filter_map(|image| match reference::target(article, &image.target) {
            Target::File(path) => Some(path),
            _ => None,
        })
        .collect();
    paths.sort_unstable();
    paths.dedup();
    paths.len()
}
