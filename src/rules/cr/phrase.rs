//! `cr.phrase`: a list of words, see `terms/cr-phrase.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.phrase",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "不能代替授权的套话",
    en: "Phrases that replace no permission",
    basis: &["CR-10", "CR-24", "ACCT-17"],
    documentation: "\
## 查什么
“图片来自网络”“侵删”“如有侵权请联系删除”“整理自网络”一类套话。

## 为什么
这些话不产生任何授权效力，反而说明发布者知道没有授权。法定赔偿最高五百万元。

## 依据
著作权法第十条、第二十四条、第五十四条；互联网用户公众账号信息服务管理规定第十七条。

## 反例
“图片来自网络，侵删。”

## 正例
“摄影：张三，经授权使用。”

## 怎么改
取得授权，写明作者和来源，在 rights.yaml 里记录凭证；拿不到授权就换图。

## 例外
讲解版权、提醒别这样写的文章，引文里的例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::empty_phrase(term), context, document, findings);
}
