//! `pii.bank-card`: bank card numbers.

use crate::base::message::rules as text;
use crate::base::number::has_scheme;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::number;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.bank-card",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "银行卡号",
    en: "Bank card numbers",
    basis: &["PII-25", "CIVIL-1034"],
    documentation: "\
## 查什么
16 到 19 位、校验码（Luhn）正确的号码，并且以 62 等卡组织号段开头，或前面不远处有“卡号”“账户”“账号”“银行卡”。四位一组的写法也认得。

## 为什么
金融账户是敏感个人信息，公开要单独同意和必要性说明。

## 依据
个人信息保护法第二十八条至第三十条、第六十六条。

## 反例
“退款打到卡号 ……（完整卡号）”

## 正例
“退款原路返回，约三个工作日到账。”

## 怎么改
删去，改用平台内的付款方式。

## 例外
随机数字有十分之一能通过校验，所以没有号段也没有关键词的不报。代码块里的不查。所有输出里号码都打码。
",
};

/// Characters before a number in which a keyword counts.
const NEAR: usize = 12;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for found in number::cards(document.digits()) {
        if !has_scheme(&found.digits) && !document.has_before("account", &found.range, NEAR) {
            continue;
        }
        let Some(place) = document.place(found.range) else { continue };
        let message = text::bank_card(mask(&found.digits));
        findings.push(META.finding(place, message).help(text::pii_help()).masked());
    }
}
