//! `link.article`: links between articles that name none.

use crate::base::message::render as say;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::FormKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "link.article",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "[[…]] 找不到站点里的另一篇文章",
    en: "[[…]] names no other article of the site",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
形如 [[冬至]] 的链接：站点里有没有这个目录名、路径、标题或 uid 的文章，是不是指向了文章自己。

## 为什么
找不到目标就成不了链接，读者只看到文字。

## 依据
本站约定。

## 反例
[[冬至吃甚么]]，而文章叫“冬至吃什么”。

## 正例
[[冬至吃什么]]

## 怎么改
改成目标文章的目录名、标题或 uid。

## 例外
目标还没有发布由签发时的 link.unpublished 检查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        let FormKind::Related(name) = &form.kind else { continue };
        let (message, help) =
            match context.names().find(name).and_then(|index| context.site.articles.get(index)) {
                Some(found) if found.path() != article.path() => continue,
                Some(_) => (say::article_itself(), say::article_itself_help()),
                None => match context.names().nearest(name) {
                    Some(near) => (say::article_unknown(name), say::article_near(near)),
                    None => (say::article_unknown(name), say::article_unknown_help()),
                },
            };
        findings.push(META.finding(Place::new(&article.file, form.source.clone()), message).help(help));
    }
}
