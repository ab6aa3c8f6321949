//! Reading a campaign plan: the whole tree against its description, then the parts that are computed with.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::front::price;
use super::shape::PLAN;
use super::text::Texts;
use crate::base::message::site as text;
use crate::finding::{Finding, Findings};
use crate::site::{
    Budget, BudgetLine, Campaign, Change, Collected, Commission, Draw, Located, Mechanics, Prize, Task,
    Window,
};
use crate::source::rule;
use crate::source::tree::Tree;
use crate::source::yaml::{self, Reader, Value};

/// Reads the plan at `path`.
pub(super) fn load(
    tree: &dyn Tree,
    path: &str,
    zone: &TimeZone,
    findings: &mut Findings,
) -> Option<Campaign> {
    let file = Texts::new(tree).yaml(path, findings)?;
    let (root, problems) = yaml::parse(&file, 0..file.text().len());
    findings.extend(problems);
    let (node, place) = root?;
    let value = Value { name: "", node: &node, place: &place };
    PLAN.check(value, zone, findings);
    // Every problem has been reported; what follows takes what is right.
    let mut known = Findings::new();
    let mut reader = Reader::open(&[value], &mut known)?;
    let id = reader.text("id")?;
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml");
    if id.value != stem {
        let finding = Finding::error(rule::VALUE, id.place.clone(), text::campaign_id(&id.value, stem));
        findings.push(finding.help(text::campaign_id_help(stem)).fix(id.place.clone(), stem));
    }
    let (segments, optout) = audience(&mut reader);
    let campaign = Campaign {
        title: reader.text("title")?,
        status: reader.text("status")?,
        kinds: reader.texts("type"),
        window: window(&mut reader, zone),
        prizes: reader.maps("prizes", |reader| prize(reader, zone)),
        budget: budget(&mut reader),
        timeline: reader.maps("timeline", task),
        owner: reader.text("owner"),
        goal: reader.map("goal", |reader| reader.text("kind")).and_then(|goal| goal.value),
        segments,
        optout,
        mechanics: reader.map("mechanics", mechanics).map(|read| read.value).unwrap_or_default(),
        draw: rules(&mut reader, |reader| reader.map("draw", |reader| draw(reader, zone))),
        claim_until: rules(&mut reader, |reader| {
            reader.map("claim", |reader| reader.instant("until", zone)).and_then(|until| until.value)
        }),
        prices: reader.maps("price", price),
        collects: reader.maps("collects", collected),
        commission: reader.map("commission", commission),
        archive_until: reader.date("archive_until"),
        winners: reader.texts("winners"),
        changes: reader.maps("changes", change),
        root: Arc::new(Located::new(node.clone(), place.clone())),
        file: Arc::clone(&file),
        id,
    };
    if let Some(window) = campaign.window.as_ref().filter(|window| window.end < window.start) {
        let finding = Finding::error(rule::VALUE, window.place.clone(), text::end_before_start());
        findings.push(finding.help(text::end_before_start_help()));
    }
    repeated(campaign.timeline.iter().map(|task| &task.id), findings);
    repeated(campaign.budget.iter().flat_map(|budget| budget.lines.iter().map(|line| &line.id)), findings);
    Some(campaign)
}

/// Names that are given twice.
fn repeated<'a>(ids: impl Iterator<Item = &'a Located<String>>, findings: &mut Findings) {
    let mut seen: Vec<&Located<String>> = Vec::new();
    for id in ids {
        if let Some(first) = seen.iter().find(|seen| seen.value == id.value) {
            let finding = Finding::error(rule::DUPLICATE, id.place.clone(), text::id_twice(&id.value));
            let label = crate::base::message::source::first_here();
            findings.push(finding.label(first.place.clone(), label));
        } else {
            seen.push(id);
        }
    }
}

fn window(reader: &mut Reader<'_, '_>, zone: &TimeZone) -> Option<Located<Window>> {
    let read = reader.map("window", |reader| {
        let (start, end) = (reader.instant("start", zone), reader.instant("end", zone));
        Some(Window { start: start?.value, end: end?.value })
    })?;
    let place = read.place;
    read.value.map(|window| Located::new(window, place))
}

fn audience(reader: &mut Reader<'_, '_>) -> (Vec<Located<String>>, Option<Located<bool>>) {
    let read = reader.map("audience", |reader| (reader.texts("segments"), reader.located_flag("optout")));
    read.map(|read| read.value).unwrap_or_default()
}

/// A part of the map `rules`.
fn rules<'n, T>(
    reader: &mut Reader<'n, '_>,
    read: impl FnOnce(&mut Reader<'n, '_>) -> Option<T>,
) -> Option<T> {
    reader.map("rules", read)?.value
}

fn mechanics(reader: &mut Reader<'_, '_>) -> Mechanics {
    Mechanics {
        invite_count: reader.whole("invite_count"),
        share_required: reader.located_flag("share_required"),
        follow_required: reader.located_flag("follow_required"),
        max_wins_per_entry: reader.whole("max_wins_per_entry"),
        reward: reader.text("reward"),
        parameter_qr: reader.located_flag("parameter_qr"),
    }
}

fn draw(reader: &mut Reader<'_, '_>, zone: &TimeZone) -> Draw {
    Draw {
        method: reader.text("method"),
        at: reader.instant("at", zone),
        witness: reader.text("witness"),
        announce: reader.text("announce"),
    }
}

fn collected(reader: &mut Reader<'_, '_>) -> Option<Collected> {
    Some(Collected {
        field: reader.text("field")?,
        purpose: reader.text("purpose"),
        retention: reader.take("retention").and_then(|value| value.duration(reader.findings())),
        sensitive: reader.located_flag("sensitive"),
        shared_with: reader.texts("shared_with"),
    })
}

fn commission(reader: &mut Reader<'_, '_>) -> Commission {
    Commission {
        levels: reader.whole("levels"),
        pay_by: reader.text("pay_by"),
        entry_fee: reader.money("entry_fee"),
    }
}

fn change(reader: &mut Reader<'_, '_>) -> Option<Change> {
    Some(Change { date: reader.date("date")?, what: reader.text("what")?, reason: reader.text("reason")? })
}

fn prize(reader: &mut Reader<'_, '_>, zone: &TimeZone) -> Option<Prize> {
    let odds = reader.take("odds").map(|odds| odds.at(odds.place.text().to_owned()));
    Some(Prize {
        name: reader.text("name")?,
        kind: reader.text("kind"),
        unit_value: reader.money("unit_value"),
        quantity: reader.whole("quantity"),
        odds,
        claim_until: reader.instant("claim_until", zone),
        delivery: reader.text("delivery"),
        exchange: reader.text("exchange"),
        scope: reader.text("scope"),
        valid_until: reader.date("valid_until"),
        limits: reader.text("limits"),
    })
}

fn budget(reader: &mut Reader<'_, '_>) -> Option<Located<Budget>> {
    reader.map("budget", |reader| Budget {
        cap: reader.money("cap"),
        lines: reader.maps("lines", |reader| {
            Some(BudgetLine {
                id: reader.text("id")?,
                kind: reader.text("kind"),
                plan: reader.money("plan"),
                actual: reader.money("actual"),
            })
        }),
    })
}

fn task(reader: &mut Reader<'_, '_>) -> Option<Task> {
    Some(Task {
        id: reader.text("id")?,
        name: reader.text("name")?,
        start: reader.date("start"),
        due: reader.date("due"),
        owner: reader.text("owner"),
        lead: reader.take("lead").and_then(|value| value.duration(reader.findings())),
        after: reader.texts("after"),
        units: reader.texts("units"),
    })
}
