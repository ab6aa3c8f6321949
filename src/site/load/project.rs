//! Reading the project files under `policy/`.

use jiff::tz::TimeZone;

use super::desk::document;
use super::front::product;
use crate::base::message::site as text;
use crate::finding::{Finding, Findings};
use crate::site::Located;
use crate::site::project::{
    Brand, Channel, Company, Contact, Credential, Customer, Fact, Figure, FontLicence, Honour, Link,
    ListedName, NameList, Period, Person, Place, PriceHistory, PriceRecord, Project, TradeMark,
};
use crate::source::rule;
use crate::source::tree::{Entry, Tree};
use crate::source::yaml::{Node, Reader, Spelling, Value};

/// Folder of lists of names.
const LISTS: &str = "policy/lists/";

/// What one file is read with.
type Read = fn(&mut Project, &mut Reader<'_, '_>, &TimeZone);

/// The files, sorted.
const FILES: [(&str, Read); 13] = [
    ("policy/brands.yaml", |project, reader, _| {
        project.brands.own = brands(reader, "own");
        project.brands.competitors = brands(reader, "competitors");
        project.brands.trademarks = reader.maps("trademarks", trademark);
    }),
    ("policy/channels.yaml", |project, reader, _| {
        project.channels = list(reader, "channels", channel);
    }),
    ("policy/company.yaml", |project, reader, _| project.company = company(reader)),
    ("policy/contacts.yaml", |project, reader, _| project.contacts = list(reader, "contacts", contact)),
    ("policy/credentials.yaml", |project, reader, _| {
        project.credentials = list(reader, "credentials", credential);
    }),
    ("policy/customers.yaml", |project, reader, _| project.customers = list(reader, "customers", customer)),
    ("policy/facts.yaml", |project, reader, _| {
        project.facts.products = reader.maps("products", product);
        project.facts.facts = reader.maps("facts", fact);
        project.facts.honours = reader.maps("honours", honour);
    }),
    ("policy/figures.yaml", |project, reader, zone| {
        reader.require("figures");
        project.figures = reader.maps("figures", |reader| figure(reader, zone));
    }),
    ("policy/fonts.yaml", |project, reader, _| project.fonts = list(reader, "fonts", font)),
    ("policy/links.yaml", |project, reader, _| project.links = Some(links(reader))),
    ("policy/people.yaml", |project, reader, _| project.people = list(reader, "people", person)),
    ("policy/places.yaml", |project, reader, _| project.places = list(reader, "places", place)),
    ("policy/prices.yaml", |project, reader, _| project.prices = list(reader, "prices", history)),
];

/// Reads those of the files that `files`, sorted, has.
pub(super) fn load(tree: &dyn Tree, files: &[Entry], zone: &TimeZone, findings: &mut Findings) -> Project {
    let mut project = Project::default();
    let start = files.partition_point(|entry| entry.path.as_str() < "policy/");
    let policy = files.get(start..).unwrap_or_default();
    for entry in policy.iter().take_while(|entry| entry.path.starts_with("policy/")) {
        let path = entry.path.as_str();
        if let Some((_, read)) = FILES.iter().find(|(known, _)| *known == path) {
            document(tree, path, findings, |reader| read(&mut project, reader, zone));
        } else if let Some(stem) = path.strip_prefix(LISTS).and_then(|name| name.strip_suffix(".yaml")) {
            document(tree, path, findings, |reader| {
                project.lists.insert(stem.to_owned(), names(reader));
            });
        }
    }
    project
}

/// An obligatory list of maps.
fn list<T>(
    reader: &mut Reader<'_, '_>,
    key: &'static str,
    read: fn(&mut Reader<'_, '_>) -> Option<T>,
) -> Vec<Located<T>> {
    reader.require(key);
    reader.maps(key, read)
}

/// A list whose items are names alone, or maps.
fn names_or<T>(
    reader: &mut Reader<'_, '_>,
    key: &'static str,
    named: fn(Located<String>) -> T,
    read: fn(&mut Reader<'_, '_>) -> Option<T>,
) -> Vec<Located<T>> {
    let Some(list) = reader.take(key) else { return Vec::new() };
    let items = list.items(reader.findings());
    items.iter().filter_map(|item| name_or(*item, reader.findings(), named, read)).collect()
}

