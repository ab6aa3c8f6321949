//! Whether a document is an advertisement, and why (compliance reference 0.3).
//!
//! The front matter decides when it says so. Otherwise one strong sign or two of middle weight do; every sign is kept,
//! because a finding that depends on it must be able to show it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::context::Context;
use super::document::{Document, Subject};
use super::figure::FigureKind;
use super::fold::fold;
use super::look::entry;
use super::scan::Scanner;
use crate::base::message::{Message, ad as text};
use crate::finding::{Finding, Place};
use crate::site::{Article, Campaign, Kind};
use crate::source::plain::{ReferenceKind, Zone};
use crate::source::yaml::Node;

/// A sign that a document is advertising.
#[derive(Debug, Clone)]
pub struct Sign {
    /// Where it stands.
    pub place: Place,
    /// Why it makes the document an advertisement.
    pub message: Message,
    /// It is enough by itself.
    pub strong: bool,
}

/// What the signs amount to.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// It is treated as an advertisement.
    pub ad: bool,
    /// The front matter says so.
    pub declared: bool,
    /// The front matter says `kind: editorial`, and signs that would decide without it say otherwise.
    pub denied: bool,
    /// The signs, strongest first.
    pub signs: Vec<Sign>,
}

impl Verdict {
    /// The sign to show for the verdict.
    pub(crate) fn because(&self) -> Option<&Sign> {
        self.ad.then(|| self.signs.first()).flatten()
    }

    /// Tells the readers of a finding why the document counts as an advertisement.
    pub(crate) fn explain(&self, finding: Finding) -> Finding {
        match self.because() {
            Some(sign) if finding.because.is_none() => {
                finding.because(sign.place.clone(), sign.message.clone())
            }
            _ => finding,
        }
    }
}

/// Kinds of campaigns whose articles sell.
const SELLING: &[&str] = &["conversion", "flash-sale", "group-buy", "promotion", "live"];

/// Goals of campaigns that make their texts advertising.
const GOALS: &[&str] = &["sales", "leads"];

