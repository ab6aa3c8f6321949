//! A description of a file as data: which keys a map may have and what their values are. For files that are looked at
//! as trees and computed with only in part.

use jiff::tz::TimeZone;

use super::reader::{Spelling, other_spelling, unknown_key};
use super::{Node, Value};
use crate::base::message::source as text;
use crate::finding::{Finding, Findings, Place};
use crate::source::rule;

/// What a value may be. `null` is good wherever a key is not obligatory.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Anything.
    Any,
    /// Text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// Yuan with at most two decimals.
    Money,
    /// A day.
    Date,
    /// An instant.
    Instant,
    /// A duration.
    Duration,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list.
    List(&'static Shape),
    /// A map with these keys.
    Map(&'static [Field]),
    /// A map with free keys.
    Free(&'static Shape),
    /// Nothing: the key is spelt otherwise here.
    Respelt(Spelling),
}

/// A key of a map.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it must be there.
    pub obligatory: bool,
    /// What its value may be.
    pub shape: Shape,
}

impl Field {
    /// A key that may be left out.
    pub const fn may(key: &'static str, shape: Shape) -> Self {
        Self { key, obligatory: false, shape }
    }

    /// A key that is called otherwise.
    pub const fn same(key: &'static str, instead: &'static str) -> Self {
        Self::may(key, Shape::Respelt(Spelling::same(key, instead)))
    }

    /// A key that is written in another way.
    pub const fn moved(key: &'static str, instead: &'static str) -> Self {
        Self::may(key, Shape::Respelt(Spelling::moved(key, instead)))
    }

    /// A key that must be there.
    pub const fn must(key: &'static str, shape: Shape) -> Self {
        Self { key, obligatory: true, shape }
    }
}

impl Shape {
    /// Reports everything in `value` that does not have this shape. Times without zone are in `zone`.
    pub fn check(&self, value: Value<'_>, zone: &TimeZone, findings: &mut Findings) {
        match self {
            Self::Any | Self::Respelt(_) => {}
            Self::Text => drop(value.filled(findings)),
            Self::Flag => drop(value.flag(findings)),
            Self::Whole => drop(value.whole(findings)),
            Self::Number => drop(value.number(findings)),
            Self::Money => drop(value.money(findings)),
            Self::Date => drop(value.date(findings)),
            Self::Instant => drop(value.instant(findings, zone)),
            Self::Duration => drop(value.duration(findings)),
            Self::Choice(words) => {
                let choices: Vec<_> = words.iter().map(|word| (*word, ())).collect();
                value.choice(findings, &choices);
            }
            Self::List(shape) => {
                for item in value.items(findings) {
                    shape.check(item, zone, findings);
                }
            }
            Self::Free(shape) => {
                for (_, item) in value.pairs(findings).unwrap_or_default() {
                    if !matches!(item.node, Node::Null) {
                        shape.check(item, zone, findings);
                    }
                }
            }
            Self::Map(fields) => check_map(fields, value, zone, findings),
        }
    }
}

fn check_map(fields: &[Field], value: Value<'_>, zone: &TimeZone, findings: &mut Findings) {
    let Some(pairs) = value.pairs(findings) else { return };
    for (key_place, item) in &pairs {
        let Some(field) = fields.iter().find(|field| field.key == item.name) else {
            let known = fields.iter().filter(|field| !matches!(field.shape, Shape::Respelt(_)));
            findings.push(unknown_key(item.name, key_place, known.map(|field| field.key)));
            continue;
        };
        if let Shape::Respelt(spelling) = &field.shape {
            findings.push(other_spelling(spelling, key_place));
            continue;
        }
        if !matches!(item.node, Node::Null) {
            field.shape.check(*item, zone, findings);
        } else if field.obligatory {
            let message = text::empty_value(field.key);
            let finding = Finding::error(rule::MISSING_KEY, (*key_place).clone(), message);
            findings.push(finding.help(text::empty_value_help(field.key)));
        }
    }
    let absent = |field: &&Field| field.obligatory && pairs.iter().all(|(_, item)| item.name != field.key);
    for field in fields.iter().filter(absent) {
        let start = value.place.range().start;
        let place = Place::new(value.file(), start..start);
        let finding = Finding::error(rule::MISSING_KEY, place, text::missing_key(field.key));
        findings.push(finding.help(text::missing_key_help(field.key)));
    }
}
