//! Reading `qianfa.yaml`.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::text::Texts;
use crate::base::message::{Lang, site as text};
use crate::base::near::nearest;
use crate::finding::{Finding, Findings, Place};
use crate::site::{Account, AccountKind, Blackout, Config, Late, Located, RenderOptions, Secret};
use crate::site::{cover, fonts};
use crate::source::tree::Tree;
use crate::source::yaml::{self, Node, Reader, Value};
use crate::source::{SourceFile, rule};

/// Name of the file that makes a folder a site.
pub const CONFIG: &str = "qianfa.yaml";

/// How late is still on time, unless the account says otherwise.
const GRACE: Duration = Duration::from_secs(15 * 60);
/// How late may still be sent with `late: publish`, unless the account says otherwise.
const MAX_AGE: Duration = Duration::from_secs(2 * 3_600);
/// 服务号: a follower receives at most four mass sends a month.
const SERVICE_PER_MONTH: u32 = 4;

/// What `qianfa.yaml` gives.
pub(super) struct Loaded {
    /// The configuration; `None` when there is no usable one.
    pub(super) config: Option<Config>,
    /// The zone of the site; UTC, for looking at the rest, when the file has none.
    pub(super) zone: TimeZone,
    /// The map `defaults`: front matter of every article.
    pub(super) defaults: Option<(Node, Place)>,
}

/// The theme that the file names for the site, when it can be used.
pub fn theme(tree: &dyn Tree) -> Option<String> {
    load(tree, &mut Findings::new()).config.map(|config| config.theme.value)
}

/// Reads the file; everything wrong with it goes to `findings`.
pub(super) fn load(tree: &dyn Tree, findings: &mut Findings) -> Loaded {
    let mut loaded = Loaded { config: None, zone: TimeZone::UTC, defaults: None };
    if !tree.contains(CONFIG)
        && matches!(tree.read(CONFIG, 0), Err(crate::source::tree::TreeError::Missing(_)))
    {
        let place = Place::file_only(CONFIG);
        findings
            .push(Finding::error(rule::MISSING_FILE, place, text::no_config()).help(text::no_config_help()));
        return loaded;
    }
    let Some(file) = Texts::new(tree).yaml(CONFIG, findings) else { return loaded };
    let (root, problems) = yaml::parse(&file, 0..file.text().len());
    findings.extend(problems);
    let Some((node, place)) = root else { return loaded };
    let value = Value { name: "", node: &node, place: &place };
    let Some(mut reader) = Reader::open(&[value], findings) else { return loaded };
    if let Some(zone) = reader.require("zone").and_then(|value| value.zone(reader.findings())) {
        loaded.zone = zone.value;
        loaded.config = config(&file, &mut reader, &loaded.zone, &zone.place);
        let fonts = fonts::take(&mut reader, tree);
        if let Some(config) = &mut loaded.config {
            config.fonts = fonts;
        }
    } else {
        config(&file, &mut reader, &TimeZone::UTC, &place);
    }
    if let Some(defaults) = reader.take("defaults") {
        loaded.defaults = Some((defaults.node.clone(), defaults.place.clone()));
    }
    reader.finish();
    loaded
}

fn config(
    file: &Arc<SourceFile>,
    reader: &mut Reader<'_, '_>,
    zone: &TimeZone,
    zone_place: &Place,
) -> Option<Config> {
    if let Some(version) = reader.whole("version").filter(|version| **version != 1) {
        let message = text::bad_version(version.value);
        let finding = Finding::error(rule::VALUE, version.place, message).help(text::bad_version_help());
        reader.findings().push(finding);
    }
    let name = reader.required_text("name");
    let language = reader.choice("language", &[("zh", Lang::Zh), ("en", Lang::En)]);
    let theme = reader.text("theme").unwrap_or_else(|| Located::new("ink".to_owned(), Place::whole(file)));
    let render = RenderOptions::take(reader, RenderOptions::default());
    let brand = cover::take_brand(reader);
    let remote = reader.text("remote").map(|remote| remote.value);
    let accounts = accounts(reader, zone);
    let name = name?;
    if accounts.is_empty() {
        return None;
    }
    Some(Config {
        file: Arc::clone(file),
        name,
        zone: zone.clone(),
        zone_name: zone.iana_name().unwrap_or(zone_place.text()).to_owned(),
        language: language.map_or(Lang::Zh, |language| language.value),
        theme,
        render,
        fonts: Vec::new(),
        brand,
        accounts,
        remote,
    })
}

fn accounts(reader: &mut Reader<'_, '_>, zone: &TimeZone) -> Vec<Account> {
    let Some(value) = reader.require("accounts") else { return Vec::new() };
    let Some(pairs) = value.pairs(reader.findings()) else { return Vec::new() };
    let mut accounts = Vec::with_capacity(pairs.len());
    for (key_place, value) in pairs {
        let valid = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if value.name.is_empty() || !value.name.chars().all(valid) || value.name.starts_with('-') {
            let message = text::bad_account_name(value.name);
            let finding = Finding::error(rule::VALUE, key_place.clone(), message);
            reader.findings().push(finding.help(text::bad_account_name_help()));
            continue;
        }
        let name = Located::new(value.name.to_owned(), key_place.clone());
        let read = value.map(reader.findings(), |reader| account(reader, name, zone));
        accounts.extend(read.map(|account| account.value));
    }
    if accounts.is_empty() {
        let finding = Finding::error(rule::MISSING_KEY, value.place.clone(), text::no_accounts());
        reader.findings().push(finding.help(text::no_accounts_help()));
    }
    accounts
}

