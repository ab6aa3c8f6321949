//! `link.host`: addresses that pose as the platform's, or will not last.

use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::advertisement::{host, is_under};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference;
use crate::wechat::limits::SLUG;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "link.host",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "冒充或失效的公众号链接",
    en: "Links that pose as the platform or will not last",
    basis: &["WX-DRAFT", "WX-LINK-1.2"],
    documentation: "\
## 查什么
链接的主机名是不是冒充 mp.weixin.qq.com；是不是草稿的临时链接（tempkey）；/s/ 后面的编号是不是 22 个字符。

## 为什么
仿冒域名多半是钓鱼。临时链接几小时后失效，带着它保存草稿会被拒绝（45166）。

## 依据
微信外部链接内容管理规范；draft/add 的返回码。

## 反例
https://mp.weixin.qq.com.example.net/s/…

## 正例
https://mp.weixin.qq.com/s/ 加 22 个字符的编号

## 怎么改
从已发布的文章重新复制永久链接。

## 例外
旧式的 /s?__biz=… 链接不查编号。
",
};

const PLATFORM: &str = "mp.weixin.qq.com";

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    for found in references {
        findings.extend(examine(&found.target, reference::place(&article.file, found)));
    }
    if let Some(read_more) = &article.front.read_more {
        findings.extend(examine(read_more, read_more.place.clone()));
    }
}

fn examine(address: &str, place: Place) -> Option<Finding> {
    let host = host(address)?;
    if host == PLATFORM {
        if address.contains("tempkey=") {
            return Some(META.finding(place, text::temporary_link()).help(text::temporary_link_help()));
        }
        let path = address.split_once(PLATFORM).map_or("", |(_, path)| path);
        let slug = path.strip_prefix("/s/")?.split(['?', '#', '/']).next().unwrap_or("");
        let finding = || META.finding(place.clone(), text::bad_slug(slug, SLUG)).help(text::bad_slug_help());
        return (slug.chars().count() != SLUG).then(finding);
    }
    poses(&host).then(|| META.finding(place.clone(), text::lookalike(&host)).help(text::lookalike_help()))
}

/// Whether a host that is not the platform's is made to look like it.
fn poses(host: &str) -> bool {
    if is_under(host, "qq.com") || is_under(host, "weixin.com") || is_under(host, "wechat.com") {
        return false;
    }
    let skeleton: String = crate::rules::fold::fold(host)
        .replace("vv", "w")
        .chars()
        .map(|c| match c {
            '0' | 'о' | 'ο' => 'o',
            '1' | 'l' | 'і' | 'ı' => 'i',
            'а' => 'a',
            'е' => 'e',
            'р' => 'p',
            'х' => 'x',
            'м' => 'm',
            c => c,
        })
        .collect();
    let squeezed: String = skeleton.chars().filter(char::is_ascii_alphanumeric).collect();
    squeezed.contains("mpweixinqq") || skeleton.contains("weixin.qq.")
}

#[cfg(test)]
mod tests {
    use super::poses;

    #[test]
    fn disguises_are_seen_through() {
        for host in ["mp.weixin.qq.com.example.net", "mp-weixin-qq.com", "mp.weix1n.qq.co", "mp.wеixin.qq.cm"]
        {
            assert!(poses(host), "{host}");
        }
        for host in ["mp.weixin.qq.com", "channels.weixin.qq.com", "example.com", "weixin.example.com"] {
            assert!(!poses(host), "{host}");
        }
    }
}
