//! `gov.illegal`: what a site's own lists forbid.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.illegal",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "违法信息（站点自备词表）",
    en: "Illegal content, by the site's own lists",
    basis: &["ISP-15", "ECO-6"],
    documentation: "\
## 查什么
站点在 policy/rules/ 里为本规则写的词表。法律列出的违法信息（危害国家安全、恐怖主义、淫秽、赌博、教唆犯罪等）没有可以公开分发的词表，所以程序不自带，只提供比对：折叠写法、看穿夹字和异体，十万条词不影响速度。

## 为什么
制作、发布违法信息要承担行政乃至刑事责任，账号会被立即关闭。

## 依据
互联网信息服务管理办法第十五条；网络信息内容生态治理规定第六条（2020-03-01 起）。

## 反例
policy/rules/ 的词表里写着“某违禁词”，正文出现了它。

## 正例
正文里没有词表中的词。

## 怎么改
删去。确系法律教育、历史研究等需要，走例外：写理由，由审批人签字。

## 例外
没有写词表就什么也不查；引用的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::illegal(term), context, document, findings);
}
