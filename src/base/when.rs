//! Times as people write them: instants with and without zone, days, times of day, durations.
//!
//! A time without zone is in the zone that the caller names, never in the machine's. What cannot be read is a
//! [`WhenProblem`], so that callers can say it in the catalogue's words and offer the right spelling.

use std::sync::LazyLock;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

/// Why a text is no time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenProblem {
    /// Another way to write it, as it should be written: `2026/12/21` → `2026-12-21`.
    Spelling(String),
    /// The calendar has no such day: 30 February.
    NoSuchDay,
    /// The clock has no such time: 25:00.
    NoSuchTime,
    /// The zone's clock jumps over this time (beginning of summer time).
    Gap,
    /// The zone's clock shows this time twice (end of summer time).
    Twice,
    /// No such zone in the zone database.
    NoSuchZone(String),
    /// The offset contradicts the zone that is written beside it.
    Contradiction,
    /// A day without a time.
    DayOnly,
    /// Something else.
    Other,
}

/// An instant, or a day alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// An exact instant.
    At(Timestamp),
    /// A day of the calendar, no time.
    Day(Date),
}

/// Reads `2026-12-21 20:00`, with seconds, with `T`, with `Z`, `+08:00` or `[Asia/Shanghai]`, or a day alone.
///
/// # Errors
/// What is wrong with the text; a local time that the zone skips or shows twice is wrong too.
pub fn when(text: &str, zone: &TimeZone) -> Result<When, WhenProblem> {
    let text = text.trim();
    let (day, rest) = split_day(text).ok_or_else(|| respell(text))?;
    let day = day.map_err(|()| WhenProblem::NoSuchDay)?;
    if rest.is_empty() {
        return Ok(When::Day(day));
    }
    let clock = rest.strip_prefix(['T', 't', ' ']).ok_or_else(|| respell(text))?.trim_start();
    let end = clock.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(clock.len());
    let (clock, suffix) = clock.split_at(end);
    let time = self::clock(clock).map_err(|problem| match problem {
        WhenProblem::NoSuchTime => WhenProblem::NoSuchTime,
        _ => respell(text),
    })?;
    instant_at(day.to_datetime(time), suffix.trim_start(), zone).map(When::At)
}

/// Reads an instant; a day alone is refused.
///
/// # Errors
/// As [`when`], and [`WhenProblem::DayOnly`].
pub fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp, WhenProblem> {
    match when(text, zone)? {
        When::At(at) => Ok(at),
        When::Day(_) => Err(WhenProblem::DayOnly),
    }
}

/// Reads a day, `2026-12-21`.
///
/// # Errors
/// What is wrong with the text.
pub fn date(text: &str) -> Result<Date, WhenProblem> {
    let text = text.trim();
    match split_day(text) {
        Some((day, "")) => day.map_err(|()| WhenProblem::NoSuchDay),
        Some(_) => Err(WhenProblem::Other),
        None => Err(respell(text)),
    }
}

/// Reads a time of day, `20:00` or `20:00:30`.
///
/// # Errors
/// What is wrong with the text.
pub fn time_of_day(text: &str) -> Result<Time, WhenProblem> {
    match clock(text.trim()) {
        // `8:00`, `８：００`: the usual spelling of the same time, if there is one.
        Err(WhenProblem::Other) => match respell(&format!("2000-01-01 {text}")) {
            WhenProblem::Spelling(right) => match right.strip_prefix("2000-01-01 ") {
                Some(right) if text.contains([':', '：', '点', '时']) => {
                    Err(WhenProblem::Spelling(right.to_owned()))
                }
                _ => Err(WhenProblem::Other),
            },
            other => Err(other),
        },
        other => other,
    }
}

fn clock(text: &str) -> Result<Time, WhenProblem> {
    let mut parts = text.split(':');
    let mut number = || -> Result<i8, WhenProblem> {
        let part = parts.next().ok_or(WhenProblem::Other)?;
        if part.len() != 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(WhenProblem::Other);
        }
        part.parse().map_err(|_| WhenProblem::Other)
    };
    let (hour, minute) = (number()?, number()?);
    let second = if text.matches(':').count() == 2 { number()? } else { 0 };
    if parts.next().is_some() {
        return Err(WhenProblem::Other);
    }
    Time::new(hour, minute, second, 0).map_err(|_| WhenProblem::NoSuchTime)
}

