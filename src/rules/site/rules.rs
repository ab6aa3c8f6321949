//! `site.rules`: reported by the frame around the rules, see `policy.rs`.

use crate::finding::Severity;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Frame };

static META: Meta = Meta {
    id: "site.rules",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "本站的规则设置有误",
    en: "The site's rule settings",
    basis: &[],
    documentation: "\
## 查什么
policy/rules/*.yaml 里不存在的规则名、写错的级别和正则。

## 为什么
设置不起作用，却没人知道。

## 依据
本站约定。

## 反例
severity: {wx.clikbait: error}

## 正例
severity: {wx.clickbait: error}

## 怎么改
照提示改规则名、级别（error、warning、info、off）或正则。

## 例外
没有。
",
};
