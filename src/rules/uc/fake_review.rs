//! `uc.fake-review`: paid and invented reviews, see `terms/uc-fake-review.yaml`.

use crate::base::message::truth as text;
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
以返现、红包、赠品换好评、换五星、换删差评；刷单、刷量、买粉、雇水军。只请人评价不限好坏、却给奖励的，算警告。

## 为什么
这是虚假或引人误解的商业宣传，罚款可到一百万元，严重的到二百万元，并会公示。

## 依据
反不正当竞争法第九条、第二十五条；网络反不正当竞争暂行规定第九条第五项（2024-09-01 起）；电子商务法第十七条。

## 反例
“五星好评并晒图，截图给客服返五元红包。”

## 正例
“欢迎留言说说真实感受，好坏都行。”

## 怎么改
去掉奖励；或者奖励给所有购买的人，不看评价的内容。

## 例外
没有奖励的评价邀请、“广受好评”一类叙述、报道和反对刷单的文章不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::fake_review(term), context, document, findings);
}
