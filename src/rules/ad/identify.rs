//! `ad.identify`: an advertisement says that it is one, where it is seen before reading.

use crate::base::message::{ad as ad_text, rules as text, truth};
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Article;
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.identify",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告没有标明“广告”",
    en: "Advertisement without its label",
    basis: &["AD-14", "IAD-9", "ID-GUIDE"],
    documentation: "\
## 查什么
判定为广告的文章，标题、摘要或正文开头（第一段，约 120 字内）有没有“广告”二字。“推广”“合作”“赞助”“恰饭”不能代替，“广告公司”“非广告”里的两个字也不算。广告里写“本文非广告”“没收钱”的，那句话本身就是错误。

## 为什么
读者要在阅读之前就知道这是广告。知识介绍、体验分享、测评附带购买链接的，同样要标明。

## 依据
广告法第十四条、第五十九条；互联网广告管理办法第九条；《互联网广告可识别性执法指南》（2024-08-22）。

## 反例
front matter 写了 sponsor，正文末尾放了店铺链接，开头没有“广告”。

## 正例
第一段单独一行写“**广告**”，或标题前写“【广告】”。

## 怎么改
在标题、摘要或正文第一段写明“广告”。如果不是广告，就去掉购买入口，或在 front matter 写 kind: notice。

## 例外
kind: notice 的通知不查。没有写 kind: ad、只凭两处较弱迹象推断的，降为警告。
",
};

/// Characters of the body that count as the first screen.
const FIRST_SCREEN: usize = 120;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    if document.verdict.denied {
        denied(article, document, findings);
        return;
    }
    if !document.verdict.ad {
        return;
    }
    denials(document, findings);
    if document.scan().cue("label").iter().any(|cue| is_early(document, cue) && is_label(document, cue)) {
        return;
    }
    let declared = document.verdict.declared;
    let message = if declared { text::no_label() } else { text::no_label_inferred() };
    let mut finding = META.finding(article.front.title.place.clone(), message).help(text::label_help());
    if !declared && is_weak(article, document) {
        finding.severity = Severity::Warning;
    }
    for sign in &document.verdict.signs {
        finding = finding.label(sign.place.clone(), sign.message.clone());
    }
    if let Some((place, word)) = soft_label(document) {
        finding = finding.label(place, text::soft_label(word));
    }
    findings.push(finding);
}

/// The front matter says that it is none, and what would decide without it says otherwise: a person has to look.
fn denied(article: &Article, document: &Document<'_>, findings: &mut Findings) {
    let place = article.front.kind_at.as_ref().unwrap_or(&article.front.title.place);
    let mut finding = META.finding(place.clone(), ad_text::denied()).help(ad_text::denied_help());
    finding.severity = Severity::Warning;
    for sign in &document.verdict.signs {
        finding = finding.label(sign.place.clone(), sign.message.clone());
    }
    findings.push(finding);
}

/// What stands before the word when it says the opposite, and behind it when it is part of another word.
const DENIED: &[&str] =
    &["非", "无", "不是", "没有", "不含", "绝非", "并非", "拒绝", "免", "去", "不打", "硬", "软"];
const LONGER: &[&str] = &[
    "法", "公司", "语", "词", "位", "费", "商", "学", "人", "片", "牌", "业", "主", "干扰", "圈", "系", "部",
];

/// Whether the word 广告 labels the text: 「本文非广告」 and 「广告公司」 do not.
fn is_label(document: &Document<'_>, cue: &std::ops::Range<usize>) -> bool {
    let text = document.folded();
    let before = text.get(..cue.start).unwrap_or_default();
    let behind = text.get(cue.end..).unwrap_or_default();
    !DENIED.iter().any(|word| before.ends_with(word)) && !LONGER.iter().any(|word| behind.starts_with(word))
}

/// Phrases that deny that an advertisement is one.
const DENIALS: &[&str] = &[
    "非广告",
    "不是广告",
    "绝非广告",
    "并非广告",
    "无广告",
    "没有广告费",
    "没收广告费",
    "没收钱",
    "无利益相关",
    "纯自用分享",
    "纯分享",
    "真心安利",
];

/// Says so where an advertisement denies being one.
fn denials(document: &Document<'_>, findings: &mut Findings) {
    for phrase in DENIALS {
        let Some(at) = document.folded().find(phrase) else { continue };
        let range = at..at + phrase.len();
        let Some(place) = document.place(range.clone()) else { continue };
        let message = truth::denied_ad(document.shown(range));
        findings.push(META.finding(place, message).help(truth::denied_ad_help()));
    }
}

/// Whether only signs of middle weight speak for an advertisement.
fn is_weak(article: &Article, document: &Document<'_>) -> bool {
    let front = &article.front;
    let strong = front.sponsor.is_some() || front.brand.is_some() || front.paid || front.affiliate;
    !strong && !document.verdict.signs.iter().any(|sign| sign.strong)
}

/// Whether readers see these folded bytes before they read: in title or summary, or at the beginning of the body.
fn is_early(document: &Document<'_>, range: &std::ops::Range<usize>) -> bool {
    let Some(block) = document.block(range.clone()) else { return false };
    if matches!(block.zone, Zone::Title | Zone::Summary) {
        return true;
    }
    let body = |zone| !matches!(zone, Zone::Title | Zone::Summary | Zone::Front);
    let Some(first) = document.plain.blocks.iter().find(|block| body(block.zone)) else { return false };
    let before = document.plain.text().get(first.range.start..block.range.start);
    let in_first = block.range == first.range;
    body(block.zone) && (in_first || before.is_some_and(|text| text.chars().count() < FIRST_SCREEN))
}

fn soft_label<'d>(document: &'d Document<'_>) -> Option<(Place, &'d str)> {
    let cue = document.scan().cue("soft-label").iter().find(|cue| is_early(document, cue))?;
    Some((document.place(cue.clone())?, document.shown(cue.clone())))
}