/// Reads a duration: whole numbers with `s`, `m`, `h`, `d` or `w`, largest first or not: `15m`, `7d`, `1h30m`.
pub fn duration(text: &str) -> Option<Duration> {
    let mut rest = text.trim();
    let mut seconds: u64 = 0;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: u64 = rest.get(..digits)?.parse().ok()?;
        let unit = rest.get(digits..)?.chars().next()?;
        let factor = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            'w' => 604_800,
            _ => return None,
        };
        seconds = seconds.checked_add(number.checked_mul(factor)?)?;
        rest = rest.get(digits + unit.len_utf8()..)?;
    }
    // A century bounds every arithmetic that comes after.
    (seconds <= 100 * 366 * 86_400).then(|| Duration::from_secs(seconds))
}

/// The zone of that IANA name (`Asia/Shanghai`), from the database inside the program: two machines agree.
pub fn zone(name: &str) -> Option<TimeZone> {
    static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);
    ZONES.get(name).ok()
}

/// Names of all zones, for hints.
pub fn zone_names() -> Vec<String> {
    let mut names: Vec<String> =
        TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
    names.sort();
    names
}

/// The day at the beginning of `text` (an impossible one is `Err`), and what follows it.
fn split_day(text: &str) -> Option<(Result<Date, ()>, &str)> {
    let (head, rest) = text.split_at_checked(10)?;
    let bytes = head.as_bytes();
    let digits =
        |range: std::ops::Range<usize>| bytes.get(range)?.iter().all(u8::is_ascii_digit).then_some(());
    digits(0..4).and(digits(5..7)).and(digits(8..10))?;
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let year = head.get(..4)?.parse().ok()?;
    let (month, day) = (head.get(5..7)?.parse().ok()?, head.get(8..10)?.parse().ok()?);
    Some((Date::new(year, month, day).map_err(|_| ()), rest))
}

fn instant_at(local: DateTime, suffix: &str, zone: &TimeZone) -> Result<Timestamp, WhenProblem> {
    let (offset, named) = match suffix.split_once('[') {
        Some((offset, name)) => (offset.trim(), Some(name.strip_suffix(']').ok_or(WhenProblem::Other)?)),
        None => (suffix, None),
    };
    let named = match named {
        Some(name) => Some(self::zone(name).ok_or_else(|| WhenProblem::NoSuchZone(name.to_owned()))?),
        None => None,
    };
    if !offset.is_empty() {
        let offset = parse_offset(offset)?;
        let at = offset.to_timestamp(local).map_err(|_| WhenProblem::NoSuchDay)?;
        return match named {
            Some(named) if named.to_offset(at) != offset => Err(WhenProblem::Contradiction),
            _ => Ok(at),
        };
    }
    let found = named.as_ref().unwrap_or(zone).to_ambiguous_timestamp(local);
    match found.offset() {
        AmbiguousOffset::Gap { .. } => Err(WhenProblem::Gap),
        AmbiguousOffset::Fold { .. } => Err(WhenProblem::Twice),
        AmbiguousOffset::Unambiguous { .. } => found.compatible().map_err(|_| WhenProblem::NoSuchDay),
    }
}

fn parse_offset(text: &str) -> Result<Offset, WhenProblem> {
    if text.eq_ignore_ascii_case("z") {
        return Ok(Offset::UTC);
    }
    let (sign, clock) = if let Some(rest) = text.strip_prefix('+') {
        (1, rest)
    } else {
        (-1, text.strip_prefix('-').ok_or(WhenProblem::Other)?)
    };
    let clock = match clock.as_bytes() {
        [_, _] => format!("{clock}:00"),
        [a, b, c, d] if clock.is_ascii() => {
            format!("{}{}:{}{}", char::from(*a), char::from(*b), char::from(*c), char::from(*d))
        }
        _ => clock.to_owned(),
    };
    let time = self::clock(&clock)?;
    let seconds = sign * (i32::from(time.hour()) * 3_600 + i32::from(time.minute()) * 60);
    Offset::from_seconds(seconds).map_err(|_| WhenProblem::NoSuchTime)
}

