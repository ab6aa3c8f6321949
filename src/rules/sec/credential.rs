//! `sec.credential`: secrets in files: AppSecret, access tokens, webhook keys, private keys.
//!
//! Looks at the whole file, code and front matter included: that is where secrets are pasted.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::{Message, rules as text};
use crate::finding::mask::mask;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.credential",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "密钥写进了文件",
    en: "Secrets in files",
    basis: &["WX-SECRET", "CYBER-43"],
    documentation: "\
## 查什么
整个文件（包括代码块和 front matter）里的 AppSecret（secret 旁边的 32 位十六进制）、access_token、企业微信机器人地址里的 key、私钥文件头。

## 为什么
拿到 AppSecret 就能以账号的名义群发。仓库的历史里删不干净。

## 依据
微信公众平台接口文档关于 AppSecret 保管的要求；网络安全法。

## 反例
secret: 后面直接写 32 位十六进制字符

## 正例
secret: {env: WX_SECRET}

## 怎么改
马上到后台重置，再从仓库历史里清除；以后只放环境变量或站点之外的文件。

## 例外
全零、重复字符、xxxx 一类占位的不报。所有输出里都打码。
",
};

/// The sentence about a secret, which it may show masked.
type Sentence = fn(&str) -> Message;

/// A kind of secret.
struct Secret {
    /// Its first capture group is the secret.
    pattern: Regex,
    message: Sentence,
}

static SECRETS: LazyLock<Vec<Secret>> = LazyLock::new(|| {
    let list: [(&str, Sentence); 4] = [
        (r#"(?i)secret["'\s:=：]{1,8}([0-9a-f]{32})\b"#, |shown| text::secret_app(shown)),
        (r#"(?i)access_token["'\s:=：]{1,8}([0-9A-Za-z_\-]{60,600})"#, |shown| text::secret_token(shown)),
        (r"qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=([0-9a-fA-F\-]{36})", |shown| {
            text::secret_webhook(shown)
        }),
        (r"(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)", |_| text::secret_key()),
    ];
    let compile = |(pattern, message)| Regex::new(pattern).ok().map(|pattern| Secret { pattern, message });
    list.into_iter().filter_map(compile).collect()
});

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let file = document.file();
    for secret in SECRETS.iter() {
        for found in secret.pattern.captures_iter(file.text()) {
            let Some(value) = found.get(1).filter(|value| !is_sample(value.as_str())) else { continue };
            let message = (secret.message)(&mask(value.as_str()));
            let place = Place::new(file, value.range());
            findings.push(META.finding(place, message).help(text::secret_help()).masked());
        }
    }
}

/// Whether a value is a placeholder: a handful of different characters cannot be a secret.
fn is_sample(value: &str) -> bool {
    if value.starts_with("-----") {
        return false;
    }
    let mut seen: Vec<char> = value.chars().collect();
    seen.sort_unstable();
    seen.dedup();
    let counting = value.to_ascii_lowercase().starts_with("0123456789abcdef");
    seen.len() < 8 || counting
}
