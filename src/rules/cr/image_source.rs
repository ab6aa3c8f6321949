//! `cr.image-source`: every picture has a record of whose it is.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::advertisement::{host, is_under};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::site::{Article, Located, Record, Slot};
use crate::source::plain::ReferenceKind;
use crate::wechat::html::spacer::is_spacer;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.image-source",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "图片没有来源记录",
    en: "Pictures without a record of their source",
    basis: &["CR-10", "CR-53"],
    documentation: "\
## 查什么
正文用到的每张图和封面：front matter 写了 rights: {images: own}，或 rights.yaml 里有记录；记录里有作者、来源、许可和凭证；许可在发布时没有到期。
引用别处网址的图片是错误。

## 为什么
图片侵权是公众号最常见的赔偿：每张五百元起，最高五百万元。

## 依据
著作权法第十条、第五十三条、第五十四条。

## 反例
正文放了从网上找的图，rights.yaml 里没有这张。

## 正例
- {file: tea.jpg, author: 张三, source: https://example.com/photo/1, licence: CC-BY-4.0, proof: licences/tea.pdf}

## 怎么改
自己拍的、画的，写 own: true 和作者；别人的，写清作者、来源、许可，把合同或授权截图放进仓库，路径写进 proof。

## 例外
rights: {images: own} 表示全文图片都是自制，由作者负责。有记录但缺项的，降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    let own = article.front.rights.images.as_deref() == Some("own");
    let day = planned(context, article);
    let mut seen: HashSet<String> = HashSet::new();
    if let Some((cover, image)) = article.front.cover.as_ref().and_then(|cover| Some((cover, cover.image()?)))
    {
        seen.insert(image.to_owned());
        findings.extend(examine(article, image, &cover.place, own, day));
    }
    for image in references.iter().filter(|reference| reference.kind == ReferenceKind::Image) {
        let place = reference::place(&article.file, image);
        match reference::target(article, &image.target) {
            Target::File(path) if !seen.contains(&path) => {
                findings.extend(examine(article, &path, &place, own, day));
                seen.insert(path);
            }
            Target::Address if !is_platforms(&image.target) && !is_spacer(&image.target) => {
                // A picture written into the text has an address without end.
                let address: String = image.target.chars().take(80).collect();
                let message = text::foreign_picture(address);
                findings.push(META.finding(place, message).help(text::foreign_picture_help()));
            }
            _ => {}
        }
    }
}

/// Pictures that the platform keeps already.
fn is_platforms(address: &str) -> bool {
    host(address).is_some_and(|host| is_under(&host, "qpic.cn") || is_under(&host, "qlogo.cn"))
}

/// The day on which the article goes out, if it is known.
fn planned(context: &Context<'_>, article: &Article) -> Option<Date> {
    match article.front.publish.at.as_ref()?.value {
        Slot::At(instant) => Some(instant.to_zoned(context.site.config.zone.clone()).date()),
        Slot::Day(day) => Some(day),
        Slot::Next => None,
    }
}

fn examine(article: &Article, path: &str, place: &Place, own: bool, day: Option<Date>) -> Option<Finding> {
    let Some(record) = article.records.get(path) else {
        let finding = || META.finding(place.clone(), text::no_record(path)).help(text::record_help());
        return (!own).then(finding);
    };
    if let (Some(day), Some(last)) = (day, record.expires.as_ref().map(|last| last.value))
        && last < day
    {
        let message = text::licence_over(path, last);
        return Some(META.finding(record.place.clone(), message).help(text::licence_help()));
    }
    let missing = gaps(record);
    if missing.is_empty() {
        return None;
    }
    let message = text::thin_record(path, missing.join(", "));
    let mut finding = META.finding(record.place.clone(), message).help(text::record_help());
    finding.severity = Severity::Warning;
    Some(finding)
}

/// The keys that a record lacks. Our own pictures need their author; others also where from, on what terms, and proof.
fn gaps(record: &Record) -> Vec<&'static str> {
    let has = |value: &Option<Located<String>>| value.as_ref().is_some_and(|value| !value.trim().is_empty());
    let mut missing = Vec::new();
    if !has(&record.author) {
        missing.push("author");
    }
    if !record.own {
        let others = [("source", &record.source), ("licence", &record.licence), ("proof", &record.proof)];
        missing.extend(others.iter().filter(|(_, value)| !has(value)).map(|(key, _)| *key));
    }
    missing
}
