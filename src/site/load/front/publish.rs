//! `publish`: when, how and to whom.

use std::cmp::Ordering;

use super::{Context, LATE, value};
use crate::base::message::site as text;
use crate::base::when::When;
use crate::finding::{Finding, Findings};
use crate::site::{Audience, Late, Located, Mode, Publish, Slot};
use crate::source::rule;
use crate::source::yaml::{Node, Reader, Value};

pub(super) fn unplanned(late: Late) -> Publish {
    Publish {
        at: None,
        mode: Mode::default(),
        to: Audience::All,
        edition: None,
        order: None,
        late,
        until: None,
    }
}

pub(super) fn publish(context: Context<'_>, reader: &mut Reader<'_, '_>, late: Late) -> Publish {
    let modes = [("mass", Mode::Mass), ("publish", Mode::Publish), ("draft", Mode::Draft)];
    let at = slot(context, reader);
    let mode = value(reader.choice("mode", &modes));
    let to = reader.take("to").and_then(|value| audience(value, reader.findings()));
    if let Some(to) = to.as_ref().filter(|to| to.value != Audience::All && mode != Mode::Mass) {
        let finding = Finding::error(rule::VALUE, to.place.clone(), text::audience_without_mass(mode.name()));
        reader.findings().push(finding.help(text::audience_without_mass_help()));
    }
    let edition = reader.text("edition").filter(|edition| {
        let valid = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == '.';
        let fits = edition.chars().count() <= 64 && edition.chars().all(valid) && !edition.starts_with('.');
        if !fits {
            let finding =
                Finding::error(rule::VALUE, edition.place.clone(), text::bad_edition(&edition.value));
            reader.findings().push(finding.help(text::bad_edition_help()));
        }
        fits
    });
    let until = reader.instant("until", context.zone);
    if let (Some(Located { value: Slot::At(at), .. }), Some(until)) = (&at, &until)
        && until.value < *at
    {
        let finding = Finding::error(rule::VALUE, until.place.clone(), text::until_before_at());
        reader.findings().push(finding.help(text::until_before_at_help()));
    }
    Publish {
        at,
        mode,
        to: to.map(|to| to.value).unwrap_or_default(),
        edition,
        order: reader.whole("order"),
        late: reader.choice("late", &LATE).map_or(late, |late| late.value),
        until,
    }
}

fn slot(context: Context<'_>, reader: &mut Reader<'_, '_>) -> Option<Located<Slot>> {
    let next = reader.choice("slot", &[("next", Slot::Next)]);
    let at = reader.take("at").and_then(|value| value.when(reader.findings(), context.zone));
    let at = at.map(|at| {
        at.map(|at| match at {
            When::At(at) => Slot::At(at),
            When::Day(day) => Slot::Day(day),
        })
    });
    match (at, next) {
        (Some(at), Some(next)) => match reader.distance("at").cmp(&reader.distance("slot")) {
            Ordering::Less => Some(at),
            Ordering::Greater => Some(next),
            Ordering::Equal => {
                let finding = Finding::error(rule::VALUE, next.place, text::at_and_slot());
                reader.findings().push(finding.help(text::at_and_slot_help()));
                Some(at)
            }
        },
        (at, next) => at.or(next),
    }
}

fn audience(value: Value<'_>, findings: &mut Findings) -> Option<Located<Audience>> {
    if matches!(value.node, Node::Map(_)) {
        let tag = value.map(findings, |reader| reader.required_text("tag"))?;
        return tag.value.map(|tag| value.at(Audience::Tag(tag.value)));
    }
    if matches!(value.node, Node::Str(word) if word == "all") {
        return Some(value.at(Audience::All));
    }
    value.refuse(findings, text::bad_audience(value.place.text()), text::bad_audience_help());
    None
}
