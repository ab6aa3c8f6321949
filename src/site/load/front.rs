//! Reading an article's front matter, with the defaults of the folders above it.

mod details;
mod publish;
mod records;

use jiff::tz::TimeZone;

use super::config::unknown;
use super::record;
use crate::base::digest::Digest;
use crate::base::message::{Explain, site as text};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::site::cover;
use crate::site::{Ai, Comments, Config, Format, Front, Kind, Late, Located, Record, RenderOptions, Status};
use crate::source::rule;
use crate::source::tree::resolve;
use crate::source::yaml::{Node, Reader, Value};

use details::{SPELLINGS, details, moderation};
pub(super) use details::{price, product};
use publish::{publish, unplanned};
use records::{evidence, repost, rights, sources, waivers};

/// Names of [`Late`].
pub(super) const LATE: [(&str, Late); 3] =
    [("hold", Late::Hold), ("publish", Late::Publish), ("skip", Late::Skip)];

/// Names of [`Ai`].
pub(super) const AI: [(&str, Ai); 3] =
    [("none", Ai::None), ("assisted", Ai::Assisted), ("generated", Ai::Generated)];

/// Industries that rules know (compliance reference 0.3).
pub const INDUSTRIES: [&str; 19] = [
    "general",
    "retail",
    "medical",
    "drug",
    "device",
    "health-food",
    "special-food",
    "food",
    "cosmetic",
    "alcohol",
    "tobacco",
    "education",
    "finance",
    "franchise",
    "real-estate",
    "agriculture",
    "software",
    "media",
    "government",
];

/// What front matter is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// `None` when `qianfa.yaml` is unusable; then names of accounts are not checked.
    pub(super) config: Option<&'a Config>,
    /// The site's zone.
    pub(super) zone: &'a TimeZone,
}

/// Checks the keys and values of a map of defaults on their own.
pub(super) fn check_defaults(context: Context<'_>, node: &Node, place: &Place, findings: &mut Findings) {
    let value = Value { name: "", node, place };
    if let Some(mut reader) = Reader::open(&[value], findings) {
        for key in ["title", "uid", "images"] {
            if let Some(value) = reader.misplaced(key) {
                value.refuse(reader.findings(), text::not_a_default(key), text::not_a_default_help());
            }
        }
        reader.spellings(SPELLINGS);
        rest(context, &mut reader, None);
        reader.finish();
    }
}

/// What is said about keys of a front matter that nobody knows, for a file that may belong to no site.
pub fn unknown_keys(node: &Node, place: &Place) -> Findings {
    let mut findings = Findings::new();
    let value = Value { name: "", node, place };
    let context = Context { config: None, zone: &TimeZone::UTC };
    if let Some(mut reader) = Reader::open(&[value], &mut findings) {
        for key in ["title", "uid", "images"] {
            reader.take(key);
        }
        reader.spellings(SPELLINGS);
        rest(context, &mut reader, None);
        reader.finish();
    }
    findings.retain(|finding| finding.rule == rule::UNKNOWN_KEY);
    findings
}

