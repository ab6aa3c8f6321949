//! `ad.real-estate.area`: an area in property advertising says which area it is.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.real-estate.area",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "房地产广告的面积没有写明是建筑面积还是套内建筑面积",
    en: "Area without its kind",
    basis: &["AD-26", "RE-AD"],
    documentation: "\
## 查什么
房地产广告里出现面积（89㎡、120平米）的段落，有没有写“建筑面积”或“套内建筑面积”（“建面”“套内”也算）。

## 为什么
同一套房两种面积能差两成，法律要求表明是哪一种；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第二十六条、第五十八条；房地产广告发布规定。

## 反例
“89㎡三居，总价 180 万起。”

## 正例
“建筑面积约 89㎡三居（套内建筑面积约 71㎡）。”

## 怎么改
在数字前写“建筑面积约”或“套内建筑面积约”；全文统一的，文首写“本文面积均为建筑面积”。

## 例外
绿地、公园、商业、会所等不是房屋的面积不算。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad || !trade::REAL_ESTATE.is_promoted(document) {
        return;
    }
    let Some(areas) = AREA.as_ref() else { return };
    let text = document.folded();
    if COVERED.iter().any(|all| text.contains(all)) {
        return;
    }
    let declared = trade::REAL_ESTATE.is_declared(document);
    let mut told: Option<Range<usize>> = None;
    for area in areas.find_iter(text) {
        let sentence = document.sentence(area.range());
        if told.as_ref() == Some(&sentence) {
            continue;
        }
        let words = text.get(sentence.clone()).unwrap_or_default();
        if KINDS.iter().any(|kind| words.contains(kind)) || LAND.iter().any(|land| words.contains(land)) {
            continue;
        }
        told = Some(sentence);
        let Some(place) = document.place(area.range()) else { continue };
        let mut finding = META.finding(place, text::area(document.shown(area.range())));
        if !declared {
            finding.severity = Severity::Warning;
        }
        findings.push(finding.help(text::area_help()));
    }
}

static AREA: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\d+(?:\.\d+)?\s*(?:㎡|m²|m2|平方米|平米|平方|平(?:[的米大小三四两二一户起,。 ]|$))").ok()
});

/// Words that say which area it is.
const KINDS: &[&str] = &["建筑面积", "套内", "建面", "使用面积"];

/// Sentences that say it for the whole text.
const COVERED: &[&str] = &[
    "面积均为建筑面积",
    "面积均为套内建筑面积",
    "均为建筑面积",
    "均为套内",
    "面积均指建筑面积",
    "面积指建筑面积",
];

/// Areas of something that is no home.
const LAND: &[&str] = &[
    "占地",
    "绿地",
    "公园",
    "广场",
    "商业体",
    "会所",
    "景观",
    "园林",
    "湖",
    "操场",
    "泳池",
    "健身房",
    "社区服务",
    "展厅",
    "样板间",
    "售楼处",
    "架空层",
    "总建",
    "用地",
    "地块",
    "绿化",
    "车位",
    "仓库",
    "元/",
    "单价",
    "均价",
];