fn account(reader: &mut Reader<'_, '_>, name: Located<String>, site_zone: &TimeZone) -> Account {
    let kind = reader
        .choice("kind", &[("subscription", AccountKind::Subscription), ("service", AccountKind::Service)])
        .map_or(AccountKind::default(), |kind| kind.value);
    let zone = reader.take("zone").and_then(|value| value.zone(reader.findings()));
    let variable =
        |what: &str| Secret::Env(format!("QIANFA_{}_{what}", name.to_ascii_uppercase().replace('-', "_")));
    let appid_value = reader.text("appid");
    let appid = reader.text("appid_env").map_or_else(|| variable("APPID"), |name| Secret::Env(name.value));
    let secret = secret(reader).unwrap_or_else(|| variable("SECRET"));
    let (workday_slots, restday_slots) = reader
        .map("slots", |reader| (times(reader, "workday"), times(reader, "restday")))
        .map(|slots| slots.value)
        .unwrap_or_default();
    let mass = reader.map("caps", |reader| {
        let caps = reader.map("mass", |reader| (reader.count("per_day"), reader.count("per_month")));
        caps.map(|caps| caps.value).unwrap_or_default()
    });
    let (per_day, per_month) = mass.map(|mass| mass.value).unwrap_or_default();
    let (grace, late, max_age) = reader
        .map("late", |reader| {
            let then = reader.choice("then", &super::front::LATE).map(|late| late.value);
            (reader.duration("grace"), then, reader.duration("max_age"))
        })
        .map(|late| late.value)
        .unwrap_or_default();
    Account {
        title: reader.text("title"),
        kind,
        verified: reader.flag("verified").unwrap_or(false),
        appid,
        appid_value,
        secret,
        api: address(reader),
        zone: zone.map_or_else(|| site_zone.clone(), |zone| zone.value),
        workday_slots,
        restday_slots,
        min_gap: reader.duration("min_gap").unwrap_or_default(),
        mass_per_day: per_day.unwrap_or(1),
        mass_per_month: per_month.or((kind == AccountKind::Service).then_some(SERVICE_PER_MONTH)),
        blackout: blackout(reader),
        grace: grace.unwrap_or(GRACE),
        late: late.unwrap_or(Late::Hold),
        max_age: max_age.unwrap_or(MAX_AGE),
        owner_type: reader.word("type", &["personal", "enterprise", "media", "government", "other"]),
        category: reader.words("category"),
        audience: reader.text("audience"),
        news_licence: reader.text("news_licence"),
        credentials: reader.words("credentials"),
        name,
    }
}

/// Where the secret is; writing the secret itself is the mistake that must be named.
fn secret(reader: &mut Reader<'_, '_>) -> Option<Secret> {
    for key in ["secret", "appsecret"] {
        if let Some(value) = reader.misplaced(key) {
            let finding = Finding::error(rule::VALUE, value.place.clone(), text::secret_in_site());
            reader.findings().push(finding.help(text::secret_in_site_help()).masked());
        }
    }
    let variable = reader.text("secret_env");
    let file = reader.text("secret_file");
    match (variable, file) {
        (Some(_), Some(file)) => {
            let finding = Finding::error(rule::VALUE, file.place, text::two_secrets());
            reader.findings().push(finding.help(text::two_secrets_help()));
            None
        }
        (Some(variable), None) => Some(Secret::Env(variable.value)),
        (None, Some(file)) => Some(Secret::File(file.value)),
        (None, None) => None,
    }
}

fn address(reader: &mut Reader<'_, '_>) -> Option<Located<String>> {
    let api = reader.text("api")?;
    let host = api.strip_prefix("https://").or_else(|| api.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains(char::is_whitespace)) {
        let finding = Finding::error(rule::VALUE, api.place, text::bad_address("api", &api.value));
        reader.findings().push(finding.help(text::bad_address_help()));
        return None;
    }
    Some(api)
}

/// Times of day, sorted, each once.
fn times(reader: &mut Reader<'_, '_>, key: &'static str) -> Vec<Time> {
    let Some(list) = reader.take(key) else { return Vec::new() };
    let items = list.items(reader.findings());
    let mut times: Vec<Time> =
        items.iter().filter_map(|item| item.time(reader.findings())).map(|time| time.value).collect();
    times.sort_unstable();
    times.dedup();
    times
}

fn blackout(reader: &mut Reader<'_, '_>) -> Vec<Blackout> {
    let read = reader.maps("blackout", |reader| {
        let from = reader.require("from").and_then(|value| value.date(reader.findings()));
        let to = reader.date("to");
        let reason = reader.text("reason").map(|reason| reason.value);
        let from = from?;
        let to = to.unwrap_or_else(|| from.clone());
        if to.value < from.value {
            let finding = Finding::error(rule::VALUE, to.place, text::end_before_start());
            reader.findings().push(finding.help(text::end_before_start_help()));
            return None;
        }
        Some(Blackout { from: from.value, to: to.value, reason })
    });
    read.into_iter().map(|blackout| blackout.value).collect()
}

/// The finding about a name that does not exist, with the nearest one that does.
pub(super) fn unknown<'k>(
    place: &Place,
    message: crate::base::message::Message,
    name: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Finding {
    let finding = Finding::error(rule::REFERENCE, place.clone(), message);
    match nearest(name, known.clone()) {
        Some(near) => finding.help(text::nearest_name(near)).fix(place.clone(), near),
        None => finding.help(text::known_names(known.collect::<Vec<_>>().join("、"))),
    }
}
