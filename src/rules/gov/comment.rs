//! `gov.comment`: who watches the comments.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::{Comments, Located};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.comment",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "留言没有人管",
    en: "Comments that nobody watches",
    basis: &["COMMENT-RULES", "ACCT-16"],
    documentation: "\
## 查什么
comments 写了 open 或 fans 的文章，要写明谁管留言（moderator）和什么时候管（hours）。

## 为什么
开了留言就有审核义务：违法留言没有及时处置，账号和运营者都要担责。

## 依据
互联网跟帖评论服务管理规定（2022-12-15 起）；互联网用户公众账号信息服务管理规定第十六条、第十七条。

## 反例
comments: open，没人值守，周末的广告和辱骂挂到周一。

## 正例
comments: {open: fans, moderator: editor-a, hours: 工作日 9:00–21:00}

## 怎么改
在 _defaults.yaml 里写一次 moderator 和 hours，全站都有。

## 例外
comments: closed 的文章不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    if article.front.comments == Comments::Closed {
        return;
    }
    let moderation = article.front.moderation.as_ref();
    let filled = |value: Option<&Located<String>>| value.is_some_and(|value| !value.value.trim().is_empty());
    let keys = [
        ("moderator", filled(moderation.and_then(|moderation| moderation.moderator.as_ref()))),
        ("hours", filled(moderation.and_then(|moderation| moderation.hours.as_ref()))),
    ];
    let missing: Vec<&str> = keys.into_iter().filter_map(|(key, there)| (!there).then_some(key)).collect();
    if !missing.is_empty() {
        let message = text::comments_unwatched(missing.join(", "));
        let place = article.front.title.place.clone();
        findings.push(META.finding(place, message).help(text::comments_help()));
    }
}
