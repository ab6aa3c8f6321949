//! `site.suppression`: reported by the frame around the rules, see `suppression.rs`.

use crate::finding::Severity;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Frame };

static META: Meta = Meta {
    id: "site.suppression",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "忽略说明有误或多余",
    en: "Ignore comments without reason or effect",
    basis: &[],
    documentation: "\
## 查什么
<!-- qianfa-ignore 规则名: 理由 --> 有没有理由、规则名对不对、下一段到底有没有这个问题；front matter 的 sensitive_ok 过没过期。

## 为什么
忽略是有人负责的决定。没有理由就没人负责，多余的会掩盖以后的问题。

## 依据
互联网用户公众账号信息服务管理规定第十六条要求有审核机制；本站约定。

## 反例
<!-- qianfa-ignore ad.absolute -->

## 正例
<!-- qianfa-ignore ad.absolute: 引用法条原文 -->

## 怎么改
补上理由；不需要了就删去。

## 例外
没有。
",
};
