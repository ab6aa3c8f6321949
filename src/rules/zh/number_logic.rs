//! `zh.number.logic`: what numbers cannot say.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.number.logic",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "数字的说法",
    en: "What numbers cannot say",
    basis: &["GB15835", "HOUSE"],
    documentation: "\
## 查什么
“减少了 3 倍”；“约……左右”“近……多”“至少……以上”“最多……以下”这样前后重复的约数和界限。

## 为什么
减少一倍就是零，“减少 3 倍”没有意义；在广告里，含混的数字还会被认为引人误解。

## 依据
《出版物上数字用法》（GB/T 15835—2011，2011-11-01 起实施，推荐性标准）；本站约定。

## 反例
成本降低了 2 倍，大约 300 人左右参加，至少 18 岁以上。

## 正例
成本降到原来的三分之一，大约 300 人参加，至少 18 岁。

## 怎么改
减少用百分比，或“降到原来的几分之几”；约数、界限的词前后留一个。

## 例外
“增加了 2 倍”“降到 0.5 倍以下”“附近 100 多米”不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
