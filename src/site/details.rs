//! What only few articles say in their front matter, and rules ask for: licences, people, goods, prices, consents.

use jiff::civil::Date;

use super::{Located, Record};

/// Front matter that only few articles have.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// Subject that the platform has the account registered for: `health`, `finance`, `news`, …
    pub category: Option<Located<String>>,
    /// The licence or qualification under which the content is published.
    pub licence: Option<Located<String>>,
    /// Its number.
    pub licence_no: Option<Located<String>>,
    /// 互联网新闻信息服务许可证.
    pub news_licence: Option<Located<String>>,
    /// Names of entries of `policy/credentials.yaml` that stand behind the article.
    pub credentials: Vec<Located<String>>,
    /// Number of the announcement that has made the facts public.
    pub announcement_no: Option<Located<String>>,
    /// Digest of the text that the examining authority saw.
    pub ad_review_digest: Option<Located<String>>,
    /// 原创声明: it is to be declared original on the platform.
    pub original: Option<Located<bool>>,
    /// The plot is made up.
    pub fiction: Option<Located<bool>>,
    /// 代言人.
    pub endorsers: Vec<Located<Endorser>>,
    /// Sounds and films.
    pub media: Vec<Located<Record>>,
    /// Fonts in its cover and pictures.
    pub fonts: Vec<Located<FontUse>>,
    /// Links that somebody has looked behind.
    pub links: Vec<Located<CheckedLink>>,
    /// Goods and services that it promotes.
    pub products: Vec<Located<Product>>,
    /// 赠品.
    pub gifts: Vec<Located<Gift>>,
    /// Prices and what they are compared with.
    pub prices: Vec<Located<Price>>,
    /// Patents that it speaks of.
    pub patents: Vec<Located<Patent>>,
    /// The group of followers that it is pushed to because of what is known about them.
    pub segment: Option<Located<String>>,
    /// Those followers can refuse such pushes.
    pub optout: Option<Located<bool>>,
    /// Consent of a child's guardian, path from the root of the site.
    pub guardian_consent: Option<Located<String>>,
    /// It may not leave the house.
    pub confidential: Option<Located<bool>>,
    /// Permissions of customers and partners who are named.
    pub permission: Vec<Located<Permission>>,
}

/// Who watches the comments, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Moderation {
    /// Who.
    pub moderator: Option<Located<String>>,
    /// When.
    pub hours: Option<Located<String>>,
}

/// 代言人.
#[derive(Debug, Clone, PartialEq)]
pub struct Endorser {
    /// Name.
    pub name: Located<String>,
    /// Day of birth.
    pub birth_date: Option<Located<Date>>,
    /// Profession: physicians, teachers and scientists may not speak for some goods.
    pub profession: Option<Located<String>>,
    /// Since when the person has used the goods.
    pub used_since: Option<Located<Date>>,
    /// The proof of that, path from the root of the site.
    pub evidence: Option<Located<String>>,
    /// Last punished for false endorsement.
    pub punished_at: Option<Located<Date>>,
    /// Written consent, path from the root of the site.
    pub consent_file: Option<Located<String>>,
}

/// A font in a cover or picture.
#[derive(Debug, Clone, PartialEq)]
pub struct FontUse {
    /// Family.
    pub name: Located<String>,
    /// Licence.
    pub licence: Option<Located<String>>,
    /// The licence on file.
    pub proof: Option<Located<String>>,
}

/// A link that somebody has looked behind.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedLink {
    /// The address.
    pub url: Located<String>,
    /// When.
    pub checked_on: Option<Located<Date>>,
    /// The copy on file.
    pub archive: Option<Located<String>>,
}

/// Goods or a service; also an entry of `policy/facts.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// What it is called.
    pub name: Located<String>,
    /// Other names.
    pub aliases: Vec<Located<String>>,
    /// Industry, as that of an article.
    pub industry: Option<Located<String>>,
    /// 处方药.
    pub rx: Option<Located<bool>>,
    /// Registration or approval number.
    pub registration_no: Option<Located<String>>,
    /// Specification.
    pub spec: Option<Located<String>>,
    /// Price in fen.
    pub price: Option<Located<i64>>,
    /// From when the price is valid.
    pub valid_from: Option<Located<Date>>,
    /// Until when.
    pub valid_until: Option<Located<Date>>,
}

/// 赠品.
#[derive(Debug, Clone, PartialEq)]
pub struct Gift {
    /// What it is.
    pub name: Located<String>,
    /// 规格.
    pub spec: Option<Located<String>>,
    /// How many there are.
    pub quantity: Option<Located<i64>>,
    /// 期限: until when.
    pub period: Option<Located<String>>,
    /// 方式: how one gets it.
    pub method: Option<Located<String>>,
    /// Value that the text names, in fen; `value` in the file.
    pub worth: Option<Located<i64>>,
}

/// A price and what it is compared with. Money is in fen.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// Goods or service.
    pub item: Located<String>,
    /// What one pays.
    pub price: Option<Located<i64>>,
    /// The price it is compared with.
    pub reference_price: Option<Located<i64>>,
    /// What that is: 前七日最低成交价, 厂商建议零售价, …
    pub reference_meaning: Option<Located<String>>,
    /// Entry of `policy/prices.yaml` with the history; without it the entry named like the item.
    pub history_ref: Option<Located<String>>,
}

/// 专利.
#[derive(Debug, Clone, PartialEq)]
pub struct Patent {
    /// Number.
    pub no: Located<String>,
    /// 发明, 实用新型 or 外观设计.
    pub kind: Option<Located<String>>,
    /// `granted`, `applied`, `expired` or `revoked`.
    pub status: Option<Located<String>>,
    /// When it ends.
    pub expires: Option<Located<Date>>,
}

/// A permission to name somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Permission {
    /// Who allowed it.
    pub party: Located<String>,
    /// The permission on file.
    pub proof: Option<Located<String>>,
    /// When it ends.
    pub expires: Option<Located<Date>>,
}
