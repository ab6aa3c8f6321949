//! `zh.ellipsis`: ellipses and dashes.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.ellipsis",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "省略号和破折号",
    en: "Ellipses and dashes",
    basis: &["GB15834"],
    documentation: "\
## 查什么
写成“。。。”“...”“,,,”或单个“…”的省略号，写成“--”的破折号，省略号与“等”连用，连写的两个句号。

## 为什么
省略号占两格六点，破折号占两格。写成别的样子，手机上断行时会拆开，读屏软件会念成“点点点”。

## 依据
《标点符号用法》（GB/T 15834—2011，2012-06-01 起实施，推荐性标准）第 4.11、4.13 条。

## 反例
米、面、油。。。都涨了价--涨得不多。

## 正例
米、面、油……都涨了价——涨得不多。

## 怎么改
省略号用……，破折号用——；省略号与“等”留一个。check --fix 可以代劳，两个句号连写的除外。

## 例外
代码、纯英文段落里的三个点不查；十二个点（四个…）可以表示整段省略；“……等到”里的“等”是动词，不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
