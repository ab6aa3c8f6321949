//! `ad.message`: messages with advertisements go to people who agreed, with sender and a way out.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Outgoing;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "ad.message",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "未经同意的广告消息",
    en: "Advertising messages without consent",
    basis: &["AD-43", "CONSUMER-29"],
    documentation: "\
## 查什么
desk/replies.yaml 的 messages（客服消息、模板消息、群发短信）里含有广告的，有没有写明收件人怎样同意（consent）、谁发的（sender）、怎样退订（optout，或正文里的“退订”）。

## 为什么
未经同意或请求不得向人发送广告；以电子信息发送的，要明示发送者的身份和联系方式，并提供拒绝继续接收的方式。每条都可能被投诉，罚款可到三万元。

## 依据
广告法第四十三条、第六十二条；消费者权益保护法第二十九条。

## 反例
messages: [{id: sale, text: 年终大促，立即下单}]

## 正例
messages: [{id: sale, text: 签发书店｜年终八折，回复 TD 退订, ad: true, consent: 会员注册页勾选, sender: 签发书店, optout: 回复 TD}]

## 怎么改
补上三项；收件人没有同意过的，不发。

## 例外
回答读者提问的自动回复不算；没有广告内容的服务通知不算。
",
};

/// Words that sell.
static SELLS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"立即(?:购买|下单|抢购|抢|领取|预约)|下单|抢购|优惠券|折扣|\d折|[一二三四五六七八九]折|满\d+减|秒杀|促销|大促|特惠|新品上市|上新|限时|加购|购买链接|领券|¥\d|\d+元起|招生|团购|直播间").ok()
});

fn check(context: &Context<'_>, findings: &mut Findings) {
    let messages = context.site.desk.replies.iter().flat_map(|replies| &replies.messages);
    for message in messages.filter(|message| sells(message)) {
        let id = &message.id.value;
        let place = message.id.place.clone();
        let gaps = [
            (message.consent.is_none(), text::message_without_consent(id)),
            (message.optout.is_none() && !lets_out(message), text::message_without_optout(id)),
            (message.sender.is_none(), text::message_without_sender(id)),
        ];
        for (_, sentence) in gaps.into_iter().filter(|(missing, _)| *missing) {
            findings.push(META.finding(place.clone(), sentence).help(text::message_help()));
        }
    }
}

/// Whether a message advertises.
fn sells(message: &Outgoing) -> bool {
    match &message.ad {
        Some(ad) => ad.value,
        None => message
            .text
            .as_ref()
            .is_some_and(|text| SELLS.as_ref().is_some_and(|sells| sells.is_match(&fold(&text.value)))),
    }
}

/// Whether its text says how to opt out.
fn lets_out(message: &Outgoing) -> bool {
    let Some(text) = &message.text else { return false };
    let text = fold(&text.value);
    text.contains("退订") || text.contains("拒收") || text.contains("取消接收")
}
