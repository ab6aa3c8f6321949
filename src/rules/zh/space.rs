//! `zh.space`: spaces between Chinese and Latin.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.space",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "汉字与西文之间的空格",
    en: "Spaces between Chinese and Latin",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
汉字与字母、数字之间缺的一个空格；全角标点旁边多出的空格。

## 为什么
这是本站的写法，标准没有规定；手机上空一格更容易看清。全角标点自带间距，再加空格就散了。

## 依据
本站约定。

## 反例
用GitHub管理3篇文章， 很方便。

## 正例
用 GitHub 管理 3 篇文章，很方便。

## 怎么改
check --fix 可以代劳；加粗、链接的记号正好夹在中间时要手工改。

## 例外
2026年3月5日这样的日期，A股、B站、T恤、U盘这类词，policy/brands.yaml 里的名字，网址、代码、公式、话题标签不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
