//! `wx.qrcode`: QR codes lead to registered targets.

use crate::base::message::truth as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::advertisement::{host, is_under};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::project::Link;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.qrcode",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "二维码的去向没有登记",
    en: "QR codes with unregistered targets",
    basis: &["WX-OPS", "WX-LINK-1.2"],
    documentation: "\
## 查什么
图片文件名、替代文字或图片旁边的话说它是二维码的，解码后看去向：个人微信、收款码，没有登记在 policy/links.yaml 的地址，登记已经到期的群码。

## 为什么
二维码换了内容，文章看不出来：群码七天过期，活码随时能指到别处。指向个人号、收款码或陌生网站的，平台按诱导和欺诈处理。

## 依据
微信公众平台运营规范；微信外部链接内容管理规范 1.2（2019-10-28 升级版）。

## 反例
文章里放了群二维码，policy/links.yaml 里没有登记，一周后读者扫不进去。

## 正例
policy/links.yaml：allow: [{target: \"https://weixin.qq.com/g/AbCd\", kind: group, expires: 2026-12-08}]

## 怎么改
登记去向和有效期；个人号换成公众号、企业微信或小程序码。

## 例外
公众号和小程序的官方码不用登记；看不清、解不出来的图片不报；没有被叫作二维码的图片不解码。
",
};

/// Codes of persons and payments.
const PRIVATE: &[&str] = &["u.wechat.com", "wxp://", "weixin.qq.com/f/", "qr.alipay.com", "wx.tenpay.com"];
/// Codes that the platform gives to official accounts and mini-programs.
const OFFICIAL: &[&str] =
    &["weixin.qq.com/r/", "mp.weixin.qq.com", "work.weixin.qq.com", "channels.weixin.qq.com"];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for code in document.codes(context) {
        let place = Place::new(&article.file, code.source.clone());
        findings.extend(examine(context, document, &code.content, place));
    }
}

fn examine(context: &Context<'_>, document: &Document<'_>, content: &str, place: Place) -> Option<Finding> {
    let address = content.trim().to_lowercase();
    if let Some(link) = registered(context, &address) {
        let last = link.expires.as_ref()?.value;
        let over = document.day.is_some_and(|day| day > last);
        return over.then(|| META.finding(place, text::code_over(content, last)).help(text::code_help()));
    }
    if PRIVATE.iter().any(|private| address.contains(private)) {
        return Some(META.finding(place, text::private_code(content)).help(text::private_code_help()));
    }
    if OFFICIAL.iter().any(|official| address.contains(official)) {
        return None;
    }
    Some(META.finding(place, text::unknown_code(content)).help(text::code_help()))
}

/// The entry of `policy/links.yaml` that the address falls under: a host, or the beginning of an address.
fn registered<'c>(context: &Context<'c>, address: &str) -> Option<&'c Link> {
    let links = context.site.project.links.iter().flatten();
    let of_host = |target: &str| host(address).is_some_and(|host| is_under(&host, target));
    links.map(|link| &link.value).find(|link| {
        let target = link.target.value.trim().to_lowercase();
        !target.is_empty() && (address.starts_with(&target) || of_host(&target))
    })
}
