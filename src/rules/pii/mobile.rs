//! `pii.mobile`: mobile numbers of persons.

use crate::base::message::rules as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::{number, ours};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.mobile",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "个人手机号",
    en: "Personal mobile numbers",
    basis: &["PII-25", "CIVIL-1034"],
    documentation: "\
## 查什么
11 位手机号（1[3-9] 开头），带不带 +86、3-4-4 分组、全角或中文数字都认得；前后紧挨着别的数字的不算。

## 为什么
手机号是个人信息，公开要单独同意。

## 依据
个人信息保护法第二十五条、第六十六条；民法典第一千零三十四条。

## 反例
“获奖者张三，电话 138……（完整号码）”

## 正例
“咨询电话 400-000-0000。”“获奖者尾号 5678。”

## 怎么改
改用服务热线，或只留头三位和末两位。

## 例外
policy/rules/*.yaml 的 contacts 里列出的对外电话只提示。代码块里的不查。所有输出里号码都打码。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let folded = document.folded();
    for found in number::phones(folded, document.digits()) {
        let Some(place) = document.place(found.range) else { continue };
        let shown = mask(&found.digits);
        let finding = if ours::is_phone(context, &found.digits) {
            let mut finding = META.finding(place, text::phone_contact(shown));
            finding.severity = Severity::Info;
            finding
        } else {
            META.finding(place, text::phone(shown)).help(text::phone_help())
        };
        findings.push(finding.masked());
    }
}
