//! `zh.width-punct`: the width of punctuation.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.width-punct",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "标点的全角和半角",
    en: "The width of punctuation",
    basis: &["GB15834", "HOUSE"],
    documentation: "\
## 查什么
中文里的半角逗号、句号、问号、叹号、冒号、分号和括号；全角的数字、字母；时间 8：30 里的全角冒号；西文里的全角标点。一边是汉字、一边是字母或数字的，只作提示。

## 为什么
半角标点只占半格，汉字挤在一起，也与全文的标点不一致。

## 依据
《标点符号用法》（GB/T 15834—2011，2012-06-01 起实施，推荐性标准）第 5.1 条；本站约定。

## 反例
冬天到了,多喝热水(温的).

## 正例
冬天到了，多喝热水（温的）。

## 怎么改
check --fix 可以代劳；夹着转义、实体、代码的由人改。

## 例外
小数、千位、比例 1:1、时间 8:30、版本号、文件名、网址、代码、Markdown 记号不查。渲染时不会替你改标点。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
