//! `own.term`: the site's own words, from `policy/rules/*.yaml`.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, OWN_TERMS, Rule};
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: OWN_TERMS,
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "本站词表",
    en: "The site's own terms",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
policy/rules/*.yaml 里 rule: own.term 的词和正则。

## 为什么
人名、机构名、竞品名、禁用词、统一写法，只有本站自己知道。

## 依据
本站约定；词条可以各写各的依据。

## 反例
词表写了“小编”，正文出现“小编”。

## 正例
“编辑部整理了三件小事。”

## 怎么改
照词条的 suggest。

## 例外
词条的 allow 和 allow_block；引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let verdict = |severity| Verdict { severity, message: text::own_term(shown, &*term.category) };
        word::level(document, hit, term).map(verdict)
    });
}
