//! Why a delivery waits: one stable word for programs, a sentence for people, and how much it weighs.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::schedule::Clash;
use crate::base::message::{Explain, Lang, Message, deliver as text};
use crate::signoff::{Missing, Reason};

/// Why a delivery waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// A sign-off is missing.
    Missing(Missing),
    /// Somebody signed, and it does not count any more.
    Void {
        /// Who.
        person: String,
        /// Why not.
        reason: Reason,
    },
    /// It does not pass `check`, or cannot be rendered.
    Invalid(usize),
    /// It stands where something else does.
    Clash(Clash),
    /// It is late, and its policy is to ask a person.
    Late,
    /// No slot is free.
    NoSlot,
    /// Another delivery of the same edition is not settled.
    OtherOpen(&'static str),
    /// The platform refused it.
    Refused {
        /// The platform's return code or status.
        code: i64,
        /// Its words.
        text: String,
    },
    /// The draft was changed by hand.
    Edited,
    /// The draft was sent or deleted by hand.
    DraftGone,
    /// The platform's quota of mass sends is used up.
    Quota,
    /// The audience cannot be reached: no such tag.
    Audience(String),
}

/// What a hold means to a scheduler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// A sign-off is missing or void.
    Unsigned,
    /// Validation failed.
    Invalid,
    /// The platform refused for good.
    Refused,
    /// Conflict with the platform.
    Conflict,
    /// Waits for a person or a condition.
    Held,
}

impl Hold {
    /// One stable word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Missing(_) => "unsigned",
            Self::Void { .. } => "void",
            Self::Invalid(_) => "invalid",
            Self::Clash(Clash::Blackout(_)) => "blackout",
            Self::Clash(Clash::Gap(_)) => "gap",
            Self::Clash(Clash::MassDay(_)) => "mass-day",
            Self::Clash(Clash::MassMonth(_)) => "mass-month",
            Self::Late => "late",
            Self::NoSlot => "no-slot",
            Self::OtherOpen(_) => "other-open",
            Self::Refused { .. } => "refused",
            Self::Edited => "edited",
            Self::DraftGone => "draft-gone",
            Self::Quota => "quota",
            Self::Audience(_) => "audience",
        }
    }

    /// What it means to a scheduler.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Missing(_) | Self::Void { .. } => Weight::Unsigned,
            Self::Invalid(_) => Weight::Invalid,
            Self::Refused { .. } => Weight::Refused,
            Self::Edited | Self::DraftGone => Weight::Conflict,
            _ => Weight::Held,
        }
    }

    /// The sentence, with times in `zone`.
    pub fn sentence(&self, zone: &TimeZone, lang: Lang) -> Message {
        match self {
            Self::Missing(missing) => missing.message(),
            Self::Void { person, reason } => text::hold_void(person, reason.message().text(lang)),
            Self::Invalid(count) => text::hold_invalid(count),
            Self::Clash(clash) => match clash {
                Clash::Blackout(reason) if reason.is_empty() => text::hold_blackout(),
                Clash::Blackout(reason) => text::hold_blackout_because(reason),
                Clash::Gap(other) => text::hold_gap(clock(*other, zone)),
                Clash::MassDay(limit) => text::hold_mass_day(limit),
                Clash::MassMonth(limit) => text::hold_mass_month(limit),
            },
            Self::Late => text::hold_late(),
            Self::NoSlot => text::hold_no_slot(),
            Self::OtherOpen(mode) => text::hold_other_open(mode),
            Self::Refused { code, text: words } => text::hold_refused(code, words),
            Self::Edited => text::hold_edited(),
            Self::DraftGone => text::hold_draft_gone(),
            Self::Quota => text::hold_quota(),
            Self::Audience(tag) => text::hold_audience(tag),
        }
    }
}

/// `12-21 20:00` in `zone`.
pub fn clock(at: Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned(zone.clone());
    format!("{:02}-{:02} {:02}:{:02}", local.month(), local.day(), local.hour(), local.minute())
}
