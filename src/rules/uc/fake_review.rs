//! `uc.fake-review`: a list of words, see `terms/uc-fake-review.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "uc.fake-review",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "虚假评价与刷量",
    en: "Paid or invented reviews",
    basis: &["NETAUCL-9.5", "AUCL-9", "ECOM-17"],
    documentation: "\
## 查什么
以返现、红包、赠品换指定好评，刷单、刷阅读量、买粉。

## 为什么
这是虚假或引人误解的商业宣传，罚款可到一百万元，严重的到二百万元。

## 依据
反不正当竞争法第九条；网络反不正当竞争暂行规定第九条第五项；电子商务法第十七条。

## 反例
“五星好评送五元红包。”

## 正例
“欢迎留言说说真实感受，好坏都行。”

## 怎么改
去掉奖励，只请读者如实评价。

## 例外
报道或反对刷单的文章不算；引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::fake_review(term), context, document, findings);
}