/// Reads the front matter of the article `unit`, and the records of pictures in it: `layers` are its own map and the
/// defaults, nearest first.
pub(super) fn read(
    context: Context<'_>,
    unit: &str,
    layers: &[Value<'_>],
    findings: &mut Findings,
) -> Option<(Front, Vec<Located<Record>>)> {
    let mut reader = Reader::open(layers, findings)?;
    reader.spellings(SPELLINGS);
    let title = reader.required_text("title");
    let front = rest(context, &mut reader, Some((unit, title)));
    let images = reader.maps("images", record::picture);
    reader.finish();
    Some((front?, images))
}

/// Everything but the title. Without an article, only for the findings.
fn rest(
    context: Context<'_>,
    reader: &mut Reader<'_, '_>,
    article: Option<(&str, Option<Located<String>>)>,
) -> Option<Front> {
    let uid = article.as_ref().map(|(unit, _)| uid(reader, unit));
    let accounts = accounts(context, reader, article.is_some());
    let late = account_late(context, &accounts);
    let publish = reader.merged("publish", |reader| publish(context, reader, late));
    let format = [("article", Format::Article), ("pictures", Format::Pictures)];
    let kind = [("editorial", Kind::Editorial), ("ad", Kind::Ad), ("notice", Kind::Notice)];
    let status = [("draft", Status::Draft), ("ready", Status::Ready)];
    let front = Front {
        uid: uid.unwrap_or_else(|| Located::new(String::new(), reader.place().clone())),
        title: Located::new(String::new(), reader.place().clone()),
        author: reader.text("author"),
        summary: reader.text("summary"),
        cover: cover::take(reader),
        column: reader.text("column"),
        tags: reader.texts("tags"),
        labels: reader.texts("labels"),
        format: value(reader.choice("format", &format)),
        accounts,
        publish: publish.unwrap_or_else(|| unplanned(late)),
        comments: comments(reader),
        read_more: reader.text("read_more"),
        kind: value(reader.choice("kind", &kind)),
        industry: industry(reader),
        sponsor: reader.text("sponsor"),
        sources: sources(reader),
        evidence: evidence(reader),
        ai: value(reader.choice("ai", &AI)),
        ai_at: reader.take("ai").map(|ai| ai.place.clone()),
        rights: rights(reader),
        repost: repost(reader),
        embargo: reader.instant("embargo", context.zone),
        campaign: reader.text("campaign"),
        theme: reader.text("theme"),
        render: RenderOptions::take(reader, context.config.map(|config| config.render).unwrap_or_default()),
        status: value(reader.choice("status", &status)),
        audience: reader.text("audience"),
        brand: reader.text("brand"),
        paid: reader.flag("paid").unwrap_or(false),
        affiliate: reader.flag("affiliate").unwrap_or(false),
        ai_tools: reader.texts("ai_tools"),
        ad_review_no: reader.text("ad_review_no"),
        ad_review_expires: reader.date("ad_review_expires"),
        waivers: waivers(reader),
        kind_at: reader.take("kind").map(|kind| kind.place.clone()),
        moderation: moderation(reader),
        details: details(reader),
    };
    let (_, title) = article?;
    Some(Front { title: title?, ..front })
}

/// 留言: a word, or a map whose `open` is that word, `true` or `false`.
fn comments(reader: &mut Reader<'_, '_>) -> Comments {
    let words = [("open", Comments::Open), ("fans", Comments::Fans), ("closed", Comments::Closed)];
    let Some(comments) = reader.take("comments") else { return Comments::default() };
    // The other keys of a map are read with the details.
    let Node::Map(entries) = comments.node else {
        return value(comments.choice(reader.findings(), &words));
    };
    let open = entries.iter().find(|(key, ..)| key == "open");
    let Some((name, _, node, place)) = open else { return Comments::Open };
    match node {
        Node::Bool(true) => Comments::Open,
        Node::Bool(false) => Comments::Closed,
        _ => value(Value { name, node, place }.choice(reader.findings(), &words)),
    }
}

fn value<T: Default>(located: Option<Located<T>>) -> T {
    located.map(|located| located.value).unwrap_or_default()
}

fn plain(located: Option<Located<String>>) -> Option<String> {
    located.map(|located| located.value)
}

/// The article's uid; derived from its path, with a finding that offers to write it down, when there is none.
fn uid(reader: &mut Reader<'_, '_>, unit: &str) -> Located<String> {
    let written = reader.text("uid");
    if let Some(uid) = written {
        let valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if uid.len() > 64 || !uid.chars().all(valid) {
            let finding = Finding::error(rule::VALUE, uid.place.clone(), text::bad_uid(&uid.value));
            reader.findings().push(finding.help(text::bad_uid_help()));
        }
        return uid;
    }
    let derived = Digest::of(format!("uid of {unit}")).short();
    let start = reader.place().range().start;
    let place = Place::new(reader.place().file(), start..start);
    // A value that was refused has its finding already.
    if reader.take("uid").is_none() {
        let finding = Finding::new(rule::UID, Severity::Info, place.clone(), text::no_uid(&derived));
        let finding = finding.help(text::no_uid_help());
        // A line of its own fits in front of a map that is written in lines.
        let lines = place.start().column == 1 && !reader.place().text().starts_with('{');
        let fits = lines && reader.distance("uid").is_none();
        let fix = || finding.clone().fix(place.clone(), format!("uid: \"{derived}\"\n"));
        let finding = if fits { fix() } else { finding };
        reader.findings().push(finding);
    }
    Located::new(derived, place)
}

/// `account` or `accounts`; the only account of the site when neither is there.
fn accounts(context: Context<'_>, reader: &mut Reader<'_, '_>, obligatory: bool) -> Vec<Located<String>> {
    let before = reader.findings().len();
    let (one, several) = (reader.distance("account"), reader.distance("accounts"));
    let (_, list) = (reader.take("account"), reader.take("accounts"));
    if let Some(value) = list.filter(|_| one.is_some() && one == several) {
        let finding = Finding::error(rule::VALUE, value.place.clone(), text::two_account_keys());
        reader.findings().push(finding.help(text::two_account_keys_help()));
    }
    // The nearer word counts, whichever of the two it is.
    let named: Vec<Located<String>> = match (one, several) {
        (Some(one), Some(several)) if several < one => reader.texts("accounts"),
        (Some(_), _) => reader.text("account").into_iter().collect(),
        (None, _) => reader.texts("accounts"),
    };
    let mut seen: Vec<Located<String>> = Vec::with_capacity(named.len());
    for name in named {
        if let Some(first) = seen.iter().find(|seen| seen.value == name.value) {
            let finding = Finding::error(rule::DUPLICATE, name.place, text::account_twice(&name.value))
                .label(first.place.clone(), crate::base::message::source::first_here());
            reader.findings().push(finding);
            continue;
        }
        if let Some(config) = context.config.filter(|config| config.account(&name).is_none()) {
            let known = config.accounts.iter().map(|account| account.name.as_str());
            let finding = unknown(&name.place, text::unknown_account(&name.value), &name, known);
            reader.findings().push(finding);
        }
        seen.push(name);
    }
    let Some(config) = context.config.filter(|_| obligatory && seen.is_empty()) else { return seen };
    // A name that was refused has its finding already.
    if config.accounts.len() > 1 && reader.findings().len() == before {
        let start = reader.place().range().start;
        let place = Place::new(reader.place().file(), start..start);
        let known = config.accounts.iter().map(|account| account.name.as_str()).collect::<Vec<_>>();
        let finding = Finding::error(rule::MISSING_KEY, place, text::which_account());
        reader.findings().push(finding.help(text::which_account_help(known.join(", "))));
    }
    config.accounts.first().map(|account| account.name.clone()).into_iter().collect()
}

/// What the first of the article's accounts does with what comes late.
fn account_late(context: Context<'_>, accounts: &[Located<String>]) -> Late {
    let account = accounts.first().and_then(|name| context.config?.account(name));
    account.map_or(Late::Hold, |account| account.late)
}

/// `relative` as written at `place`, from the root of the site.
pub(in crate::site) fn path(relative: &Located<String>, findings: &mut Findings) -> Option<String> {
    match resolve(relative.place.path(), relative) {
        Ok(path) => Some(path),
        Err(error) => {
            let finding = Finding::error(rule::OUTSIDE, relative.place.clone(), error.message());
            findings.push(finding.help(text::outside_help()));
            None
        }
    }
}

fn industry(reader: &mut Reader<'_, '_>) -> Vec<Located<String>> {
    let Some(list) = reader.take("industry") else { return Vec::new() };
    let choices = INDUSTRIES.map(|name| (name, name));
    let items = list.items(reader.findings());
    let read = items.iter().filter_map(|item| item.choice(reader.findings(), &choices));
    read.map(|industry| industry.map(str::to_owned)).collect()
}
