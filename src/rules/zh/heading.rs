//! `zh.heading`: marks at the end of headings.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.heading",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "标题末尾的标点",
    en: "Marks at the end of headings",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
文章标题和小标题末尾的句号、逗号、分号、冒号、顿号。级别跳跃、与文章标题重复的小标题由 md.heading 查，同一处不报两次。

## 为什么
标题是名目，不是句子；末尾的标点占地方，在列表和分享卡片里像没写完。

## 依据
本站约定。

## 反例
标题写成 `## 报名方法：`

## 正例
标题写成 `## 报名方法`

## 怎么改
删去末尾的标点，check --fix 可以代劳。

## 例外
问号、叹号、省略号、引号、括号可以留；以缩写结尾的西文标题不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
