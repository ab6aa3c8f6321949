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
忽略说明和例外自己有没有问题：写没写理由，规则名对不对，过没过期，管着的那一处到底有没有这个问题，区域有没有首尾。
三种写法都查：正文里的 <!-- qianfa-ignore --> 和成对的 -begin、-end，YAML 里的 # qianfa-ignore，front matter 的 sensitive_ok。

## 为什么
忽略是有人负责的决定。没有理由就没人负责，过期的没有再评审，多余的会掩盖以后的问题。

## 依据
互联网用户公众账号信息服务管理规定第十六条要求有审核机制；本站约定。

## 反例
<!-- qianfa-ignore ad.absolute -->

## 正例
<!-- qianfa-ignore ad.absolute, ad.citation until=2026-12-31: 引用法条原文 -->

## 怎么改
补上理由；期限到了就改好那一处，或重新评审再延长；不需要了就删去。
警告和提示有理由就不再列出；错误降为警告，并写明谁答复了什么。要让错误不再拦着，用 sensitive_ok 申请例外，由签发人签字认可。

## 例外
没有。site. 开头的规则不能忽略。
",
};
