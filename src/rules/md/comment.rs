//! `md.comment`: comments that say the article is not ready.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "md.comment",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "像是内部批注的注释",
    en: "Comments that look like notes",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
HTML 注释和 %%注释%% 里像是写给同事的话：待办、待确认、内部、别发、@某人。

## 为什么
注释不会发给读者，但多半说明稿子还没定下来；也可能是忘了处理的意见。

## 依据
本站约定。

## 反例
<!-- 待法务确认价格 -->

## 正例
价格确认之后删去注释。

## 怎么改
办完再删去，或写到评审意见里。

## 例外
qianfa 自己的忽略说明不算。
",
};

/// Words of people who are not done.
const NOTES: &[&str] = &[
    "todo",
    "fixme",
    "xxx",
    "tbd",
    "待定",
    "待办",
    "待补",
    "待确认",
    "待核",
    "待改",
    "待审",
    "内部",
    "法务",
    "保密",
    "勿发",
    "别发",
    "不要发",
    "不发",
    "删掉",
    "问一下",
    "确认一下",
    "核实",
    "记得",
    "@",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for comment in &document.plain.comments {
        if !comment.text.starts_with("qianfa") && is_note(&comment.text) {
            push(findings, Place::new(&article.file, comment.source.clone()), &comment.text);
        }
    }
}

fn push(findings: &mut Findings, place: Place, note: &str) {
    let words: String = note.trim().chars().take(20).collect();
    findings.push(META.finding(place, text::note(words)).help(text::note_help()));
}

fn is_note(comment: &str) -> bool {
    let lower = comment.to_lowercase();
    NOTES.iter().any(|word| lower.contains(word))
}
