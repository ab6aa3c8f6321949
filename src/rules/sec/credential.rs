//! `sec.credential`: secrets in files: AppSecret, access tokens, webhook keys, private keys.
//!
//! Looks at the whole file, code and front matter included: that is where secrets are pasted.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::base::bytes;
use crate::base::message::{Message, rules as say};
use crate::finding::mask::mask;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::pattern::Pattern;
use crate::rules::sentence;

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
整个文件（包括代码块和 front matter）里的 AppSecret（secret、密钥旁边的 32 位十六进制）、EncodingAESKey、access_token、refresh_token、Bearer 令牌；
企业微信、钉钉、飞书机器人地址里的 key；云平台、代码平台、模型服务的访问密钥（AKIA、AKID、LTAI、ghp_、sk- 等开头）；网址里的账号密码；私钥文件头。
写在“密码”“password”后面、像真密码的，给警告。

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
全零、重复字符、xxxx、your-secret 一类占位的不报；从环境变量读取的不报；现场 Wi-Fi 的密码不报。所有输出里都打码。
",
};

/// The sentence about a secret, which it may show masked.
type Sentence = fn(&str) -> Message;

/// A kind of secret.
struct Secret {
    /// Anchored where its mark begins; the first capture group is the secret.
    pattern: Pattern,
    /// No letter or digit may stand right before it.
    begins: bool,
    severity: Severity,
    message: Sentence,
}

/// The secrets, and the marks by which one search of the file finds where they may stand.
struct Secrets {
    marks: AhoCorasick,
    /// By mark.
    kinds: Vec<Secret>,
}

impl Secrets {
    /// Where marks of secrets stand in a text, and which, in the order of their ends. All but three of the marks
    /// are ASCII, and most of a text is not.
    fn places<'s>(&'s self, text: &str) -> Vec<(Range<usize>, &'s Secret)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        let mut begin = 0;
        while let Some(run) = ascii_run(text.as_bytes(), begin, self.marks.min_pattern_len()) {
            begin = run.end;
            let words = text.get(run.clone()).unwrap_or_default();
            let marks = self.marks.find_overlapping_iter(words);
            found.extend(
                marks.map(|mark| {
                    (run.start + mark.end(), run.start + mark.start(), mark.pattern().as_usize())
                }),
            );
        }
        for (index, (mark, ..)) in KINDS.iter().enumerate().filter(|(_, kind)| !kind.0.is_ascii()) {
            let places = memchr::memmem::find_iter(text.as_bytes(), mark);
            found.extend(places.map(|at| (at + mark.len(), at, index)));
        }
        found.sort_unstable();
        found.into_iter().filter_map(|(end, start, kind)| Some((start..end, self.kinds.get(kind)?))).collect()
    }
}

/// The next run of at least `shortest` ASCII characters from the byte `begin` on.
fn ascii_run(text: &[u8], mut begin: usize, shortest: usize) -> Option<Range<usize>> {
    loop {
        begin += bytes::without_ascii(text.get(begin..)?);
        let start = begin + text.get(begin..)?.iter().position(u8::is_ascii)?;
        let length = text.get(start..)?.iter().position(|byte| !byte.is_ascii());
        let end = length.map_or(text.len(), |length| start + length);
        if end - start >= shortest {
            return Some(start..end);
        }
        begin = end;
    }
}

/// Bytes behind a mark that may belong to a secret.
const LONGEST: usize = 900;

