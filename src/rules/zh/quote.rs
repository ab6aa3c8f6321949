//! `zh.quote`: quotation marks.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.quote",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "引号和书名号",
    en: "Quotation marks",
    basis: &["GB15834", "HOUSE"],
    documentation: "\
## 查什么
中文里的直引号，双引号里再用双引号，外层用了单引号，没有配对的引号和书名号，并列的引号、书名号之间的顿号；用「」的只提示一次。

## 为什么
直引号分不出开和合；嵌套用错，读者分不清话是谁说的。

## 依据
《标点符号用法》（GB/T 15834—2011，2012-06-01 起实施，推荐性标准）第 4.8、4.5.3.5 条；外层双、里层单是标准的规定，不用「」是本站约定。

## 反例
他说\"好\"。《论语》、《孟子》都读过。

## 正例
他说“好”。《论语》《孟子》都读过。

## 怎么改
外层用“ ”，里层用‘ ’，书名用《 》。成对、没有歧义的，check --fix 代劳。

## 例外
英文段落、代码、英寸的记号不查；并列项之间另有文字（如《甲》（上）、《乙》）时顿号要留。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