fn name_or<T>(
    item: Value<'_>,
    findings: &mut Findings,
    named: fn(Located<String>) -> T,
    read: fn(&mut Reader<'_, '_>) -> Option<T>,
) -> Option<Located<T>> {
    if !matches!(item.node, Node::Map(_)) {
        return item.filled(findings).map(|name| item.at(named(name)));
    }
    let Located { value, place } = item.map(findings, read)?;
    value.map(|value| Located::new(value, place))
}

fn brands(reader: &mut Reader<'_, '_>, key: &'static str) -> Vec<Located<Brand>> {
    names_or(
        reader,
        key,
        |name| Brand { name, aliases: Vec::new() },
        |reader| {
            let name = reader.required_text("name");
            let aliases = reader.words("aliases");
            Some(Brand { name: name?, aliases })
        },
    )
}

fn trademark(reader: &mut Reader<'_, '_>) -> Option<TradeMark> {
    let name = reader.required_text("name");
    let (class, no) = (reader.whole("class"), reader.text("no"));
    let (owner, expires) = (reader.text("owner"), reader.date("expires"));
    Some(TradeMark { name: name?, class, no, owner, expires })
}

fn company(reader: &mut Reader<'_, '_>) -> Option<Company> {
    let name = reader.required_text("name");
    let (aliases, listed) = (reader.words("aliases"), reader.located_flag("listed"));
    let (stock_code, silent) = (reader.text("stock_code"), reader.maps("silent", period));
    Some(Company { name: name?, aliases, listed, stock_code, silent })
}

fn period(reader: &mut Reader<'_, '_>) -> Option<Period> {
    let from = reader.require("from").and_then(|value| value.date(reader.findings()));
    let to = reader.require("to").and_then(|value| value.date(reader.findings()));
    let reason = reader.text("reason").map(|reason| reason.value);
    let (from, to) = (from?, to?);
    if to.value < from.value {
        let finding = Finding::error(rule::VALUE, to.place, text::end_before_start());
        reader.findings().push(finding.help(text::end_before_start_help()));
        return None;
    }
    Some(Period { from: from.value, to: to.value, reason })
}

fn contact(reader: &mut Reader<'_, '_>) -> Option<Contact> {
    let name = reader.required_text("name");
    let (phone, email) = (reader.text("phone"), reader.text("email"));
    let (wechat, address) = (reader.text("wechat"), reader.text("address"));
    Some(Contact { name: name?, phone, email, wechat, address })
}

fn credential(reader: &mut Reader<'_, '_>) -> Option<Credential> {
    let name = reader.required_text("name");
    let credential = Credential {
        name: Located::new(String::new(), reader.place().clone()),
        no: reader.text("no"),
        issuer: reader.text("issuer"),
        holder: reader.text("holder"),
        category: reader.words("category"),
        accounts: reader.words("accounts"),
        from: reader.date("from"),
        expires: reader.date("expires"),
        file: reader.text("file"),
    };
    Some(Credential { name: name?, ..credential })
}

fn customer(reader: &mut Reader<'_, '_>) -> Option<Customer> {
    let name = reader.required_text("name");
    let (aliases, permission) = (reader.words("aliases"), reader.text("permission"));
    let expires = reader.date("expires");
    Some(Customer { name: name?, aliases, permission, expires })
}

/// A value as it is written: text or a number.
fn written(reader: &mut Reader<'_, '_>, key: &'static str) -> Option<Located<String>> {
    let value = reader.require(key)?;
    match value.node {
        Node::Int(_) | Node::Float(_) => Some(value.at(value.place.text().to_owned())),
        _ => value.filled(reader.findings()),
    }
}

fn fact(reader: &mut Reader<'_, '_>) -> Option<Fact> {
    let subject = reader.required_text("subject");
    let metric = reader.required_text("metric");
    let value = written(reader, "value");
    let (aliases, unit) = (reader.words("aliases"), reader.text("unit"));
    let tolerance = reader.take("tolerance").and_then(|value| value.number(reader.findings()));
    let (valid_from, valid_until) = (reader.date("valid_from"), reader.date("valid_until"));
    let source = reader.text("source");
    Some(Fact {
        subject: subject?,
        metric: metric?,
        aliases,
        value: value?,
        unit,
        tolerance,
        valid_from,
        valid_until,
        source,
    })
}

