//! `ad.review-number`: advertising that is examined before publication carries its number.

use crate::base::digest::Digest;
use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Front;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.review-number",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "医药、保健食品、农药广告没有审查批准文号",
    en: "Examined advertising without its number",
    basis: &["AD-46", "DRUG-89", "FOOD-79", "REVIEW"],
    documentation: "\
## 查什么
推广 medical、drug、device、health-food、special-food（以及农药、兽药）的广告：front matter 有没有 ad_review_no 和 ad_review_expires，发布那天是否还在有效期内，正文里有没有写出文号；写了 ad_review_digest 的，正文是否和送审时一字不差。

## 为什么
这些广告发布前必须经审查机关审查，并按批准的内容发布、显著标明文号；未经审查发布，罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第四十六条、第五十八条；药品管理法第八十九条；食品安全法第七十九条、第八十条；审查管理暂行办法（2020-03-01 起）。

## 反例
industry: [drug] 的广告，front matter 里没有 ad_review_no。

## 正例
ad_review_no: 京药广审（文）第261201-00001号，ad_review_expires: 2027-11-30，正文末尾同样写出文号。

## 怎么改
先送审，把批准文号和有效期写进 front matter，文号印进正文；批准后改过字，要重新送审。

## 例外
只宣传产品名称、不涉及其他内容的不需要审查，用 sensitive_ok 写明理由；不是广告的科普不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front().filter(|_| document.verdict.ad) else { return };
    let Some(place) = examined(document, front) else { return };
    let Some(number) = &front.ad_review_no else {
        findings.push(META.finding(place, text::no_review_number()).help(text::no_review_number_help()));
        return;
    };
    match (&front.ad_review_expires, document.day) {
        (None, _) => {
            let mut finding = META.finding(number.place.clone(), text::no_review_expiry());
            finding.severity = Severity::Warning;
            findings.push(finding.help(text::no_review_expiry_help()));
        }
        (Some(last), Some(day)) if last.value < day => {
            let message = text::review_over(last.value, day);
            findings.push(META.finding(last.place.clone(), message).help(text::review_over_help()));
        }
        _ => {}
    }
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    if !letters(document.folded()).contains(&letters(&fold(number))) {
        let mut finding = META.finding(number.place.clone(), text::review_unseen(&**number));
        finding.severity = Severity::Warning;
        findings.push(finding.help(text::review_unseen_help()));
    }
    if let Some(approved) = &front.details.ad_review_digest {
        let digest = Digest::of(document.plain.text()).hex();
        if !approved.trim().eq_ignore_ascii_case(&digest) {
            let message = text::review_changed();
            findings
                .push(META.finding(approved.place.clone(), message).help(text::review_changed_help(digest)));
        }
    }
}

/// Where the front matter says that the goods need an examination; `None` when they do not.
fn examined(document: &Document<'_>, front: &Front) -> Option<Place> {
    let poison = !document.scan().cue("pesticide").is_empty();
    let needs = |industry: &str| EXAMINED.contains(&industry) || poison && industry == "agriculture";
    let goods = front.details.products.iter().filter_map(|product| product.industry.as_ref());
    let found = front.industry.iter().chain(goods).find(|industry| needs(&industry.value))?;
    Some(found.place.clone())
}

/// Industries whose advertising is examined before it is published.
const EXAMINED: &[&str] = &["medical", "drug", "device", "health-food", "special-food"];
