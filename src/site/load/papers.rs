//! Reading the desk's calendar, menu, replies, community rules and crisis plan.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::desk::{document, parsed};
use crate::base::message::site as text;
use crate::finding::{Finding, Findings};
use crate::site::{Button, Day, DayKind, Desk, Keyword, Located, Outgoing, Paper, PaperKind, Replies, Reply};
use crate::source::rule;
use crate::source::tree::Tree;
use crate::source::yaml::{Field, Node, Reader, Shape, Value};

use Field as F;
use Shape::{Date, Duration, Free, List, Map, Text, Whole};

/// Days that matter.
const CALENDAR: &str = "desk/calendar.yaml";

/// Files whose texts others get to see, sorted.
const PAPERS: [(&str, PaperKind); 4] = [
    ("desk/community.yaml", PaperKind::Community),
    ("desk/crisis.yaml", PaperKind::Crisis),
    ("desk/menu.yaml", PaperKind::Menu),
    ("desk/replies.yaml", PaperKind::Replies),
];

/// Reads those of the files that are there.
pub(super) fn load(tree: &dyn Tree, desk: &mut Desk, zone: &TimeZone, findings: &mut Findings) {
    if tree.contains(CALENDAR) {
        document(tree, CALENDAR, findings, |reader| {
            desk.valid_through = reader.date("valid_through");
            desk.days = reader.maps("days", day);
        });
    }
    for (path, kind) in PAPERS {
        if !tree.contains(path) {
            continue;
        }
        let Some((file, node, place)) = parsed(tree, path, findings) else { continue };
        let value = Value { name: "", node: &node, place: &place };
        match kind {
            PaperKind::Community => COMMUNITY.check(value, zone, findings),
            PaperKind::Crisis => CRISIS.check(value, zone, findings),
            PaperKind::Menu => desk.menu = whole(value, findings, menu).unwrap_or_default(),
            PaperKind::Replies => desk.replies = whole(value, findings, replies),
        }
        let root = Arc::new(Located::new(node, place));
        desk.papers.push(Paper { kind, file, root });
    }
}

/// Reads a whole document that is a map.
fn whole<T>(value: Value<'_>, findings: &mut Findings, read: fn(&mut Reader<'_, '_>) -> T) -> Option<T> {
    let mut reader = Reader::open(&[value], findings)?;
    let read = read(&mut reader);
    reader.finish();
    Some(read)
}

fn day(reader: &mut Reader<'_, '_>) -> Option<Day> {
    let name = reader.required_text("name");
    let kind = reader.choice("kind", &DayKind::NAMES).map_or(DayKind::Event, |kind| kind.value);
    let note = reader.text("note").map(|note| note.value);
    let on = reader.date("date");
    let (from, to) = match on {
        Some(on) => (Some(on), None),
        None => (reader.require("from").and_then(|from| from.date(reader.findings())), reader.date("to")),
    };
    let (name, from) = (name?, from?);
    if let Some(to) = to.as_ref().filter(|to| to.value < from.value) {
        let finding = Finding::error(rule::VALUE, to.place.clone(), text::end_before_start());
        reader.findings().push(finding.help(text::end_before_start_help()));
        return None;
    }
    let last = to.map_or(from.value, |to| to.value);
    Some(Day { from, to: last, name, kind, note })
}

/// What a button can do.
const BUTTONS: &[&str] = &[
    "view",
    "click",
    "article",
    "miniprogram",
    "media",
    "scancode_push",
    "scancode_waitmsg",
    "pic_sysphoto",
    "pic_photo_or_album",
    "pic_weixin",
    "location_select",
];

fn menu(reader: &mut Reader<'_, '_>) -> Vec<Located<Button>> {
    reader.maps("menu", |reader| button(reader, true))
}

fn button(reader: &mut Reader<'_, '_>, top: bool) -> Option<Button> {
    let name = reader.required_text("name");
    let button = Button {
        name: Located::new(String::new(), reader.place().clone()),
        kind: reader.word("type", BUTTONS),
        url: reader.text("url"),
        key: reader.text("key"),
        unit: reader.text("unit"),
        appid: reader.text("appid"),
        pagepath: reader.text("pagepath"),
        sub: if top { reader.maps("sub", |reader| button(reader, false)) } else { Vec::new() },
    };
    Some(Button { name: name?, ..button })
}

fn replies(reader: &mut Reader<'_, '_>) -> Replies {
    Replies {
        subscribe: reader.take("subscribe").and_then(|value| reply(value, reader.findings())),
        keywords: reader.maps("keywords", keyword),
        default: reader.take("default").and_then(|value| reply(value, reader.findings())),
        messages: reader.maps("messages", outgoing),
    }
}

