//! `zh.name`: names of the lists.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose::names;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.name",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "名单里的名字",
    en: "Names of the lists",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
`policy/lists/` 里各份名单（人名、机构、产品）的写法：`wrong` 列出的错写；写了 `full` 的名字，第一次提到时是不是全称。

## 为什么
把人名、职务、机构名写错是读者最不原谅的错，更正要走一遍流程。

## 依据
本站约定，名单由站点自己维护。

## 反例
名单里写着 wrong: [签发阁]，正文写成“签发阁”。

## 正例
正文照名单写“签发台”。

## 怎么改
照名单改，check --fix 可以代劳；名单本身过时了就先改名单。

## 例外
没有名单就不查；引用块里的只报告，不代改。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    names::report(&META, false, context, document, findings);
}
