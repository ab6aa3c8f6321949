//! `pii.qr`: codes that lead to a person: a friend, a private purse.

use crate::base::message::{Message, pii as text};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.qr",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "个人二维码",
    en: "Codes that lead to a person",
    basis: &["CIVIL-1034", "PII-25"],
    documentation: "\
## 查什么
图片里的二维码（解码后）、图片记录（rights.yaml）里的 qr_target、正文里的链接，有没有指向个人微信（u.wechat.com）或个人收款码（wxp://、个人支付宝收款）。收款码是错误，加好友的是警告。

## 为什么
二维码等于把个人微信号、收款账户公开；读者付到私人账户，退款和发票都无从谈起，也容易被人换码行骗。

## 依据
民法典第一千零三十四条；个人信息保护法第二十五条；条码支付业务规范（个人收款码不得用于远程非面对面收款）。

## 反例
- {file: me.png, author: 编辑部, own: true, tags: [qrcode], qr_target: 'https://u.wechat.com/…'}

## 正例
- {file: kefu.png, author: 编辑部, own: true, tags: [qrcode], qr_target: 'https://work.weixin.qq.com/kfid/…'}

## 怎么改
换成公众号二维码、企业微信客服码或商户收款码，并更新 qr_target。

## 例外
群码、公众号码、小程序码、企业微信码不报。文件名、说明和上下文都没说是二维码的图不解码。
",
};

/// Whom a code leads to.
fn leads_to(target: &str) -> Option<(Severity, Message)> {
    const FRIENDS: [&str; 3] = ["u.wechat.com/", "weixin://contacts/profile/", "wechat.com/add/"];
    const PURSES: [&str; 4] =
        ["wxp://", "qr.alipay.com/fkx", "qr.alipay.com/tsx", "payapp.weixin.qq.com/qr/"];
    let target = target.trim().to_ascii_lowercase();
    let bare = target.split_once("://").map_or(target.as_str(), |(scheme, rest)| {
        if matches!(scheme, "http" | "https") { rest } else { target.as_str() }
    });
    let begins = |heads: &[&str]| heads.iter().any(|head| bare.starts_with(head));
    if begins(&PURSES) {
        Some((Severity::Error, text::qr_payment()))
    } else if begins(&FRIENDS) {
        Some((Severity::Warning, text::qr_personal()))
    } else {
        None
    }
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let mut recorded: Vec<&str> = Vec::new();
    for record in shown::records(document) {
        let Some(target) = &record.details.qr_target else { continue };
        recorded.push(target.value.trim());
        findings.extend(report(target, target.place.clone()));
    }
    for code in document.codes(context).iter().filter(|code| !recorded.contains(&code.content.trim())) {
        let place = Place::new(document.file(), code.source.clone());
        findings.extend(report(&code.content, place));
    }
    for link in document.links() {
        let Some(place) = document.reference_place(link) else { continue };
        findings.extend(report(&link.target, place));
    }
}

fn report(target: &str, place: Place) -> Option<Finding> {
    let (severity, message) = leads_to(target)?;
    let mut finding = META.finding(place, message).help(text::qr_help());
    finding.severity = severity;
    Some(finding.masked())
}
