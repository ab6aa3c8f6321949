//! Reading the front matter that only few articles have.

use std::sync::{Arc, LazyLock};

use super::INDUSTRIES;
use crate::site::load::record::{self, file};
use crate::site::{
    CheckedLink, Details, Endorser, FontUse, Gift, Located, Moderation, Patent, Permission, Price, Product,
};
use crate::source::yaml::{Node, Reader, Spelling, Value};

/// Other spellings of keys of front matter, and what to write.
pub(super) const SPELLINGS: &[Spelling] = &[
    Spelling::same("digest", "summary"),
    Spelling::same("description", "summary"),
    Spelling::same("abstract", "summary"),
    Spelling::same("embargo_until", "embargo"),
    Spelling::same("categories", "category"),
    Spelling::same("license", "licence"),
    Spelling::same("license_no", "licence_no"),
    Spelling::same("image", "images"),
    Spelling::same("sponsored_by", "sponsor"),
    Spelling::same("ai_generated", "ai"),
    Spelling::same("opt_out", "optout"),
    Spelling::same("prices", "price"),
    Spelling::same("suppress", "sensitive_ok"),
    Spelling::moved("ad", "kind: ad"),
    Spelling::moved("advertisement", "kind: ad"),
    Spelling::moved("publish_at", "publish: {at: …}"),
    Spelling::moved("date", "publish: {at: …}"),
    Spelling::moved("publish_mode", "publish: {mode: …}"),
    Spelling::moved("edition", "publish: {edition: …}"),
    Spelling::moved("draft", "status: draft"),
    Spelling::moved("reprint", "repost: {author: …, source: …}"),
    Spelling::moved("moderator", "comments: {open: …, moderator: …}"),
    Spelling::moved("rx", "products: [{name: …, rx: true}]"),
    Spelling::moved("approvals", "qianfa sign"),
    Spelling::moved("approved_by", "qianfa sign"),
    Spelling::moved("draw", "campaign: …"),
    Spelling::moved("prizes", "campaign: …"),
];

/// The keys read here, for articles that have none of them.
const RARE: &[&str] = &[
    "category",
    "licence",
    "licence_no",
    "news_licence",
    "credentials",
    "announcement_no",
    "ad_review_digest",
    "original",
    "fiction",
    "endorsers",
    "media",
    "fonts",
    "links",
    "products",
    "gifts",
    "price",
    "patents",
    "segment",
    "optout",
    "guardian_consent",
    "confidential",
    "permission",
];

/// What the front matter says beyond the usual.
pub(super) fn details(reader: &mut Reader<'_, '_>) -> Arc<Details> {
    static NONE: LazyLock<Arc<Details>> = LazyLock::new(Arc::default);
    if reader.has_any(RARE) { Arc::new(read(reader)) } else { Arc::clone(&NONE) }
}

fn read(reader: &mut Reader<'_, '_>) -> Details {
    Details {
        category: reader.text("category"),
        licence: reader.text("licence"),
        licence_no: reader.text("licence_no"),
        news_licence: reader.text("news_licence"),
        credentials: reader.words("credentials"),
        announcement_no: reader.text("announcement_no"),
        ad_review_digest: reader.text("ad_review_digest"),
        original: reader.located_flag("original"),
        fiction: reader.located_flag("fiction"),
        endorsers: reader.maps("endorsers", endorser),
        media: reader.maps("media", record::medium),
        fonts: fonts(reader),
        links: reader.maps("links", link),
        products: reader.maps("products", product),
        gifts: reader.maps("gifts", gift),
        prices: reader.maps("price", price),
        patents: reader.maps("patents", patent),
        segment: reader.text("segment"),
        optout: reader.located_flag("optout"),
        guardian_consent: file(reader, "guardian_consent"),
        confidential: reader.located_flag("confidential"),
        permission: reader.maps("permission", permission),
    }
}

/// Who watches the comments, where `comments` is a map.
pub(super) fn moderation(reader: &mut Reader<'_, '_>) -> Option<Arc<Moderation>> {
    let comments = reader.take("comments").filter(|value| matches!(value.node, Node::Map(_)))?;
    let read = comments.map(reader.findings(), |reader| {
        // Read by the caller.
        reader.take("open");
        Moderation { moderator: reader.text("moderator"), hours: reader.text("hours") }
    })?;
    Some(Arc::new(read.value))
}

