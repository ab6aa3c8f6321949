//! `ad.privacy-in-ad`: advertising shows no personal data.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::number;
use crate::rules::shown;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.privacy-in-ad",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告里泄露个人信息",
    en: "Personal data in advertising",
    basis: &["AD-9.6"],
    documentation: "\
## 查什么
广告里和顾客、学员、患者连在一起的手机号、身份证号；标了 screenshot 而没有写 masked: true 的图片；替代文字或说明写着“买家晒单”“聊天记录”的图片有没有打码记录。

## 为什么
晒单、聊天截图最容易带出别人的姓名、头像和电话。广告泄露个人隐私起罚二十万元，另按个人信息保护法处罚。

## 依据
广告法第九条第六项、第五十七条；个人信息保护法第六十六条。

## 反例
“学员王芳，手机 138 后面八位都在，已经拿证。”

## 正例
“学员王同学（已同意）学完了全部课时。”，截图打码后在 rights.yaml 写 masked: true。

## 怎么改
删掉号码，截图把姓名、头像、电话、地址打码，并在 rights.yaml 里写 masked: true。

## 例外
本号自己的客服电话（policy 里列出的 contacts）不算；已打码的号码（138****1234）不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad {
        return;
    }
    let folded = document.folded();
    let phones = number::phones(folded, document.digits());
    let cards = number::id_cards(folded, document.digits());
    for found in phones.into_iter().chain(cards) {
        let people = document.scan().cues_within("person-of-trade", document.sentence(found.range.clone()));
        if people.is_empty() || context.policy.is_contact(&found.digits) {
            continue;
        }
        let Some(place) = document.place(found.range) else { continue };
        findings.push(META.finding(place, text::private_number()).help(text::private_number_help()).masked());
    }
    let masked: Vec<&str> = shown::records(document)
        .filter(|record| record.details.masked.as_ref().is_some_and(|masked| masked.value))
        .map(|record| record.file.as_str())
        .collect();
    for record in shown::records(document).filter(|record| record.shows("screenshot")) {
        if !masked.contains(&record.file.as_str()) {
            let message = text::unmasked(&record.file);
            findings.push(META.finding(record.place.clone(), message).help(text::private_number_help()));
        }
    }
    for picture in document.pictures() {
        let words = fold(picture.alt);
        let shows = SHOTS.iter().any(|shot| words.contains(shot));
        if !shows || masked.iter().any(|file| file.ends_with(picture.file)) {
            continue;
        }
        let Some(place) = document.reference_place(picture.reference) else { continue };
        let mut finding = META.finding(place, text::unmasked(picture.file));
        finding.severity = Severity::Warning;
        findings.push(finding.help(text::private_number_help()));
    }
}

/// Pictures of what others wrote, by their alternative text.
const SHOTS: &[&str] = &[
    "买家晒单",
    "买家秀",
    "晒单",
    "聊天记录",
    "聊天截图",
    "订单截图",
    "好评截图",
    "转账截图",
    "成绩单截图",
    "录取截图",
    "朋友圈截图",
    "病历",
    "收款截图",
    "反馈截图",
    "快递单",
];
