//! What the house knows about itself, under `policy/`: brands, facts, figures, people, places, contacts, credentials,
//! prices, links, fonts, customers, the company, and lists of names. Each file may be absent.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::{Located, Product};

/// The project files.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// `policy/brands.yaml`.
    pub brands: Brands,
    /// `policy/company.yaml`.
    pub company: Option<Company>,
    /// `policy/contacts.yaml`.
    pub contacts: Vec<Located<Contact>>,
    /// `policy/credentials.yaml`.
    pub credentials: Vec<Located<Credential>>,
    /// `policy/customers.yaml`.
    pub customers: Vec<Located<Customer>>,
    /// `policy/facts.yaml`.
    pub facts: Facts,
    /// `policy/figures.yaml`.
    pub figures: Vec<Located<Figure>>,
    /// `policy/fonts.yaml`.
    pub fonts: Vec<Located<FontLicence>>,
    /// `policy/links.yaml`; `None`: no such file, so every target is good.
    pub links: Option<Vec<Located<Link>>>,
    /// `policy/people.yaml`.
    pub people: Vec<Located<Person>>,
    /// `policy/places.yaml`.
    pub places: Vec<Located<Place>>,
    /// `policy/prices.yaml`.
    pub prices: Vec<Located<PriceHistory>>,
    /// `policy/channels.yaml`.
    pub channels: Vec<Located<Channel>>,
    /// `policy/lists/*.yaml`, by the file's stem.
    pub lists: BTreeMap<String, NameList>,
}

impl Project {
    /// The history of an item's price, by its name or an alias.
    pub fn history(&self, item: &str) -> Option<&PriceHistory> {
        let named = |history: &&Located<PriceHistory>| {
            history.item.value == item || history.aliases.iter().any(|alias| alias.value == item)
        };
        self.prices.iter().find(named).map(|history| &history.value)
    }

    /// What is known about goods or a service, by its name or an alias.
    pub fn product(&self, name: &str) -> Option<&Product> {
        let named = |product: &&Located<Product>| {
            product.name.value == name || product.aliases.iter().any(|alias| alias.value == name)
        };
        self.facts.products.iter().find(named).map(|product| &product.value)
    }

    /// The names of that list and of every list of that kind.
    pub fn names<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s Located<ListedName>> {
        self.lists
            .iter()
            .filter(move |(stem, list)| {
                *stem == kind || list.kind.as_ref().is_some_and(|known| known.value == kind)
            })
            .flat_map(|(_, list)| &list.names)
    }
}

/// Own and other people's brands.
#[derive(Debug, Clone, Default)]
pub struct Brands {
    /// Ours.
    pub own: Vec<Located<Brand>>,
    /// Competitors'.
    pub competitors: Vec<Located<Brand>>,
    /// Registered marks.
    pub trademarks: Vec<Located<TradeMark>>,
}

/// A brand.
#[derive(Debug, Clone, PartialEq)]
pub struct Brand {
    /// Name.
    pub name: Located<String>,
    /// Other names.
    pub aliases: Vec<Located<String>>,
}

/// 注册商标.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeMark {
    /// The mark.
    pub name: Located<String>,
    /// Class of goods, 1 to 45.
    pub class: Option<Located<i64>>,
    /// Number.
    pub no: Option<Located<String>>,
    /// Owner, when it is not the house.
    pub owner: Option<Located<String>>,
    /// When it ends.
    pub expires: Option<Located<Date>>,
}

/// The company behind the accounts.
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    /// Name.
    pub name: Located<String>,
    /// Other names.
    pub aliases: Vec<Located<String>>,
    /// Listed on an exchange.
    pub listed: Option<Located<bool>>,
    /// 证券代码.
    pub stock_code: Option<Located<String>>,
    /// Quiet periods before reports.
    pub silent: Vec<Located<Period>>,
}

/// Some days.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// First.
    pub from: Date,
    /// Last.
    pub to: Date,
    /// Why.
    pub reason: Option<String>,
}

/// A number or address that may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Whose, or what for.
    pub name: Located<String>,
    /// Telephone.
    pub phone: Option<Located<String>>,
    /// Mail.
    pub email: Option<Located<String>>,
    /// 微信号.
    pub wechat: Option<Located<String>>,
    /// 地址.
    pub address: Option<Located<String>>,
}

/// A licence or certificate of the house or of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Credential {
    /// What it is.
    pub name: Located<String>,
    /// Number.
    pub no: Option<Located<String>>,
    /// Who gave it.
    pub issuer: Option<Located<String>>,
    /// To whom.
    pub holder: Option<Located<String>>,
    /// Subjects that it covers: `medical`, `finance`, `law`, `education`, …
    pub category: Vec<Located<String>>,
    /// Accounts that are certified with it; none: all.
    pub accounts: Vec<Located<String>>,
    /// Since when.
    pub from: Option<Located<Date>>,
    /// Until when.
    pub expires: Option<Located<Date>>,
    /// The copy on file.
    pub file: Option<Located<String>>,
}

/// A customer or partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Customer {
    /// Name.
    pub name: Located<String>,
    /// Other names.
    pub aliases: Vec<Located<String>>,
    /// The permission to be named, on file.
    pub permission: Option<Located<String>>,
    /// When it ends.
    pub expires: Option<Located<Date>>,
}

/// What is true about goods and house.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Goods and services with price and specification.
    pub products: Vec<Located<Product>>,
    /// Other facts.
    pub facts: Vec<Located<Fact>>,
    /// 荣誉.
    pub honours: Vec<Located<Honour>>,
}