/// The marks, lower case; their patterns; whether a token begins there; what is said.
const KINDS: &[(&str, &str, bool, Sentence)] = &[
    (
        "secret",
        r#"secret(?:[_\- ]?(?:key|id|access[_\-]?key))?["'`)）\s:=：是为]{1,8}([0-9a-f]{32}\b|[0-9a-z_\-+/]{40,64}={0,2})"#,
        false,
        secret,
    ),
    ("密钥", r#"密钥[^\n0-9a-z]{0,12}([0-9a-f]{32}\b|[0-9a-z_\-+/]{24,64}={0,2})"#, false, secret),
    (
        "access_token",
        r#"access_token["'`)）\s:=：,，是为填这个换成改直接用串现在]{1,16}([0-9a-z_\-]{24,600})"#,
        false,
        token,
    ),
    ("refresh_token", r#"refresh_token["'`\s:=：]{1,8}([0-9a-z_\-.@]{40,600})"#, false, token),
    (
        "accesstoken",
        r#"accesstoken["'`)）\s:=：,，是为填这个换成改直接用串现在]{1,16}([0-9a-z_\-]{40,600})"#,
        false,
        token,
    ),
    (
        "access token",
        r#"access token[^\n0-9a-z]{1,40}([0-9]{1,3}_[0-9a-z_\-]{16,600}|[0-9a-z_\-]{40,600})"#,
        false,
        token,
    ),
    (
        "authorization",
        r#"authorization["'`\s:=：]{1,6}(?:bearer|basic|token)\s+([0-9a-z_\-.+/=]{20,600})"#,
        false,
        token,
    ),
    ("bearer ", r"bearer\s+([0-9a-z_\-.]{32,600})", true, token),
    ("eyj", r"(eyj[0-9a-z_\-]{10,300}\.eyj[0-9a-z_\-]{10,600}\.[0-9a-z_\-]{10,600})", true, token),
    (
        "encodingaeskey",
        r#"encodingaeskey["'`)）\s:=：,，是为填这个换成改直接用串现在]{1,16}([0-9a-z]{43})\b"#,
        false,
        secret,
    ),
    ("aes_key", r#"aes_key["'`\s:=：]{1,8}([0-9a-z]{43})\b"#, false, secret),
    ("api_key", r#"api_key["'`\s:=：]{1,8}([0-9a-z_\-]{20,128})"#, false, secret),
    ("apikey", r#"apikey["'`\s:=：是为]{1,8}([0-9a-z_\-]{20,128})"#, false, secret),
    ("api key", r#"api key["'`\s:=：是为]{1,8}([0-9a-z_\-]{20,128})"#, false, secret),
    (
        "admin",
        r"admin\s?[,，/:：、]\s?([a-z]{2,16}[@#!$%&*][a-z]{0,4}[0-9]{2,}[0-9a-z]{0,16})(?:[^.0-9a-z]|$)",
        true,
        secret,
    ),
    (
        "root",
        r"root\s?[,，/:：、]\s?([a-z]{2,16}[@#!$%&*][a-z]{0,4}[0-9]{2,}[0-9a-z]{0,16})(?:[^.0-9a-z]|$)",
        true,
        secret,
    ),
    ("admin", r"admin[,，、/\s]{0,3}(?:登录)?(?:口令|密码|密)[:：是为\s]{0,4}([!-~]{8,64})", true, password),
    ("root", r"root\s?(?:口令|密码)[^\n!-~]{0,24}[:：]\s?([!-~]{8,64})", true, password),
    ("secret", r"secret[^\n0-9a-z]{0,16}wx[0-9a-f]{16}\s?[/,，、]\s?([0-9a-f]{32})\b", false, secret),
    ("token", r#"token["'`\s:=：是为]{1,6}([0-9a-f]{32})\b"#, false, token),
    ("jwt", r"jwt\s?(?:密钥|secret|key|签名)[^\n0-9a-z]{0,40}([0-9a-z_\-]{12,64})\b", true, secret),
    ("授权码", r#"授权码["'`\s:=：是为]{1,6}([a-z]{16})\b"#, false, password),
    ("apiv3", r#"apiv3[^\n0-9a-z]{0,12}([0-9a-z]{32})\b"#, false, secret),
    (
        "qyapi.weixin.qq.com",
        r"qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=([0-9a-f\-]{36})",
        false,
        webhook,
    ),
    ("oapi.dingtalk.com", r"oapi\.dingtalk\.com/robot/send\?access_token=([0-9a-f]{64})", false, webhook),
    ("open.feishu.cn", r"open\.feishu\.cn/open-apis/bot/v2/hook/([0-9a-f\-]{36})", false, webhook),
    (
        "hooks.slack.com",
        r"hooks\.slack\.com/services/(t[0-9a-z]{6,12}/b[0-9a-z]{6,12}/[0-9a-z]{20,30})",
        false,
        webhook,
    ),
    (
        "accesskey",
        r#"accesskey[ _\-]?(?:secret|id)?["'`\s:=：是为]{1,8}([0-9a-z_\-+/]{20,64})"#,
        false,
        access,
    ),
    ("akia", r"(akia[0-9a-z]{16})\b", true, access),
    ("ltai", r"(ltai[0-9a-z]{12,26})\b", true, access),
    ("akid", r"(akid[0-9a-z]{16,36})\b", true, access),
    ("aiza", r"(aiza[0-9a-z_\-]{35})\b", true, access),
    ("ghp_", r"(ghp_[0-9a-z]{36,255})", true, access),
    ("gho_", r"(gho_[0-9a-z]{36,255})", true, access),
    ("ghs_", r"(ghs_[0-9a-z]{36,255})", true, access),
    ("github_pat_", r"(github_pat_[0-9a-z_]{40,255})", true, access),
    ("glpat-", r"(glpat-[0-9a-z_\-]{20,64})", true, access),
    ("npm_", r"(npm_[0-9a-z]{36})\b", true, access),
    ("sk-", r"(sk-[0-9a-z_\-]{24,200})", true, access),
    ("xoxb-", r"(xoxb-[0-9a-z\-]{24,200})", true, access),
    ("xoxp-", r"(xoxp-[0-9a-z\-]{24,200})", true, access),
    ("://", r#"://[^\s:/@"'<>（）]{1,64}:([^\s/@"'<>{}$（）]{6,128})@[a-z0-9]"#, false, password),
    ("password", r#"password["'`]?\s{0,3}(?:[:=：]|is)\s{0,3}["'`]?([!-~]{8,64})"#, false, password),
    ("passwd", r#"passwd["'`]?\s{0,3}[:=：]\s{0,3}["'`]?([!-~]{8,64})"#, false, password),
    ("密码", r#"密码["'`]?\s{0,3}[:=：是为]?\s{0,3}["'`“]?([!-~]{8,64})"#, false, password),
    ("-----begin", r"(-----begin [a-z0-9 ]{0,30}private key(?: block)?-----)", false, key),
];

fn secret(shown: &str) -> Message {
    say::secret_app(shown)
}

fn token(shown: &str) -> Message {
    say::secret_token(shown)
}

fn webhook(shown: &str) -> Message {
    say::secret_webhook(shown)
}

fn access(shown: &str) -> Message {
    say::secret_access(shown)
}

fn password(shown: &str) -> Message {
    say::secret_password(shown)
}

fn key(_: &str) -> Message {
    say::secret_key()
}

static SECRETS: LazyLock<Option<Secrets>> = LazyLock::new(|| {
    let marks = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        // Every file is searched, and the marks are few.
        .kind(Some(AhoCorasickKind::DFA))
        .build(KINDS.iter().map(|kind| kind.0));
    let kind = |(mark, source, begins, message): &(&str, &'static str, bool, Sentence)| {
        let open = matches!(*mark, "password" | "passwd" | "密码");
        let severity = if open { Severity::Warning } else { META.severity };
        let pattern = Pattern::folded(format!("^(?i:{source})"));
        Secret { pattern, begins: *begins, severity, message: *message }
    };
    Some(Secrets { marks: marks.ok()?, kinds: KINDS.iter().map(kind).collect() })
});

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let (Some(secrets), file) = (SECRETS.as_ref(), document.file()) else { return };
    let text = file.text();
    let mut last = 0;
    for (mark, kind) in secrets.places(text) {
        let start = mark.start;
        let end = text.floor_char_boundary((start + LONGEST).min(text.len()));
        let Some(found) = text.get(start..end).and_then(|window| kind.pattern.captures(window)) else {
            continue;
        };
        let Some(value) = found.get(1) else { continue };
        let range = start + value.start()..start + value.end();
        let joined = kind.begins && text.get(..start).is_some_and(|before| before.ends_with(is_word));
        let open = kind.severity != META.severity;
        let told = open && !is_password(text, start, value.as_str());
        if joined || told || range.start < last || is_sample(value.as_str()) {
            continue;
        }
        last = range.end;
        let message = (kind.message)(&mask(value.as_str()));
        let mut finding = META.finding(Place::new(file, range), message).help(say::secret_help());
        finding.severity = kind.severity;
        findings.push(finding.masked());
    }
    disguised(secrets, document, findings);
}

/// Secrets under names of the platform written with full-width or look-alike letters, which the file's text does not show.
fn disguised(secrets: &Secrets, document: &Document<'_>, findings: &mut Findings) {
    for sentence in sentence::with(document, "key-name") {
        for (mark, kind) in secrets.places(sentence.text) {
            let start = mark.start;
            let window = sentence.text.get(start..).unwrap_or_default();
            let Some(value) = kind.pattern.captures(window).and_then(|found| found.get(1)) else { continue };
            let value_at = start + value.start()..start + value.end();
            let (Some(name), Some(place)) =
                (document.place(sentence.at(mark)), document.place(sentence.at(value_at)))
            else {
                continue;
            };
            // What stands there in plain letters is found in the file's text.
            let is_plain =
                |place: &Place| document.file().text().get(place.range()).is_none_or(str::is_ascii);
            if (is_plain(&name) && is_plain(&place)) || is_sample(value.as_str()) {
                continue;
            }
            let message = (kind.message)(&mask(value.as_str()));
            findings.push(META.finding(place, message).help(say::secret_help()).masked());
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | '.')
}

/// Whether what follows the word is a password of a person or machine: letters and digits, no sentence, no call, no Wi-Fi.
fn is_password(text: &str, at: usize, value: &str) -> bool {
    let before = text.get(text.floor_char_boundary(at.saturating_sub(40))..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().to_ascii_lowercase();
    let public = ["wifi", "wi-fi", "无线", "wlan", "热点", "会议", "压缩包", "解压", "提取"]
        .iter()
        .any(|word| line.contains(word));
    let value = value.trim_end_matches(['.', ',', ';', '"', '\'', '`', ')']);
    let mixed =
        value.contains(|c: char| c.is_ascii_digit()) && value.contains(|c: char| c.is_ascii_alphabetic());
    !public
        && mixed
        && value.len() >= 8
        && !value.contains(['(', '{', '$', '<', '[', '/', '*', '%'])
        && !value.contains("env")
}

/// Whether a value is a placeholder: a handful of different characters cannot be a secret.
fn is_sample(value: &str) -> bool {
    if value.starts_with("-----") {
        return false;
    }
    let mut seen: Vec<char> = value.chars().collect();
    seen.sort_unstable();
    seen.dedup();
    let lower = value.to_ascii_lowercase();
    let placeholder = ["xxxx", "your", "example", "placeholder", "changeme", "****", "....", "dummy"];
    if placeholder.iter().any(|word| lower.contains(word)) {
        return true;
    }
    let counting = lower.starts_with("0123456789abcdef");
    seen.len() < 8.min(value.len() / 2 + 1) || counting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        for kind in &SECRETS.as_ref().unwrap().kinds {
            assert_eq!(kind.pattern.compile(), Ok(()), "{}", kind.pattern.source());
        }
    }
}