/// A reply: a text alone, or a map.
fn reply(value: Value<'_>, findings: &mut Findings) -> Option<Located<Reply>> {
    if matches!(value.node, Node::Str(_)) {
        let text = value.filled(findings);
        return text.map(|text| value.at(Reply { text: Some(text), unit: None, image: None, script: None }));
    }
    value.map(findings, |reader| {
        // For the default reply, as beside a keyword's.
        reader.text("open_ticket");
        Reply {
            text: reader.text("text"),
            unit: reader.text("unit"),
            image: reader.text("image"),
            script: reader.text("script"),
        }
    })
}

fn keyword(reader: &mut Reader<'_, '_>) -> Option<Keyword> {
    let exact = reader.choice("match", &[("exact", true), ("contain", false)]);
    reader.require("words");
    let reply = reader.require("reply").and_then(|value| reply(value, reader.findings()));
    Some(Keyword {
        exact: exact.is_none_or(|exact| exact.value),
        words: reader.words("words"),
        reply,
        open_ticket: reader.text("open_ticket"),
    })
}

fn outgoing(reader: &mut Reader<'_, '_>) -> Option<Outgoing> {
    let id = reader.required_text("id");
    let (text, kind) = (reader.text("text"), reader.word("kind", &["service", "template", "notice"]));
    let (consent, optout) = (reader.text("consent"), reader.text("optout"));
    let (sender, ad) = (reader.text("sender"), reader.located_flag("ad"));
    Some(Outgoing { id: id?, text, kind, consent, optout, sender, ad })
}

const TEXTS: Shape = List(&Text);

/// 社群公约.
const COMMUNITY: Shape = Map(&[
    F::may("version", Whole),
    F::may("effective", Date),
    F::may("purpose", Text),
    F::may("owner", Text),
    F::may("moderators", TEXTS),
    F::may("groups", TEXTS),
    F::may("real_name", Text),
    F::may("consent", Text),
    F::may("rules", TEXTS),
    F::may("welcome", Text),
    F::may("bans", TEXTS),
    F::may(
        "ladder",
        List(&Map(&[
            F::may("count", Whole),
            F::may("severity", Text),
            F::must("do", TEXTS),
            F::may("for", Duration),
        ])),
    ),
    F::may("window", Duration),
    F::may("report", Text),
    F::may("appeal", Text),
    F::may("retention", Duration),
    F::may("announce", TEXTS),
    F::may("reply_sla_minutes", Whole),
    F::may("hours", Text),
    F::may("stand_in", Text),
]);

/// 危机预案.
const CRISIS: Shape = Map(&[
    F::may("version", Whole),
    F::may("owner", Text),
    F::may("start_within", Duration),
    F::may("first_response_minutes", Whole),
    F::may(
        "levels",
        Free(&Map(&[
            F::may("examples", TEXTS),
            F::may("do", TEXTS),
            F::may("report_within", Duration),
            F::may("notify", TEXTS),
        ])),
    ),
    F::may("on_call", Text),
    F::may(
        "phone_tree",
        List(&Map(&[
            F::must("name", Text),
            F::may("role", Text),
            F::may("phone", Text),
            F::may("backup", Text),
        ])),
    ),
    F::may("freeze", Map(&[F::may("by", TEXTS), F::may("levels", TEXTS), F::may("contact", Text)])),
    F::may(
        "statement",
        Map(&[F::may("roles", TEXTS), F::may("template", Text), F::may("max_age", Duration)]),
    ),
    F::may(
        "holding_statements",
        List(&Map(&[F::may("level", Text), F::may("case", Text), F::must("text", Text)])),
    ),
    F::may("steps", TEXTS),
    F::may("drill", Map(&[F::may("every", Duration), F::may("last", Date)])),
    F::may(
        "authorities",
        List(&Map(&[
            F::must("name", Text),
            F::may("contact", Text),
            F::may("within", Duration),
            F::may("when", Text),
        ])),
    ),
    F::may(
        "leak_notice",
        Map(&[
            F::may("kinds", Text),
            F::may("cause", Text),
            F::may("harm", Text),
            F::may("measures", Text),
            F::may("contact", Text),
        ]),
    ),
    F::may("correction", Text),
    F::may("spokesperson", Text),
    F::may(
        "infringement",
        Map(&[F::may("owner", Text), F::may("contact", Text), F::may("within", Duration)]),
    ),
    F::may("complaints", Map(&[F::may("owner", Text), F::may("within", Duration)])),
]);
