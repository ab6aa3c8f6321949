//! `gov.source-label`: where news comes from.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.source-label",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "公共事务没有标来源",
    en: "Public affairs without a source",
    basis: &["CAC-2023-13"],
    documentation: "\
## 查什么
标签、栏目、labels 或 category 属于时政、政策、国际、社会事件、突发的文章：要有 sources（或 repost），每条 sources 要有日期；自己拍的图（own: true）要有 shot_at 和 place。

## 为什么
发布国内外时事、公共政策、社会事件，要准确标注信息来源；用自己拍的图片视频要标时间、地点；旧闻要标日期。缺了会被认定为“蹭热点、造谣”，限流乃至关闭。

## 依据
中央网信办《关于加强“自媒体”管理的通知》第五条（2023-07-10）。

## 反例
tags: [社会事件] 的文章没有 sources，配图不知何时何地。

## 正例
sources: [{title: 市政府通报, url: …, date: 2026-03-02}]；图注写“2026 年 3 月 2 日摄于人民路”。

## 怎么改
补上来源、日期；图片记录补 shot_at 和 place，并写进图注。

## 例外
生活、文化、知识类文章不查；标签不属于公共事务的不查。
",
};

/// Words that make an article one of public affairs.
const PUBLIC: &[&str] = &[
    "时政",
    "政策",
    "公共政策",
    "国际",
    "国际时事",
    "国内时事",
    "社会",
    "社会事件",
    "社会新闻",
    "突发",
    "突发事件",
    "热点事件",
    "民生新闻",
    "新闻",
    "news",
    "policy",
    "politics",
    "society",
    "international",
    "public-affairs",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let front = &article.front;
    let mut words =
        front.tags.iter().chain(&front.labels).chain(&front.column).chain(&front.details.category);
    let Some(word) = words.find(|word| PUBLIC.contains(&word.value.as_str())) else { return };
    if front.sources.is_empty() && front.repost.is_none() {
        let message = text::source_missing(&word.value);
        findings.push(META.finding(word.place.clone(), message).help(text::source_help()));
    }
    for source in front.sources.iter().filter(|source| source.value.date.is_none()) {
        let message = text::source_undated(&source.value.title);
        findings.push(META.finding(source.place.clone(), message).help(text::source_help()));
    }
    for record in article.records.values().filter(|record| record.own && record.ai.is_none()) {
        let decoration = record.shows("decoration") || record.shows("logo") || record.shows("screenshot");
        if !decoration && (record.details.shot_at.is_none() || record.details.shot_place.is_none()) {
            let message = text::source_picture(&record.file);
            findings.push(META.finding(record.place.clone(), message).help(text::source_picture_help()));
        }
    }
}
