//! `link.order`: links to articles that go out later than the one that links.

use crate::base::message::render as say;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::{Article, Slot};
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "link.order",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "[[…]] 指向的文章发布在本文之后",
    en: "[[…]] leads to an article that goes out later",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
[[冬至]] 这样的链接所指的文章，publish.at 是不是不早于本文的；只写了日期的，同一天不算。

## 为什么
文章发布以后才有地址。本文先发布，链接就只剩文字；一起群发的几篇也是同时才有地址。

## 依据
本站约定。

## 反例
12 月 21 日发布的文章里写 [[小寒]]，而《小寒》1 月 5 日才发布。

## 正例
《小寒》发布以后，在后来的文章里写 [[小寒]]。

## 怎么改
把那一篇提前，或者把链接改成文字，写成“下一篇见《小寒》”。

## 例外
没有写时间的文章不查：签发和构建时由 link.unpublished 照账本检查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        let FormKind::Related(name) = &form.kind else { continue };
        let target = context.names().find(name).and_then(|index| context.site.articles.get(index));
        let Some(target) = target.filter(|target| target.path() != article.path()) else { continue };
        if goes_first(context, article, target) {
            let message = say::article_later(&target.front.title.value);
            let place = Place::new(&article.file, form.source.clone());
            findings.push(META.finding(place, message).help(say::article_later_help()));
        }
    }
}

/// Whether `article` has gone out before `target` has an address, by their plans.
fn goes_first(context: &Context<'_>, article: &Article, target: &Article) -> bool {
    let slot = |article: &Article| article.front.publish.at.as_ref().map(|at| at.value);
    let day = |slot: Slot| match slot {
        Slot::At(at) => Some(at.to_zoned(context.site.config.zone.clone()).date()),
        Slot::Day(day) => Some(day),
        Slot::Next => None,
    };
    match (slot(article), slot(target)) {
        (Some(Slot::At(first)), Some(Slot::At(second))) => first <= second,
        (Some(first), Some(second)) => matches!((day(first), day(second)), (Some(a), Some(b)) if a < b),
        _ => false,
    }
}
