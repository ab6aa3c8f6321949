//! `ad.state-symbol`: words of the pack `terms/ad-state-symbol.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.state-symbol",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "商业内容使用国旗、国徽、国歌、英烈或人民币图样",
    en: "State symbols in commercial content",
    basis: &["AD-9.1", "FLAG-20", "EMBLEM-13", "ANTHEM-8", "HERO-22", "PBC-19", "RMB-26"],
    documentation: "\
## 查什么
广告里的国旗、国徽、国歌、军旗、军徽、党徽、英雄烈士和人民币图样：正文的说法，图片的文件名、替代文字，以及图片记录的标签 flag、emblem、rmb。

## 为什么
这些标志不得用于商标和商业广告。广告法起罚二十万元，人民币图样另罚五万元以下，国旗、国徽、英烈各有专门法律追究。

## 依据
广告法第九条第一项；国旗法第二十条；国徽法第十三条；国歌法第八条；英雄烈士保护法第二十二条；中国人民银行法第十九条；人民币管理条例第二十六条。

## 反例
“五星红旗款 T 恤，国庆特价”，配图 guoqi.jpg。

## 正例
“国庆放假七天，门店照常营业”，配图只有产品。

## 怎么改
换掉图片和说法；祝福节日和推销商品分成两篇。

## 例外
没有购买入口的节日祝福、升旗报道、讲解法律的文章不是广告，不报；“漫威英雄同款”不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::state_symbol(term), context, document, findings);
    if !document.verdict.ad {
        return;
    }
    for record in shown::records(document).filter(|record| TAGS.iter().any(|tag| record.shows(tag))) {
        let message = text::symbol_picture(&record.file);
        findings.push(META.finding(record.place.clone(), message).help(text::symbol_help()));
    }
    for picture in document.pictures() {
        let words = [picture.alt, picture.file].map(fold);
        if !NAMES.iter().any(|name| words.iter().any(|text| text.contains(name))) {
            continue;
        }
        let Some(place) = document.reference_place(picture.reference) else { continue };
        let mut finding = META.finding(place, text::symbol_named(picture.file)).help(text::symbol_help());
        finding.severity = Severity::Warning;
        findings.push(finding);
    }
}

/// What the records of pictures say of state symbols.
const TAGS: &[&str] = &["flag", "emblem", "rmb"];

/// What names and alternative texts of pictures say of them, folded.
const NAMES: &[&str] = &[
    "国旗",
    "国徽",
    "五星红旗",
    "军旗",
    "军徽",
    "党旗",
    "党徽",
    "人民币",
    "百元大钞",
    "guoqi",
    "guohui",
    "renminbi",
    "national-flag",
    "national_flag",
    "national-emblem",
    "national_emblem",
    "wuxinghongqi",
];
