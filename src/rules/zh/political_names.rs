//! `zh.political-names`: names of political weight.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose::names;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.political-names",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "政治性名称",
    en: "Names of political weight",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
站点自己的名单 `policy/lists/political-names.yaml`（或 kind: political-names 的名单）里列为错写的名称：职务与排序、会议与文件、港澳台、民族宗教、外国机构的称谓等。

## 为什么
这类名称写错会被认定为政治性差错，轻则删文，重则约谈。

## 依据
站点采用的最新权威文件；名单里写明查对日期（updated）。程序不附带任何名单。

## 反例
名单里写着 wrong 的说法出现在正文里。

## 正例
照名单写。

## 怎么改
照名单改，check --fix 可以代劳；拿不准交给负责审读的人。

## 例外
没有名单就不查；引用块里的只报告，不代改。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    names::report(&META, true, context, document, findings);
}
