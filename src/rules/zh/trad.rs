//! `zh.trad`: traditional, variant and compatibility characters.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.trad",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "繁体字、异体字、兼容字符",
    en: "Traditional, variant and compatibility characters",
    basis: &["NLL", "HOUSE"],
    documentation: "\
## 查什么
简体文章里混进的繁体字、异体字、日文汉字，以及样子像汉字的部首和兼容字符（多半是从 PDF 复制来的）。

## 为什么
读者搜不到，读屏软件念不出，字体里缺字还会显示成方块；公共场合的汉字应当规范。

## 依据
国家通用语言文字法：汉语文出版物用规范汉字，并列出可以保留繁体字、异体字的情形（2001-01-01 起）；本站约定。

## 反例
這家店的經理把⽤户放在第一位。

## 正例
这家店的经理把用户放在第一位。

## 怎么改
改成简体，check --fix 按对照表代劳。人名、书法作品、引文照原样。

## 例外
乾隆、乾坤、瞭望、魏徵、慰藉，书名号里的名字，成段的繁体或日文不查；引号、引用块里的和人名只提示，不代改。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
