//! `uc.confusion`: other firms' brands are not used as names and tags.

use crate::base::message::{claims, truth as text};
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::site::Located;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Both(told, check) };

static META: Meta = Meta {
    id: "uc.confusion",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "名称和标签用了别家的品牌",
    en: "Other firms' brands as names and tags",
    basis: &["AUCL-7"],
    documentation: "\
## 查什么
账号名、栏目名、作者和标签里，有没有 policy/brands.yaml 里登记的竞争对手的品牌。
正文自己说仿冒别家的店名、包装，卖高仿、同厂换标的货，拿别家的商标引流的，也提示。

## 为什么
擅自把别人有一定影响的名称用作新媒体账号名、关键词，让人误认是他家的，2025 年起写进了法律：没收违法商品，并处违法经营额五倍以下罚款。

## 依据
反不正当竞争法第七条、第二十三条（2025-10-15 起的修订版）。

## 反例
tags: [北风杯业, 保温杯]，而北风杯业是竞争对手。

## 正例
tags: [保温杯, 选购]

## 怎么改
换成品类词；公平的比较写进正文，注明参数和来源。

## 例外
没有登记 policy/brands.yaml 的站点不查名称和标签；正文里的比较由 ad.disparage 看。
",
};

/// What a text tells of passing off, see `terms/uc-confusion.yaml`.
fn told(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |words| claims::faked(words), context, document, findings);
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let brands: Vec<(String, &str)> = context
        .site
        .project
        .brands
        .competitors
        .iter()
        .flat_map(|brand| std::iter::once(&brand.name).chain(&brand.aliases))
        .map(|name| (fold(name.value.trim()), name.value.as_str()))
        .filter(|(folded, _)| folded.chars().count() > 1)
        .collect();
    if brands.is_empty() {
        return;
    }
    let mut look = |words: &str, place: &Place, what: &str| {
        let folded = fold(words);
        if let Some((_, brand)) = brands.iter().find(|(brand, _)| folded.contains(brand.as_str())) {
            let message = text::others_brand(brand, what);
            findings.push(META.finding(place.clone(), message).help(text::others_brand_help()));
        }
    };
    let mut see = |value: &Located<String>, what: &str| look(&value.value, &value.place, what);
    for account in &context.site.config.accounts {
        account.title.iter().for_each(|title| see(title, "账号名"));
    }
    for column in &context.site.desk.columns {
        see(&column.name, "栏目名");
    }
    for article in &context.site.articles {
        article.front.tags.iter().for_each(|tag| see(tag, "标签"));
        article.front.author.iter().for_each(|author| see(author, "作者"));
    }
}