fn honour(reader: &mut Reader<'_, '_>) -> Option<Honour> {
    let name = reader.required_text("name");
    let (issuer, date) = (reader.text("issuer"), reader.date("date"));
    let (valid_until, file) = (reader.date("valid_until"), reader.text("file"));
    Some(Honour { name: name?, issuer, date, valid_until, file })
}

fn figure(reader: &mut Reader<'_, '_>, zone: &TimeZone) -> Option<Figure> {
    let metric = reader.required_text("metric");
    let value = written(reader, "value");
    let release_at = reader.require("release_at").and_then(|value| value.instant(reader.findings(), zone));
    let (aliases, unit) = (reader.words("aliases"), reader.text("unit"));
    Some(Figure { metric: metric?, aliases, value: value?, unit, release_at: release_at? })
}

fn font(reader: &mut Reader<'_, '_>) -> Option<FontLicence> {
    const SPELLINGS: &[Spelling] = &[Spelling::same("name", "family"), Spelling::same("license", "licence")];
    reader.spellings(SPELLINGS);
    let family = reader.required_text("family");
    let licence = reader.required_text("licence");
    let (aliases, licence_scope) = (reader.words("aliases"), reader.words("licence_scope"));
    let (proof, expires) = (reader.text("proof"), reader.date("expires"));
    Some(FontLicence { family: family?, aliases, licence: licence?, licence_scope, proof, expires })
}

fn links(reader: &mut Reader<'_, '_>) -> Vec<Located<Link>> {
    reader.require("allow");
    names_or(
        reader,
        "allow",
        |target| Link { target, kind: None, expires: None, checked_on: None },
        |reader| {
            let target = reader.required_text("target");
            let (kind, expires) = (reader.text("kind"), reader.date("expires"));
            let checked_on = reader.date("checked_on");
            Some(Link { target: target?, kind, expires, checked_on })
        },
    )
}

/// What a person is to the house.
const ROLES: &[&str] = &["staff", "spokesperson", "author", "customer", "minor", "public", "other"];

fn person(reader: &mut Reader<'_, '_>) -> Option<Person> {
    let name = reader.required_text("name");
    let person = Person {
        name: Located::new(String::new(), reader.place().clone()),
        aliases: reader.words("aliases"),
        role: reader.word("role", ROLES),
        title: reader.text("title"),
        birth_date: reader.date("birth_date"),
        consent_file: reader.text("consent_file"),
        consent_expires: reader.date("consent_expires"),
        guardian_consent: reader.text("guardian_consent"),
        used_since: reader.date("used_since"),
    };
    Some(Person { name: name?, ..person })
}

fn place(reader: &mut Reader<'_, '_>) -> Option<Place> {
    let name = reader.required_text("name");
    let address = reader.required_text("address");
    let kind = reader.text("kind");
    Some(Place { name: name?, address: address?, kind })
}

fn history(reader: &mut Reader<'_, '_>) -> Option<PriceHistory> {
    let item = reader.required_text("item");
    let (aliases, place) = (reader.words("aliases"), reader.text("place"));
    reader.require("records");
    let mut records = reader.maps("records", |reader| {
        let date = reader.require("date").and_then(|value| value.date(reader.findings()));
        let (marked, paid) = (reader.money("marked"), reader.money("paid"));
        let reason = reader.text("reason");
        Some(PriceRecord { date: date?, marked, paid, reason })
    });
    records.sort_by_key(|record| record.date.value);
    Some(PriceHistory { item: item?, aliases, place, records })
}

fn channel(reader: &mut Reader<'_, '_>) -> Option<Channel> {
    let name = reader.required_text("name");
    let (platform, registrant) = (reader.text("platform"), reader.text("registrant"));
    let registrant_kind = reader.word("registrant_kind", &["person", "company"]);
    Some(Channel { name: name?, platform, registrant, registrant_kind })
}

fn names(reader: &mut Reader<'_, '_>) -> NameList {
    let (title, kind, updated) = (reader.text("title"), reader.text("kind"), reader.date("updated"));
    reader.require("names");
    let names = names_or(
        reader,
        "names",
        |name| ListedName { name, full: None, title: None, wrong: Vec::new(), note: None },
        |reader| {
            let name = reader.required_text("name");
            let (full, title) = (reader.text("full"), reader.text("title"));
            let (wrong, note) = (reader.words("wrong"), reader.text("note"));
            Some(ListedName { name: name?, full, title, wrong, note })
        },
    );
    NameList { title, kind, updated, names }
}
