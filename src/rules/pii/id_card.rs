//! `pii.id-card`: resident identity numbers (GB 11643).

use crate::base::message::rules as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::number;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.id-card",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "居民身份证号",
    en: "Resident identity numbers",
    basis: &["PII-25", "CIVIL-1034", "NETDATA-21"],
    documentation: "\
## 查什么
18 位居民身份证号：省份代码、出生日期、校验码都对的才报。全角数字、中文数字、6-8-4 分组、夹着零宽字符的都认得。

## 为什么
公开他人的身份信息要单独同意；一旦群发就收不回来。

## 依据
个人信息保护法第二十五条、第二十八条、第六十六条；民法典第一千零三十四条。

## 反例
中奖名单里写出完整的身份证号。

## 正例
只写昵称和手机尾号四位。

## 怎么改
删去，或只留头三位和末两位。已经推送到仓库的，要连历史一起清除，并按泄露处理。

## 例外
讲解编码规则要用国家标准里的示例号时，用忽略说明写明理由。代码块里的不查。所有输出里号码都打码。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let folded = document.folded();
    for found in number::id_cards(folded, document.digits()) {
        let Some(place) = document.place(found.range) else { continue };
        let message = text::id_card(mask(&found.digits));
        findings.push(META.finding(place, message).help(text::pii_help()).masked());
    }
}
