//! `pii.email`: mail addresses of persons.

use std::ops::Range;

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::ours;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.email",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "个人邮箱",
    en: "Mail addresses of persons",
    basis: &["PII-25", "CIVIL-1034"],
    documentation: "\
## 查什么
本单位域名以外的邮箱地址，也认全角的＠和 [at]、(at) 的写法。本单位的域名取自 policy/contacts.yaml 里的邮箱。

## 为什么
邮箱能找到人，是个人信息，公开要本人单独同意；登出去以后垃圾邮件再也停不下来。

## 依据
个人信息保护法第二十五条、第六十六条；民法典第一千零三十四条。

## 反例
“稿件发给小编本人的 QQ 邮箱。”

## 正例
“投稿：tougao@example.com。”

## 怎么改
换成岗位邮箱（service@、tougao@、hr@ 等），或把对外的邮箱写进 policy/contacts.yaml。

## 例外
岗位邮箱、example.com 一类的示例域名、占位写法（your-name@、xxx@）、已经打码的地址、git@ 开头的仓库地址不报。代码块里的不查。
",
};

/// Names of offices.
const ROLES: &[&str] = &[
    "abuse",
    "admin",
    "bd",
    "biz",
    "business",
    "careers",
    "contact",
    "contribute",
    "copyright",
    "cs",
    "customer",
    "desk",
    "edit",
    "editor",
    "editorial",
    "events",
    "feedback",
    "finance",
    "git",
    "hello",
    "help",
    "helpdesk",
    "hezuo",
    "hi",
    "hr",
    "info",
    "jiaru",
    "job",
    "jobs",
    "join",
    "kefu",
    "legal",
    "mail",
    "market",
    "marketing",
    "media",
    "news",
    "newsletter",
    "no-reply",
    "noreply",
    "office",
    "order",
    "orders",
    "partner",
    "postmaster",
    "pr",
    "press",
    "privacy",
    "qa",
    "recruit",
    "root",
    "sales",
    "security",
    "service",
    "services",
    "shangwu",
    "shop",
    "support",
    "team",
    "tech",
    "tougao",
    "toushu",
    "tousu",
    "user",
    "webmaster",
    "welcome",
    "xiaozhao",
    "zhaopin",
    "zixun",
    "jubao",
    "dpo",
    "compliance",
    "public",
    "gongzhonghao",
    "submit",
    "bianji",
    "huiyuan",
    "vip",
    "cooperation",
];

/// What stands for a name.
const PLACEHOLDERS: &[&str] =
    &["your", "name", "xxx", "someone", "somebody", "example", "test", "foo", "bar", "me"];

/// Domains for examples, RFC 2606, and what only looks like a domain.
const NO_DOMAINS: &[&str] = &[
    "example.com",
    "example.org",
    "example.net",
    "example.cn",
    "example.edu",
    "domain.com",
    "company.com",
    "xx.com",
    "xxx.com",
    "yourcompany.com",
    "email.com",
    "mail.com",
    "test.com",
    "abc.com",
    "users.noreply.github.com",
];
const NO_ENDINGS: &[&str] = &[
    "png",
    "jpg",
    "jpeg",
    "gif",
    "webp",
    "svg",
    "css",
    "js",
    "ts",
    "html",
    "md",
    "example",
    "test",
    "invalid",
    "localhost",
    "local",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let folded = document.folded();
    let signs = folded.match_indices('@').map(|(at, sign)| at..at + sign.len());
    for sign in signs.chain(document.scan().cue("email-at").iter().cloned()) {
        let Some((range, address)) = address(folded, &sign) else { continue };
        if is_harmless(&address) || ours::is_email(context, &address) {
            continue;
        }
        let Some(place) = document.place(range.clone()) else { continue };
        let message = text::email(mask(document.shown(range)));
        findings.push(META.finding(place, message).help(text::email_help()).masked());
    }
}

/// The address round the sign, as written and as meant.
fn address(text: &str, sign: &Range<usize>) -> Option<(Range<usize>, String)> {
    let (before, behind) = (text.get(..sign.start)?, text.get(sign.end..)?);
    let spelled = text.get(sign.clone()) != Some("@");
    let (before, behind) = if spelled {
        (before.trim_end_matches(' '), behind.trim_start_matches(' '))
    } else {
        (before, behind)
    };
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let start = before.trim_end_matches(local).len();
    let end =
        behind.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(behind.len());
    let domain = behind.get(..end)?.trim_end_matches(['.', '-']);
    let name = before.get(start..)?.trim_start_matches(['.', '-', '+']);
    let (_, ending) = domain.rsplit_once('.')?;
    let good = !name.is_empty()
        && (2..=12).contains(&ending.len())
        && ending.chars().all(|c| c.is_ascii_alphabetic())
        && !domain.starts_with(['.', '-'])
        && !before.get(..start)?.ends_with(['@', '/', '*', '=', '&'])
        && !is_path(behind.get(end..)?);
    let first = before.len() - name.len();
    let last = text.len() - behind.len() + domain.len();
    good.then(|| (first..last, format!("{name}@{domain}")))
}

/// Whether what follows makes it the place of a repository: git@github.com:owner/name.
fn is_path(behind: &str) -> bool {
    let mut next = behind.chars();
    match next.next() {
        Some('/' | '@' | '*') => true,
        Some(':') => next.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

/// Whether it is an office's, an example or no address at all.
fn is_harmless(address: &str) -> bool {
    let Some((name, domain)) = address.split_once('@') else { return true };
    let first = name.split(['.', '_', '-', '+']).next().unwrap_or(name);
    let is_domain =
        |known: &str| domain == known || domain.strip_suffix(known).is_some_and(|rest| rest.ends_with('.'));
    let role = name.trim_end_matches(|c: char| c.is_ascii_digit());
    ROLES.contains(&role)
        || ROLES.contains(&first)
        || PLACEHOLDERS.contains(&first)
        || name.chars().all(|c| matches!(c, 'x' | '.' | '_'))
        || NO_DOMAINS.iter().any(|known| is_domain(known))
        || domain.rsplit('.').next().is_some_and(|ending| NO_ENDINGS.contains(&ending))
}