fn endorser(reader: &mut Reader<'_, '_>) -> Option<Endorser> {
    const SPELLINGS: &[Spelling] =
        &[Spelling::same("born", "birth_date"), Spelling::same("consent", "consent_file")];
    reader.spellings(SPELLINGS);
    let name = reader.required_text("name");
    let (birth_date, profession) = (reader.date("birth_date"), reader.text("profession"));
    let (used_since, punished_at) = (reader.date("used_since"), reader.date("punished_at"));
    let (evidence, consent_file) = (file(reader, "evidence"), file(reader, "consent_file"));
    Some(Endorser { name: name?, birth_date, profession, used_since, evidence, punished_at, consent_file })
}

/// Fonts: names, or maps with licence and proof.
fn fonts(reader: &mut Reader<'_, '_>) -> Vec<Located<FontUse>> {
    let Some(list) = reader.take("fonts") else { return Vec::new() };
    let items = list.items(reader.findings());
    items.iter().filter_map(|item| font(*item, reader)).collect()
}

fn font(item: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Located<FontUse>> {
    if matches!(item.node, Node::Str(_)) {
        let name = item.filled(reader.findings())?;
        return Some(item.at(FontUse { name, licence: None, proof: None }));
    }
    let read = item.map(reader.findings(), |reader| {
        let name = reader.required_text("name");
        let (licence, proof) = (reader.text("licence"), reader.text("proof"));
        Some(FontUse { name: name?, licence, proof })
    })?;
    read.value.map(|font| Located::new(font, read.place))
}

fn link(reader: &mut Reader<'_, '_>) -> Option<CheckedLink> {
    let url = reader.required_text("url");
    let (checked_on, archive) = (reader.date("checked_on"), reader.text("archive"));
    Some(CheckedLink { url: url?, checked_on, archive })
}

/// Goods or a service.
pub(in crate::site::load) fn product(reader: &mut Reader<'_, '_>) -> Option<Product> {
    let name = reader.required_text("name");
    let product = Product {
        name: Located::new(String::new(), reader.place().clone()),
        aliases: reader.words("aliases"),
        industry: reader.word("industry", &INDUSTRIES),
        rx: reader.located_flag("rx"),
        registration_no: reader.text("registration_no"),
        spec: reader.text("spec"),
        price: reader.money("price"),
        valid_from: reader.date("valid_from"),
        valid_until: reader.date("valid_until"),
    };
    Some(Product { name: name?, ..product })
}

fn gift(reader: &mut Reader<'_, '_>) -> Option<Gift> {
    let name = reader.required_text("name");
    let (spec, quantity, period) = (reader.text("spec"), reader.whole("quantity"), reader.text("period"));
    let (method, worth) = (reader.text("method"), reader.money("value"));
    Some(Gift { name: name?, spec, quantity, period, method, worth })
}

/// A price and what it is compared with, here and in campaign plans.
pub(in crate::site::load) fn price(reader: &mut Reader<'_, '_>) -> Option<Price> {
    let item = reader.required_text("item");
    let (price, reference_price) = (reader.money("price"), reader.money("reference_price"));
    let (reference_meaning, history_ref) = (reader.text("reference_meaning"), reader.text("history_ref"));
    Some(Price { item: item?, price, reference_price, reference_meaning, history_ref })
}

fn patent(reader: &mut Reader<'_, '_>) -> Option<Patent> {
    let no = reader.required_text("no");
    let (kind, expires) = (reader.text("kind"), reader.date("expires"));
    let status = reader.word("status", &["granted", "applied", "expired", "revoked"]);
    Some(Patent { no: no?, kind, status, expires })
}

fn permission(reader: &mut Reader<'_, '_>) -> Option<Permission> {
    let party = reader.required_text("party");
    let (proof, expires) = (reader.text("proof"), reader.date("expires"));
    Some(Permission { party: party?, proof, expires })
}