/// Hosts of shops: a link there is a way to buy.
const SHOPS: &[&str] = &[
    "taobao.com",
    "tmall.com",
    "tmall.hk",
    "tb.cn",
    "jd.com",
    "jd.hk",
    "pinduoduo.com",
    "yangkeduo.com",
    "youzan.com",
    "koudaitong.com",
    "weidian.com",
    "weimob.com",
    "1688.com",
    "vip.com",
    "dangdang.com",
    "suning.com",
    "gome.com.cn",
    "meituan.com",
    "dianping.com",
    "ele.me",
    "xiaoe-tech.com",
    "jinritemai.com",
    "kwaixiaodian.com",
    "youpin.mi.com",
    "vmall.com",
    "shop.weixin.qq.com",
    "store.weixin.qq.com",
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

/// The shop that an address leads to: its host, or a card of a mini program.
fn shop(address: &str) -> Option<String> {
    let shop = host(address).filter(|host| SHOPS.iter().any(|domain| is_under(host, domain)));
    shop.or_else(|| {
        let lower = address.to_lowercase();
        let card =
            ["weixin://dl/business", "#小程序://", "mp.weixin.qq.com/bizmall", "mp.weixin.qq.com/mall"];
        card.iter().find(|card| lower.contains(*card)).map(|card| (*card).to_owned())
    })
}

/// Whether an address leads to a shop.
pub(crate) fn is_shop(address: &str) -> bool {
    shop(address).is_some()
}

/// Weighs the signs of `document`.
pub(crate) fn judge(context: &Context<'_>, document: &Document<'_>) -> Verdict {
    match document.subject {
        Subject::Article(article) => judge_article(context, document, article),
        Subject::Campaign(campaign) => {
            let signs: Vec<Sign> = goal(campaign).into_iter().collect();
            Verdict { ad: !signs.is_empty(), signs, ..Verdict::default() }
        }
        Subject::Paper(_) => Verdict::default(),
    }
}

fn judge_article(context: &Context<'_>, document: &Document<'_>, article: &Article) -> Verdict {
    let mut signs = Signs::default();
    let declared = article.front.kind == Kind::Ad;
    if declared {
        let place = article.front.kind_at.as_ref().unwrap_or(&article.front.title.place);
        signs.strong(place.clone(), text::sign_declared());
    }
    from_front(context, article, &mut signs);
    from_references(context.scanner(), document, article, &mut signs);
    from_pictures(context.scanner(), document, article, &mut signs);
    coupon(document, &mut signs);
    from_words(document, &mut signs);
    let strong = signs.list.iter().any(|sign| sign.strong);
    let said = article.front.kind_at.is_some() && article.front.kind == Kind::Editorial;
    // Notices and teaching call and name prices too: there, words alone do not make an advertisement.
    let weighs = strong || signs.list.len() >= 2 && !is_informing(context.scanner(), document);
    let may = !said && article.front.kind != Kind::Notice;
    Verdict { ad: declared || weighs && may, declared, denied: said && weighs, signs: signs.list }
}

#[derive(Default)]
struct Signs {
    list: Vec<Sign>,
}

impl Signs {
    fn strong(&mut self, place: Place, message: Message) {
        self.list.push(Sign { place, message, strong: true });
    }

    fn medium(&mut self, place: Place, message: Message) {
        self.list.push(Sign { place, message, strong: false });
    }
}

fn from_front(context: &Context<'_>, article: &Article, signs: &mut Signs) {
    let front = &article.front;
    if let Some(sponsor) = &front.sponsor {
        signs.strong(sponsor.place.clone(), text::sign_sponsor(&**sponsor));
    }
    if let Some(brand) = &front.brand {
        signs.strong(brand.place.clone(), text::sign_brand(&**brand));
    }
    if front.paid || front.affiliate {
        signs.strong(front.title.place.clone(), text::sign_paid());
    }
    if let Some(read_more) = &front.read_more
        && let Some(host) = shop(read_more)
    {
        signs.strong(read_more.place.clone(), text::sign_shop(host));
    }
    if let Some(name) = &front.campaign
        && let Some(campaign) = context.campaign(name)
        && goal(campaign).is_some()
    {
        signs.strong(name.place.clone(), text::sign_campaign(&**name));
    }
}

/// What says that a campaign wants to sell or to collect leads: its goal or its kinds.
fn goal(campaign: &Campaign) -> Option<Sign> {
    let sign = |place: &Place, message| Sign { place: place.clone(), message, strong: true };
    if let Node::Map(entries) = &campaign.root.value
        && let Some((_, _, value, place)) = entries.iter().find(|(key, ..)| key == "goal")
    {
        let named = match value {
            Node::Str(goal) => Some(goal),
            map => ["kind", "type"].iter().find_map(|key| match entry(map, key) {
                Some(Node::Str(goal)) => Some(goal),
                _ => None,
            }),
        };
        if let Some(goal) = named.filter(|goal| GOALS.contains(&goal.as_str())) {
            return Some(sign(place, text::sign_goal(goal)));
        }
    }
    let kind = campaign.kinds.iter().find(|kind| SELLING.contains(&kind.value.as_str()))?;
    Some(sign(&kind.place, text::sign_goal(&**kind)))
}

/// Links to a shop, and links and pictures that say "buy".
fn from_references(scanner: &Scanner, document: &Document<'_>, article: &Article, signs: &mut Signs) {
    for reference in &document.plain.references {
        let place = || Place::new(&article.file, reference.source.clone());
        if let Some(host) = shop(&reference.target) {
            signs.strong(place(), text::sign_shop(host));
            continue;
        }
        if reference.words.is_empty() {
            continue;
        }
        let words = fold(&reference.words);
        let is_link = reference.kind == ReferenceKind::Link;
        if scanner.has_cue("buy", &words)
            || is_link && words.chars().count() <= 12 && scanner.has_cue("buy-link", &words)
        {
            signs.strong(place(), text::sign_purchase(&reference.words));
        }
    }
}

/// QR codes with 购买, 下单 or 领券 near them.
fn from_pictures(scanner: &Scanner, document: &Document<'_>, article: &Article, signs: &mut Signs) {
    for picture in document.pictures() {
        let [alt, file, caption] = [picture.alt, picture.file, picture.caption].map(begin);
        let is_code = [&alt, &file, &caption].iter().any(|words| scanner.has_cue("code", words));
        if !is_code {
            continue;
        }
        let near = document.around(picture.reference.text.start);
        let speaks = scanner.has_cue("buy-link", &alt)
            || near.iter().any(|text| scanner.has_cue("buy-link", &begin(text)));
        if speaks {
            let place = Place::new(&article.file, picture.reference.source.clone());
            signs.strong(place, text::sign_code());
        }
    }
}

/// The beginning of a text, folded: a paragraph may hold thousands of pictures.
fn begin(text: &str) -> String {
    fold(text.get(..text.floor_char_boundary(600)).unwrap_or_default())
}

/// 优惠码 SAVE20: a code that readers are to enter, or a word of command of a shop's app.
fn coupon(document: &Document<'_>, signs: &mut Signs) {
    static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?:优惠码|优惠券码|券码|折扣码|专属码|优惠口令|购物口令|淘口令)\s*(?:是|为|[:,“「『【])?\s*[“「『【]?[a-z0-9]{3,}",
        )
        .ok()
    });
    let Some(code) = CODE.as_ref() else { return };
    for cue in document.scan().cue("coupon") {
        let sentence = document.sentence(cue.clone());
        let words = document.folded().get(cue.start..sentence.end).unwrap_or_default();
        let found = code.find(words).filter(|found| found.start() == 0);
        if let Some(found) = found
            && !document.is_negative_example(cue)
            && let Some(place) = document.place(cue.start..cue.start + found.end())
        {
            signs.strong(place, text::sign_coupon());
            return;
        }
    }
}

