//! `ad.health-disguise`: teaching about health beside the address of somebody who sells it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::advertisement::is_shop;
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::stance::Stance;
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.health-disguise",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "以健康、养生文章变相发布医药广告",
    en: "Health articles that advertise",
    basis: &["AD-19", "IAD-8"],
    documentation: "\
## 查什么
不标广告的健康、养生类文章（标题、小标题、标签里有“养生”“健康科普”“高血压”等词），同一页出现医疗、药品、器械、保健食品经营者的电话、地址、二维码、预约或店铺链接。

## 为什么
读者以为在看科普，其实在被卖药。互联网不得以介绍健康、养生知识等形式变相发布医药广告，同一页面或同时出现经营者地址、联系方式、购物链接的，就是违法；罚十万元以下。

## 依据
广告法第十九条、第五十九条；互联网广告管理办法第八条。

## 反例
标题“秋冬养生：高血压怎么办”，文末写“某某中医馆 预约电话 010-12345678，扫码加微信”。

## 正例
科普一篇，不放任何商家联系方式；就诊指南另发一篇，只写科室和地址，不讲疾病。

## 怎么改
把联系方式和链接移走；确实要推广的，按医药广告先审查，写 kind: ad 和 ad_review_no。

## 例外
医院自己的就诊指南、门诊安排，不讲疾病知识的不算；“到正规医院咨询医生”不是联系方式；已标 kind: ad 的由其他规则检查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front() else { return };
    if document.verdict.declared
        || document.scan().cue("health-topic").is_empty()
        || !is_about_health(document)
    {
        return;
    }
    let declared = front.industry.iter().find(|industry| PARTIES.contains(&industry.value.as_str()));
    let mut last = 0;
    let parties = document.scan().cue("medical-party");
    let contacts = document.scan().cue("contact-way");
    for contact in contacts {
        let sentence = document.sentence(contact.clone());
        if sentence.start < last {
            continue;
        }
        let words = document.folded().get(sentence.clone()).unwrap_or_default();
        let named = declared.is_some() || is_near(parties, &sentence);
        if !named || !CONTACT.as_ref().is_some_and(|contact| contact.is_match(words)) {
            continue;
        }
        if document.stance(contact) != Stance::Claimed {
            continue;
        }
        last = sentence.end;
        let Some(place) = document.place(contact.clone()) else { continue };
        let mut finding = META.finding(place, text::health_contact(document.shown(contact.clone())));
        if declared.is_none() {
            finding.severity = Severity::Warning;
        }
        findings.push(finding.help(text::health_contact_help()));
    }
    let Some(industry) = declared else { return };
    for link in document.links().filter(|link| is_shop(&link.target)) {
        let Some(place) = document.reference_place(link) else { continue };
        let message = text::health_shop(&**industry);
        findings.push(META.finding(place, message).help(text::health_contact_help()));
    }
}

/// Whether a party is named in the sentence or right before it.
fn is_near(parties: &[Range<usize>], sentence: &Range<usize>) -> bool {
    let from = sentence.start.saturating_sub(BEFORE);
    let first = parties.partition_point(|party| party.start < from);
    parties.get(first).is_some_and(|party| party.start < sentence.end)
}

/// Bytes before a sentence in which the name of a party counts: about twenty characters.
const BEFORE: usize = 60;

/// Whether title, headings or tags say that the article teaches about health.
fn is_about_health(document: &Document<'_>) -> bool {
    document.scan().cue("health-topic").iter().any(|cue| {
        let zone = document.block(cue.clone()).map(|block| block.zone);
        matches!(zone, Some(Zone::Title | Zone::Summary | Zone::Front | Zone::Heading(_)))
    })
}

/// Industries whose parties may not stand beside teaching about health.
const PARTIES: &[&str] = &["medical", "drug", "device", "health-food", "special-food"];

/// A way to reach somebody, and not only the advice to see a physician.
static CONTACT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"(?:电话|热线|手机|座机|tel|微信|微信号)[:： ]{0,3}[a-z_]*[0-9][0-9a-z_\- ]{5,}";
    let place = r"(?:地址|门店|院址)[:：]";
    let deed = r"扫码|扫描.{0,4}二维码|长按.{0,6}二维码|加微信|加.{0,2}v信|点击.{0,4}(?:预约|购买|下单|链接)|立即预约|在线预约|在线购买|预约挂号|免费预约|下单|到店";
    Regex::new(&format!("{number}|{place}|{deed}")).ok()
});