/// A fact with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// About what.
    pub subject: Located<String>,
    /// What is measured.
    pub metric: Located<String>,
    /// Other words for it.
    pub aliases: Vec<Located<String>>,
    /// The value as written.
    pub value: Located<String>,
    /// Unit.
    pub unit: Option<Located<String>>,
    /// How far a text may be off, as a share: 0.05 is five percent.
    pub tolerance: Option<Located<f64>>,
    /// From when it holds.
    pub valid_from: Option<Located<Date>>,
    /// Until when.
    pub valid_until: Option<Located<Date>>,
    /// Where it comes from.
    pub source: Option<Located<String>>,
}

/// An award.
#[derive(Debug, Clone, PartialEq)]
pub struct Honour {
    /// Name.
    pub name: Located<String>,
    /// Who gave it.
    pub issuer: Option<Located<String>>,
    /// When.
    pub date: Option<Located<Date>>,
    /// Until when it may be used.
    pub valid_until: Option<Located<Date>>,
    /// The proof.
    pub file: Option<Located<String>>,
}

/// A figure that becomes public at some time.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it measures.
    pub metric: Located<String>,
    /// Other words for it.
    pub aliases: Vec<Located<String>>,
    /// The value as written: `1.2亿`, `37%`.
    pub value: Located<String>,
    /// Unit.
    pub unit: Option<Located<String>>,
    /// When it may be told.
    pub release_at: Located<Timestamp>,
}

/// A licence for a font.
#[derive(Debug, Clone, PartialEq)]
pub struct FontLicence {
    /// Family.
    pub family: Located<String>,
    /// Other names of the family.
    pub aliases: Vec<Located<String>>,
    /// Licence.
    pub licence: Located<String>,
    /// What it covers: `online`, `commercial`, …
    pub licence_scope: Vec<Located<String>>,
    /// The licence on file.
    pub proof: Option<Located<String>>,
    /// When it ends.
    pub expires: Option<Located<Date>>,
}

/// A target that links and QR codes may lead to.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Host, address, or the beginning of one.
    pub target: Located<String>,
    /// `own`, `group`, `service`, `partner`, …
    pub kind: Option<Located<String>>,
    /// When it ends; codes of groups end after seven days.
    pub expires: Option<Located<Date>>,
    /// When somebody looked behind it.
    pub checked_on: Option<Located<Date>>,
}

/// A person whom texts name.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Name.
    pub name: Located<String>,
    /// Other names.
    pub aliases: Vec<Located<String>>,
    /// `staff`, `spokesperson`, `author`, `customer`, `minor`, `public` or `other`.
    pub role: Option<Located<String>>,
    /// Title as it has to be written.
    pub title: Option<Located<String>>,
    /// Day of birth.
    pub birth_date: Option<Located<Date>>,
    /// Written consent, on file.
    pub consent_file: Option<Located<String>>,
    /// When it ends.
    pub consent_expires: Option<Located<Date>>,
    /// Consent of a guardian, on file.
    pub guardian_consent: Option<Located<String>>,
    /// Since when the person has used the goods.
    pub used_since: Option<Located<Date>>,
}

/// A shop or venue whose address may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Name.
    pub name: Located<String>,
    /// Address.
    pub address: Located<String>,
    /// `shop`, `venue`, `office`, …
    pub kind: Option<Located<String>>,
}

/// What an item cost.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceHistory {
    /// Goods or service.
    pub item: Located<String>,
    /// Other names.
    pub aliases: Vec<Located<String>>,
    /// Where: shops and platforms have their own prices.
    pub place: Option<Located<String>>,
    /// Prices, sorted by day.
    pub records: Vec<Located<PriceRecord>>,
}

impl PriceHistory {
    /// The lowest price in fen that was paid in the seven days before `day`: what a crossed-out price may say at most
    /// (《明码标价和禁止价格欺诈规定》第十八条).
    pub fn lowest_paid(&self, day: Date) -> Option<i64> {
        let first = day.checked_sub(7.days()).ok()?;
        // A record holds until the next one: the last before the week still counts in it.
        let begun = self.records.iter().rev().find(|record| record.date.value <= first);
        let during =
            self.records.iter().filter(|record| first < record.date.value && record.date.value < day);
        begun.into_iter().chain(during).filter_map(|record| Some(record.paid.as_ref()?.value)).min()
    }
}

/// What an item cost from one day on, until the next record. Money is in fen.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceRecord {
    /// Since when.
    pub date: Located<Date>,
    /// 标价.
    pub marked: Option<Located<i64>>,
    /// 成交价: the lowest that somebody paid.
    pub paid: Option<Located<i64>>,
    /// Why it changed, with proof.
    pub reason: Option<Located<String>>,
}

/// One of the accounts that the house runs anywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Its name for readers.
    pub name: Located<String>,
    /// Platform.
    pub platform: Option<Located<String>>,
    /// In whose name it is registered.
    pub registrant: Option<Located<String>>,
    /// `person` or `company`.
    pub registrant_kind: Option<Located<String>>,
}

/// A list of names.
#[derive(Debug, Clone)]
pub struct NameList {
    /// What it is called.
    pub title: Option<Located<String>>,
    /// What kind of names: `staff`, `officials`, `news-sources`, `heroes`, …; the file's stem when absent.
    pub kind: Option<Located<String>>,
    /// When it was last looked through.
    pub updated: Option<Located<Date>>,
    /// The names.
    pub names: Vec<Located<ListedName>>,
}

/// A name of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedName {
    /// The name.
    pub name: Located<String>,
    /// Its full form, for the first mention.
    pub full: Option<Located<String>>,
    /// Title or post that goes with it.
    pub title: Option<Located<String>>,
    /// Spellings that are wrong.
    pub wrong: Vec<Located<String>>,
    /// What to observe.
    pub note: Option<Located<String>>,
}
