//! `ad.archive`: somebody has to sign an advertisement, so that its review is on file.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.archive",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "广告没有登记、审核的要求",
    en: "Advertisements without a register",
    basis: &["AD-34", "AD-60"],
    documentation: "\
## 查什么
站点发布广告，却没有 policy/approvals.yaml：没有任何人必须签发，也就没有登记、审核和档案。

## 为什么
广告发布者要建立登记、审核、档案管理制度，没有的可以处五万元以下罚款。签发记录（谁、什么时候、签的是哪些字节）正好是这份档案。

## 依据
广告法第三十四条、第六十条。

## 反例
front matter 写了 kind: ad，仓库里没有 policy/approvals.yaml。

## 正例
policy/approvals.yaml 要求广告由编辑和法务各签一次。

## 怎么改
写一条针对广告的签发要求；签发之后，记录自动留在 git 里。

## 例外
有签发规则的站点不提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    if document.verdict.ad && !context.tree.contains("policy/approvals.yaml") {
        let place = article.front.title.place.clone();
        findings.push(META.finding(place, text::no_register()).help(text::no_register_help()));
    }
}
