//! Whether an article is an advertisement, and why (compliance reference 0.3).
//!
//! The front matter decides when it says so. Otherwise one strong sign or two of middle weight do; every sign is kept,
//! because a finding that depends on it must be able to show it.

use std::sync::LazyLock;

use regex::Regex;

use super::context::Context;
use super::document::Document;
use crate::base::message::{Message, rules as text};
use crate::finding::Place;
use crate::site::{Article, Kind};
use crate::source::plain::Zone;

/// A sign that a document is advertising.
#[derive(Debug, Clone)]
pub struct Sign {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub message: Message,
}

/// What the signs amount to.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// It is treated as an advertisement.
    pub ad: bool,
    /// The front matter says so.
    pub declared: bool,
    /// The signs, strongest first.
    pub signs: Vec<Sign>,
}

/// Kinds of campaigns whose articles sell.
const SELLING: &[&str] = &["conversion", "flash-sale", "group-buy", "promotion", "live"];

/// Hosts of shops: a link there is a way to buy.
const SHOPS: &[&str] = &[
    "taobao.com",
    "tmall.com",
    "tb.cn",
    "jd.com",
    "pinduoduo.com",
    "yangkeduo.com",
    "youzan.com",
    "koudaitong.com",
    "weidian.com",
    "1688.com",
    "vip.com",
    "dangdang.com",
    "suning.com",
    "meituan.com",
    "ele.me",
    "xiaoe-tech.com",
];

/// The host of an address, lower case, without port and user.
pub(crate) fn host(address: &str) -> Option<String> {
    let rest = address.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or("");
    let host = authority.rsplit('@').next().unwrap_or("");
    let host = host.split(':').next().unwrap_or("").trim_end_matches('.').to_lowercase();
    (!host.is_empty()).then_some(host)
}

/// Whether `host` is `domain` or below it.
pub(crate) fn is_under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn shop(address: &str) -> Option<String> {
    host(address).filter(|host| SHOPS.iter().any(|domain| is_under(host, domain)))
}

/// Whether an address leads to a shop.
pub(crate) fn is_shop(address: &str) -> bool {
    shop(address).is_some()
}

/// Weighs the signs of `document`.
pub(crate) fn judge(context: &Context<'_>, document: &Document<'_>) -> Verdict {
    let Some(article) = document.article() else { return Verdict::default() };
    let declared = article.front.kind == Kind::Ad;
    let mut signs = Vec::new();
    if declared {
        signs.push(Sign { place: article.front.title.place.clone(), message: text::sign_declared() });
    }
    from_front(context, article, &mut signs);
    from_references(document, &mut signs);
    let strong = signs.len();
    from_words(context, document, &mut signs);
    let weighs = strong > 0 || signs.len() >= 2;
    Verdict { ad: declared || (weighs && article.front.kind != Kind::Notice), declared, signs }
}

fn from_front(context: &Context<'_>, article: &Article, signs: &mut Vec<Sign>) {
    let front = &article.front;
    if let Some(sponsor) = &front.sponsor {
        signs.push(Sign { place: sponsor.place.clone(), message: text::sign_sponsor(&**sponsor) });
    }
    if let Some(brand) = &front.brand {
        signs.push(Sign { place: brand.place.clone(), message: text::sign_brand(&**brand) });
    }
    if front.paid || front.affiliate {
        signs.push(Sign { place: front.title.place.clone(), message: text::sign_paid() });
    }
    if let Some(read_more) = &front.read_more
        && let Some(host) = shop(read_more)
    {
        signs.push(Sign { place: read_more.place.clone(), message: text::sign_shop(host) });
    }
    if let Some(name) = &front.campaign
        && let Some(campaign) = context.campaign(name)
        && campaign.kinds.iter().any(|kind| SELLING.contains(&kind.value.as_str()))
    {
        signs.push(Sign { place: name.place.clone(), message: text::sign_campaign(&**name) });
    }
}

/// Links to a shop, and links and pictures that say "buy".
fn from_references(document: &Document<'_>, signs: &mut Vec<Sign>) {
    let Some(article) = document.article() else { return };
    let buy = super::terms::Terms::standard().cues.get("buy");
    for reference in &document.plain.references {
        let place = || Place::new(&article.file, reference.source.clone());
        if let Some(host) = shop(&reference.target) {
            signs.push(Sign { place: place(), message: text::sign_shop(host) });
            continue;
        }
        let words = super::fold::fold(&reference.words);
        if buy.is_some_and(|buy| buy.iter().any(|cue| words.contains(cue.as_str()))) {
            signs.push(Sign { place: place(), message: text::sign_purchase(&reference.words) });
        }
    }
}

/// Signs of middle weight: a call to buy, and a price beside a brand. Quoted examples of what not to do are none.
fn from_words(context: &Context<'_>, document: &Document<'_>, signs: &mut Vec<Sign>) {
    let spoken = document.scan().cue("buy").iter().find(|cue| {
        let block = document.block((*cue).clone());
        block.is_some_and(|block| !block.quoted && block.zone != Zone::Alt)
            && !document.is_negative_example(cue)
    });
    if let Some(cue) = spoken
        && let Some(place) = document.place(cue.clone())
    {
        signs.push(Sign { place, message: text::sign_call(document.shown(cue.clone())) });
    }
    if let Some((price, brand)) = priced_brand(context, document)
        && let Some(place) = document.place(price)
    {
        signs.push(Sign { place, message: text::sign_price(brand) });
    }
}

static PRICE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[¥￥]\s?\d|\d(?:\.\d+)?\s?元").ok());

/// The first price of a text that also names one of the site's brands.
fn priced_brand<'c>(
    context: &'c Context<'_>,
    document: &Document<'_>,
) -> Option<(std::ops::Range<usize>, &'c str)> {
    let brand = context.policy.brands().find(|brand| document.folded().contains(*brand))?;
    let price = PRICE.as_ref()?.find(document.folded())?;
    Some((price.range(), brand))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_read_as_browsers_do() {
        assert_eq!(host("https://user@Item.TaoBao.com:443/x").as_deref(), Some("item.taobao.com"));
        assert_eq!(host("https://mp.weixin.qq.com\\@evil.example/s").as_deref(), Some("mp.weixin.qq.com"));
        assert_eq!(host("a.md"), None);
        assert!(shop("https://item.jd.com/1").is_some());
        assert!(shop("https://notjd.com/1").is_none());
    }
}
