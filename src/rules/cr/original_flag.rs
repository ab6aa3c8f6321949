//! `cr.original-flag`: the declaration 原创 on what is not original.

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "cr.original-flag",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "不是原创却声明原创",
    en: "Original declared on what is not",
    basis: &["ACCT-18.3", "WX-OPS"],
    documentation: "\
## 查什么
front matter 写了 original: true，而文章又写着 repost、rights.text 不是 original、正文大半与站内已有的文章相同，或者正文过半是引文。

## 为什么
平台会取消原创功能、扣信用分；伪造原创是账号管理规定点名禁止的行为，还会引来权利人投诉。

## 依据
互联网用户公众账号信息服务管理规定第十八条第六项；微信公众平台运营规范（原创声明）。

## 反例
original: true，同时 repost: {author: 李四, source: 某公众号}。

## 正例
转载的文章不写 original，正文开头写明作者和出处。

## 怎么改
去掉 original: true；确是自己的文章，删掉 repost，把 rights.text 写成 original。

## 例外
没有写 original 的文章不查。
",
};

/// Share of another article from which nothing is original.
const COPIED: f64 = 0.5;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (index, article) in context.site.articles.iter().enumerate() {
        let Some(flag) = article.front.details.original.as_ref().filter(|flag| flag.value) else { continue };
        let own = article.front.rights.text.as_deref();
        let message = if article.front.repost.is_some() {
            text::original_repost()
        } else if let Some(rights) = own.filter(|rights| *rights != "original" && *rights != "own") {
            text::original_rights(rights)
        } else if let Some(like) = context.likenesses(COPIED).find(|like| like.article == index)
            && let Some(other) = context.site.articles.get(like.other)
        {
            text::original_copied(format!("{:.0}", like.share * 100.0), &other.front.title.value)
        } else {
            continue;
        };
        findings.push(META.finding(flag.place.clone(), message).help(text::original_help()));
    }
}
