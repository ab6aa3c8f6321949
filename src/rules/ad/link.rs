//! `ad.link`: somebody has looked behind the links of an advertisement.

use jiff::Span;

use crate::base::message::truth as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::advertisement::{host, is_under};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Front;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.link",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "广告里的链接没有核对记录",
    en: "Unchecked links of advertisements",
    basis: &["IAD-18"],
    documentation: "\
## 查什么
广告正文里的外部链接和阅读原文，在 front matter 的 links 里有没有核对日期（checked_on）和存档（archive）；离发布超过三十天的再提醒一次。

## 为什么
含有链接的广告，要对下一级链接里的广告内容核对。对方改了页面，责任还在发布的人。

## 依据
互联网广告管理办法第十八条（2023-05-01 起）。

## 反例
正文放了店铺链接，没有人打开看过。

## 正例
links: [{url: https://shop.example.com/cup, checked_on: 2026-11-28, archive: proofs/cup.pdf}]

## 怎么改
打开链接看一遍，截图或存成 PDF 放进仓库，在 links 里登记。

## 例外
自己的公众号文章、policy/links.yaml 里登记为 own 的去向不查；不是广告的文章不查。
",
};

/// Days after which a look behind a link counts no more.
const FRESH: i64 = 30;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front().filter(|_| document.verdict.ad) else { return };
    let mut seen: Vec<&str> = Vec::new();
    let links =
        document.links().filter_map(|link| Some((link.target.as_str(), document.reference_place(link)?)));
    let read_more = front.read_more.iter().map(|link| (link.value.as_str(), link.place.clone()));
    for (target, place) in links.chain(read_more) {
        if seen.contains(&target) || is_own(context, target) {
            continue;
        }
        seen.push(target);
        findings.extend(examine(document, front, target, place));
    }
}

/// Whether the target belongs to the platform or to the house.
fn is_own(context: &Context<'_>, target: &str) -> bool {
    let Some(host) = host(target) else { return true };
    let links = context.site.project.links.iter().flatten();
    let mut own = links.filter(|link| link.kind.as_ref().is_some_and(|kind| kind.value == "own"));
    is_under(&host, "weixin.qq.com")
        || own.any(|link| {
            // A host, or the beginning of an address.
            target.starts_with(link.target.value.as_str()) || is_under(&host, &link.target.value)
        })
}

fn examine(document: &Document<'_>, front: &Front, target: &str, place: Place) -> Option<Finding> {
    let record = front.details.links.iter().find(|link| link.url.value == target);
    let Some((checked, _)) = record.and_then(|link| link.checked_on.as_ref().zip(link.archive.as_ref()))
    else {
        return Some(META.finding(place, text::unchecked_link(target)).help(text::unchecked_link_help()));
    };
    let last = checked.value.checked_add(Span::new().days(FRESH)).ok()?;
    if document.day.is_some_and(|day| day > last) {
        let message = text::stale_link(target, checked.value);
        let mut finding = META.finding(checked.place.clone(), message).help(text::unchecked_link_help());
        finding.severity = Severity::Info;
        return Some(finding);
    }
    None
}
