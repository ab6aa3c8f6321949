//! `pii.landline`: fixed lines that may be private.

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::{number, ours};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.landline",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "固定电话",
    en: "Fixed lines",
    basis: &["CIVIL-1034"],
    documentation: "\
## 查什么
区号（010、02x、03xx 到 09xx）加 7 或 8 位的固定电话，连写、连字符、空格、括号都认得。只是提示。

## 为什么
多数座机是单位对外的，但家里的电话也是这个样子；登错号码，别人家的电话会响个不停。

## 依据
民法典第一千零三十四条：电话号码是个人信息。

## 反例
“想联系作者，打他家里的座机。”

## 正例
“咨询电话 400-000-0000。”

## 怎么改
对外的电话写进 policy/contacts.yaml，以后不再提示；家里的、个人的删去。

## 例外
policy/contacts.yaml 和 policy/rules 的 contacts 里列出的不提示；400、800、95 开头的服务号码不提示；订单号、金额、小数不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for found in number::landlines(document.folded(), document.digits()) {
        if ours::is_phone(context, &found.digits) {
            continue;
        }
        let Some(place) = document.place(found.range) else { continue };
        let message = text::landline(mask(&found.digits));
        findings.push(META.finding(place, message).help(text::landline_help()).masked());
    }
}