/// The usual spelling of a day and time that somebody wrote in another usual way.
fn respell(text: &str) -> WhenProblem {
    let mut numbers: Vec<u32> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        // Full-width digits are digits to whoever typed them.
        let digit = c.to_digit(10).or_else(|| u32::from(c).checked_sub(0xFF10).filter(|n| *n < 10));
        match digit {
            Some(digit) if open => {
                let Some(last) = numbers.last_mut() else { return WhenProblem::Other };
                let Some(next) = last.checked_mul(10).and_then(|n| n.checked_add(digit)) else {
                    return WhenProblem::Other;
                };
                *last = next;
            }
            Some(digit) => {
                numbers.push(digit);
                open = true;
            }
            None if "-/.:年月日号时点分秒：－／．Tt \u{3000}\u{a0}".contains(c) => open = false,
            None => return WhenProblem::Other,
        }
    }
    let date = match numbers.as_slice() {
        [year @ 1000..=9999, month, day, ..] => {
            let (Ok(year), Ok(month), Ok(day)) =
                (i16::try_from(*year), i8::try_from(*month), i8::try_from(*day))
            else {
                return WhenProblem::NoSuchDay;
            };
            match Date::new(year, month, day) {
                Ok(date) => date,
                Err(_) => return WhenProblem::NoSuchDay,
            }
        }
        _ => return WhenProblem::Other,
    };
    match numbers.get(3..) {
        Some([]) => WhenProblem::Spelling(date.to_string()),
        Some([hour]) => WhenProblem::Spelling(format!("{date} {hour:02}:00")),
        Some([hour @ 0..=23, minute @ 0..=59]) => {
            WhenProblem::Spelling(format!("{date} {hour:02}:{minute:02}"))
        }
        Some([hour @ 0..=23, minute @ 0..=59, second @ 0..=59]) => {
            WhenProblem::Spelling(format!("{date} {hour:02}:{minute:02}:{second:02}"))
        }
        _ => WhenProblem::NoSuchTime,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Result<String, WhenProblem> {
        instant(text, &zone("Asia/Shanghai").unwrap()).map(|at| at.to_string())
    }

    #[test]
    fn a_time_is_in_the_zone_that_it_names_or_else_in_the_sites() {
        for text in [
            "2026-12-21 20:00",
            "2026-12-21T20:00:00",
            "2026-12-21 12:00Z",
            "2026-12-21T12:00:00Z",
            "2026-12-21 20:00 +08:00",
            "2026-12-21T14:00+02",
            "2026-12-21T17:30+0530",
            "2026-12-21 07:00[America/New_York]",
            "2026-12-21T20:00+08:00[Asia/Shanghai]",
        ] {
            assert_eq!(at(text).as_deref(), Ok("2026-12-21T12:00:00Z"), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_is_named() {
        let spelling = |text: &str| Err(WhenProblem::Spelling(text.to_owned()));
        assert_eq!(at("2026/12/21 20:00"), spelling("2026-12-21 20:00"));
        assert_eq!(at("2026.12.21"), spelling("2026-12-21"));
        assert_eq!(at("2026年12月21日 20点30分"), spelling("2026-12-21 20:30"));
        assert_eq!(at("2026-12-21 20：00"), spelling("2026-12-21 20:00"));
        assert_eq!(at("2026-1-5 8:00"), spelling("2026-01-05 08:00"));
        assert_eq!(at("２０２６-12-21 20:00"), spelling("2026-12-21 20:00"));
        assert_eq!(at("2026-02-30 08:00"), Err(WhenProblem::NoSuchDay));
        assert_eq!(at("2026/13/01"), Err(WhenProblem::NoSuchDay));
        assert_eq!(at("2026-12-21 24:00"), Err(WhenProblem::NoSuchTime));
        assert_eq!(at("2026-12-21"), Err(WhenProblem::DayOnly));
        assert_eq!(at("2026-12-21 20:00[Asia/Beijing]"), Err(WhenProblem::NoSuchZone("Asia/Beijing".into())));
        assert_eq!(at("2026-12-21 20:00+09:00[Asia/Shanghai]"), Err(WhenProblem::Contradiction));
        assert_eq!(at("1986-05-04 02:30"), Err(WhenProblem::Gap), "summer time began in 1986 at 02:00");
        assert_eq!(at("1986-09-14 01:30"), Err(WhenProblem::Twice));
        assert_eq!(at("明天晚上"), Err(WhenProblem::Other));
        assert_eq!(at(""), Err(WhenProblem::Other));
    }

    #[test]
    fn times_of_day_are_offered_in_their_usual_spelling() {
        assert_eq!(time_of_day("20:00").unwrap().to_string(), "20:00:00");
        assert_eq!(time_of_day("8:00"), Err(WhenProblem::Spelling("08:00".to_owned())));
        assert_eq!(time_of_day("２０：３０"), Err(WhenProblem::Spelling("20:30".to_owned())));
        assert_eq!(time_of_day("25:00"), Err(WhenProblem::NoSuchTime));
        assert_eq!(time_of_day("20"), Err(WhenProblem::Other));
        assert_eq!(time_of_day("晚上"), Err(WhenProblem::Other));
    }

    #[test]
    fn durations_and_zones() {
        assert_eq!(duration("1h30m"), Some(Duration::from_secs(5_400)));
        assert_eq!(duration("7d"), Some(Duration::from_secs(604_800)));
        assert_eq!(
            (duration("15"), duration("m"), duration("9999999999w"), duration("")),
            (None, None, None, None)
        );
        assert!(zone("Asia/Shanghai").is_some());
        assert!(zone("+08:00").is_none() && zone("Asia/Peking").is_none() && zone("CST-8,M1").is_none());
    }
}