/// Signs of middle weight: a call to buy, and a price beside a brand. Quoted examples of what not to do are none.
fn from_words(document: &Document<'_>, signs: &mut Signs) {
    let spoken = document.scan().cue("buy").iter().find(|cue| {
        let block = document.block((*cue).clone());
        block.is_some_and(|block| !block.quoted && block.zone != Zone::Alt)
            && !document.is_negative_example(cue)
    });
    if let Some(cue) = spoken
        && let Some(place) = document.place(cue.clone())
    {
        signs.medium(place, text::sign_call(document.shown(cue.clone())));
    }
    if let Some(offer) = offer(document)
        && let Some(place) = document.place(offer.clone())
    {
        signs.medium(place, text::sign_offer(document.shown(offer)));
    }
    if let Some((price, brand)) = priced_brand(document)
        && let Some(place) = document.place(price)
    {
        signs.medium(place, text::sign_price(document.shown(brand)));
    }
}

/// The first sentence in which somebody offers what is their own: two words of offering, or one beside a price.
fn offer(document: &Document<'_>) -> Option<Range<usize>> {
    let offers = document.scan().cue("own-offer");
    let mut seen = 0;
    offers.iter().find_map(|cue| {
        if cue.start < seen || document.is_negative_example(cue) {
            return None;
        }
        let sentence = document.sentence(cue.clone());
        seen = sentence.end;
        let block = document.block(cue.clone())?;
        if block.quoted || block.zone == Zone::Alt {
            return None;
        }
        let within = document.scan().cues_within("own-offer", sentence.clone());
        let other = within.iter().find(|other| cue.end <= other.start && other.end <= sentence.end);
        let priced = || {
            document.figures().iter().any(|figure| {
                figure.kind == FigureKind::Price
                    && sentence.start <= figure.range.start
                    && figure.range.end <= sentence.end
            })
        };
        (other.is_some() || priced()).then(|| cue.clone())
    })
}

/// The first price of a text that also names one of the site's brands or products, and the name.
fn priced_brand(document: &Document<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let brand = document.scan().cue("brand").first()?;
    let price = document.figures().iter().find(|figure| figure.kind == FigureKind::Price)?;
    Some((price.range.clone(), brand.clone()))
}

/// Whether the title announces a notice, a rule, a lesson or a report.
fn is_informing(scanner: &Scanner, document: &Document<'_>) -> bool {
    document.front().is_some_and(|front| scanner.has_cue("informing", &fold(&front.title.value)))
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
        assert!(shop("#小程序://暖冬/商品").is_some());
    }
}
