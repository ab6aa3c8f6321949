//! From when to when a rule, a term or the wording of a law counts.
//!
//! What decides is the day on which readers will see a document, not the day of the check: a draft for next spring is
//! measured against next spring's law.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::source::yaml::Reader;

/// The day on which the law behind the packs was last read: what counts when nobody says which day it is.
const READ_ON: Date = date(2026, 11, 21);

/// A stretch of days; both ends are included, and either may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Period {
    /// From `since` on.
    pub const fn from(since: Date) -> Self {
        Self { since: Some(since), until: None }
    }

    /// Whether `day` lies inside; without one, the day on which the law was last read.
    pub fn contains(self, day: Option<Date>) -> bool {
        let day = day.unwrap_or(READ_ON);
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Reads the keys `since` and `until`; `self` is what counts without them.
    pub(crate) fn read(self, reader: &mut Reader<'_, '_>) -> Self {
        let day = |day: Option<crate::source::Located<Date>>| day.map(|day| day.value);
        Self {
            since: day(reader.date("since")).or(self.since),
            until: day(reader.date("until")).or(self.until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_inside_and_an_unknown_day_is_the_day_of_the_law() {
        let spring = Period { since: Some(date(2027, 3, 1)), until: Some(date(2027, 3, 31)) };
        assert!(spring.contains(Some(date(2027, 3, 1))) && spring.contains(Some(date(2027, 3, 31))));
        assert!(!spring.contains(Some(date(2027, 4, 1))) && !spring.contains(None));
        assert!(Period::default().contains(None));
        assert!(Period::from(date(2025, 9, 1)).contains(None));
    }
}
