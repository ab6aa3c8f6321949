//! Days written in a folded text: 2026年3月5日, 3月5日, 3月5日至8日, 2026-3-5, 2026.3.5. Whether such a day exists and
//! matches its weekday is not asked here (`prose/date.rs`).

use std::ops::Range;

use jiff::civil::Date;

use super::sentence::Phrase;

/// A day as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    /// Often left out.
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
}

impl Day {
    /// Whether `date` is that day, in any year when none is written.
    pub(crate) fn is(&self, date: Date) -> bool {
        self.month == date.month()
            && self.day == date.day()
            && self.year.is_none_or(|year| year == date.year())
    }
}

/// Year, month and day; or with marks; or the day alone behind another one.
static WRITTEN: Phrase = Phrase::new(concat!(
    r"(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]",
    r"|(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})",
    r"|[至到~–—-] ?(\d{1,2}) ?[日号]",
));

/// The days of `text`, in order.
pub(crate) fn days(text: &str) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    let Some(regex) = WRITTEN.regex() else { return days };
    for found in regex.captures_iter(text) {
        let group = |index: usize| found.get(index);
        let number = |index: usize| group(index).and_then(|group| group.as_str().parse::<i16>().ok());
        let small = |index: usize| number(index).and_then(|number| i8::try_from(number).ok());
        let Some(all) = group(0) else { continue };
        let touches = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
        let whole = !text.get(..all.start()).is_some_and(|before| before.ends_with(touches))
            && !text.get(all.end()..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
        if let (Some(month), Some(day)) = (small(2), small(3)) {
            days.push(Day { year: number(1), month, day, range: all.range() });
        } else if let (Some(month), Some(day)) = (small(6), small(7)) {
            if whole {
                days.push(Day { year: number(4), month, day, range: all.range() });
            }
        } else if let (Some(day), Some(written)) = (small(8), group(8))
            && let Some(first) = days.last().filter(|first| behind(text, first, all.start()))
        {
            let range = written.start()..all.end();
            days.push(Day { year: first.year, month: first.month, day, range });
        }
    }
    days
}

/// Whether at most an hour stands between `first` and `at`: 12 月 5 日 9:00 至 18 日.
fn behind(text: &str, first: &Day, at: usize) -> bool {
    let gap = text.get(first.range.end..at).unwrap_or("。");
    gap.chars().count() <= 8 && gap.chars().all(|c| c.is_ascii_digit() || " :点时分上午下晚中".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_however_they_are_written() {
        for (text, expected) in [
            ("2026 年 12 月 19 日 12:00", vec![(Some(2026), 12, 19)]),
            (
                "12月5日至18日,12月5日到1月8号",
                vec![(None, 12, 5), (None, 12, 18), (None, 12, 5), (None, 1, 8)],
            ),
            ("12月5日9:00—18日20:00", vec![(None, 12, 5), (None, 12, 18)]),
            ("2026-12-05/2026.1.5", vec![(Some(2026), 12, 5)]),
            ("自2026/1/5起", vec![(Some(2026), 1, 5)]),
            ("版本1.2026.1.5,第12月,共18日,订单2026-12-051", vec![]),
            ("看到18日的报纸", vec![]),
        ] {
            let found: Vec<_> = days(text).into_iter().map(|day| (day.year, day.month, day.day)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
