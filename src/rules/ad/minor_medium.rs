//! `ad.minor.medium`: what may not be advertised to minors: by the front matter, and by sentences that call on minors
//! (`terms/ad-minor-medium.yaml`).

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.minor.medium",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "面向未成年人的内容里推广医药、化妆品、酒等",
    en: "Advertising in media for minors",
    basis: &["AD-40", "IAD-12"],
    documentation: "\
## 查什么
audience: minors 的文章，industry 或 products 里有 medical、drug、device、health-food、cosmetic、alcohol、tobacco 的；没有写 industry 的广告，看正文里有没有医美、化妆品、酒类的线索。
没有写 audience 的广告，一句话里招呼“小朋友”“初中生”又推广酒、化妆品、医美、网络游戏的，也报。

## 为什么
针对未成年人的大众传播媒介（公众号明确在内）不得发布医疗、药品、保健食品、医疗器械、化妆品、酒类、美容和不利于身心健康的网络游戏广告；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第四十条第一款、第五十八条；互联网广告管理办法第十二条。

## 反例
audience: minors、kind: ad、industry: [cosmetic] 的口红推荐。

## 正例
同一个账号只推广文具、图书等适合孩子的商品。

## 怎么改
撤下这条广告，换到面向成年人的账号或栏目。

## 例外
不是广告的青春期健康知识、安全教育不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |word| text::minors_medium_word(word), context, document, findings);
    let Some(front) = document.front().filter(|_| document.verdict.ad && document.is_for_minors()) else {
        return;
    };
    let goods = front.details.products.iter().filter_map(|product| product.industry.as_ref());
    let mut found = false;
    for industry in front.industry.iter().chain(goods).filter(|name| BARRED.contains(&name.value.as_str())) {
        found = true;
        let message = text::minors_medium(&**industry);
        findings.push(META.finding(industry.place.clone(), message).help(text::minors_medium_help()));
    }
    if found || trade::has_industry(document) {
        return;
    }
    for cue in CUES.iter().filter_map(|name| document.scan().cue(name).first()) {
        let Some(place) = document.place(cue.clone()) else { continue };
        let mut finding = META.finding(place, text::minors_medium_word(document.shown(cue.clone())));
        finding.severity = Severity::Warning;
        findings.push(finding.help(text::minors_medium_help()));
    }
}

/// Industries that may not advertise to minors.
const BARRED: &[&str] = &["medical", "drug", "device", "health-food", "cosmetic", "alcohol", "tobacco"];

/// Words that give such goods away in a text that does not say its industry.
const CUES: &[&str] = &["trade-alcohol", "trade-cosmetic", "trade-medaes"];
