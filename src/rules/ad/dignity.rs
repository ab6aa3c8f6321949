//! `ad.dignity`: words of the pack `terms/ad-dignity.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.dignity",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "损害国家尊严、妨碍公共秩序或违背良好风尚",
    en: "Dignity, public order, good morals",
    basis: &["AD-9.4", "AD-9.5", "AD-9.7"],
    documentation: "\
## 查什么
广告里有损国家尊严、妨碍社会公共秩序、违背社会良好风尚的说法。自带的词很少，主要查本站在 policy/rules 里写的 rule: ad.dignity 词表。

## 为什么
这几项最容易引发舆情，起罚二十万元；哪些话算越线，要编辑部自己定。

## 依据
广告法第九条第四项、第五项、第七项、第五十七条。

## 反例
“没钱别进来，撩妹神器到货。”

## 正例
“新店开张，欢迎带朋友来坐坐。”

## 怎么改
改掉冒犯人的说法；拿不准的请审稿人决定，把结论写进 sensitive_ok。

## 例外
批评这类现象的文章、否定和反对的句子不算；不是广告的不报。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::dignity(term), context, document, findings);
}
